"""What the clock on the wall does to a playing show: the night, and slides with dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.geometry import Size
from kiosk.marks import Label, Sheet
from kiosk.playback.compose import Composer
from kiosk.playback.events import (
    Broken,
    Clocked,
    Commanded,
    Dragged,
    GoHome,
    Next,
    Pressed,
    Released,
    TakenOver,
)
from kiosk.playback.machine import CLOSING_S, COUNTDOWN_S, start
from kiosk.playback.seek import seek
from kiosk.playback.state import HOME, NIGHT, Options
from kiosk.playback.views.night import STEP_S, opening_line
from kiosk.show.model import Show
from kiosk.show.opening.dates import Dates
from kiosk.show.opening.hours import Hours, Window
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Ems,
    Playing,
    after,
    at,
    changed,
    playing,
    show_of,
)

NINE_TO_FIVE = Hours(((Window(9 * 60, 17 * 60),),) * 7, zone=UTC)
MONDAY = datetime(2026, 6, 1, tzinfo=UTC)
IDLE_S = 30.0


def wall(text: str) -> datetime:
    """What a clock shows."""
    return datetime.fromisoformat(text)


def clock(text: str, day: int = 0) -> Clocked:
    """The clock on the wall shows `text`, so many days after Monday."""
    hours, minutes = (int(part) for part in text.split(":"))
    return Clocked(MONDAY + timedelta(days=day, hours=hours, minutes=minutes))


def hall(*counts: int, stay_s: float = 20.0) -> Show:
    """A show that is open from nine to five."""
    return replace(show_of(*counts, idle_s=IDLE_S, stay_s=stay_s), hours=NINE_TO_FIVE)


def by_day(show: Show | None = None) -> Playing:
    """A show that plays at noon."""
    return after(playing(show or hall(3)), clock("12:00"), 0.0)


def by_night(show: Show | None = None) -> Playing:
    """A show that was closed at 1 s and shows the night at 30 s."""
    night = at(after(by_day(show), clock("17:00"), 1.0), 30.0)
    assert night.slide == NIGHT
    return night


def test_a_show_without_hours_plays_at_night_too() -> None:
    show = at(after(playing(show_of(3, stay_s=20.0)), clock("03:00"), 1.0), 30.0)

    assert show.slide == "a2"


def test_at_closing_time_the_slide_is_finished_and_then_the_night_comes() -> None:
    show = after(by_day(), clock("17:00"), 5.0)

    assert at(show, 19.9).slide == "a1"
    assert at(show, 20.1).slide == NIGHT
    assert at(show, 5000.0).shown == ("a1", NIGHT)


def test_a_slide_that_stays_for_hours_makes_room_a_minute_after_closing() -> None:
    show = after(by_day(hall(1, stay_s=9000.0)), clock("17:00"), 5.0)

    assert at(show, 5.0 + CLOSING_S - 0.1).slide == "a1"
    assert at(show, 5.0 + CLOSING_S + 0.1).slide == NIGHT


def test_until_the_night_can_be_painted_the_show_goes_on() -> None:
    show = after(playing(hall(3), None, NIGHT), clock("17:00"), 1.0)

    assert at(show, 30.0).slide == "a1"


def test_if_the_night_cannot_be_painted_at_all_the_show_goes_on() -> None:
    show = after(after(by_day(), clock("17:00"), 1.0), Broken(NIGHT), 2.0)

    assert at(show, 100.0).shown == ("a1", "a2", "a3", "a1", "a2")


def test_at_opening_time_the_loop_begins_with_its_first_slide() -> None:
    show = at(after(by_day(), clock("17:00"), 25.0), 60.0)
    assert show.shown == ("a1", "a2", NIGHT)

    show = after(show, clock("09:00", 1), 500.0)

    assert show.slide == "a1"
    assert at(show, 600.0).shown[3:6] == ("a1", "a2", "a3")


def test_a_show_that_starts_at_night_starts_dark() -> None:
    state, _ = start(hall(3), 0.0, at=clock("03:00").at)
    wished, _ = start(hall(3), 0.0, None, "a2", clock("03:00").at)
    shown, _ = start(hall(3), 0.0, Options(loops=1), at=clock("03:00").at)
    every, _ = start(hall(3), 0.0, Options(takes_all=True), at=clock("03:00").at)

    assert state.view.id == NIGHT
    assert wished.view.id == "a2"
    assert (shown.view.id, every.view.id) == ("a1", "a1")


def test_loops_that_were_asked_for_are_played_whatever_the_hours() -> None:
    show = at(after(playing(hall(2), Options(loops=1)), clock("17:00"), 1.0), 60.0)

    assert show.state.is_finished
    assert NIGHT not in show.shown


# --- visits -------------------------------------------------------------------------------------


def test_a_visitor_is_not_sent_away_at_closing_time() -> None:
    show = after(by_day(), Pressed(), 10.0)
    show = after(after(show, Released(), 10.1), clock("17:00"), 15.0)

    show = after(show, Commanded(Next()), 35.0)
    assert at(show, 35.0 + IDLE_S).slide == "a2"

    left = 35.0 + IDLE_S + COUNTDOWN_S
    assert at(show, left - 0.1).slide == "a2"
    assert at(show, left + 3.0).slide == NIGHT
    assert at(show, left + 3.0).state.mode == "loop"


@pytest.mark.parametrize("event", [Pressed(), Commanded(Next())])
def test_a_touch_at_night_opens_the_show_for_a_visit(event: Pressed | Commanded) -> None:
    show = after(by_night(), event, 50.0)

    assert show.slide == HOME
    assert show.state.mode == "visit"


def test_after_a_visit_at_night_the_night_goes_on() -> None:
    show = after(after(by_night(), Pressed(), 50.0), Released(), 50.1)

    show = at(show, 50.1 + IDLE_S + COUNTDOWN_S + 5.0)

    assert show.slide == NIGHT
    assert show.state.mode == "loop"


def test_a_finger_that_wakes_the_show_at_night_drags_nothing() -> None:
    show = after(by_night(), Pressed(), 50.0)
    show = after(show, Dragged(-0.5), 50.1)
    show = after(show, Released(-3.0, is_tap=False), 50.2)

    assert at(show, 52.0).slide == HOME


def test_a_touch_while_the_night_falls_brings_the_slide_back() -> None:
    show = at(after(by_day(), clock("17:00"), 1.0), 20.5)
    assert show.slide == NIGHT

    show = at(after(show, Pressed(), 20.5), 22.0)

    assert show.slide == "a1"
    assert show.state.mode == "visit"
    assert show.state.turn is None


def test_a_visit_at_night_that_cannot_be_shown_ends_by_itself() -> None:
    show = at(after(playing(hall(3), None, HOME), clock("17:00"), 1.0), 30.0)

    show = after(after(show, Pressed(), 50.0), Released(), 50.1)

    assert at(show, 60.0).state.mode == "visit"
    assert at(show, 50.1 + IDLE_S).state.mode == "loop"


# --- dates --------------------------------------------------------------------------------------

LATER = Dates(since=wall("2026-06-02"))
UP_TO_NOON = Dates(until=wall("2026-06-01 12:00"))


def test_a_slide_comes_at_its_date_and_not_in_the_middle_of_another() -> None:
    show = after(playing(changed(show_of(3, stay_s=20.0), "a2", dates=LATER)), clock("23:59"), 0.0)

    assert at(show, 45.0).shown == ("a1", "a3", "a1")
    show = after(at(show, 45.0), clock("00:00", 1), 45.0)
    assert show.slide == "a1"
    assert at(show, 75.0).shown == ("a1", "a3", "a1", "a2")


def test_a_slide_goes_when_its_time_is_over() -> None:
    show = after(playing(changed(show_of(3, stay_s=20.0), "a1", dates=UP_TO_NOON)),
                 clock("11:59"), 0.0)  # fmt: skip

    show = after(show, clock("12:00"), 5.0)

    assert show.slide == "a1"
    assert at(show, 100.0).shown == ("a1", "a2", "a3", "a2", "a3")


def test_visitors_do_not_find_a_slide_outside_its_dates() -> None:
    show = after(playing(changed(show_of(3), "a2", dates=LATER)), clock("12:00"), 0.0)

    show = after(show, Commanded(Next()), 1.0)

    assert show.slide == "a3"
    assert [slide.id for slide in show.state.show.slides] == ["a1", "a3"]


def test_a_chapter_outside_its_dates_has_neither_a_window_nor_a_dash() -> None:
    show = changed(changed(show_of(2, 2, 2), "b1", dates=LATER), "b2", dates=LATER)
    visit = after(after(playing(show), clock("12:00"), 0.0), Commanded(Next()), 1.0)
    home = after(at(visit, 3.0), Commanded(GoHome()), 3.0)
    composer = Composer(LANDSCAPE, Ems())

    dashes = [target.key for target in composer.targets(at(visit, 3.0).state, 3.0)]
    windows = [target.key for target in composer.targets(at(home, 6.0).state, 6.0)]

    assert [key for key in dashes if "dash" in key] == ["dash-0", "dash-2"]
    assert [key for key in windows if "window" in key] == ["window-0", "window-2"]


def test_where_no_slide_is_within_its_dates_it_is_night_and_a_touch_finds_nothing() -> None:
    show = changed(show_of(1), "a1", dates=LATER)
    state, _ = start(show, 0.0, at=clock("12:00").at)
    assert state.view.id == NIGHT

    night = at(after(playing(show), clock("12:00"), 0.0), 100.0)
    touched = after(after(night, Pressed(), 101.0), Commanded(Next()), 101.5)
    morning = at(after(touched, clock("00:00", 1), 110.0), 120.0)

    assert night.slide == NIGHT
    assert (touched.slide, touched.state.mode) == (NIGHT, "loop")
    assert morning.slide == "a1"


def test_a_new_show_is_played_by_its_own_hours_and_dates() -> None:
    night = by_night()

    open_now = replace(changed(hall(3), "a1", dates=LATER), hours=None)
    show = after(night, TakenOver(open_now, in_place=False), 60.0)

    assert at(show, 85.0).shown == ("a1", NIGHT, "a2", "a3")
    assert "a1" in at(after(at(show, 85.0), clock("00:00", 1), 85.0), 200.0).shown[4:]


def test_a_clock_that_is_set_back_brings_the_day_back() -> None:
    show = after(by_night(), clock("12:00"), 40.0)

    assert show.slide == "a1"


def test_the_time_of_the_next_change_is_known() -> None:
    show = by_day(changed(hall(3), "a2", dates=Dates(until=wall("2026-06-01 14:00"))))

    assert show.state.wall is not None
    assert show.state.wall.changes == clock("14:00").at
    later = after(show, clock("14:00"), 5.0).state.wall
    assert later is not None
    assert later.changes == clock("17:00").at


# --- a show without a home view -----------------------------------------------------------------


def homeless(*counts: int) -> Show:
    return replace(hall(*counts), home="none")


def test_without_a_home_view_a_touch_starts_at_the_first_slide() -> None:
    show = at(by_day(homeless(3)), 25.0)
    assert show.slide == "a2"

    show = after(after(show, Pressed(), 25.0), Released(), 25.1)

    assert at(show, 26.0).slide == "a1"
    assert at(show, 26.0).state.mode == "visit"


def test_without_a_home_view_the_home_button_leads_to_the_first_slide() -> None:
    show = after(by_day(homeless(3)), Commanded(Next()), 5.0)

    assert after(at(show, 6.0), Commanded(GoHome()), 6.0).slide == "a1"
    assert HOME not in show.shown


def test_without_a_home_view_a_touch_at_night_leads_to_the_first_slide() -> None:
    assert after(by_night(homeless(3)), Pressed(), 50.0).slide == "a1"


# --- what is seen -------------------------------------------------------------------------------


def dark(show: Playing, now: float, page: Size = LANDSCAPE) -> Sheet:
    """The only sheet of the night."""
    (sheet,) = Composer(page, Ems()).frame(show.state, now).sheets
    return sheet


def labels(sheet: Sheet) -> list[Label]:
    return [mark for layer in sheet.layers for mark in layer.marks if isinstance(mark, Label)]


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
def test_the_night_is_dark_and_tells_when_the_hall_opens_in_both_languages(page: Size) -> None:
    sheet = dark(by_night(), 30.0, page)

    assert sheet.ground is not None
    assert max(sheet.ground[:3]) < 0.05
    assert [label.text for label in labels(sheet)] == [
        "show", "6月2日（周二）09:00 开放", "Opens Tuesday 2 June, 09:00",
    ]  # fmt: skip
    assert max(max(label.colour[:3]) for label in labels(sheet)) < 0.5


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
def test_the_night_wanders_and_stays_on_the_page(page: Size) -> None:
    show = by_night()
    nights = [labels(dark(show, 30.0 + hours * 601.0, page)) for hours in range(144)]

    assert len({(night[0].x, night[0].y) for night in nights}) > 100
    for label in (label for night in nights for label in night):
        assert 50 < label.x < page.width - 50 - Ems().advance(label.text, label.style)
        assert 50 < label.y < page.height - 50


def test_between_two_steps_of_the_night_nothing_is_painted() -> None:
    show = by_night()
    composer = Composer(LANDSCAPE, Ems())
    since = show.state.view.since
    assert since is not None

    first = composer.frame(show.state, since)

    assert composer.frame(show.state, since + STEP_S - 0.01) is first
    assert composer.frame(show.state, since + 2 * STEP_S) is not first
    assert composer.next_change(show.state, since + 1.0) == pytest.approx(since + STEP_S)
    assert not composer.is_moving(show.state, since + 1.0)


def test_the_night_can_be_sought() -> None:
    composer = Composer(LANDSCAPE, Ems())

    (sheet,) = composer.frame(seek(hall(2), NIGHT, 0.0), 0.0).sheets
    (bare,) = composer.frame(seek(show_of(2), NIGHT, 0.0), 0.0).sheets

    assert [label.text for label in labels(sheet)][-1] == "Opens Monday 1 June, 09:00"
    assert [label.text for label in labels(bare)] == ["show"]


def test_the_invitation_and_the_chrome_are_not_there_at_night() -> None:
    show = at(after(by_day(), clock("17:00"), 1.0), 20.5)
    composer = Composer(LANDSCAPE, Ems())

    falling = composer.frame(show.state, 21.0)
    night = composer.frame(at(show, 30.0).state, 30.0)

    assert [sheet.key for sheet in falling.sheets][-1] == "invitation"
    assert [sheet.key for sheet in night.sheets] == ["night zh dusk"]


def test_the_day_of_opening_is_said_in_full() -> None:
    opens = datetime(2026, 12, 31, 8, 30, tzinfo=UTC)

    assert opening_line(opens, "en") == "Opens Thursday 31 December, 08:30"
    assert opening_line(opens, "zh-Hans") == "12月31日（周四）08:30 开放"
    assert opening_line(opens, "fr") == "Opens Thursday 31 December, 08:30"
