"""Lines over time, and the areas below them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, counting, fading, scene
from kiosk.charts.icons import circle
from kiosk.charts.lines.ends import End, are_crowded, end_of, spread
from kiosk.charts.lines.series import cells_of, series_in
from kiosk.charts.lines.strokes import Stroke, drawn_area, drawn_line, stroke_of
from kiosk.charts.plane.along import along
from kiosk.charts.plane.domain import domain_of
from kiosk.charts.plane.plane import Plane, above_names, drawn_below, drawn_plane, plane_in
from kiosk.geometry import Point
from kiosk.marks import Shape
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option

if TYPE_CHECKING:
    from kiosk.charts.lines.series import Series
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_AXES_S = 0.3  # the ground is there before the lines are drawn
_DRAW_S = 1.2
_DOT = 8.0
_GAP = 30.0  # between the lines and what stands at their ends
_ROOM = {"landscape": 0.28, "portrait": 0.36}  # of the width, what that may take
_TALLEST = 0.9  # of the width
_LEADS = 6.0  # what stands further from its line's end than this is led there
_LEADER, _FREE = 2.0, 7.0  # its width, and the room at both of its ends


@dataclass(frozen=True, kw_only=True)
class Line(Chart):
    """Shows how values change over time.

    One line wears the accent, with its last value at its end; the others are quiet. Each line has
    its name at its end, so there is no legend. A missing value leaves a gap.
    """

    chinese: ClassVar[str] = "折线图：数值怎样随时间变化。"

    x: Column = option(
        "The column with the times (`2024`, `2024-05`, `08:30`), numbers or names.",
        zh="时间（`2024`、`2024-05`、`08:30`）、数或名称在哪一列。",
    )
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column that tells the lines apart.", None, zh="按哪一列分成几条线。"
    )
    highlight: str = option(
        "The name of the line in the accent; otherwise the first.",
        "",
        zh="用强调色的那条线；不写就是第一条。",
        names_row_of=("color",),
    )
    area: bool = option(
        "Whether the highlighted line's area down to zero is filled.",
        zh="强调的那条线到零之间要不要填色。",
        default=False,
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The lines, drawn from left to right."""
        places = along(cells_of(self.data, self.x), setting.language)
        series = series_in(self.data, self.y, self.color or "", places, self.highlight)
        ends = _ends(series, box, setting)
        widest = max((end.width for end in ends), default=0.0)
        head = max((end.above for end in ends), default=0.0)
        right = box.right - min(box.width / 2, widest + _GAP)
        values = tuple(spot.value for one in series for run in one.runs for spot in run)
        domain = domain_of(values, from_zero=self.area)
        like = series[-1].last.quantity if series else None
        plane = plane_in(box, right, head, domain, like, setting, names_unit=True)
        grow = Timing(_AXES_S, self.enter.duration_s or _DRAW_S)
        strokes = [_stroke(one, plane, setting) for one in series]
        pieces = [
            *drawn_plane(plane, box, setting),
            *drawn_below(places, plane, box, setting),
        ]
        if self.area and strokes:
            pieces += drawn_area(strokes[-1], plane.base, grow)
        for stroke in strokes:
            pieces += drawn_line(stroke, grow)
        return scene([*pieces, *_drawn_ends(ends, strokes, box, right, setting, grow)])

    def height_in(self, box: Box, setting: Setting) -> float:
        """Lines are wider than high."""
        del setting
        return min(box.height, _TALLEST * box.width)


def _ends(series: tuple[Series, ...], box: Box, setting: Setting) -> list[End]:
    """What stands at the lines' ends, as small as can be read where it has grown too much."""
    room = _ROOM[setting.shape] * box.width
    ends = [end_of(one, box, room, setting) for one in series]
    if setting.is_grown and are_crowded(ends, box.y, above_names(box, setting)):
        return [end_of(one, box, room, setting, is_tight=True) for one in series]
    return ends


def _stroke(series: Series, plane: Plane, setting: Setting) -> Stroke:
    """The line on the page."""
    return stroke_of(
        series,
        lambda spot: plane.place(spot.share, spot.value),
        setting.accent,
        setting.theme.quiet_series,
    )


def _drawn_ends(
    ends: list[End], strokes: list[Stroke], box: Box, right: float, setting: Setting, grow: Timing
) -> list[Drawn]:  # fmt: skip
    """The dot, the names and the lit line's value."""
    heights = spread(ends, [stroke.last.y for stroke in strokes], box.y, above_names(box, setting))
    arrive = Timing(grow.delay_s + 0.5 * grow.duration_s, 0.4)
    drawn: list[Drawn] = []
    for end, stroke in zip(ends, strokes, strict=True):
        last = stroke.last
        if end.is_lit:
            dot = Shape(f"dot/{end.key}", circle(0, 0, _DOT), last.x, last.y, fill=stroke.colour)
            drawn.append(fading((dot,), arrive))
        if end.key not in heights:
            continue
        at = Point(right + _GAP, heights[end.key])
        if not end.is_lit and math.hypot(at.y - last.y, right - last.x) > _LEADS:
            drawn.append(fading((_leader(end.key, last, at, setting),), arrive))
        if end.figure is not None:
            place = (at.x, at.y + end.figure_y)
            count = Timing(grow.delay_s, grow.duration_s, EASE_OUT)
            drawn.append(counting(end.figure, place, place, count))
        names = tuple(replace(label, x=at.x, y=at.y + label.y) for label in end.names)
        drawn.append(fading(names, arrive))
    return drawn


def _leader(key: str, start: Point, end: Point, setting: Setting) -> Shape:
    """A thin line from a line's end to what stands there, where that had to make room."""
    dx, dy = end.x - _FREE - start.x, end.y - start.y
    path = f"M{_FREE:g},0 L{dx:.1f},{dy:.1f}"
    line = setting.theme.line
    return Shape(
        f"leader/{key}", path, start.x, start.y, stroke=line, width=_LEADER, round_ends=True
    )
