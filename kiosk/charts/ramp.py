"""Colours for values: equal steps of a value look equally far apart, on every theme.

They lie on straight lines in OKLab, in which distances are those that people see (Björn Ottosson,
"A perceptual color space for image processing", 2020; his matrices are in the public domain).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_START = 0.3  # of the way from the ground to the quiet colour of series


@dataclass(frozen=True, slots=True)
class Ramp:
    """The colours of the values from `low` to `high`.

    below, middle, above: what the furthest value below zero is, what none or the least is, and what
    the greatest is. has_zero: whether the values lie on both sides of zero, which is the middle
    then, and both sides are measured alike.
    """

    low: float
    high: float
    below: Colour
    middle: Colour
    above: Colour
    has_zero: bool

    def colours(self, values: Sequence[float]) -> Floats:
        """The colours of finite values within the ramp: (n, 4)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        ways = self._ways(np.array(values, dtype=np.float64))[:, None]
        below, middle, above = oklab(np.array([self.below, self.middle, self.above])[:, :3])
        ends = np.where(ways < 0.0, below, above)
        shown = srgb(middle + (ends - middle) * abs(ways))
        return np.hstack((shown, np.ones((len(shown), 1))))

    def _ways(self, values: Floats) -> Floats:
        """How far they are from the middle: -1 to 1."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        if self.has_zero:
            return values / max(abs(self.low), abs(self.high))
        half = self.high / 2 - self.low / 2  # so that the largest floats have a difference
        if half <= 0.0:
            return np.full(len(values), 1.0 if self.high > 0.0 else 0.0)
        return np.clip((values / 2 - self.low / 2) / half, 0.0, 1.0)


def ramp_of(values: Sequence[float], setting: Setting) -> Ramp:
    """The ramp of finite values, which are not none: towards the accent.

    Where some are below zero and some above, those below go towards the theme's accent that is
    furthest from it.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    theme = setting.theme
    ground, quiet = oklab(np.array([theme.ground, theme.quiet_series])[:, :3])
    red, green, blue = srgb(ground + _START * (quiet - ground)[None])[0].tolist()
    start = theme.ground._replace(red=red, green=green, blue=blue)
    labs = oklab(np.array([setting.accent, *theme.accents])[:, :3])
    other = theme.accents[int(np.hypot(*(labs[1:] - labs[0])[:, 1:].T).argmax())]
    low, high = min(values), max(values)
    return Ramp(low, high, other, start, setting.accent, has_zero=low < 0.0 < high)


def oklab(colours: Floats) -> Floats:
    """SRGB colours, 0 to 1, in OKLab: (n, 3)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    lab: Floats = np.cbrt(linear @ np.array(_TO_CONES).T) @ np.array(_TO_LAB).T
    return lab


def srgb(lab: Floats) -> Floats:
    """OKLab colours in sRGB, those that no screen shows as near as can be: (n, 3)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    cones = (lab @ np.linalg.inv(_TO_LAB).T) ** 3
    linear = np.clip(cones @ np.linalg.inv(_TO_CONES).T, 0.0, 1.0)
    shown: Floats = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    )
    return shown
