"""Things of the subject as outlines of named parts, to be drawn, filled or lit.

Paths hold straight lines and cubic curves only, in units of their own, y downwards.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from kiosk.geometry import Box
from kiosk.values import dataclass

Role = Literal["body", "window", "wheel", "hub", "lamp", "tail"]
IconName = Literal["car", "phone", "plane", "person", "house", "train"]

_DETAILED = 24.0  # logical units: lower icons have no details


@dataclass(frozen=True, slots=True)
class Part:
    """One outline of an icon. role: what it is, which says how it is painted."""

    name: str
    role: Role
    path: str


@dataclass(frozen=True, slots=True)
class Beam:
    """Light before a lamp, which lies at `x` from `top` to `bottom`, in the icon's units.

    rise, drop: how much wider it grows above and below, in shares of its length.
    """

    x: float
    top: float
    bottom: float
    length: float
    rise: float
    drop: float


@dataclass(frozen=True, slots=True)
class Icon:
    """A thing. box: what its parts fill, in their units. stands: whether ground is under it."""

    box: Box
    parts: tuple[Part, ...]
    stands: bool = True
    beam: Beam | None = None


def circle(x: float, y: float, radius: float) -> str:
    """The path of a circle, from its left clockwise."""
    k = 0.5522848 * radius
    return (
        f"M{x - radius:g},{y:g} "
        f"C{x - radius:g},{y - k:g} {x - k:g},{y - radius:g} {x:g},{y - radius:g} "
        f"C{x + k:g},{y - radius:g} {x + radius:g},{y - k:g} {x + radius:g},{y:g} "
        f"C{x + radius:g},{y + k:g} {x + k:g},{y + radius:g} {x:g},{y + radius:g} "
        f"C{x - k:g},{y + radius:g} {x - radius:g},{y + k:g} {x - radius:g},{y:g} Z"
    )


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners."""
    right, bottom, k = x + width, y + height, 0.4477152 * radius
    return (
        f"M{x + radius:g},{y:g} L{right - radius:g},{y:g} "
        f"C{right - k:g},{y:g} {right:g},{y + k:g} {right:g},{y + radius:g} "
        f"L{right:g},{bottom - radius:g} "
        f"C{right:g},{bottom - k:g} {right - k:g},{bottom:g} {right - radius:g},{bottom:g} "
        f"L{x + radius:g},{bottom:g} "
        f"C{x + k:g},{bottom:g} {x:g},{bottom - k:g} {x:g},{bottom - radius:g} "
        f"L{x:g},{y + radius:g} C{x:g},{y + k:g} {x + k:g},{y:g} {x + radius:g},{y:g} Z"
    )


_CAR = (
    "M14,124 C14,98 34,90 78,84 C104,80 116,76 132,66 C168,42 208,28 276,28 "
    "C338,28 372,44 404,72 C412,79 424,82 446,86 C492,94 510,104 512,126 "
    "C512,134 508,138 500,138 L464,138 C464,112.6 443.4,92 418,92 C392.6,92 372,112.6 372,138 "
    "L170,138 C170,112.6 149.4,92 124,92 C98.6,92 78,112.6 78,138 L26,138 "
    "C18,138 14,134 14,124 Z"
)
_PLANE = (
    "M60,0 C60,-5 48,-7 36,-7 L10,-7 L-18,-46 L-28,-46 L-12,-7 L-38,-6 L-50,-20 L-57,-20 L-51,0 "
    "L-57,20 L-50,20 L-38,6 L-12,7 L-28,46 L-18,46 L10,7 L36,7 C48,7 60,5 60,0 Z"
)
_PERSON = (
    "M30,52 C14,52 4,62 4,78 L4,118 C4,126 16,126 16,118 L16,176 C16,186 28,186 28,176 L28,126 "
    "L32,126 L32,176 C32,186 44,186 44,176 L44,118 C44,126 56,126 56,118 L56,78 "
    "C56,62 46,52 30,52 Z"
)

ICONS: dict[IconName, Icon] = {
    "car": Icon(
        Box(14, 28, 498, 146),
        (
            Part("body", "body", _CAR),
            Part("rear-window", "window", "M150,76 C180,54 210,44 262,43 L262,78 L150,82 Z"),
            Part("front-window", "window", "M276,43 C326,43 352,54 380,76 L276,78 Z"),
            Part("rear-wheel", "wheel", circle(124, 138, 36)),
            Part("front-wheel", "wheel", circle(418, 138, 36)),
            Part("rear-hub", "hub", circle(124, 138, 15)),
            Part("front-hub", "hub", circle(418, 138, 15)),
            Part("lamp", "lamp", "M484,97 C498,101 507,108 509,116 L490,112 Z"),
            Part("tail", "tail", rounded(15, 100, 16, 9, 4)),
        ),
        beam=Beam(510.0, 106.0, 118.0, 120.0, 0.225, 0.45),
    ),
    "phone": Icon(
        Box(0, 0, 40, 72),
        (
            Part("body", "body", rounded(0, 0, 40, 72, 8)),
            Part("screen", "window", rounded(5, 7, 30, 52, 2)),
            Part("button", "window", rounded(14, 63, 12, 4, 2)),
        ),
        stands=False,
    ),
    "plane": Icon(Box(-57, -46, 117, 92), (Part("body", "body", _PLANE),), stands=False),
    "person": Icon(
        Box(4, 0, 52, 184),
        (Part("body", "body", _PERSON), Part("head", "body", circle(30, 22, 22))),
    ),
    "house": Icon(
        Box(0, 0, 160, 150),
        (
            Part("body", "body", "M0,70 L80,0 L160,70 L142,70 L142,150 L18,150 L18,70 Z"),
            Part("door", "window", "M92,150 L92,96 L122,96 L122,150 Z"),
            Part("window", "window", "M38,92 L72,92 L72,120 L38,120 Z"),
        ),
    ),
    "train": Icon(
        Box(0, 0, 420, 120),
        (
            Part(
                "body", "body",
                "M0,14 C0,6 6,0 14,0 L300,0 C356,0 420,62 420,86 C420,96 414,104 404,104 "
                "L14,104 C6,104 0,98 0,90 Z",
            ),
            Part("windows", "window", "M24,26 L128,26 L128,58 L24,58 Z"),
            Part("middle-windows", "window", "M144,26 L248,26 L248,58 L144,58 Z"),
            Part("cab", "window", "M290,24 C322,26 348,42 364,58 L290,58 Z"),
            Part("wheels", "wheel", circle(80, 104, 16)),
            Part("front-wheels", "wheel", circle(330, 104, 16)),
        ),
    ),
}  # fmt: skip


def seen_at(icon: Icon, height: float) -> Icon:
    """`icon` with the parts that can be seen where it is so high; many small ones are but bodies.

    height: logical units.
    """
    if height >= _DETAILED:
        return icon
    return replace(icon, parts=tuple(part for part in icon.parts if part.role == "body"))


def icon_named(name: str) -> Icon | None:
    """The icon of that name, if there is one."""
    return next((icon for known, icon in ICONS.items() if known == name), None)
