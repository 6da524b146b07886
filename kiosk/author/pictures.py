"""Which slides have a picture that cannot be shown, so that they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.show.pictures import pictures_in
from kiosk.stage.pictures.assets import Assets, Refusal, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.phrases import Phrase
    from kiosk.show.model import Show

_SMALL_PX = 64
_HINT = phrase("put a picture there that can be shown")


def unusable(
    show: Show, folder: str, refusal: Callable[[str], Phrase | None]
) -> tuple[Problem, ...]:
    """An error for each picture of the show, in the folder of that name, that cannot be shown.

    It stands where the file is named. refusal: why a file is not shown, or None; asked once for
    each.
    """
    refused: dict[str, Phrase | None] = {}
    found = []
    for named in pictures_in(show):
        file = named.file
        if file not in refused:
            refused[file] = refusal(file)
        what = refused[file]
        if what is not None:
            place = named.place or Span(f"{folder}/{file}", 1, 1)
            found.append(Problem(place, "error", "unusable-picture", what, _HINT))
    return tuple(found)


def refusal_of(assets: Assets, file: str) -> Phrase | None:
    """Why a picture is not shown, if it is not; decoded in small, by Qt's application."""
    image = assets.load(Wanted(file, _SMALL_PX, _SMALL_PX, "contain"))
    return image.said if isinstance(image, Refusal) else None
