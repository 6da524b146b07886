"""Text over pictures, measured: what is painted behind every label against the label's colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.geometry import page_size
from kiosk.marks import Figure, Label, figure_text
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import HOME, Options
from kiosk.stage.assets import Assets
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.theme import Colour, contrast
from tests.gallery import SLIDES, opened

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QGuiApplication

    from kiosk.marks import Frame, Sheet
    from kiosk.playback.state import Mode
    from kiosk.show.model import Show
    from kiosk.theme import TextStyle

YUBEI = SLIDES / "yubei"
READABLE = {"dusk": 4.5, "paper": 4.5, "contrast": 7.0}
LEAST = 4.5  # of what is large, or coloured: a chapter's own colour is 7:1 on black alone
LARGE, READABLE_LARGE = 40.0, 3.0  # a chapter's numeral
HALF_SIZES = {"landscape": (960, 540), "portrait": (540, 960)}
EM = 1000


@pytest.fixture(scope="module")
def yubei(app: QGuiApplication) -> Show:
    del app  # it must be there
    return opened(YUBEI)


def texts(frame: Frame) -> list[tuple[str, float, float, TextStyle, Colour, str]]:
    """Text, anchor, baseline, style, colour and alignment of what is to be read."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return [
        (
            mark.text if isinstance(mark, Label) else figure_text(mark),
            mark.x, mark.y, mark.style, mark.colour, mark.align,
        )
        for mark in marks
        if isinstance(mark, Label | Figure) and mark.opacity > 0.5
    ]  # fmt: skip


def without_texts(frame: Frame) -> Frame:
    """The frame with everything but what is to be read."""
    return replace(frame, sheets=tuple(map(_without_texts, frame.sheets)))


def _without_texts(sheet: Sheet) -> Sheet:
    layers = (
        replace(layer, marks=tuple(m for m in layer.marks if not isinstance(m, Label | Figure)))
        for layer in sheet.layers
    )
    return replace(sheet, layers=tuple(layers))


def pixels(frame: Frame, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The painted frame, (rows, columns, 3) of red, green and blue."""
    image = render(frame, size, Assets(YUBEI))
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(size[1], image.bytesPerLine())
    return rows[:, : 4 * size[0]].reshape(size[1], size[0], 4)[:, :, 2::-1].copy()


def luminances(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The relative luminance of each colour."""
    part = colours.astype(np.float64) / 255
    line = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    shares: NDArray[np.float64] = line @ np.array([0.2126, 0.7152, 0.0722])
    return shares


def worst_contrast(behind: NDArray[np.float64], ink: Colour) -> float:
    """The ink's contrast to the hundredth that comes nearest to it in lightness."""
    value = (contrast(ink, Colour(0, 0, 0)) * 0.05) - 0.05
    nearest = float(np.quantile(behind, 0.99 if value > float(np.median(behind)) else 0.01))
    light, dark = max(value, nearest), min(value, nearest)
    return (light + 0.05) / (dark + 0.05)


def hard_to_read(
    frame: Frame, size: tuple[int, int], measure: QtMeasure, readable: float
) -> list[str]:
    """Every text with too little contrast to what lies behind it."""
    scale = size[0] / frame.size.width
    behind = luminances(pixels(without_texts(frame), size))
    found = []
    for text, x, y, style, ink, align in texts(frame):
        line = measure.lines.line(text, style)
        em, shift = style.size / EM, {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        left = x - shift * line.advance * em + line.ink.left() * em
        top, wide, high = y + line.ink.top() * em, line.ink.width() * em, line.ink.height() * em
        columns = slice(max(0, int(left * scale)), int((left + wide) * scale) + 1)
        rows = slice(max(0, int(top * scale)), int((top + high) * scale) + 1)
        part = behind[rows, columns]
        is_white = min(ink[:3]) > 0.8
        least = readable if is_white and style.size < LARGE else min(readable, LEAST)
        least = READABLE_LARGE if style.size >= LARGE and len(text) == 1 else least
        if part.size and (measured := worst_contrast(part, ink)) < least:
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
