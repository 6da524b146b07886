"""A ground for a chart of the subject: light behind it and ridges at its feet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Point
from kiosk.marks import Shape, Wash
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_RADIUS = 1000.0  # of the light, logical units
_LIGHT, _GLOW, _TINT = 0.85, 0.45, 0.13  # its strength, and what of glow and accent is in it
_STEP = 24.0  # between the points of a ridge
_FOOT, _DEEP = 60.0, 240.0  # below the horizon: where the ridges begin and end to fade
# Each ridge: how far it stands above the horizon, how high it is, and its waves: (length, phase).
_RIDGES = (
    (10.0, 116.0, ((3900.0, 2.2), (2000.0, 4.0), (1090.0, 0.6), (560.0, 2.9), (290.0, 5.1))),
    (-38.0, 96.0, ((4700.0, 5.6), (2400.0, 1.0), (1320.0, 3.3), (640.0, 0.3), (330.0, 1.7))),
    (-90.0, 76.0, ((5600.0, 0.4), (2900.0, 2.6), (1500.0, 5.0), (760.0, 1.4), (410.0, 4.2))),
)
_FAR, _NEAR = 0.6, 0.33  # of the glow in the furthest ridge, and how much less in each nearer one


def evening(at: Point, page: Size, setting: Setting) -> Marks:
    """Light about `at`, and ridges on the horizon there; nothing in themes that do not glow."""
    theme = setting.theme
    if not theme.glows:
        return ()
    whole = Box(0.0, 0.0, page.width, page.height)
    light = mixed(mixed(theme.ground, theme.glow, _GLOW), setting.accent, _TINT)
    # Opaque, so that it is rounded to a screen's steps once only, and shows no rings.
    stops = ((0.0, mixed(theme.ground, light, _LIGHT)), (1.0, theme.ground))
    far = mixed(theme.ground, theme.glow, _FAR)
    shades = (far, mixed(far, theme.ground, _NEAR), mixed(far, theme.ground, 2 * _NEAR))
    ridges = (
        Shape(f"ridge/{number}", _ridge(at.y - above, high, waves, at.y + _DEEP, page), fill=shade)
        for number, ((above, high, waves), shade) in enumerate(zip(_RIDGES, shades, strict=True))
    )
    foot = Box(0.0, at.y + _FOOT, page.width, max(_DEEP, page.height - at.y - _FOOT))
    gone = (_DEEP - _FOOT) / foot.height
    fade = ((0.0, theme.ground.faded(0.0)), (gone, theme.ground), (1.0, theme.ground))
    top, bottom = Point(0.0, foot.y), Point(0.0, foot.bottom)
    return (
        Wash("light", whole, stops, at, at, _RADIUS),
        *ridges,
        Wash("foot", foot, fade, top, bottom),
    )


def mixed(ground: Colour, light: Colour, share: float) -> Colour:
    """`share` of `light` on `ground`, opaque."""
    return Colour(*(a + (b - a) * share for a, b in zip(ground[:3], light[:3], strict=True)))


def _ridge(
    y: float, high: float, waves: tuple[tuple[float, float], ...], foot: float, page: Size
) -> str:
    """The outline of a ridge over the whole page, down to `foot`."""
    count = math.ceil(page.width / _STEP)
    points = [(index * _STEP, y - _rise(index * _STEP, high, waves)) for index in range(count + 1)]
    top = " ".join(f"L{x:.1f},{up:.1f}" for x, up in points)
    return f"M0,{foot:.1f} {top} L{points[-1][0]:.1f},{foot:.1f} Z"


def _rise(x: float, high: float, waves: tuple[tuple[float, float], ...]) -> float:
    """How far a ridge rises at `x`: waves that become shorter and lower."""
    swing = sum(
        0.6**index * math.sin(2 * math.pi * x / length + phase)
        for index, (length, phase) in enumerate(waves)
    )
    return high * (0.5 + 0.5 * swing / 1.6)
