"""How strong a shade has to be, for all that is drawn on it to be told from any picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import ARRAYS
from kiosk.elements.legibility import over_any, strength_for
from kiosk.elements.shade import DEEPEST
from kiosk.limits import MEANING_CONTRAST
from kiosk.marks import Figure, Gradient, Label, Picture, Shape, Wash
from kiosk.theme import Colour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.batches import Batch
    from kiosk.marks import Marks
    from kiosk.typesetting.sight import Sight

SOLID = 0.8  # the opacity from which on a colour is no tint of what lies behind


def shade_for(marks: Marks, scrim: Colour, sight: Sight) -> float:
    """The least strength of `scrim` on which texts, and what carries meaning, stand out; 0 to 1.

    What does not stand out from the scrim itself does not count: it is written on a mark, or is to
    be seen little.
    """
    hardest: dict[float, tuple[float, Colour]] = {}
    for ink, needed in _inks(marks, sight):
        found = over_any(ink, scrim, 1.0)
        if found >= needed and found < hardest.get(needed, (found + 1.0,))[0]:
            hardest[needed] = (found, ink)
    strengths = (strength_for(ink, scrim, needed) for needed, (_, ink) in hardest.items())
    return min(DEEPEST, max(strengths, default=0.0))


def _inks(marks: Marks, sight: Sight) -> Iterator[tuple[Colour, float]]:
    """The colours of those marks, each with the contrast that it needs."""
    for mark in marks:
        if isinstance(mark, Label | Figure):
            ink = mark.colour.faded(mark.opacity)
            yield ink, sight.contrast(mark.style.size)
        elif not isinstance(mark, Picture | Wash):
            inks = _of_shape(mark) if isinstance(mark, Shape) else _of_batch(mark)
            solid = (ink for ink in inks if ink.opacity * mark.opacity >= SOLID)
            yield from ((ink._replace(opacity=1.0), MEANING_CONTRAST.value) for ink in solid)


def _of_batch(batch: Batch) -> Iterator[Colour]:
    """The colours of its rows, each once."""
    for name in ARRAYS[type(batch)][1]:
        rows = dict.fromkeys(map(tuple, getattr(batch, name).tolist()))
        yield from (Colour(*row) for row in rows)


def _of_shape(shape: Shape) -> Iterator[Colour]:
    """The colours of its inside and of its line."""
    for paint in (shape.fill, shape.stroke):
        if isinstance(paint, Gradient):
            yield from (colour for _, colour in paint.stops)
        elif paint is not None:
            yield paint
