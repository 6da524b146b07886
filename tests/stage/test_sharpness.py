"""Text is drawn from outlines at the screen's own resolution: as sharp at 4K as at 1080p."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.geometry import Pose, Size
from kiosk.marks import Frame, Label, Layer, Sheet
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.theme import Colour, TextStyle

pytestmark = pytest.mark.usefixtures("app")

BLACK, WHITE = Colour(0.0, 0.0, 0.0), Colour(1.0, 1.0, 1.0)
UHD, FULL_HD = (3840, 2160), (1920, 1080)
BODY = 34.0  # logical units, the size of a paragraph


def stems(text: str, size: float) -> Frame:
    """A page with one line of text, whose glyphs have upright stems."""
    label = Label("stems", text, 100.3, 200.0, TextStyle("sans", size), WHITE)
    sheet = Sheet("page", (Layer("text", (label,)),), Pose(), BLACK)
    return Frame(Size(1920.0, 1080.0), (sheet,))


def grey(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The brightness of each pixel: (height, width)."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width()].copy()


def edge_width(image: QImage) -> float:
    """The mean number of grey pixels at a side of a stem, along the row through its middle.

    A side is counted from black to white or back; what is sharp has one grey pixel or none.
    """
    pixels = grey(image)
    inked = np.flatnonzero(pixels.max(axis=1))
    row = pixels[(inked[0] + inked[-1]) // 2].astype(int)
    ink = np.flatnonzero(row)
    row = row[ink[0] - 1 : ink[-1] + 2]
    is_grey = (row > 0) & (row < 255)
    sides = np.count_nonzero(np.diff((row >= 128).astype(int)))
    assert sides >= 6, "no stems were found"
    return float(np.count_nonzero(is_grey)) / sides


@pytest.mark.parametrize(("text", "size"), [("Hill Hill", 120.0), ("Hill Hill", BODY)])
def test_a_stem_is_as_sharp_at_4k_as_a_pixel_allows(tmp_path: Path, text: str, size: float) -> None:
    at_4k = render(stems(text, size), UHD, Assets(tmp_path))
    upscaled = render(stems(text, size), FULL_HD, Assets(tmp_path)).scaled(
        *UHD,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )

    assert edge_width(at_4k) <= 1.0
    assert edge_width(upscaled) > 1.5
