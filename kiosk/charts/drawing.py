"""Pieces of a chart with their own times, and how they become one scene."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES
from kiosk.charts.figures import shifted
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.charts.figures import SetFigure
    from kiosk.marks import Marks


@dataclass(frozen=True, slots=True)
class Drawn:
    """Marks that enter together: settled, before the entry, and when each key moves."""

    full: Marks = ()
    empty: Marks = ()
    timings: dict[str, Timing] = field(default_factory=dict)


def fading(marks: Marks, timing: Timing) -> Drawn:
    """Marks that fade in."""
    return Drawn(marks, (), dict.fromkeys(_keys(marks), timing))


def travelling(full: Marks, empty: Marks, timing: Timing) -> Drawn:
    """Marks that move from `empty` to `full`."""
    return Drawn(full, empty, dict.fromkeys(_keys(full), timing))


def counting(
    figure: SetFigure, to: tuple[float, float], start: tuple[float, float], timing: Timing
) -> Drawn:
    """A figure that appears at `start` and counts on its way to `to` (left edge, baseline)."""
    return travelling(
        shifted(figure.full, *to),
        tuple(replace(mark, opacity=0.0) for mark in shifted(figure.empty, *start)),
        timing,
    )


def scene(pieces: Iterable[Drawn]) -> Scene:
    """All pieces in order, as one scene."""
    pieces = tuple(pieces)
    timings: dict[str, Timing] = {}
    for piece in pieces:
        timings |= piece.timings
    return Scene(
        full=tuple(mark for piece in pieces for mark in piece.full),
        empty=tuple(mark for piece in pieces for mark in piece.empty),
        timeline=Timeline(by_key=timings),
    )


def whole(of: Scene) -> Drawn:
    """All of a scene as one piece."""
    return Drawn(of.full, of.empty, of.timeline.by_key)


def stagger_s(count: int, longest_s: float = 1.0) -> float:
    """The time between the starts of `count` marks, so that the last starts by `longest_s`."""
    return min(0.07, longest_s / max(count, 1))


def _keys(marks: Marks) -> tuple[str, ...]:
    """What is timed in the marks: the rows of batches, the others themselves."""
    keys: list[str] = []
    for mark in marks:
        keys += mark.keys if isinstance(mark, BATCHES) else (mark.key,)
    return tuple(keys)
