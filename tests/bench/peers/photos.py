"""The photographs of the deck: gradients, blobs and grain, as JPEG, the same ones each time.

Each has a plain square of its own colour in its top left corner, by which a slide is known on the
screen.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1920, 1080
MARKERS = {1: 0xFF00FF, 3: 0xFF0000, 5: 0xFFFF00}  # by slide; those between are charts and text
MARKER_PX = 64
# x, y and pixels beside the marker, where no slide has anything: in the grain each step is seen.
STRETCH = (72, 30, 40)
_QUALITY = 88
_BLOBS = 40


def write_photos(folder: Path) -> None:
    """Writes `photo1.jpg`, `photo3.jpg` and `photo5.jpg` into `folder`, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, marker in MARKERS.items():
        path = folder / f"photo{number}.jpg"
        if path.exists():
            continue
        pixels = photo(number, marker)
        image = QImage(pixels.data, WIDTH, HEIGHT, WIDTH * 3, QImage.Format.Format_RGB888)
        assert image.save(str(path), quality=_QUALITY), path


def photo(seed: int, marker: int) -> NDArray[np.uint8]:
    """Red, green and blue of each pixel; (height, width, 3)."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    pixels = _ground(chance, x, y)
    for _ in range(_BLOBS):
        across, down = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT)
        radius, flatness = chance.uniform(20, 220), chance.uniform(0.4, 1.6)
        colour = chance.uniform(-70, 70, 3)
        distance = ((x - across) / radius) ** 2 + ((y - down) / (radius * flatness)) ** 2
        pixels += np.exp(-(distance**2))[..., None] * colour
    pixels += chance.normal(0, 6, (HEIGHT, WIDTH, 1)) + chance.normal(0, 2.5, (HEIGHT, WIDTH, 3))
    photo = np.ascontiguousarray(np.clip(pixels, 0, 255).astype(np.uint8))
    photo[:MARKER_PX, :MARKER_PX] = [marker >> shift & 255 for shift in (16, 8, 0)]
    return photo


def _ground(
    chance: np.random.Generator, x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    """A soft gradient in a direction of its own."""
    angle = chance.uniform(0, 2 * np.pi)
    along = np.cos(angle) * x / WIDTH + np.sin(angle) * y / HEIGHT
    channels = [
        110
        + 80 * np.sin(2.2 * along + chance.uniform(0, 6))
        + 30 * np.sin(y / HEIGHT * 9 + channel)
        for channel in range(3)
    ]
    return np.stack(channels, axis=-1).astype(np.float32)
