"""The interpolation of marks that come in numbers: rows of the same key travel."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from kiosk.batches import ARRAYS, Bars, Batch, Polygons, Polylines, Sectors, Segments, bounds
from kiosk.motion.bands import (
    are_bands,
    bands_of,
    between_bands,
    between_rings,
    kept_within,
    outlines_of,
)
from kiosk.motion.meeting import wholes_of
from kiosk.motion.outlines import between_outlines, outlined
from kiosk.motion.splitting import may_split, together
from kiosk.motion.ways import Lines, cut_between, in_step
from kiosk.values import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.batches import Floats

    Rows = NDArray[np.intp]

_REMEMBERED = 64  # pairs of batches whose rows have found each other
_FADES = 0.04  # of the way: so long bars become of one colour before they turn into something else


class RowsOf(Protocol):
    """How far the rows of a batch have come."""

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The share of the way, 0 to 1, of the rows with those keys; (n,)."""

    def leaving_rows(self, rows: Floats) -> Floats:
        """How far rows of those shares have gone where only the old batch has them; (n,)."""

    def coming_rows(self, rows: Floats) -> Floats:
        """How far they have come where only the new batch has them; (n,)."""


def blend_batch(old: Batch | None, new: Batch, shares: RowsOf) -> Batch:
    """The batch on the way from `old` to `new`: `new` itself once every row has arrived.

    Rows that only one of them has fade in or out where they stand. One kind turns into another by
    way of its outlines, bars into pieces of rings by bending, upright bars into lying ones once
    they are of one colour. What is not an array is the new batch's. Both are alike (`are_alike`).
    """
    found = _met(() if old is None else old.keys, new.keys, splits=may_split(old, new))
    share = shares.rows(found.keys)[found.lead]
    if (share >= 1.0).all():
        return new
    if old is not None and (share <= 0.0).all():
        return old
    if old is None:
        return _faded_in(new, shares.coming_rows(share))
    if _turns(old, new):
        if (bars := _still_bars(old, new, share)) is not None:
            return bars
        old, new = _plain(old), _plain(new)
        share = np.clip((share - _FADES) / (1 - 2 * _FADES), 0.0, 1.0)
    if found.has_left.any():
        stays = ~(found.has_left & (found.left(share, shares) >= 1.0))
        found, share = found.only(stays), share[stays]
    between = _between(*_in_one_kind(old, new), found, share)
    between = _seen(between, found, share, shares)
    if isinstance(between, Polygons) and not any(isinstance(one, Polygons) for one in (old, new)):
        return replace(between, points=_turned(old, new, found, share))
    return _cut(between, old, new, found, share)


def _turns(old: Batch, new: Batch) -> bool:
    """Whether one is something else than the other, or grows another way."""
    if isinstance(old, Bars) and isinstance(new, Bars):
        return old.along != new.along
    return type(old) is not type(new)


def _plain(batch: Batch) -> Batch:
    """Bars of one colour each; another batch as it is."""
    return replace(batch, fade=np.ones(len(batch.keys))) if isinstance(batch, Bars) else batch


def _seen(batch: Batch, found: _Met, share: Floats, shares: RowsOf) -> Batch:
    """The batch, of which the rows that only one of the two has fade."""
    if found.old is found.new:
        return batch
    left = np.where(found.new < 0, 1.0 - found.left(share, shares), 1.0)
    return _faded_in(batch, np.where(found.old < 0, found.come(share, shares), left))


def _cut(between: Batch, old: Batch, new: Batch, found: _Met, share: Floats) -> Batch:
    """Lines and areas on the way without what has not come in yet, or has gone out."""
    if type(old) is not type(new) or not len(old.keys) or not len(new.keys):
        return between
    if isinstance(between, Lines) and isinstance(old, Lines) and isinstance(new, Lines):
        return cut_between(between, old, new, (found.old, found.new), share)
    return between


def _still_bars(old: Batch, new: Batch, share: Floats) -> Bars | None:
    """Bars before they turn into something else, or just after: there alone they have a fade."""
    if isinstance(old, Bars) and share.max() < _FADES:
        return replace(old, fade=1.0 - (1.0 - old.fade) * (1.0 - share.max() / _FADES))
    if isinstance(new, Bars) and share.min() > 1.0 - _FADES:
        return replace(new, fade=1.0 - (1.0 - new.fade) * (1.0 - (1.0 - share.min()) / _FADES))
    return None


def _turned(old: Batch, new: Batch, found: _Met, share: Floats) -> Floats:
    """The outlines between two kinds; those of bands, which bend, stay where either batch lies."""
    if are_bands(old, new):
        start, end = (bands_of(one) for one in (old, new) if isinstance(one, Bars | Sectors))
        was = _gathered(start, found.old, end, found.new)
        now = _gathered(end, found.new, start, found.old)
        return kept_within(outlines_of(between_bands(was, now, share)), bounds(old), bounds(new))
    start, end = outlined(old).points, outlined(new).points
    was = _gathered(start, found.old, end, found.new)
    now = _gathered(end, found.new, start, found.old)
    return between_outlines(was, now, share)


