"""What happened while a show played, line by line: enough to see every frame of it again.

A recording is JSON Lines. The first line of a start says how it began, every other what came in
and when, in seconds of the show's clock. A file that was started several times holds them all.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from kiosk.geometry import LEAST_PX, MOST_PX
from kiosk.phrases import phrase, quoted
from kiosk.playback.events import Event
from kiosk.playback.live import emptied
from kiosk.playback.state import Options
from kiosk.playback.written import Notation, UnreadError
from kiosk.problems import Problem
from kiosk.show.load import NoShow
from kiosk.show.model import Show
from kiosk.show.yaml.nodes import Place, Source
from kiosk.values import dataclass

VERSION = 1
MOST_BYTES = 100_000_000  # some weeks in a hall
_NOTHING = phrase("a line says what happened, and at which time")
_OPENS = '"recording":'
_LONGEST = 16_000_000  # characters of a line: what a feed told
_MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Opening:
    """How a performance began.

    recording: the version of how this is written. kiosk: the program's. show: its folder.
    fingerprint: of what the show said. window: its pixels. screen_in, viewing_m, mounted_mm: of the
    screen. speed: of the clock. first: the slide that was asked for. at: when it began, by its own
    clock. wall: by that on the wall.
    """

    recording: int
    kiosk: str
    show: str
    fingerprint: str
    window: tuple[int, int]
    screen_in: float
    viewing_m: float
    mounted_mm: float | None
    speed: float
    first: str
    options: Options
    at: float
    wall: datetime


@dataclass(frozen=True, slots=True)
class Recording:
    """One performance. events: with their times, none before another. ends: when it was over."""

    opening: Opening
    events: tuple[tuple[float, Event], ...]
    ends: float


Answer = Show | NoShow


def fingerprint_of(show: Show) -> str:
    """Short, and another one where the show says something else; whatever its pictures show."""
    chapters = [
        replace(chapter, slides=tuple(emptied(one) for one in chapter.slides))
        for chapter in show.chapters
    ]
    said = (chapters, show.languages, show.themes, show.hours, show.home, show.invitation)
    return sha256(repr((*said, show.idle_s, show.theme)).encode()).hexdigest()[:12]


def opening_line(opening: Opening, notation: Notation) -> str:
    """How a performance began, as a line."""
    return _line(notation.written(opening, Opening))


def event_line(at: float, event: Event, notation: Notation) -> str:
    """What happened `at` that time, as a line."""
    said = notation.written(event, Event)
    return _line({"at": at, **(said if isinstance(said, dict) else {said: {}})})


def end_line(at: float) -> str:
    """That it was over `at` that time, as a line."""
    return _line({"at": at, "Ended": {}})


def read_recording(
    source: Source, loaded: Callable[[str], Answer]
) -> Recording | tuple[Problem, ...]:
    """The last performance in a recording's text, or what is wrong with it; at least one thing.

    loaded: the show in the folder of that name. A last line that was cut off, as the machine's
    power was, is left out.
    """
    reader = _Reader(source, loaded)
    starts = [number for number, line in enumerate(reader.lines) if _OPENS in line]
    if not starts:
        reader.error(0, "not-a-recording", UnreadError(phrase("this is no recording of a show")))
        return tuple(reader.problems)
    opening = reader.opening(starts[-1])
    events: list[tuple[float, Event]] = []
    ends = 0.0 if opening is None else opening.at
    for number in range(starts[-1] + 1, len(reader.lines)):
        moment = reader.moment(number, ends)
        if moment is not None:
            ends, event = moment
            events += [] if isinstance(event, Ended) else [(ends, event)]
    if opening is None or reader.problems:
        return tuple(reader.problems)
    return Recording(opening, tuple(events), ends)


@dataclass(frozen=True, slots=True)
class Ended:
    """The performance was over; what is written last."""


def _outside(opening: Opening) -> tuple[str, ...]:
    """What no screen and no clock is like, as it was written."""
    bounds = (
        *((side, LEAST_PX, MOST_PX) for side in opening.window),
        (opening.screen_in, 5.0, 1000.0),
        (opening.viewing_m, 0.2, 100.0),
        (opening.mounted_mm or 0.0, 0.0, 5000.0),
        (opening.at, 0.0, 1e9),
    )
    return tuple(f"{value}" for value, least, most in bounds if not least <= value <= most)


class _Reader:
    """Reads line after line; what is wrong is collected in `problems`."""

    def __init__(self, source: Source, loaded: Callable[[str], Answer]) -> None:
        self.problems: list[Problem] = []
        self.lines = source.text.split("\n")
        self._source = source
        self._loaded = loaded
        self._notation = Notation(show_of=self._show)
        if not _is_json(self.lines[-1]):
            self.lines.pop()

    def opening(self, number: int) -> Opening | None:
        """How the performance began; None, reported, where that cannot be read."""
        fields = self._fields(number)
        if fields is None:
            return None
        version = fields.get("recording")
        if isinstance(version, int) and version > VERSION:
            what = phrase(
                "the recording has version {needed}, and this kiosk knows {known}",
                needed=version,
                known=VERSION,
            )
            later = UnreadError(what, str(version), phrase("install a newer kiosk"))
            self.error(number, "newer-recording", later)
            return None
        found: Opening | None = self._read(number, fields, Opening)
        outside = () if found is None else _outside(found)
        for value in outside:
            what = phrase("{found} is out of range", found=quoted(value))
            self.error(number, "out-of-range", UnreadError(what, value))
        return None if outside else found

    def moment(self, number: int, before: float) -> tuple[float, Event | Ended] | None:
        """What happened, and when; None where nothing is written, or it cannot be read."""
        if not self.lines[number].strip():
            return None
        line = self._fields(number)
        if line is None:
            return None
        if len(line) < 2 or "at" not in line:
            self.error(number, "wrong-value", UnreadError(_NOTHING))
            return None
        at = self._read(number, line.pop("at"), float)
        event = None if at is None else self._read(number, line, Event | Ended)
        if at is None or event is None:
            return None
        if not before <= at < math.inf:
            back = phrase("the times go back, from {before} s", before=f"{before:g}")
            self.error(number, "out-of-order", UnreadError(back, f"{at}"))
            return None
        return at, event

    def error(self, number: int, code: str, error: UnreadError) -> None:
        """Reports what is wrong in a line, at the word where that can be found."""
        if len(self.problems) < _MOST_PROBLEMS:
            line = self._source.line(number)
            start = line.find(error.word) if error.word else -1
            end = len(line) if start < 0 else start + len(error.word)
            place = Place(number, max(0, start), number, end)
            self.problems.append(self._source.problem(place, code, error.what, error.hint))

    def _fields(self, number: int) -> dict[str, Any] | None:
        """The fields of a line."""
        try:
            found = json.loads(self.lines[number][:_LONGEST])
        except RecursionError:
            found = None
        except ValueError as error:
            where = getattr(error, "colno", 1) - 1
            what = phrase("the line is damaged here")
            place = Place(number, where, number, where + 1)
            self.problems.append(self._source.problem(place, "damaged-line", what))
            return None
        if not isinstance(found, dict):
            self.error(number, "wrong-value", UnreadError(_NOTHING))
            return None
        return found

    def _read(self, number: int, json: object, kind: object) -> Any:  # noqa: ANN401 - any type
        """A value of that kind; None, reported, where it is none."""
        try:
            return self._notation.read(json, kind)
        except UnreadError as error:
            self.error(number, "wrong-value", error)
            return None

    def _show(self, name: str) -> Show:
        """The show of that name. Raises UnreadError."""
        found = self._loaded(name)
        if isinstance(found, NoShow):
            self.problems.append(found.problem)
            raise UnreadError(phrase("the show '{name}' cannot be loaded", name=name), name)
        return found


def _line(fields: dict[str, Any]) -> str:
    """Fields as one line of JSON, with its end."""
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _is_json(line: str) -> bool:
    """Whether the line can be read."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
