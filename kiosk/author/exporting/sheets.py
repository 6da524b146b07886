"""Contact sheets of a show in every look it is made for: each theme, language and shape."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from kiosk.author.exporting.wish import SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Pixels, Studio
    from kiosk.playback.look import Look
    from kiosk.show.model import Show


def sheets_of(show: Show, wish: Wish) -> dict[str, tuple[Pixels, Look]]:
    """The wanted sheets, by the name of a file for each: `dusk-zh-landscape.png`."""
    wished = wish.look
    themes = (wished.theme,) if wished.theme else tuple(show.themes)
    languages = (wished.language,) if wished.language else show.languages
    sizes = (wish.size,) if wish.size else tuple(SIZES[shape] for shape in show.shapes)
    return {
        "-".join((theme, language, _shape(size), *wished.adjusted)) + ".png": (
            size,
            replace(wished, language=language, theme=theme),
        )
        for theme, language, size in product(themes, languages, sizes)
    }


def export_sheet(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes one contact sheet, in the show's own look where nothing is wished. Raises OSError."""
    tell(0, 1)
    studio.write_sheet(file, wish.size_in(studio.show), wish.look, _part(studio, wish))
    tell(1, 1)


def export_sheets(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes a contact sheet of each wanted look into the folder `file`. Raises OSError."""
    sheets, part = sheets_of(studio.show, wish), _part(studio, wish)
    tell(0, len(sheets))
    for done, (name, (size, look)) in enumerate(sheets.items(), start=1):
        studio.write_sheet(file / name, size, look, part)
        tell(done, len(sheets))


def _part(studio: Studio, wish: Wish) -> Show | None:
    """The wished slides; None for the whole show."""
    return None if wish.part is None else wish.part_of(studio.show)


def _shape(size: Pixels) -> str:
    """What a page of that many pixels is called in the name of a file."""
    known = next((shape for shape, usual in SIZES.items() if usual == size), "")
    return known or f"{size[0]}x{size[1]}"
