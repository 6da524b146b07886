"""`kiosk play` on a machine whose technician has written a file."""

from __future__ import annotations

import sys
import threading
import traceback
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.cli import main
from kiosk.stage.window import StageWindow
from tests.stage.playing import PATIENCE_MS, on_screen
from tests.stage.test_cover import GREEN, meanwhile, write_show

pytestmark = pytest.mark.usefixtures("app")


def machine(folder: Path, text: str) -> Path:
    """A technician's file that says that, beside a show in `hall`."""
    write_show(folder / "hall")
    file = folder / "machine.yaml"
    file.write_text(text, "utf-8")
    return file


_STILL = 50  # looks, fifty a second


def seen_in_a_hall(
    words: list[str], monkeypatch: pytest.MonkeyPatch, *, down: float = 0.1
) -> tuple[int, list[QColor]]:
    """The command's status, and the colour that it shows so far down, where nobody asks.

    The colour once it has stayed for a second: the picture comes on gently.
    """
    monkeypatch.setattr("sys.stdin", StringIO())
    looks: list[QColor] = []
    colours: list[QColor] = []

    def watch(window: StageWindow) -> None:
        image = on_screen(window)
        looks.append(image.pixelColor(image.width() // 2, round(image.height() * down)))
        if len(looks) >= _STILL and len({look.rgb() for look in looks[-_STILL:]}) == 1:
            colours.append(looks[-1])
            window.close()

    def give_up() -> None:
        """Ends what would wait for ever, and says for what."""
        waited.append(waited_for(looks))
        QGuiApplication.quit()

    waited: list[str] = []
    timer, patience = meanwhile(watch), QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(give_up)
    patience.start(PATIENCE_MS)
    status = main(["play", *words])
    timer.stop()
    patience.stop()
    assert not waited, waited[0]
    return status, colours


def waited_for(looks: list[QColor]) -> str:
    """What there is to see of a show that does not come to rest, or not on."""
    windows = [
        f"a window that is exposed: {window.isExposed()}"
        for window in QGuiApplication.topLevelWindows()
        if isinstance(window, StageWindow) and window.isVisible()
    ]
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    stacks = [
        f"{names.get(number)}:\n{''.join(traceback.format_stack(frame))}"
        for number, frame in sys._current_frames().items()
    ]
    seen = [look.name() for look in looks[-5:]]
    return "\n".join([f"{len(looks)} looks, at last {seen}", *windows, *stacks])


def test_the_show_that_the_file_names_is_played_as_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = machine(tmp_path, "show: hall\nrotation: 180\nscreen: 55 in\n")

    words = ["--machine", str(file), "--window", "640x360"]
    seen = seen_in_a_hall(words, monkeypatch, down=0.9)  # the page stands on its head

    assert seen == (0, [GREEN])
    assert capfd.readouterr().err == ""


def test_the_file_in_the_systems_configuration_needs_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kiosk").mkdir()
    machine(tmp_path / "kiosk", "show: hall\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert seen_in_a_hall(["--window", "640x360"], monkeypatch) == (0, [GREEN])


@pytest.mark.parametrize(
    "wrong", ["rotation: 45", "pin: 2442", "language: fr", "display: 17", "dispaly: 1"]
)
def test_in_a_hall_a_wrong_line_is_said_and_the_others_count(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = machine(tmp_path, f"show: hall\n{wrong}\n")

    seen = seen_in_a_hall(["--machine", str(file)], monkeypatch)

    assert seen == (0, [GREEN])
    assert wrong.split()[1] in capfd.readouterr().err


def test_in_a_hall_a_file_that_is_not_there_keeps_no_screen_dark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write_show(tmp_path / "hall")
    words = [str(tmp_path / "hall"), "--machine", str(tmp_path / "gone.yaml")]

    assert seen_in_a_hall(words, monkeypatch) == (0, [GREEN])
    assert "gone.yaml:1:1: error[unreadable-file]" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("rotation: 45", "machine.yaml:2:11: error[wrong-value]"),
        ("language: fr", "this show has no language 'fr'"),
        ("display: 17", "there is no screen 17"),
    ],
)
def test_whoever_asks_is_told_what_is_wrong_in_the_file_and_nothing_is_played(
    wrong: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = machine(tmp_path, f"show: hall\n{wrong}\n")

    assert main(["play", "--machine", str(file), "--loops", "1"]) == 1
    assert said in capsys.readouterr().err


def test_a_show_of_the_file_that_is_not_there_is_no_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = machine(tmp_path, "show: gone\n")

    assert main(["play", "--machine", str(file), "--loops", "1"]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_what_is_asked_for_counts_more_than_the_file(tmp_path: Path) -> None:
    file = machine(tmp_path, "show: gone\nlanguage: fr\ndisplay: 17\ntheme: contrast\n")
    words = ["--screen", "0", "--lang", "en", "--theme", "dusk", "--loops", "1", "--speed", "20"]

    assert main(["play", str(tmp_path / "hall"), "--machine", str(file), *words]) == 0
