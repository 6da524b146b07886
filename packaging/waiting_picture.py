"""Draws what the built-in cover shows: ridges at dusk, in landscape and upright.

    .venv/bin/python packaging/waiting_picture.py resources/waiting

The horizon lies high, because words stand at the foot of the page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random  # noqa: TID251 - each ridge from a seed of its own

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.float64]  # (height, width, 3), 0 to 1

SKY = ((0.0, "#070c1c"), (0.4, "#1b2350"), (0.68, "#54346d"), (0.88, "#b0606b"), (1.0, "#f0a878"))
FAR, NEAR, FOOT = "#7a4668", "#131328", "#070a14"
RIDGES = 5
SIZES = {"kiosk-waiting": (1920, 1080), "kiosk-waiting-portrait": (1080, 1920)}
QUALITY = 88


def rgb(name: str) -> Pixels:
    """The colour `#rrggbb` as three numbers."""
    return np.array([int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def sky(width: int, height: int, horizon: float) -> Pixels:
    """From night above to the light that is left at the horizon, brighter where the sun went."""
    down = np.clip(np.arange(height) / horizon, 0.0, 1.0)
    stops = np.array([at for at, _ in SKY])
    colours = np.array([rgb(name) for _, name in SKY])
    column = np.stack([np.interp(down, stops, colours[:, i]) for i in range(3)], axis=1)
    x = (np.arange(width)[None, :] - 0.7 * width) / (0.5 * max(width, height))
    y = (np.arange(height)[:, None] - horizon) / (0.32 * max(width, height))
    glow = np.exp(-3.0 * (x**2 + y**2))[..., None]
    return column[:, None, :] + 0.28 * glow * rgb("#ffc98c")


def crest(width: int, number: int) -> NDArray[np.float64]:
    """The line of a ridge: (width,) heights of about -1 to 1."""
    rng = Random(number)  # noqa: S311 - no secret
    x = np.arange(width) / 1000.0
    waves = [(0.6 + 0.25 * number, 1.0), (1.9, 0.5), (4.3, 0.25), (9.7, 0.1), (23.0, 0.04)]
    return sum(
        (share * np.sin(2 * np.pi * (wave * x + rng.random())) for wave, share in waves),
        np.zeros(width),
    )


def ridges(picture: Pixels, horizon: float) -> None:
    """Lays the land over the sky: ridges from far to near, with mist in the valleys."""
    height, width, _ = picture.shape
    rows = np.arange(height)[:, None].astype(float)
    for number in range(RIDGES):
        share = number / (RIDGES - 1)
        top = horizon + 0.2 * height * share**1.3 - 0.045 * height * crest(width, number)
        tone = rgb(FAR) * (1 - share) + rgb(NEAR) * share
        depth = np.clip((rows - top[None, :]) / (0.16 * height), 0.0, 1.0)[..., None]
        mist = tone + (1 - share) * 0.3 * (rgb("#e0906c") - tone)
        foot = rgb(FOOT) if number == RIDGES - 1 else mist
        land = tone + depth * (foot - tone)
        edge = np.clip(rows - top[None, :] + 0.5, 0.0, 1.0)[..., None]
        picture += edge * (land - picture)


def drawn(width: int, height: int) -> QImage:
    """The picture; a grain finer than one step of brightness keeps the sky free of bands."""
    horizon = 0.5 * height
    picture = sky(width, height, horizon)
    ridges(picture, horizon)
    noise = Random(0).randbytes(picture.size)  # noqa: S311 - no secret
    grain = np.frombuffer(noise, np.uint8).reshape(picture.shape)
    pixels = np.clip(picture * 255 + 0.5 + (grain / 255 - 0.5) * 1.6, 0, 255).astype(np.uint8)
    content = np.ascontiguousarray(pixels).tobytes()
    return QImage(content, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def main(arguments: list[str]) -> int:
    """Writes both pictures into the folder named; 1 where that fails."""
    folder = Path(arguments[0])
    saved = [
        drawn(*size).save(str(folder / f"{name}.jpg"), "jpeg", QUALITY)
        for name, size in SIZES.items()
    ]
    return 0 if all(saved) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
