"""Which slides have a picture that cannot be shown, so that they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.problems import Problem, Span
from kiosk.stage.assets import Assets, Refusal, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.phrases import Phrase
    from kiosk.show.model import Show

_SMALL_PX = 64


def unusable(
    show: Show, folder: str, refusal: Callable[[str], Phrase | None]
) -> tuple[Problem, ...]:
    """An error for each picture of the show, in the folder of that name, that cannot be shown.

    It stands where the file is named. refusal: why a file is not shown, or None; asked once for
    each.
    """
    refused: dict[str, Phrase | None] = {}
    found = []
    for file, span in _pictures(show):
        if file not in refused:
            refused[file] = refusal(file)
        what = refused[file]
        if what is not None:
            place = span or Span(f"{folder}/{file}", 1, 1)
            found.append(Problem(place, "error", "unusable-picture", what))
    return tuple(found)


def refusal_of(assets: Assets, file: str) -> Phrase | None:
    """Why a picture is not shown, if it is not; decoded in small, by Qt's application."""
    image = assets.load(Wanted(file, _SMALL_PX, _SMALL_PX, "contain"))
    return image.said if isinstance(image, Refusal) else None


def _pictures(show: Show) -> Iterator[tuple[str, Span | None]]:
    """The files of the show's pictures, and where they are named."""
    for chapter in show.chapters:
        if chapter.picture is not None:
            place = chapter.places.of("picture")
            yield from ((file, place) for file in _distinct(chapter.picture.choices))
        for slide in chapter.slides:
            picture = slide.parts.picture
            if isinstance(picture, PictureElement) and not slide.is_hidden:
                place = slide.places.of(f"{picture.id or 'picture'}.file", "picture")
                yield from ((file, place) for file in _distinct(picture.file.choices))


def _distinct(choices: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The files that are chosen from."""
    return tuple(dict.fromkeys(file for _, file in choices))
