"""What the frozen program is made of, from the lists; `make package` tries what they give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from kiosk.author.folder import DiskFolder
from kiosk.charts.base import KINDS as CHARTS
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.kinds import kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.motion.transition import KINDS as TRANSITIONS
from tests.setup.scripts import ROOT, script

ENTRY = ROOT / "packaging" / "entry.py"


def copied() -> dict[Path, Path]:
    """Where each file comes to lie in the program's folder, and the file."""
    pairs = [(Path(source), Path(into)) for source, into in script("contents").files()]
    return {
        into / (file.relative_to(source) if source.is_dir() else source.name): file
        for source, into in pairs
        for file in (source.rglob("*") if source.is_dir() else [source])
        if file.is_file()
    }


@pytest.mark.parametrize("package", [CHARTS, ELEMENTS, LAYOUTS, TRANSITIONS])
def test_every_kind_is_collected(package: str) -> None:
    modules = script("contents").modules()

    assert package in modules
    for name in kind_names(package):
        assert f"{package}.{name.replace('-', '_')}" in modules


@pytest.mark.parametrize("folder", ["fonts", "schema", "starter", "themes", "waiting"])
def test_every_file_of_the_programs_own_lies_where_the_program_looks(folder: str) -> None:
    source = ROOT / "resources" / folder

    there = copied()

    names = [file.relative_to(ROOT) for file in source.rglob("*") if file.is_file()]
    assert names
    assert {Path("kiosk") / name for name in names} <= {*there}


def test_no_folder_of_the_programs_own_stays_behind() -> None:
    packaged = {path.parts[2] for path in copied() if path.parts[:2] == ("kiosk", "resources")}

    assert packaged == {folder.name for folder in (ROOT / "resources").iterdir()}


def test_the_show_comes_along_without_the_scripts_that_drew_it() -> None:
    names = DiskFolder(ROOT / "slides" / "yubei").names()
    shown = {Path(name) for name in names if not name.startswith("scenes/")}

    there = {path.relative_to("kiosk/slides/yubei") for path in copied() if "yubei" in path.parts}

    assert Path("show.yaml") in shown
    assert there == shown


def test_the_plugins_that_are_kept_are_those_that_qt_has() -> None:
    contents = script("contents")
    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    every = [(str(file), str(file.parent)) for file in sorted(plugins.glob("*/*.so"))]

    kept = {f"{Path(file).parent.name}/{Path(file).stem}" for file, _ in contents.kept(every)}

    assert kept == {
        "platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen",
        "imageformats/libqgif", "imageformats/libqjpeg", "imageformats/libqsvg",
        "imageformats/libqwebp",
        "wayland-shell-integration/libxdg-shell",
        "wayland-shell-integration/libfullscreen-shell-v1",
    }  # fmt: skip


def test_a_plugin_of_windows_is_known_by_its_name_there() -> None:
    pairs = [
        ("C:/x/qwindows.dll", "PySide6/plugins/platforms"),
        ("C:/x/qdirect2d.dll", "platforms"),
    ]

    assert script("contents").kept(pairs) == pairs[:1]


def test_every_library_that_goes_along_brings_its_licence() -> None:
    licences = script("licences")

    texts = [(Path(file), Path(into)) for file, into in licences.texts()]

    places = [into / file.name for file, into in texts]
    assert len({*places}) == len(places), "none takes the place of another"
    assert all(file.is_file() for file, _ in texts)
    of_each = {place.parts[1] for place in places}
    qt = {"pyside6-essentials", "shiboken6"}  # whose wheels have none; the shared texts are theirs
    assert {"av", "numpy", "pillow", "tqdm", "anyio", *qt} <= {*licences.libraries()}
    assert {*licences.libraries()} - qt <= of_each
    assert {"GPL-2.txt", "GPL-3.txt", "LGPL-3.txt", "README.md"} <= of_each


def test_only_what_was_not_changed_after_it_was_linked_is_made_smaller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slimming = script("slimming")
    stripped: list[list[str]] = []

    def strip(command: list[str], *, check: bool) -> None:
        assert check
        stripped.append(command)

    monkeypatch.setattr(slimming.shutil, "which", lambda _: "/usr/bin/strip")
    monkeypatch.setattr(slimming.subprocess, "run", strip)
    source = tmp_path / "some.so"
    source.write_bytes(b"")
    places = [
        "libpython3.11.so.1.0", "av/frame.abi3.so", "av.libs/libx264.so.165",
        "PySide6/Qt/lib/libQt6Core.so.6", "shiboken6/Shiboken.abi3.so", "some/table.bin",
    ]  # fmt: skip
    binaries = [(place, str(source), "BINARY") for place in places]

    slimmed = slimming.slimmed(binaries, tmp_path / "slimmed")

    assert [place for place, _, _ in slimmed] == places
    changed = [place for place, file, _ in slimmed if file != str(source)]
    assert changed == places[:2]
    assert [command[-1] for command in stripped] == [
        str(tmp_path / "slimmed" / place) for place in changed
    ]


def test_the_frozen_programs_entry_is_the_command_kiosk() -> None:
    answer = subprocess.run(
        [sys.executable, str(ENTRY), "--version"], check=True, capture_output=True, text=True
    )

    assert answer.stdout.startswith("kiosk ")


def test_the_frozen_programs_entry_runs_modules_of_kiosk_as_python_does_and_no_others() -> None:
    answers = [
        subprocess.run(
            [sys.executable, str(ENTRY), "-m", module, "--version"],
            check=False, capture_output=True, text=True,
        )
        for module in ("kiosk.__main__", "json.tool")
    ]  # fmt: skip

    assert answers[0].stdout.startswith("kiosk ")
    assert answers[1].returncode == 2
