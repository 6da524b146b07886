"""What an eye would see of marks: where letters are painted, and a frame as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.geometry import Box
from kiosk.marks import Label, figure_text
from kiosk.stage.fonts.glyphs import EM
from kiosk.stage.painting.frames import render

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from kiosk.marks import Figure, Frame
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.pictures.assets import Assets

_FROM_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}


def text_of(mark: Label | Figure) -> str:
    """What is to be read of it."""
    return mark.text if isinstance(mark, Label) else figure_text(mark)


def ink_of(mark: Label | Figure, lines: Lines) -> Box:
    """Where the letters are painted, in logical units; the tails of commas hang below it."""
    text, em = text_of(mark), mark.style.size / EM
    whole = lines.line(text, mark.style)
    inner = lines.line(text.replace(",", "") or text, mark.style).ink
    left = mark.x - _FROM_LEFT[mark.align] * whole.advance * em + whole.ink.left() * em
    return Box(left, mark.y + inner.top() * em, whole.ink.width() * em, inner.height() * em)


def colours_of(
    frame: Frame, size: tuple[int, int], assets: Assets, lines: Lines
) -> NDArray[np.uint8]:
    """The frame painted on so many pixels: (rows, columns, 3) of red, green and blue."""
    return rgb_of(render(frame, size, assets, lines))


def rgb_of(image: QImage) -> NDArray[np.uint8]:
    """The colours of an image of 32 bits a pixel, copied: (rows, columns, 3)."""
    height, width = image.height(), image.width()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 4 * width].reshape(height, width, 4)[:, :, 2::-1].copy()
