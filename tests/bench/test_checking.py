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
    """Yubei's slides again and again, in chapters of their own."""
    source = SLIDES / "yubei"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("scenes"))
    head = (source / "show.yaml").read_text("utf-8")
    listed = re.search(r"^chapters: \[(.*)\]$", head, re.MULTILINE)
    assert listed is not None
    files = []
    for number in range(TIMES):
        for name in listed[1].split(", "):
            chapter = (source / name).read_text("utf-8")
            chapter = re.sub(
                r"^(\s*- id: )(\S+)", rf"\g<1>\g<2>-{number}", chapter, flags=re.MULTILINE
            )
            chapter = re.sub(r"(goto: )([\w-]+)", rf"\g<1>\g<2>-{number}", chapter)
            files.append(f"{number}-{name}")
            (folder / files[-1]).write_text(chapter, "utf-8")
    whole = head.replace(listed[0], f"chapters: [{', '.join(files)}]")
    (folder / "show.yaml").write_text(whole, "utf-8")
    return folder


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
