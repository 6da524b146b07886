"""Sizes, points, boxes and poses in logical units (the short side of any screen is 1080)."""

from __future__ import annotations

from kiosk.values import dataclass

SHORT_SIDE = 1080.0
LEAST_PX, MOST_PX = 16, 16384  # of a page's side, on a screen or in a file


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page, in logical units from its top left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height, in the same unit."""

    width: float
    height: float

    @property
    def is_portrait(self) -> bool:
        """Whether it is taller than wide."""
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides parallel to the page's."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, point: Point) -> bool:
        """Whether `point` lies in the box (left and upper side belong to it)."""
        return self.x <= point.x < self.right and self.y <= point.y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two share anything."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def joined(self, other: Box) -> Box:
        """The smallest box that holds both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        right, foot = max(self.right, other.right), max(self.bottom, other.bottom)
        return Box(left, top, right - left, foot - top)

    def grown(self, by: float) -> Box:
        """The box with every side `by` units further out (further in where negative)."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> Box:
        """The box, `dx` to the right and `dy` down."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Pose:
    """Where and how a whole sheet lies on the page, relative to filling it.

    opacity: 0 to 1. dx, dy: logical units, applied after scaling about the page's top left
    corner. clip: what is seen of it, on the page; None shows all.
    """

    opacity: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0
    clip: Box | None = None


def page_size(width_px: float, height_px: float) -> Size:
    """The logical size of a screen of that many pixels: its short side is 1080.

    Raises ValueError when a side is not positive.
    """
    if width_px <= 0 or height_px <= 0:
        message = f"a screen has positive sides, not {width_px} x {height_px}"
        raise ValueError(message)
    scale = SHORT_SIDE / min(width_px, height_px)
    return Size(width_px * scale, height_px * scale)
