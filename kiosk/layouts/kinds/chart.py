"""A chart under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Box
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import set_column, with_room
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import (
    CHART_S,
    caption_at,
    mark,
    subtitle_item,
    text_item,
    title_item,
    under_mark,
)
from kiosk.layouts.inks import inks
from kiosk.layouts.pieces import cells, charts_in, number_in, still
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.layouts.column import Column, Item
    from kiosk.layouts.grid import Grid
    from kiosk.typesetting.setting import Setting

_GAP, _PORTRAIT_GAP = 25.0, 72.0  # between the texts and the chart
_AFTER_NUMBER = 36.0
_ABOVE_CAPTION, _PORTRAIT_ABOVE_CAPTION = 18.0, 48.0
_BESIDE_CAPTION = 48.0
_BESIDE_HEIGHT = 80.0  # of captions beside a chart, above their line, at the most
_FOOT = 10.0  # below the grid's line: so far a chart beside its caption reaches
_NUMBER = 240.0
# Of the room below the title line the chart's at least; the further ones where large text needs it.
_LEAST = (0.45, 0.4, 0.35, 0.3)
_MOST_AIR = 1.6
_LOW = 0.5  # of the page: with less room a chart is not as it should be
_ABOVE = 1 / 3  # of what charts leave empty is above them


@dataclass(frozen=True, kw_only=True)
class ChartLayout(Layout):
    """A title, and below it a chart over the whole width, with a caption that names its period.

    With a number the chart stands beside it. Several charts share the room. Where type is large
    the title in the second language gives the chart its room.
    """

    chinese: ClassVar[str] = "标题，下面是通栏的图表，说明里写明时期。"
    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "number", "charts"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """Title first, then the chart."""
        grid, ink = grid_for(page), inks(setting)
        marks, below = mark(parts, grid.margin, grid.mark_top, grid.width, ink, setting)
        captions, foot = caption_at(parts, grid.margin, grid.caption_foot, grid.width, ink, setting)
        above = _PORTRAIT_ABOVE_CAPTION if page.is_portrait else _ABOVE_CAPTION
        above *= _more_air(setting)
        bottom = foot - above if captions else grid.bottom - 20
        top = max(grid.title_top, below + under_mark(setting))
        items = (
            title_item(parts, ink, setting),
            subtitle_item(parts, ink, setting),
            text_item(parts, ink, setting, gap=24),
        )
        column, room = _texts(items, grid, top, bottom, setting)
        if setting.repeats_less and _is_low(parts, room, page, setting):
            needed = tuple(item for item in items if not item.is_spare)
            column, room = _texts(needed, grid, top, bottom, setting)
        beside = grid.between(room.y, grid.bottom + _FOOT)
        free = 0.0 if page.is_portrait else _free_foot(parts, beside, setting)
        if captions and free > 0.0:
            lower, high = caption_at(parts, grid.margin, grid.caption_foot, free, ink, setting)
            if _is_clear(lower, high, free, grid, setting):
                captions, room = lower, beside
        body = _body(parts, room, setting)
        number, chart = _boxes(parts, body, setting)
        if page.is_portrait:
            foot = grid.caption_foot - (bottom - body.bottom)
            captions, _ = caption_at(parts, grid.margin, foot, grid.width, ink, setting)
        return (
            *_backdrop(parts, chart, page, setting),
            *marks,
            *column.placed(),
            *charts_in(parts, chart, setting, CHART_S, None if parts.number else page),
            *number_in(parts, number, setting, CHART_S),
            *captions,
        )


def _texts(
    items: tuple[Item, ...], grid: Grid, top: float, bottom: float, setting: Setting
) -> tuple[Column, Box]:
    """The texts, and the room below them."""
    columns = (
        set_column(items, grid.between(top, bottom - least * (bottom - top)), setting)
        for least in _LEAST
    )
    column = with_room(columns, lambda option: option, setting)
    gap = _PORTRAIT_GAP if grid.page.is_portrait else _GAP * _more_air(setting)
    start = column.bottom + gap
    return column, grid.between(min(start, bottom), bottom)


def _more_air(setting: Setting) -> float:
    """How much more room there is between a chart and texts that have grown."""
    return min(_MOST_AIR, setting.growth**2)


def _is_low(parts: Parts, room: Box, page: Size, setting: Setting) -> bool:
    """Whether the charts would use more height than they have."""
    _, place = _boxes(parts, room, setting)
    boxes = cells(place, len(parts.charts), setting)
    pairs = zip(parts.charts, boxes, strict=True)
    is_full = any(chart.height_in(box, setting) >= box.height - 1 for chart, box in pairs)
    return is_full and room.height < _LOW * page.height


def _free_foot(parts: Parts, box: Box, setting: Setting) -> float:
    """How wide captions may be at the foot of `box` beside its only chart."""
    if parts.number is not None or len(parts.charts) != 1:
        return 0.0
    return max(0.0, parts.charts[0].free_foot(box, setting) - _BESIDE_CAPTION)


def _is_clear(
    captions: tuple[Placed, ...], top: float, room: float, grid: Grid, setting: Setting
) -> bool:
    """Whether the captions that begin at `top` are as wide as the room, and low enough."""
    widest = max(
        setting.measure.advance(label.text, label.style)
        for placed in captions
        for label in placed.scene.full
        if isinstance(label, Label)
    )
    return widest <= room and top >= grid.caption_foot - _BESIDE_HEIGHT * setting.growth


def _body(parts: Parts, room: Box, setting: Setting) -> Box:
    """The part of the room that number and charts use."""
    _, place = _boxes(parts, room, setting)
    boxes = cells(place, len(parts.charts), setting)
    used = [chart.height_in(box, setting) for chart, box in zip(parts.charts, boxes, strict=True)]
    if not used:
        return room
    spare = place.height - max(used)
    if setting.shape == "portrait":
        spare = sum(box.height for box in boxes) - sum(used)
    elif parts.number is not None:
        spare = min(spare, room.height - _number_height(room))
    return Box(room.x, room.y + _ABOVE * spare, room.width, room.height - spare)


def _boxes(parts: Parts, body: Box, setting: Setting) -> tuple[Box, Box]:
    """The number's box and the charts'."""
    if parts.number is None:
        return body, body
    height = _number_height(body)
    if setting.shape == "portrait":
        rest = Box(
            body.x,
            body.y + height + _AFTER_NUMBER,
            body.width,
            body.height - height - _AFTER_NUMBER,
        )
        return Box(body.x, body.y, body.width, height), rest
    width = 0.32 * body.width
    left = Box(body.x, body.y, width, height)
    return left, Box(body.x + width + 64, body.y, body.width - width - 64, body.height)


def _number_height(body: Box) -> float:
    """How high the number may be."""
    return min(_NUMBER, 0.4 * body.height)


def _backdrop(parts: Parts, box: Box, page: Size, setting: Setting) -> tuple[Placed, ...]:
    """What is behind the whole slide."""
    if len(parts.charts) != 1:
        return ()
    marks = parts.charts[0].backdrop(box, page, setting)
    return (Placed("backdrop", still(*marks)),) if marks else ()
