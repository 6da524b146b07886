"""The countdown: the slide has stepped back, and a ring under it empties."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Point, Pose
from kiosk.marks import Label, Layer, Marks, Shape
from kiosk.playback.views.outlines import circle, rounded
from kiosk.playback.views.words import STILL_THERE, TOUCH_BRIEFLY, TOUCH_TO_STAY
from kiosk.theme import TextStyle
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.views.room import Room

SCALE, DIM = 0.64, 0.62  # of the slide that has stepped back
TOP = 72.0  # of it, on a landscape page
RING, THIN, THICK = 86.0, 3.0, 9.0  # the ring's radius and its two lines
_ROOM_AT = 0.85  # of the step back: the slide is clear of the ring and the words
_LOWER = 0.8  # of what type has grown by, the second line stands lower
_BESIDE = 56.0  # from the ring to the words
_BELOW = 0.1083  # of the page's height: from the slide to the ring's middle


@dataclass(frozen=True, slots=True)
class _Places:
    """slide: where it has stepped back to. ring: its middle. words: their left side."""

    slide: Box
    ring: Point
    words: float


def stepped_back(room: Room, share: float) -> Pose:
    """How the slide lies when it has gone `share` of the way back, 0 to 1.

    In a calm look it does not go: it goes out where it is and comes on where it is to be.
    """
    box = _places(room).slide
    if room.look.is_calm:
        half = 2 * share - 1
        return Pose(-half) if half < 0.0 else Pose(DIM * half, box.x, box.y, SCALE)
    scale = 1 - (1 - SCALE) * share
    return Pose(1 - (1 - DIM) * share, box.x * share, box.y * share, scale)


def countdown(room: Room, share: float, left_s: float, of_s: float) -> tuple[Layer, ...]:
    """The frame around the slide, the ring, the figure in it and the words.

    share: of the step back; the words fade in once the slide has made room. left_s: seconds
    left, of `of_s`; in a calm look the ring empties by the second.
    """
    left_s = float(math.ceil(left_s)) if room.look.is_calm else left_s
    at, theme = _places(room), room.theme
    seen = max(0.0, (share - _ROOM_AT) / (1 - _ROOM_AT))
    pose = stepped_back(room, share)
    width, height = room.page.width * pose.scale, room.page.height * pose.scale
    framed = max(0.0, 2 * share - 1) if room.look.is_calm else share
    edge = Shape(
        "edge", rounded(width, height, 10.0), pose.dx + width / 2, pose.dy + height / 2,
        stroke=theme.line, width=2.0, opacity=0.5 * framed,
    )  # fmt: skip
    ring = circle(RING)
    figure = TextStyle("display-light", 84.0, spacing=-0.035, tabular=True)
    seconds = str(max(0, math.ceil(left_s)))
    x, y = at.ring.x, at.ring.y
    left = max(0.0, min(1.0, left_s / of_s))
    arc = Shape(
        "left", ring, x, y, stroke=theme.text, width=THICK, trim=left, round_ends=True,
        opacity=seen,
    )  # fmt: skip
    return (
        Layer("edge", (edge,)),
        Layer("track", (Shape("track", ring, x, y, stroke=theme.line, width=THIN, opacity=seen),)),
        Layer("left", (arc,) if left > 0.0 else ()),
        Layer(
            "figure", (Label("figure", seconds, x, y + 30.5, figure, theme.text, "centre", seen),)
        ),
        Layer("words", _words(room, at, seen)),
    )


def _words(room: Room, at: _Places, share: float) -> Marks:
    """The question, and how to stay, in both languages; in one where type is large."""
    theme, setting = room.theme, room.setting()
    question = replace(setting.style("title"), size=setting.grown(64.0))
    small = _stay_style(room)
    x, y, low = at.words, at.ring.y, 42.0 + _LOWER * (small.size - 36.0)
    stay = TOUCH_TO_STAY.in_language(room.language)
    if room.page.is_portrait:
        stay = TOUCH_BRIEFLY.in_language(room.language)
    lines = [
        Label(
            "question", STILL_THERE.in_language(room.language), x, y - 18.0, question, theme.text,
            opacity=share,
        ),
        Label("stay", stay, x + 2, y + low, small, theme.text, opacity=share),
    ]  # fmt: skip
    if room.companion and not setting.repeats_less:
        other = replace(setting.style("label", room.companion), size=32.0)
        beside = x + 2 + room.measure.advance(stay, small) + 22.0
        said = TOUCH_BRIEFLY.in_language(room.companion)
        lines.append(Label("companion", said, beside, y + low, other, theme.quiet, opacity=share))
    return tuple(lines)


def _stay_style(room: Room) -> TextStyle:
    """The style of how to stay."""
    setting = room.setting()
    return replace(setting.style("body"), size=setting.grown(36.0))


def _places(room: Room) -> _Places:
    """Where the countdown's parts lie: the ring and the words as one group in the middle."""
    page = room.page
    width, height = page.width * SCALE, page.height * SCALE
    left = (page.width - width) / 2
    top = TOP if not page.is_portrait else (page.height - height) * 0.36
    small = _stay_style(room)
    stay = TOUCH_BRIEFLY if page.is_portrait else TOUCH_TO_STAY
    words = room.measure.advance(stay.in_language(room.language), small)
    if room.companion and not room.setting().repeats_less:
        other = replace(room.setting().style("label", room.companion), size=32.0)
        words += 22.0 + room.measure.advance(TOUCH_BRIEFLY.in_language(room.companion), other)
    whole = 2 * RING + _BESIDE + words
    start = (page.width - whole) / 2
    below = top + height
    y = below + (page.height - below) * (0.437 if not page.is_portrait else 0.42)
    return _Places(Box(left, top, width, height), Point(start + RING, y), start + whole - words)
