"""What the clock on the wall changes in a playing show: its slides by their dates, the night.

Outside the hours the loop shows the night, a dark view. At closing time the slide that is shown
may be finished, and a visitor is never sent away: the night comes when the loop would go on. A
touch at night opens the show for a visit all the same: whoever stands there, a guest of an evening
or staff, sees that it works, and when they have left, the night goes on. At opening time the loop
begins with its first slide.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.playback.events import TakenOver
from kiosk.playback.plans import preparation
from kiosk.playback.state import NIGHT, Wall
from kiosk.playback.takeover import take_over
from kiosk.show.opening.hours import opening

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.playback.state import Options, State
    from kiosk.playback.visit import Result
    from kiosk.show.model import Show


def read_wall(
    show: Show, at: datetime, now: float, options: Options, before: Wall | None = None
) -> Wall:
    """What the time `at` on the wall means to `show`, at time `now` of its own clock.

    before: what was so until now.
    """
    zone = None if show.hours is None else show.hours.zone
    if options.takes_all:
        return Wall(at, show)
    absent = frozenset(slide.id for slide in show.slides if not slide.dates.hold(at, zone))
    coming = [m for slide in show.slides for m in slide.dates.changes(at, zone)]
    wall = Wall(at, show, absent)
    hours = show.hours if options.loops is None else None
    now_open = None if hours is None else opening(hours, at)
    opens = None
    if now_open is not None and now_open.changes is not None:
        coming.append(now_open.changes)
        opens = None if now_open.is_open else now_open.changes
    is_closed = now_open is not None and not now_open.is_open
    is_dark = is_closed or (wall.is_empty and options.loops is None)
    since = now if before is None or before.dark_since is None else before.dark_since
    return replace(
        wall, dark_since=since if is_dark else None, opens=opens, changes=min(coming, default=None)
    )


def present(wall: Wall) -> Show:
    """The show without the slides that are outside their dates; all of it where none is left."""
    if not wall.absent or wall.is_empty:
        return wall.whole
    chapters = tuple(
        replace(
            chapter,
            slides=tuple(
                replace(slide, is_hidden=True) if slide.id in wall.absent else slide
                for slide in chapter.slides
            ),
        )
        for chapter in wall.whole.chapters
    )
    return replace(wall.whole, chapters=chapters)


def clocked(state: State, at: datetime, now: float) -> Result:
    """The state that knows what the clock on the wall shows.

    Slides come and go by their dates at the next slide change.
    """
    before = state.wall
    whole = state.show if before is None else before.whole
    wall = read_wall(whole, at, now, state.options, before)
    was_dark, was_absent = state.is_dark, frozenset() if before is None else before.absent
    state = replace(state, wall=wall)
    if state.view.id == NIGHT and state.view.opens != wall.opens and wall.dark_since is not None:
        state = replace(state, view=replace(state.view, opens=wall.opens))
    if wall.absent != was_absent and not wall.is_empty:
        return take_over(state, TakenOver(present(wall), in_place=False))
    return state, (preparation(state),) if state.is_dark != was_dark else ()


def replaced(state: State, event: TakenOver, now: float) -> Result:
    """The state that goes on in a new show, by its hours and dates."""
    show = event.show
    if state.wall is None or not show.slides:
        return take_over(state, event)
    wall = read_wall(show, state.wall.at, now, state.options, state.wall)
    return take_over(replace(state, wall=wall), replace(event, show=present(wall)))
