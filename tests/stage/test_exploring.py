"""A chart in a window is dragged, pinched and rolled through; the slide stays where it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.playback.events import Explored
from kiosk.playback.recording import read_recording
from kiosk.playback.touch.stretches import stretch_of
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.show.yaml.nodes import Source
from kiosk.stage.hands.exploring import Exploring
from kiosk.stage.player import Player
from kiosk.stage.recording.recorder import Recorder
from kiosk.stage.recording.replay import Replay
from kiosk.stage.window import StageWindow
from kiosk.stage.wishes import Wishes
from tests.stage.playing import on_screen, playing, until

pytestmark = pytest.mark.usefixtures("app")

MIDDLE = 180  # of the window, in the chart's lines
ABOVE = 40  # beside the title


def explored_show(folder: Path, *, explores: bool = True) -> Show:
    """Writes a show of a slide with a line of five years and one of text, and loads it."""
    rows = "".join(
        f"        - {{month: {year}-{month:02d}, degrees: {10 + month}}}\n"
        for year in range(2020, 2025)
        for month in range(1, 13)
    )
    (folder / "show.yaml").write_text(
        "kiosk: 1\ntitle: {zh: 试验, en: A trial}\nlanguages: [zh, en]\nidle: 60 s\nstay: 60 s\n"
        "chapters: [one.yaml]\n",
        "utf-8",
    )
    (folder / "one.yaml").write_text(
        "title: {zh: 章, en: Chapter}\nslides:\n  - id: a\n    layout: chart\n"
        "    title: {zh: 五年, en: Five years}\n    chart:\n      type: line\n"
        f"      data:\n{rows}      x: month\n      y: degrees\n"
        f"      explore: {str(explores).lower()}\n      enter: none\n"
        "  - id: b\n    layout: text\n    title: {zh: 第二页, en: Second}\n"
        "    text: {zh: 正文。, en: Text.}\n",
        "utf-8",
    )
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    assert not show.problems
    return show


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("explored")


@pytest.fixture(scope="module")
def show(folder: Path) -> Show:
    return explored_show(folder)


def begun(player: Player) -> None:
    """A visitor has touched the first slide beside the chart."""
    until(lambda: player.report.frames > 0)
    QTest.mouseClick(player.window, Qt.MouseButton.LeftButton, pos=QPoint(500, ABOVE))
    until(lambda: player.state.mode == "visit" and player.state.finger is None)


def stretch(player: Player) -> tuple[float, float]:
    """The stretch that is shown at last."""
    return stretch_of(player.state.view, "chart", 1e9)


def at_rest(player: Player) -> bool:
    """Whether what was asked for is shown."""
    found = player.state.view.explored
    return found is None or found.start.ends < player._clock.now()


def drag(player: Player, device: QPointingDevice, xs: list[int], y: int = MIDDLE) -> None:
    """A finger goes from place to place, and is lifted at rest."""
    window = player.window
    QTest.touchEvent(window, device).press(0, QPoint(xs[0], y)).commit()
    for x in xs[1:]:
        QTest.touchEvent(window, device).move(0, QPoint(x, y)).commit()
    QTest.qWait(120)
    QTest.touchEvent(window, device).move(0, QPoint(xs[-1], y)).commit()
    QTest.touchEvent(window, device).release(0, QPoint(xs[-1], y)).commit()
    until(lambda: at_rest(player))


def pinch(player: Player, device: QPointingDevice, before: int, after: int) -> None:
    """Two fingers about the middle of the chart are so far apart, and then so far."""
    window, middle = player.window, 300
    ends = [(middle - apart // 2, middle + apart // 2) for apart in (before, after)]
    (left, right), (wider_left, wider_right) = ends
    event = QTest.touchEvent(window, device)
    event.press(0, QPoint(left, MIDDLE)).press(1, QPoint(right, MIDDLE)).commit()
    event = QTest.touchEvent(window, device)
    event.move(0, QPoint(wider_left, MIDDLE)).move(1, QPoint(wider_right, MIDDLE)).commit()
    event = QTest.touchEvent(window, device)
    event.release(0, QPoint(wider_left, MIDDLE)).release(1, QPoint(wider_right, MIDDLE)).commit()


def test_a_drag_on_the_chart_goes_through_time_and_turns_no_slide(
    show: Show, folder: Path, device: QPointingDevice
) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)

        drag(player, device, [400, 350, 300])
        first = stretch(player)
        drag(player, device, [400, 350, 300])
        second = stretch(player)

        assert first[1] - first[0] == pytest.approx(0.5)
        assert second[1] - second[0] == pytest.approx(0.5)
        assert second[0] > first[0]
        assert player.state.current.id == "a"
        assert player.state.turn is None


def test_a_drag_ends_where_the_data_does(show: Show, folder: Path, device: QPointingDevice) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)

        for _ in range(4):
            drag(player, device, [400, 250, 100])

        assert stretch(player) == pytest.approx((0.5, 1.0))


def test_two_fingers_that_part_show_less_around_their_middle(
    show: Show, folder: Path, device: QPointingDevice
) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)

        pinch(player, device, 60, 240)

        start, end = stretch(player)
        assert end - start == pytest.approx(0.25, abs=0.01)
        assert start > 0.0
        assert end < 1.0
        assert player.state.current.id == "a"


def test_fingers_that_part_further_and_further_still_show_a_few_rows(
    show: Show, folder: Path, device: QPointingDevice
) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)

        for _ in range(4):
            pinch(player, device, 60, 300)

        start, end = stretch(player)
        assert end - start == pytest.approx(3 / 59)


def test_a_finger_that_is_lifted_in_its_course_throws_the_chart(
    show: Show, folder: Path, device: QPointingDevice
) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)
        drag(player, device, [300, 330])
        window = player.window

        QTest.touchEvent(window, device).press(0, QPoint(400, MIDDLE)).commit()
        for x in (370, 350, 330, 310, 290):
            QTest.qWait(10)
            QTest.touchEvent(window, device).move(0, QPoint(x, MIDDLE)).commit()
        before = stretch(player)
        QTest.touchEvent(window, device).release(0, QPoint(290, MIDDLE)).commit()

        found = player.state.view.explored
        assert found is not None
        assert found.start.duration_s > 0.0
        assert stretch(player)[0] > before[0]

        QTest.touchEvent(window, device).press(0, QPoint(300, MIDDLE)).commit()

        stopped = player.state.view.explored
        assert stopped is not None
        assert stopped.start.duration_s == 0.0
        assert before[0] <= stretch(player)[0] < found.start.end


def test_the_wheel_shows_less_and_more(show: Show, folder: Path) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)

        QTest.wheelEvent(player.window, QPointF(300, MIDDLE), QPoint(0, 240))
        closer = stretch(player)
        for _ in range(4):
            QTest.wheelEvent(player.window, QPointF(300, MIDDLE), QPoint(0, -120))

        assert closer[1] - closer[0] == pytest.approx(0.64)
        assert stretch(player) == pytest.approx((0.0, 1.0))


def test_two_taps_show_all_of_it_again(show: Show, folder: Path, device: QPointingDevice) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)
        drag(player, device, [400, 350, 300])

        for _ in range(2):
            QTest.touchEvent(player.window, device).press(0, QPoint(300, MIDDLE)).commit()
            QTest.touchEvent(player.window, device).release(0, QPoint(300, MIDDLE)).commit()

        assert stretch(player) == (0.0, 1.0)


def test_keys_go_through_the_chart_whose_sign_is_focused(show: Show, folder: Path) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)
        keys, window = Qt.Key, player.window
        QTest.keyClick(window, keys.Key_Tab)
        focus = player.state.focus[-1]

        shown = []
        for key in (keys.Key_Plus, keys.Key_Right, keys.Key_Left, keys.Key_Minus, keys.Key_Enter):
            QTest.keyClick(window, key)
            shown.append(stretch(player))

        assert focus == "explore-chart"
        assert shown == [
            pytest.approx((0.25, 0.75)), pytest.approx((0.375, 0.875)),
            pytest.approx((0.25, 0.75)), pytest.approx((0.0, 1.0)), pytest.approx((0.25, 0.75)),
        ]  # fmt: skip
        assert player.state.current.id == "a"


def test_a_swipe_beside_the_chart_turns_the_slide_and_sets_the_chart_back(
    show: Show, folder: Path, device: QPointingDevice
) -> None:
    with playing(show, folder, Wishes()) as player:
        begun(player)
        drag(player, device, [400, 350, 300])
        drag(player, device, [500, 400, 250, 100], ABOVE)
        until(lambda: player.state.view.id == "b" and player.state.turn is None)
        QTest.keyClick(player.window, Qt.Key.Key_Left)
        until(lambda: player.state.view.id == "a" and player.state.turn is None)

        assert stretch(player) == (0.0, 1.0)


def test_what_a_visitor_explored_is_recorded_and_seen_again(
    show: Show, folder: Path, device: QPointingDevice, tmp_path: Path
) -> None:
    file = tmp_path / "visit.jsonl"
    window = StageWindow()
    window.open_sized(640, 360)
    player = Player(show, folder, Wishes(), window, recorder=Recorder(file, lambda _: None))
    begun(player)
    drag(player, device, [400, 350, 300])
    pinch(player, device, 60, 90)
    until(lambda: at_rest(player))
    seen, shown = stretch(player), player.state.view.id
    QTest.qWait(300)
    picture = on_screen(window)
    player.end()
    window.close()

    recording = read_recording(Source("visit.jsonl", file.read_text("utf-8")), lambda _: show)
    assert not isinstance(recording, tuple)
    assert any(isinstance(event, Explored) for _, event in recording.events)
    again = StageWindow()
    again.open_sized(640, 360)
    replayed = Player(show, folder, Wishes(), again, replay=Replay(recording))
    until(lambda: replayed.state.view.id == shown and stretch(replayed) == seen)
    until(lambda: on_screen(again) == picture)
    replayed.end()
    again.close()


PROGRAM = """\
import sys
from pathlib import Path
from kiosk.stage.app import application
application("offscreen")
from tests.stage.playing import playing, until
from tests.stage.test_exploring import Wishes, explored_show
folder = Path(sys.argv[1])
with playing(explored_show(folder, explores=False), folder, Wishes(speed=4)) as player:
    until(lambda: player.report.frames > 1)
print("pyqtgraph" in sys.modules)
"""


def test_a_show_without_such_a_chart_imports_no_pyqtgraph(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]

    found = subprocess.run(command, check=True, capture_output=True, text=True, timeout=100)

    assert found.stdout == "False\n"


def test_pyqtgraph_is_imported_once_the_first_slide_is_on_the_screen(
    show: Show, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[int] = []
    with playing(show, folder, Wishes()) as player:
        monkeypatch.setattr(Exploring, "load", lambda _: frames.append(player.report.frames))

        until(lambda: bool(frames))

    assert frames[0] > 0
