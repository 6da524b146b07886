"""What shows which value along a line is told: a dot on the line, and a hairline through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Layer, Shape
from kiosk.playback.views.outlines import circle

if TYPE_CHECKING:
    from kiosk.playback.views.charts.touched import Stand
    from kiosk.playback.views.room import Room

_RADIUS, _EDGE = 9.0, 4.0  # of the dot, and of the ring of the ground's colour around it
_HAIRLINE, _SHARE = 2.0, 0.7  # thickness, and share of the colour's opacity


def marker_layer(stand: Stand, room: Room, opacity: float) -> Layer:
    """The dot and the hairline; the ring around the dot sets it off from every line."""
    theme, at = room.theme, stand.at
    ground = theme.ground._replace(opacity=1.0)
    dot = Shape(
        "marker-dot", circle(_RADIUS + _EDGE / 2), at.x, at.y, fill=stand.colour, stroke=ground,
        width=_EDGE, opacity=opacity,
    )  # fmt: skip
    if stand.ground is None:
        return Layer("marker", (dot,))
    top, foot = stand.ground.top, stand.ground.foot
    half = _HAIRLINE / 2
    path = f"M{-half:g},0 L{half:g},0 L{half:g},{foot - top:.1f} L{-half:g},{foot - top:.1f} Z"
    line = Shape(
        "marker-line", path, round(at.x), top, fill=theme.quiet.faded(_SHARE), opacity=opacity
    )  # fmt: skip
    return Layer("marker", (line, dot))
