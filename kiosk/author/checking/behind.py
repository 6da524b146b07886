"""What lies behind texts and charts as it is painted, and the contrast to it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.light import luminances
from kiosk.geometry import SHORT_SIDE, Pose
from kiosk.marks import Figure, Frame, Label, Layer, Picture, Sheet
from kiosk.motion.scene import Drift
from kiosk.stage.stills.seeing import colours_of
from kiosk.theme import luminance
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Box, Size
    from kiosk.marks import Mark, Marks
    from kiosk.motion.scene import Ambient
    from kiosk.theme import Colour

ROUGH_PX = 270  # of a slide that is painted without its pictures: shades are soft
FINE_PX = 540  # with them: lines of letters are two pixels of a screen and more
_LETTER = 48.0  # the side of what one letter lies on, in logical units, of larger ones a part
# What lies behind a letter may come nearer in a twenty-fifth of it: specks, such as stars.
_SPECKS = 0.04
_GLARE = 0.05  # the light of the room on a screen, in WCAG's formula
_MOST = 21.0  # the contrast of black and white


@dataclass(frozen=True, slots=True)
class Behind:
    """What is painted behind texts or charts. colours: (rows, columns, 3) RGB of all the page."""

    colours: NDArray[np.uint8]
    page: Size

    def contrast(self, box: Box, ink: Colour) -> float:
        """The ink's contrast where what lies behind comes nearest to it; 21 off the page.

        It is looked for letter by letter. An ink that is seen through is seen as it lies there.
        """
        part = self._part(box)
        if not part.size:
            return _MOST
        shown = np.array(ink[:3]) * 255 * ink.opacity + part * (1 - ink.opacity)
        one = luminances(np.rint(shown).astype(np.uint8)) + _GLARE
        other = luminances(part) + _GLARE
        return nearest(np.maximum(one, other) / np.minimum(one, other), self.scale)

    def margin(self, box: Box, ink: Colour, *, is_lighter: bool) -> float:
        """The ink's contrast to all of it, if it is lighter (or darker) than that; else below 1."""
        part = luminances(self._part(box))
        if not part.size:
            return _MOST
        own = luminance(ink)
        if is_lighter:
            return (own + _GLARE) / (float(part.max()) + _GLARE)
        return (float(part.min()) + _GLARE) / (own + _GLARE)

    @property
    def scale(self) -> float:
        """The pixels in a logical unit."""
        return float(self.colours.shape[1] / self.page.width)

    def _part(self, box: Box) -> NDArray[np.uint8]:
        """The colours of the pixels that `box`, in logical units, touches: (rows, columns, 3)."""
        return self.colours[touched(box, self.scale)]


def behind(seen: Seen, marks: Iterable[Mark], short_px: int = FINE_PX) -> Behind:
    """Those marks of the slide, but for what is read, painted in small on its ground."""
    drawn = tuple(mark for mark in marks if not isinstance(mark, Label | Figure))
    return Behind(painted(seen, drawn, seen.room.theme.ground, short_px), seen.page)


def painted(seen: Seen, marks: Marks, ground: Colour, short_px: int) -> NDArray[np.uint8]:
    """Marks on a ground, so many pixels on the page's short side: (rows, columns, 3), RGB."""
    page, scale = seen.page, short_px / SHORT_SIDE
    frame = Frame(page, (Sheet("slide", (Layer("all", marks),), Pose(), ground),))
    size = (round(page.width * scale), round(page.height * scale))
    return colours_of(frame, size, seen.studio.assets, seen.studio.lines)


def drifting(seen: Seen) -> Iterator[Marks]:
    """All of the slide from the back to the front, where pictures drift at both ends and between.

    In the middle of a drift its pictures have moved by less than a letter from either end.
    """
    drifts = [part.scene.ambient for part in seen.laid.placed]
    swings = (0.0, 0.5, 1.0) if any(isinstance(one, Drift) for one in drifts) else (0.0,)
    for swing in swings:
        yield tuple(
            _drifted(mark, part.scene.ambient, swing)
            for part in seen.laid.placed
            for mark in part.scene.full
        )


def touched(box: Box, scale: float) -> tuple[slice, slice]:
    """The rows and columns of pixels that a box, in logical units, touches."""
    rows = slice(max(0, int(box.y * scale)), max(0, int(box.bottom * scale) + 1))
    return rows, slice(max(0, int(box.x * scale)), max(0, int(box.right * scale) + 1))


def nearest(contrasts: NDArray[np.floating], scale: float) -> float:
    """The least contrast that a letter has to what lies behind it. contrasts: (rows, columns)."""
    side = max(1, round(min(_LETTER * scale, contrasts.shape[0])))
    found = (
        np.quantile(letter, _SPECKS)
        for row in np.array_split(contrasts, max(1, contrasts.shape[0] // side))
        for letter in np.array_split(row, max(1, contrasts.shape[1] // side), axis=1)
    )
    return float(min(found))


def _drifted(mark: Mark, ambient: Ambient | None, swing: float) -> Mark:
    """The mark when its drift has gone that share of its way."""
    if not isinstance(mark, Picture) or not isinstance(ambient, Drift):
        return mark
    return replace(mark, shift=(ambient.dx * swing, ambient.dy * swing))
