"""Remembers the last of each thing that was made, so that the same thing stays the same object.

The stage compares frames by identity first. What is made is a pure function of what it was made
from, so that remembering changes nothing but the cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from kiosk.marks import Layer, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geometry import Pose
    from kiosk.marks import Marks
    from kiosk.theme import Colour

T = TypeVar("T")

_MOST = 4000  # names; a show needs some hundred


class Memo:
    """One remembered value a name, with what it was made from."""

    def __init__(self) -> None:
        self._cells: dict[str, tuple[tuple[object, ...], object]] = {}

    def same(self, name: str, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """The last value of `name` if it was made from equal things, else a new one."""
        cell = self._cells.get(name)
        if cell is not None and _is_same(cell[0], made_from):
            return cast("T", cell[1])
        value = make()
        self._cells.pop(name, None)
        if len(self._cells) >= _MOST:
            for oldest in tuple(self._cells)[: _MOST // 2]:
                del self._cells[oldest]
        self._cells[name] = (made_from, value)
        return value

    def layer(self, name: str, key: str, marks: Marks) -> Layer:
        """The layer of those marks; the last one of that name while they are the same."""
        return self.same(f"layer {name}", (key, marks), lambda: Layer(key, marks))

    def layers(self, name: str, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        """Those layers; each the same object as in the last frame while its marks are equal."""
        return tuple(self.layer(f"{name} {one.key}", one.key, one.marks) for one in layers)

    def sheet(
        self, key: str, layers: tuple[Layer, ...], pose: Pose, ground: Colour | None = None
    ) -> Sheet:
        """The sheet of those layers; the same tuple of layers while none of them changed."""
        kept = self.same(f"layers {key}", layers, lambda: layers)
        return self.same(
            f"sheet {key}", (kept, pose, ground), lambda: Sheet(key, kept, pose, ground)
        )


def _is_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether both hold the same or equal things."""
    return one is other or (
        len(one) == len(other) and all(a is b or a == b for a, b in zip(one, other, strict=True))
    )
