"""How what does not draw itself comes on: it rises a little and fades in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.marks import Figure, Label
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing

if TYPE_CHECKING:
    from kiosk.marks import Marks

RISE = 24.0  # logical units
DURATION_S = 0.5


def risen(marks: Marks) -> Scene:
    """A scene in which the texts among `marks` rise by 24 units while everything fades in."""
    below = tuple(
        replace(mark, y=mark.y + RISE, opacity=0.0)
        if isinstance(mark, Label | Figure)
        else replace(mark, opacity=0.0)
        for mark in marks
    )
    return Scene(marks, below, Timeline(Timing(0.0, DURATION_S)))


def faded_in(marks: Marks) -> Scene:
    """A scene in which `marks` fade in where they stand."""
    return Scene(marks, (), Timeline(Timing(0.0, DURATION_S)))
