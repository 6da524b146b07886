"""Hours and dates as staff write them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.show.opening.dates import Dates
from kiosk.show.opening.hours import Holiday, Hours, Window, opening
from tests.unit.show.memory import SHOW, THEMES, MemoryFolder, lines, loaded, show_of
from tests.unit.show.mutations import mutated

GOOD = "title: {zh: 好, en: Good}\nslides: [{title: {zh: 好, en: Good}}]\n"
EIGHT_TO_SIX, LONG = (Window(510, 1080),), (Window(540, 1200),)


def shown(fields: str) -> Show:
    """The show with those fields of its own."""
    show = loaded({"show.yaml": SHOW + fields, "one.yaml": GOOD})
    assert isinstance(show, Show)
    return show


def hours(text: str) -> Hours:
    """The hours written as `text`, in which nothing is wrong."""
    show = shown(f"hours: {text}\n")
    assert lines(show) == []
    assert show.hours is not None
    return show.hours


def test_a_show_without_hours_has_none() -> None:
    assert shown("").hours is None


@pytest.mark.parametrize(
    "text",
    [
        '{mon-fri: "08:30-18:00", sat-sun: "09:00-20:00"}',
        "{mon-fri: 08:30-18:00, sat-sun: 09:00-20:00}",
        "{mon-fri: 8:30 - 18:00, sat-sun: '09:00–20:00'}",
        "{Monday-Friday: [08:30-18:00], Saturday - Sunday: ['09:00-20:00']}",
        "{周一-周五: 08:30-18:00, 周六-周日: 09:00-20:00}",
        "\n  mon, tue, wed, thu, fri: 08:30-18:00\n  sat-sun: 09:00-20:00",
        "\n  daily: 08:30-18:00\n  sat-sun: 09:00-20:00",
        "\n  sat-sun: 09:00-20:00\n  mon-sun: 08:30-18:00",
        '\n  "mon-thu, fri": 08:30-18:00\n  星期六-星期日: 09:00-20:00',
    ],
)
def test_the_same_hours_may_be_written_in_several_ways(text: str) -> None:
    assert hours(text) == Hours((EIGHT_TO_SIX,) * 5 + (LONG,) * 2)


def test_one_value_alone_is_for_every_day() -> None:
    assert hours('"08:30-18:00"') == Hours((EIGHT_TO_SIX,) * 7)


def test_a_day_without_hours_and_a_closed_one_are_the_same() -> None:
    bare = hours("{tue-sun: 08:30-18:00}")

    assert bare == hours("{mon: closed, tue-sun: 08:30-18:00}")
    assert bare == hours("{mon-sun: 08:30-18:00, mon: off}")
    assert bare.week[0] == ()


def test_days_may_go_over_the_end_of_the_week() -> None:
    assert hours("{fri-mon: 08:30-18:00}").week == (
        EIGHT_TO_SIX, (), (), (), EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ('"20:00-02:00"', (Window(1200, 1560),)),
        ('"09:00-12:00, 13:30-18:00"', (Window(540, 720), Window(810, 1080))),
        ("[13:30-18:00, 09:00-12:00]", (Window(540, 720), Window(810, 1080))),
        ("00:00-24:00", (Window(0, 1440),)),
        ("18:00-00:00", (Window(1080, 1440),)),
        ("0:00-0:01", (Window(0, 1),)),
        ("closed", ()),
    ],
)
def test_a_day_has_one_window_or_several(text: str, windows: tuple[Window, ...]) -> None:
    assert hours(f"\n  mon: {text}").week[0] == windows


def test_holidays_have_their_own_hours_and_the_shorter_stretch_counts() -> None:
    found = hours(
        "\n  daily: 08:30-18:00\n  holidays:\n"
        "    12-24 to 01-02: closed\n    2026-12-28: 09:00-20:00\n    12-31: 08:30-18:00\n"
        "    2027-02-05..2027-02-11: off\n"
    )

    assert found.holidays == (
        Holiday((2026, 12, 28), (2026, 12, 28), LONG),
        Holiday((2027, 2, 5), (2027, 2, 11)),
        Holiday((0, 12, 31), (0, 12, 31), EIGHT_TO_SIX),
        Holiday((0, 12, 24), (0, 1, 2)),
    )


def test_a_list_of_holidays_is_of_days_when_it_is_closed() -> None:
    found = hours("\n  daily: 08:30-18:00\n  holidays: [2026-12-25, 05-01 to 05-05]")

    assert found.holidays == (
        Holiday((2026, 12, 25), (2026, 12, 25)), Holiday((0, 5, 1), (0, 5, 5)),
    )  # fmt: skip


def test_hours_may_be_those_of_another_zone() -> None:
    assert hours("{daily: 08:30-18:00, zone: Asia/Shanghai}").zone == ZoneInfo("Asia/Shanghai")


CAREFUL = """\
hours:
  mon-fri: 08:30-18:00
  sat, sun: "09:00-12:00, 13:30-20:00"
  tue: [20:00-02:00]
  holidays:
    2026-12-25: closed
    12-31 to 01-02: "20:00-02:00"
    2026-06-01..2026-06-07: off
  zone: Europe/Berlin
