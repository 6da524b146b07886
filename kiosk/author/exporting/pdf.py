"""A PDF of a show: a page a slide, as it stands when all of it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.exporting.titles import title_of
from kiosk.geometry import page_size
from kiosk.stage.device import Device
from kiosk.stage.painting.paper.contents import Bookmark
from kiosk.stage.painting.paper.document import Binding, Ink, write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.marks import Frame
    from kiosk.show.model import Show


def export_pdf(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes every slide as a page. Raises OSError."""
    show = studio.show
    size, look = wish.size_in(show), wish.look_in(show)
    composer = studio.composer(size)
    total = len(show.slides)

    def pages() -> Iterator[Frame]:
        tell(0, total)
        for done, slide in enumerate(show.slides, start=1):
            yield studio.page(slide.id, look, composer)
            tell(done, total)

    ink = Ink(studio.assets, studio.lines, Device(*size))
    binding = Binding(
        show.title.in_language(look.language), look.language, bookmarks(show, look.language)
    )
    write_pdf(file, page_size(*size), pages(), ink, binding)


def bookmarks(show: Show, language: str) -> tuple[Bookmark, ...]:
    """The chapters with their slides, without the steps of those."""
    pages = {slide.id: number for number, slide in enumerate(show.slides)}
    return tuple(
        Bookmark(
            chapter.title.in_language(language),
            pages[chapter.pages[0].id],
            tuple(
                Bookmark(title_of(show, slide, language), pages[slide.id])
                for slide in chapter.pages
            ),
        )
        for chapter in show.chapters
        if chapter.pages
    )
