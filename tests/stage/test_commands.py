"""The commands, as scripts and documentation call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest

from kiosk import cli
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.cli import main
from kiosk.commands.arguments import COMMANDS
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage import libraries
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
WRONG_WORDS = [
    ("render", "show", "slide", "-o", "x.png", "--size", "0x0"),
    ("render", "show", "slide", "-o", "x.png", "--size", "99999x99999"),
    ("render", "show", "slide", "-o", "x.png", "--size", "large"),
    ("render", "show", "slide", "-o", "x.png", "--at", "-1s"),
    ("render", "show", "slide", "-o", "x.png", "--at=-1s"),
    ("render", "show", "slide"),
    ("render", "show"),
    ("export", "show"),
    ("play", "--screen", "-1"),
    ("play", "--screen", "left"),
    ("play", "--loops", "0"),
    ("play", "--speed", "0"),
    ("play", "--speed", "inf"),
    ("play", "--windw", "640x360"),
    ("check", "--jsn"),
]


def kiosk(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as its user would."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words], capture_output=True, text=True, check=False,
        timeout=100, encoding="utf-8", errors="replace", env={**os.environ, **environment},
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


@pytest.mark.parametrize("view", ["home", "strip", "access", "countdown", "staff"])
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
def test_a_wish_that_the_show_cannot_fulfil_is_said_to_whoever_asks(
    wish: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["play", str(YUBEI), *wish, "--loops", "1"]) == 1
    assert "this show has no" in capsys.readouterr().err


def test_playing_without_a_display_is_refused_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert main(["play", str(YUBEI)]) == 1
    assert "no display" in capsys.readouterr().err


def test_a_display_that_does_not_answer_is_no_display(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":65000")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-65000")

    assert main(["play", str(YUBEI), "--loops", "1"]) == 1
    assert "no display" in capsys.readouterr().err


def test_a_screen_that_is_not_there_is_said_to_whoever_asks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["play", str(YUBEI), "--screen", "9", "--loops", "1"]) == 1
    assert "there is no screen 9" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", WRONG_WORDS, ids=" ".join)
def test_words_that_cannot_be_understood_are_said_in_a_line(
    wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(list(wrong))

    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.count("\n") == 1
    assert "--help tells more" in said


@pytest.mark.parametrize("words", [[], ["play"]])
def test_without_a_folder_the_present_one_is_played(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    assert main([*words, "--loops", "1"]) == 2
    assert "there is no show.yaml in the folder" in capsys.readouterr().err


def test_the_command_play_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(YUBEI), "--start", "brigde", "--loops", "1"]) == 1
    assert "did you mean 'bridge'?" in capsys.readouterr().err


def test_a_mistyped_command_is_said_with_the_nearest_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["chekc", "--loops", "1"]) == 2
    assert "no command or folder 'chekc' — did you mean 'check'?" in capsys.readouterr().err


def test_the_whole_program_helps_and_tells_its_version() -> None:
    helped, told = kiosk("--help"), kiosk("--version")

    assert all(command in helped.stdout for command in COMMANDS)
    assert (helped.returncode, told.returncode) == (0, 0)
    assert told.stdout.startswith("kiosk ")


def test_a_clean_show_is_checked_with_0_and_one_with_errors_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "show.yaml").write_text("chapters: [one.yaml]\n", "utf-8")
    (tmp_path / "one.yaml").write_text("slides:\n  - titel: Hall\n  - title: Hall\n", "utf-8")

    assert main(["check", str(GALLERY / "text")]) == 0
    assert main(["check", str(tmp_path)]) == 1
    assert "did you mean 'title'?" in capsys.readouterr().out


def test_the_commands_speak_the_language_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "show.yaml").write_text("titel: x\nchapters: [one.yaml]\n", "utf-8")

    checked = kiosk("check", str(tmp_path), LC_ALL="zh_CN.UTF-8")
    refused = kiosk("play", str(tmp_path / "none"), "--loops", "1", LC_ALL="zh_CN.UTF-8")
    unread = kiosk("render", str(tmp_path), "x", "-o", "x.png", "--size", "x", LC_ALL="zh_CN")

    assert "错误[unknown-field]: 没有「titel」这一项 — 您是不是想写「title」？" in checked.stdout
    assert "这个文件夹 — 请检查名称" in refused.stderr
    assert "大小要写成 1280x720，不能是「x」" in unread.stderr


def test_what_a_terminal_has_no_character_for_does_not_end_the_check(tmp_path: Path) -> None:
    (tmp_path / "show.yaml").write_text("titel: 🚀 ȵ\nchapters: [one.yaml]\n", "utf-8")

    checked = kiosk("check", str(tmp_path), PYTHONIOENCODING="gbk")

    assert checked.returncode == 1
    assert "titel: ? ?" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_the_contact_sheet_shows_every_slide(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"

    assert main(["export", str(GALLERY / "dissolve"), str(sheet), "--size", "640x360"]) == 0
    assert sheet.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("file", ["no/such/folder.png", "taken.png", "slide.jpg"])
@pytest.mark.parametrize("command", ["render", "export", "play"])
def test_what_cannot_be_written_is_said_in_a_line(
    command: str, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken.png").mkdir()
    (tmp_path / "slide.jpg").mkdir()
    path, show = str(tmp_path / file), str(GALLERY / "cut")
    slide = load(DiskFolder(GALLERY / "cut"), theme_files())
    assert isinstance(slide, Show)
    words = {
        "render": [show, slide.slides[0].id, "-o", path, "--size", "64x36"],
        "export": [show, path, "--size", "64x36"],
        "play": [show, "--loops", "1", "--report", path],
    }

    assert main([command, *words[command]]) == 1

    said = capsys.readouterr().err
    assert path in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("command", ["render", "export"])
def test_a_picture_that_cannot_be_shown_is_said(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show, file = tmp_path / "show", str(tmp_path / "made.png")
    copytree(GALLERY / "layout-full-picture", show)
    (show / "street.jpg").write_text("no picture at all", "utf-8")
    words = {"render": ["with-words", "-o", file], "export": [file]}

    assert main([command, str(show), *words[command], "--size", "320x180"]) == 1
    assert "street.jpg is no PNG, JPEG" in capsys.readouterr().err


def test_the_kinds_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds"]) == 0

    lines = capsys.readouterr().out.splitlines()
    sorts = {line.split()[0] for line in lines}
    assert sorts == {"chart", "element", "feed", "layout", "transition"}
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


def test_a_system_without_qts_libraries_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = "libGL.so.1: cannot open shared object file: No such file or directory"

    def check(options: object) -> int:
        del options
        raise ImportError(reason)

    monkeypatch.setitem(cli._COMMANDS, "check", check)
    monkeypatch.setattr(libraries, "missing_libraries", lambda: ("libGL.so.1",))

    status = main(["check", str(SLIDES / "yubei")])

    assert status == 2
    assert capsys.readouterr().err == (
        f"kiosk: Qt cannot be loaded: {reason} — `kiosk doctor` names what to install\n"
    )


def test_what_else_cannot_be_imported_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def check(options: object) -> int:
        del options
        message = "cannot import name 'shwo'"
        raise ImportError(message)

    monkeypatch.setitem(cli._COMMANDS, "check", check)
    monkeypatch.setattr(libraries, "missing_libraries", tuple)

    with pytest.raises(ImportError, match="shwo"):
        main(["check", str(SLIDES / "yubei")])
