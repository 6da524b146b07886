"""Pictures that drift."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.geometry import Box
from kiosk.marks import Picture
from kiosk.stage.device import Device
from kiosk.stage.painting.pictures import PicturePainter
from kiosk.stage.pictures.assets import Assets

HD, UHD = Device(1920, 1080), Device(3840, 2160)


@pytest.fixture
def folder(pictures: Path, tmp_path: Path) -> Path:
    """A folder with `stripe.png`: black, one column white."""
    del pictures  # the application must be there
    image = QImage(104, 54, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    for y in range(54):
        image.setPixelColor(52, y, QColor(255, 255, 255))
    image.save(str(tmp_path / "stripe.png"))
    return tmp_path


def drifted(folder: Path, dx: float, dy: float = 0.0) -> list[int]:
    """The greys about the middle of the picture, moved by so many logical units."""
    picture = Picture("p", "stripe.png", Box(0, 0, 100, 50), overscan=1.04, shift=(dx, dy))
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    with QPainter(image) as on:
        PicturePainter(HD, Assets(folder), loads=True).paint(on, picture)
    return [image.pixelColor(x, 25).red() for x in range(48, 53)]


def test_a_picture_that_moves_by_part_of_a_pixel_mixes_neighbours(folder: Path) -> None:
    still, part, whole = drifted(folder, 0.0), drifted(folder, -0.25), drifted(folder, -1.0)

    assert still == [0, 0, 255, 0, 0]
    assert part == pytest.approx([0, 64, 191, 0, 0], abs=2)
    assert whole == [0, 255, 0, 0, 0]


@pytest.mark.parametrize("dx", [0.0, -0.25, -0.5, -0.75])
@pytest.mark.parametrize("dy", [0.0, -0.25, -0.5, -0.75])
def test_its_light_stays_the_same_on_the_way(folder: Path, dx: float, dy: float) -> None:
    assert sum(drifted(folder, dx, dy)) == pytest.approx(255, abs=3)


def test_it_shows_no_edge_however_far_it_is_moved(folder: Path) -> None:
    assert drifted(folder, -99.6, -99.6) == drifted(folder, -2.0, -2.0)


def test_on_a_fine_screen_it_goes_by_whole_pixels(folder: Path) -> None:
    picture = Picture("p", "stripe.png", Box(0, 0, 100, 50), shift=(-0.3, 0.0))

    steps = {
        device.height: PicturePainter(device, Assets(folder), loads=True).offset(picture).x()
        for device in (HD, UHD)
    }

    assert steps == {1080: -1, 2160: -4}
