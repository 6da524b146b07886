"""The line that invites to touch while the show plays by itself; it breathes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.legibility import over_any, strength_for
from kiosk.marks import Label, Layer, Marks
from kiosk.playback.views.foot import FOOT, SHADE, foot_shade
from kiosk.playback.views.words import INVITATION

if TYPE_CHECKING:
    from kiosk.playback.views.foot import Below
    from kiosk.playback.views.room import Room
    from kiosk.theme import Colour, TextStyle

LOW, PERIOD_S = 0.7, 4.0
_STEPS = 16  # opacities between them: what cannot be seen is not painted again
_RISES_S = tuple(
    PERIOD_S / (2 * math.pi) * math.acos(1 - (2 * step + 1) / _STEPS) for step in range(_STEPS)
)
_CHANGES_S = (*_RISES_S, *(PERIOD_S - rise for rise in reversed(_RISES_S)))  # of one breath
_AFTER_S = 0.001  # the new opacity is surely there
_SIZE, _COMPANION, _GAP = 34.0, 30.0, 18.0


def breath(t: float) -> float:
    """The opacity of the line at `t` seconds, 0.7 to 1; 1 at 0."""
    swing = (1 - math.cos(2 * math.pi * t / PERIOD_S)) / 2
    return 1 - (1 - LOW) * round(swing * _STEPS) / _STEPS


def next_breath(t: float) -> float:
    """Seconds from `t` until the line has its next opacity."""
    within = t % PERIOD_S
    later = (change for change in _CHANGES_S if change >= within)
    return next(later, PERIOD_S + _CHANGES_S[0]) - within + _AFTER_S


def invitation(room: Room, picture: Below | None = None) -> tuple[Layer, ...]:
    """The show's invitation and its companion at the right margin, and the shade below them.

    In portrait one stands above the other. picture: that they lie over; on the ground there is no
    shade.
    """
    theme, setting = room.theme, room.setting()
    style = replace(setting.style("body"), size=setting.grown(_SIZE))
    other = replace(style, size=setting.grown(_COMPANION))
    ink, quiet = theme.text, theme.quiet
    shade: Marks = ()
    if picture is not None:
        ink, quiet = picture.theme.on_picture, picture.theme.on_picture_quiet
        needs = ((ink, style), (quiet, other))
        sight, scrim = setting.sight, picture.theme.scrim
        strength = max(
            strength_for(one.faded(LOW), scrim, sight.contrast(of.size)) for one, of in needs
        )
        shade = foot_shade(room, picture, strength)
    elif over_any(quiet.faded(LOW), theme.ground, 1.0) < setting.sight.contrast(other.size):
        quiet = ink  # at its faintest it could not be read
    words = _words(room, style, other, ink, quiet)
    below = (Layer(SHADE, shade),) if shade else ()
    return (*below, Layer("invitation", words))


def _words(
    room: Room, style: TextStyle, other: TextStyle, ink: Colour, quiet: Colour
) -> tuple[Label, ...]:
    """The invitation and its companion in those styles and colours."""
    said = room.show.invitation if room.show.invitation.versions else INVITATION
    text = said.in_language(room.language)
    beside = said.in_language(room.companion) if said.has(room.companion) else ""
    y = room.page.height - FOOT + 0.36 * style.size
    if room.page.is_portrait:
        y -= 0.7 * style.size if beside else 0.0
        labels = (Label("invitation", text, room.margin, y, style, ink),)
        below = Label("companion", beside, room.margin, y + 1.45 * style.size, other, quiet)
        return (*labels, below) if beside else labels
    right = room.page.width - room.margin
    if not beside:
        return (Label("invitation", text, right, y, style, ink, "right"),)
    left = right - room.measure.advance(beside, other) - _GAP
    return (
        Label("invitation", text, left, y, style, ink, "right"),
        Label("companion", beside, right, y, other, quiet, "right"),
    )
