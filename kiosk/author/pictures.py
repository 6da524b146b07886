"""Which slides have a picture that cannot be shown, so that they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.problems import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.phrases import Phrase
    from kiosk.show.model import Show


def unusable(
    show: Show, folder: str, refusal: Callable[[str], Phrase | None]
) -> tuple[Problem, ...]:
    """An error for each picture of the show, in the folder of that name, that cannot be shown.

    It stands at the slide; a chapter's window has the place of its file. refusal: why a file is not
    shown, or None; asked once for each.
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


def _pictures(show: Show) -> Iterator[tuple[str, Span | None]]:
    """The files of the show's pictures, and the slides that they are on."""
    for chapter in show.chapters:
        if chapter.picture is not None:
            yield from ((file, None) for file in _distinct(chapter.picture.choices))
        for slide in chapter.slides:
            picture = slide.parts.picture
            if isinstance(picture, PictureElement) and not slide.is_hidden:
                yield from ((file, slide.span) for file in _distinct(picture.file.choices))


def _distinct(choices: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The files that are chosen from."""
    return tuple(dict.fromkeys(file for _, file in choices))
