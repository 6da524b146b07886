"""What is wrong with a show as a whole: its figures, links, dates, screen and stays."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kiosk.author.checking.seen import PAGES
from kiosk.layouts.named import elements_of
from kiosk.limits import HIGHEST, LOWEST, PATIENCE
from kiosk.phrases import phrase
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.views.reach import LEAST_MM, is_out_of_reach
from kiosk.problems import Problem
from kiosk.show.reading import reading_s
from kiosk.typesetting.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.phrases import Phrase
    from kiosk.problems import Span
    from kiosk.show.model import Show, Slide
    from kiosk.show.opening.dates import Dates
    from kiosk.show.opening.hours import Hours
    from kiosk.typesetting.setting import Measure

    EntryS = Callable[[str, str], float]  # of a slide's id, in a language

_MOST_DAYS = 60  # of a slide's dates: the hours of a longer time come round again
_CLOSEST = 3  # slides of one `stay` of which the entry is asked for: those that take longest


def found(show: Show, entry_s: EntryS) -> Iterator[Problem]:
    """A warning for each. entry_s: when a slide has come on, in seconds; it may be laid out."""
    yield from _unused(show)
    yield from _too_far(show)
    yield from _out_of_reach(show)
    for slide in show.slides:
        yield from _dead_links(slide, show)
        yield from _never_shown(slide, show)
        yield from _long_reads(slide, show)
    yield from _short_stays(show, entry_s)


def entries(show: Show, measure: Callable[[], Measure]) -> EntryS:
    """When slides have come on, in the shape in which that takes longest, laid out when asked."""

    @cache
    def composers() -> tuple[Composer, ...]:
        return tuple(Composer(PAGES[shape], measure()) for shape in show.shapes)

    def entry_s(slide: str, language: str) -> float:
        look = Look(language, show.theme)
        return max(composer.laid(show, slide, look)[0].entry_s for composer in composers())

    return entry_s


def _unused(show: Show) -> Iterator[Problem]:
    """Figures of the facts file that nothing names."""
    for name, place in show.unused.items():
        what = phrase("no slide shows the fact '{name}'", name=name)
        hint = phrase("name it in a slide, or put '#' before the line")
        yield Problem(place, "warning", "unused-fact", what, hint)


def _too_far(show: Show) -> Iterator[Problem]:
    """People who stand where no text of the screen can be read."""
    place = show.places.of("viewing", "screen")
    page = PAGES["landscape"]
    px = math.hypot(page.width, page.height)
    farthest_m = Sight(px / (show.screen_in * 25.4)).farthest_m
    if place is None or show.viewing_m <= farthest_m:
        return
    what = phrase(
        "on a screen of {inches} in text can be read from {most} m at most, not from {viewing} m",
        inches=f"{show.screen_in:g}",
        most=f"{int(farthest_m * 10) / 10:g}",
        viewing=f"{show.viewing_m:g}",
    )
    least_in = show.screen_in * show.viewing_m / farthest_m
    hint = phrase("let people stand nearer, or take a screen of {inches} in", inches=_up(least_in))
    yield Problem(place, "warning", "too-far", what, hint)


def _out_of_reach(show: Show) -> Iterator[Problem]:
    """A screen that is mounted so that those who sit reach hardly any of it."""
    place = show.places.of("mounted")
    if place is None or not any(is_out_of_reach(show, PAGES[shape]) for shape in show.shapes):
        return
    what = phrase(
        "hardly anything on the screen is within reach of those who sit: {low} to {high} mm "
        "above the floor",
        low=f"{LOWEST.value:g}",
        high=f"{HIGHEST.value:g}",
    )
    if show.mounted_mm is not None and show.mounted_mm > LOWEST.value:
        most = f"{HIGHEST.value - LEAST_MM:g}"
        hint = phrase("mount it with its lower edge {most} mm above the floor at most", most=most)
    else:
        least = _up(max(LOWEST.value + LEAST_MM - _height_mm(show, s) for s in show.shapes))
        hint = phrase("mount it with its lower edge {least} mm above the floor", least=least)
    yield Problem(place, "warning", "out-of-reach", what, hint)


def _height_mm(show: Show, shape: str) -> float:
    """The height of the screen in that shape."""
    page = PAGES[shape]
    return show.screen_in * 25.4 * page.height / math.hypot(page.width, page.height)


def _dead_links(slide: Slide, show: Show) -> Iterator[Problem]:
    """Links to slides that nobody may see."""
    hidden = {each.id for chapter in show.chapters for each in chapter.slides if each.is_hidden}
    for key, element in elements_of(slide.parts).items():
        place = slide.places.of(f"{key}.goto", key)
        if element.goto in hidden and place is not None and not slide.of:
            what = phrase("the link leads to '{word}', which is hidden", word=element.goto)
            hint = phrase("remove 'hidden' there, or the link here")
            yield Problem(place, "warning", "dead-link", what, hint)


def _never_shown(slide: Slide, show: Show) -> Iterator[Problem]:
    """A slide whose dates leave it no time."""
    since, until = slide.dates.since, slide.dates.until
    place = slide.places.of("until", "from")
    if place is None or since is None or until is None or slide.of:
        return
    if until <= since:
        what = phrase("nobody ever sees it: its dates lie outside those of its chapter")
        hint = phrase("write dates within those of the chapter")
        yield Problem(place, "warning", "never-shown", what, hint)
    elif show.hours is not None and not _opens_within(show.hours, slide.dates):
        what = phrase("nobody ever sees it: all the time between its dates the hall is closed")
        hint = phrase("write other dates, or correct 'hours' in show.yaml")
        yield Problem(place, "warning", "never-shown", what, hint)


def _opens_within(hours: Hours, dates: Dates) -> bool:
    """Whether the hall is open at some time between those dates."""
    assert dates.since is not None
    assert dates.until is not None
    days = (dates.until - dates.since).days
    if days > _MOST_DAYS:
        return True
    first = datetime.combine(dates.since.date(), datetime.min.time())
    for day in (first + timedelta(days=n) for n in range(-1, days + 2)):
        for window in hours.windows_of(day.date()):
            opens = day + timedelta(minutes=window.start)
            closes = day + timedelta(minutes=window.end)
            if opens < dates.until and closes > dates.since:
                return True
    return False


def _long_reads(slide: Slide, show: Show) -> Iterator[Problem]:
    """A slide with more to read than anybody has the patience for, in the language of the most."""
    taken = {of: reading_s(slide.parts, of, slide.known) for of in show.languages}
    language, long_s = max(taken.items(), key=lambda each: each[1])
    place = slide.places.of(f"text.{language}", "text", f"title.{language}", "title")
    if place is None or long_s <= PATIENCE.value:
        return
    what = phrase(
        "the slide takes {long} s to read ({language}), and attention drops after {most} s",
        long=_up(long_s), language=language, most=f"{PATIENCE.value:g}",
    )  # fmt: skip
    hint = phrase("leave out what can be seen, or split it into slides")
    yield Problem(place, "warning", "long-read", what, hint)


def _short_stays(show: Show, entry_s: EntryS) -> Iterator[Problem]:
    """One warning for each `stay:` that is too short for a slide which it holds for."""
    groups: dict[Span, list[tuple[float, str, Slide]]] = {}
    for slide in show.slides:
        own = slide.places.parts.get("stay")
        place = own or show.places.parts.get("stay")
        if slide.stay_s is None or place is None or not slide.in_loop:
            continue
        for language in show.languages:
            read_s = reading_s(slide.parts, language, slide.known)
            groups.setdefault(place, []).append((read_s, language, slide))
    for place, group in groups.items():
        longest = sorted(group, key=lambda each: each[0], reverse=True)[:_CLOSEST]
        needs = [
            (read_s if slide.of else read_s + entry_s(slide.id, language), language, slide)
            for read_s, language, slide in longest
        ]
        need_s, language, slide = max(needs, key=lambda each: each[0])
        if slide.stay_s is not None and need_s > slide.stay_s:
            slides = {each.root for _, _, each in group}
            what = _too_short(slide, language, slide.stay_s, is_alone=len(slides) == 1)
            hint = phrase("write {least} s at least, or 'auto'", least=_up(need_s))
            yield Problem(place, "warning", "short-stay", what, hint)


def _too_short(slide: Slide, language: str, stay_s: float, *, is_alone: bool) -> Phrase:
    """The finding, with the slide where others have the same `stay`."""
    stays = f"{stay_s:g}"
    if is_alone:
        return phrase("in {stays} s nobody reads the slide ({language})",
                      stays=stays, language=language)  # fmt: skip
    return phrase("in {stays} s nobody reads the slide '{slide}' ({language})",
                  stays=stays, slide=slide.id, language=language)  # fmt: skip


def _up(number: float) -> str:
    """The next whole number."""
    return f"{math.ceil(number)}"
