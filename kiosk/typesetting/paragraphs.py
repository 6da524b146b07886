"""Sets text into boxes: lines, sizes that give way before anything is cut, baselines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.typesetting import limits
from kiosk.typesetting.blocks import BEHIND_NUMBER, Row, TextBlock, numbers
from kiosk.typesetting.lines import Faces, Range, Run, broken, run_of
from kiosk.typesetting.lists import BULLET, Paragraph, paragraphs_of
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.theme import Colour, FaceName, TextStyle
    from kiosk.typesetting.setting import Measure

BULLET_INDENT = 0.95  # em; of a list's lines
_BETWEEN_ITEMS = 0.35  # em above an item, and below a list
_HEAVIER: dict[FaceName, FaceName] = {"sans": "sans-bold", "display": "display-medium"}


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that is to be set. limit: the share of its size that it may be shrunk to.

    It goes beyond that only where it would lie over something else. smallest: the size in logical
    units that it is never shrunk below. is_balanced: its lines are about equally long, as a
    title's. emphasis: the stretches set in a heavier face, and in the colour accent if there is
    one. has_lists: whether lines that begin with `- ` or `1. ` are the items of a list.
    """

    text: str
    style: TextStyle
    limit: float = limits.TEXT
    smallest: float = limits.SMALLEST
    is_balanced: bool = False
    emphasis: tuple[Range, ...] = ()
    accent: Colour | None = None
    has_lists: bool = False

    def least_share(self, *, is_pressed: bool) -> float:
        """The share of its size that it is not shrunk below; is_pressed: not even in need."""
        readable = min(1.0, self.smallest / self.style.size)
        return readable if is_pressed else max(self.limit, readable)


def title_copy(text: str, style: TextStyle, smallest: float = limits.SMALLEST) -> Copy:
    """A title: balanced lines, and down to 70 % where there is no room."""
    return Copy(text, style, limits.TITLE, smallest, is_balanced=True)


def emphasised(style: TextStyle) -> TextStyle:
    """The style of emphasised words in a text of `style`: heavier, where there is such a face."""
    return replace(style, face=_HEAVIER.get(style.face, style.face))


@dataclass(frozen=True, slots=True)
class MeasuredParagraph:
    """One paragraph and its pieces' widths, in logical units at the size of its copy.

    marker: the sign of the item that begins here. indent: how far its lines stand from the side.
    gap: above it.
    """

    run: Run
    marker: str = ""
    indent: float = 0.0
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class MeasuredCopy:
    """A copy and its pieces' widths, measured once for all sizes (widths grow with the size)."""

    copy: Copy
    paragraphs: tuple[MeasuredParagraph, ...]

    def block(self, share: float, width: float, *, is_pressed: bool = False) -> TextBlock:
        """The text at `share` of its size, or the least it allows, in lines of `width`.

        is_pressed: in need, it is shrunk beyond its limit.
        """
        if not self.copy.text.strip():
            return TextBlock((), self.copy.style, 0.0)
        least = self.copy.least_share(is_pressed=is_pressed)
        share = max(share, least)
        room = width / share
        is_whole = all(each.run.widest <= room - each.indent for each in self.paragraphs)
        style = replace(self.copy.style, size=self.copy.style.size * share)
        rows: list[Row] = []
        down = 0.0
        for each in self.paragraphs:
            run = each.run if is_whole or share > least else each.run.splintered(room - each.indent)
            down += each.gap * share if rows else 0.0
            for number, line in enumerate(
                broken(run, room - each.indent, is_balanced=self.copy.is_balanced)
            ):
                marker = "" if number else each.marker
                rows.append(Row(line, down, share, each.indent * share, marker))
                down += style.size * style.line
        return TextBlock(
            tuple(rows), style, max(row.width for row in rows), is_whole, width,
            emphasised(style), self.copy.accent,
        )  # fmt: skip


def measured(copy: Copy, measure: Measure) -> MeasuredCopy:
    """`copy`, measured."""
    heavier = emphasised(copy.style)
    faces = Faces(
        lambda piece: measure.advance(piece, copy.style),
        lambda piece: measure.advance(piece, heavier),
    )
    found = paragraphs_of(copy.text, has_lists=copy.has_lists)
    numbered = numbers(copy.style)
    markers = {each.marker: measure.advance(each.marker, numbered) for each in found if each.marker}
    ready: list[MeasuredParagraph] = []
    for index, each in enumerate(found):
        before = found[index - 1] if index else None
        ready.append(
            MeasuredParagraph(
                run_of(each.text, faces, _within(each, copy.emphasis)),
                each.marker,
                _indent(found, index, copy.style, markers),
                _gap(before, each) * copy.style.size,
            )
        )
    return MeasuredCopy(copy, tuple(ready))


def _within(paragraph: Paragraph, emphasis: tuple[Range, ...]) -> tuple[Range, ...]:
    """The emphasised stretches of the paragraph, counted from its own beginning."""
    start, length = paragraph.start, len(paragraph.text)
    cut = ((max(0, a - start), min(length, b - start)) for a, b in emphasis)
    return tuple((a, b) for a, b in cut if a < b)


def _indent(
    paragraphs: tuple[Paragraph, ...], index: int, style: TextStyle, widths: Mapping[str, float]
) -> float:
    """How far the lines of a list's paragraph stand from the side: alike in the whole list.

    widths: of the markers.
    """
    if not paragraphs[index].is_item:
        return 0.0
    first = last = index
    while first > 0 and paragraphs[first - 1].is_item:
        first -= 1
    while last < len(paragraphs) and paragraphs[last].is_item:
        last += 1
    markers = {each.marker for each in paragraphs[first:last]} - {"", BULLET}
    widest = max((widths[marker] + BEHIND_NUMBER * style.size for marker in markers), default=0.0)
    return max(BULLET_INDENT * style.size, widest)


def _gap(before: Paragraph | None, paragraph: Paragraph) -> float:
    """What is left free above a paragraph, in em."""
    if before is None or not before.text or not paragraph.text:
        return 0.0
    ends_a_list = before.is_item and not paragraph.is_item
    return _BETWEEN_ITEMS if paragraph.marker or ends_a_list else 0.0


def shares() -> tuple[float, ...]:
    """The shares of their sizes at which texts are tried, from 1 down."""
    return tuple(round(1.0 - limits.STEP * step, 2) for step in range(15))


def set_text(copy: Copy, width: float, height: float, measure: Measure) -> TextBlock:
    """`copy` as large as it fits into `width` and `height`; at its limit where it never does."""
    ready = measured(copy, measure)
    for share in shares():
        block = ready.block(share, width, is_pressed=share < copy.limit)
        if block.is_whole and block.height <= height:
            return block
    return ready.block(0.0, width, is_pressed=True)
