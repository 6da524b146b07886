"""Each symbol of dots has the area of the disc, and lies where its bounds say."""

from __future__ import annotations

import itertools
import math
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.batches import Points, Symbol, bounds
from kiosk.stage.device import Device
from kiosk.stage.painting.batches.points import PointPainter

DEVICE = Device(1920, 1080)
SYMBOLS: tuple[Symbol, ...] = get_args(Symbol)


def dot(symbol: Symbol, across: float, fill: tuple[float, ...] = (1.0, 1.0, 1.0, 1.0)) -> Points:
    """One dot in the middle of the page."""
    places = np.array([[960.0, 540.0, across]])
    return Points("marks", ("mark/a",), places, np.array([fill]), symbol)


def ink(points: Points) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How much of each pixel is covered by the white dots, 0 to 1."""
    image = QImage(1920, 1080, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        PointPainter(DEVICE).paint(painter, points, QRect(0, 0, 1920, 1080))
    return np.frombuffer(image.constBits(), np.uint8).reshape(1080, -1)[:, :1920] / 255


@pytest.mark.parametrize("across", [24.0, 90.0, 400.0])
@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_symbol_has_the_area_of_the_disc(symbol: Symbol, across: float) -> None:
    covered = ink(dot(symbol, across)).sum()

    assert covered == pytest.approx(math.pi * across**2 / 4, rel=0.02)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_symbol_lies_within_its_bounds_and_reaches_their_top(symbol: Symbol) -> None:
    points = dot(symbol, 400.0)
    left, top, right, bottom = bounds(points)[0]

    rows, columns = np.nonzero(ink(points))

    assert left - 1 <= columns.min()
    assert columns.max() <= right + 1
    assert rows.min() == pytest.approx(top, abs=1)
    assert rows.max() <= bottom + 1


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_the_middle_of_its_ink_is_the_middle_of_a_symbol(symbol: Symbol) -> None:
    covered = ink(dot(symbol, 400.0))

    middle_y = (covered.sum(axis=1) * (np.arange(1080) + 0.5)).sum() / covered.sum()
    middle_x = (covered.sum(axis=0) * (np.arange(1920) + 0.5)).sum() / covered.sum()
    assert (middle_x, middle_y) == pytest.approx((960.0, 540.0), abs=0.5)


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(SYMBOLS, 2)])
def test_no_two_symbols_look_alike(one: Symbol, other: Symbol) -> None:
    apart = np.abs(ink(dot(one, 90.0)) - ink(dot(other, 90.0))).sum()

    assert apart > 0.1 * math.pi * 45**2


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_what_has_no_size_or_no_colour_paints_nothing(symbol: Symbol) -> None:
    assert ink(dot(symbol, 0.0)).sum() == 0.0
    assert ink(dot(symbol, 90.0, (1.0, 1.0, 1.0, 0.0))).sum() == 0.0
