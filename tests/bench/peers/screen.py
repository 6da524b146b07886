"""A virtual screen whose pixels are read from its file: looking costs its server nothing."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

WIDTH, HEIGHT = 1920, 1080
_LOOK_S = 0.002  # between two looks at the screen
_WORDS = struct.Struct(">25I")  # the head of an XWD file
_COLOURS = 12  # bytes of each entry of the colour table that follows it


class Screen:
    """Xvfb with one screen, from `with` to its end."""

    def __init__(self, size: str = f"{WIDTH}x{HEIGHT}") -> None:
        self._size = size

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
        ready, told = os.pipe()
        options = ["-screen", "0", f"{self._size}x24", "-dpi", "96", "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told), "-noreset", "-fbdir", str(self.folder), *options],
            pass_fds=(told,),
            stderr=subprocess.DEVNULL,
        )
        os.close(told)
        with os.fdopen(ready) as answer:
            self.display = f":{answer.readline().strip()}"
        assert self.display != ":", "Xvfb did not start"
        with (self.folder / "Xvfb_screen0").open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = _WORDS.unpack_from(self._bytes)
        self._start, self._row = head[0] + head[19] * _COLOURS, head[12]
        assert head[11] == 32, "four bytes a pixel"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._bytes.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self.folder)

    def pixels(self, x: int, y: int, count: int = 1) -> bytes:
        """Blue, green, red and nothing of `count` pixels from x, y on."""
        at = self._start + y * self._row + x * 4
        return self._bytes[at : at + count * 4]

    def cpu_s(self) -> float:
        """Seconds of processor time that the server has used."""
        times = psutil.Process(self._server.pid).cpu_times()
        return float(times.user + times.system)

    def seen_after(self, x: int, y: int, colour: int, most_s: float) -> float | None:
        """Seconds until the pixel is nearly of that colour (0xRRGGBB); None if it takes longer."""
        began = time.monotonic()
        while (passed := time.monotonic() - began) < most_s:
            if is_near(self.pixels(x, y), colour):
                return passed
            time.sleep(_LOOK_S)
        return None

    def changes(self, x: int, y: int, count: int, seconds: float) -> list[float]:
        """When a stretch of pixels looked different from before, in seconds from now."""
        began, times, before = time.monotonic(), [], self.pixels(x, y, count)
        while (passed := time.monotonic() - began) < seconds:
            now = self.pixels(x, y, count)
            if now != before:
                times.append(passed)
                before = now
            time.sleep(_LOOK_S)
        return times


def is_near(pixel: bytes, colour: int, tolerance: int = 14) -> bool:
    """Whether each channel is that of 0xRRGGBB, but for what JPEG adds."""
    return all(abs(pixel[n] - (colour >> 8 * n & 255)) <= tolerance for n in range(3))
