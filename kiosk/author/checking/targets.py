"""What is to be touched on a slide: large enough for a finger, and within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.author.checking.overlaps import is_placed
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.limits import HIGHEST, LOWEST, TARGET
from kiosk.phrases import phrase
from kiosk.playback.views.extents import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.playback.views.room import Target

_ROUNDING_MM = 0.5


def untouchable(seen: Seen) -> Iterator[Fault]:
    """Links and figures of which too little is left for a finger, and placed links out of reach.

    Whether all can reach anything follows from how the screen is mounted
    (`kiosk.author.checking.whole`); where parts of it are out of reach, a button brings the page
    within it. So what a layout has placed is no fault; a link that somebody has placed has a better
    place.
    """
    keys = {part.key for part in seen.laid.placed}
    links = _placed_links(seen)
    for index, target in enumerate(seen.targets):
        part = _part(target.key, keys)
        if part:
            yield from _small(part, _left_of(target, seen.targets[:index]), seen)
        if part in links:
            yield from _out_of_reach(part, target.box, seen)


def _placed_links(seen: Seen) -> frozenset[str]:
    """The elements in places of their own that lead somewhere."""
    elements = {} if seen.slide is None else elements_of(seen.slide.parts)
    return frozenset(
        key for key, each in elements.items() if each.goto and is_placed(each, seen.page)
    )


def _out_of_reach(part: str, target: Box, seen: Seen) -> Iterator[Fault]:
    """A link of which a finger finds too little between the lowest and the highest reach."""
    band, mounted = seen.room.band, seen.show.mounted_mm
    if band is None or mounted is None:
        return
    within = (min(target.bottom, band.bottom) - max(target.y, band.top)) * seen.mm
    if within >= min(TARGET.value, target.height * seen.mm) - _ROUNDING_MM:
        return
    is_high = target.y < band.top
    foot, head = (
        f"{mounted + (seen.page.height - side) * seen.mm:.0f}" for side in (target.bottom, target.y)
    )
    what = phrase(
        "what is touched here lies {foot} to {head} mm above the floor, and those who sit reach "
        "from {low} to {high} mm",
        foot=foot, head=head, low=f"{LOWEST.value:g}", high=f"{HIGHEST.value:g}",
    )  # fmt: skip
    lower = phrase("give it a lower place ('at'), or mount the screen lower")
    higher = phrase("give it a higher place ('at'), or mount the screen higher")
    yield Fault(part, "out-of-reach", what, lower if is_high else higher, -within)


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
