"""What feeds have told a playing show, and slides that show it."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from kiosk.charts.needs import needs_of, without_rows
from kiosk.data.dates import clock_written, day_written
from kiosk.data.table import Table
from kiosk.data.tabling import misfit, table_of
from kiosk.data.text import Text
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from kiosk.charts.base import Chart
    from kiosk.data.records import Records
    from kiosk.show.model import Slide


@dataclass(frozen=True, slots=True)
class News:
    """The last rows that a feed told. at: when, by the clock on the wall.

    old_on: the day on which nothing newer can be had; None as long as its source gives rows.
    """

    records: Records
    at: datetime
    old_on: date | None = None


@dataclass(frozen=True, slots=True)
class Live:
    """What every feed told last, by its key. edition: how many times something was told."""

    edition: int = 0
    news: Mapping[str, News] = field(default_factory=dict)

    def told(self, feed: str, records: Records, at: datetime) -> Live:
        """After that feed has told those rows."""
        return Live(self.edition + 1, {**self.news, feed: News(records, at)})

    def fallen_silent(self, feed: str, on: date) -> Live:
        """After that feed has told nothing for too long; the same where it never told anything."""
        last = self.news.get(feed)
        if last is None or not last.records.columns or last.old_on == on:
            return self
        return Live(self.edition + 1, {**self.news, feed: replace(last, old_on=on)})

    def of(self, slide: Slide | None) -> tuple[News | None, ...]:
        """What concerns a slide: what it shows has changed where one of these is another."""
        return () if slide is None else tuple(self.news.get(feed.key) for feed in slide.feeds)


NOTHING_TOLD = Live()


def filled(slide: Slide, live: Live, languages: tuple[str, ...]) -> Slide:
    """The slide with the rows that its feeds told last; the very same without any."""
    news = live.of(slide)
    if not any(news):
        return slide
    parts = slide.parts.each_chart(lambda chart: _filled(chart, live))
    old = [each for each in news if each is not None and each.old_on is not None]
    caption = slide.parts.caption
    if old:
        oldest = min(old, key=lambda each: each.at)
        caption = _with_time(caption, oldest, languages)
    return replace(slide, parts=replace(parts, caption=caption))


def emptied(slide: Slide) -> Slide:
    """The slide as its author wrote it, without what feeds told."""

    def without(chart: Chart) -> Chart:
        feed = chart.data.feed
        return chart if feed is None else replace(chart, data=Table(feed=feed))

    return replace(slide, parts=slide.parts.each_chart(without))


def _filled(chart: Chart, live: Live) -> Chart:
    """The chart with what its feed told; as it is where it cannot show that."""
    feed = chart.data.feed
    news = None if feed is None else live.news.get(feed.key)
    if feed is None or news is None:
        return chart
    if misfit(news.records, needs_of(chart)) is not None:
        return replace(chart, data=without_rows(chart))
    table = table_of(news.records, dict(feed.units))
    return replace(chart, data=replace(table, feed=feed))


def _with_time(caption: Text, news: News, languages: tuple[str, ...]) -> Text:
    """The caption, and after it the time of rows that may not be true any more."""
    versions = []
    for language in languages:
        said, time = caption.in_language(language), as_of(news, language)
        versions.append((language, f"{said} · {time}" if said else time))
    emphasis = tuple((name, caption.words(name).emphasis) for name in languages)
    mentions = tuple((name, caption.words(name).mentions) for name in languages)
    return Text(tuple(versions), emphasis, mentions)


def as_of(news: News, language: str) -> str:
    """When the rows were told: `as of 14:05`, and of another day that day too."""
    spoken = "zh" if is_chinese(language) else "en"  # no line is half in a third language
    time = clock_written(news.at.time(), spoken)
    if news.old_on is not None and news.at.date() != news.old_on:
        day = day_written(news.at.date(), spoken)
        time = f"{day}{time}" if is_chinese(language) else f"{day}, {time}"
    return f"截至{time}" if is_chinese(language) else f"as of {time}"
