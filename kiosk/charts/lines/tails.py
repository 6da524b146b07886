"""The dots on the right ends of lines, and their names and values beside them."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.icons import circle
from kiosk.charts.lines.ends import End, spread
from kiosk.charts.plane.plane import above_names
from kiosk.geometry import Point
from kiosk.marks import Shape
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

GAP = 30.0  # between the lines and what stands at their ends
DOT = 8.0  # radius, of the lit line's
_LEADS = 6.0  # what stands further from its line's end than this is led there
_LEADER, _FREE = 2.0, 7.0  # its width, and the room at both of its ends


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a line ends. dot: the radius of the dot there; 0 has none."""

    at: Point
    colour: Colour
    dot: float


def drawn_tails(
    ends: Sequence[End], tails: Sequence[Tail], box: Box, right: float, setting: Setting,
    grow: Timing,
) -> list[Drawn]:  # fmt: skip
    """The dots, the names, and the lit line's value, right of `right`."""
    heights = spread(ends, [tail.at.y for tail in tails], box.y, above_names(box, setting))
    arrive = Timing(grow.delay_s + 0.5 * grow.duration_s, 0.4)
    drawn: list[Drawn] = []
    for end, tail in zip(ends, tails, strict=True):
        last = tail.at
        if tail.dot > 0.0:
            path = circle(0, 0, tail.dot)
            dot = Shape(f"dot/{end.key}", path, last.x, last.y, fill=tail.colour)
            drawn.append(fading((dot,), arrive))
        if end.key not in heights:
            continue
        at = Point(right + GAP, heights[end.key])
        if not end.is_lit and math.hypot(at.y - last.y, right - last.x) > _LEADS:
            drawn.append(fading((_leader(end.key, tail, at, setting),), arrive))
        if end.figure is not None:
            place = (at.x, at.y + end.figure_y)
            count = Timing(grow.delay_s, grow.duration_s, EASE_OUT)
            drawn.append(counting(end.figure, place, place, count))
        names = tuple(replace(label, x=at.x, y=at.y + label.y) for label in end.names)
        drawn.append(fading(names, arrive))
    return drawn


def _leader(key: str, tail: Tail, end: Point, setting: Setting) -> Shape:
    """A thin line from a line's end to what stands there, where that had to make room."""
    free = max(_FREE, tail.dot + 4.0) if tail.dot else _FREE
    dx, dy = end.x - _FREE - tail.at.x, end.y - tail.at.y
    path = f"M{free:g},0 L{dx:.1f},{dy:.1f}"
    line = setting.theme.line
    return Shape(
        f"leader/{key}", path, tail.at.x, tail.at.y, stroke=line, width=_LEADER, round_ends=True
    )
