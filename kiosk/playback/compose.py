"""What is painted: a state and the time give a frame, the targets in it, and when it changes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Pose
from kiosk.marks import Frame, Layer, Sheet
from kiosk.playback.adjusting import Adjusting
from kiosk.playback.layers import Layers, sheet_key
from kiosk.playback.live import NOTHING_TOLD
from kiosk.playback.machine import next_due
from kiosk.playback.memo import Memo
from kiosk.playback.overlays import Overlays, place_of
from kiosk.playback.state import HOME, NIGHT, STRIP, Options, State, View
from kiosk.playback.touch.exploring import Exploring
from kiosk.playback.touch.keys import focused
from kiosk.playback.touch.pointing import Pointing
from kiosk.playback.touch.spots import Spots
from kiosk.playback.touch.stretches import at_rest
from kiosk.playback.views.chrome import chrome_targets
from kiosk.playback.views.extents import common
from kiosk.playback.views.focus import focus_ring
from kiosk.playback.views.home import home_buttons, home_targets
from kiosk.playback.views.invitation import next_breath
from kiosk.playback.views.night import GROUND, next_step, night_layer
from kiosk.playback.views.strip import strip_targets
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Point, Size
    from kiosk.playback.effects import Wanted
    from kiosk.playback.live import Live
    from kiosk.playback.look import Look
    from kiosk.playback.placing import Laid
    from kiosk.playback.touch.exploring import Pane
    from kiosk.playback.views.charts.strides import Way
    from kiosk.playback.views.room import Room, Target
    from kiosk.show.model import Show
    from kiosk.typesetting.setting import Measure


@dataclass(frozen=True, slots=True)
class Prepared:
    """A view that is laid out. settled: it as it will stand; entry_s: when it does."""

    settled: Frame
    entry_s: float


class Composer:
    """Composes the frames of one page.

    What it returns depends on its arguments alone; it remembers layouts and marks so that what
    did not change is the same object. `prepare` may be called from another thread.
    """

    def __init__(self, page: Size, measure: Measure) -> None:
        self.page = page
        self._memo = Memo()
        self._layers = Layers(page, measure, self._memo)
        self._pointing = Pointing(self._layers, self._memo)
        self._exploring = Exploring(self._layers, self._memo)
        self._spots = Spots(self._layers, self._pointing, self._exploring, self._memo)
        self._adjusting = Adjusting(self._layers, self._memo)
        self._overlays = Overlays(self._layers, self._spots, self._adjusting, self._memo)

    def prepare(self, show: Show, wanted: Wanted, live: Live = NOTHING_TOLD) -> Prepared:
        """Lays a view out ahead of its time, with what feeds told.

        Raises KeyError when the show has no such slide. What is wanted as `strip` are the strips of
        all chapters.
        """
        room = self._layers.room(show, wanted.look)
        if wanted.slide == STRIP:
            strips = tuple(
                Sheet(f"{STRIP} {chapter}", self._layers.strip(room, chapter, ""), Pose())
                for chapter in range(len(show.chapters))
            )
            return Prepared(Frame(self.page, strips), 0.0)
        if wanted.slide == NIGHT:
            layer = night_layer(room, None, 0.0)
            sheet = Sheet(sheet_key(NIGHT, room), (layer,), Pose(), GROUND)
            return Prepared(Frame(self.page, (sheet,)), 0.0)
        laid = self._layers.laid_on_screen(show, wanted.slide, room, live)
        layers = tuple(Layer(part.key, part.scene.full) for part in laid.placed)
        sheet = Sheet(sheet_key(wanted.slide, room), layers, Pose(), room.theme.ground)
        return Prepared(Frame(self.page, (sheet,)), laid.entry_s)

    def laid(self, show: Show, slide_id: str, look: Look) -> tuple[Laid, Room]:
        """A slide or the home view in its parts, and the page that they lie on.

        Raises KeyError when the show has no such slide.
        """
        room = self._layers.room(show, look)
        return self._layers.lay(show, slide_id, room), room

    def frame(self, state: State, now: float) -> Frame:
        """All that is on the page at time `now`, from the back to the front."""
        state = at_rest(state, now)
        if state.is_waiting:
            room = self._layers.room_of(state.view)
            sheets: tuple[Sheet, ...] = (self._memo.sheet("ground", (), Pose(), room.theme.ground),)
        elif state.back is not None and state.turn is None:
            sheets = self._overlays.stepped(state, now)
        else:
            above = (*self._overlays.sheets(state, now), *self._focus(state, now))
            sheets = (*self._slides(state, now), *above)
        return self._memo.same("frame", sheets, lambda: Frame(self.page, sheets))

    def targets(self, state: State, now: float) -> tuple[Target, ...]:
        """What a touch may mean at time `now`; none overlap, and the bare page is no target."""
        del now
        if state.mode == "loop" or state.is_waiting or state.counting_since is not None:
            return ()
        if state.current.id == NIGHT:
            return ()
        room = self._layers.room_of(state.current)
        targets = (target.on_screen(room) for target in self._targets_in(room, state))
        panel = self._overlays.told_to_staff(state)
        return tuple(t for t in targets if panel is None or common(t.box, panel) is None)

    def spots(self, show: Show, slide_id: str, look: Look) -> tuple[Target, ...]:
        """What a visitor can touch on a slide itself, and not of what lies over it."""
        view = View(show, slide_id, look)
        room = self._layers.room_of(view)
        found = self._spots.targets(State(show, Options(), view), view)
        return tuple(target.on_screen(room) for target in found)

    def is_corner(self, state: State, point: Point, now: float) -> bool:
        """Whether a finger that rests at `point` opens the panel for staff: beside all buttons."""
        target = None if state.is_waiting else self.target_at(state, point, now)
        is_button = target is not None and target.is_round
        return not is_button and self._overlays.is_corner(state, point)

    def stops(self, state: State, now: float) -> tuple[Target, ...]:
        """What keys go to at time `now`: the targets, the charts, and the mark they are on."""
        targets, view = self.targets(state, now), state.current
        is_covered = state.strip is not None or state.access is not None or state.turn is not None
        if not targets or is_covered or view.slide is None:
            return targets
        room = self._layers.room_of(view)
        charts = tuple(stop.on_screen(room) for stop in self._pointing.stops(state, view))
        chrome = {target.key for target in chrome_targets(room, place_of(state, view))}
        own = tuple(target for target in targets if target.key not in chrome)
        return (*own, *charts, *targets[len(own) :])

    def beside(self, state: State, focus: Target, way: Way) -> Target | None:
        """The mark that an arrow leads to from a chart or within it; None where there is none."""
        found = self._pointing.beside(state.current, focus, way)
        return None if found is None else found.on_screen(self._layers.room_of(state.current))

    def along(self, state: State, key: str, point: Point) -> Target | None:
        """The value next to a finger that goes along a line; `key`: of the one it was at."""
        view = state.current
        found = None if state.turn is not None else self._pointing.along(view, key, point)
        return None if found is None else found.target.on_screen(self._layers.room_of(view))

    def _targets_in(self, room: Room, state: State) -> tuple[Target, ...]:
        """The targets of the current view on the page of `room`, in the order of reading."""
        view, strip, rows = state.current, state.strip, self._adjusting.targets(state)
        if view.id == HOME:
            return (*rows, *home_buttons(room)) if rows else home_targets(room)
        chrome = chrome_targets(room, place_of(state, view))
        if rows or state.turn is not None:
            return (*rows, *chrome)
        if strip is None or strip.share.end == 0.0:
            return (*self._spots.targets(state, view), *chrome)
        return (*strip_targets(room, strip.chapter), *chrome)

    def target_at(self, state: State, point: Point, now: float) -> Target | None:
        """The target under `point`; None on the bare page."""
        targets = self.targets(state, now)
        found = next((t for t in targets if t.box.holds(point)), None)
        is_covered = state.strip is not None or state.access is not None or state.turn is not None
        if found is not None or not targets or is_covered or state.staff.share is not None:
            return found
        touched = self._spots.touched(state, state.current, point)
        return None if touched is None else touched.on_screen(self._layers.room_of(state.current))

    def panes(self, state: State, now: float) -> tuple[Pane, ...]:
        """The charts that can be explored at `now`."""
        return self._exploring.panes(state, now)

    def next_change(self, state: State, now: float) -> float | None:
        """When the frame will differ from that at `now`: `now` itself while anything moves.

        A little later where only the invitation breathes or the night wanders; None when nothing
        will happen without an event.
        """
        if self.is_moving(state, now):
            return now
        due = next_due(state)
        if state.is_waiting:
            return due
        times = [time for time in (due, _next_step(state, now)) if time is not None]
        return min(times, default=None)

    def is_moving(self, state: State, now: float) -> bool:
        """Whether anything moves at `now`; the invitation's breath alone is no motion."""
        if state.is_waiting:
            return False
        tweens = [state.chrome, state.back, state.pull, state.access, state.staff.share]
        tweens += [opened.share for opened in (state.strip, state.note) if opened is not None]
        if any(tween is not None and now < tween.ends for tween in tweens):
            return True
        if state.turn is not None and not state.turn.is_held:
            return True
        if state.counting_since is not None and not state.view.look.is_calm:
            return True  # the ring empties
        if state.view.id == NIGHT:
            return False
        if state.view.explored is not None and now < state.view.explored.start.ends:
            return True
        renewal = state.view.renewal
        if renewal is not None and now < renewal.share.ends:
            return True
        laid, view = self._layers.laid(state.view), state.view
        return view.since is not None and (laid.moves or view.local_t(now) < laid.entry_s)

    def _focus(self, state: State, now: float) -> tuple[Sheet, ...]:
        """The ring around what the keyboard is on; on the way to or from home it waits."""
        is_between = state.turn is not None and HOME in {state.view.id, state.current.id}
        if not state.focus or is_between:
            return ()
        target = focused(state, self.stops(state, now))
        if target is None:
            return ()
        room = self._layers.room(state.current.show, replace(state.current.look, is_low=False))
        marks = self._memo.same("focus", (room, target), lambda: focus_ring(room, target))
        layer = self._memo.layer("focus", "focus", marks)
        return (self._memo.sheet("focus", (layer,), Pose()),)

    def _slides(self, state: State, now: float) -> tuple[Sheet, ...]:
        """The view that is shown, or both views of a turn."""
        view, turn = state.view, state.turn
        if turn is not None and turn.plan.returns:
            coming = self._layers.turning(state, turn, now)[1]
            return (*self._overlays.stepped(state, now), coming)
        if turn is not None:
            above = self._spots.drawn(state, view, now), self._spots.drawn(state, turn.plan.to, now)
            leaving, *others = self._layers.turning(state, turn, now, above)
            return (self._pointing.shown(state, view, leaving, now), *others)
        pressed = "" if state.finger is None else state.finger.target
        is_dragging = state.finger is not None and state.finger.grip is not None
        above_it = self._spots.drawn(state, view, now, "" if is_dragging else pressed)
        if state.pull is None:
            sheet = self._layers.sheet(view, now, Pose(), pressed=pressed, above=above_it)
            return (self._pointing.shown(state, view, sheet, now),)
        pose = Pose(dx=state.pull.at(now) * self.page.width)
        ground = self._layers.room_of(view).theme.ground
        return (
            self._memo.sheet("ground", (), Pose(), ground),
            self._layers.sheet(view, now, pose, above=above_it),
        )


def _next_step(state: State, now: float) -> float | None:
    """When what changes by steps, and not in every frame, takes its next one; None of nothing."""
    view = state.view
    t = view.local_t(now)
    if view.id == NIGHT:
        return now + next_step(t) - t
    if state.counting_since is not None:
        return state.counting_since + math.floor(now - state.counting_since) + 1.0
    if state.mode == "loop" and state.options.invites and not view.look.is_calm:
        return now + next_breath(t)
    return None
