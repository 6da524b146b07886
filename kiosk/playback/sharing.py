"""What two slides share, so that it morphs when one gives way to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.show.model import Slide


def is_step(one: Slide | None, other: Slide | None) -> bool:
    """Whether both are the same slide at different steps: all of it morphs."""
    return one is not None and other is not None and one.id != other.id and one.root == other.root


def shared_keys(one: Slide | None, other: Slide | None) -> frozenset[str]:
    """The ids of the charts and numbers that both slides have: they morph into each other.

    Pictures are left to the transition: they lie under texts and shades, and above those they
    would hide them on their way.
    """
    if one is None or other is None or one.id == other.id:
        return frozenset()
    return one.morphing & other.morphing
