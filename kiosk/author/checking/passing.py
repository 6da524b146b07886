"""Slides that pass an eye: each is painted once and moved by whole cells, as the stage moves it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.films import poses_of, times
from kiosk.author.checking.known import scale_of
from kiosk.geometry import Pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.flashes import Values
    from kiosk.geometry import Size
    from kiosk.show.model import Turn

_Places = tuple[tuple[int, int], tuple[int, int]]  # of the leaving and of the coming slide
_SHARES = tuple(step / 8 for step in range(9))


def slides_by(kind: str, page: Size) -> bool:
    """Whether that transition moves whole slides to a side, and does nothing else."""
    poses = [pose for share in _SHARES for pose in poses_of(kind, share, page)]
    moved = (pose == Pose(dx=pose.dx, dy=pose.dy) for pose in poses)
    return all(moved) and any(pose != Pose() for pose in poses)


def grows(kind: str, page: Size) -> bool:
    """Whether that transition makes slides larger or smaller."""
    return any(pose.scale != 1.0 for share in _SHARES for pose in poses_of(kind, share, page))


def passing(
    old: Values, new: Values, turn: Turn, page: Size, direction: int = 1
) -> Iterator[Values]:
    """The frames of a turn that slides by, from one still to the other."""
    last: tuple[_Places, Values] | None = None
    for t in times(turn.duration_s):
        share = t / turn.duration_s if turn.duration_s > 0.0 else 1.0
        poses = poses_of(turn.kind, share, page, direction)
        places = _place(poses[0], page), _place(poses[1], page)
        if last is None or last[0] != places:
            last = places, _laid(old, new, places)
        yield last[1]


def _place(pose: Pose, page: Size) -> tuple[int, int]:
    """By how many cells a slide is moved to the right and down: as the stage has it."""
    scale = scale_of(page)
    return math.floor(pose.dx * scale + 0.5), math.floor(pose.dy * scale + 0.5)


def _laid(old: Values, new: Values, places: _Places) -> Values:
    """One still laid over the other, each in its place."""
    frame = np.zeros_like(old)
    for values, (dx, dy) in zip((old, new), places, strict=True):
        onto_y, from_y = _shared(dy, values.shape[1])
        onto_x, from_x = _shared(dx, values.shape[2])
        frame[:, onto_y, onto_x] = values[:, from_y, from_x]
    return frame


def _shared(moved: int, count: int) -> tuple[slice, slice]:
    """Where cells that are moved lie within as many, and which of them these are."""
    moved = max(-count, min(count, moved))
    onto = slice(max(0, moved), count + min(0, moved))
    return onto, slice(max(0, -moved), count - max(0, moved))
