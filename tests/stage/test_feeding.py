"""Charts on the real window follow what comes from outside, and no frame waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.visits import Visit, visit_in
from kiosk.marks import Figure, Label
from kiosk.playback.state import Options
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.player import Player
from kiosk.stage.recording.recorder import Recorder
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, until

pytestmark = pytest.mark.usefixtures("app")

SLIDES = """\
title: {zh: 章, en: Chapter}
slides:
  - id: gates
    layout: chart
    title: {zh: 各口, en: Gates}
    chart: {type: bar, data: {%s}, x: gate, y: flights}
"""
FILE = "csv: gates.csv, every: 0.2 s"
EVER = Wishes(options=Options())


def show_with(folder: Path, feed: str) -> Show:
    """A show of one chart that follows `feed`."""
    (folder / "show.yaml").write_text("languages: [zh, en]\ntitle: t\nchapters: [one.yaml]\n")
    (folder / "one.yaml").write_text(SLIDES % feed, "utf-8")
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    return show


def writes(folder: Path, rows: str) -> None:
    (folder / "gates.csv").write_text(f"gate,flights\n{rows}", "utf-8")


def figures(player: Player) -> set[float]:
    """The figures on the page, as they count."""
    frame = player.composer.frame(player.state, player._clock.now())
    layers = (layer for sheet in frame.sheets for layer in sheet.layers)
    return {m.value for layer in layers for m in layer.marks if isinstance(m, Figure)}


def words(player: Player) -> set[str]:
    """What stands on the page."""
    frame = player.composer.frame(player.state, player._clock.now())
    layers = (layer for sheet in frame.sheets for layer in sheet.layers)
    return {m.text for layer in layers for m in layer.marks if isinstance(m, Label)}


def test_a_chart_shows_what_its_file_says_and_then_what_it_says_later(tmp_path: Path) -> None:
    writes(tmp_path, "T1,3\n")
    show = show_with(tmp_path, FILE)

    with playing(show, tmp_path, EVER) as player:
        until(lambda: player.report.frames > 0 and "T1" in words(player))
        before = on_screen(player.window)
        writes(tmp_path, "T1,3\nT2,12\n")
        until(lambda: "T2" in words(player))
        view = player.state.view
        until(lambda: view.renewal is not None and not player.composer.is_moving(player.state, 1e6))

        assert on_screen(player.window) != before
        assert player.report.blank_frames == 0
        assert player.report.problems == []


def test_the_big_number_of_a_slide_counts_on_with_its_file(tmp_path: Path) -> None:
    writes(tmp_path, "T1,3\n")
    show_with(tmp_path, FILE)
    number = f"number: {{data: {{{FILE}}}, y: flights}}"
    slide = SLIDES.replace("layout: chart", "layout: big-number")
    (tmp_path / "one.yaml").write_text(
        slide[: slide.index("    chart:")] + f"    {number}\n", "utf-8"
    )
    show = load(DiskFolder(tmp_path), theme_files())
    assert isinstance(show, Show), show

    with playing(show, tmp_path, EVER) as player:
        until(lambda: player.report.frames > 0 and 3.0 in figures(player))
        writes(tmp_path, "T1,3\nT2,1200\n")
        until(lambda: any(3.0 < value < 1200.0 for value in figures(player)))
        until(lambda: 1200.0 in figures(player))

        assert player.report.problems == []


def test_what_a_file_says_wrongly_is_told_once_and_the_last_rows_stay(tmp_path: Path) -> None:
    writes(tmp_path, "T1,3\n")
    show = show_with(tmp_path, FILE)

    with playing(show, tmp_path, EVER) as player:
        until(lambda: player.report.frames > 0 and "T1" in words(player))
        writes(tmp_path, "T1,three\n")
        until(lambda: len(player.report.problems) == 1)
        assert "T1" in words(player)
        writes(tmp_path, "T2,4\n")
        until(lambda: "T2" in words(player))

        assert player.report.problems == [
            "gates.csv: 'three' in the column 'flights' is no number",
            "gates.csv: it is back",
        ]


def test_a_file_that_comes_later_fills_the_chart(tmp_path: Path) -> None:
    show = show_with(tmp_path, FILE)

    with playing(show, tmp_path, EVER) as player:
        until(lambda: player.report.frames > 0)
        assert "T1" not in words(player)
        writes(tmp_path, "T1,3\n")

        until(lambda: "T1" in words(player))


class Gates(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"rows": [{"gate": "T3", "flights": 28}]}')

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Gates) as found:
        Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}/"
        found.shutdown()


def test_a_web_server_that_the_machine_allows_fills_the_chart(tmp_path: Path, server: str) -> None:
    show = show_with(tmp_path, f'url: "{server}", path: rows')

    with playing(show, tmp_path, Wishes(hosts=("127.0.0.1",))) as player:
        until(lambda: player.report.frames > 0 and "T3" in words(player))

        assert player.report.problems == []


def test_a_web_server_that_the_machine_does_not_allow_is_told(tmp_path: Path, server: str) -> None:
    show = show_with(tmp_path, f'url: "{server}", path: rows')

    with playing(show, tmp_path, EVER) as player:
        until(lambda: bool(player.report.problems))

        assert "the host '127.0.0.1' is not allowed here" in player.report.problems[0]
        assert "T3" not in words(player)


def test_what_was_told_is_recorded_and_told_again_in_a_replay(tmp_path: Path) -> None:
    folder, file = tmp_path / "show", tmp_path / "visit.jsonl"
    folder.mkdir()
    writes(folder, "T1,3\n")
    show = show_with(folder, FILE)
    window = StageWindow()
    window.open_sized(640, 360)
    player = Player(show, folder, EVER, window, recorder=Recorder(file, lambda _: None))
    until(lambda: player.report.frames > 0)
    writes(folder, "T2,12\n")
    until(lambda: "T2" in words(player))
    player.end()
    window.close()

    writes(folder, "T9,9\n")
    visit = visit_in(file, None, lambda path: load(DiskFolder(path), theme_files()))
    assert isinstance(visit, Visit)
    assert not visit.is_of_another_show
    window = StageWindow()
    window.open_sized(*visit.opening.window)
    again = Player(visit.show, visit.folder, Wishes(), window, replay=visit.replay)
    seen: set[str] = set()

    def is_over() -> bool:
        if again.report.frames:
            seen.update(words(again))
        return again.is_finished

    until(is_over)
    again.end()
    window.close()

    assert {"T1", "T2"} <= seen
    assert "T9" not in seen
