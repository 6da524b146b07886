"""What happened is written down line by line, and read again as it was."""

from __future__ import annotations

import json
import math
import typing
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.records import Records
from kiosk.geometry import Box
from kiosk.phrases import Phrase
from kiosk.playback.events import (
    Action,
    Adjust,
    Broken,
    Cancelled,
    Clocked,
    Commanded,
    Dragged,
    Edited,
    Event,
    Explore,
    Explored,
    Fed,
    Focused,
    Found,
    GoHome,
    OpenChapter,
    OpenStrip,
    Pressed,
    Ready,
    Released,
    Silent,
    TakenOver,
)
from kiosk.playback.findings import Finding
from kiosk.playback.look import Look
from kiosk.playback.machine import advance, start, step
from kiosk.playback.recording import (
    Opening,
    Recording,
    end_line,
    event_line,
    opening_line,
    read_recording,
)
from kiosk.playback.state import Options
from kiosk.playback.written import Notation
from kiosk.show.model import Show
from kiosk.show.yaml.nodes import Source
from tests.unit.playback.shows import show_of

SHOW = show_of(2)
OPENING = Opening(
    recording=1, kiosk="1.0", show="slides/yubei", fingerprint="5ca1ab1e", window=(1080, 1920),
    screen_in=55.0, viewing_m=2.0, mounted_mm=None, speed=1.0, first="",
    options=Options(1, look=Look("zh")), at=0.25, wall=datetime(2026, 6, 1, 9, 0, tzinfo=UTC),
)  # fmt: skip
READY_LINE = (
    '{"at": 3.25, "Ready": {"slide": "a1", "entry_s": 1.2, '
    '"look": {"language": "zh", "theme": "x"}}}'
)
FOUND_LINE = (
    '{"at": 3.25, "Found": {"finding": {"level": "error", "where": "a1", "what": '
    '{"template": "the picture {file}", "arguments": [["file", "x.jpg"]]}}}}'
)
NUMBERS = st.floats(allow_nan=False)
IDS = st.sampled_from(["a1", "a2", "home", "strip"]) | st.text()
LOOKS = st.builds(Look, st.text(), st.text(), st.booleans(), st.booleans(), st.booleans())
BOXES = st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=ZONES)
VALUES = st.none() | st.text() | st.integers() | NUMBERS
RECORDS = st.builds(
    Records,
    st.lists(st.text()).map(tuple),
    st.lists(st.lists(VALUES).map(tuple)).map(tuple),
)
PHRASES = st.recursive(
    st.builds(Phrase, st.text()),
    lambda inner: st.builds(
        Phrase,
        st.text(),
        st.lists(st.tuples(st.text(), st.text() | st.integers() | inner)).map(tuple),
    ),
    max_leaves=5,
)
FINDINGS = st.builds(Finding, st.sampled_from(["error", "warning"]), IDS, PHRASES)
SPECIAL: dict[object, st.SearchStrategy[object]] = {
    OpenChapter: st.builds(OpenChapter, st.integers(), BOXES),
    Ready: st.builds(Ready, IDS, NUMBERS, st.none() | LOOKS, st.integers()),
    TakenOver: st.builds(TakenOver, st.just(SHOW), st.booleans()),
    Clocked: st.builds(Clocked, MOMENTS),
    Fed: st.builds(Fed, st.text(), RECORDS, MOMENTS),
    Found: st.builds(Found, FINDINGS, st.booleans()),
    Edited: st.builds(Edited, st.lists(FINDINGS).map(tuple), st.booleans(), MOMENTS),
    Silent: st.builds(Silent, st.text(), MOMENTS),
    Adjust: st.builds(Adjust, st.sampled_from(["large", "contrast", "calm", "low"])),
    Explore: st.builds(Explore, st.text(), NUMBERS, NUMBERS),
    Explored: st.builds(Explored, IDS, st.text(), NUMBERS, NUMBERS, NUMBERS),
}


def any_of(kinds: typing.Any, given: dict[object, st.SearchStrategy[typing.Any]]) -> typing.Any:  # noqa: ANN401
    """Values of every kind of a union."""
    members = typing.get_args(kinds)
    return st.one_of([given[kind] if kind in given else st.from_type(kind) for kind in members])


ACTIONS = any_of(Action, SPECIAL)
EVENTS = any_of(
    Event,
    {
        **SPECIAL,
        Pressed: st.builds(Pressed, st.text(), st.none() | ACTIONS),
        Commanded: st.builds(Commanded, ACTIONS),
        Dragged: st.builds(Dragged, NUMBERS),
        Released: st.builds(Released, NUMBERS, st.booleans()),
    },
)


def folder_of(show: Show) -> str:
    assert show is SHOW
    return "slides/yubei"


NOTATION = Notation(name_of=folder_of)


def text_of(*events: tuple[float, Event], ends: float | None = None) -> str:
    """The recording of those events."""
    lines = [event_line(at, event, NOTATION) for at, event in events]
    end = "" if ends is None else end_line(ends)
    return "".join([opening_line(OPENING, NOTATION), *lines, end])


def recorded(text: str) -> Recording:
    """The recording in that text."""
    found = read_recording(Source("visit.jsonl", text), lambda _: SHOW)
    assert isinstance(found, Recording), found
    return found


