"""A process that draws one SVG picture: its text comes in, its pixels go out.

    python -m kiosk.stage.vetting.vector_worker SECONDS WIDTH HEIGHT X Y CUT_WIDTH CUT_HEIGHT < SVG

Longer than those seconds of processor time it does not work. Pixels go out as rows of 32 bits,
premultiplied. The exit status is 1 for what is no SVG.
"""

from __future__ import annotations

import sys

from kiosk.stage.app import application
from kiosk.stage.vetting.workers import limit

MOST_MIB_OF_A_PICTURE_WITHIN = 128


def main(arguments: list[str]) -> int:
    """Draws what comes in."""
    longest_s, *numbers = arguments
    limit(float(longest_s))
    application("offscreen")  # text needs the program's fonts
    from PySide6.QtCore import QRectF  # noqa: PLC0415 - see `kiosk.stage.app`
    from PySide6.QtGui import QImage, QImageReader, QPainter  # noqa: PLC0415 - the same
    from PySide6.QtSvg import QSvgRenderer, QtSvg  # noqa: PLC0415 - the same

    width, height, left, top, cut_width, cut_height = (int(word) for word in numbers)
    QImageReader.setAllocationLimit(MOST_MIB_OF_A_PICTURE_WITHIN)
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.DisableAnimations)
    if not renderer.load(sys.stdin.buffer.read()):
        return 1
    image = QImage(cut_width, cut_height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.translate(-left, -top)
        renderer.render(painter, QRectF(0, 0, width, height))
    sys.stdout.buffer.write(image.constBits())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
