"""A part of a show: the slides that are wished, in the show's order.

What is wished is written `take-off, industry, gates..departures`: a slide with its steps, a
chapter, or all from the one to the other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.show.model import Show, Slide

_COMMA = re.compile(r"\s*[,，、]\s*")
_TO = re.compile(r"\s*(?:\.{2,3}|…{1,2})\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """Slides of a show by their ids. named: those that the loop leaves out and were named."""

    ids: frozenset[str]
    named: frozenset[str] = frozenset()

    def of(self, show: Show) -> Show:
        """The show with these slides alone; its chapters stay, so that they keep their numbers.

        Steps of a slide that is left out stand for themselves.
        """
        chapters = tuple(
            replace(chapter, slides=tuple(map(self._alone, self._kept(chapter.slides))))
            for chapter in show.chapters
        )
        return replace(show, chapters=chapters)

    def _kept(self, slides: Sequence[Slide]) -> list[Slide]:
        return [slide for slide in slides if slide.id in self.ids]

    def _alone(self, slide: Slide) -> Slide:
        of = slide.of if slide.of in self.ids else ""
        return replace(slide, of=of, in_loop=slide.in_loop or slide.id in self.named)


def names_in(show: Show) -> tuple[str, ...]:
    """What a part can be named by: the ids of slides and of chapters."""
    chapters = [chapter.id for chapter in show.chapters]
    return tuple(dict.fromkeys((*(slide.id for slide in show.slides), *chapters)))


def part_of(show: Show, wished: str) -> Part | tuple[str, ...]:
    """The part that is `wished`; or the names in it that the show does not have."""
    ids = [slide.id for slide in show.slides]
    found, named, unknown = set[str](), set[str](), list[str]()
    for word in _words(show, wished):
        ends = [word] if word in names_in(show) else _TO.split(word, maxsplit=1)
        among = [_meant(show, end) for end in ends]
        unknown += [end for end, slides in zip(ends, among, strict=True) if not slides]
        if all(among):
            places = sorted(ids.index(slide) for slides in among for slide in slides)
            found |= {*ids[places[0] : places[-1] + 1]}
            named |= {*among[0]} if word in ids else set()
    return tuple(unknown) if unknown else Part(frozenset(found), frozenset(named))


def _words(show: Show, wished: str) -> list[str]:
    """What is wished, one by one; an id may have a comma in it."""
    return [wished] if wished in names_in(show) else _COMMA.split(wished.strip().strip(",，、"))


def _meant(show: Show, name: str) -> tuple[str, ...]:
    """The ids of the slide of that name with its steps, or of the chapter; empty where none is."""
    slide = tuple(each.id for each in show.slides if name and name in {each.id, each.of})
    chapter = (each for each in show.chapters if each.id == name)
    return slide or tuple(each.id for one in chapter for each in one.slides if not each.is_hidden)
