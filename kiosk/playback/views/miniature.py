"""A settled slide made small: the same marks, moved and scaled into a box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.elements.shade import CAPTION
from kiosk.geometry import Box, Point
from kiosk.marks import Bars, Figure, Label, Picture, Segments, Shape, Wash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.geometry import Size
    from kiosk.marks import Mark, Marks

SMALLEST = 56.0  # logical units an em on the slide: smaller text would be grey dust
_THINNEST = 1.0  # of a line, in logical units


def miniature(marks: Iterable[Mark], page: Size, box: Box) -> Marks:
    """The marks of a page as they are in `box`, which has its shape; small texts are left out."""
    scale = box.width / page.width
    return tuple(
        replace(_scaled(mark, scale, box), key=f"{place}/{mark.key}")
        for place, mark in enumerate(marks)
        if _is_seen(mark)
    )


def _is_seen(mark: Mark) -> bool:
    """Whether a mark is more than dust when it is small; a caption's shade goes with its text."""
    if isinstance(mark, Label | Figure):
        return mark.style.size >= SMALLEST
    return mark.key != CAPTION


def _scaled(mark: Mark, scale: float, to: Box) -> Mark:
    """`mark` at `scale`, the page's corner in that of `to`."""
    match mark:
        case Label() | Figure():
            style = replace(mark.style, size=mark.style.size * scale)
            return replace(mark, x=to.x + mark.x * scale, y=to.y + mark.y * scale, style=style)
        case Shape():
            return replace(
                mark, x=to.x + mark.x * scale, y=to.y + mark.y * scale, scale=mark.scale * scale,
                width=_line(mark.width, scale), dash=tuple(part * scale for part in mark.dash),
            )  # fmt: skip
        case Picture():
            return replace(
                mark, box=_box(mark.box, scale, to), overscan=1.0, shift=(0.0, 0.0),
                radius=mark.radius * scale,
            )  # fmt: skip
        case Wash():
            return replace(
                mark, box=_box(mark.box, scale, to), start=_point(mark.start, scale, to),
                end=_point(mark.end, scale, to), radius=mark.radius * scale,
                corner=mark.corner * scale,
            )  # fmt: skip
        case Bars():
            boxes = mark.boxes * scale + (to.x, to.y, 0.0, 0.0)
            return replace(mark, boxes=boxes, radius=mark.radius * scale)
        case Segments():
            ends = mark.ends * scale + (to.x, to.y, to.x, to.y)
            dash = tuple(part * scale for part in mark.dash)
            return replace(mark, ends=ends, width=_line(mark.width, scale), dash=dash)
    assert_never(mark)


def _line(width: float, scale: float) -> float:
    """The thickness of a line that can still be seen."""
    return max(_THINNEST, width * scale) if width > 0.0 else 0.0


def _box(box: Box, scale: float, to: Box) -> Box:
    """`box` at `scale`."""
    return Box(
        to.x + box.x * scale, to.y + box.y * scale, box.width * scale, box.height * scale
    )  # fmt: skip


def _point(point: Point, scale: float, to: Box) -> Point:
    """`point` at `scale`."""
    return Point(to.x + point.x * scale, to.y + point.y * scale)
