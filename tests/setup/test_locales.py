"""Babel's data as the frozen program has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import babel

from tests.setup.scripts import ROOT, script

ASKS = """
from datetime import date, time
from kiosk.data.cldr import _SKELETONS, language_of, written
for tag in ("de", "fr-CA", "ar", "zh-TW", "hi", "en-US"):
    print(language_of(tag))
    for parts in _SKELETONS:
        print(written(time(9, 5, 7) if "clock" in parts else date(2024, 5, 17), parts, tag))
import babel
print(babel.__file__)
"""


def told(path: Path) -> list[str]:
    """What a fresh interpreter knows of some languages, and from where."""
    paths = os.pathsep.join((str(path), str(ROOT)))
    ran = subprocess.run(
        [sys.executable, "-c", ASKS], check=True, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return ran.stdout.splitlines()


def test_languages_are_written_alike_with_a_quarter_of_the_data(tmp_path: Path) -> None:
    whole = Path(babel.__file__).parent
    shutil.copytree(whole, tmp_path / "babel", ignore=shutil.ignore_patterns("locale-data"))

    script("locales").slimmed(tmp_path / "babel" / "locale-data")

    *small, place = told(tmp_path)
    assert small == told(whole.parent)[:-1]
    assert Path(place).is_relative_to(tmp_path)
    sizes = [
        sum(file.stat().st_size for file in (folder / "locale-data").glob("*.dat"))
        for folder in (tmp_path / "babel", whole)
    ]
    assert 4 * sizes[0] < sizes[1]
