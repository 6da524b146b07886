"""What a morph asks of any two sets of marks, whatever charts they are of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import ARRAYS, BATCHES, Polygons, Polylines, Segments
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Mark, Marks, Shape
from kiosk.motion.batches import are_alike
from kiosk.motion.meeting import meeting
from kiosk.motion.morph import morphed
from kiosk.playback.views.extents import held_alike
from kiosk.theme import Colour
from tests.unit.charts.stand_ins import EmMeasure, Ink, inks, is_finite

if TYPE_CHECKING:
    from kiosk.batches import Batch

Looks = list[tuple[str, tuple[float, ...]]]  # each by its key

SHARES = (0.03, 0.4, 0.6)
_MOMENT = 1e-4  # of a morph: when nothing has moved as far as an eye could see
_NEAR = 6.0  # logical units: pieces of a ring stand back from each other
_NOWHERE = (0.0, 0.0, 0.0, 0.0)  # where lines lie that have no point
_MOST = 300  # marks that are looked for among the others: some of very many
_COLOUR = 300.0  # of these units in a colour's whole range
_SLACK = 30.0  # logical units: as much as a chart may be outside its own box, and a little more


def on_the_way(old: Marks, new: Marks, share: float) -> Marks:
    """The marks at that share of the way, as the stage shows them."""
    return morphed(held_alike(meeting(old, new), new, EmMeasure()), new, share)


def keeps_the_laws_of_a_morph(old: Marks, new: Marks) -> None:
    """Asserts that a morph begins as the old marks and ends as the new ones, and what lies between.

    There no row that both have is lost, no key is new or there twice, all is a number where it was
    one, colours are colours, and all lies where the old or the new marks do.
    """
    assert on_the_way(old, new, 1.0) is new
    first, last = _looks(old), _looks(new)
    for share, settled in ((0.0, first), (_MOMENT, first), (1.0 - _MOMENT, last)):
        passing = _looks(on_the_way(old, new, share))
        assert _strangers(passing, settled) == []
        assert _strangers(settled, passing) == []
    met = meeting(old, new)
    known, staying = {*_keys(met), *_keys(new)}, _staying(met, new)
    around = _around([ink for mark in (*old, *new) for ink in inks(mark)])
    parted = _not_numbers(old) | _not_numbers(met) | _not_numbers(new)
    for share in SHARES:
        marks = on_the_way(old, new, share)
        counts = Counter(_keys(marks))
        there = {(of.removesuffix("~"), row) for of, row in counts}
        assert [key for key in counts if counts[key] > 1] == []
        assert there <= known
        assert staying <= there
        assert _not_numbers(marks) <= parted
        assert [mark.key for mark in marks if not _are_colours(mark)] == []
        assert [ink for ink in _inks(marks) if not ink.is_within(around, _SLACK)] == []


def _strangers(looks: Looks, known: Looks) -> list[str]:
    """What of all that is seen looks like nothing that is known."""
    if not looks:
        return []
    looks = looks[:: 1 + len(looks) // _MOST]
    keys = [key for key, _ in looks]
    if not known:
        return keys
    of, to = (np.array([look for _, look in some]) for some in (looks, known))
    apart = np.abs(of[:, None] - to[None]).max(axis=2).min(axis=1)
    return [key for key, far in zip(keys, apart.tolist(), strict=True) if far > _NEAR]


def _looks(marks: Marks) -> Looks:
    """Where each text and each row of a batch lies that is seen, and its colour."""
    found: Looks = []
    for mark in marks:
        is_line = isinstance(mark, Polylines | Segments)  # of which a point alone is not seen
        if isinstance(mark, BATCHES):
            colours = getattr(mark, ARRAYS[type(mark)][1][0]).tolist()
        elif isinstance(mark, Label | Figure):
            colours = [mark.colour]
        else:
            continue
        for ink, (red, green, blue, opacity) in zip(inks(_known(mark)), colours, strict=True):
            is_dot = ink.right - ink.left < _NEAR and ink.bottom - ink.top < _NEAR
            if (seen := _COLOUR * opacity * mark.opacity) > _NEAR and not (is_line and is_dot):
                colour = (_COLOUR * red, _COLOUR * green, _COLOUR * blue, seen)
                # A figure has the digits that the new one has, from the start.
                sides = (0.0, 0.0) if isinstance(mark, Figure) else (ink.left, ink.right)
                found.append((ink.of, (*sides, ink.top, ink.bottom, *colour)))
    return found


def _known(mark: Mark) -> Mark:
    """Lines without the points that no line leads to or from."""
    if not isinstance(mark, Polylines):
        return mark
    is_known = np.pad(np.isfinite(mark.points).all(axis=2), ((0, 0), (1, 1)))
    is_drawn = is_known[:, 1:-1] & (is_known[:, :-2] | is_known[:, 2:])
    return replace(mark, points=np.where(is_drawn[:, :, None], mark.points, np.nan))


def _inks(marks: Marks) -> list[Ink]:
    """What marks cover.

    Without figures, which may have more digits on their way than at either end, and without
    outlines that are turned, which go round their origin: the aircraft of a climb.
    """
    still = (mark for mark in marks if not isinstance(mark, Figure))
    placed = (mark for mark in still if not (isinstance(mark, Shape) and mark.rotation))
    found = [ink for mark in placed for ink in inks(mark)]
    return [ink for ink in found if (ink.left, ink.right, ink.top, ink.bottom) != _NOWHERE]


def _staying(old: Marks, new: Marks) -> set[tuple[str, str]]:
    """The rows that both sets have in batches that turn into each other, with their batch's key."""
    before = {mark.key: mark for mark in old if isinstance(mark, BATCHES)}
    return {
        (mark.key, key)
        for mark in new
        if isinstance(mark, BATCHES) and mark.key in before
        if are_alike(before[mark.key], mark)
        for key in {*mark.keys} & {*before[mark.key].keys}
    }


