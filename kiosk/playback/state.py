"""Everything that is so at one moment of a playing show; frozen, and enough to draw it."""

from __future__ import annotations

import math
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from kiosk.motion.counting import counted_s
from kiosk.motion.easing import EASE_IN_OUT, Easing
from kiosk.playback.effects import Wanted
from kiosk.playback.live import NOTHING_TOLD, Live
from kiosk.playback.look import NO_LOOK, Look
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kiosk.geometry import Box
    from kiosk.playback.events import Action, Edited
    from kiosk.playback.findings import Finding
    from kiosk.show.model import Show, Slide

HOME = "home"  # the ids of the views that are no slides
STRIP = "strip"
ACCESS = "access"
COUNTDOWN = "countdown"
NIGHT = "night"
STAFF = "staff"
NO_SLIDES = frozenset({HOME, NIGHT})  # of those, the ones that stand where a slide would

Mode = Literal["loop", "visit"]


@dataclass(frozen=True, slots=True)
class Tween:
    """A number on its way from `start` to `end`, beginning at time `since`."""

    start: float
    end: float
    since: float
    duration_s: float
    easing: Easing = EASE_IN_OUT

    @property
    def ends(self) -> float:
        """The time at which it has arrived."""
        return self.since + self.duration_s

    def at(self, now: float) -> float:
        """The number at time `now`; exactly `start` before and `end` after."""
        if now >= self.ends:
            return self.end
        if now <= self.since:
            return self.start
        share = self.easing((now - self.since) / self.duration_s)
        return self.start + (self.end - self.start) * share

    def counted(self, now: float) -> float:
        """The number that figures go by at time `now`: they hold each value for a while."""
        return self.at(counted_s(now, self.ends))


