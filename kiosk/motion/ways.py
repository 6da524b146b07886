"""Lines and areas through other points than before: both get the points of both.

Points that belong to the same place of the data travel. What comes after the last of them enters at
the right end and what lay before the first leaves at the left one, as on a strip of paper that is
drawn past a window; the window is as wide as the lines are.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Polygons, Polylines
from kiosk.values import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.batches import Floats

    Rows = NDArray[np.intp]

Lines = Polylines | Polygons

_REMEMBERED = 16  # pairs of batches that have met
_LEVEL = 1e-6  # logical units: heights that are no further apart tell nothing of the scale
_STEEPEST = 50.0  # by which one scale is another; what is beyond that is chance
_BENT = 80.0  # logical units before a cut end
_BESIDE = 1e-6  # logical units: what is no further beyond an end is at it


def in_step(old: Lines, new: Lines) -> tuple[Lines, Lines]:
    """Both with as many points a row, those of a place in the data being the same ones.

    Rows are told by their keys. Where nothing is known of the data, or the two have nothing of it
    in common, the points go by their share of the way. Both are lines, or both are polygons.
    """
    is_known = not (np.isnan(old.at).all() and np.isnan(new.at).all())
    if old.points.shape[1] == new.points.shape[1] and not is_known:
        return old, new
    return _in_step(old, new)


@lru_cache(_REMEMBERED)
def _in_step(old: Lines, new: Lines) -> tuple[Lines, Lines]:
    """The same, worked out once: a line on its way asks in every frame."""
    rows = {key: row for row, key in enumerate(old.keys)}
    courses = [_course(old, rows.get(key), new, row) for row, key in enumerate(new.keys)]
    kept = {key: row for row, key in enumerate(new.keys)}
    left = [_course(old, row, None, None) for key, row in rows.items() if key not in kept]
    count = max(len(course) for course in (*courses, *left))
    courses, left = ([evenly_filled(one, count) for one in some] for some in (courses, left))
    gone = iter(left)
    by_old = [courses[kept[key]] if key in kept else next(gone) for key in old.keys]
    width = (courses or left)[0].shape[1] // 2
    return (
        _with(old, [course[:, : 1 + width] for course in by_old], count),
        _with(new, [np.delete(course, np.s_[1 : 1 + width], axis=1) for course in courses], count),
    )


def _with(lines: Lines, courses: list[Floats], count: int) -> Lines:
    """The batch through those points: (count, 1 + 2 k) each, k the sides of a row."""
    if not courses:
        shape = (0, count if isinstance(lines, Polylines) else 2 * count, 2)
        return replace(lines, points=np.zeros(shape))
    every = np.stack(courses)
    points = every[:, :, 1:3]
    if isinstance(lines, Polygons):
        points = np.concatenate((points, every[:, ::-1, 3:5]), axis=1)
    return replace(lines, points=points, at=every[:, :, 0])


def sides_of(lines: Lines) -> Floats:
    """The sides of each row from left to right: (n, 1, m, 2) of lines, (n, 2, m, 2) of polygons."""
    if isinstance(lines, Polylines):
        return lines.points[:, None]
    half = lines.points.shape[1] // 2
    return np.stack((lines.points[:, :half], lines.points[:, : half - 1 : -1]), axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """A row. at: (m,) rising, no two the same; sides: (m, k, 2)."""

    at: Floats
    sides: Floats


def _course(old: Lines, before: int | None, new: Lines | None, after: int | None) -> Floats:
    """A row of both: (m, 1 + 4 k) its places, where its points were, and where they will be.

    Where only one of them has the row, both are the same.
    """
    first = None if before is None else (old, before)
    second = None if new is None or after is None else (new, after)
    one, other = first or second, second or first
    if one is None or other is None:
        message = "a row of neither"
        raise ValueError(message)
    was, now = _run(*one), _run(*other)
    if not _meet(was, now):
        was, now = (_Run(np.linspace(0.0, 1.0, len(run.at)), run.sides) for run in (was, now))
    at = np.union1d(was.at, now.at)
    through = [_through(at, was, now), _through(at, now, was)]
    return np.column_stack((at, *(points.reshape(len(at), -1) for points in through)))


def _run(lines: Lines, row: int) -> _Run:
    """A row with places that rise; in a step straight up the later ones are a trace further on."""
    at, sides = lines.at[row], sides_of(lines)[row].transpose(1, 0, 2)
    if np.isnan(at).any():
        return _Run(np.full(len(at), np.nan), sides)
    index = np.arange(len(at))
    first = np.maximum.accumulate(np.where(np.diff(at, prepend=-np.inf) > 0.0, index, 0))
    return _Run(at + 8 * (index - first) * np.spacing(np.abs(at)), sides)


def _meet(was: _Run, now: _Run) -> bool:
    """Whether the two have places of the data in common."""
    return bool(was.at[0] <= now.at[-1] and now.at[0] <= was.at[-1])


def _through(at: Floats, own: _Run, other: _Run) -> Floats:
    """The row with points at all of those places: (m, k, 2).

    Beyond its ends it goes on as the other does, on its own scale.
    """
    found = np.empty((len(at), *own.sides.shape[1:]))
    beyond = (at < own.at[0]) | (at > own.at[-1])
    for side in range(found.shape[1]):
        mine, theirs = own.sides[:, side], other.sides[:, side]
        for axis in (0, 1):
            found[:, side, axis] = np.interp(at, own.at, mine[:, axis])
        if beyond.any():
            found[beyond, side, 0] = _along(at[beyond], own, other, side)
            there = np.interp(at, other.at, theirs[:, 1])
            scale, shift = _scale(there[~beyond], found[~beyond, side, 1])
            low, high = _extremes(mine[:, 1], theirs[:, 1])
            found[beyond, side, 1] = np.clip(there[beyond] * scale + shift, low, high)
    return found


def _along(at: Floats, own: _Run, other: _Run, side: int) -> Floats:
    """The x of places beyond the ends: the row's own scale goes on."""
    run = own if own.at[-1] > own.at[0] else other
    first, last = run.sides[0, side, 0], run.sides[-1, side, 0]
    slope = (last - first) / (run.at[-1] - run.at[0]) if run.at[-1] > run.at[0] else 0.0
    return np.asarray(own.sides[-1, side, 0] + (at - own.at[-1]) * slope)


