"""The fountain of ways as it is drawn: its rings, a glow, the ways and the dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.inks import over
from kiosk.charts.maps.flight import (
    discs,
    drawn_ends,
    drawn_hub,
    drawn_ways,
    look_of,
    painted,
    take_offs,
)
from kiosk.charts.maps.fountain import fountain_in
from kiosk.geometry import Box, Point
from kiosk.marks import Shape, Wash
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.maps.fountain import Fountain
    from kiosk.typesetting.setting import Setting

_RINGS, _RING_OPACITY = (0.25, 0.5, 0.75, 1.0), 0.3  # of the plate
_GLOW = 0.3  # of the plate's radius
_GLOWS = ((0.0, 0.7), (0.35, 0.3), (1.0, 0.0))  # (share of it, opacity)
_RINGS_S = 0.6


def drawn_fountain(
    box: Box, ways: int, places: int, seconds: float | None, setting: Setting
) -> list[Drawn]:
    """So many ways to so many places, in the box."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    look = look_of(ways)
    inside = box.grown(-look.dot / 2) if min(box.width, box.height) > 2 * look.dot else box
    found = fountain_in(inside, ways, places)
    to = np.arange(ways) % places
    takes_off = take_offs([float(place) for place in to], seconds)
    colours = painted(setting.accent, found.strength, setting)
    # Pale ways lie below, and ways of one colour together, so that they are painted in one go.
    order = np.argsort(found.strength, kind="stable")
    keys = tuple(str(row + 1) for row in order)
    timings = [takes_off[row] for row in order]
    ends = np.tile(np.array(setting.theme.text), (places, 1))
    ends[:, 3] *= found.end_strength
    return [
        *_ground(found, setting),
        drawn_ways(keys, found.ways[order], colours[order], look.width, timings),
        drawn_ends(
            tuple(str(place + 1) for place in range(places)), discs(found.ends, look.dot), ends,
            [takes_off[place] for place in range(places)],
        ),
        drawn_hub(found.x, found.y, look.hub, setting.theme.text),
    ]  # fmt: skip


def _ground(found: Fountain, setting: Setting) -> list[Drawn]:
    """The rings of the plate, and the light about its middle."""
    line = over(setting.theme.line.faded(_RING_OPACITY), setting.theme.ground)
    rings = tuple(
        Shape(f"ring/{share}", _ellipse(share * found.wide, share * found.deep), found.x, found.y,
              stroke=line, width=2.0)
        for share in _RINGS
    )  # fmt: skip
    radius, squeeze = _GLOW * found.wide, found.deep / max(found.wide, 1e-9)
    centre = Point(found.x, found.y)
    place = Box(found.x - radius, found.y - radius * squeeze, 2 * radius, 2 * radius * squeeze)
    stops = tuple((at, setting.accent.faded(opacity)) for at, opacity in _GLOWS)
    glow = Wash("glow", place, stops, centre, centre, radius, squeeze)
    return [fading((*rings, glow), Timing(0.0, _RINGS_S))]


def _ellipse(wide: float, deep: float) -> str:
    """The path of an ellipse about its middle."""
    k = 0.5522848
    return (
        f"M{-wide:.1f},0 C{-wide:.1f},{-k * deep:.1f} {-k * wide:.1f},{-deep:.1f} 0,{-deep:.1f} "
        f"C{k * wide:.1f},{-deep:.1f} {wide:.1f},{-k * deep:.1f} {wide:.1f},0 "
        f"C{wide:.1f},{k * deep:.1f} {k * wide:.1f},{deep:.1f} 0,{deep:.1f} "
        f"C{-k * wide:.1f},{deep:.1f} {-wide:.1f},{k * deep:.1f} {-wide:.1f},0 Z"
    )
