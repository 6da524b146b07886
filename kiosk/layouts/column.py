"""Stacks a slide's texts in a column, all a little smaller where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kiosk.elements.entrance import risen
from kiosk.geometry import Box
from kiosk.layouts.base import Placed
from kiosk.typesetting.blocks import TextBlock
from kiosk.typesetting.direction import runs_from_right
from kiosk.typesetting.paragraphs import Copy, measured, shares
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.theme import Colour
    from kiosk.typesetting.paragraphs import MeasuredCopy
    from kiosk.typesetting.setting import Setting

Option = TypeVar("Option")

_EASY = 0.85  # of their sizes: with less, texts that have grown ask for more room
_PRESSED = 0.7  # below this share of their sizes, all go beyond what they wish for
# Where type is larger than in the scale, gaps shrink three times as fast as it does, to a third.
_GAPS_FIRST, _TIGHTEST = 3.0, 0.35


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a column, or with `copy` None a place of `height` for something else.

    least: the share of the height that such a place may be shrunk to.
    gap: logical units above it, unless it is the first. dx: how far right of the column's side.
    widest: what its lines are held to, in em; 0 is the column's width. is_spare: whether it says
    again what another one says, and goes where there is no room.
    """

    key: str
    copy: Copy | None
    colour: Colour
    gap: float = 0.0
    height: float = 0.0
    least: float = 0.4
    starts_s: float = 0.0
    widest: float = 0.0
    dx: float = 0.0
    is_spare: bool = False

    @property
    def is_there(self) -> bool:
        """Whether it has anything to show."""
        return self.height > 0 if self.copy is None else bool(self.copy.text.strip())


@dataclass(frozen=True, slots=True)
class Slot:
    """An item in its place. block: its lines, None for what is no text."""

    item: Item
    box: Box
    block: TextBlock | None


@dataclass(frozen=True, slots=True)
class Column:
    """Items in their places, from the top down. top, bottom: of all of them.

    share: of their sizes that they have. fits: whether they keep to their box.
    """

    slots: tuple[Slot, ...]
    top: float
    bottom: float
    share: float
    fits: bool

    @property
    def is_easy(self) -> bool:
        """Whether they fit in about their own sizes."""
        return self.fits and self.share >= _EASY

    def placed(self) -> tuple[Placed, ...]:
        """The texts; each rises into its place."""
        return tuple(
            Placed(
                slot.item.key,
                risen(slot.block.labels(slot.item.key, slot.box.x, slot.box.y, slot.item.colour)),
                slot.item.starts_s,
                slot.box,
            )
            for slot in self.slots
            if slot.block is not None
        )

    def slot(self, key: str) -> Slot | None:
        """The slot of the item of that key, if it is there."""
        return next((slot for slot in self.slots if slot.item.key == key), None)


def set_column(
    items: tuple[Item, ...], box: Box, setting: Setting, *, is_at_foot: bool = False
) -> Column:
    """`items` that have something to show, in `box`.

    All shrink alike, each to its own limit, until they fit. What is spare goes where they do not,
    and where type is larger than in the scale before any other shrinks. is_at_foot: they stand on
    the lower side of the box and not at its top.
    """
    there = tuple(item for item in items if item.is_there)
    needed = tuple(item for item in there if not item.is_spare)
    column = _set(there, box, setting, is_at_foot=is_at_foot)
    least = 1.0 if setting.is_grown else 0.0
    if len(needed) == len(there) or (column.fits and column.share >= least):
        return column
    return _set(needed, box, setting, is_at_foot=is_at_foot)


def with_room(
    options: Iterable[Option], column: Callable[[Option], Column], setting: Setting
) -> Option:
    """The first of `options` in which the texts have room, else the last; there is one at least.

    options: from the one that is liked best to the one that leaves texts the most. column: the
    texts of one. Where no type has grown, texts ask for more room only if they do not fit at all.
    """
    found = iter(options)
    best = next(found)
    while not _has_room(column(best), setting) and (other := next(found, None)) is not None:
        best = other
    return best


def _has_room(texts: Column, setting: Setting) -> bool:
    """Whether `texts` ask for no more room."""
    return texts.is_easy or (texts.fits and not setting.is_grown)


def _set(items: tuple[Item, ...], box: Box, setting: Setting, *, is_at_foot: bool) -> Column:
    """All of `items` in `box`, at the largest share of their sizes at which they fit."""
    there = [(item, measured(item.copy, setting.measure) if item.copy else None) for item in items]
    blocks: list[TextBlock | None] = []
    heights: list[float] = []
    share, tight, fits = 1.0, 1.0, False
    for share in shares():
        blocks = [
            copy.block(share, _width(item, box), is_pressed=share < _PRESSED) if copy else None
            for item, copy in there
        ]
        heights = [
            block.height if block else item.height * max(share, item.least)
            for (item, _), block in zip(there, blocks, strict=True)
        ]
        tight = max(_TIGHTEST, 1 - _GAPS_FIRST * (1 - share)) if setting.is_grown else share
        is_whole = all(block.is_whole for block in blocks if block)
        fits = is_whole and _total(there, heights, tight) <= box.height
        if fits:
            break
    total = _total(there, heights, tight)
    top = y = box.bottom - total if is_at_foot else box.y
    slots: list[Slot] = []
    for (item, _), block, height in zip(there, blocks, heights, strict=True):
        y += item.gap * tight if slots else 0.0
        slots.append(Slot(item, Box(_left(item, block, box), y, _width(item, box), height), block))
        y += height
    return Column(tuple(slots), top, y, share, fits)


def _left(item: Item, block: TextBlock | None, box: Box) -> float:
    """Where the item's own column begins; that of lines read from the right ends with the box."""
    begins_right = block is not None and runs_from_right("".join(block.lines))
    return box.right - _width(item, box) if begins_right else box.x + item.dx


def _width(item: Item, box: Box) -> float:
    """How wide the item's lines may be."""
    room = box.width - item.dx
    if item.copy is None or not item.widest:
        return room
    return min(room, item.widest * item.copy.style.size)


def _total(
    there: list[tuple[Item, MeasuredCopy | None]], heights: list[float], share: float
) -> float:
    """The height of the whole stack."""
    return sum(heights) + share * sum(item.gap for item, _ in there[1:])
