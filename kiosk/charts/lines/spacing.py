"""Things one below another, each as near as may be to where it would stand.

Those that would meet form a block, which lies where its members are moved the least (the pooling of
adjacent violators, as in isotonic regression).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Slot:
    """A thing to be placed. y: where it would stand; above, below: how far it reaches from there.

    weight: how unwillingly it moves; of those with the least the last is left out first.
    """

    key: str
    y: float
    above: float
    below: float
    weight: float = 1.0


def are_too_many(slots: Sequence[Slot], top: float, bottom: float, gap: float) -> bool:
    """Whether they have no room one below another."""
    return sum(slot.above + slot.below + gap for slot in slots) > bottom - top + gap


def spaced(
    slots: Sequence[Slot], top: float, bottom: float, gap: float, *, least_kept: float = 2.0
) -> dict[str, float]:
    """Where each of them stands, by key, so that none comes nearer than `gap` to another.

    Where they do not fit, those lighter than `least_kept` are left out.
    """
    over = sum(slot.above + slot.below + gap for slot in slots) - (bottom - top + gap)
    left_out: set[str] = set()
    for index in sorted(range(len(slots)), key=lambda index: (slots[index].weight, -index)):
        slot = slots[index]
        if over <= 0.0 or slot.weight >= least_kept:
            break
        left_out.add(slot.key)
        over -= slot.above + slot.below + gap
    kept = [slot for slot in slots if slot.key not in left_out]
    blocks: list[_Block] = []
    for slot in sorted(kept, key=lambda slot: slot.y):
        block = _Block((slot,), top, bottom, gap)
        while blocks and blocks[-1].bottom + gap > block.top:
            block = _Block((*blocks.pop().slots, *block.slots), top, bottom, gap)
        blocks.append(block)
    return {key: y for block in blocks for key, y in block.places()}


@dataclass(frozen=True, slots=True)
class _Block:
    """Things one below another without room between them, within `least` to `most`."""

    slots: tuple[Slot, ...]
    least: float
    most: float
    gap: float

    @property
    def height(self) -> float:
        """Of all of them."""
        return sum(slot.above + slot.below + self.gap for slot in self.slots) - self.gap

    @property
    def top(self) -> float:
        """The upper side that moves them the least."""
        weight = pull = gone = 0.0
        for slot in self.slots:
            weight, pull = weight + slot.weight, pull + slot.weight * (slot.y - slot.above - gone)
            gone += slot.above + slot.below + self.gap
        return max(self.least, min(self.most - self.height, pull / weight))

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.top + self.height

    def places(self) -> list[tuple[str, float]]:
        """Where each of them stands."""
        y, found = self.top, []
        for slot in self.slots:
            found.append((slot.key, y + slot.above))
            y += slot.above + slot.below + self.gap
        return found
