"""What is to be touched on a slide: large enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.geometry import Box
from kiosk.limits import TARGET
from kiosk.phrases import phrase
from kiosk.playback.views.extents import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.playback.views.room import Target

_ROUNDING_MM = 0.5


def untouchable(seen: Seen) -> Iterator[Fault]:
    """Links and figures of which too little is left for a finger.

    Whether all can reach them follows from how the screen is mounted
    (`kiosk.author.checking.whole`); where parts of it are out of reach, a button brings the page
    within it.
    """
    keys = {part.key for part in seen.laid.placed}
    for index, target in enumerate(seen.targets):
        part = _part(target.key, keys)
        if part:
            yield from _small(part, _left_of(target, seen.targets[:index]), seen)


def _part(target: str, keys: set[str]) -> str:
    """The part that a target belongs to (`goto-chart`, `figure-text-2`); nothing for the chrome."""
    name = target.partition("-")[2]
    return next((key for key in (name, name.rpartition("-")[0]) if key in keys), "")


def _left_of(target: Target, before: tuple[Target, ...]) -> Box:
    """What of a target no other one takes that is asked before it."""
    box = target.box
    for other in before:
        shared = common(box, other.box)
        if shared is not None and shared.width < shared.height:
            left = box.x if other.box.x > box.x else shared.right
            box = Box(left, box.y, box.width - shared.width, box.height)
        elif shared is not None:
            top = box.y if other.box.y > box.y else shared.bottom
            box = Box(box.x, top, box.width, box.height - shared.height)
    return box


def _small(part: str, target: Box, seen: Seen) -> Iterator[Fault]:
    """A target whose shorter side is too short."""
    box = common(target, Box(0.0, 0.0, seen.page.width, seen.page.height))
    side = 0.0 if box is None else min(box.width, box.height) * seen.mm
    if side < TARGET.value - _ROUNDING_MM:
        what = phrase(
            "what is touched here is {side} mm high or wide, and a finger needs {least} mm",
            side=f"{side:.0f}", least=f"{TARGET.value:.0f}",
        )  # fmt: skip
        hint = phrase("give it more room, or what stands beside it less")
        yield Fault(part, "small-target", what, hint, TARGET.value - side)
