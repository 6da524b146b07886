"""From when until when something is shown, by the clock on the wall."""

from __future__ import annotations

from datetime import datetime, tzinfo

from kiosk.show.opening.hours import instant
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Dates:
    """From a time to another, the second not included, as a clock on the wall shows them.

    They have no zone of their own. None: since ever, for ever.
    """

    since: datetime | None = None
    until: datetime | None = None

    def within(self, other: Dates) -> Dates:
        """What both have in common."""
        since = [each for each in (self.since, other.since) if each is not None]
        until = [each for each in (self.until, other.until) if each is not None]
        return Dates(max(since, default=None), min(until, default=None))

    def hold(self, at: datetime, zone: tzinfo | None) -> bool:
        """Whether the moment `at` lies in them, by a clock in `zone`, or else in its own."""
        has_begun = self.since is None or at >= _moment(self.since, at, zone)
        return has_begun and not self.are_over(at, zone)

    def are_over(self, at: datetime, zone: tzinfo | None) -> bool:
        """Whether the moment `at` lies behind them."""
        return self.until is not None and at >= _moment(self.until, at, zone)

    def changes(self, at: datetime, zone: tzinfo | None) -> tuple[datetime, ...]:
        """The moments after `at` at which they begin or end."""
        ends = [_moment(each, at, zone) for each in (self.since, self.until) if each is not None]
        return tuple(end for end in ends if end > at)


ALWAYS = Dates()


def _moment(shown: datetime, at: datetime, zone: tzinfo | None) -> datetime:
    """The moment at which a clock in `zone`, or else in that of `at`, shows `shown`."""
    here = zone or at.tzinfo
    assert here is not None, "a moment knows its zone"
    return instant(shown.date(), shown.hour * 60 + shown.minute, here)
