"""A picture and text beside it, the picture to the left or to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.elements.kinds.picture import Hanging
from kiosk.geometry import Box
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import set_column, with_room
from kiosk.layouts.grid import SPLIT_GAP, grid_for, split_text_width
from kiosk.layouts.heading import (
    CHART_S,
    TEXT_S,
    caption_item,
    mark,
    space_item,
    subtitle_item,
    text_item,
    title_item,
    under_mark,
)
from kiosk.layouts.inks import inks
from kiosk.layouts.pieces import charts_in, hung, number_in, unit_foot
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.layouts.column import Column, Item
    from kiosk.layouts.grid import Grid
    from kiosk.layouts.inks import Inks
    from kiosk.typesetting.setting import Setting

_NUMBER = 280.0
_NEEDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)  # so much of its room the picture gives to large text
_ABOVE_CHART, _GIVEN = 0.55, 0.5  # texts have so much of the height; a chart gives so much of its
_LOWEST, _WIDEST = 0.22, 0.64  # of the page: the picture above the text, the text beside it
_NEAR, _MORE = 8.0, 28.0  # a unit so near to the foot of its place has more room below it
_SUBTITLE = 36 / 38  # of the subtitle's size
_CAPTION_DOWN = 23.6  # between a picture's lower side and its caption's line
_INNER_MARGIN = 48.0  # of a caption in a picture that does not begin at the page's side


@dataclass(frozen=True, kw_only=True)
class Split(Layout):
    """A picture that runs to the page's edges, and title and text beside it.

    On a tall page the picture is above the text. side: where the picture is on a wide one. The
    picture becomes smaller where large text would otherwise have no room.
    """

    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "picture", "number", "charts"}
    )
    side: ClassVar[Literal["left", "right"]]

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The picture from the beginning, then title, number and text."""
        grid, ink = grid_for(page), inks(setting)
        arranged = (_arranged(parts, grid, self.side, ink, setting, need) for need in _NEEDS)
        found = with_room(arranged, lambda option: option.column, setting)
        hanging = Hanging("bottom-left", (found.inner, _CAPTION_DOWN), drift_s=parts.stay_s)
        return (
            *hung(parts, found.picture, setting, hanging),
            *found.marks,
            *found.column.placed(),
            *_number(parts, found.column, setting),
            *charts_in(parts, found.chart, setting, CHART_S),
            *(found.captions.placed() if found.captions else ()),
        )


@dataclass(frozen=True, slots=True)
class _Arranged:
    """Where all stands. inner: the caption's distance from the picture's left side."""

    picture: Box
    inner: float
    marks: tuple[Placed, ...]
    column: Column
    chart: Box
    captions: Column | None


def _arranged(
    parts: Parts, grid: Grid, side: Literal["left", "right"], ink: Inks, setting: Setting,
    need: float,
) -> _Arranged:  # fmt: skip
    """The slide, its texts with so much of the picture's place as they need, 0 to 1."""
    picture, text, inner = _boxes(parts, grid, side, need)
    marks, below = mark(parts, text.x, text.y, text.width, ink, setting)
    top = max(text.y + (98.0 if parts.number else 70.0), below + under_mark(setting))
    if grid.page.is_portrait:
        top = below + 16
    bottom = text.bottom
    captions = None
    if parts.caption.versions or parts.sources:
        items = (caption_item(parts, ink, setting, room=text.width),)
        captions = set_column(items, text, setting, is_at_foot=True)
        bottom = captions.top - 24
    share = _ABOVE_CHART + (1 - _ABOVE_CHART) * _GIVEN * need if parts.charts else 1.0
    room = Box(text.x, top, text.width, (bottom - top) * share)
    column = set_column(_items(parts, ink, setting), room, setting)
    slot = column.slot("number")
    if slot and unit_foot(number_in(parts, slot.box, setting, 0.0)) > slot.box.bottom - _NEAR:
        column = set_column(_items(parts, ink, setting, _MORE), room, setting)
    chart = Box(text.x, column.bottom + 40, text.width, max(0.0, bottom - column.bottom - 40))
    return _Arranged(picture, inner, marks, column, chart, captions)


def _items(parts: Parts, ink: Inks, setting: Setting, more: float = 0.0) -> tuple[Item, ...]:
    """The number's place, the title and what follows it. more: room above the title."""
    return (
        space_item("number", _NUMBER if parts.number else 0.0, ink),
        title_item(parts, ink, setting, "split-title", gap=20 + more),
        subtitle_item(parts, ink, setting, gap=11, size=_SUBTITLE),
        text_item(parts, ink, setting, gap=53),
    )


def _number(parts: Parts, column: Column, setting: Setting) -> tuple[Placed, ...]:
    """The number in its slot."""
    slot = column.slot("number")
    return number_in(parts, slot.box if slot else None, setting, TEXT_S)


def _boxes(
    parts: Parts, grid: Grid, side: Literal["left", "right"], need: float
) -> tuple[Box, Box, float]:
    """The picture's box, that of mark and text, and the caption's distance from the left side.

    need: how much of what it may give the picture gives to the text, 0 to 1.
    """
    page = grid.page
    if parts.picture is None:
        return grid.whole, grid.between(grid.mark_top, grid.bottom - 24), grid.margin
    if page.is_portrait:
        is_full = parts.number is not None or parts.charts
        high = 0.46 if is_full else 0.54
        height = (high - (high - _LOWEST) * need) * page.height
        return (
            Box(0.0, 0.0, page.width, height),
            grid.between(height + 44, grid.bottom - 24),
            grid.margin,
        )
    narrow = split_text_width(page)
    width = narrow + max(0.0, _WIDEST * page.width - narrow) * need
    x = grid.right - width if side == "left" else grid.margin
    text = Box(x, grid.mark_top, width, grid.caption_foot - grid.mark_top)
    beyond = page.width - grid.margin - width - SPLIT_GAP
    if side == "left":
        return Box(0.0, 0.0, beyond, grid.bottom), text, grid.margin
    return Box(page.width - beyond, 0.0, beyond, grid.bottom), text, _INNER_MARGIN
