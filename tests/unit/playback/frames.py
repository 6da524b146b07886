"""Frames of a show that plays, or that a visitor has before them, for tests."""

from __future__ import annotations

from kiosk.geometry import Size
from kiosk.marks import Frame, Marks
from kiosk.playback.compose import Composer
from kiosk.playback.events import Commanded, Pressed, Released
from kiosk.show.model import Show
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at, playing


def composer(page: Size = LANDSCAPE) -> Composer:
    """A composer for `page`."""
    return Composer(page, Ems())


def frame_of(show: Playing, now: float) -> Frame:
    """The frame of `show` at `now`."""
    return composer().frame(at(show, now).state, now)


def marks_of(frame: Frame, sheet: str, layer: str) -> Marks:
    """The marks of a layer of the sheet whose key begins so."""
    return next(
        one.marks
        for s in frame.sheets
        if s.key.startswith(sheet)
        for one in s.layers
        if one.key == layer
    )


def visited(show: Show, *events: Commanded) -> Playing:
    """`show` with a visitor who has done that, some seconds ago."""
    one = after(after(playing(show), Pressed(), 1.0), Released(), 1.1)
    for event in events:
        one = after(one, event, 2.0)
    return at(one, 4.0)