"""


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_careless_hours_are_read_or_told(first: int) -> None:
    at = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
    for number in range(first, first + 100):
        text = SHOW.encode() + mutated(CAREFUL.encode(), number)

        show = loaded({"show.yaml": text, "one.yaml": GOOD})

        if isinstance(show, Show) and show.hours is not None:
            assert opening(show.hours, at).is_open in {True, False}
        else:
            assert show.problems or b"hours" not in text


# --- dates of slides ----------------------------------------------------------------------------


def dates(slide: str, chapter: str = "") -> Dates:
    """The dates of a slide with those fields."""
    show = show_of(f"title: {{zh: 好, en: Good}}\n{chapter}slides:\n  - {{title: 12, {slide}}}\n")
    assert [line for line in lines(show) if "typed" not in line] == []
    return show.slides[0].dates


def wall(text: str) -> datetime:
    """What a clock shows."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("from: 2026-12-01", "2026-12-01", ""),
        ("from: '2026-12-01 18:30'", "2026-12-01 18:30", ""),
        ("from: 2026-12-01T18:30", "2026-12-01 18:30", ""),
        ("until: 2026-12-31", "", "2027-01-01"),
        ("until: 2028-2-28", "", "2028-02-29"),
        ("until: 2026-12-31 18:00", "", "2026-12-31 18:00"),
        ("from: 2026-12-01, until: 2026-12-01", "2026-12-01", "2026-12-02"),
    ],
)
def test_a_day_is_meant_from_its_beginning_to_its_end(text: str, since: str, until: str) -> None:
    assert dates(text) == Dates(wall(since) if since else None, wall(until) if until else None)


def test_a_slide_is_shown_within_the_dates_of_its_chapter() -> None:
    found = dates("from: 2026-12-24", "from: 2026-12-01\nuntil: 2026-12-31\n")

    assert found == Dates(wall("2026-12-24"), wall("2027-01-01"))


def test_nothing_is_past_where_nobody_tells_the_time() -> None:
    assert dates("until: 1999-12-31") == Dates(None, wall("2000-01-01"))


def test_what_is_past_is_so_by_the_clock_of_the_hall() -> None:
    text = "title: {zh: 好, en: Good}\nslides: [{title: {zh: 好, en: Good}, until: 2026-12-31}]\n"
    folder = {"facts.yaml": "facts: {}\n", "one.yaml": text}
    there = SHOW + "hours: {daily: 08:30-18:00, zone: Asia/Shanghai}\n"
    at = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)  # an hour into the new year in Shanghai

    here_found = load(MemoryFolder({"show.yaml": SHOW, **folder}), THEMES, at)
    there_found = load(MemoryFolder({"show.yaml": there, **folder}), THEMES, at)

    assert "past" not in {problem.code for problem in here_found.problems}
    assert "past" in {problem.code for problem in there_found.problems}


# --- home and shapes ----------------------------------------------------------------------------


def test_home_and_shapes_are_kept() -> None:
    show = shown("home: none\nshapes: [landscape, portrait]\n")

    assert (show.home, show.shapes) == ("none", ("landscape", "portrait"))
    assert (shown("").home, shown("").shapes) == ("windows", ("landscape",))
    assert shown("home: windows\nshapes: portrait\n").shapes == ("portrait",)
