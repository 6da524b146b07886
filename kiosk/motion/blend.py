"""The one interpolation: every entry, update and morph is a way between two sets of marks.

Marks with the same key travel, the others enter and leave by fading. At share 0 the result is the
old set and at 1 the new one, and a mark that has arrived is the very object of the set it came
from, so that the stage sees at a glance that nothing changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.batches import BATCHES
from kiosk.geometry import Box, Point
from kiosk.marks import Figure, Gradient, Label, Mark, Marks, Picture, Shape, Wash
from kiosk.motion import paths
from kiosk.theme import Colour, TextStyle

if TYPE_CHECKING:
    from kiosk.batches import Floats


class Shares(Protocol):
    """How far marks have come on their way, 0 to 1."""

    def __call__(self, key: str) -> float:
        """The share of the mark with that key."""

    def counted(self, key: str) -> float:
        """The share whose value the figure with that key shows."""

    def leaving(self, key: str) -> float:
        """How far a mark has gone that only the old set has."""

    def coming(self, key: str) -> float:
        """How far a mark has come that only the new set has."""

    def rows(self, keys: tuple[str, ...]) -> Floats:
        """The shares of the rows of a batch, by their keys; (n,)."""

    def leaving_rows(self, rows: Floats) -> Floats:
        """How far rows of those shares have gone where only the old set has them; (n,)."""

    def coming_rows(self, rows: Floats) -> Floats:
        """How far they have come where only the new set has them; (n,)."""


# What travels in each kind of mark; of what is not named here the new mark's stands.
_TRAVELS: dict[type[Mark], tuple[str, ...]] = {
    Label: ("x", "y", "style", "colour", "opacity"),
    Figure: ("x", "y", "style", "colour", "opacity"),
    Shape: ("path", "x", "y", "scale", "rotation", "fill", "stroke", "width", "trim", "opacity"),
    Picture: ("box", "focus", "shift", "radius", "opacity"),
    Wash: ("box", "stops", "start", "end", "radius", "squeeze", "corner", "opacity"),
}
# What travels in a value of several numbers.
_NUMBERS: dict[type, tuple[str, ...]] = {
    Box: ("x", "y", "width", "height"),
    Point: ("x", "y"),
    TextStyle: ("size", "spacing"),
    Gradient: ("stops",),
}


def blend(old: Marks, new: Marks, shares: Shares) -> Marks:
    """The marks on the way from `old` to `new`, those that leave first."""
    before = {mark.key: mark for mark in old}
    after = {mark.key for mark in new}
    marks: list[Mark] = []
    for mark in old:
        if mark.key not in after:
            marks += _present(mark, 1.0 - shares.leaving(mark.key))
    for mark in new:
        marks += _on_the_way(before.get(mark.key), mark, shares)
    return tuple(marks)


def faded(mark: Mark, share: float) -> Mark:
    """`mark` at `share` of its opacity; the mark itself at 1."""
    return mark if share >= 1.0 else replace(mark, opacity=mark.opacity * share)


def _present(mark: Mark, share: float) -> list[Mark]:
    """The mark at `share` of its opacity, if anything of it is left."""
    return [faded(mark, share)] if share > 0.0 else []


def _on_the_way(old: Mark | None, new: Mark, shares: Shares) -> list[Mark]:
    """What is shown of a mark of the new set."""
    if isinstance(new, BATCHES):
        from kiosk.motion.batches import are_alike, blend_batch  # noqa: PLC0415 - needs numpy

        if old is None or (isinstance(old, BATCHES) and are_alike(old, new)):
            return [blend_batch(old, new, shares)]
    share = shares(new.key)
    if old is None:
        return _present(new, shares.coming(new.key))
    if share <= 0.0:
        return [old]
    if share >= 1.0:
        return [new]
    if not _is_same_thing(old, new):
        gone = _present(replace(old, key=f"{old.key}~"), 1.0 - shares.leaving(new.key))
        return [*gone, *_present(new, shares.coming(new.key))]
    changes = {
        name: _between(getattr(old, name), getattr(new, name), share)
        for name in _TRAVELS[type(new)]
    }
    if isinstance(old, Figure) and isinstance(new, Figure):
        changes["value"] = _between(old.value, new.value, shares.counted(new.key))
    return [replace(new, **changes)]


def _is_same_thing(old: Mark, new: Mark) -> bool:
    """Whether one can turn into the other without a crossfade."""
    match old, new:
        case Label(), Label():
            return old.text == new.text and old.style.face == new.style.face
        case Figure(), Figure():
            return old.style.face == new.style.face
        case Shape(), Shape():
            inks = (old.fill, new.fill), (old.stroke, new.stroke)
            is_alike = all(_is_same_ink(was, now) for was, now in inks)
            return is_alike and paths.are_alike(old.path, new.path)
        case Picture(), Picture():
            return (old.file, old.edition) == (new.file, new.edition)
        case Wash(), Wash():
            return len(old.stops) == len(new.stops)
    return False


def _is_same_ink(old: Colour | Gradient | None, new: Colour | Gradient | None) -> bool:
    """Whether one ink can turn into the other: a gradient only into one of as many stops."""
    if old is None or new is None:
        return True
    if isinstance(old, Gradient) and isinstance(new, Gradient):
        return old.way == new.way and len(old.stops) == len(new.stops)
    return type(old) is type(new)


def _between(old: Any, new: Any, share: float) -> Any:  # noqa: ANN401 - any property of a mark
    """The value at `share` of the way from `old` to `new`; None is a transparent colour."""
    if old == new:
        return new
    if old is None:
        return new.faded(share)
    if new is None:
        return old.faded(1.0 - share)
    if isinstance(new, str):
        return paths.path_between(old, new, share)
    if isinstance(new, Colour):
        return Colour(*(_between(a, b, share) for a, b in zip(old, new, strict=True)))
    if isinstance(new, tuple):
        return tuple(_between(a, b, share) for a, b in zip(old, new, strict=True))
    if names := _NUMBERS.get(type(new)):
        return replace(new, **{n: _between(getattr(old, n), getattr(new, n), share) for n in names})
    return old + (new - old) * share
