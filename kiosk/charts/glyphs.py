"""Icons as marks: cut out of a bar, as an outline, or lit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.marks import Shape
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.charts.icons import Icon

_RING = 9.0  # around a wheel that is cut out, in the icon's units
_LINE, _FINE_LINE = 3.0, 2.5  # of outlines, logical units
_LAMP = Colour(1.0, 0.984, 0.91)
_TAIL = Colour(1.0, 0.42, 0.369)
_BEAM = 0.55  # opacity of the light at the lamp
_BEAM_LAYERS = 16


def glyph_marks(
    key: str, icon: Icon, x: float, y: float, scale: float, ink: Colour, paper: Colour
) -> tuple[Shape, ...]:
    """The icon in `ink` on something filled with `paper`; its box's top left at `x`, `y`."""
    x, y = x - icon.box.x * scale, y - icon.box.y * scale
    marks: list[Shape] = []
    for part in icon.parts:
        name = f"{key}/{part.name}"
        match part.role:
            case "body":
                marks.append(Shape(name, part.path, x, y, scale, fill=ink))
            case "window":
                marks.append(Shape(name, part.path, x, y, scale, fill=paper))
            case "wheel":
                ring = _RING * scale
                marks.append(
                    Shape(name, part.path, x, y, scale, fill=ink, stroke=paper, width=ring)
                )
            case "hub" | "lamp" | "tail":
                pass
    return tuple(marks)


def outline_marks(
    key: str, icon: Icon, at: tuple[float, float, float], line: Colour, ground: Colour
) -> tuple[Shape, ...]:
    """The icon as an outline. at: where its origin lies (x, y), and its scale."""
    x, y, scale = at
    marks: list[Shape] = []
    for part in icon.parts:
        shape = Shape(f"{key}/{part.name}", part.path, x, y, scale)
        match part.role:
            case "body" | "window":
                width = _LINE if part.role == "body" else _FINE_LINE
                marks.append(replace(shape, stroke=line, width=width))
            case "wheel":
                marks.append(replace(shape, fill=ground, stroke=line, width=_LINE))
            case "hub":
                marks.append(replace(shape, fill=line))
            case "lamp" | "tail":
                pass
    return tuple(marks)


def lit_marks(
    key: str, icon: Icon, at: tuple[float, float, float], light: Colour, ground: Colour
) -> tuple[Shape, ...]:
    """The icon filled with `light`, its lamps on. at: where its origin lies, and its scale."""
    x, y, scale = at
    marks: list[Shape] = []
    for part in icon.parts:
        shape = Shape(f"{key}/{part.name}", part.path, x, y, scale)
        match part.role:
            case "body":
                marks.append(replace(shape, fill=light, stroke=light, width=_LINE))
            case "window":
                marks.append(replace(shape, fill=ground))
            case "wheel":
                marks.append(replace(shape, fill=ground, stroke=light, width=_LINE))
            case "hub":
                marks.append(replace(shape, fill=light))
            case "lamp":
                marks.append(replace(shape, fill=_LAMP))
            case "tail":
                marks.append(replace(shape, fill=_TAIL))
    return tuple(marks)


def beam_marks(
    key: str, icon: Icon, at: tuple[float, float, float], reach: float, light: Colour
) -> tuple[Shape, ...]:
    """The light before the icon's lamp, at most to x = `reach`; fainter the further it goes.

    It is the sum of layers that reach further and further.
    """
    if icon.beam is None:
        return ()
    x, y, scale = at
    foot = x + icon.beam.x * scale
    length = min(reach - foot, icon.beam.length * scale)
    if length <= 4.0:
        return ()
    top, bottom = y + icon.beam.top * scale, y + icon.beam.bottom * scale
    shade = light.faded(_BEAM / _BEAM_LAYERS)
    marks: list[Shape] = []
    for layer in range(1, _BEAM_LAYERS + 1):
        share = layer / _BEAM_LAYERS
        end = foot + length * share
        rise, drop = icon.beam.rise * length * share, icon.beam.drop * length * share
        path = (
            f"M{foot:.2f},{top:.2f} L{end:.2f},{top - rise:.2f} "
            f"L{end:.2f},{bottom + drop:.2f} L{foot:.2f},{bottom:.2f} Z"
        )
        marks.append(Shape(f"{key}/{layer}", path, fill=shade))
    return tuple(marks)
