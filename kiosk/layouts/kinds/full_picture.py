"""A picture that fills the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import set_column
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import (
    TEXT_S,
    caption_item,
    mark,
    space_item,
    subtitle_item,
    text_item,
    title_item,
)
from kiosk.layouts.inks import inks, is_over_picture, over_picture
from kiosk.layouts.pieces import behind, number_in
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.typesetting.setting import Setting

_NUMBER = 280.0


@dataclass(frozen=True, kw_only=True)
class FullPicture(Layout):
    """A picture that fills the page, with title and text at its foot over a shade.

    In a light theme and in high contrast the text stands below the picture.
    """

    chinese: ClassVar[str] = "满版图片，标题和文字在下方的暗影上。"
    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "picture", "number"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The picture from the beginning, then title and text."""
        is_over = is_over_picture(parts, setting)
        setting = over_picture(parts, setting) if is_over else setting
        grid, ink = grid_for(page), inks(setting)
        _, line = mark(parts, grid.margin, 0.0, grid.width, ink, setting)
        items = (
            space_item("mark", line, ink, least=1.0),
            space_item("number", _NUMBER if parts.number else 0.0, ink, gap=8),
            title_item(parts, ink, setting, gap=8),
            subtitle_item(parts, ink, setting),
            text_item(parts, ink, setting, gap=28),
            caption_item(parts, ink, setting, gap=24),
        )
        room = grid.between(grid.title_top, grid.bottom - 24)
        column = set_column(items, room, setting, is_at_foot=True)
        slot, number = column.slot("mark"), column.slot("number")
        top = slot.box.y if slot else column.top
        marks, _ = mark(parts, grid.margin, top, grid.width, ink, setting)
        return (
            *behind(parts, grid, column.top, setting, is_over=is_over),
            *marks,
            *column.placed(),
            *number_in(parts, number.box if number else None, setting, TEXT_S),
        )
