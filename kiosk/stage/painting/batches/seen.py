"""Which rows of a batch are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect

    from kiosk.batches import Floats


def touching(boxes: Floats, within: QRect) -> NDArray[np.bool_]:
    """Which boxes (left, top, right, bottom, in pixels) touch the pixels `within`; (n,)."""
    left, top, right, bottom = boxes.T
    across = (left < within.right() + 1) & (right > within.left())
    found: NDArray[np.bool_] = across & (top < within.bottom() + 1) & (bottom > within.top())
    return found
