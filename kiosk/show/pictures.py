"""The pictures that a show shows: their files, which content of them, and where they are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.options import FileChoice
    from kiosk.problems import Span
    from kiosk.show.model import Show


@dataclass(frozen=True, slots=True)
class Named:
    """A file that is shown as a picture. edition: which content of it, where files are watched.

    place: where it is named, if that is known.
    """

    file: str
    edition: str
    place: Span | None


def pictures_in(show: Show) -> Iterator[Named]:
    """Every picture wherever it is named, in the order of the show; of hidden slides none."""
    for chapter in show.chapters:
        if chapter.picture is not None:
            yield from _chosen(chapter.picture, chapter.places.of("picture"))
        for slide in chapter.slides:
            picture = slide.parts.picture
            if isinstance(picture, PictureElement) and not slide.is_hidden:
                place = slide.places.of(f"{picture.id or 'picture'}.file", "picture")
                yield from _chosen(picture.file, place)


def _chosen(choice: FileChoice, place: Span | None) -> Iterator[Named]:
    """The files that are chosen from."""
    for file in dict.fromkeys(file for _, file in choice.choices):
        yield Named(file, choice.edition_of(file), place)
