"""What lies behind texts and charts as it is painted, and the contrast to it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.light import luminances
from kiosk.geometry import SHORT_SIDE, Pose
from kiosk.marks import Figure, Frame, Label, Layer, Sheet
from kiosk.stage.seeing import colours_of
from kiosk.theme import luminance
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Box, Size
    from kiosk.marks import Mark
    from kiosk.theme import Colour

SHORT_PX = 270  # of a slide that is painted: letters are some ten pixels tall
# A hundredth of what lies behind may come nearer: specks, and seams of what is painted small.
_SPECKS = 0.01
_GLARE = 0.05  # the light of the room on a screen, in WCAG's formula
_MOST = 21.0  # the contrast of black and white


@dataclass(frozen=True, slots=True)
class Behind:
    """What is painted behind texts or charts. colours: (rows, columns, 3) RGB of all the page."""

    colours: NDArray[np.uint8]
    page: Size

    def contrast(self, box: Box, ink: Colour) -> float:
        """The ink's contrast to the hundredth in `box` that comes nearest to it; 21 off the page.

        An ink that is seen through is seen as it lies there.
        """
        part = self._part(box)
        if not part.size:
            return _MOST
        shown = np.array(ink[:3]) * 255 * ink.opacity + part * (1 - ink.opacity)
        shown = np.rint(shown).astype(np.uint8)
        one, other = luminances(shown) + _GLARE, luminances(part) + _GLARE
        return float(np.quantile(np.maximum(one, other) / np.minimum(one, other), _SPECKS))

    def margin(self, box: Box, ink: Colour, *, is_lighter: bool) -> float:
        """The ink's contrast to all of it, if it is lighter (or darker) than that; else below 1."""
        part = luminances(self._part(box))
        if not part.size:
            return _MOST
        own = luminance(ink)
        if is_lighter:
            return (own + _GLARE) / (float(part.max()) + _GLARE)
        return (float(part.min()) + _GLARE) / (own + _GLARE)

    def _part(self, box: Box) -> NDArray[np.uint8]:
        """The colours of the pixels that `box`, in logical units, touches: (n, 3)."""
        scale = self.colours.shape[1] / self.page.width
        rows = slice(max(0, int(box.y * scale)), max(0, int(box.bottom * scale) + 1))
        columns = slice(max(0, int(box.x * scale)), max(0, int(box.right * scale) + 1))
        return self.colours[rows, columns].reshape(-1, 3)


def behind(seen: Seen, marks: Iterable[Mark]) -> Behind:
    """Those marks of the slide, but for what is read, painted in small on its ground."""
    page, scale = seen.page, SHORT_PX / SHORT_SIDE
    layer = Layer("all", tuple(mark for mark in marks if not isinstance(mark, Label | Figure)))
    frame = Frame(page, (Sheet("slide", (layer,), Pose(), seen.room.theme.ground),))
    size = (round(page.width * scale), round(page.height * scale))
    return Behind(colours_of(frame, size, seen.studio.assets, seen.studio.lines), page)
