"""Marks made smaller or larger, and moved: the same marks elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk import batches
from kiosk.batches import thinner
from kiosk.geometry import Box, Point
from kiosk.marks import Figure, Label, Picture, Shape, Wash

if TYPE_CHECKING:
    from kiosk.marks import Mark


def lying(mark: Mark, scale: float, dx: float, dy: float) -> Mark:
    """`mark` at `scale` about the page's corner, then `dx` to the right and `dy` down."""
    match mark:
        case Label() | Figure():
            style = replace(mark.style, size=mark.style.size * scale)
            return replace(mark, x=dx + mark.x * scale, y=dy + mark.y * scale, style=style)
        case Shape():
            return replace(
                mark, x=dx + mark.x * scale, y=dy + mark.y * scale, scale=mark.scale * scale,
                width=thinner(mark.width, scale), dash=tuple(part * scale for part in mark.dash),
            )  # fmt: skip
        case Picture():
            shift = (mark.shift[0] * scale, mark.shift[1] * scale)
            return replace(
                mark, box=lying_box(mark.box, scale, dx, dy), shift=shift,
                radius=mark.radius * scale,
            )  # fmt: skip
        case Wash():
            return replace(
                mark, box=lying_box(mark.box, scale, dx, dy),
                start=_point(mark.start, scale, dx, dy), end=_point(mark.end, scale, dx, dy),
                radius=mark.radius * scale, corner=mark.corner * scale,
            )  # fmt: skip
        case _:
            return batches.lying(mark, scale, dx, dy)


def lying_box(box: Box, scale: float, dx: float, dy: float) -> Box:
    """`box` at `scale` about the page's corner, then `dx` to the right and `dy` down."""
    return Box(dx + box.x * scale, dy + box.y * scale, box.width * scale, box.height * scale)


def _point(point: Point, scale: float, dx: float, dy: float) -> Point:
    """`point` at `scale`, moved."""
    return Point(dx + point.x * scale, dy + point.y * scale)
