"""A folder of pictures: each slide as it stands when all of it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.stage.painting.frames import render
from kiosk.stage.stills.writers import save_png

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.show.model import Show


def page_names(show: Show) -> dict[str, str]:
    """The name of the file for each slide by its id: `01-two-pillars.png`, in the show's order."""
    digits = max(2, len(str(len(show.slides))))
    return {
        slide.id: f"{number:0{digits}}-{slide.id}.png"
        for number, slide in enumerate(show.slides, start=1)
    }


def export_pages(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes a picture of every slide into the folder `file`. Raises OSError.

    Of a part of the show they are called as they would be among all.
    """
    every = page_names(studio.show)
    names = {slide.id: every[slide.id] for slide in wish.part_of(studio.show).slides}
    size, look = wish.size_in(studio.show), wish.look_in(studio.show)
    composer = studio.composer(size)
    tell(0, len(names))
    for done, (slide_id, name) in enumerate(names.items(), start=1):
        page = studio.page(slide_id, look, composer)
        save_png(render(page, size, studio.assets, studio.lines), file / name)
        tell(done, len(names))
