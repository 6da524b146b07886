from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.marks import Frame
from kiosk.stage.assets import Assets
from kiosk.stage.device import Device
from kiosk.stage.draw import FramePainter, render
from kiosk.stage.glyphs import Lines
from tests.stage.frames import Chance, changed, frame


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