@dataclass(frozen=True, slots=True, eq=False)
class _Met:
    """The rows of two batches, those that leave first. old, new: their places; -1 has none.

    Where both have the same rows, old is new. wholes: of rows that only one of them has, the row
    that only the other has and of which it is a part. are_parts: (n,) which rows are of those.
    lead: (n,) the row with which each moves: its whole, or itself.
    """

    keys: tuple[str, ...]
    old: Rows
    new: Rows
    are_parts: NDArray[np.bool_]
    wholes: dict[str, str]
    lead: Rows

    @property
    def has_left(self) -> NDArray[np.bool_]:
        """Which rows the new batch does not have; (n,)."""
        return self.new < 0

    def only(self, kept: NDArray[np.bool_]) -> _Met:
        """Those of the rows."""
        keys = tuple(key for key, is_kept in zip(self.keys, kept.tolist(), strict=True) if is_kept)
        return _Met(
            keys, self.old[kept], self.new[kept], self.are_parts[kept], self.wholes, self.lead[kept]
        )

    def left(self, share: Floats, shares: RowsOf) -> Floats:
        """How far the rows have gone that only the old batch has; (n,).

        What parts, or becomes one, stays until the others are there, so that nothing grows pale.
        """
        return np.where(self.are_parts, shares.coming_rows(share), shares.leaving_rows(share))

    def come(self, share: Floats, shares: RowsOf) -> Floats:
        """How far the rows have come that only the new batch has; (n,)."""
        return np.where(self.are_parts, shares.leaving_rows(share), shares.coming_rows(share))


@lru_cache(_REMEMBERED)
def _met(old: tuple[str, ...], new: tuple[str, ...], *, splits: bool = False) -> _Met:
    """Which row of one batch is which of the other, and a part of which if they may split."""
    if old == new:
        rows = np.arange(len(new))
        return _Met(new, rows, rows, np.zeros(len(new), dtype=np.bool_), {}, rows)
    before = {key: row for row, key in enumerate(old)}
    after = {key: row for row, key in enumerate(new)}
    keys = (*(key for key in old if key not in after), *new)
    wholes = wholes_of(before.keys() - after, after.keys() - before) if splits else {}
    split, places = {*wholes, *wholes.values()}, {key: row for row, key in enumerate(keys)}
    return _Met(
        keys,
        np.array([before.get(key, -1) for key in keys], dtype=np.intp),
        np.array([after.get(key, -1) for key in keys], dtype=np.intp),
        np.array([key in split for key in keys], dtype=np.bool_),
        wholes,
        np.array([places[wholes.get(key, key)] for key in keys], dtype=np.intp),
    )


def are_alike(old: Batch, new: Batch) -> bool:
    """Whether one can turn into the other: both are of one kind, or both have an area."""
    return type(old) is type(new) or not any(isinstance(one, _LINES) for one in (old, new))


_LINES = (Segments, Polylines)


def _in_one_kind(old: Batch, new: Batch) -> tuple[Batch, Batch]:
    """Both in one kind and with as many points a row."""
    if type(old) is not type(new):
        old, new = outlined(old), outlined(new)
    if isinstance(old, Lines) and isinstance(new, Lines):
        return in_step(old, new)
    return old, new


def _faded_in(new: Batch, share: Floats) -> Batch:
    """The new batch, each row at its share of its opacity."""
    _, colours = ARRAYS[type(new)]
    arrays: dict[str, Any] = {name: _clear(getattr(new, name), share) for name in colours}
    return replace(new, **arrays)


def _clear(colours: Floats, share: Floats) -> Floats:
    """Colours, each at its share of its opacity."""
    faded = colours.copy()
    faded[:, 3] *= share
    return faded


def _between(start: Batch, end: Batch, found: _Met, share: Floats) -> Batch:
    """Each row at its share of the way from `start` to `end`, which are of one kind."""
    numbers, colours = ARRAYS[type(end)]
    arrays: dict[str, Any] = {}
    is_met = found.old is found.new
    for name in (*numbers, *colours):
        if is_met and getattr(start, name) is getattr(end, name):
            arrays[name] = getattr(end, name)
            continue
        was = _gathered(getattr(start, name), found.old, getattr(end, name), found.new)
        now = _gathered(getattr(end, name), found.new, getattr(start, name), found.old)
        if found.wholes and isinstance(start, Bars) and isinstance(end, Bars) and name == "boxes":
            was, now = together(found.keys, found.wholes, start, end, (was, now))
        if isinstance(end, Sectors) and name == "places":
            arrays[name] = between_rings(was, now, share)
            continue
        by = share.reshape(-1, *[1] * (was.ndim - 1))
        arrays[name] = was + (now - was) * by
    return replace(end, keys=found.keys, **arrays)


def _gathered(own: Floats, rows: Rows, other: Floats, instead: Rows) -> Floats:
    """The rows of `own`, and those of `other` where it has none."""
    if rows is instead:
        return own
    if not len(own):
        return other[instead]
    gathered: Floats = own[rows]
    missing = rows < 0
    if missing.any():
        gathered[missing] = other[instead[missing]]
    return gathered
