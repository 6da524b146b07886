"""Icons as marks: cut out of a bar, as an outline, or lit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.marks import Shape
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.charts.icons import Icon, Role

    # How the parts of an icon look, by their role: shapes whose place and outline are still open.
    _Looks = dict[Role, Shape]

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
    at = x - icon.box.x * scale, y - icon.box.y * scale, scale
    body, window = Shape("", "", fill=ink), Shape("", "", fill=paper)
    wheel = replace(body, stroke=paper, width=_RING * scale)
    return _drawn(key, icon, at, {"body": body, "window": window, "wheel": wheel})


def outline_marks(
    key: str, icon: Icon, at: tuple[float, float, float], line: Colour, ground: Colour
) -> tuple[Shape, ...]:
    """The icon as an outline. at: where its origin lies (x, y), and its scale."""
    thin = Shape("", "", stroke=line, width=_FINE_LINE)
    thick = replace(thin, width=_LINE)
    filled = Shape("", "", fill=line)
    looks: _Looks = {
        "body": thick, "window": thin, "wheel": replace(thick, fill=ground), "hub": filled
    }  # fmt: skip
    return _drawn(key, icon, at, looks)


def lit_marks(
    key: str, icon: Icon, at: tuple[float, float, float], light: Colour, ground: Colour
) -> tuple[Shape, ...]:
    """The icon filled with `light`, its lamps on. at: where its origin lies, and its scale."""
    body = Shape("", "", fill=light, stroke=light, width=_LINE)
    looks: _Looks = {
        "body": body, "window": Shape("", "", fill=ground), "wheel": replace(body, fill=ground),
        "hub": Shape("", "", fill=light), "lamp": Shape("", "", fill=_LAMP),
        "tail": Shape("", "", fill=_TAIL),
    }  # fmt: skip
    return _drawn(key, icon, at, looks)


def _drawn(
    key: str, icon: Icon, at: tuple[float, float, float], looks: _Looks
) -> tuple[Shape, ...]:
    """The parts of the icon that have a look, in that look."""
    x, y, scale = at
    return tuple(
        replace(looks[part.role], key=f"{key}/{part.name}", path=part.path, x=x, y=y, scale=scale)
        for part in icon.parts
        if part.role in looks
    )


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
