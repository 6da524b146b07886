"""What is wrong with a slide as it is seen, and how that becomes one problem for all its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that an eye or a finger would stumble over. code: a short name (`low-contrast`).

    part: the key of what it is about. what: the finding in its worst look, by how much; hint: what
    to do. amount: how bad it is, to find the worst look: of one part and code that alone is told.
    """

    part: str
    code: str
    what: Phrase
    hint: Phrase
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Sighting:
    """A fault where it was seen. place: None for what nobody wrote."""

    slide: str
    fault: Fault
    place: Span | None
    language: str
    shape: str
    theme: str


def sighting(fault: Fault, seen: Seen) -> Sighting:
    """The fault as it was seen there."""
    shape = "portrait" if seen.page.is_portrait else "landscape"
    slide = "" if seen.slide is None else seen.slide.id
    place = seen.place(fault.part)
    return Sighting(slide, fault, place, seen.room.language, shape, seen.room.theme.name)


def told(sightings: Iterable[Sighting], looks: Looks) -> Iterator[Problem]:
    """One warning for each part and kind of fault, in its worst look, with the looks that have it.

    What stands in one language alone is a part of its own. What nobody wrote is not told.
    """
    groups: dict[tuple[str, str, str, Span], list[Sighting]] = {}
    for one in sightings:
        if one.place is not None:
            key = (one.slide, one.fault.part, one.fault.code, one.place)
            groups.setdefault(key, []).append(one)
    for group in groups.values():
        worst = max(group, key=lambda one: one.fault.amount)
        assert worst.place is not None
        what, where = worst.fault.what, looks.where(group)
        if where:
            what = phrase("{what} ({where})", what=what, where=where)
        fault = worst.fault
        yield Problem(worst.place, "warning", fault.code, what, fault.hint)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is looked at: each language, theme and shape."""

    languages: tuple[str, ...]
    themes: tuple[str, ...]
    shapes: tuple[str, ...]

    def where(self, group: list[Sighting]) -> str:
        """The looks of those sightings, as far as they are not all: `en, portrait`."""
        found = (
            _some({one.language for one in group}, self.languages),
            _some({one.shape for one in group}, self.shapes),
            _some({one.theme for one in group}, self.themes),
        )
        return ", ".join(word for words in found for word in words)


def _some(found: set[str], every: tuple[str, ...]) -> tuple[str, ...]:
    """Those that were found, where they are not all that there are."""
    return () if len(found) == len(every) else tuple(name for name in every if name in found)
