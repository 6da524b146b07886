"""A PDF of a show: a page a slide, as it stands when all of it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.exporting.notes import Handout
from kiosk.author.exporting.titles import title_of
from kiosk.geometry import page_size
from kiosk.stage.device import Device
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.paper.contents import Bookmark
from kiosk.stage.painting.paper.document import Binding, Ink, Paper, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.marks import Frame, Sheet
    from kiosk.show.model import Show


def export_pdf(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes every slide as a page, or with its notes on A4 where they are wished.

    Raises OSError.
    """
    show, look = wish.part_of(studio.show), wish.look_in(studio.show)
    size = wish.size_in(show)
    composer, slide_size, language = studio.composer(size), page_size(*size), look.language
    handout = Handout.of(slide_size)
    measure, total = QtMeasure(studio.lines), len(show.slides)
    notes: dict[str, tuple[Sheet, ...]] = {}
    if wish.has_notes:
        notes = {s.id: handout.sheets(show, s, language, measure) for s in show.slides}

    def pages() -> Iterator[Frame]:
        tell(0, total)
        for done, slide in enumerate(show.slides, start=1):
            frame = studio.page(slide.id, look, composer)
            if slide.id not in notes:
                yield frame
            for number, sheet in enumerate(notes.get(slide.id, ())):
                yield handout.frame(sheet, None if number else frame)
            tell(done, total)

    numbers: dict[str, int] = {}
    next_page = 0
    for slide in show.slides:
        numbers[slide.id] = next_page
        next_page += max(1, len(notes.get(slide.id, ())))
    ink = Ink(studio.assets, studio.lines, Device(*size))
    paper = Paper(slide_size, slide_size)
    if wish.has_notes:
        paper = Paper(handout.size, slide_size, handout.units)
    binding = Binding(show.title.in_language(language), language, _listed(show, language, numbers))
    write_pdf(file, paper, pages(), ink, binding)


def _listed(show: Show, language: str, numbers: Mapping[str, int]) -> tuple[Bookmark, ...]:
    """The chapters with their slides, without the steps of those. numbers: of their pages."""
    return tuple(
        Bookmark(
            chapter.title.in_language(language),
            numbers[chapter.pages[0].id],
            tuple(
                Bookmark(title_of(show, slide, language), numbers[slide.id])
                for slide in chapter.pages
            ),
        )
        for chapter in show.chapters
        if chapter.pages
    )
