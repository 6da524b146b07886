"""SVG paths of the few outlines that buttons, tiles and rings consist of."""

from __future__ import annotations

_ROUND = 0.5522847498  # of a radius: where the handles of a quarter of a circle lie


def circle(radius: float) -> str:
    """A circle about the origin, clockwise from its top."""
    r, h = radius, radius * _ROUND
    return (
        f"M0,{-r:g} C{h:g},{-r:g} {r:g},{-h:g} {r:g},0 C{r:g},{h:g} {h:g},{r:g} 0,{r:g} "
        f"C{-h:g},{r:g} {-r:g},{h:g} {-r:g},0 C{-r:g},{-h:g} {-h:g},{-r:g} 0,{-r:g} Z"
    )


def rounded(width: float, height: float, radius: float) -> str:
    """A rectangle about the origin, its corners rounded by `radius` at most."""
    r = max(0.0, min(radius, width / 2, height / 2))
    x, y, c = width / 2, height / 2, r * (1 - _ROUND)
    return (
        f"M{-x + r:g},{-y:g} L{x - r:g},{-y:g} C{x - c:g},{-y:g} {x:g},{-y + c:g} {x:g},{-y + r:g} "
        f"L{x:g},{y - r:g} C{x:g},{y - c:g} {x - c:g},{y:g} {x - r:g},{y:g} "
        f"L{-x + r:g},{y:g} C{-x + c:g},{y:g} {-x:g},{y - c:g} {-x:g},{y - r:g} "
        f"L{-x:g},{-y + r:g} C{-x:g},{-y + c:g} {-x + c:g},{-y:g} {-x + r:g},{-y:g} Z"
    )


def level(length: float) -> str:
    """A level line from the origin to the right."""
    return f"M0,0 L{length:g},0"
