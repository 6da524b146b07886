"""How a chapter opens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.elements.entrance import risen
from kiosk.geometry import Point
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.column import Item, set_column
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import (
    COVER_RULE,
    SUBTITLE_S,
    numbered_dash,
    rule_size,
    space_item,
    subtitle_text,
    text_item,
    title_item,
)
from kiosk.layouts.inks import inks, is_over_picture, over_picture
from kiosk.layouts.pieces import behind, glow
from kiosk.motion.scene import Scene
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.direction import runs_from_right
from kiosk.typesetting.paragraphs import Copy, set_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.layouts.column import Column
    from kiosk.layouts.grid import Grid
    from kiosk.layouts.inks import Inks
    from kiosk.typesetting.setting import Setting

_COMPANION = 44.0
_COMPANION_GAP = 52.0
_FOOT = 42.0  # between the texts and where content ends
_OPTICAL = 2.0  # a large title further left, the small number further right


@dataclass(frozen=True, kw_only=True)
class Cover(Layout):
    """A picture that fills the page, the chapter's number and its title: how a chapter opens.

    Without a title of its own it shows the chapter's.
    """

    chinese: ClassVar[str] = "满版图片，加上章号和标题：一章的开头。"
    shows: ClassVar[frozenset[PartName]] = frozenset({"title", "subtitle", "text", "picture"})

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The picture from the beginning, then the title."""
        is_over = is_over_picture(parts, setting)
        setting = over_picture(parts, setting) if is_over else setting
        parts = parts if parts.title.versions else replace(parts, title=parts.chapter_title)
        grid, ink = grid_for(page), inks(setting)
        column, beside = _texts(parts, grid, ink, setting)
        background = behind(parts, grid, column.top, setting, is_over=is_over) or glow(
            Point(0.82 * page.width, 0.72 * page.height), 0.7 * page.width, page, setting
        )
        return (
            *background,
            *_number(parts, column, ink, setting),
            *column.placed(),
            *beside,
        )


def _texts(
    parts: Parts, grid: Grid, ink: Inks, setting: Setting
) -> tuple[Column, tuple[Placed, ...]]:
    """The texts at the foot of the page, and the subtitle apart where it fits beside the title."""
    words, language = subtitle_text(parts, setting)
    style = setting.style("subtitle", language)
    style = replace(style, size=setting.grown(_COMPANION), line=1.2)
    copy = Copy(words, style, smallest=setting.smallest)
    below = Item("subtitle", copy, ink.quiet, 6.0, starts_s=SUBTITLE_S)
    number = space_item("mark", rule_size(COVER_RULE, setting), ink, least=1.0)
    title = replace(title_item(parts, ink, setting, "cover-title", gap=2), dx=-_OPTICAL)
    text = text_item(parts, ink, setting, gap=24)
    room = grid.between(0.38 * grid.page.height, grid.bottom - _FOOT)
    column = set_column((number, title, text), room, setting, is_at_foot=True)
    slot = column.slot("title")
    one_line = set_text(copy, 10 * grid.page.width, style.size * 2, setting.measure)
    if slot and slot.block and len(slot.block.lines) == 1:
        x = slot.box.x + slot.block.width + _COMPANION_GAP
        if x + one_line.width <= grid.right and not runs_from_right(slot.block.lines[0]):
            shared = baseline(slot.block.style, slot.box.y)
            top = shared - baseline(one_line.style, 0.0)
            labels = replace(one_line, column=0.0).labels("subtitle", x, top, ink.quiet)
            return column, (Placed("subtitle", risen(labels), SUBTITLE_S),) if labels else ()
    return set_column((number, title, below, text), room, setting, is_at_foot=True), ()


def _number(parts: Parts, column: Column, ink: Inks, setting: Setting) -> tuple[Placed, ...]:
    """The chapter's number and a dash above the title."""
    slot = column.slot("mark")
    if slot is None:
        return ()
    x, line = slot.box.x + _OPTICAL, slot.box.height
    marks, _ = numbered_dash(parts.chapter, x, slot.box.y, line, COVER_RULE, ink, setting)
    return (Placed("mark", Scene(marks, marks)),)
