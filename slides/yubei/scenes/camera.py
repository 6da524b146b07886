"""A level camera: streets, halls and rivers drawn in metres, seen in true perspective.

x runs to the right, y away from us, z up. The camera looks along y without tilting (its picture
is shifted instead, as with a view camera), so uprights stay upright and a wet ground mirrors
exactly: what stands at z is reflected at -z.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paint import Point, shape
from PySide6.QtGui import QPainterPath

Place = tuple[float, float, float]


Span = tuple[float, float]


def front(y: float, x: Span, z: Span) -> list[Place]:
    """The upright rectangle facing us at the distance y: from `x` to `x`, from `z` to `z`."""
    return [(x[0], y, z[0]), (x[1], y, z[0]), (x[1], y, z[1]), (x[0], y, z[1])]


def wall(x: float, y: Span, z: Span) -> list[Place]:
    """The upright rectangle that runs away from us at x; its near lower corner first."""
    return [(x, y[0], z[0]), (x, y[1], z[0]), (x, y[1], z[1]), (x, y[0], z[1])]


def flat(z: float, x: Span, y: Span) -> list[Place]:
    """The rectangle lying at the height z; its left edge first, from near to far."""
    return [(x[0], y[0], z), (x[0], y[1], z), (x[1], y[1], z), (x[1], y[0], z)]


@dataclass(frozen=True, slots=True)
class Camera:
    """Eye in metres; `focal` and `vanishing` point in logical pixels."""

    eye: Place
    focal: float
    vanishing: Point

    def at(self, place: Place) -> Point:
        """Where `place`, which lies before the eye, is seen."""
        depth = max(0.05, place[1] - self.eye[1])
        return (
            self.vanishing[0] + self.focal * (place[0] - self.eye[0]) / depth,
            self.vanishing[1] - self.focal * (place[2] - self.eye[2]) / depth,
        )

    def size(self, metres: float, y: float) -> float:
        """How many logical pixels `metres` at the distance of `y` take."""
        return self.focal * metres / max(0.05, y - self.eye[1])

    def face(self, places: Sequence[Place]) -> QPainterPath:
        """The polygon through `places`."""
        return shape([self.at(place) for place in places])


@dataclass(frozen=True, slots=True)
class Block:
    """An upright box standing on z: its near left corner, width, depth and height in metres."""

    x: float
    y: float
    z: float
    width: float
    depth: float
    height: float

    def front(self) -> list[Place]:
        """The face towards us, from its lower left corner round."""
        return front(self.y, (self.x, self.x + self.width), (self.z, self.z + self.height))

    def side(self, camera: Camera) -> list[Place]:
        """The one of its two sides that the camera sees; its near lower corner first."""
        x = self.x if camera.eye[0] < self.x else self.x + self.width
        return wall(x, (self.y, self.y + self.depth), (self.z, self.z + self.height))


def cells(face: Sequence[Place], columns: int, rows: int, fill: Point) -> Iterator[list[Place]]:
    """A grid of `columns` x `rows` windows on `face`, each filling the share `fill` of its cell."""
    (x0, y0, z0), (x1, y1, _), (_, _, z1) = face[0], face[1], face[2]
    for row in range(rows):
        low = z0 + (z1 - z0) * (row + 0.5 - fill[1] / 2) / rows
        high = z0 + (z1 - z0) * (row + 0.5 + fill[1] / 2) / rows
        for column in range(columns):
            a = (column + 0.5 - fill[0] / 2) / columns
            b = (column + 0.5 + fill[0] / 2) / columns
            near = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a)
            far = (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)
            yield [(*near, low), (*far, low), (*far, high), (*near, high)]
