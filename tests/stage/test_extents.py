"""Where the core thinks that outlines lie, and where Qt draws them."""

from __future__ import annotations

import pytest

from kiosk.charts.icons import ICONS
from kiosk.marks import Shape
from kiosk.playback.views.buttons import BACK_ICON, HOME_ICON, LINK_ICON
from kiosk.playback.views.extents import boxes_of
from kiosk.playback.views.outlines import circle, rounded
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.svg_path import parsed
from tests.gallery import GALLERY, frames, gallery_names, opened

pytestmark = pytest.mark.usefixtures("app")

OUTLINES = (
    BACK_ICON, HOME_ICON, LINK_ICON, circle(32.0), rounded(300.0, 80.0, 12.0),
    "m10,10 h20 v-5 l3,3 z M1,2 3,4 5,-6", "M0,0 q10,0 10,10 t5,5 s5,5 9,9 c1,2,3,4,5,6 Z",
)  # fmt: skip


def paths() -> set[str]:
    """The outlines of the icons, of the chrome, and of what the gallery draws."""
    drawn = {
        mark.path
        for name in gallery_names()
        for _, frame in frames(opened(GALLERY / name), QtMeasure())
        for sheet in frame.sheets
        for layer in sheet.layers
        for mark in layer.marks
        if isinstance(mark, Shape)
    }
    return drawn | {part.path for icon in ICONS.values() for part in icon.parts} | set(OUTLINES)


def test_an_outline_lies_where_qt_draws_it_handles_included() -> None:
    for path in paths():
        drawn = parsed(path).controlPointRect()

        (box,) = boxes_of(Shape("shape", path), QtMeasure())

        if "a" not in path.lower():
            assert (box.x, box.y) == pytest.approx((drawn.x(), drawn.y()), abs=0.01), path
            assert (box.width, box.height) == pytest.approx(
                (drawn.width(), drawn.height()), abs=0.01
            ), path
