"""All that can happen to a playing show. Events are inputs: (time, event) pairs, fit for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.data.records import Records
    from kiosk.geometry import Box
    from kiosk.playback.findings import Finding
    from kiosk.playback.look import Look
    from kiosk.show.model import Show

Wish = Literal["large", "contrast", "calm", "low"]  # what a visitor may switch on


@dataclass(frozen=True, slots=True)
class Next:
    """Go to the next slide."""


@dataclass(frozen=True, slots=True)
class Previous:
    """Go to the previous slide."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Go to the home view."""


@dataclass(frozen=True, slots=True)
class OpenChapter:
    """Open a chapter's first slide out of the window `origin` of the home view."""

    chapter: int
    origin: Box


@dataclass(frozen=True, slots=True)
class OpenStrip:
    """Show the slides of a chapter as a strip over the slide."""

    chapter: int


@dataclass(frozen=True, slots=True)
class CloseStrip:
    """Put away what lies over the slide: the strip, or the panel of what can be adjusted."""


@dataclass(frozen=True, slots=True)
class OpenSlide:
    """Open the slide of that id."""

    slide: str


@dataclass(frozen=True, slots=True)
class FollowLink:
    """Go where a link on the slide leads: to the slide of that id, with a way back."""

    slide: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go back to the slide on which the last link was touched."""


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Tell what a figure on the slide is. figure: the key of its target."""

    figure: str


@dataclass(frozen=True, slots=True)
class SwitchLanguage:
    """Go on in the show's next language."""


@dataclass(frozen=True, slots=True)
class OpenAccess:
    """Show the panel of what can be adjusted; where it is shown, put it away."""


@dataclass(frozen=True, slots=True)
class Adjust:
    """Switch a wish on, or off again; the panel stays.

    wish: larger text, high contrast, no motion, or the page within reach.
    """

    wish: Wish


@dataclass(frozen=True, slots=True)
class OpenStaff:
    """Show staff what is wrong with the show; where that is shown, put it away."""


@dataclass(frozen=True, slots=True)
class Explore:
    """Show a stretch of the chart `part` of the slide: shares of the whole, 0 to 1."""

    part: str
    start: float
    end: float


Action = (
    Next
    | Previous
    | GoHome
    | OpenChapter
    | OpenStrip
    | CloseStrip
    | OpenSlide
    | FollowLink
    | GoBack
    | OpenNote
    | SwitchLanguage
    | OpenAccess
    | Adjust
    | OpenStaff
    | Explore
)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A finger or button went down. target: the key of what lies under it, or nothing.

    action: what releasing it there does; None on the bare slide.
    """

    target: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Dragged:
    """The finger is `offset` page widths right of where dragging began (negative: left)."""

    offset: float


@dataclass(frozen=True, slots=True)
class Released:
    """The finger left. velocity: page widths a second, positive to the right.

    is_tap: it had not moved beyond a tap's slack, so that the action of `Pressed` counts.
    """

    velocity: float = 0.0
    is_tap: bool = True


@dataclass(frozen=True, slots=True)
class Traced:
    """The finger goes along a line. figure: the key of the value that is next to it."""

    figure: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The touch ended without meaning anything (the system took it)."""


@dataclass(frozen=True, slots=True)
class Cornered:
    """A finger is held in the lower left corner from now on; or no longer, or not as still."""

    is_held: bool = True


@dataclass(frozen=True, slots=True)
class Commanded:
    """A key or a presenter's remote asked for an action."""

    action: Action


@dataclass(frozen=True, slots=True)
class Focused:
    """The keyboard went on to the target of that key; with none, its focus goes out."""

    target: str = ""


@dataclass(frozen=True, slots=True)
class Explored:
    """A chart was dragged or pinched: it goes to the stretch from `start` to `end`, 0 to 1.

    slide, part: where it stands. over_s: how long it takes; at once under a finger.
    """

    slide: str
    part: str
    start: float
    end: float
    over_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Ready:
    """A slide (or the view `home`) can be painted without waiting. entry_s: of its entry.

    look: the one it was prepared in; None stands for every one. edition: of what the feeds told.
    """

    slide: str
    entry_s: float
    look: Look | None = None
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Broken:
    """A slide cannot be painted at all; it is passed over until a new show takes over."""

    slide: str


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A new show replaces the playing one; in place: the same slide goes on at the same time.

    Where `in_place` is False, or the slide is gone, it takes over at the next slide change.
    Whoever sends it in place has made the slide that is shown ready in the new show, and tells so.
    What was ready of the old show and is the same in the new one stays ready; the rest is asked for
    again. ready: what is ready in the new show already.
    """

    show: Show
    in_place: bool = True
    ready: tuple[Ready, ...] = ()


@dataclass(frozen=True, slots=True)
class Clocked:
    """The clock on the wall shows `at`, which knows its zone.

    Told at every change of hours and dates, and at least every minute: the clock may be set.
    """

    at: datetime


@dataclass(frozen=True, slots=True)
class Fed:
    """A feed tells its rows. feed: its key. at: when, by the clock on the wall, in its zone."""

    feed: str
    records: Records
    at: datetime


@dataclass(frozen=True, slots=True)
class Silent:
    """A feed has told nothing for longer than it should; what it told last is old."""

    feed: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Undrawn:
    """What feeds told cannot be painted on that slide: it stays as it is. edition: of that."""

    slide: str
    edition: int


@dataclass(frozen=True, slots=True)
class Found:
    """Something is wrong with what plays; or what was wrong at that place is over."""

    finding: Finding
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The show's files say something else. findings: all that is wrong in them now.

    is_shown: whether what they say is shown, or what they said before. at: by the clock on the
    wall.
    """

    findings: tuple[Finding, ...]
    is_shown: bool
    at: datetime


Event = (
    Pressed
    | Dragged
    | Traced
    | Released
    | Cancelled
    | Cornered
    | Commanded
    | Focused
    | Explored
    | Ready
    | Broken
    | TakenOver
    | Clocked
    | Fed
    | Silent
    | Undrawn
    | Found
    | Edited
)
