"""What moves on a slide, filmed in small: how it flashes, seen from where people stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.flashes import (
    Flashing,
    Values,
    values_of,
    worst_flashes,
    worst_of_values,
)
from kiosk.author.checking.known import scale_of
from kiosk.geometry import Box, Pose
from kiosk.limits import FLASH_AREA
from kiosk.marks import Frame, Layer, Sheet
from kiosk.playback.plans import view_of
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options, Plan
from kiosk.playback.turns import transition_of
from kiosk.playback.visit import set_off
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Size
    from kiosk.layouts.base import Placed
    from kiosk.show.model import Slide, Turn

RATE = 60  # frames a second, as screens have: what passes quickly needs all of them
_FINE = 8  # pixels a cell, where one for each is too coarse
_BEFORE_S = 0.007
_SLOW_RATE, _LONG_S = 30, 5.0  # of what plays for long


@dataclass(frozen=True, slots=True)
class Shot:
    """Frames, and how many of them there are in a second."""

    frames: Iterator[Frame]
    rate: int = RATE


def filmed(seen: Seen, shot: Shot, least_sr: float = FLASH_AREA.value) -> Flashing:
    """What flashes too often in it. least_sr: what is no larger is not told."""
    frames = map(seen.known.film(seen).colours, shot.frames)
    return worst_flashes(frames, shot.rate, cell_sr(seen), least_sr)


def finely_filmed(seen: Seen, shot: Shot) -> Flashing:
    """The same, painted larger: whole pixels by which a slide grows are no matter then."""
    film = seen.known.film(seen, _FINE)
    frames = (_cells(film.colours(frame)) for frame in shot.frames)
    return worst_flashes(frames, shot.rate, cell_sr(seen), FLASH_AREA.value)


def _cells(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Of so many pixels a cell, their means."""
    rows, columns = (side // _FINE for side in colours.shape[:2])
    blocks = colours[: rows * _FINE, : columns * _FINE].reshape(rows, _FINE, columns, _FINE, 3)
    return np.asarray(blocks.mean(axis=(1, 3)), np.uint8)


def counted(seen: Seen, frames: Iterable[Values]) -> Flashing:
    """The same of frames that are painted already, as many a second as screens have."""
    return worst_of_values(frames, RATE, cell_sr(seen), FLASH_AREA.value)


def cell_sr(seen: Seen) -> float:
    """The solid angle of a cell, seen from the viewing distance."""
    side = seen.mm / scale_of(seen.page) / (seen.show.viewing_m * 1000)  # at a distance of 1
    return side * side


def times(duration_s: float, rate: int = RATE) -> Iterator[float]:
    """The moments that are filmed, from the start to the end."""
    return (min(n / rate, duration_s) for n in range(math.ceil(duration_s * rate) + 1))


def turning(seen: Seen, leaving: Slide, turn: Turn) -> Shot:
    """The turn by which the slide comes on after `leaving`."""
    assert seen.slide is not None
    look = seen.room.look
    state = seek(seen.show, leaving.id, LONG_S, Options(takes_all=True, look=look))
    plan = Plan(view_of(state, seen.slide.id, look), turn.kind, turn.duration_s)
    state = set_off(state, plan, 0.0)
    return Shot(seen.composer.frame(state, t) for t in times(turn.duration_s))


def entering(seen: Seen, rate: int = RATE) -> Shot:
    """All parts from their entries to their ends, but for what plays.

    The frames lie before the moments at which figures change, which are tenths of a second for the
    most part: what fades in is then as bright as it becomes with that value.
    """
    parts = seen.laid.placed
    ends_s = max((part.starts_s + part.scene.entry_s for part in parts), default=0.0)
    return Shot(
        (_standing(seen, max(0.0, t - _BEFORE_S)) for t in times(ends_s + _BEFORE_S, rate)), rate
    )


def playing(seen: Seen, part: Placed) -> Shot:
    """One part from its entry to its end, over all others as they stand."""

    def frame(t: float) -> Frame:
        layers = tuple(
            Layer(one.key, one.scene.at(t) if one is part else one.scene.full)
            for one in seen.laid.placed
        )
        return _page(seen, layers)

    rate = _SLOW_RATE if part.scene.end_s > _LONG_S else RATE
    return Shot(map(frame, times(part.scene.end_s, rate)), rate)


def still(seen: Seen, slide: Slide, *, is_settled: bool) -> Values:
    """A slide as it leaves, all settled, or as it comes: before anything has entered."""
    laid, room = seen.composer.laid(seen.show, slide.id, seen.room.look)
    layers = tuple(
        Layer(part.key, part.scene.full if is_settled else part.scene.at(-part.starts_s))
        for part in laid.placed
    )
    frame = Frame(seen.page, (Sheet(f"still {slide.id}", layers, Pose(), room.theme.ground),))
    return values_of(seen.known.film(seen).colours(frame))


def middle(page: Size) -> Box:
    """Where a turn starts that nobody touched off."""
    return Box(page.width / 3, page.height / 3, page.width / 3, page.height / 3)


def poses_of(kind: str, share: float, page: Size, direction: int = 1) -> tuple[Pose, Pose]:
    """Where the leaving and the coming slide lie at that share of the time of a turn."""
    transition = transition_of(kind)
    return transition.poses(transition.easing(share), page, direction, middle(page))


def _standing(seen: Seen, t: float) -> Frame:
    """The slide `t` seconds after it came on."""
    layers = (
        Layer(part.key, part.scene.at(min(t - part.starts_s, part.scene.entry_s)))
        for part in seen.laid.placed
    )
    return _page(seen, tuple(layers))


def _page(seen: Seen, layers: tuple[Layer, ...]) -> Frame:
    """The slide with those layers."""
    name = "" if seen.slide is None else seen.slide.id
    return Frame(seen.page, (Sheet(name, layers, Pose(), seen.room.theme.ground),))
