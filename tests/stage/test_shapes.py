from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.marks import Gradient, Shape
from kiosk.stage.device import Device
from kiosk.stage.painting.shapes import ShapePainter
from kiosk.stage.painting.svg_path import parsed
from kiosk.theme import Colour

WHITE = Colour(1.0, 1.0, 1.0)
RISE = Shape("way", "M100 900C500 900 900 700 1200 300", stroke=WHITE, width=8, round_ends=True)


def painted(shape: Shape) -> QImage:
    """The shape on black, 1920 x 1080 pixels."""
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ShapePainter(Device(1920, 1080)).paint(painter, shape)
    return image


def different(one: QImage, other: QImage) -> QRect:
    """The rectangle around all pixels in which two images differ."""
    a, b = (
        np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
        for image in (one, other)
    )
    rows, columns = np.nonzero(a != b)
    return QRect(QPoint(columns.min(), rows.min()), QPoint(columns.max(), rows.max()))


@pytest.mark.parametrize("ink", [WHITE, Gradient(((100.0, WHITE), (900.0, WHITE.faded(0.2))))])
def test_a_line_that_grows_changes_at_its_head_alone(ink: Colour | Gradient) -> None:
    before, after = (replace(RISE, stroke=ink, trim=trim) for trim in (0.6, 0.61))

    (told,) = ShapePainter(Device(1920, 1080)).difference(before, after)

    assert told.contains(different(painted(before), painted(after)))
    assert max(told.width(), told.height()) < 60


def test_a_gradient_colours_a_line_from_left_to_right() -> None:
    ink = Gradient(((100.0, Colour(1.0, 0.0, 0.0)), (300.0, Colour(0.0, 0.0, 1.0))))
    line = Shape("line", "M0 0H400", 200, 500, stroke=ink, width=20)

    image = painted(line)

    seen = [image.pixelColor(x, 500) for x in (250, 400, 550)]
    assert seen[0] == QColor(255, 0, 0)
    assert seen[1].red() == pytest.approx(seen[1].blue(), abs=3)
    assert seen[2] == QColor(0, 0, 255)


def test_a_gradient_fills_an_outline_from_the_top_down() -> None:
    red, blue = Colour(1.0, 0.0, 0.0), Colour(0.0, 0.0, 1.0)
    square = Shape("square", "M0 0H400V400H0Z", 200, 500)

    image = painted(replace(square, fill=Gradient(((100.0, red), (300.0, blue)), "down")))

    seen = [image.pixelColor(400, y) for y in (550, 700, 850)]
    assert seen[0] == QColor(255, 0, 0)
    assert seen[1].red() == pytest.approx(seen[1].blue(), abs=3)
    assert seen[2] == QColor(0, 0, 255)


def test_all_commands_lead_to_where_svg_says() -> None:
    lines, curves = "M10,20 h30 v-5 l-10 5 H0 V0 L5 5", "C6 6 7 7 8 9 s1 1 2 2 Q20 20 30 10 t10 0"
    data = f"{lines} {curves} a5 5 0 0 1 10 0 z m1 1"

    path = parsed(data)

    assert (path.currentPosition().x(), path.currentPosition().y()) == (11.0, 21.0)


def test_numbers_after_a_move_are_lines() -> None:
    assert parsed("m1 1 2 0 0 2").length() == pytest.approx(4.0)


def test_the_flags_of_an_arc_need_no_space_after_them() -> None:
    assert parsed("M0 0a5 5 0 0110 0") == parsed("M0 0 A5 5 0 0 1 10 0")


@given(st.floats(1, 500), st.floats(0, 360))
def test_two_half_arcs_are_a_circle(radius: float, turn: float) -> None:
    data = (
        f"M{-radius} 0A{radius} {radius} {turn} 0 1 {radius} 0A{radius} {radius} 0 1 1 {-radius} 0"
    )

    path = parsed(data)

    assert path.length() == pytest.approx(2 * math.pi * radius, rel=0.02)
    assert path.boundingRect().height() == pytest.approx(2 * radius, rel=1e-3)


def test_the_sweep_flag_decides_on_which_side_an_arc_bulges() -> None:
    clockwise, other = (parsed(f"M-5 0A5 5 0 0 {flag} 5 0").boundingRect() for flag in "10")

    assert clockwise.center().y() < 0 < other.center().y()


@pytest.mark.parametrize(
    "data", ["M1", "M1 2 K", "hello", "M0 0 L 1 x", "M0 0 Z 5", "M0 0a1 1 0 2 1 3 3"]
)
def test_what_is_no_path_data_is_an_error(data: str) -> None:
    with pytest.raises(ValueError, match=r"path data|takes|numbers|arc"):
        parsed(data)
