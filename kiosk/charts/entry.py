"""The entries that every chart can have instead of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import cleared, lying
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Mark, Picture, Shape, Wash
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing

if TYPE_CHECKING:
    from kiosk.options import Enter

_RISE = 24.0  # logical units
_DURATION_S = 0.5


def entered(grown: Scene, enter: Enter) -> Scene:
    """The scene with the entry that was asked for; `grow` is its own."""
    if enter.style == "grow":
        return grown
    marks = grown.first
    timing = Timing(0.0, _DURATION_S if enter.duration_s is None else enter.duration_s)
    match enter.style:
        case "none":
            return replace(grown, empty=marks, timeline=Timeline())
        case "fade":
            return replace(grown, empty=(), timeline=Timeline(timing))
        case "rise":
            below = tuple(_below(mark) for mark in marks)
            return replace(grown, empty=below, timeline=Timeline(timing))


def _below(mark: Mark) -> Mark:
    """The mark a little lower, and not to be seen."""
    match mark:
        case Label() | Figure() | Shape():
            return replace(mark, y=mark.y + _RISE, opacity=0.0)
        case Picture() | Wash():
            box = mark.box
            return replace(mark, box=Box(box.x, box.y + _RISE, box.width, box.height), opacity=0.0)
        case _:
            return cleared(lying(mark, 1.0, 0.0, _RISE))
