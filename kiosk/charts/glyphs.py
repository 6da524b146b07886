"""Icons as marks: cut out of a bar, as an outline, or lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Shape

if TYPE_CHECKING:
    from kiosk.charts.icons import Icon
    from kiosk.theme import Colour

_RING = 9.0  # around a wheel that is cut out, in the icon's units


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
