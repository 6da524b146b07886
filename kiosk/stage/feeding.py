"""The feeds of the show that plays: followed in threads, told in the one that listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRandomGenerator, Signal

from kiosk.charts.needs import needs_of
from kiosk.data.records import Records
from kiosk.feeds.following import BACK, Followed, Following, World
from kiosk.phrases import Phrase, said
from kiosk.playback.events import Fed, Found
from kiosk.playback.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kiosk.data.feed import Feed
    from kiosk.data.tabling import Need
    from kiosk.show.model import Show
    from kiosk.stage.clock import Clock
    from kiosk.stage.wishes import Wishes


class Feeding(QObject):
    """Follows what a show's charts follow.

    told: `Fed`, `Silent` and, for staff, `Found`. found: a problem, in words.
    """

    told = Signal(object)
    found = Signal(str)

    def __init__(self, clock: Clock, wall: Callable[[], datetime], wishes: Wishes) -> None:
        super().__init__()
        self._clock, self._wall, self._wishes = clock, wall, wishes
        self._following: Following | None = None
        self._followed: dict[str, tuple[Feed, tuple[Need, ...]]] = {}

    def beginning(self, show: Show) -> tuple[Fed, ...]:
        """What the feeds of `show` told while it was loaded."""
        at = self._time_in(show)()
        return tuple(Fed(feed.key, show.first.get(feed.key, Records()), at) for feed in show.feeds)

    def follow_on(self, show: Show, folder: Path) -> None:
        """Follows the feeds of the same show as edited; goes on where they are the same."""
        asked = {feed.key: (feed, _needs(show, feed.key)) for feed in show.feeds}
        if asked != self._followed:
            self.follow(show, folder)

    def follow(self, show: Show, folder: Path) -> None:
        """Follows the feeds of `show`, whose files lie in `folder`, instead of those before."""
        self.end()
        world = World(
            wall=self._time_in(show),
            clock=self._clock.real,
            chance=QRandomGenerator.global_().generateDouble,
            folder=folder.absolute(),
            hosts=self._wishes.hosts,
            secrets=self._wishes.secrets,
        )
        self._followed = {feed.key: (feed, _needs(show, feed.key)) for feed in show.feeds}
        feeds = {
            key: Followed(feed, needs, show.first.get(key))
            for key, (feed, needs) in self._followed.items()
        }
        self._following = Following(feeds, world, self.told.emit, self._say)

    def end(self) -> None:
        """Follows no more."""
        if self._following is not None:
            self._following.end()

    def _say(self, what: Phrase) -> None:
        """Tells a problem in the words of the log, and to staff in their own."""
        self.found.emit(said(what, "en"))
        source, why = (value for _, value in what.arguments)
        reason = why if isinstance(why, Phrase) else what
        self.told.emit(Found(Finding("error", str(source), reason), is_over=reason == BACK))

    def _time_in(self, show: Show) -> Callable[[], datetime]:
        """The clock on the wall, as a hall shows it."""
        zone = None if show.hours is None else show.hours.zone
        return self._wall if zone is None else lambda: self._wall().astimezone(zone)


def _needs(show: Show, key: str) -> tuple[Need, ...]:
    """What all charts that follow that feed ask of its rows."""
    charts = (chart for slide in show.slides for chart in slide.parts.with_data)
    fed = (chart for chart in charts if chart.data.feed is not None and chart.data.feed.key == key)
    return tuple(dict.fromkeys(need for chart in fed for need in needs_of(chart)))
