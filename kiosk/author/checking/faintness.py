"""Charts over pictures of which something cannot be told from the picture (WCAG 2.2, 1.4.11).

What a chart draws is painted alone, on black and on white: the two tell the colour of each pixel
and how solid it is, whatever kind of mark has drawn it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.behind import drifting, painted, touched
from kiosk.author.checking.contrast import ANOTHER_PLACE, BLACK, WHITE, blanked, floored, marks_of
from kiosk.author.checking.faults import Fault
from kiosk.author.checking.light import luminances
from kiosk.charts.base import Chart
from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.layouts.needs import SOLID
from kiosk.limits import MEANING_CONTRAST
from kiosk.marks import Figure, Label, Picture, Wash
from kiosk.phrases import phrase
from kiosk.theme import luminance
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.marks import Mark, Marks
    from kiosk.theme import Colour

    Shares = NDArray[np.floating]

_PX = 720  # on the page's short side: lines are some pixels thick
_GLARE = 0.05  # the light of the room on a screen, in WCAG's formula
_CELL = 32  # pixels: the side of a piece of a chart in which nothing may be lost
_LEAST = 12  # pixels that a piece has, to be one
_NEAR = 0.25  # of a piece, that may come nearer: edges are smoothed


def faint_chart(seen: Seen) -> Iterator[Fault]:
    """Each chart over a picture of which something cannot be told from it that could on a ground.

    What stands out little by design is not meant, such as a low value of a scale or a grid: WCAG
    asks for what is required to understand the content.
    """
    elements = {} if seen.slide is None else elements_of(seen.slide.parts)
    pictures: list[Box] = []
    for part in seen.laid.placed:
        if isinstance(elements.get(part.key), Chart):
            whole = part.box or Box(0.0, 0.0, seen.page.width, seen.page.height)
            if any(picture.meets(whole) for picture in pictures):
                found = _nearest(part.scene.full, pictures, seen)
                if found < MEANING_CONTRAST.value:
                    yield _faint(part.key, found)
        pictures += (mark.box for mark in part.scene.full if isinstance(mark, Picture))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The pixels of a chart that are to be seen, n of them, piece by piece.

    at: (n,) their places among all of the page, row by row. light: (n,) of their own colours.
    starts: where in those the pieces begin, but for the first.
    """

    at: NDArray[np.intp]
    light: Shares
    starts: NDArray[np.intp]

    def contrast(self, behind: NDArray[np.uint8]) -> float:
        """The least contrast that a piece of it has to what lies behind; 21 where there is none."""
        one = self.light + _GLARE
        other = luminances(behind.reshape(-1, 3)[self.at]) + _GLARE
        pieces = np.split(np.maximum(one, other) / np.minimum(one, other), self.starts)
        found = (float(np.quantile(each, _NEAR)) for each in pieces if each.size >= _LEAST)
        return min(found, default=21.0)


def _nearest(marks: Marks, pictures: list[Box], seen: Seen) -> float:
    """The least contrast of a chart of those marks to the pictures, or to any that could be there.

    The pictures themselves are looked at only where shades do not make up for any.
    """
    drawn = _drawn(marks, pictures, seen)
    worst = 21.0
    for blank in (WHITE, BLACK):
        if worst >= MEANING_CONTRAST.value:
            blanks = (blanked(mark, blank) for mark in marks_of(seen))
            worst = min(worst, drawn.contrast(_without(marks, blanks, seen)))
    if worst >= MEANING_CONTRAST.value:
        return worst
    return min(drawn.contrast(_without(marks, all_of, seen)) for all_of in drifting(seen))


def _drawn(marks: Marks, pictures: Iterable[Box], seen: Seen) -> _Drawn:
    """What those marks draw where pictures are, apart from texts and shades."""
    own = tuple(mark for mark in marks if not isinstance(mark, Label | Figure | Picture | Wash))
    on_black, on_white = (painted(seen, own, ground, _PX) for ground in (BLACK, WHITE))
    solid = 1.0 - (on_white.astype(np.int16) - on_black).max(axis=2) / 255.0
    over = np.zeros(solid.shape, bool)
    for picture in pictures:
        over[touched(picture, solid.shape[1] / seen.page.width)] = True
    rows, columns = np.nonzero(over & (solid >= SOLID))
    colours = on_black[rows, columns] / solid[rows, columns, None]
    light = luminances(np.clip(np.rint(colours), 0, 255).astype(np.uint8))
    scrim = luminance(_scrim(seen))
    contrasts = (np.maximum(light, scrim) + _GLARE) / (np.minimum(light, scrim) + _GLARE)
    pieces = rows // _CELL * solid.shape[1] + columns // _CELL
    order = np.argsort(pieces, kind="stable")
    order = order[contrasts[order] >= MEANING_CONTRAST.value]
    starts = np.nonzero(np.diff(pieces[order]))[0] + 1
    return _Drawn((rows * solid.shape[1] + columns)[order], light[order], starts)


def _scrim(seen: Seen) -> Colour:
    """The colour of shades on the slide's picture."""
    setting = seen.room.setting()
    picture = None if seen.slide is None else seen.slide.parts.picture
    theme = picture.theme_on(setting) if isinstance(picture, PictureElement) else setting.theme
    return theme.scrim


def _without(own: Marks, marks: Iterable[Mark], seen: Seen) -> NDArray[np.uint8]:
    """All of those marks but the chart's own and texts, painted."""
    gone = {id(mark) for mark in own}
    below = tuple(m for m in marks if id(m) not in gone and not isinstance(m, Label | Figure))
    return painted(seen, below, seen.room.theme.ground, _PX)


def _faint(part: str, found: float) -> Fault:
    """A chart that has only so much contrast to the picture."""
    needed = MEANING_CONTRAST.value
    what = phrase(
        "something in the chart has a contrast of {found}:1 to the picture behind it, and needs "
        "{needed}:1", found=floored(found), needed=f"{needed:g}",
    )  # fmt: skip
    return Fault(part, "faint-chart", what, ANOTHER_PLACE, needed / found)
