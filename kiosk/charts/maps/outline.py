"""Where there is land."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.batches import Floats

_STEPS = 10.0  # of a degree, in the outline


def on_land(longitudes: Floats, latitude: float) -> NDArray[np.bool_]:
    """Which places on one parallel are on land; degrees, the longitudes from -180 to 180; (n,)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    x1, y1, x2, y2 = _edges().T
    crossed = (y1 <= latitude) != (y2 <= latitude)
    x1, y1, x2, y2 = x1[crossed], y1[crossed], x2[crossed], y2[crossed]
    coasts = np.sort(x1 + (latitude - y1) / (y2 - y1) * (x2 - x1))
    return np.asarray(np.searchsorted(coasts, longitudes) % 2 == 1)


@lru_cache(1)
def _edges() -> Floats:
    """The pieces of all coasts: (n, 4) longitude and latitude of both ends, degrees."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    from kiosk.charts.maps.land import OUTLINE  # noqa: PLC0415 - only maps need it

    rings = [_decoded(text) for text in OUTLINE.split()]
    return np.concatenate([np.hstack((ring, np.roll(ring, -1, axis=0))) for ring in rings])


def _decoded(text: str) -> Floats:
    """The places of a ring in Google's encoded polyline format; (n, 2) degrees."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    numbers: list[int] = []
    value = shift = 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return np.cumsum(np.array(numbers, dtype=np.float64).reshape(-1, 2), axis=0) / _STEPS
