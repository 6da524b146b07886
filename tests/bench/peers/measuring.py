"""What one program takes: until its first slide is there, at rest, and while it plays."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench.peers.contenders import Contender
from tests.bench.peers.crossfades import Crossfade, crossfades_in
from tests.bench.peers.photos import MARKERS, STRETCH
from tests.bench.peers.processes import Program, on_screen
from tests.bench.peers.screen import Screen
from tests.bench.peers.show import LOOP_S

_AT = 24  # a pixel inside the marker, from the left and from the top
_MOST_START_S = 60.0
_SETTLED_S = 8.0


class NotStartedError(Exception):
    """The first slide did not come."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A slide that stands still. cpu: the share of a core, in percent; of its screen likewise."""

    cpu: float
    screen_cpu: float
    pss_mib: float


@dataclass(frozen=True, slots=True)
class Play:
    """The deck as it plays. cpu_s: seconds of processor time a minute; of its screen likewise.

    pss_mib: memory after the minutes that it was asked for.
    """

    cpu_s: float
    screen_cpu_s: float
    pss_mib: dict[int, float]
    crossfades: tuple[Crossfade, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured of one program, in order. start_s: seconds until its first slide.

    due: of each of its crossfades the frames that can be seen.
    """

    due: list[int]
    start_s: list[float] = field(default_factory=list)
    rest: list[Rest] = field(default_factory=list)
    play: list[Play] = field(default_factory=list)


def start_s(contender: Contender) -> float:
    """Seconds from the command to the first slide on the screen."""
    with _shown(contender, contender.still) as (_, _, seconds):
        time.sleep(1.0)
        return seconds


def rest_of(contender: Contender, seconds: float) -> Rest:
    """What the first slide alone takes, in so many seconds after it has settled."""
    with _shown(contender, contender.still) as (screen, program, _):
        time.sleep(_SETTLED_S)
        began, cpu, of_screen = time.monotonic(), program.cpu_s(), screen.cpu_s()
        time.sleep(seconds)
        passed = time.monotonic() - began
        return Rest(
            (program.cpu_s() - cpu) / passed * 100,
            (screen.cpu_s() - of_screen) / passed * 100,
            program.pss_mib(),
        )


def play_of(contender: Contender, minutes: tuple[int, ...]) -> Play:
    """What the deck takes: crossfades in its first loop, processor time in whole loops after it.

    minutes: after which the memory is measured, rising; the last whole loop ends before the last.
    """
    with _shown(contender, contender.deck) as (screen, program, _):
        began = time.monotonic()
        changes = screen.changes(*STRETCH, LOOP_S)
        marks = [(time.monotonic() - began, program.cpu_s(), screen.cpu_s())]
        pss: dict[int, float] = {}
        for at, minute in _events(minutes):
            time.sleep(max(0.0, began + at - time.monotonic()))
            if minute:
                pss[minute] = program.pss_mib()
            else:
                marks.append((time.monotonic() - began, program.cpu_s(), screen.cpu_s()))
    (first_s, first, first_screen), (last_s, last, last_screen) = marks[0], marks[-1]
    taken_min = (last_s - first_s) / 60
    return Play(
        (last - first) / taken_min,
        (last_screen - first_screen) / taken_min,
        pss,
        crossfades_in(changes),
    )


def _events(minutes: tuple[int, ...]) -> list[tuple[float, int]]:
    """When to look: (seconds, minute) for the memory, (seconds, 0) for the processor time."""
    loops = max(2, int(minutes[-1] * 60 / LOOP_S))
    looks = [(LOOP_S * count, 0) for count in range(2, loops + 1)]
    return sorted([*looks, *((60.0 * minute, minute) for minute in minutes)])


@contextmanager
def _shown(contender: Contender, command: list[str]) -> Iterator[tuple[Screen, Program, float]]:
    """The program once its first slide is on a screen of its own, and after how many seconds."""
    with Screen() as screen:
        environment = on_screen(screen.display, contender.home, screen.folder)
        with Program(command, environment) as program:
            seconds = screen.seen_after(_AT, _AT, MARKERS[1], _MOST_START_S)
            if seconds is None:
                raise NotStartedError(contender.name)
            yield screen, program, seconds
