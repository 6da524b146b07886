"""Pictures that have fewer pixels than they cover, and so are blurred."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.author.checking.seen import WINDOW
from kiosk.elements.kinds.picture import PictureElement
from kiosk.limits import SHARPNESS
from kiosk.marks import Picture
from kiosk.phrases import phrase
from kiosk.stage.device import Device
from kiosk.stage.pictures.assets import wanted_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.options import FileChoice

_TOLERANCE = 0.9  # of the limit: a tenth more is seen by nobody

_ROUNDING = 1e-6


def blurred(seen: Seen) -> Iterator[Fault]:
    """Every picture that is enlarged by more than a tenth on a screen of 1080 lines.

    With what it is painted larger for its drift. SVG is sharp at any size.
    """
    device = Device(round(seen.page.width), round(seen.page.height))
    for part in seen.laid.placed:
        for mark in part.scene.full:
            if isinstance(mark, Picture):
                yield from _blurred(part.key, mark, device, seen)


def _blurred(part: str, mark: Picture, device: Device, seen: Seen) -> Iterator[Fault]:
    """The picture, where it has too few pixels."""
    size = seen.studio.assets.size_of(mark)
    if size is None:
        return
    wide, high = size
    covered = wanted_for(mark, device)
    across, down = covered.width / wide, covered.height / high
    enlarged = max(across, down) if mark.fit == "cover" else min(across, down)
    if 1 / enlarged >= SHARPNESS.value * _TOLERANCE:
        return
    what = phrase(
        "the picture {file} covers {covered} pixels and has {has}", file=mark.file,
        covered=_pixels(covered.width, covered.height), has=_pixels(wide, high),
    )  # fmt: skip
    hint = phrase(
        "take one of {needed} pixels or more, or a layout in which it is smaller",
        needed=_pixels(_up(wide * enlarged), _up(high * enlarged)),
    )
    yield Fault(_named(part, mark.file, seen), "blurred-picture", what, hint, enlarged)


def _pixels(width: int, height: int) -> str:
    """A size as it is written in the language of shows."""
    return f"{width} x {height}"


def _up(length: float) -> int:
    """The next whole number, where it is none already but for rounding."""
    return math.ceil(length - _ROUNDING)


def _named(part: str, file: str, seen: Seen) -> str:
    """The most particular name, of those that have a place, for that file of the part."""
    if seen.slide is None:
        chapter = seen.show.chapters[int(part.removeprefix(WINDOW))]
        names, known = _names("picture", file, chapter.picture), chapter.places.parts
        return f"{part}.{next((name for name in names if name in known), 'picture')}"
    element = seen.slide.parts.picture
    choice = element.file if isinstance(element, PictureElement) else None
    names, known = _names(f"{part}.file", file, choice), seen.slide.places.parts
    return next((name for name in names if name in known), part)


def _names(field: str, file: str, choice: FileChoice | None) -> tuple[str, ...]:
    """What the places may be called where that file of a choice was written."""
    choices = () if choice is None else choice.choices
    cases = (case.replace(" ", ".") for case, chosen in choices if chosen == file and case)
    return (*(f"{field}.{case}" for case in cases), field)
