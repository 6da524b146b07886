"""How large text has to be: from the screen, and how far away the people stand who read it."""

from __future__ import annotations

import math

from kiosk.limits import CAPITAL as CAPITAL_MM
from kiosk.limits import CAPTION, CONTRAST, LARGE_CONTRAST, LARGE_TEXT, LARGER, TEXT
from kiosk.values import dataclass

CAPITAL = 0.727  # height of a capital in Inter, in em; a Chinese character is higher
_SMALLEST = 26.0  # logical units an em: the least of the scale, whatever the screen
_TEXT_FROM = 32.0  # from this size on it is ordinary text; what is smaller is a caption
_LEVEL = 40.0  # what is larger stays larger than text that grows: by the root of how much it was
_MOST_GROWN = 2.2  # times the scale; with more a slide does not hold its texts
_LEAST_BODY = 34.0


@dataclass(frozen=True, slots=True)
class Sight:
    """Logical units in a millimetre of the screen, and the metres from it to the readers.

    The default is 43 inches, of 16:9, seen from 1.5 m: there the scale of `kiosk.theme` is itself.
    share: of all that, for a slide whose texts have no room even at the smallest size.
    """

    px_per_mm: float = 2.017
    viewing_m: float = 1.5
    share: float = 1.0

    def smallest(self, *, is_large: bool = False) -> float:
        """The size, in logical units an em, that nothing is smaller than."""
        limit = LARGER if is_large else CAPTION
        return self.share * self._em(limit.value, _SMALLEST)

    def readable(self, *, is_large: bool = False) -> float:
        """The size, in logical units an em, that ordinary text is not smaller than."""
        limit = LARGER if is_large else TEXT
        return max(
            self.share * self._em(limit.value, _LEAST_BODY), self.smallest(is_large=is_large)
        )

    @property
    def large(self) -> float:
        """The size, in logical units an em, from which on text may have the contrast of large text.

        At most what a slide holds.
        """
        return min(LARGE_TEXT.value * self.viewing_m * self.px_per_mm, _MOST_GROWN * _LEAST_BODY)

    def contrast(self, size: float) -> float:
        """The contrast that text of that size needs, in logical units an em."""
        em_mm_per_m = size / self.px_per_mm / self.viewing_m
        return LARGE_CONTRAST.value if em_mm_per_m >= LARGE_TEXT.value else CONTRAST.value

    def grown(self, size: float, *, is_large: bool = False) -> float:
        """A size of the scale as it is here: at least what can be read, the larger ones in order.

        size: logical units an em. What is large enough stays as it is.
        """
        if size < _TEXT_FROM:
            return max(self.share * size, self.smallest(is_large=is_large))
        in_order = math.sqrt(max(1.0, size / _LEVEL))
        return max(self.share * size, in_order * self.readable(is_large=is_large))

    @property
    def farthest_m(self) -> float:
        """How far from the screen its text can be read: larger type a slide does not hold."""
        sizes = ((TEXT.value, _LEAST_BODY), (CAPTION.value, _SMALLEST))
        return min(_MOST_GROWN * em * CAPITAL / self.px_per_mm / mm_m for mm_m, em in sizes)

    def _em(self, mm_per_m: float, at: float) -> float:
        """The em whose capitals are so high; at most what a slide holds for type of size `at`."""
        height = max(CAPITAL_MM.value, mm_per_m * self.viewing_m) * self.px_per_mm
        return max(_SMALLEST, min(height / CAPITAL, _MOST_GROWN * at))


NEAR = Sight()
