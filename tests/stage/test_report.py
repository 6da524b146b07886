"""What the report counts, and that it is written however playing ends."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.cli import main
from kiosk.marks import Frame
from kiosk.playback.state import Options
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.clock import cpu_s
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.pictures.assets import Refusal
from kiosk.stage.recording.report import Report
from kiosk.stage.rects import Rects
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import playing, until

pytestmark = pytest.mark.usefixtures("app")

KEYS = [
    "slides", "frames", "frame_ms", "late_frames", "blank_frames", "first_frame_s", "peak_mb",
    "problems",
]  # fmt: skip
SHOW = """\
kiosk: 1
languages: [en]
stay: 1 s
transition: cut
chapters: [one.yaml]
"""
SLIDE = """\
  - id: %s
    layout: full-picture
    title: A picture
    picture: {file: %s.png, motion: none, alt: A colour}
"""


def pictures_in(folder: Path) -> Show:
    """A show of two slides, a and b, each with a picture of its own."""
    (folder / "show.yaml").write_text(SHOW, "utf-8")
    (folder / "one.yaml").write_text("slides:\n" + "".join(SLIDE % (n, n) for n in "ab"), "utf-8")
    for name, colour in (("a", "teal"), ("b", "navy")):
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(folder / f"{name}.png"))
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    assert not show.problems
    return show


def told(report: Report) -> dict[str, object]:
    """The report as whoever reads the file gets it."""
    read = json.loads(report.as_json())
    assert isinstance(read, dict)
    return read


def test_a_report_has_these_keys_in_this_order() -> None:
    assert list(told(Report())) == KEYS
    assert told(Report())["frame_ms"] == {"p50": 0.0, "p99": 0.0, "max": 0.0}


def test_the_milliseconds_of_frames_are_told_as_shares_of_all_frames() -> None:
    report = Report()

    for cpu_ms in range(1, 101):
        report.add_frame(cpu_ms, is_late=False, is_blank=False)

    assert told(report)["frame_ms"] == {"p50": 50.0, "p99": 99.0, "max": 100.0}


def test_a_frame_that_took_longer_than_a_second_is_not_lost() -> None:
    report = Report()

    report.add_frame(2500.0, is_late=True, is_blank=False)

    assert told(report)["frame_ms"] == {"p50": 1000.0, "p99": 1000.0, "max": 2500.0}


def test_frames_of_a_slide_whose_pictures_were_ready_are_not_blank(tmp_path: Path) -> None:
    wishes = Wishes(speed=10, options=Options(loops=1, takes_all=True))

    with playing(pictures_in(tmp_path), tmp_path, wishes) as player:
        until(lambda: player.is_finished)

    assert player.report.blank_frames == 0


def test_a_deliberately_blank_slide_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = FramePainter.warm

    def forget_b(self: FramePainter, frame: Frame) -> tuple[Refusal, ...]:
        is_b = any(sheet.key.startswith("b ") for sheet in frame.sheets)
        return () if is_b else warm(self, frame)

    monkeypatch.setattr(FramePainter, "warm", forget_b)
    with playing(
        pictures_in(tmp_path), tmp_path, Wishes(speed=10, options=Options(loops=1))
    ) as player:
        until(lambda: player.is_finished)

    assert player.report.slides == ["a", "b"]
    assert 0 < player.report.blank_frames < player.report.frames


def test_frames_that_take_too_long_are_counted_as_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint = FramePainter.paint

    def paint_slowly(self: FramePainter, painter: QPainter, frame: Frame, rects: Rects) -> None:
        paint(self, painter, frame, rects)
        if any(sheet.key.startswith("b ") for sheet in frame.sheets):
            enough = cpu_s() + 0.06  # more than three pictures of any usual screen
            while cpu_s() < enough:
                pass

    monkeypatch.setattr(FramePainter, "paint", paint_slowly)
    with playing(
        pictures_in(tmp_path), tmp_path, Wishes(speed=4, options=Options(loops=1))
    ) as player:
        until(lambda: player.is_finished)

    assert 0 < player.report.late_frames <= player.report.frames
    assert player.report.max_ms > 60.0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_asked_to_end_ends_well_and_leaves_the_report(
    number: signal.Signals, tmp_path: Path
) -> None:
    pictures_in(tmp_path)
    file = tmp_path / "report.json"
    asked: list[int] = []

    def ask() -> None:
        windows = QGuiApplication.topLevelWindows()
        if not asked and any(isinstance(w, StageWindow) and w.is_in_sight for w in windows):
            asked.append(number)
            os.kill(os.getpid(), number)

    timer = QTimer()
    timer.timeout.connect(ask)
    timer.start(20)
    before = signal.getsignal(number)
    status = main(["play", str(tmp_path), "--window", "640x360", "--report", str(file)])
    timer.stop()

    assert (asked, status) == ([number], 0)
    assert signal.getsignal(number) is before
    report = json.loads(file.read_text("utf-8"))
    assert list(report) == KEYS
    assert report["slides"] == ["a"]
    assert report["frames"] > 0


def test_a_slide_that_is_left_out_is_told_in_the_log_once(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pictures_in(tmp_path)
    (tmp_path / "b.png").write_text("no picture", "utf-8")

    main(["play", str(tmp_path), "--window", "640x360", "--speed", "20", "--loops", "2"])

    told = "b: the picture b.png is no PNG, JPEG, GIF, WebP or SVG picture"
    assert capfd.readouterr().err.splitlines() == [told]
