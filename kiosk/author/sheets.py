"""Contact sheets of a show in every look it is made for: each theme, language and shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.stills import Look, Studio

if TYPE_CHECKING:
    from kiosk.show.model import Shape, Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.show_fonts import FontRefusal

SIZES: Mapping[Shape, tuple[int, int]] = {"landscape": (1920, 1080), "portrait": (1080, 1920)}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which looks are wanted; what is None or empty stands for all that the show has."""

    size: tuple[int, int] | None = None
    language: str = ""
    theme: str = ""
    is_large: bool = False
    is_calm: bool = False
    is_low: bool = False

    def look(self, size: tuple[int, int], language: str, theme: str) -> Look:
        """The look of one sheet."""
        return Look(size, language, theme, self.is_large, self.is_calm, self.is_low)


def looks_of(show: Show, wish: Wish) -> dict[str, Look]:
    """The wanted looks, by the name of a file for each: `dusk-zh-landscape.png`."""
    themes = (wish.theme,) if wish.theme else tuple(show.themes)
    languages = (wish.language,) if wish.language else show.languages
    shapes = {shape: SIZES[shape] for shape in show.shapes}
    sizes = {_shape(wish.size): wish.size} if wish.size else shapes
    looks = {
        (theme, language, shape): wish.look(size, language, theme)
        for theme in themes
        for language in languages
        for shape, size in sizes.items()
    }
    return {"-".join((*name, *look.adjusted)) + ".png": look for name, look in looks.items()}


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
    size = wish.size or SIZES["landscape"]
    studio.write_sheet(file, wish.look(size, wish.language, wish.theme))
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
    for name, look in looks_of(show, wish).items():
        studio.write_sheet(into / name, look)
        tell(into / name)
    return studio.refusals


def _shape(size: tuple[int, int]) -> str:
    """What a page of that many pixels is called in the name of a file."""
    known = next((shape for shape, usual in SIZES.items() if usual == size), "")
    return known or f"{size[0]}x{size[1]}"
