"""The sign at a chart that can be explored: an invitation, then what is shown and a way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.marks import Label, Layer
from kiosk.playback.events import Explore
from kiosk.playback.views.buttons import disc
from kiosk.playback.views.room import SLACK, Target
from kiosk.playback.views.words import EXPLORE
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.motion.exploring import Explorable
    from kiosk.playback.views.room import Room

SIGN = "explore-"  # how the keys of the signs' targets begin
_WIDER = "M-15,0 L15,0 M-8,-7 L-15,0 L-8,7 M8,-7 L15,0 L8,7"
_WHOLE = "M-16,-12 L-16,12 M16,-12 L16,12 M-10,0 L10,0 M-5,-5 L-10,0 L-5,5 M5,-5 L10,0 L5,5"
_GAP = 16.0  # between the disc and the words
_BASELINE = 0.36  # of an em below the middle
_CLOSER = (0.25, 0.75)  # what a touch shows first

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands there. words: beside the disc; is_whole: whether all of the chart is shown."""

    part: str
    disc: Box
    words: str
    is_whole: bool

    @property
    def key(self) -> str:
        """The key of its target."""
        return f"{SIGN}{self.part}"


def sign_of(part: str, shows: Explorable, stretch: Stretch, room: Room) -> Sign:
    """The sign of the chart `part`, of which that stretch is shown."""
    box, is_whole = shows.sign, stretch == (0.0, 1.0)
    words = EXPLORE.in_language(room.language) if is_whole else shows.said(*stretch)
    return Sign(part, Box(box.x, box.y, box.height, box.height), words, is_whole)


def sign_target(sign: Sign, room: Room) -> Target:
    """What a touch on it does: a closer look, or all of the chart again."""
    side = max(sign.disc.height + 2 * SLACK, room.target_side)
    size = room.setting().style("caption")
    wide = sign.disc.width + _GAP + room.measure.advance(sign.words, size) + 2 * SLACK
    y = sign.disc.centre.y - side / 2
    stretch = _CLOSER if sign.is_whole else (0.0, 1.0)
    box = Box(sign.disc.x - SLACK, y, max(side, wide), side)
    return Target(sign.key, box, Explore(sign.part, *stretch), is_round=True)


def sign_layer(sign: Sign, room: Room, chapter: int, pressed: str) -> Layer:
    """The disc and the words. pressed: the key of the target under a finger, or nothing."""
    setting = room.setting(chapter)
    style = setting.style("caption")
    style = replace(style, size=min(style.size, sign.disc.height / 1.3))
    y = sign.disc.centre.y + _BASELINE * style.size
    colour = setting.theme.quiet if sign.is_whole else setting.theme.text
    words = Label(
        f"{sign.key}-words", sign.words, sign.disc.right + _GAP, y, style, colour
    )  # fmt: skip
    icon = _WIDER if sign.is_whole else _WHOLE
    button = disc(sign.key, sign.disc, icon, setting, is_pressed=pressed == sign.key)
    return Layer(sign.key, (*button, words))
