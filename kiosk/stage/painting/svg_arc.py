"""SVG's elliptical arcs as Bézier curves (SVG 1.1, appendix F.6)."""

from __future__ import annotations

import cmath
import math

from kiosk.values import dataclass

Curve = tuple[complex, complex, complex]  # two control points and the end


@dataclass(frozen=True, slots=True)
class Arc:
    """What SVG says about an arc beside its ends. rx, ry: positive. turn: degrees, clockwise."""

    rx: float
    ry: float
    turn: float
    is_large: bool
    is_clockwise: bool

    def onto_circle(self, place: complex) -> complex:
        """`place` where the arc's ellipse is a circle of radius 1."""
        turned = place * cmath.rect(1.0, -math.radians(self.turn))
        return complex(turned.real / self.rx, turned.imag / self.ry)

    def off_circle(self, place: complex) -> complex:
        """The place of which `onto_circle` is `place`."""
        wide = complex(place.real * self.rx, place.imag * self.ry)
        return wide * cmath.rect(1.0, math.radians(self.turn))


def curves_of(arc: Arc, start: complex, end: complex) -> list[Curve]:
    """The arc from `start` to `end`, in cubic curves of at most a quarter turn each."""
    first, last = arc.onto_circle(start), arc.onto_circle(end)
    half = (last - first) / 2
    if half == 0:
        return []
    radius = max(1.0, abs(half))  # radii that are too small grow to fit
    rise = math.sqrt(max(0.0, radius**2 - abs(half) ** 2))
    side = 1 if arc.is_large != arc.is_clockwise else -1
    centre = (first + last) / 2 + side * rise * 1j * half / abs(half)
    begin = cmath.phase(first - centre)
    sweep = _swept(begin, cmath.phase(last - centre), is_clockwise=arc.is_clockwise)
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)
    curves = []
    for piece in range(pieces):
        u = cmath.rect(radius, begin + piece * step)
        v = cmath.rect(radius, begin + (piece + 1) * step)
        stop = end if piece == pieces - 1 else arc.off_circle(centre + v)
        handles = (centre + u + reach * 1j * u, centre + v - reach * 1j * v)
        curves.append((arc.off_circle(handles[0]), arc.off_circle(handles[1]), stop))
    return curves


def _swept(begin: float, end: float, *, is_clockwise: bool) -> float:
    """The angle from `begin` to `end`, positive when clockwise (the y axis points down)."""
    sweep = (end - begin) % (2 * math.pi)
    return sweep if is_clockwise else sweep - 2 * math.pi
