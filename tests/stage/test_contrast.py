"""Text over pictures, measured: what is painted behind every label against the label's colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.author.checking.behind import Behind
from kiosk.geometry import page_size
from kiosk.marks import Figure, Label
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import HOME, Options
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.stills.seeing import colours_of, ink_of, text_of
from kiosk.theme import contrast
from tests.gallery import SLIDES, opened

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.marks import Frame, Sheet
    from kiosk.playback.state import Mode
    from kiosk.show.model import Show

YUBEI = SLIDES / "yubei"
READABLE = {"dusk": 4.5, "paper": 4.5, "contrast": 7.0}
LEAST = 4.5  # of what is large, or coloured: a chapter's own colour is 7:1 on black alone
LARGE, READABLE_LARGE = 40.0, 3.0  # a chapter's numeral
HALF_SIZES = {"landscape": (960, 540), "portrait": (540, 960)}


@pytest.fixture(scope="module")
def yubei(app: QGuiApplication) -> Show:
    del app  # it must be there
    return opened(YUBEI)


def texts(frame: Frame) -> list[Label | Figure]:
    """What is to be read."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return [m for m in marks if isinstance(m, Label | Figure) and m.opacity > 0.5]


def without_texts(frame: Frame) -> Frame:
    """The frame with everything but what is to be read."""
    return replace(frame, sheets=tuple(map(_without_texts, frame.sheets)))


def _without_texts(sheet: Sheet) -> Sheet:
    layers = (
        replace(layer, marks=tuple(m for m in layer.marks if not isinstance(m, Label | Figure)))
        for layer in sheet.layers
    )
    return replace(sheet, layers=tuple(layers))


def hard_to_read(
    frame: Frame, size: tuple[int, int], measure: QtMeasure, readable: float
) -> list[str]:
    """Every text with too little contrast to what lies behind it."""
    lines = measure.lines
    behind = Behind(colours_of(without_texts(frame), size, Assets(YUBEI), lines), frame.size)
    found = []
    for mark in texts(frame):
        ink, large, text = mark.colour, mark.style.size >= LARGE, text_of(mark)
        is_white = min(ink[:3]) > 0.8
        least = readable if is_white and not large else min(readable, LEAST)
        least = READABLE_LARGE if large and len(text) == 1 else least
        if (measured := behind.contrast(ink_of(mark, lines), ink)) < least:
            found.append(f"{text!r} has {measured:.1f}")
    return found


@pytest.mark.parametrize("shape", HALF_SIZES)
@pytest.mark.parametrize("theme", READABLE)
@pytest.mark.parametrize("is_large", [False, True], ids=["", "larger-text"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_can_be_read_over_what_is_painted_behind_it(
    yubei: Show, shape: str, theme: str, is_large: bool, language: str
) -> None:
    measure, size = QtMeasure(), HALF_SIZES[shape]
    composer = Composer(page_size(*size), measure)
    options = Options(takes_all=True, look=Look(language, theme, is_large=is_large))
    modes: tuple[Mode, ...] = ("visit",) if is_large else ("visit", "loop")
    ids = [HOME, *(slide.id for slide in yubei.slides if slide.parts.picture is not None)]

    found = {
        slide: poor
        for slide in ids
        for mode in modes
        if (
            poor := hard_to_read(
                composer.frame(seek(yubei, slide, LONG_S, options, mode), 0.0),
                size,
                measure,
                READABLE[theme],
            )
        )
    }

    assert found == {}


def test_all_that_the_theme_contrast_draws_stands_out_sevenfold_from_its_ground(
    yubei: Show,
) -> None:
    theme = yubei.themes["contrast"]

    inks = (theme.text, theme.quiet, theme.line, theme.quiet_series, *theme.accents)

    assert min(contrast(ink, theme.ground) for ink in inks) >= READABLE["contrast"]
    assert not theme.glows
    assert not theme.bars_fade
