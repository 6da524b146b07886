"""Contact sheets of a show in every look it is made for: each theme, language and shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.stills import Pixels, Studio
from kiosk.playback.look import NO_LOOK, Look

if TYPE_CHECKING:
    from kiosk.show.model import Shape, Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.brought import FontRefusal

SIZES: Mapping[Shape, Pixels] = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which sheets are wanted; what is None or empty stands for all that the show has."""

    size: Pixels | None = None
    look: Look = NO_LOOK


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


def is_folder(file: Path) -> bool:
    """Whether many sheets are wanted: it is a folder, or would be one by its name."""
    return not file.suffix or (file.is_dir() and not file.suffix[1:].isalpha())


def export_sheet(
    show: Show, folder: Path, file: Path, wish: Wish
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes one contact sheet, in the show's own look where nothing is wished.

    What is missing in it because it cannot be shown is returned. Raises OSError.
    """
    studio = Studio.of(show, folder)
    studio.write_sheet(file, wish.size or SIZES["landscape"], wish.look)
    return studio.refusals


def export_sheets(
    show: Show, folder: Path, into: Path, wish: Wish, tell: Callable[[Path], None]
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes a contact sheet of each wanted look into the folder `into`, which is made.

    tell: is called with each file when it is there. What is missing in one because it cannot be
    shown is returned. Raises OSError.
    """
    into.mkdir(parents=True, exist_ok=True)
    studio = Studio.of(show, folder)
    for name, (size, look) in sheets_of(show, wish).items():
        studio.write_sheet(into / name, size, look)
        tell(into / name)
    return studio.refusals


def _shape(size: Pixels) -> str:
    """What a page of that many pixels is called in the name of a file."""
    known = next((shape for shape, usual in SIZES.items() if usual == size), "")
    return known or f"{size[0]}x{size[1]}"
