"""The display list: everything on the stage is one of these marks, each with a key.

A mark is plain data in logical units. Animation is interpolation between two sets of marks with
the same keys (`kiosk.motion.blend`); painting is a loop over them (`kiosk.stage.painting`). Marks
that come in numbers are batches (`kiosk.batches`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.batches import Batch
from kiosk.numerals import NUMERALS, Numerals, number_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Point, Pose, Size
    from kiosk.theme import Colour, TextStyle

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text. x: where `align` holds it; y: its baseline."""

    key: str
    text: str
    x: float
    y: float
    style: TextStyle
    colour: Colour
    align: Align = "left"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may be counting; its text follows from `value` (see `figure_text`).

    x: where `align` holds it; y: its baseline. decimals: digits after the point, held while it
    counts. grouped: thousands are set apart, as `numerals` do. prefix, suffix: right beside it.
    """

    key: str
    value: float
    x: float
    y: float
    style: TextStyle
    colour: Colour
    decimals: int = 0
    grouped: bool = False
    prefix: str = ""
    suffix: str = ""
    align: Align = "right"
    opacity: float = 1.0
    numerals: Numerals = NUMERALS


def figure_text(figure: Figure) -> str:
    """The characters that `figure` shows: rounded half to even, a true minus for negatives."""
    number = number_text(
        figure.value, figure.decimals, grouped=figure.grouped, numerals=figure.numerals
    )
    return f"{figure.prefix}{number}{figure.suffix}"


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colour that changes from left to right along an outline, however that is turned, or down.

    stops: (to the right of the outline's origin or below it, in the path's units; colour), two or
    more, from left to right or down; beyond the first and the last it is theirs.
    """

    stops: tuple[tuple[float, Colour], ...]
    way: Literal["right", "down"] = "right"

    def faded(self, opacity: float) -> Gradient:
        """This gradient at `opacity` times its own."""
        return replace(self, stops=tuple((at, stop.faded(opacity)) for at, stop in self.stops))


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline, filled, stroked or both.

    path: SVG path data in its own units, absolute or relative. x, y: where its origin lies on
    the page; scale and rotation (degrees, clockwise) are about that origin. width: of the stroke
    in logical units, whatever the scale. trim: share of the outline's length that is drawn, 0 to
    1. dash: lengths on and off in logical units. round_ends: how the stroke ends.
    """

    key: str
    path: str
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    rotation: float = 0.0
    fill: Colour | Gradient | None = None
    stroke: Colour | Gradient | None = None
    width: float = 0.0
    trim: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file in a box.

    file: its path inside the show. fit: `cover` fills the box and cuts, `contain` shows all.
    focus: the point of the picture (0 to 1 each way) that stays in sight when it is cut.
    overscan: how much larger than needed it is decoded, so that `shift` (logical units, the drift)
    moves it without showing an edge. radius: of the corners. edition: which content of the file is
    meant, where it may change.
    """

    key: str
    file: str
    box: Box
    fit: Literal["cover", "contain"] = "cover"
    focus: tuple[float, float] = (0.5, 0.5)
    overscan: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    radius: float = 0.0
    opacity: float = 1.0
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Wash:
    """A box filled with a gradient: scrims and the glow of a ground.

    stops: (offset 0 to 1, colour), rising. Linear from `start` to `end`; with `radius` set, radial
    about `start`, its height squeezed by `squeeze` (1 is a circle). corner: radius of corners.
    """

    key: str
    box: Box
    stops: tuple[tuple[float, Colour], ...]
    start: Point
    end: Point
    radius: float = 0.0
    squeeze: float = 1.0
    corner: float = 0.0
    opacity: float = 1.0


Mark = Label | Figure | Shape | Picture | Wash | Batch
Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """The marks of one element, painted in order. key: the element's name on its slide."""

    key: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class Sheet:
    """Layers that move, fade and scale as one: a slide, a view, the chrome.

    ground: what it is filled with first; None leaves what lies below in sight.
    """

    key: str
    layers: tuple[Layer, ...]
    pose: Pose
    ground: Colour | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the stage shows at one time, sheets from the back to the front.

    size: of the page, in logical units.
    """

    size: Size
    sheets: tuple[Sheet, ...]
