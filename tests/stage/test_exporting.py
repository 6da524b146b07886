"""What goes out of a show: which format a name asks for, whole files, a folder of pictures."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path
from signal import SIGINT, SIGTERM
from subprocess import PIPE

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.author.exporting import pages
from kiosk.author.exporting.pages import page_names
from kiosk.author.exporting.whole import whole_file, whole_folder
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.cli import INTERRUPTED, main
from kiosk.commands.export import is_folder
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, seek
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets

SLIDES = Path(__file__).parents[2] / "slides"
BAR = SLIDES / "gallery" / "bar"
YUBEI = SLIDES / "yubei"
SMALL = (480, 270)
FORMS = [("film.mp4",), ("show.pdf",), ("show.html",), ("show.png",), ("pages",),
         ("sheets", "--sheets")]  # fmt: skip
ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8"}
# No file may be larger than 20 000 bytes, as on a disk that is full.
LIMITED = """
import resource, sys
from kiosk.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.exit(main(sys.argv[1:]))
"""


def lying_in(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def show_in(folder: Path) -> Show:
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    return show


def test_a_folder_is_filled_with_a_picture_of_each_slide_in_the_shows_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "new" / "pages"

    status = main(["export", str(BAR), str(into), "--size", "480x270"])

    names = [f"{n:02}-{slide.id}.png" for n, slide in enumerate(show_in(BAR).slides, start=1)]
    assert status == 0
    assert capsys.readouterr().out.splitlines() == [str(into / name) for name in names]
    assert sorted(file.name for file in into.iterdir()) == names
    assert all(QImage(str(file)).width() == 480 for file in into.iterdir())


@pytest.mark.usefixtures("app")
def test_an_exported_picture_is_the_frame_that_a_seek_paints_without_the_invitation(
    tmp_path: Path,
) -> None:
    show, slide = show_in(BAR), show_in(BAR).slides[1].id

    main(["export", str(BAR), str(tmp_path / "pages"), "--size", "480x270"])

    lines = Lines()
    sought = Composer(page_size(*SMALL), QtMeasure(lines)).frame(seek(show, slide, LONG_S), 0.0)
    written = QImage(str(tmp_path / "pages" / page_names(show)[slide]))
    painted = render(sought, SMALL, Assets(BAR), lines)
    above = QRect(0, 0, painted.width(), painted.height() * 7 // 8)  # the invitation stands below
    assert written.copy(above) == painted.copy(above)


def test_a_folder_keeps_what_else_lies_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")

    main(["export", str(BAR), str(tmp_path), "--size", "64x36"])

    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_who_stops_an_export_finds_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []

    def stopped_at_the_second(image: object, path: Path) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(image)
        path.write_bytes(b"")

    monkeypatch.setattr(pages, "save_png", stopped_at_the_second)

    assert main(["export", str(BAR), str(tmp_path / "pages"), "--size", "64x36"]) == INTERRUPTED

    assert not [*tmp_path.iterdir()]


def test_a_file_that_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "show.pdf"
    file.write_bytes(b"old")

    with pytest.raises(KeyboardInterrupt):
        _stopped_half_way(file)
    after_a_stop = file.read_bytes()
    with whole_file(file) as made:
        made.write_bytes(b"new")

    assert after_a_stop == b"old"
    assert file.read_bytes() == b"new"
    assert [*tmp_path.iterdir()] == [file]


def _stopped_half_way(file: Path) -> None:
    with whole_file(file) as made:
        made.write_bytes(b"half")
        raise KeyboardInterrupt


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize(("words", "number"), [*product(FORMS, [SIGINT]), (FORMS[0], SIGTERM)])
def test_a_process_that_is_asked_to_end_leaves_all_as_it_was_and_says_so(
    words: tuple[str, ...], number: signal.Signals, is_new: bool, tmp_path: Path
) -> None:
    file = tmp_path / words[0]
    if not is_new and file.suffix:
        file.write_bytes(b"old")
    elif not is_new:
        file.mkdir()
        (file / "01-take-off.png").write_bytes(b"old")
    before = lying_in(tmp_path)
    command = [sys.executable, "-m", "kiosk", "export", str(YUBEI), str(file), *words[1:]]

    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, env=ENGLISH) as process:
        while not [*tmp_path.rglob(".kiosk-*")]:
            assert process.poll() is None
        process.send_signal(number)
        process.send_signal(number)
        said = process.communicate(timeout=60)

    left = "was not written" if is_new else "stays as it was"
    assert said == (b"", f"kiosk: stopped: {file} {left}\n".encode())
    assert process.returncode == INTERRUPTED
    assert lying_in(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for files")
@pytest.mark.parametrize("words", FORMS)
def test_a_disk_that_is_full_is_told_and_leaves_nothing(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    command = [sys.executable, "-c", LIMITED, "export", str(BAR), str(tmp_path / words[0])]

    done = subprocess.run(
        [*command, *words[1:]], check=False, capture_output=True, text=True, env=ENGLISH
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"kiosk: {tmp_path / words[0]} cannot be written: ")
    assert done.stderr.count("\n") == 1
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_was_not_there_is_not_there_after_a_stop(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path / "pages"):
        raise KeyboardInterrupt

    assert not [*tmp_path.iterdir()]


def test_a_name_that_asks_for_no_format_is_refused_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    file = tmp_path / "show.pptx"

    assert main(["export", str(BAR), str(file)]) == 1

    said = capsys.readouterr().err
    assert said.startswith(f"kiosk: {file}: what can be written is ")
    assert said.endswith(", or a folder of pictures\n")
    assert not file.exists()


def test_contact_sheets_of_every_look_need_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    file = tmp_path / "sheet.png"

    assert main(["export", str(BAR), str(file), "--sheets"]) == 1

    said = f"kiosk: --sheets needs a folder to write into, not {file}\n"
    assert capsys.readouterr().err == said


def test_a_folder_is_what_has_no_ending_or_is_one_already(tmp_path: Path) -> None:
    (tmp_path / "v1.2").mkdir()
    (tmp_path / "taken.png").mkdir()

    assert is_folder(tmp_path / "sheets")
    assert is_folder(tmp_path / "v1.2")
    assert not is_folder(tmp_path / "sheet.png")
    assert not is_folder(tmp_path / "taken.png")
