"""Bars and the lines of a grid, in pixels: their ends lie between pixels, their sides do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from kiosk.batches import Bars, Segments
from kiosk.stage.device import Device
from kiosk.stage.painting.batches.painter import BatchPainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.batches import Batch, Floats

_SIZE = (192, 108)
_UNIT = 10.0  # logical units of a page of 1920 x 1080, a pixel


def painted(paint: Callable[[QPainter], None]) -> Floats:
    """How red each pixel is, 0 to 1; (108, 192)."""
    screen = QImage(*_SIZE, QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.black)
    with QPainter(screen) as on:
        on.setRenderHint(QPainter.RenderHint.Antialiasing)
        on.setPen(Qt.PenStyle.NoPen)
        paint(on)
    pixels = np.frombuffer(screen.constBits(), np.uint32).reshape(_SIZE[::-1])
    return np.asarray((pixels >> 16 & 255) / 255.0)


def of(batch: Batch) -> Floats:
    """The same of a batch."""
    painter = BatchPainter(Device(*_SIZE))
    return painted(lambda on: painter.paint(on, batch, QRect(0, 0, *_SIZE)))


def bar(x: float, y: float, wide: float, high: float, *, is_up: bool, radius: float = 0.0) -> Bars:
    """One bar, in pixels."""
    box = np.array([[x, y, wide, high]]) * _UNIT
    red = np.array([[1.0, 0.0, 0.0, 1.0]])
    keys = ("mark/a",)
    return Bars("marks", keys, box, red, np.ones(1), "up" if is_up else "right", radius * _UNIT)


LENGTHS = st.floats(1.5, 60.0)


@given(start=st.floats(10.0, 12.0), length=LENGTHS, is_up=st.booleans())
def test_the_end_of_a_bar_covers_its_share_of_a_pixel(
    start: float, length: float, is_up: bool
) -> None:
    place = (20.0, start, 8.0, length) if is_up else (start, 20.0, length, 8.0)

    pixels = of(bar(*place, is_up=is_up))

    across = pixels[:, 24] if is_up else pixels[24, :]
    assert across.sum() == pytest.approx(length, abs=0.15)
    assert set(np.unique(across[13 : int(start + length)])) <= {1.0}


@given(length=LENGTHS, radius=st.floats(0.0, 4.0), is_up=st.booleans())
def test_round_corners_take_the_same_from_both_ends(
    length: float, radius: float, is_up: bool
) -> None:
    start = 40.0 - length / 2
    place = (20.0, start, 8.0, length) if is_up else (start, 20.0, length, 8.0)

    pixels = of(bar(*place, is_up=is_up, radius=radius))

    along = (pixels if is_up else pixels.T)[:80, 20:28]
    assert along == pytest.approx(along[::-1], abs=0.1)
    assert along == pytest.approx(along[:, ::-1], abs=0.1)
    assert along.sum() <= 8.0 * (length + 2 / 16)  # both ends lie on sixteenths


@given(x=st.floats(10.0, 11.0), wide=st.floats(0.2, 3.0), shine=st.floats(0.2, 1.0))
def test_an_upright_line_kept_as_an_image_has_the_pixels_of_its_outline(
    x: float, wide: float, shine: float
) -> None:
    ends = np.array([[x, 5.3, x, 90.7]]) * _UNIT
    line = Segments("grid", ("a",), ends, np.array([[1.0, 0.0, 0.0, shine]]), wide * _UNIT)

    def outline(on: QPainter) -> None:
        path = QPainterPath()
        path.addRect(QRectF(x - wide / 2, 5.3, wide, 85.4))
        on.setBrush(QColor.fromRgbF(1.0, 0.0, 0.0, shine))
        on.drawPath(path)

    assert of(line) == pytest.approx(painted(outline), abs=0.01)


def test_a_line_without_a_length_is_nothing() -> None:
    line = Segments("grid", ("a",), np.full((1, 4), 500.0), np.array([[1.0, 0.0, 0.0, 1.0]]), 20.0)

    assert not of(line).any()


def test_batches_without_rows_differ_nowhere() -> None:
    none = np.zeros((0, 4))
    before, after = (Bars("marks", (), none, none, np.zeros(0)) for _ in range(2))

    assert BatchPainter(Device(*_SIZE)).difference(before, after) == []
