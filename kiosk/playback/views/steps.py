"""The sign that a slide changes in steps: a dot for each below its chapter's dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.marks import Shape
from kiosk.playback.views.outlines import circle

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.theme import Colour

DOWN = 24.0  # from the middle of the dash to that of the dots
_ACROSS, _LINE = 10.0, 2.0  # of a dot, and of the ring that one still to come is
_PITCH = 22.0  # from dot to dot, where there is room
_CLEAR = 8.0  # left and right of them


def step_dots(
    dash: Box, at: int, count: int, room: float, reached: Colour, coming: Colour
) -> tuple[Shape, ...]:
    """The dots of `count` steps, filled up to the one `at` (from 0); none of a single one.

    room: how far they may reach to either side of the middle of `dash`.
    """
    if count < 2:
        return ()
    pitch = min(_PITCH, 2 * (room - _CLEAR) / count)
    radius = min(_ACROSS, 0.6 * pitch) / 2
    left, y = dash.centre.x - pitch * (count - 1) / 2, dash.centre.y + DOWN
    return tuple(
        Shape(f"step-{number}", circle(radius), left + pitch * number, y, fill=reached)
        if number <= at
        else Shape(
            f"step-{number}", circle(max(0.5, radius - _LINE / 2)), left + pitch * number, y,
            stroke=coming, width=_LINE,
        )
        for number in range(count)
    )  # fmt: skip