def _keys(marks: Marks) -> list[tuple[str, str]]:
    """The keys of all marks, and those of the rows of batches with their batch's."""
    rows = [(mark.key, key) for mark in marks if isinstance(mark, BATCHES) for key in mark.keys]
    return [*((mark.key, "") for mark in marks), *rows]


def _around(found: list[Ink]) -> Box:
    """The box around all of it."""
    if not found:
        return Box(0.0, 0.0, 0.0, 0.0)
    left, top = min(ink.left for ink in found), min(ink.top for ink in found)
    right, bottom = max(ink.right for ink in found), max(ink.bottom for ink in found)
    return Box(left, top, right - left, bottom - top)


def _not_numbers(marks: Marks) -> set[str]:
    """The rows of batches, and other marks, that have a number that is none."""
    found: set[str] = set()
    for mark in marks:
        if isinstance(mark, BATCHES):
            found |= _rows_of_none(mark)
        elif not is_finite((mark,)):
            found.add(mark.key)
    return found


def _rows_of_none(batch: Batch) -> set[str]:
    """The rows that have a number that is none, but for what of the data they belong to.

    Lines and areas have none where they are parted, or where nothing of them is drawn yet.
    """
    is_line = isinstance(batch, Polylines | Polygons)
    names = [name for name in chain(*ARRAYS[type(batch)]) if name != "at"]
    found: set[str] = set()
    for name in names:
        array = getattr(batch, name)
        none = np.isinf(array) if is_line else ~np.isfinite(array)
        if none.any():
            rows = np.unique(np.argwhere(none)[:, 0])
            found |= {batch.keys[row] for row in rows.tolist()}
    return found


def _are_colours(mark: Mark) -> bool:
    """Whether all its colours and its opacity are from 0 to 1."""
    if isinstance(mark, BATCHES):
        _, names = ARRAYS[type(mark)]
        inked = np.vstack([getattr(mark, name) for name in names])
        return 0.0 <= mark.opacity <= 1.0 and bool(((inked >= 0.0) & (inked <= 1.0)).all())
    colours = [getattr(mark, name, None) for name in ("colour", "fill", "stroke")]
    parts = chain.from_iterable(colour for colour in colours if isinstance(colour, Colour))
    return all(0.0 <= part <= 1.0 for part in (mark.opacity, *parts))
