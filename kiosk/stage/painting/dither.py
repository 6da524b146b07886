"""Turns images of 16 bits a channel into 8 bits without bands: dark gradients show them.

Ordered dithering (Bayer 1973): each pixel is rounded up or down by its place in a small pattern,
so that an area keeps its mean. Done with Qt's own operations, as numpy would cost start-up time.
"""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QImage, QPainter

DEEP = QImage.Format.Format_RGBX64
_LEVEL = 257  # of 65535: one step of 8 bits
_SIDE = 8  # pixels of the pattern
_REPEATED = 8  # a brush of more pixels is faster


def pattern() -> QImage:
    """An image of what is added to each pixel, less than a step."""
    rows = [[_rank(x, y) for x in range(_SIDE)] for y in range(_SIDE)]
    data = bytearray()
    for row in rows * _REPEATED:
        for rank in row * _REPEATED:
            grey = ((2 * rank + 1) * _LEVEL // (2 * _SIDE * _SIDE)).to_bytes(2, "little")
            data += grey * 3 + b"\xff\xff"
    side = _SIDE * _REPEATED
    return QImage(bytes(data), side, side, side * 8, DEEP).copy()


def dithered(deep: QImage, steps: QImage) -> QImage:
    """`deep`, whose format is `DEEP`, in 8 bits a channel. `deep` is used up. steps: `pattern`."""
    with QPainter(deep) as painter:
        # The conversion rounds to the nearest; half a step less makes it round down.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.fillRect(deep.rect(), QColor.fromRgba64(_LEVEL // 2, _LEVEL // 2, _LEVEL // 2))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.fillRect(deep.rect(), QBrush(steps))
    return deep.convertToFormat(QImage.Format.Format_RGB32)


def _rank(x: int, y: int) -> int:
    """The place of a pixel in Bayer's order: 0 to 63, neighbours far apart."""
    rank = 0
    for bit in range(3):
        x_bit, y_bit = x >> bit & 1, y >> bit & 1
        rank = rank << 2 | (x_bit ^ y_bit) << 1 | y_bit
    return rank
