"""How long `kiosk check` takes for a show of a thousand slides, as a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.gallery import SLIDES

MOST_S = 60.0
TIMES = 18  # the show of 56 slides, one after another under other ids


def a_thousand_slides(folder: Path) -> Path:
    """Yubei's chapters, the slides of each again and again under other ids."""
    shutil.copytree(SLIDES / "yubei", folder, ignore=shutil.ignore_patterns("scenes"))
    for file in folder.glob("*.yaml"):
        head, begins, slides = file.read_text("utf-8").partition("\nslides:\n")
        again = "".join(_numbered(slides, number) for number in range(TIMES))
        file.write_text(head + begins + again, "utf-8")
    return folder


def _numbered(slides: str, number: int) -> str:
    """The slides with that number behind every id, and behind those that links lead to."""
    slides = re.sub(r"(?m)^(  - id: )(\S+)", rf"\g<1>\g<2>-{number}", slides)
    return re.sub(r"(goto: )([\w-]+)", rf"\g<1>\g<2>-{number}", slides)


@pytest.mark.timeout(300)
def test_a_thousand_slides_are_checked_within_a_minute(tmp_path: Path) -> None:
    show = a_thousand_slides(tmp_path / "show")
    command = [sys.executable, "-m", "kiosk", "check", "--json", str(show)]

    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    took_s = time.perf_counter() - began

    report = json.loads(done.stdout)
    views = len(report["slides"]) * 4  # two languages, two shapes
    print(f"\n{views} views in {took_s:.1f} s on {os.cpu_count()} processors")
    assert len(report["slides"]) == TIMES * 56
    assert report["problems"] == []
    assert took_s < MOST_S