def still(value: float) -> Tween:
    """A number that has arrived long ago."""
    return Tween(value, value, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller of a show chose.

    loops: how many it plays, whatever the hours; None for ever, by the hours. takes_all: whether
    the loop takes every slide, whatever the hours and dates. look: what visits begin with; what it
    does not name is the show's own. invites: whether the loop says that it can be touched; a film
    cannot.
    """

    loops: int | None = None
    takes_all: bool = False
    look: Look = NO_LOOK
    invites: bool = True


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a show begins: when, by its own clock and by that on the wall, and with which slide."""

    at: float
    options: Options
    first: str
    wall: datetime


@dataclass(frozen=True, slots=True)
class Renewal:
    """The charts of a view move to what their feeds told now. before: what they told until then."""

    before: Live
    share: Tween


@dataclass(frozen=True, slots=True)
class Exploration:
    """The stretch of a chart that a visitor has dragged or pinched in sight.

    part: the chart's key on its slide. start, end: shares of the whole, maybe on their way.
    """

    part: str
    start: Tween
    end: Tween

    def at(self, now: float) -> Exploration:
        """As it is at `now`, at rest there; the very same once it has arrived."""
        if self.start.duration_s == 0.0:
            return self
        return replace(self, start=still(self.start.at(now)), end=still(self.end.at(now)))

    @property
    def is_whole(self) -> bool:
        """Whether it ends with all there is."""
        return self.start.end <= 0.0 and self.end.end >= 1.0


@dataclass(frozen=True, slots=True)
class View:
    """A slide, the home view or the night as it is shown, with its own clock.

    show: the one it belongs to. id: the slide's, `home` or `night`. t: its local time at `since`,
    or for as long as the clock is held, which it is where `since` is None. stay_s: how long it
    stays in the loop. after: the slide it came from; elements that both have are not entered
    again. opens: the end of the night, where that is known. trail: the slides on which links were
    touched on the way here, the last one last. live: what its feeds told, as it shows that.
    renewal: on its way to that from what it showed before. explored: a chart on it of which a
    stretch is shown.
    """

    show: Show
    id: str
    look: Look
    t: float = 0.0
    since: float | None = None
    stay_s: float = 0.0
    after: Slide | None = None
    opens: datetime | None = None
    trail: tuple[str, ...] = ()
    live: Live = NOTHING_TOLD
    renewal: Renewal | None = None
    explored: Exploration | None = None

    def local_t(self, now: float) -> float:
        """Its local time at `now`, in seconds."""
        return self.t if self.since is None else self.t + (now - self.since)

    def held(self, now: float) -> View:
        """The view with its clock held where it is at `now`."""
        return replace(self, t=self.local_t(now), since=None)

    def running(self, now: float) -> View:
        """The view with its clock running from `now` on."""
        return self if self.since is not None else replace(self, since=now)

    @property
    def slide(self) -> Slide | None:
        """Its slide; None for the home view and the night."""
        return None if self.id in NO_SLIDES else self.show.slide(self.id)

    @property
    def wanted(self) -> Wanted:
        """What has to be ready before it is painted."""
        return Wanted(self.id, self.look)


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to another view. kind: of the transition. direction: 1 forwards, -1 back.

    origin: the box it opens out of, None for the middle. returns: whether it leads back to
    the attract loop.
    """

    to: View
    kind: str
    duration_s: float
    direction: int = 1
    origin: Box | None = None
    returns: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn in progress. share: of the way; it ends at 0 when the finger let the page go back.

    is_held: whether a finger holds it, so that it does not move by itself.
    """

    plan: Plan
    share: Tween
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Finger:
    """The finger that is down. target, action: what lies under it.

    offset: page widths to the right. grip: the offset at which it took hold of the page, None
    while it has not. is_awaking: its touch woke the show, and does nothing else but drag.
    is_spent: it does nothing at all.
    """

    target: str = ""
    action: Action | None = None
    offset: float = 0.0
    grip: float | None = None
    is_awaking: bool = False
    is_spent: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of a chapter's slides. share: how far it is open."""

    chapter: int
    share: Tween


@dataclass(frozen=True, slots=True)
class Note:
    """What a figure is, told beside it. figure: its target's key; share: how far it is open."""

    figure: str
    share: Tween


@dataclass(frozen=True, slots=True)
class Wall:
    """What the clock on the wall means to a show.

    at: what it showed last. whole: the show with all its slides. absent: the ids of those outside
    their dates. dark_since: when the night began, because the hall is closed or because no slide
    is within its dates; None by day. opens: when it ends. changes: when any of this changes.
    """

    at: datetime
    whole: Show
    absent: frozenset[str] = frozenset()
    dark_since: float | None = None
    opens: datetime | None = None
    changes: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no slide is within its dates."""
        return all(slide.id in self.absent for slide in self.whole.slides)


@dataclass(frozen=True, slots=True)
class Staff:
    """What concerns staff alone. share: how far their panel is open; None where it is not.

    held_since: when a finger went down in the corner where it is held to open the panel. found:
    what was found wrong while the show plays. edited: what its folder said last, where that is
    followed. came: when the show was loaded, by the clock on the wall.
    """

    share: Tween | None = None
    held_since: float | None = None
    found: tuple[Finding, ...] = ()
    edited: Edited | None = None
    came: datetime | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A playing show at one moment.

    view: what is shown, the leaving one during a turn. turn: to another view. pull: how far the
    page is pulled where there is no other, in page widths. wish: where a visitor wants to go as
    soon as that is ready. access: how far the panel of what can be adjusted is open; None where it
    is not. note: on a figure of the slide. chrome: its opacity. counting_since: when the countdown
    began, None when there is none. back: how far the slide has stepped back. touched: the time of
    the last touch. rested: when the stay of the current slide in the loop began. turned: when the
    last turn was over. ready: what can be painted, in which look (None is every one), with the
    length of its entry. broken: ids that cannot. focus: the keys of the targets that the keyboard
    was on, the last one last; it comes back to an earlier one where the later ones are gone.
    at_loop: the last slide the loop has shown. acted: the time of the last event or change. wall:
    what the clock on the wall says; None where nobody tells. live: what the feeds told last. given:
    what they had told when something was last asked for, the newest last. made: what is ready shows
    that. renewing: the edition that the view shown is being made ready with; None while it is not.
    undrawn: one that cannot be painted. staff: what they are told.
    """

    show: Show
    options: Options
    view: View
    mode: Mode = "loop"
    turn: Passage | None = None
    pull: Tween | None = None
    wish: Plan | None = None
    finger: Finger | None = None
    strip: Strip | None = None
    focus: tuple[str, ...] = ()
    access: Tween | None = None
    note: Note | None = None
    chrome: Tween = field(default_factory=lambda: still(0.0))
    counting_since: float | None = None
    back: Tween | None = None
    touched: float = 0.0
    rested: float = 0.0
    turned: float = -math.inf
    ready: Mapping[tuple[str, Look | None], float] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    at_loop: str = ""
    loops_done: int = 0
    is_finished: bool = False
    acted: float = 0.0
    wall: Wall | None = None
    live: Live = NOTHING_TOLD
    given: tuple[Live, ...] = (NOTHING_TOLD,)
    made: Mapping[tuple[str, Look | None], Live] = field(default_factory=dict)
    renewing: int | None = None
    undrawn: int = -1
    staff: Staff = Staff()

    @property
    def current(self) -> View:
        """The one view that counts: the coming one of a turn that goes on, else the shown one."""
        if self.turn is not None and not self.turn.is_held and self.turn.share.end > 0.0:
            return self.turn.plan.to
        return self.view

    @property
    def heading(self) -> View:
        """The view the visitor is on the way to."""
        return self.current if self.wish is None else self.wish.to

    @property
    def is_waiting(self) -> bool:
        """Whether the very first view is not ready yet, so that nothing can be painted."""
        return self.view.since is None and self.turn is None and self.back is None

    @property
    def is_dark(self) -> bool:
        """Whether the loop is to show the night."""
        return self.wall is not None and self.wall.dark_since is not None

    @property
    def is_bare(self) -> bool:
        """Whether a touch finds nothing: it is night, and no slide is within its dates."""
        is_empty = self.wall is not None and self.wall.is_empty
        return is_empty and self.mode == "loop" and self.current.id == NIGHT

    @property
    def is_counting(self) -> bool:
        """Whether the countdown runs, and a touch would stop it."""
        return self.counting_since is not None and self.turn is None

    @property
    def is_adjusting(self) -> bool:
        """Whether the panel of what can be adjusted is open."""
        return self.access is not None and self.access.end > 0.0

    @property
    def is_telling_staff(self) -> bool:
        """Whether the panel for staff is open."""
        return self.staff.share is not None and self.staff.share.end > 0.0

    def live_of(self, wanted: Wanted) -> Live:
        """What the feeds had told when a view was made ready; else what they told last."""
        return self.made_for(wanted) or self.live

    def made_for(self, wanted: Wanted) -> Live | None:
        """The same; None while the view is not ready."""
        found = self.made.get((wanted.slide, wanted.look))
        return self.made.get((wanted.slide, None)) if found is None else found

    def entry_of(self, wanted: Wanted) -> float | None:
        """The length of a view's entry; None while the view is not ready."""
        found = self.ready.get((wanted.slide, wanted.look))
        return self.ready.get((wanted.slide, None)) if found is None else found
