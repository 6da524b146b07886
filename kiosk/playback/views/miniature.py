"""A settled slide made small: the same marks, moved and scaled into a box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.shade import CAPTION
from kiosk.marks import Figure, Label, Picture
from kiosk.playback.views.lying import lying

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.geometry import Box, Size
    from kiosk.marks import Mark, Marks

SMALLEST = 56.0  # logical units an em on the slide: smaller text would be grey dust


def miniature(marks: Iterable[Mark], page: Size, box: Box) -> Marks:
    """The marks of a page as they are in `box`, which has its shape; small texts are left out."""
    scale = box.width / page.width
    return tuple(
        replace(_at_rest(lying(mark, scale, box.x, box.y)), key=f"{place}/{mark.key}")
        for place, mark in enumerate(marks)
        if _is_seen(mark)
    )


def _is_seen(mark: Mark) -> bool:
    """Whether a mark is more than dust when it is small; a caption's shade goes with its text."""
    if isinstance(mark, Label | Figure):
        return mark.style.size >= SMALLEST
    return mark.key != CAPTION


def _at_rest(mark: Mark) -> Mark:
    """`mark` without the room for a drift."""
    if isinstance(mark, Picture):
        return replace(mark, overscan=1.0, shift=(0.0, 0.0))
    return mark
