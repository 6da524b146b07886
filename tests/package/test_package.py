"""What `make package` made, against the source it was made from: too slow for `make test`."""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.load import load
from kiosk.show.model import Show
from tests.setup.scripts import ROOT, script
from tests.stage.brewing import DEADLY, box_font, write_font

pytestmark = pytest.mark.timeout(240)

FOLDER = ROOT / "build" / "package" / "kiosk"
FROZEN = [str(FOLDER / "kiosk")]
SOURCE = [sys.executable, "-m", "kiosk"]
YUBEI = ROOT / "slides" / "yubei"
PICTURES = ROOT / "slides" / "gallery" / "picture"
MOST_MB = 300  # of these 80 for films: FFmpeg as PyAV brings it

# What is left to the system: the C library's parts, and what `packaging/system.py` names.
OF_THE_C_LIBRARY = {
    "ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libmvec.so.1",
    "libpthread.so.0", "libresolv.so.2", "librt.so.1", "libutil.so.1",
}  # fmt: skip
OF_THE_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-cursor0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
}


def files_in(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, by its path in it."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def said(program: list[str], *words: str, cwd: Path = ROOT) -> str:
    """What the program says, without Python's surroundings or this folder's."""
    around = {name: os.environ[name] for name in ("DISPLAY", "HOME") if name in os.environ}
    done = subprocess.run(
        [*program, *words], check=True, capture_output=True, text=True, cwd=cwd, timeout=200,
        env={**around, "PATH": "/nowhere", "LANG": "C.UTF-8"},
    )  # fmt: skip
    return done.stdout


def played(program: list[str], folder: Path, *words: str) -> dict[str, object]:
    """The report of one loop, as fast as it goes, started in `folder`."""
    report = folder / "report.json"
    options = ["--loops", "1", "--speed", "60", "--report", str(report)]
    said(program, "play", *words, *options, cwd=folder)
    told: dict[str, object] = json.loads(report.read_text("utf-8"))
    return told


def loaded(folder: Path) -> Show:
    """The show in `folder`."""
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    return show


def needed_by(file: Path) -> set[str]:
    """The libraries that a program or library asks for by itself."""
    told = subprocess.run(
        ["objdump", "-p", str(file)], check=True, capture_output=True, text=True
    ).stdout
    return {line.split()[1] for line in told.splitlines() if line.strip().startswith("NEEDED")}


def test_it_knows_the_kinds_that_the_source_knows() -> None:
    frozen, source = said(FROZEN, "kinds"), said(SOURCE, "kinds")

    assert len(source.splitlines()) > 10
    assert frozen == source


@pytest.mark.parametrize("slide", ["take-off", "two-pillars", "home"])
def test_it_renders_the_bytes_that_the_source_renders(tmp_path: Path, slide: str) -> None:
    files = [tmp_path / "frozen.png", tmp_path / "source.png"]

    for program, file in zip((FROZEN, SOURCE), files, strict=True):
        said(program, "render", str(YUBEI), slide, "-o", str(file), "--size", "960x540")

    assert files[0].read_bytes() == files[1].read_bytes()


def test_it_writes_a_film_as_the_source_does(tmp_path: Path) -> None:
    for name, program in (("frozen", FROZEN), ("source", SOURCE)):
        film = tmp_path / f"{name}.mp4"
        said(program, "export", str(PICTURES), str(film), "--size", "320x180", "--rate", "5")

    films = [(tmp_path / f"{name}.mp4").read_bytes() for name in ("frozen", "source")]
    assert films[0] == films[1]


@pytest.mark.parametrize("name", ["pages", "sheets", "show.html", "show.png"])
def test_it_writes_stills_as_the_source_does(tmp_path: Path, name: str) -> None:
    for kind, program in (("frozen", FROZEN), ("source", SOURCE)):
        into = tmp_path / kind
        into.mkdir()
        more = ["--sheets"] if name == "sheets" else []
        said(program, "export", str(PICTURES), str(into / name), "--size", "480x270", *more)

    frozen, source = files_in(tmp_path / "frozen"), files_in(tmp_path / "source")
    assert frozen
    assert frozen == source


def test_it_writes_a_pdf_of_the_pages_and_texts_that_the_source_writes(tmp_path: Path) -> None:
    files = [tmp_path / "frozen.pdf", tmp_path / "source.pdf"]

    for program, file in zip((FROZEN, SOURCE), files, strict=True):
        said(program, "export", str(PICTURES), str(file), "--notes")

    pages = [re.findall(rb"/MediaBox [^\n]*", file.read_bytes()) for file in files]
    assert len(pages[0]) == len(loaded(PICTURES).slides)
    assert pages[0] == pages[1]
    # A PDF says when it was made; the rest is as long, but for the seconds.
    assert abs(files[0].stat().st_size - files[1].stat().st_size) < 100


def test_it_says_of_a_show_what_the_source_says() -> None:
    frozen, source = said(FROZEN, "check", str(YUBEI)), said(SOURCE, "check", str(YUBEI))

    assert str(len(loaded(YUBEI).slides)) in source
    assert frozen == source


@pytest.mark.parametrize("photos", [False, True])
def test_it_makes_the_shows_that_the_source_makes(tmp_path: Path, photos: bool) -> None:
    words = ["--title", "Trial", "--lang", "zh,en", "--screen", "43 in"]
    words += ["--from", str(PICTURES)] if photos else []

    for kind, program in (("frozen", FROZEN), ("source", SOURCE)):
        said(program, "new", str(tmp_path / kind), *words)

    frozen, source = files_in(tmp_path / "frozen"), files_in(tmp_path / "source")
    assert "show.yaml" in frozen
    assert frozen == source


def test_its_schema_is_that_of_the_source() -> None:
    assert said(FROZEN, "schema") == said(SOURCE, "schema")


def test_it_looks_its_machine_over_as_the_source_does() -> None:
    told = [
        subprocess.run([*program, "doctor"], check=False, capture_output=True, text=True).stdout
        for program in (FROZEN, SOURCE)
    ]

    assert "Qt" in told[0]
    heads = [[line.split("  ")[0] for line in text.splitlines()] for text in told]
    assert heads[0] == heads[1]


def test_it_tells_what_is_wrong_in_a_show_that_it_watches(tmp_path: Path) -> None:
    show = shutil.copytree(PICTURES, tmp_path / "show")
    chapter = show / "slides.yaml"
    whole = chapter.read_text("utf-8")
    command = [*FROZEN, "play", str(show), "--watch", "--window", "640x360"]
    told: queue.Queue[str] = queue.Queue()
    first = ""

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        Thread(target=lambda: [*map(told.put, process.stderr or ())], daemon=True).start()
        for number in range(100):  # what is saved before the window is there is no edit
            chapter.write_text(f"{whole}  - {{id: new-{number}, titel: none}}\n", "utf-8")
            with suppress(queue.Empty):
                first = told.get(timeout=1)
                break
        process.terminate()

    assert "slides.yaml:" in first
    assert "error[unknown-field]" in first


def test_it_draws_svg_in_a_process_of_its_own_as_the_source_does(tmp_path: Path) -> None:
    show = shutil.copytree(PICTURES, tmp_path / "show")
    circle = '<circle cx="9" cy="5" r="4" fill="teal"/><text x="2" y="5" font-size="2">kiosk</text>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 10">{circle}</svg>'
    (show / "park.jpg").write_text(drawing, "utf-8")
    files = [tmp_path / "frozen.png", tmp_path / "source.png"]

    for program, file in zip((FROZEN, SOURCE), files, strict=True):
        said(program, "render", str(show), loaded(show).slides[0].id, "-o", str(file))

    assert files[0].read_bytes() == files[1].read_bytes()


def test_started_without_a_show_it_plays_the_one_that_came_along(tmp_path: Path) -> None:
    show = loaded(YUBEI)

    told = played(FROZEN, tmp_path)

    assert told["slides"] == [slide.id for slide in show.slides if slide.in_loop]
    assert told["blank_frames"] == 0
    assert told["problems"] == []


def test_started_in_the_folder_of_a_show_it_plays_that(tmp_path: Path) -> None:
    here = shutil.copytree(ROOT / "slides" / "gallery" / "text", tmp_path / "mine")

    told = played(FROZEN, here)

    show = loaded(here)
    assert told["slides"] == [slide.id for slide in show.slides]


def test_its_first_slide_comes_as_soon_as_from_source(tmp_path: Path) -> None:
    times: dict[str, list[float]] = {"frozen": [], "source": []}

    for _ in range(5):  # in turns: what else the machine does slows down both
        for name, program in (("frozen", FROZEN), ("source", SOURCE)):
            told = played(program, tmp_path, str(PICTURES))
            times[name].append(float(str(told["first_frame_s"])))

    ratio = min(times["frozen"]) / min(times["source"])
    print(f"\nfirst slide: {times}; the least, frozen to source: {ratio:.2f}")
    assert ratio <= 1.25


def test_every_library_it_needs_lies_in_it_or_is_named_for_the_system() -> None:
    files = [file for file in FOLDER.rglob("*") if file.is_file() and ".so" in file.name]
    inside = {file.name for file in files}

    needed = set[str]().union(*map(needed_by, [FOLDER / "kiosk", *files]))

    outside = needed - inside - OF_THE_C_LIBRARY
    assert outside == {*OF_THE_PACKAGES}
    assert {*OF_THE_PACKAGES.values(), "xkb-data"} == {*script("system").OF_THE_PACKAGE}


def test_it_is_no_larger_than_it_has_to_be() -> None:
    files = [file for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink()]

    size_mb = sum(file.stat().st_size for file in files) / 1e6

    print(f"\n{size_mb:.0f} MB in {len(files)} files")
    assert size_mb <= MOST_MB


def test_it_vets_the_fonts_of_a_show_in_a_process_of_its_own(tmp_path: Path) -> None:
    show = tmp_path / "show"
    shutil.copytree(PICTURES, show)
    write_font(show, "boxes.ttf", box_font("Boxes", {"א": 700}))
    write_font(show, "deadly.ttf", DEADLY)

    frozen = played(FROZEN, tmp_path, str(show))

    assert frozen["problems"] == [
        "the font fonts/deadly.ttf would end the program when it is drawn"
    ]
