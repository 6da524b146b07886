"""Bars that part into those they are made of, and such that become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.batches import Bars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.batches import Batch, Floats


def may_split(old: Batch | None, new: Batch) -> bool:
    """Whether both are bars that grow the same way."""
    return isinstance(old, Bars) and isinstance(new, Bars) and old.along == new.along


def together(
    keys: tuple[str, ...], wholes: Mapping[str, str], old: Bars, new: Bars,
    ways: tuple[Floats, Floats],
) -> tuple[Floats, Floats]:  # fmt: skip
    """Where rows begin and end so that a whole and its parts cover each other all the way.

    keys: of the rows. wholes: of each part its whole; one of them is a row of `old` alone, the
    other of `new` alone. ways: (n, 4) boxes each, where the rows begin and end; what a batch has
    not stands there where the other has it.
    """
    was, now = (one.copy() for one in ways)
    places = {key: row for row, key in enumerate(keys)}
    before = {key: row for row, key in enumerate(old.keys)}
    after = {key: row for row, key in enumerate(new.keys)}
    for whole in dict.fromkeys(wholes.values()):
        parts = [places[key] for key, of in wholes.items() if of == whole and key in places]
        if not parts:
            continue
        box = old.boxes[before[whole]] if whole in before else new.boxes[after[whole]]
        own = now[parts]
        low = own[:, :2].min(axis=0)
        size = np.maximum((own[:, :2] + own[:, 2:]).max(axis=0) - low, 1e-9)
        scale = box[2:] / size
        laid = np.hstack((box[:2] + (own[:, :2] - low) * scale, own[:, 2:] * scale))
        (was if whole in before else now)[parts] = laid
        if whole in places:
            (now if whole in before else was)[places[whole]] = np.concatenate((low, size))
    return was, now