@given(st.lists(st.tuples(st.floats(0.25, 1e9), EVENTS)))
def test_whatever_happens_is_read_as_it_was_written(events: list[tuple[float, Event]]) -> None:
    events.sort(key=lambda moment: moment[0])

    found = recorded(text_of(*events))

    assert found.opening == OPENING
    assert found.events == tuple(events)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Pressed(), '{"at": 3.25, "Pressed": {}}'),
        (
            Pressed("home", GoHome()),
            '{"at": 3.25, "Pressed": {"target": "home", "action": "GoHome"}}',
        ),
        (
            Commanded(OpenStrip(2)),
            '{"at": 3.25, "Commanded": {"action": {"OpenStrip": {"chapter": 2}}}}',
        ),
        (
            Released(-1.5, is_tap=False),
            '{"at": 3.25, "Released": {"velocity": -1.5, "is_tap": false}}',
        ),
        (Focused(), '{"at": 3.25, "Focused": {}}'),
        (Broken("桥"), '{"at": 3.25, "Broken": {"slide": "桥"}}'),
        (
            Ready("a1", 1.2, Look("zh", "x")),
            READY_LINE,
        ),
        (
            Clocked(datetime(2026, 6, 1, 9, 30, tzinfo=UTC)),
            '{"at": 3.25, "Clocked": {"at": "2026-06-01T09:30:00+00:00"}}',
        ),
        (
            Found(Finding("error", "a1", Phrase("the picture {file}", (("file", "x.jpg"),)))),
            FOUND_LINE,
        ),
        (
            TakenOver(SHOW, in_place=False),
            '{"at": 3.25, "TakenOver": {"show": "slides/yubei", "in_place": false}}',
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_event_is_a_line_that_people_can_read(event: Event, line: str) -> None:
    assert event_line(3.25, event, NOTATION) == line + "\n"


def test_the_first_line_says_how_it_began() -> None:
    first = json.loads(opening_line(OPENING, NOTATION))

    assert list(first) == [field.name for field in fields(Opening)]
    assert first["options"] == {"loops": 1, "look": {"language": "zh"}}
    assert first["window"] == [1080, 1920]


def test_it_ends_when_it_was_over_or_else_with_what_happened_last() -> None:
    moment = (2.0, Cancelled())

    assert recorded(text_of()).ends == 0.25
    assert recorded(text_of(moment)).ends == 2.0
    assert recorded(text_of(moment, ends=9.0)).ends == 9.0


def test_a_line_that_was_cut_off_with_the_power_is_left_out() -> None:
    whole = text_of((2.0, Cancelled()), (3.0, Broken("a1")))

    assert recorded(whole[:-5]).events == ((2.0, Cancelled()),)


def test_of_several_starts_the_last_is_read() -> None:
    first, second = text_of((2.0, Cancelled())), text_of((1.0, Broken("a1")))

    assert recorded(first + second).events == ((1.0, Broken("a1")),)
    assert recorded(first + '{"at": 3, "Bro\n' + second).events == ((1.0, Broken("a1")),)


def test_lines_that_an_editor_left_empty_say_nothing() -> None:
    assert recorded(text_of((2.0, Cancelled())).replace("\n", "\r\n\r\n")).events == (
        (2.0, Cancelled()),
    )


@given(st.text() | st.binary().map(lambda content: content.decode("latin-1")))
def test_any_text_at_all_is_a_recording_or_wrong_in_words(text: str) -> None:
    for wrong in (text, text_of() + text + "\n"):
        found = read_recording(Source("visit.jsonl", wrong), lambda _: SHOW)

        assert isinstance(found, Recording) or found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.sampled_from([kind.__name__ for kind in typing.get_args(Event)]), JSON)
def test_any_value_of_an_event_is_one_or_wrong_in_words(name: str, value: object) -> None:
    text = text_of() + json.dumps({"at": 2.0, name: value}) + "\n"

    found = read_recording(Source("visit.jsonl", text), lambda _: SHOW)

    assert isinstance(found, Recording) or found


def test_a_time_that_no_clock_shows_is_wrong() -> None:
    for at in (math.nan, math.inf, -1.0):
        found = read_recording(Source("visit.jsonl", text_of((at, Cancelled()))), lambda _: SHOW)

        assert not isinstance(found, Recording)


@given(st.lists(st.tuples(st.floats(0.25, 200.0), EVENTS), max_size=20), st.floats(0.05, 3.0))
def test_what_was_recorded_leads_to_the_same_state_however_often_it_was_painted(
    events: list[tuple[float, Event]], beat_s: float
) -> None:
    events.sort(key=lambda moment: moment[0])
    events = [(0.25, Ready(slide, 1.0)) for slide in ("a1", "a2", "home")] + events
    live = again = start(SHOW, OPENING.at, OPENING.options, OPENING.first, OPENING.wall)[0]
    painted = OPENING.at
    for at, event in events:
        while painted + beat_s < at:
            painted += beat_s
            live = advance(live, painted)[0]
        live = step(live, event, at)[0]

    for at, event in recorded(text_of(*events)).events:
        again = step(again, event, at)[0]

    assert again == live
