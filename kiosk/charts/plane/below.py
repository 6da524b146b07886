"""What is written below a stretch of a plane, and comes and goes at its sides as it moves."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import fading
from kiosk.charts.plane.plane import below_size
from kiosk.marks import Label
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.charts.drawing import Drawn
    from kiosk.charts.plane.along import Mention
    from kiosk.charts.plane.measures import Measured
    from kiosk.charts.plane.plane import Plane
    from kiosk.geometry import Box
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

_FADE = Timing(0.0, 0.4)
_MOST = 6  # round places
_APART = 1.2  # between two of them, in em
_COMING = 48.0  # logical units from a side within which a place comes into sight

Stretch = tuple[float, float]


def drawn_stretch_below(
    measured: Measured, stretch: Stretch, plane: Plane, box: Box, setting: Setting
) -> list[Drawn]:
    """Round places of the stretch, as many as have room; all are there as far as they are inside.

    How many there are depends on how long the stretch is and not on where it lies.
    """
    style = replace(setting.style("mark"), size=below_size(box, setting))
    scale = plane.room.width / (stretch[1] - stretch[0])
    for most in range(_MOST, 0, -1):
        mentions = measured.mentions(*stretch, most, setting.language)
        if _have_room(mentions, scale, style, setting):
            break
    else:
        return []
    labels = (_label(one, stretch, plane, box, style, setting) for one in mentions)
    return [fading((label,), _FADE) for label in labels if label.opacity > 0.0]


def _have_room(
    mentions: tuple[Mention, ...], scale: float, style: TextStyle, setting: Setting
) -> bool:
    """Whether the mentions are far enough apart. scale: how wide the whole is."""
    widest = max((setting.measure.advance(one.text, style) for one in mentions), default=0.0)
    least = widest + _APART * style.size
    shares = [one.share for one in mentions]
    return all((b - a) * scale >= least for a, b in itertools.pairwise(shares))


def _label(
    mention: Mention, stretch: Stretch, plane: Plane, box: Box, style: TextStyle, setting: Setting
) -> Label:
    """A place's name below it; paler the nearer it comes to a side beyond which there is more."""
    start, end = stretch
    width, room = setting.measure.advance(mention.text, style), plane.room
    scale = room.width / (end - start)
    x = (mention.share - start) * scale
    left = min(max(room.x + x - width / 2, box.x), box.right - width)
    before, after = x + start * scale, room.width - x + (1.0 - end) * scale
    inside = min(
        1.0 if start <= 0.0 else x / min(_COMING, before) if before > 0.0 else 1.0,
        1.0 if end >= 1.0 else (room.width - x) / min(_COMING, after) if after > 0.0 else 1.0,
    )
    opacity = min(1.0, max(0.0, inside))
    y = box.bottom - 0.3 * style.size
    colour = setting.theme.quiet
    return Label(mention.key, mention.text, left, y, style, colour, opacity=opacity)
