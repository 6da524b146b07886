"""One number and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Box, Point
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import Item, set_column, with_room
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import (
    TEXT_S,
    caption_at,
    mark,
    subtitle_item,
    text_item,
    title_item,
    under_mark,
)
from kiosk.layouts.inks import inks
from kiosk.layouts.pieces import charts_in, glow, number_in, unit_foot
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.layouts.column import Column
    from kiosk.layouts.grid import Grid
    from kiosk.layouts.inks import Inks
    from kiosk.typesetting.setting import Setting

_NEEDS = (0.0, 0.25, 0.5, 0.75, 1.0)  # so much of its room the number gives to large text
_GIVEN, _LOWERED, _NARROWED = 0.25, 0.5, 0.15  # shares of room, number and width, at most
_STATEMENT_AT = 0.428  # share of the width at which the statement begins
_PORTRAIT_STATEMENT = 84 / 104  # of the statement's size
_CAPTION_GAP = 28.0
_LOWER = 0.25  # of the room that is left without a chart is above number and statement
_UNDER, _UNDER_ALONE = 4.0, 40.0  # between number and statement in portrait
_UNDER_UNIT = 24.0  # below a unit that stands below the number
_HIGH, _HIGH_ALONE = 420.0, 560.0  # of the number in portrait, with a chart and without


@dataclass(frozen=True, kw_only=True)
class BigNumber(Layout):
    """One number, very large, the title as the statement beside it, and a chart below both.

    In portrait they stand below each other. Where larger text needs room the number gives it.
    """

    chinese: ClassVar[str] = "一个很大的数字，旁边是标题，下面可以放一个图表。"
    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "number", "charts"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The statement first, then the number counts, then the chart."""
        grid, ink = grid_for(page), inks(setting)
        marks, below = mark(parts, grid.margin, grid.mark_top, grid.width, ink, setting)
        captions, foot = caption_at(parts, grid.margin, grid.caption_foot, grid.width, ink, setting)
        bottom = foot - _CAPTION_GAP if captions else grid.bottom - 20
        top, items = max(176.0, below + under_mark(setting)), _items(parts, ink, setting)

        def texts(need: float) -> tuple[float, Column]:
            """The texts with so much of the number's room."""
            _, room, _ = _boxes(parts, grid, top, bottom, need)
            return need, set_column(items, room, setting)

        need, column = with_room(map(texts, _NEEDS), lambda option: option[1], setting)
        number, words, least = _boxes(parts, grid, top, bottom, need)
        if page.is_portrait and parts.charts:
            under = unit_foot(number_in(parts, number, setting, 0.0)) + _UNDER_UNIT
            words = words.moved(0.0, max(0.0, under - words.y))
            column = set_column(items, words, setting)
        if not parts.charts:
            spare = bottom - max(number.bottom, column.bottom)
            lower = _LOWER * max(0.0, min(spare, words.bottom - column.bottom))
            number, words = number.moved(0.0, lower), words.moved(0.0, lower)
            column = set_column(items, words, setting)
        numbers = number_in(parts, number, setting, TEXT_S)
        counted_s = max((TEXT_S + placed.scene.entry_s for placed in numbers), default=TEXT_S)
        chart = grid.between(max(least, column.bottom + (64 if page.is_portrait else 40)), bottom)
        light = Point(0.82 * page.width, bottom - (64 if not page.is_portrait else 182))
        return (
            *glow(light, 0.7 * page.width, page, setting),
            *marks,
            *column.placed(),
            *numbers,
            *charts_in(parts, chart, setting, counted_s, page),
            *captions,
        )


def _items(parts: Parts, ink: Inks, setting: Setting) -> tuple[Item, ...]:
    """The statement and what follows it."""
    size = _PORTRAIT_STATEMENT if setting.shape == "portrait" else 1.0
    return (
        title_item(parts, ink, setting, "statement", size),
        subtitle_item(parts, ink, setting, gap=22),
        text_item(parts, ink, setting, gap=40),
    )


def _boxes(
    parts: Parts, grid: Grid, top: float, bottom: float, need: float
) -> tuple[Box, Box, float]:
    """The number's box, the texts', and the least y of the chart.

    need: how much of what they may give number and chart give to the texts, 0 to 1.
    """
    room = bottom - top
    share = 0.42 + _GIVEN * need if parts.charts else 1.0
    if parts.number is None:
        whole = grid.between(top, top + max(share, 0.5) * room)
        return whole, whole, top
    if grid.page.is_portrait:
        height = min(_HIGH, 0.3 * room) if parts.charts else min(_HIGH_ALONE, 0.4 * room)
        height *= 1 - _LOWERED * need
        under = top + height + (_UNDER if parts.charts else _UNDER_ALONE)
        words = grid.between(under, under + (room - height) * share)
        return grid.between(top, top + height), words, words.y
    height = min(400.0, 0.6 * room)
    x = grid.margin + (_STATEMENT_AT - _NARROWED * need) * grid.width
    number = Box(grid.margin, top, x - grid.margin - 48, height)
    tall = (0.68 + 0.5 * _GIVEN * need if parts.charts else 1.0) * room - 42
    least = top + height * (1 - _LOWERED * need) + 64
    return number, Box(x, top + 42, grid.right - x, tall), least
