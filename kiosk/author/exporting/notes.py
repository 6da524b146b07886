"""What is said or remembered with a slide, on pages of its own that are printed well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.author.exporting.titles import title_of
from kiosk.geometry import Pose
from kiosk.marks import Frame, Label, Layer, Sheet
from kiosk.theme import Colour, text_style
from kiosk.typesetting.blocks import TextBlock
from kiosk.typesetting.paragraphs import Copy, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.geometry import Size
    from kiosk.marks import Marks
    from kiosk.show.model import Show, Slide
    from kiosk.typesetting.setting import Measure

_WHITE, _BLACK, _GREY = Colour(1.0, 1.0, 1.0), Colour(0.1, 0.1, 0.1), Colour(0.4, 0.4, 0.4)
_MARGIN, _TOP = 96.0, 168.0  # logical units
_MOST_WIDE = 1300.0  # logical units of a line: a wider one is hard to follow


def note_pages(
    show: Show, slide: Slide, language: str, size: Size, measure: Measure
) -> tuple[Frame, ...]:
    """The pages with the slide's notes, as many as they need; none where it has none."""
    text = slide.notes.in_language(language).strip()
    if not text:
        return ()
    style = text_style("body", language)
    width = min(_MOST_WIDE, size.width - 2 * _MARGIN)
    block = measured(Copy(text, style, has_lists=True), measure).block(1.0, width)
    head = Label("title", title_of(show, slide, language), _MARGIN, _MARGIN + 30.0,
                 text_style("caption", language), _GREY)  # fmt: skip
    return tuple(
        _page(size, (head, *part.labels("notes", _MARGIN, _TOP, _BLACK)))
        for part in _parts(block, size.height - _TOP - _MARGIN)
    )


def _parts(block: TextBlock, height: float) -> Iterator[TextBlock]:
    """The text in parts that are at most so high."""
    line = block.style.size * block.style.line
    rows = [*block.rows]
    while rows:
        top = rows[0].top
        count = max(1, sum(row.top - top + line <= height for row in rows))
        yield replace(block, rows=tuple(replace(row, top=row.top - top) for row in rows[:count]))
        del rows[:count]


def _page(size: Size, marks: Marks) -> Frame:
    """A white page with these marks."""
    return Frame(size, (Sheet("notes", (Layer("notes", marks),), Pose(), _WHITE),))
