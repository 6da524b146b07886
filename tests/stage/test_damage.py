from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.geometry import Box, Point, Pose
from kiosk.marks import Frame, Layer, Mark, Shape, Sheet, Wash
from kiosk.stage.device import Device
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.painting.frames import FramePainter, render
from kiosk.stage.painting.marks import MarkPainter
from kiosk.stage.pictures.assets import Assets
from kiosk.theme import Colour
from tests.stage.frames import GROUND, KINDS, PAGE, Chance, changed, frame

SMALL = (131, 97)  # pixels
WHITE = Colour(1.0, 1.0, 1.0)


@pytest.mark.parametrize("size", [(192, 108), (131, 97)])
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=True))
def test_painting_what_changed_gives_the_pixels_of_painting_everything(
    pictures: Path, size: tuple[int, int], chance: Chance
) -> None:
    assets, lines = Assets(pictures), Lines()
    screen = QImage(*size, QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.magenta)
    stage = FramePainter(Device(*size), assets, lines, loads=True)
    first = frame(chance)
    second = changed(chance, first)
    shown: Frame | None = None

    for coming in (first, second, changed(chance, second), frame(chance), second):
        rects = stage.damage(shown, coming)
        if rects:
            painter = QPainter(screen)
            stage.paint(painter, coming, rects)
            painter.end()
        shown = coming

        assert screen == render(coming, size, assets, lines)


def painted_outside(mark: Mark, painter: MarkPainter, device: Device) -> int:
    """How many pixels `mark` paints that are not among those it may touch."""
    screen = QImage(device.width, device.height, QImage.Format.Format_RGB32)
    screen.fill(Qt.GlobalColor.black)
    with QPainter(screen) as on:
        on.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.paint(on, mark)
    pixels = np.frombuffer(screen.constBits(), np.uint32).reshape(device.height, device.width)
    outside = pixels != QColor(Qt.GlobalColor.black).rgb()
    for rect in painter.extents(mark):
        inside = rect.intersected(device.page)
        outside[inside.top() : inside.bottom() + 1, inside.left() : inside.right() + 1] = False
    return int(outside.sum())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=True))
def test_a_mark_paints_no_pixel_but_those_it_may_touch(pictures: Path, chance: Chance) -> None:
    device = Device(*SMALL)
    painter = MarkPainter(device, Assets(pictures), Lines(), loads=True)

    assert [painted_outside(kind(chance), painter, device) for kind in KINDS] == [0] * len(KINDS)


@pytest.mark.parametrize(
    "mark",
    [
        Shape("a tip", "M0 0L10 300L20 0", 900.0, 300.0, 1.5, 45.0, stroke=WHITE, width=60.0),
        Shape(
            "a thin round end", "M0 0L400 0", 793.5, 432.3, 0.596, 47.36, stroke=WHITE, width=3.5,
            round_ends=True,
        ),
    ],
    ids=lambda mark: mark.key,
)  # fmt: skip
def test_what_reaches_beyond_its_outline_is_known_to(pictures: Path, mark: Mark) -> None:
    device = Device(192, 108)
    painter = MarkPainter(device, Assets(pictures), Lines(), loads=True)

    assert painted_outside(mark, painter, device) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(x=125, y=-10, width=115, height=54)
@given(
    x=st.integers(-200, 130),
    y=st.integers(-200, 96),
    width=st.integers(1, 300),
    height=st.integers(1, 300),
)
def test_what_goes_leaves_nothing_behind(
    pictures: Path, x: int, y: int, width: int, height: int
) -> None:
    """Found with a box of 115 x 54 pixels at (125, -10): a row kept a hint of what was there."""
    device = Device(*SMALL)
    unit = 1 / device.scale
    box = Box(x * unit, y * unit, width * unit, height * unit)
    here = Point(0.0, 0.0)
    wash = Wash("wash", box, ((0.0, WHITE), (1.0, WHITE)), here, here)
    layers = (Layer("layer", (wash,)),)
    pose = Pose(clip=Box(0.0, 0.0, PAGE.width, PAGE.height))  # painted flat first
    with_it, without = (
        Frame(PAGE, (Sheet("ground", (), Pose(), GROUND), Sheet("sheet", marks, pose, GROUND)))
        for marks in (layers, ())
    )
    painter = FramePainter(device, Assets(pictures), loads=True)
    screen = QImage(*SMALL, QImage.Format.Format_RGB32)

    shown: Frame | None = None
    for coming in (with_it, without):
        rects = painter.damage(shown, coming)
        with QPainter(screen) as on:
            painter.paint(on, coming, rects)
        shown = coming

    assert screen == render(without, SMALL, Assets(pictures))
