"""Finds the transition that a turn is made by."""

from __future__ import annotations

from kiosk.kinds import kind_class
from kiosk.motion.transition import KINDS, Transition


def transition_of(kind: str) -> Transition:
    """The transition of that YAML name. Raises ModuleNotFoundError when there is none."""
    return kind_class(KINDS, kind, Transition)()