def _scale(theirs: Floats, own: Floats) -> tuple[float, float]:
    """How heights of one become those of the other: a factor, and what is added then."""
    known = ~(np.isnan(theirs) | np.isnan(own))
    if not known.any():
        return 1.0, 0.0
    theirs, own = theirs[known], own[known]
    low, high = int(np.argmin(theirs)), int(np.argmax(theirs))
    span = float(theirs[high] - theirs[low])
    scale = float(own[high] - own[low]) / span if span > _LEVEL else 1.0
    if not 1 / _STEEPEST < scale < _STEEPEST:
        scale = 1.0
    return scale, float(own[low] - scale * theirs[low])


def _extremes(one: Floats, other: Floats) -> tuple[float, float]:
    """The highest and the lowest place of both."""
    both = np.concatenate((one, other))
    known = both[~np.isnan(both)]
    return (float(known.min()), float(known.max())) if len(known) else (0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Where rows of lines begin and end. left, right: (n,) x. heights: (n, k) y at the right end.

    at: (n, 2) their first and last place in the data, NaN where it is not known.
    """

    left: Floats
    right: Floats
    heights: Floats
    at: Floats


@lru_cache(_REMEMBERED)
def ends_of(lines: Lines) -> Ends:
    """The ends of its rows."""
    sides = sides_of(lines)
    known: NDArray[np.bool_] = np.logical_not(np.isnan(sides).any(axis=(1, 3)))
    first = known.argmax(axis=1)
    last = known.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    rows = np.arange(len(sides))
    at = np.stack((lines.at[rows, first], lines.at[rows, last]), axis=1)
    return Ends(sides[rows, 0, first, 0], sides[rows, 0, last, 0], sides[rows, :, last, 1], at)


def cut_between(
    lines: Lines, old: Lines, new: Lines, rows: tuple[Rows, Rows], share: Floats
) -> Lines:
    """The lines on their way, cut where the ends of those that they come from and become are then.

    rows: their places in `old` and in `new`, -1 where they have none; share: of the way, (n,). Only
    what has places of the data in common has moved beyond its ends.
    """
    was, now = ends_of(old), ends_of(new)
    before, after = rows
    with np.errstate(invalid="ignore"):
        first, last = was.at[before], now.at[after]
        is_met = (first[:, 0] <= last[:, 1]) & (last[:, 0] <= first[:, 1])
    is_met &= (before >= 0) & (after >= 0)
    left, right = (
        np.where(is_met, one[before] + (other[after] - one[before]) * share, beyond)
        for one, other, beyond in (
            (was.left, now.left, -np.inf), (was.right, now.right, np.inf)
        )
    )  # fmt: skip
    heights = was.heights[before]
    return cut(lines, left, right, heights + (now.heights[after] - heights) * share[:, None])


def cut(lines: Lines, left: Floats, right: Floats, heights: Floats) -> Lines:
    """The lines without what lies left or right of two x each, (n,) both; infinite cuts nothing.

    heights: (n, k) y of the right ends of what is cut there; before them the lines bend a little to
    reach them. The x of a row rise.
    """
    sides = sides_of(lines).copy()
    x = sides[..., 0]
    before, after = x < left[:, None, None] - _BESIDE, x > right[:, None, None] + _BESIDE
    if not (before.any() or after.any()):
        return lines
    keeps_all = isinstance(lines, Polygons)
    rows, side = np.nonzero(before.any(axis=2) & ~before.all(axis=2))
    inside = (~before[rows, side]).argmax(axis=1)
    edge = _crossing(sides[rows, side, inside - 1], sides[rows, side, inside], left[rows])
    _put(
        sides,
        (rows, side),
        before[rows, side],
        np.maximum(inside - 1, 0),
        edge,
        keeps_all=keeps_all,
    )
    rows, side = np.nonzero(after.any(axis=2) & ~after.all(axis=2))
    outside = after[rows, side].argmax(axis=1)
    inside = np.maximum(outside - 1, 0)
    edge = _crossing(sides[rows, side, outside], sides[rows, side, inside], right[rows])
    missed = np.nan_to_num(heights[rows, side] - edge[:, 1])
    near = np.clip((sides[rows, side, :, 0] - right[rows, None]) / _BENT + 1.0, 0.0, 1.0)
    sides[rows, side, :, 1] += missed[:, None] * near**2
    edge[:, 1] += missed
    _put(sides, (rows, side), after[rows, side], outside, edge, keeps_all=keeps_all)
    if isinstance(lines, Polylines):
        return replace(lines, points=sides[:, 0])
    return replace(lines, points=np.concatenate((sides[:, 0], sides[:, 1, ::-1]), axis=1))


def _put(
    sides: Floats, of: tuple[Rows, Rows], gone: NDArray[np.bool_],
    edge: Rows, points: Floats, *, keeps_all: bool,
) -> None:  # fmt: skip
    """Puts the points that are gone to the edge, or leaves them out but the one there."""
    some = sides[of]
    some[gone] = np.repeat(points[:, None], some.shape[1], axis=1)[gone] if keeps_all else np.nan
    some[np.arange(len(some)), edge] = points
    sides[of] = some


def _crossing(outer: Floats, inner: Floats, x: Floats) -> Floats:
    """Where the ways between pairs of points cross the x: (n, 2)."""
    wide = inner[:, 0] - outer[:, 0]
    part = np.divide(x - outer[:, 0], wide, out=np.ones_like(wide), where=wide != 0.0)
    return np.column_stack((x, outer[:, 1] + (inner[:, 1] - outer[:, 1]) * part))


def evenly_filled(points: Floats, count: int) -> Floats:
    """The same way with `count` points, more where it has long pieces: (count, k).

    points: (n, k), by their first column, which rises; at most `count`. A piece to what is missing
    has none but missing ones. What is drawn along its points gets on evenly then.
    """
    if len(points) >= count:
        return points
    if len(points) == 1:
        return np.repeat(points, count, axis=0)
    added = count - len(points)
    wide = np.diff(points[:, 0] / 2)
    wide = wide / wide.sum() if wide.sum() > 0.0 else np.full(len(wide), 1.0 / len(wide))
    # Largest remainders: as many to each piece as its share, the rest where most is missing.
    more = np.floor(added * wide)
    rest = np.argsort(more - added * wide, kind="stable")[: added - int(more.sum())]
    more[rest] += 1
    pieces = np.repeat(np.arange(len(wide)), more.astype(np.intp) + 1)
    firsts = np.concatenate(([0], np.cumsum(more + 1)))[:-1]
    part = (np.arange(len(pieces)) - firsts[pieces]) / (more[pieces] + 1)
    start, end = points[:-1][pieces], points[1:][pieces]
    between = start + (end - start) * part[:, None]
    between[part == 0.0] = start[part == 0.0]
    return np.concatenate((between, points[-1:]))
