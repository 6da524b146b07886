"""The commands, as scripts and documentation call them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.cli import main
from tests.gallery import GALLERY, SLIDES

YUBEI = SLIDES / "yubei"
TENFOLD = "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)
NO_SHOWS = {
    "nothing there": None,
    "an empty file": b"",
    "not text": bytes(range(256)),
    "an alias bomb": f"a: &a [1, 1]\n{TENFOLD}\nchapters: *k".encode(),
    "ten thousand brackets": b"title: " + b"[" * 10_000,
    "a hundred megabytes": b"# " + b"x" * 100_000_000,
}


def kiosk(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as its user would."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words], capture_output=True, text=True, check=False,
        timeout=100,
    )  # fmt: skip


def test_the_yubei_show_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(YUBEI), "--strict"]) == 0
    assert "no problems" in capsys.readouterr().out


def test_a_frame_is_rendered_to_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        words = ["two-pillars", "--at", "0.9s", "--size", "640x360", "--lang", "en"]
        assert kiosk("render", str(YUBEI), *words, "-o", str(tmp_path / name)).returncode == 0

    one, two = ((tmp_path / name).read_bytes() for name in ("one.png", "two.png"))
    assert one.startswith(b"\x89PNG")
    assert one == two


@pytest.mark.parametrize("view", ["home", "strip", "countdown"])
def test_the_views_can_be_rendered_too(view: str, tmp_path: Path) -> None:
    file = tmp_path / "view.png"

    assert main(["render", str(YUBEI), view, "-o", str(file), "--size", "640x360"]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_slide_that_is_not_there_is_said_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(YUBEI), "brigde", "-o", str(tmp_path / "x.png")]) == 1
    assert "did you mean 'bridge'?" in capsys.readouterr().err


@pytest.mark.parametrize("wish", [["--lang", "fr"], ["--theme", "papre"], ["--start", "nowhere"]])
def test_a_wish_that_the_show_cannot_fulfil_is_said(
    wish: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["play", str(YUBEI), *wish]) == 1
    assert "this show has no" in capsys.readouterr().err


def test_playing_without_a_display_is_refused_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert main(["play", str(YUBEI)]) == 1
    assert "no display" in capsys.readouterr().err


def test_the_contact_sheet_shows_every_slide(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"

    assert main(["export", str(GALLERY / "dissolve"), str(sheet), "--size", "640x360"]) == 0
    assert sheet.read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "no" / "such" / "folder.png"

    assert main(["render", str(YUBEI), "bridge", "-o", str(file), "--size", "64x36"]) == 1
    assert str(file) in capsys.readouterr().err


def test_the_kinds_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert {"chart", "element", "layout", "transition"} == {line.split()[0] for line in lines}
    assert any(line.split()[:2] == ["chart", "bar"] for line in lines)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_fast_loop_visits_every_slide_without_a_problem(language: str, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    words = ["--loops", "1", "--all", "--speed", "20", "--window", "960x540", "--lang", language]

    played = kiosk("play", str(YUBEI), *words, "--report", str(file))

    assert played.returncode == 0, played.stderr
    report = json.loads(file.read_text("utf-8"))
    checked = json.loads(kiosk("check", str(YUBEI), "--json").stdout)
    assert report["slides"] == checked["slides"]
    assert (report["problems"], report["blank_frames"]) == ([], 0)
    assert list(report) == [
        "slides", "frames", "frame_ms", "late_frames", "blank_frames", "first_frame_s", "peak_mb",
        "problems",
    ]  # fmt: skip


@pytest.mark.parametrize("content", NO_SHOWS.values(), ids=NO_SHOWS)
@pytest.mark.parametrize("command", ["play", "check", "render", "export"])
def test_what_is_no_show_gives_one_line_within_a_second(
    content: bytes | None, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "show.yaml").write_bytes(content)
    words = {"play": ["--loops", "1"], "render": ["x", "-o", "x.png"], "export": ["x.png"]}
    began = time.process_time()  # noqa: TID251 - the promise is about time

    status = main([command, str(tmp_path), *words.get(command, [])])

    said = capsys.readouterr()
    assert time.process_time() - began < 1.0  # noqa: TID251
    assert status == 2
    assert len((said.err or said.out).strip().splitlines()) <= 4
