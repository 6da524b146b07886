"""No sequence of events reaches a state that must not be: hypothesis tries to find one."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.geometry import Box
from kiosk.phrases import Phrase
from kiosk.playback.effects import Effects, Prepare, Wanted
from kiosk.playback.events import (
    Action,
    Adjust,
    Broken,
    Cancelled,
    Clocked,
    CloseStrip,
    Commanded,
    Cornered,
    Dragged,
    Edited,
    Event,
    Explored,
    Focused,
    FollowLink,
    Found,
    GoBack,
    GoHome,
    Next,
    OpenAccess,
    OpenChapter,
    OpenNote,
    OpenSlide,
    OpenStaff,
    OpenStrip,
    Pressed,
    Previous,
    Ready,
    Released,
    SwitchLanguage,
    TakenOver,
)
from kiosk.playback.findings import Finding
from kiosk.playback.machine import CLOSING_S, COUNTDOWN_S, advance, next_due, start, step
from kiosk.playback.plans import LONGEST_TRAIL
from kiosk.playback.staff import OPEN_S
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES, Options, State
from kiosk.show.model import Show
from kiosk.show.opening.dates import Dates
from kiosk.show.opening.hours import Hours, Window
from tests.unit.playback.shows import changed, show_of, theme

LONGEST_TURN_S = 2.0
wall = datetime.fromisoformat  # what a clock shows
ANY = st.floats(allow_nan=True, allow_infinity=True)
OFFSETS = st.floats(-1.5, 1.5) | ANY
IDS = st.sampled_from(["a1", "a2", "a3", "b1", "c4", "z9", HOME, NIGHT])
CLOCKS = st.builds(
    Clocked, st.datetimes(wall("2026-06-01"), wall("2026-06-04"), timezones=st.just(UTC))
)
HOURS = st.none() | st.sampled_from([
    Hours(((Window(9 * 60, 17 * 60),),) * 7),
    Hours(((),) * 7),
])  # fmt: skip
DATES = st.sampled_from([
    Dates(), Dates(), Dates(), Dates(wall("2026-06-02")), Dates(None, wall("2026-06-03 12:00")),
])  # fmt: skip
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from(
        [
            *[Next(), Previous(), GoHome(), CloseStrip(), GoBack(), SwitchLanguage()],
            *[OpenAccess(), OpenStaff()],
        ]
    ),
    st.builds(Adjust, st.sampled_from(["large", "contrast", "calm", "low"])),
    st.builds(OpenSlide, IDS),
    st.builds(FollowLink, IDS),
    st.builds(OpenNote, st.sampled_from(["figure-number-1", "figure-text-2"])),
    st.builds(OpenStrip, st.integers(-1, 4)),
    st.builds(OpenChapter, st.integers(-1, 4), st.just(Box(10, 10, 100, 100))),
)


@st.composite
def shows(draw: st.DrawFn) -> Show:
    """A show of 1 to 12 slides in 1 to 3 chapters, some out of the loop, some hidden."""
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    show = show_of(*counts, idle_s=draw(st.sampled_from([0.0, 5.0, 45.0])))
    stays = st.none() | st.sampled_from([0.0, 2.0, 30.0])
    for slide in show.slides:
        show = changed(
            show, slide.id, in_loop=draw(st.booleans()), stay_s=draw(stays),
            is_hidden=draw(st.integers(0, 4)) == 0, dates=draw(DATES),
        )  # fmt: skip
    show = show if show.slides else changed(show, "a1", is_hidden=False)
    if draw(st.booleans()):
        show = replace(
            show, mounted_mm=800.0, themes={**show.themes, "contrast": theme("contrast")}
        )
    return replace(show, hours=draw(HOURS), home=draw(st.sampled_from(["windows", "none"])))


class Player(RuleBasedStateMachine):
    """Random touches, keys, readiness, faults and shows at random times."""

    @initialize(show=shows(), takes_all=st.booleans(), is_prompt=st.booleans())
    def begin(self, show: Show, takes_all: bool, is_prompt: bool) -> None:
        self.now = 0.0
        self.is_prompt = is_prompt
        self.asked: tuple[Wanted, ...] = ()
        self.state, effects = start(show, 0.0, Options(takes_all=takes_all))
        self.hear(effects)

    @rule(event=st.builds(Pressed, st.just("thing"), st.none() | ACTIONS))
    def press(self, event: Event) -> None:
        self.happen(event)

    @rule(event=st.builds(Dragged, OFFSETS))
    def drag(self, event: Event) -> None:
        self.happen(event)

    @rule(
        event=st.builds(
            Explored, st.sampled_from(["a1", "b1"]), st.just("chart"), OFFSETS, OFFSETS, OFFSETS
        )
    )
    def explore(self, event: Event) -> None:
        self.happen(event)

    @rule(is_held=st.booleans())
    def hold_the_corner(self, is_held: bool) -> None:
        self.happen(Cornered(is_held))

    @rule(slide=IDS, is_over=st.booleans())
    def find(self, slide: str, is_over: bool) -> None:
        self.happen(Found(Finding("error", slide, Phrase("it is broken")), is_over))

    @rule(is_shown=st.booleans())
    def edit(self, is_shown: bool) -> None:
        wrong = Finding("warning", "hall.yaml:4", Phrase("it is too long"))
        self.happen(Edited((wrong,), is_shown, wall("2026-06-01 12:00+00:00")))

    @rule(event=st.builds(Released, OFFSETS, st.booleans()))
    def release(self, event: Event) -> None:
        self.happen(event)

    @rule()
    def cancel(self) -> None:
        self.happen(Cancelled())

    @rule(action=ACTIONS)
    def command(self, action: Action) -> None:
        self.happen(Commanded(action))

    @rule(key=st.sampled_from(["", "home", "next", "window-0", "nowhere"]))
    def focus(self, key: str) -> None:
        self.happen(Focused(key))

    @rule(show=shows(), in_place=st.booleans())
    def take_over(self, show: Show, in_place: bool) -> None:
        self.happen(TakenOver(show, in_place))

    @rule(event=CLOCKS)
    def strike(self, event: Event) -> None:
        self.happen(event)

    @rule(slide=IDS)
    def fail(self, slide: str) -> None:
        self.happen(Broken(slide))

    @rule(which=st.integers(0, 6), entry_s=st.sampled_from([0.0, 1.2]))
    def make_ready(self, which: int, entry_s: float) -> None:
        if self.asked:
            wanted = self.asked[which % len(self.asked)]
            self.happen(Ready(wanted.slide, entry_s, wanted.look))

    @rule(seconds=st.sampled_from([0.01, 0.2, 1.0, 6.0, 30.0, 70.0]) | st.floats(0, 100))
    def wait(self, seconds: float) -> None:
        whole, _ = advance(self.state, self.now + seconds)
        half, _ = advance(self.state, self.now + seconds / 2)
        halved, effects = advance(half, self.now + seconds)
        assert whole == halved
        self.now += seconds
        self.state, effects = advance(self.state, self.now)
        self.hear(effects)

    @rule(is_lifted=st.booleans())
    def everybody_leaves(self, is_lifted: bool) -> None:
        """Then the loop plays after idle, countdown and the longest transition.

        is_lifted: False where a bag goes on leaning against the screen.
        """
        if is_lifted:
            self.happen(Cancelled())
        self.is_prompt = True
        for wanted in self.asked:
            self.happen(Ready(wanted.slide, 1.0, wanted.look))
        if self.state.is_waiting or self.state.view.id in self.state.broken:
            return
        patience_s = self.state.show.idle_s + 2 * LONGEST_TURN_S + COUNTDOWN_S + LONGEST_TURN_S
        self.watch(patience_s)
        can_loop = {s.id for s in self.state.show.slides} - self.state.broken
        assert self.state.mode == "loop" or not can_loop

    @rule()
    def night_falls(self) -> None:
        """Nobody is there, the hall closes, and a minute later it is dark; and the same back."""
        self.everybody_leaves(is_lifted=True)
        if self.state.mode == "visit" or self.state.is_waiting or NIGHT in self.state.broken:
            return
        self.watch(CLOSING_S + 2 * LONGEST_TURN_S, step_s=8.0)
        can_loop = {s.id for s in self.state.show.slides} - self.state.broken
        assert (self.state.current.id == NIGHT) == self.state.is_dark or not can_loop

    def watch(self, seconds: float, step_s: float = 0.5) -> None:
        """Lets that time pass, a step at a time."""
        end = self.now + seconds
        while self.now < end:
            self.wait(min(step_s, end - self.now))

    @invariant()
    def one_view_is_current_and_at_most_two_are_painted(self) -> None:
        if hasattr(self, "state"):
            view, turn = self.state.view, self.state.turn
            assert self.state.current in ([view] if turn is None else [view, turn.plan.to])
            for one in [view] if turn is None else [view, turn.plan.to]:
                assert one.id in NO_SLIDES or one.slide is not None

    @invariant()
    def nothing_is_painted_that_is_not_ready(self) -> None:
        if hasattr(self, "state") and self.state.turn is not None:
            to = self.state.turn.plan.to
            is_of_this_show = to.show is self.state.show
            assert not is_of_this_show or self.state.entry_of(to.wanted) is not None or (
                self.taken_over
            )  # fmt: skip

    @invariant()
    def shares_and_times_are_finite(self) -> None:
        if not hasattr(self, "state"):
            return
        state, due = self.state, next_due(self.state)
        assert due is None or (math.isfinite(due) and due > self.now)
        assert math.isfinite(state.view.local_t(self.now))
        assert state.view.local_t(self.now) >= 0.0
        if state.turn is not None:
            assert 0.0 <= state.turn.share.at(self.now) <= 1.0
        if state.pull is not None:
            assert abs(state.pull.at(self.now)) <= 0.12

    @invariant()
    def the_loop_has_no_visitors_wishes(self) -> None:
        if hasattr(self, "state") and self.state.mode == "loop" and self.state.turn is None:
            look = self.state.view.look
            assert not (look.is_large)
            assert not (look.is_calm)
            assert not (look.is_low)
            assert look.theme != "contrast"
            assert self.state.access is None
            assert self.state.note is None

    @invariant()
    def the_way_back_has_an_end_and_the_loop_has_none(self) -> None:
        if hasattr(self, "state"):
            current = self.state.current
            assert len(current.trail) <= LONGEST_TRAIL
            assert not current.trail or (self.state.mode == "visit" and current.slide is not None)

    @invariant()
    def the_panel_for_staff_goes_by_itself(self) -> None:
        if hasattr(self, "state") and self.state.staff.share is not None:
            share = self.state.staff.share
            going = self.state.turn is not None or self.state.is_waiting
            assert going or self.now <= share.since + (OPEN_S if share.end else share.duration_s)

    # --- the shell --------------------------------------------------------------------------

    taken_over = False

    def happen(self, event: Event) -> None:
        self.taken_over = isinstance(event, TakenOver) or (
            self.taken_over and self.state.turn is not None
        )
        self.state, effects = step(self.state, event, self.now)
        self.hear(effects)

    def hear(self, effects: Effects) -> None:
        for effect in effects:
            if isinstance(effect, Prepare):
                self.asked = effect.views
                if self.is_prompt:
                    for wanted in effect.views:
                        if self.state.entry_of(wanted) is None:
                            ready = Ready(wanted.slide, 1.0, wanted.look)
                            self.state, more = step(self.state, ready, self.now)
                            self.hear(more)


TestPlayer = Player.TestCase
TestPlayer.settings = settings(max_examples=80, stateful_step_count=40)


def test_a_state_is_a_value() -> None:
    one: State = start(show_of(2), 0.0)[0]
    other: State = start(show_of(2), 0.0)[0]

    assert one == other
    assert replace(one, touched=1.0) != other
