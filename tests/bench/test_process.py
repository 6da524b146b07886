"""A whole process against the numbers of README.md: start, processor and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.stage.playing import show_in

SHOW = Path(__file__).parents[2] / "slides" / "yubei"
PLAY = [sys.executable, "-m", "kiosk", "play"]


def test_the_first_slide_is_there_at_once(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    times = []

    for _ in range(3):
        options = ["--loops", "1", "--speed", "60", "--report", str(report)]
        subprocess.run([*PLAY, str(SHOW), *options], check=True, timeout=60)
        times.append(json.loads(report.read_text("utf-8"))["first_frame_s"])

    print("\nfirst slide after", sorted(times), "s")
    assert min(times) <= 0.8


@pytest.mark.timeout(120)
def test_memory_stays_flat_and_the_processor_mostly_idle() -> None:
    player = subprocess.Popen([*PLAY, str(SHOW), "--speed", "2"])
    process = psutil.Process(player.pid)
    try:
        shares, sizes = [], []
        for _ in range(6):
            before, began = process.cpu_times(), time.monotonic()
            with pytest.raises(subprocess.TimeoutExpired):
                player.wait(15)
            after = process.cpu_times()
            spent = after.user + after.system - before.user - before.system
            shares.append(100 * spent / (time.monotonic() - began))
            sizes.append(process.memory_full_info().pss / 2**20)
    finally:
        player.terminate()
        player.wait()

    print("\n% of a core", [round(s, 1) for s in shares], "MiB", [round(s) for s in sizes])
    assert max(sizes) <= 190
    assert max(shares[1:]) <= 40


def test_the_trial_show_of_the_stage_is_played_without_late_frames(tmp_path: Path) -> None:
    folder = tmp_path / "show"
    folder.mkdir()
    show_in(folder)
    report = tmp_path / "report.json"

    options = ["--loops", "1", "--all", "--report", str(report)]
    subprocess.run([*PLAY, str(folder), *options], check=True, timeout=60)

    told = json.loads(report.read_text("utf-8"))
    print("\n", told)
    assert told["late_frames"] <= told["frames"] * 0.02
