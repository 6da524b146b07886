"""Draws SVG pictures in a process of its own, which is killed when it takes too long."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from kiosk.phrases import phrase
from kiosk.stage.vetting.vector_text import Unfit
from kiosk.stage.vetting.workers import asked

LONGEST_S = 10.0
WORKER = "kiosk.stage.vetting.vector_worker"


def drawn(content: bytes, shown: QSize, cut: QRect, longest_s: float = LONGEST_S) -> QImage | Unfit:
    """The part `cut` of the SVG drawn at the size `shown`, with its transparency.

    content: vetted. Takes a third of a second, for the process to start; `longest_s` of processor
    time at most.
    """
    numbers = (shown.width(), shown.height(), cut.x(), cut.y(), cut.width(), cut.height())
    answer = asked(WORKER, tuple(map(str, numbers)), content, longest_s)
    if answer.too_slow_s is not None:
        return Unfit(
            phrase("takes longer than {time} s to draw; simplify it", time=f"{answer.too_slow_s:g}")
        )
    if answer.status != 0 or len(answer.output) != 4 * cut.width() * cut.height():
        return Unfit(phrase("cannot be drawn"))
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(answer.output, cut.width(), cut.height(), 4 * cut.width(), kind).copy()
