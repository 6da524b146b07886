"""Looks at the very pixels of a virtual screen, a hundred times a second, while a show plays."""

from __future__ import annotations

import json
import mmap
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.seek import seek
from kiosk.show.model import Show
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from tests.stage.playing import show_in

CHANGES = 200
LOOPS = CHANGES // 4
SIZE = (640, 360)


@contextmanager
def screen_in(folder: Path) -> Iterator[str]:
    """An Xvfb whose screen is a file in `folder`; its display."""
    ready, told = os.pipe()
    command = [
        "Xvfb", "-displayfd", str(told), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
        "-fbdir", str(folder), "-nolisten", "tcp", "-noreset",
    ]  # fmt: skip
    server = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def pixels_of(screen: mmap.mmap) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The screen (XWD, version 7) as rows of pixels: blue, green, red and nothing."""
    header = struct.unpack(">25I", screen[:100])
    size, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + 12 * colours
    rows = np.frombuffer(screen, np.uint8, height * row, start).reshape(height, row)
    return rows[:, : 4 * width].reshape(height, width, 4)


def corners_of(show: Show, folder: Path) -> list[list[int]]:
    """Blue, green and red in the corners, where these slides have nothing but their ground."""
    composer = Composer(page_size(*SIZE), QtMeasure())
    image = render(composer.frame(seek(show, "a", 0.0), 0.0), SIZE, Assets(folder))
    right, bottom = SIZE[0] - 1, SIZE[1] - 1
    colours = [image.pixelColor(x, y) for y in (0, bottom) for x in (0, right)]
    return [[colour.blue(), colour.green(), colour.red()] for colour in colours]


@pytest.mark.usefixtures("app")
def test_no_black_blank_or_foreign_pixel_is_ever_seen_between_slides(tmp_path: Path) -> None:
    folder = tmp_path / "show"
    folder.mkdir()
    show = show_in(folder)
    report = tmp_path / "report.json"
    ground = corners_of(show, folder)
    corners, contents = [], []

    with screen_in(tmp_path) as display, (tmp_path / "Xvfb_screen0").open("rb") as file:
        screen = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        pixels = pixels_of(screen)
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [
            sys.executable, "-m", "kiosk", "play", str(folder), "--all", "--speed", "20",
            "--loops", str(LOOPS), "--report", str(report),
        ]  # fmt: skip
        player = subprocess.Popen(command, env=environment)
        while player.poll() is None:
            corners.append(pixels[:: SIZE[1] - 1, :: SIZE[0] - 1, :3].reshape(4, 3).copy())
            contents.append(int(np.ptp(pixels[:, :, 1].astype(int))))
            try:
                player.wait(0.01)
            except subprocess.TimeoutExpired:
                continue

    told = json.loads(report.read_text("utf-8"))
    assert player.returncode == 0
    assert len(told["slides"]) == CHANGES
    assert (told["blank_frames"], told["problems"]) == (0, [])
    seen = np.array(corners)
    lit = np.flatnonzero(seen.any(axis=(1, 2)))  # before and after there is no window
    between = slice(lit[0], lit[-1] + 1)
    assert (seen[between] == ground).all()
    assert min(contents[between]) > 100, "a sample shows the bare ground"
