"""Rows that show the same under other names: those of a chart that names them by more, or by less.

A bar is called by its name, `mark/cars`, and a piece of a stack by its stack's and its own,
`mark/2024·cars`; where only one of the pieces can be meant, both are the same row.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from kiosk.batches import Batch
    from kiosk.marks import Mark, Marks

_BETWEEN = "·"  # the names in a key
_MOST = 500  # rows that are looked through
_MOST_PAIRS = 20_000
_REMEMBERED = 16


def meeting(old: Marks, new: Marks) -> Marks:
    """The old marks, those that show what a new one shows by the new one's key."""
    names = _names(_rows(old), _rows(new))
    if not names:
        return old
    taken = {mark.key for mark in old}
    free = {mark.key for mark in new} - taken
    return tuple(_called(mark, names, free) for mark in old)


def _rows(marks: Marks) -> tuple[str, ...]:
    """The keys of what the chart compares."""
    return next((m.keys for m in marks if isinstance(m, BATCHES) and m.key == "marks"), ())


def _called(mark: Mark, names: Mapping[str, str], free: set[str]) -> Mark:
    """The mark, or what is written beside a row, by the row's new name."""
    if isinstance(mark, BATCHES):
        if mark.key != "marks":
            return mark
        return _renamed(mark, tuple(names.get(key, key) for key in mark.keys))
    kind, _, name = mark.key.partition("/")
    row = names.get(f"mark/{name}", f"mark/{name}")
    to = f"{kind}/{row.partition('/')[2]}"
    return replace(mark, key=to) if to in free else mark


@lru_cache(_REMEMBERED)
def _renamed(batch: Batch, keys: tuple[str, ...]) -> Batch:
    """The batch with other keys, the same one in every frame."""
    return replace(batch, keys=keys)


@lru_cache(_REMEMBERED)
def _names(old: tuple[str, ...], new: tuple[str, ...]) -> dict[str, str]:
    """The new keys of old rows that the new ones do not name so."""
    left, come = [*(set(old) - set(new))], [*(set(new) - set(old))]
    if not left or max(len(left), len(come)) > _MOST:
        return {}
    there, back = _likely(left, come), _likely(come, left)
    return {key: to for key, to in there.items() if back.get(to) == key}


def _likely(keys: list[str], others: list[str]) -> dict[str, str]:
    """The only one of `others` that each key can mean."""
    parts = {other: _parts(other) for other in others}
    found = {}
    for key in keys:
        own = _parts(key)
        meant = _only(other for other in others if parts[other] == own) or _only(
            other for other in others if parts[other] < own or parts[other] > own
        )
        if meant:
            found[key] = meant
    return found


def _only(keys: Iterable[str]) -> str:
    """The key if it is the only one; else an empty one."""
    found = [*keys]
    return found[0] if len(found) == 1 else ""


def wholes_of(left: AbstractSet[str], come: AbstractSet[str]) -> dict[str, str]:
    """Of rows that leave and rows that come: the whole of those that are a part of just one."""
    if len(left) * len(come) > _MOST_PAIRS:
        return {}
    gone, there = ({key: _parts(key) for key in sorted(keys)} for keys in (left, come))
    found = {}
    for some, others in ((gone, there), (there, gone)):
        for key, names in some.items():
            whole = _only(other for other, own in others.items() if own < names)
            if whole:
                found[key] = whole
    return found


def _parts(key: str) -> frozenset[str]:
    """The names in a row's key."""
    return frozenset(key.partition("/")[2].split(_BETWEEN))
