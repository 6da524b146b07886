"""What is installed from a wheel brings along all that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.setup.scripts import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as a wheel unpacks it."""
    made, unpacked = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("unpacked")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(made), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = made.glob("kiosk-*.whl")
    with ZipFile(wheel) as packed:
        packed.extractall(unpacked)
    return unpacked


def test_a_wheel_holds_themes_fonts_schemas_and_the_cover(installed: Path) -> None:
    for folder in ("themes", "fonts", "schema", "starter", "waiting"):
        source = {file.name for file in (ROOT / "resources" / folder).iterdir()}

        packed = {file.name for file in (installed / "kiosk" / "resources" / folder).iterdir()}

        assert source
        assert packed == source


def test_an_installed_program_renders_a_show_with_its_own_files(
    installed: Path, tmp_path: Path
) -> None:
    file, show = tmp_path / "home.png", ROOT / "slides" / "gallery" / "text"
    words = ["render", str(show), "home", "-o", str(file), "--size", "320x180"]

    # Not from the working copy: only what was unpacked is there to be found.
    subprocess.run(
        [sys.executable, "-m", "kiosk", *words], check=True, capture_output=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )  # fmt: skip
    where = subprocess.run(
        [sys.executable, "-c", "from kiosk.stage.resources import *; print(resources_folder())"],
        check=True, capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )  # fmt: skip

    assert file.read_bytes().startswith(b"\x89PNG")
    assert where.stdout.strip() == str(installed / "kiosk" / "resources")
