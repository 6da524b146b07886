"""The one interpolation: every entry, update and morph is a way between two sets of marks.

Marks with the same key travel, the others enter and leave by fading. At share 0 the result is the
old set and at 1 the new one, and a mark that has arrived is the very object of the set it came
from, so that the stage sees at a glance that nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.geometry import Box, Point
from kiosk.marks import Bars, Figure, Label, Mark, Marks, Picture, Segments, Shape, Wash
from kiosk.theme import Colour, TextStyle

if TYPE_CHECKING:
    from kiosk.marks import Floats

ShareOf = Callable[[str], float]

# What travels in each kind of mark; of what is not named here the new mark's stands.
_TRAVELS: dict[type[Mark], tuple[str, ...]] = {
    Label: ("x", "y", "style", "colour", "opacity"),
    Figure: ("value", "x", "y", "style", "colour", "opacity"),
    Shape: ("x", "y", "scale", "rotation", "fill", "stroke", "width", "trim", "opacity"),
    Picture: ("box", "focus", "shift", "radius", "opacity"),
    Wash: ("box", "stops", "start", "end", "radius", "squeeze", "corner", "opacity"),
}


def blend(old: Marks, new: Marks, share_of: ShareOf) -> Marks:
    """The marks on the way from `old` to `new`, those that leave first.

    share_of: the share of the way, 0 to 1, of the mark (or the batch's row) with that key.
    """
    before = {mark.key: mark for mark in old}
    after = {mark.key for mark in new}
    marks: list[Mark] = []
    for mark in old:
        if mark.key not in after:
            marks += _present(mark, 1.0 - share_of(mark.key))
    for mark in new:
        marks += _on_the_way(before.get(mark.key), mark, share_of)
    return tuple(marks)


def faded(mark: Mark, share: float) -> Mark:
    """`mark` at `share` of its opacity; the mark itself at 1."""
    return mark if share >= 1.0 else replace(mark, opacity=mark.opacity * share)


def _present(mark: Mark, share: float) -> list[Mark]:
    """The mark at `share` of its opacity, if anything of it is left."""
    return [faded(mark, share)] if share > 0.0 else []


def _on_the_way(old: Mark | None, new: Mark, share_of: ShareOf) -> list[Mark]:
    """What is shown of a mark of the new set."""
    if isinstance(new, Bars | Segments):
        return _batch_on_the_way(old if isinstance(old, type(new)) else None, new, share_of)
    share = share_of(new.key)
    if old is None:
        return _present(new, share)
    if share <= 0.0:
        return [old]
    if share >= 1.0:
        return [new]
    if not _is_same_thing(old, new):
        return [*_present(replace(old, key=old.key + "~"), 1.0 - share), *_present(new, share)]
    changes = {
        name: _between(getattr(old, name), getattr(new, name), share)
        for name in _TRAVELS[type(new)]
    }
    return [replace(new, **changes)]


def _is_same_thing(old: Mark, new: Mark) -> bool:
    """Whether one can turn into the other without a crossfade."""
    match old, new:
        case Label(), Label():
            return old.text == new.text and old.style.face == new.style.face
        case Figure(), Figure():
            return old.style.face == new.style.face
        case Shape(), Shape():
            return old.path == new.path
        case Picture(), Picture():
            return old.file == new.file
        case Wash(), Wash():
            return len(old.stops) == len(new.stops)
    return False


def _between(old: Any, new: Any, share: float) -> Any:  # noqa: ANN401 - any property of a mark
    """The value at `share` of the way from `old` to `new`, which are of one type."""
    if old == new:
        return new
    match old, new:
        case Colour(), None:
            return old.faded(1 - share)
        case None, Colour():
            return new.faded(share)
        case Colour(), Colour():
            return Colour(*_between(tuple(old), tuple(new), share))
        case Box(), Box():
            return Box(
                _between(old.x, new.x, share), _between(old.y, new.y, share),
                _between(old.width, new.width, share), _between(old.height, new.height, share),
            )  # fmt: skip
        case Point(), Point():
            return Point(_between(old.x, new.x, share), _between(old.y, new.y, share))
        case TextStyle(), TextStyle():
            return replace(new, size=_between(old.size, new.size, share))
        case tuple(), tuple():
            return tuple(_between(a, b, share) for a, b in zip(old, new, strict=True))
    return old + (new - old) * share


def _batch_on_the_way(
    old: Bars | Segments | None, new: Bars | Segments, share_of: ShareOf
) -> list[Mark]:
    """What is shown of a batch: rows of one key travel, the others enter and leave."""
    shares = [share_of(key) for key in new.keys]
    if all(share >= 1.0 for share in shares):
        return [new]
    import numpy as np  # noqa: PLC0415 - a show's first slide may do without it

    if old is None:
        old = replace(new, keys=())
        old_rows: dict[str, int] = {}
    else:
        old_rows = {key: row for row, key in enumerate(old.keys)}
    share = np.array(shares)
    is_known = np.array([key in old_rows for key in new.keys])
    rows = np.array([old_rows.get(key, 0) for key in new.keys], dtype=int)

    def travelled(before: Floats, after: Floats) -> Floats:
        """The rows of `after`, those that are known on their way there from `before`."""
        by = share if after.ndim == 1 else share[:, None]
        known = is_known if after.ndim == 1 else is_known[:, None]
        start = np.where(known, before[rows], after) if len(before) else after
        return start + (after - start) * by

    def shown(before: Floats, after: Floats) -> Floats:
        """Colours on their way; a row that is new has only `share` of its opacity."""
        colours = np.array(travelled(before, after))
        colours[:, 3] *= np.where(is_known, 1.0, share)
        return colours

    if isinstance(new, Bars) and isinstance(old, Bars):
        return [
            replace(
                new,
                boxes=travelled(old.boxes, new.boxes),
                fill=shown(old.fill, new.fill),
                fade=travelled(old.fade, new.fade),
            )
        ]
    if isinstance(new, Segments) and isinstance(old, Segments):
        return [
            replace(
                new,
                ends=travelled(old.ends, new.ends),
                colours=shown(old.colours, new.colours),
            )
        ]
    return [new]
