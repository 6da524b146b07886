"""A PDF of a show: a page a slide, as it stands when all of it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.exporting.notes import note_pages
from kiosk.author.exporting.titles import title_of
from kiosk.geometry import page_size
from kiosk.stage.device import Device
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.paper.contents import Bookmark
from kiosk.stage.painting.paper.document import Binding, Ink, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.marks import Frame
    from kiosk.show.model import Show


def export_pdf(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes every slide as a page, followed by its notes where they are wished. Raises OSError."""
    show = studio.show
    size, look = wish.size_in(show), wish.look_in(show)
    composer, page, language = studio.composer(size), page_size(*size), look.language
    measure, total = QtMeasure(studio.lines), len(show.slides)
    notes: dict[str, tuple[Frame, ...]] = {}
    if wish.has_notes:
        notes = {s.id: note_pages(show, s, language, page, measure) for s in show.slides}

    def pages() -> Iterator[Frame]:
        tell(0, total)
        for done, slide in enumerate(show.slides, start=1):
            yield studio.page(slide.id, look, composer)
            yield from notes.get(slide.id, ())
            tell(done, total)

    numbers: dict[str, int] = {}
    next_page = 0
    for slide in show.slides:
        numbers[slide.id] = next_page
        next_page += 1 + len(notes.get(slide.id, ()))
    ink = Ink(studio.assets, studio.lines, Device(*size))
    binding = Binding(show.title.in_language(language), language, _listed(show, language, numbers))
    write_pdf(file, page, pages(), ink, binding)


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
