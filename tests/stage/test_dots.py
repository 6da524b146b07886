"""Many dots are painted from sprites, and look as few do that are painted one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.batches import Points, Symbol
from kiosk.stage.device import Device
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.painting.marks import MarkPainter
from kiosk.stage.pictures.assets import Assets

DEVICE = Device(960, 540)
COUNT = 600


def dots(symbol: Symbol, *, is_see_through: bool = False) -> Points:
    # Spread evenly over the page, after Roberts' sequence of low discrepancy.
    row = np.arange(COUNT)
    across, down = 1920 * (0.7548776662 * row % 1), 1080 * (0.5698402909 * row % 1)
    places = np.column_stack((across, down, np.array([9, 17, 30])[row % 3]))
    colours = np.array([(0.9, 0.6, 0.1, 1.0), (0.1, 0.7, 0.7, 1.0)])[row % 2]
    if is_see_through:
        colours[:, 3] = row % 100 / 99
    return Points("marks", tuple(map(str, range(COUNT))), places, colours, symbol)


def few(points: Points) -> list[Points]:
    """The same in batches so small that they are painted one by one."""
    parts = (slice(start, start + 100) for start in range(0, COUNT, 100))
    return [
        replace(points, keys=points.keys[part], places=points.places[part], fill=points.fill[part])
        for part in parts
    ]


def painted(folder: Path, batches: list[Points], rects: list[QRect]) -> QImage:
    image = QImage(DEVICE.width, DEVICE.height, QImage.Format.Format_RGB32)
    image.fill(QColor(11, 19, 34))
    marks = MarkPainter(DEVICE, Assets(folder), Lines(), loads=True)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in rects:
            painter.setClipRect(rect)
            for batch in batches:
                marks.paint(painter, batch, rect)
    return image


def levels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.frombuffer(image.constBits(), np.uint8).reshape(540, 960, 4)[..., :3].astype(np.int16)


@pytest.mark.parametrize("symbol", get_args(Symbol))
def test_sprites_look_as_outlines_do(symbol: Symbol, tmp_path: Path) -> None:
    points = dots(symbol)

    many = levels(painted(tmp_path, [points], [DEVICE.page]))
    alone = levels(painted(tmp_path, few(points), [DEVICE.page]))

    # A sprite lies at most an eighth of a pixel beside its dot, and is at most a quarter larger.
    assert np.abs(many - alone).mean() < 1.0
    assert (many != many[0, 0]).any(axis=2).sum() == pytest.approx(
        (alone != alone[0, 0]).any(axis=2).sum(), rel=0.06
    )


@pytest.mark.parametrize("symbol", get_args(Symbol))
def test_a_part_of_many_dots_has_the_pixels_of_the_whole(symbol: Symbol, tmp_path: Path) -> None:
    points = dots(symbol, is_see_through=True)
    parts = [QRect(0, 0, 333, 540), QRect(333, 0, 627, 101), QRect(333, 101, 627, 439)]

    assert painted(tmp_path, [points], parts) == painted(tmp_path, [points], [DEVICE.page])
