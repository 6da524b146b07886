"""A chart under its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Box
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import set_column
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import (
    CHART_S,
    caption_at,
    mark,
    subtitle_item,
    text_item,
    title_item,
)
from kiosk.layouts.inks import inks
from kiosk.layouts.pieces import charts_in, number_in

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.layouts.grid import Grid
    from kiosk.typesetting.setting import Setting

_GAP = 36.0  # between the texts and the chart
_PORTRAIT_GAP = 72.0
_ABOVE_CAPTION = 18.0
_TALLEST = 0.95  # a chart's height in portrait, at most, in widths
_NUMBER = 240.0
_LEAST = 0.45  # of the room below the title line is the chart's at least


@dataclass(frozen=True, kw_only=True)
class ChartLayout(Layout):
    """A title, and below it a chart over the whole width, with a caption that names its period.

    With a number the chart stands beside it. Several charts share the room.
    """

    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "number", "charts"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """Title first, then the chart."""
        grid, ink = grid_for(page), inks(setting)
        marks, below = mark(parts, grid.margin, grid.mark_top, grid.width, ink, setting)
        _, foot = caption_at(parts, grid.margin, grid.caption_foot, grid.width, ink, setting)
        top = max(grid.title_top, below + 8)
        has_caption = foot < grid.caption_foot
        bottom = foot - _ABOVE_CAPTION if has_caption else grid.bottom - 20
        items = (
            title_item(parts, ink, setting),
            subtitle_item(parts, ink, setting),
            text_item(parts, ink, setting, gap=24),
        )
        column = set_column(items, grid.between(top, bottom - _LEAST * (bottom - top)), setting)
        body = _body(parts, grid, column.bottom, bottom)
        number, chart = _boxes(parts, body, setting)
        captions, _ = caption_at(
            parts, grid.margin, grid.caption_foot - (bottom - body.bottom), grid.width, ink, setting
        )
        return (
            *marks,
            *column.placed(),
            *charts_in(parts, chart, setting, CHART_S, None if parts.number else page),
            *number_in(parts, number, setting, CHART_S),
            *captions,
        )


def _body(parts: Parts, grid: Grid, top: float, bottom: float) -> Box:
    """The room below the texts; in portrait no higher than charts need, and the caption follows."""
    if not grid.page.is_portrait:
        return grid.between(min(top + _GAP, bottom), bottom)
    tall = len(parts.charts) * _TALLEST * grid.width + (_NUMBER + _GAP if parts.number else 0.0)
    start = min(top + _PORTRAIT_GAP, bottom)
    return grid.between(start, min(bottom, start + tall))


def _boxes(parts: Parts, body: Box, setting: Setting) -> tuple[Box, Box]:
    """The number's box and the charts'."""
    if parts.number is None:
        return body, body
    height = min(_NUMBER, 0.4 * body.height)
    if setting.shape == "portrait":
        rest = Box(body.x, body.y + height + _GAP, body.width, body.height - height - _GAP)
        return Box(body.x, body.y, body.width, height), rest
    width = 0.32 * body.width
    left = Box(body.x, body.y, width, height)
    return left, Box(body.x + width + 64, body.y, body.width - width - 64, body.height)
