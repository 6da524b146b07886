"""What playback asks of the shell, and what it tells it. Effects are values; the shell acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.live import Live
    from kiosk.playback.look import Look
    from kiosk.show.model import Show


@dataclass(frozen=True, slots=True)
class Wanted:
    """One view as it will be painted. slide: an id, or `home`."""

    slide: str
    look: Look


@dataclass(frozen=True, slots=True)
class Prepare:
    """These views of `show` may be painted next, the most urgent first; the rest may be dropped.

    Each one that is not ready yet is to be answered by `Ready` or `Broken`, and one that is ready
    already may be answered again. What earlier ones asked for and this one does not has to be
    asked for again before it is painted. live: what the feeds told, which they are to show.
    """

    show: Show
    views: tuple[Wanted, ...]
    live: Live


@dataclass(frozen=True, slots=True)
class Renew:
    """What the feeds told has changed: this view is wanted with that, before all others.

    It is answered by `Ready` of that edition, or by `Undrawn`. Nothing else that was asked for is
    dropped.
    """

    show: Show
    view: Wanted
    live: Live


@dataclass(frozen=True, slots=True)
class Shown:
    """A view has come on and stands alone on the page. slide: an id, or `home`."""

    slide: str


@dataclass(frozen=True, slots=True)
class LoopEnded:
    """The attract loop has shown its last slide for the `count`-th time."""

    count: int


@dataclass(frozen=True, slots=True)
class Finished:
    """As many loops as were asked for are over; the last slide stays."""


Effect = Prepare | Renew | Shown | LoopEnded | Finished
Effects = tuple[Effect, ...]
