"""Draws SVG pictures in a process of its own, which is killed when it takes too long."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from kiosk.phrases import phrase
from kiosk.stage.vector_vetting import Unfit

LONGEST_S = 10.0
WORKER = "kiosk.stage.vector_worker"


def drawn(content: bytes, shown: QSize, cut: QRect, longest_s: float = LONGEST_S) -> QImage | Unfit:
    """The part `cut` of the SVG drawn at the size `shown`, with its transparency.

    content: vetted. Takes a third of a second, for the process to start, and `longest_s` at most.
    """
    numbers = (shown.width(), shown.height(), cut.x(), cut.y(), cut.width(), cut.height())
    try:
        done = subprocess.run(  # noqa: S603 - this very program, with numbers
            [sys.executable, "-m", WORKER, *map(str, numbers)],
            input=content, capture_output=True, check=False, timeout=longest_s,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Unfit(
            phrase("takes longer than {time} s to draw; simplify it", time=f"{longest_s:g}")
        )
    if done.returncode != 0 or len(done.stdout) != 4 * cut.width() * cut.height():
        return Unfit(phrase("cannot be drawn"))
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(done.stdout, cut.width(), cut.height(), 4 * cut.width(), kind).copy()
