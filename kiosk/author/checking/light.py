"""The light of painted pixels: what the theme says of one colour, of as many as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.theme import LUMINANCE, light_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIGHT = np.array([light_of(value / 255) for value in range(256)], np.float32)
LIGHT.flags.writeable = False
WEIGHTS = np.array(LUMINANCE, np.float32)


def luminances(colours: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The relative luminance of each colour, 0 to 1. colours: (…, 3) sRGB, 0 to 255."""
    return LIGHT[colours] @ WEIGHTS
