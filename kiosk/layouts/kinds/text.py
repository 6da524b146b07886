"""Words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Point
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import set_column
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import caption_at, mark, subtitle_item, text_item, title_item, under_mark
from kiosk.layouts.inks import inks
from kiosk.layouts.pieces import glow
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.typesetting.setting import Setting

_ABOVE = 1 / 3  # of the spare room, where type is large
_LOWER = 90.0  # logical units that the statement stands below the other layouts' titles


@dataclass(frozen=True, kw_only=True)
class TextLayout(Layout):
    """A statement and a few sentences, with much room around them.

    Lines hold up to 28 characters; two or three sentences are enough.
    """

    chinese: ClassVar[str] = "一句话和几行文字，四周留白。"
    shows: ClassVar[frozenset[PartName]] = frozenset({"title", "subtitle", "text", "caption"})

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The statement, then what explains it."""
        grid, ink = grid_for(page), inks(setting)
        marks, below = mark(parts, grid.margin, grid.mark_top, grid.width, ink, setting)
        captions, foot = caption_at(parts, grid.margin, grid.caption_foot, grid.width, ink, setting)
        top = max(grid.title_top, below + under_mark(setting))
        bottom = foot - 28 if captions else grid.bottom - 20
        items = (
            title_item(parts, ink, setting, "statement"),
            subtitle_item(parts, ink, setting, gap=22),
            text_item(parts, ink, setting, gap=56),
        )
        column = set_column(items, grid.between(top, bottom), setting)
        spare = max(0.0, bottom - column.bottom)
        lower = min(_LOWER, _ABOVE * spare if setting.is_grown else spare)
        column = set_column(items, grid.between(top + lower, bottom), setting)
        light = Point(0.82 * page.width, 0.72 * page.height)
        return (
            *glow(light, 0.7 * page.width, page, setting),
            *marks,
            *column.placed(),
            *captions,
        )
