"""What feeds tell is made ready first; then the charts move to it, one edition after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.base import Chart
from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.data.table import Table, name_in
from kiosk.data.text import Text
from kiosk.feeds.kinds.csv import Csv
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.options import Column, option
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Prepare, Renew
from kiosk.playback.events import Fed, Ready, Silent, TakenOver, Undrawn
from kiosk.playback.live import emptied, filled
from kiosk.playback.look import Look
from kiosk.playback.machine import advance, start, step
from kiosk.playback.renewal import RENEWAL_S
from kiosk.playback.state import Options, State
from kiosk.show.model import Show, Slide
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass
from tests.unit.playback.shows import ENTRY_S, LANDSCAPE, Ems, changed, show_of

AT = datetime(2026, 6, 1, 14, 5, tzinfo=UTC)
FEED = Csv(csv=LiveFile("gates.csv"))
KEY = FEED.key


@dataclass(frozen=True, kw_only=True)
class Names(Chart):
    """A label for each row, as far right as its number says."""

    x: Column = option("The column with the names.")
    y: Column = option("The column with the numbers.", cells="numbers")

    def grown(self, box: Box, setting: Setting) -> Scene:
        style, ink = setting.style("label"), setting.theme.text
        numbers = self.data.quantities(self.y)
        marks = tuple(
            Label(name, name, number.value if number else 0.0, box.y + 500.0, style, ink)
            for cell, number in zip(self.data.column(self.x), numbers, strict=True)
            if (name := name_in(cell).in_language("zh"))
        )
        return Scene(marks, (), Timeline(Timing(0.0, ENTRY_S)))


CHART = Names(id="gates", x=Column("gate"), y=Column("n"), data=Table(("gate", "n"), (), FEED))


def rows(**numbers: float) -> Records:
    return Records(("gate", "n"), tuple(numbers.items()))


def fed_show() -> Show:
    show = show_of(3, stay_s=60.0)
    parts = replace(show.slides[0].parts, charts=(CHART,))
    return changed(show, "a1", parts=parts)


@dataclass(frozen=True, kw_only=True)
class Going(Names):
    """The same of rows that go on and on."""

    @property
    def goes_on(self) -> bool:
        return True


class Stage:
    """A player whose views are made ready when it is told to."""

    def __init__(self, show: Show | None = None, options: Options | None = None) -> None:
        self.composer = Composer(LANDSCAPE, Ems())
        self.asked: list[Prepare | Renew] = []
        self.state, effects = start(show or fed_show(), 0.0, options)
        self._heard(effects)
        self.make_ready(0.0)

    def _heard(self, effects: Effects) -> None:
        self.asked += [e for e in effects if isinstance(e, Prepare | Renew)]

    def take(self, event: Fed | Silent | Undrawn | Ready | TakenOver, now: float) -> None:
        self.state, effects = step(self.state, event, now)
        self._heard(effects)

    def tell(self, records: Records, now: float) -> None:
        self.take(Fed(KEY, records, AT + timedelta(seconds=now)), now)

    def make_ready(self, now: float) -> None:
        while self.asked:
            ask = self.asked.pop(0)
            for view in ask.views if isinstance(ask, Prepare) else (ask.view,):
                entry_s = self.composer.prepare(self.state.show, view, ask.live).entry_s
                self.take(Ready(view.slide, entry_s, view.look, ask.live.edition), now)

    def at(self, now: float) -> dict[str, float]:
        """Where every name of the chart stands, those that fade left out."""
        self.state, effects = advance(self.state, now)
        self._heard(effects)
        frame = self.composer.frame(self.state, now)
        layers = [layer for sheet in frame.sheets for layer in sheet.layers if layer.key == "gates"]
        marks = [mark for layer in layers for mark in layer.marks if isinstance(mark, Label)]
        return {mark.text: mark.x for mark in marks if mark.opacity == 1.0}

    def caption(self) -> Text:
        slide = self.state.view.slide
        assert slide is not None
        return filled(slide, self.state.view.live, ("zh", "en")).parts.caption


def told(records: Records) -> Stage:
    """A show that has come on with those rows, its entries over."""
    stage = Stage()
    stage.tell(records, 0.0)
    stage.make_ready(0.0)
    stage.at(10.0)
    return stage


def test_what_was_told_before_the_first_frame_is_in_it() -> None:
    show = fed_show()
    state, effects = start(show, 0.0)
    state, more = step(state, Fed(KEY, rows(A=100), AT), 0.0)

    assert [e.live.edition for e in (*effects, *more) if isinstance(e, Prepare)] == [0, 1]
    view = state.view
    state, _ = step(state, Ready("a1", 1.0, view.look, 1), 0.1)

    assert state.view.live is state.live


def test_the_old_rows_stay_until_the_new_ones_are_ready() -> None:
    stage = told(rows(A=100))

    stage.tell(rows(A=300), 12.0)

    assert stage.at(13.0) == {"A": 100}
    assert [type(ask) for ask in stage.asked] == [Renew]


def test_the_chart_moves_from_the_old_rows_to_the_new_ones_by_their_keys() -> None:
    stage = told(rows(A=100, B=200))

    stage.tell(rows(B=400, C=500), 12.0)
    stage.make_ready(12.0)
    seen = [stage.at(12.0 + share * RENEWAL_S) for share in (0.0, 0.5, 1.0)]

    assert seen[0] == {"A": 100, "B": 200}
    assert seen[1] == {"B": pytest.approx(300)}
    assert seen[2] == {"B": 400, "C": 500}
    assert stage.composer.is_moving(stage.state, 12.3)
    assert not stage.composer.is_moving(stage.state, 12.0 + RENEWAL_S)


def test_in_a_calm_look_the_new_rows_are_there_at_once() -> None:
    stage = Stage(options=Options(look=Look(is_calm=True)))
    stage.tell(rows(A=100), 0.0)
    stage.make_ready(0.0)
    stage.at(10.0)

    stage.tell(rows(A=300), 12.0)
    stage.make_ready(12.0)

    assert stage.at(12.0) == {"A": 300}


def test_an_entry_is_finished_first() -> None:
    stage = Stage()
    stage.tell(rows(A=100), 0.0)
    stage.make_ready(0.0)

    stage.tell(rows(A=300), 0.2)
    stage.make_ready(0.2)

    assert stage.state.view.renewal is None
    stage.at(1.6)
    assert stage.state.view.renewal is not None


def test_of_a_flood_one_edition_is_made_ready_at_a_time_and_then_the_last() -> None:
    stage = told(rows(A=0))

    for n in range(1, 200):
        stage.tell(rows(A=n), 12.0 + n / 1000)

    assert len(stage.asked) == 1
    stage.make_ready(12.3)
    assert stage.at(12.3 + RENEWAL_S) == {"A": 1}
    assert stage.at(14.0) == {"A": 199}
    assert stage.asked == []


def test_rows_that_cannot_be_painted_leave_the_old_ones_and_newer_ones_are_tried() -> None:
    stage = told(rows(A=100))

    stage.tell(rows(A=200), 12.0)
    (ask,) = stage.asked
    stage.asked.clear()
    stage.take(Undrawn("a1", ask.live.edition), 12.1)

    assert stage.at(13.0) == {"A": 100}
    assert stage.asked == []

    stage.tell(rows(A=300), 14.0)
    stage.make_ready(14.0)
    assert stage.at(15.0) == {"A": 300}


def test_rows_that_the_chart_cannot_show_are_none() -> None:
    stage = told(rows(A=100))

    stage.tell(Records(("hall",), (("A",),)), 12.0)
    stage.make_ready(12.0)

    assert stage.at(13.0) == {}


def test_what_concerns_another_slide_asks_for_nothing() -> None:
    stage = told(rows(A=100))
    before = stage.state.view

    stage.take(Fed("another.csv", rows(A=1), AT), 12.0)

    assert stage.asked == []
    assert stage.state.view is before


def test_a_new_show_that_takes_over_meanwhile_is_fed_too() -> None:
    stage = told(rows(A=100))
    stage.tell(rows(A=300), 12.0)
    stage.asked.clear()

    stage.take(TakenOver(fed_show(), in_place=True), 12.1)
    stage.make_ready(12.2)

    assert stage.at(14.0) == {"A": 300}


@pytest.mark.parametrize(
    ("language", "caption", "expected"),
    [
        ("en", "", "as of 14:05"), ("zh", "", "截至14:05"),
        ("en", "Departures", "Departures · as of 14:05"), ("zh", "架次", "架次 · 截至14:05"),
    ],
)  # fmt: skip
def test_old_rows_say_from_when_they_are(language: str, caption: str, expected: str) -> None:
    show = fed_show()
    written = Text(((language, caption),) if caption else ())
    stage = Stage(changed(show, "a1", parts=replace(show.slides[0].parts, caption=written)))
    stage.tell(rows(A=100), 0.0)
    stage.make_ready(0.0)
    stage.at(10.0)

    stage.take(Silent(KEY, AT + timedelta(seconds=30)), 30.0)
    stage.make_ready(30.0)
    stage.at(31.0)
    assert stage.caption().in_language(language) == expected

    stage.tell(rows(A=100), 40.0)
    stage.make_ready(40.0)
    stage.at(41.0)
    assert stage.caption() == written


def test_rows_of_another_day_say_which_day() -> None:
    stage = told(rows(A=100))

    stage.take(Silent(KEY, AT + timedelta(days=1)), 30.0)
    stage.make_ready(30.0)
    stage.at(31.0)

    assert stage.caption().in_language("en") == "as of 1 Jun, 14:05"
    assert stage.caption().in_language("zh") == "截至6月1日14:05"


def test_a_source_that_never_told_anything_is_as_old_as_nothing() -> None:
    stage = told(Records())

    stage.take(Silent(KEY, AT), 30.0)

    assert stage.asked == []
    assert stage.caption().versions == ()


def test_a_slide_without_what_feeds_told_is_the_same_whatever_they_tell() -> None:
    slide = fed_show().slides[0]
    some = replace(slide, parts=replace(slide.parts, charts=(replace(CHART, data=full()),)))

    assert emptied(some) == emptied(slide)


def full() -> Table:
    return replace(CHART.data, columns=("gate", "n", "more"))


EVENTS = st.one_of(
    st.builds(lambda n: rows(A=n), st.integers(0, 900)),
    st.sampled_from(["ready", "silent", "undrawn"]),
)


@given(st.lists(st.tuples(st.floats(0.0, 3.0), EVENTS), max_size=20))
def test_whatever_comes_in_when_in_the_end_the_last_rows_stand(
    story: list[tuple[float, Records | str]],
) -> None:
    stage, now, last = told(rows(A=0)), 10.0, 0.0

    for wait_s, event in story:
        now += wait_s
        if isinstance(event, Records):
            stage.tell(event, now)
            last = float(str(event.rows[0][1]))
        elif event == "ready":
            stage.make_ready(now)
        elif event == "silent":
            stage.take(Silent(KEY, AT), now)
        stage.at(now)
    for _ in range(3):
        stage.make_ready(now)
        now += 1.0
        stage.at(now)

    assert stage.at(now) == {"A": last}
    assert shows(stage.state, stage.state.show.slides[0])


def shows(state: State, slide: Slide) -> bool:
    """Whether what the view shows is what the feeds told last."""
    return state.view.live.of(slide) == state.live.of(slide)


def test_what_goes_on_moves_evenly_from_one_edition_to_the_next() -> None:
    show = fed_show()
    going = Going(id="gates", x=Column("gate"), y=Column("n"), data=CHART.data)
    parts = replace(show.slides[0].parts, charts=(going,))
    stage = Stage(changed(show, "a1", parts=parts))
    stage.tell(rows(T1=0), 0.0)
    stage.make_ready(0.0)
    stage.at(10.0)

    for second in range(1, 6):
        stage.tell(rows(T1=100 * second), 10.0 + second)
        stage.at(10.0 + second)
        stage.make_ready(10.0 + second)
        stage.at(10.0 + second)

    places = [stage.at(15.0 + part / 10)["T1"] for part in range(10)]
    steps = [after - before for before, after in pairwise(places)]
    assert steps[:8] == pytest.approx([100 / 0.95 / 10] * 8)
