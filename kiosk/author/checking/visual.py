"""A show looked at slide by slide, in every look it is made for, by as many processes as help."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import field
from functools import cache, partial
from itertools import product
from multiprocessing import get_context
from typing import TYPE_CHECKING

from kiosk.author.checking.changes import flashing
from kiosk.author.checking.contrast import low_contrast
from kiosk.author.checking.designs import of_two_designs
from kiosk.author.checking.faintness import faint_chart
from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.author.checking.known import Known
from kiosk.author.checking.overlaps import overlapping
from kiosk.author.checking.room import without_room
from kiosk.author.checking.seen import PAGES, Eye
from kiosk.author.checking.sharpness import blurred
from kiosk.author.checking.targets import untouchable
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.stills import Studio
from kiosk.playback.look import Look
from kiosk.playback.state import HOME
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kiosk.author.checking.faults import Fault, Sighting
    from kiosk.author.checking.seen import Seen
    from kiosk.author.progress import Tell
    from kiosk.problems import Problem

_CHECKS: tuple[Callable[[Seen], Iterable[Fault]], ...] = (
    without_room, overlapping, untouchable, low_contrast, faint_chart, blurred, of_two_designs,
    flashing,
)  # fmt: skip
_MANY = 150  # views from which on further processes save more time than they take to start
_TOGETHER = 16  # slides that a process is given at once: each is seen beside the one before it

Slides = tuple[str, ...]


def looks_of(show: Show, *, every: bool) -> Looks:
    """What a show is made for: its languages, its theme and shapes; or every theme and shape."""
    if every:
        return Looks(show.languages, tuple(show.themes), tuple(PAGES))
    return Looks(show.languages, (show.theme,), show.shapes)


def seen_wrong(
    studio: Studio, folder: Path, looks: Looks, tell: Tell, *, is_alone: bool = False
) -> tuple[Problem, ...]:
    """What an eye or a finger stumbles over in the show of `studio`, which lies in `folder`.

    tell: is called with how many slides are done. is_alone: whether no other process may help.
    """
    ids = _views(studio.show)
    parts = [ids[start : start + _TOGETHER] for start in range(0, len(ids), _TOGETHER)]
    views = len(ids) * len(looks.languages) * len(looks.themes) * len(looks.shapes)
    if is_alone or views < _MANY:
        found = map(_Looking(studio, looks).at, parts)
        return _gathered(found, parts, looks, tell)
    processes = min(os.cpu_count() or 1, len(parts))
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return _gathered(pool.map(partial(_look, folder, looks), parts), parts, looks, tell)


def _gathered(
    found: Iterable[list[Sighting]], parts: list[Slides], looks: Looks, tell: Tell
) -> tuple[Problem, ...]:
    """The problems in all that was found, part by part."""
    total, done = sum(map(len, parts)), 0
    tell(done, total)
    sightings: list[Sighting] = []
    for part, more in zip(parts, found, strict=True):
        sightings += more
        done += len(part)
        tell(done, total)
    return tuple(told(sightings, looks))


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks at slides of one show."""

    studio: Studio
    looks: Looks
    known: Known = field(default_factory=Known)

    def at(self, slides: Slides) -> list[Sighting]:
        """Everything that is wrong with those."""
        return [found for shape in self.looks.shapes for found in self._on(shape, slides)]

    def _on(self, shape: str, slides: Slides) -> Iterator[Sighting]:
        """Everything that is wrong on pages of that shape."""
        eye = Eye(self.studio, PAGES[shape], self.known)
        for slide, language, theme in product(slides, self.looks.languages, self.looks.themes):
            seen = eye.sees(slide, Look(language, theme))
            for check in _CHECKS:
                yield from (sighting(fault, seen) for fault in check(seen))


# --- in a process of its own --------------------------------------------------------------------


def _look(folder: Path, looks: Looks, slides: Slides) -> list[Sighting]:
    """Everything that is wrong with those slides, as far as the show still has them."""
    looking = _looking(folder, looks)
    there = () if looking is None else _views(looking.studio.show)
    left = tuple(slide for slide in slides if slide in there)
    return looking.at(left) if looking is not None and left else []


@cache
def _looking(folder: Path, looks: Looks) -> _Looking | None:
    """What a process looks with, made once; None where the show has gone meanwhile."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's business
    show = load(DiskFolder(folder), theme_files())
    return _Looking(Studio.of(show, folder), looks) if isinstance(show, Show) else None


def _views(show: Show) -> Slides:
    """The ids of what is looked at: the slides, and the home view of a show that has one."""
    home = (HOME,) if show.home == "windows" else ()
    return (*home, *(slide.id for slide in show.slides))
