"""The panel of what a visitor may adjust: one switch a wish, beside the button that opens it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.marks import Label, Layer, Marks, Shape
from kiosk.playback.access import is_on
from kiosk.playback.events import Adjust
from kiosk.playback.views.chrome import chrome_places
from kiosk.playback.views.home import home_places
from kiosk.playback.views.outlines import circle, rounded
from kiosk.playback.views.room import Room, Target
from kiosk.playback.views.words import WISHES
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.playback.events import Wish
    from kiosk.playback.look import Look
    from kiosk.theme import Colour, TextStyle

PADDING, ROUND = 16.0, 12.0
AWAY = 36.0  # from the button to the panel
EDGE = 24.0  # of the page that the panel leaves free
_INDENT = 24.0  # of a row's text and switch
_APART = 64.0  # the text and the switch
_AIR = 1.0  # above and below a row's text, both, in em
_KNOB = 0.5  # of an em: its radius
_TRACK = 3.0  # the outline of a switch
_TICK = "M-9,0.5 L-3,7 L9,-6.5"  # in a circle of 20


@dataclass(frozen=True, slots=True)
class Row:
    """A wish and where its row lies; switch: in it."""

    wish: Wish
    box: Box
    switch: Box


@dataclass(frozen=True, slots=True)
class Panel:
    """Where the panel lies. style: of its texts."""

    box: Box
    rows: tuple[Row, ...]
    style: TextStyle


def panel_places(room: Room, button: Box, offered: Sequence[Wish]) -> Panel:
    """The panel on the free side of `button`, all of it on the page and within reach.

    Its texts can be read by those who see little, as far as the page has room for that.
    """
    style = replace(room.setting().style("label"), size=_size(room, button, offered), line=1.0)
    text = max((room.measure.advance(_said(room, wish), style) for wish in offered), default=0.0)
    high, knob = _height(room, style.size), _KNOB * style.size
    switch_width, inner = 3.8 * knob, text + _APART + 3.8 * knob + 2 * _INDENT
    width, height = inner + 2 * PADDING, len(offered) * high + 2 * PADDING
    left = max(EDGE, room.page.width - room.margin - width)
    is_above = button.centre.y > room.page.height / 2
    top = button.y - AWAY - height if is_above else button.bottom + AWAY
    rows = []
    for place, wish in enumerate(offered):
        box = Box(left + PADDING, top + PADDING + place * high, inner, high)
        x, y = box.right - _INDENT - switch_width, box.centre.y - knob * 1.1
        rows.append(Row(wish, box, Box(x, y, switch_width, 2.2 * knob)))
    return Panel(Box(left, top, width, height), tuple(rows), style)


def panel_layers(
    room: Room, chapter: int, button: Box, offered: Sequence[Wish], look: Look, pressed: str
) -> tuple[Layer, ...]:
    """The panel as marks. look: what is switched on; pressed: the target under a finger."""
    at, theme = panel_places(room, button, offered), room.theme
    centre = at.box.centre
    ground = Shape(
        "ground", rounded(at.box.width, at.box.height, ROUND), centre.x, centre.y,
        fill=theme.surface, stroke=theme.line.faded(0.5), width=2.0,
    )  # fmt: skip
    accent = theme.accent(chapter)
    layers = [Layer("panel", (ground,))]
    for row in at.rows:
        key = f"adjust-{row.wish}"
        is_pressed = pressed == key
        ink, quiet = (theme.ground, theme.ground) if is_pressed else (theme.text, theme.quiet)
        text = Label(
            "text", _said(room, row.wish), row.box.x + _INDENT,
            row.box.centre.y + 0.36 * at.style.size, at.style, ink,
        )  # fmt: skip
        below = (_pressed(row.box, accent),) if is_pressed else ()
        inside, on = (accent, theme.ground) if is_pressed else (theme.surface, accent)
        switch = _switch(row.switch, on if is_on(look, row.wish) else None, inside, quiet)
        layers.append(Layer(key, (*below, text, *switch)))
    return tuple(layers)


def panel_targets(room: Room, button: Box, offered: Sequence[Wish]) -> tuple[Target, ...]:
    """The rows."""
    rows = panel_places(room, button, offered).rows
    return tuple(Target(f"adjust-{row.wish}", row.box, Adjust(row.wish)) for row in rows)


def button_of(room: Room, *, is_home: bool) -> Box:
    """The button that opens the panel, on the home view or on a slide."""
    return home_places(room).access if is_home else chrome_places(room).access


def _said(room: Room, wish: Wish) -> str:
    """What a wish is called."""
    return WISHES[wish].in_language(room.language)


def _size(room: Room, button: Box, offered: Sequence[Wish]) -> float:
    """The size of the texts, in logical units an em."""
    wanted = room.setting().sight.readable(is_large=True)
    style = replace(room.setting().style("label"), size=100.0)
    widest = max((room.measure.advance(_said(room, w), style) for w in offered), default=0.0)
    ems = widest / 100.0 + 3.8 * _KNOB
    free = room.page.width - 2 * EDGE - 2 * PADDING - 2 * _INDENT - _APART
    band = room.band
    top, bottom = (0.0, room.page.height) if band is None else (band.top, band.bottom)
    high = max(button.y - AWAY - top, bottom - button.bottom - AWAY) - EDGE - 2 * PADDING
    return min(wanted, free / ems, high / max(1, len(offered)) / (1 + _AIR))


def _height(room: Room, size: float) -> float:
    """The height of a row with texts of that size."""
    return max(room.target_side, (1 + _AIR) * size)


def _pressed(box: Box, accent: Colour) -> Shape:
    """What lies under a row that is pressed."""
    centre = box.centre
    outline = rounded(box.width, box.height, ROUND)
    return Shape("pressed", outline, centre.x, centre.y, fill=accent)


def _switch(box: Box, on: Colour | None, inside: Colour, quiet: Colour) -> Marks:
    """A switch, its knob at the right and ticked where it is on. on: its colour then."""
    outline, radius = rounded(box.width, box.height, box.height / 2), box.height / 2
    knob = radius - 3 * _TRACK
    x = box.right - radius if on else box.x + radius
    middle = box.centre
    track = Shape(
        "track", outline, middle.x, middle.y, fill=on, stroke=on or quiet, width=_TRACK
    )  # fmt: skip
    disc = Shape("knob", circle(knob), x, middle.y, fill=inside if on else quiet)
    if on is None:
        return track, disc
    tick = Shape(
        "tick", _TICK, x, middle.y, knob / 20.0, stroke=on, width=0.22 * knob, round_ends=True
    )
    return track, disc, tick
