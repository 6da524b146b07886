"""Where an annotation lies on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.annotations.annotation import Annotation
    from kiosk.charts.annotations.ground import Ground, Stretch

Form = Literal["band", "level", "upright", "note"]

_AT_END = 6.0  # logical units from a bar's end to what is noted there
_SLACK = 1.0  # logical units that a line may lie beyond the plane


@dataclass(frozen=True, slots=True)
class Extent:
    """What an annotation covers: a band, a level or upright line, or the point that it notes.

    is_beside: whether the words of a note stand better beside it than above it.
    """

    form: Form
    box: Box
    is_beside: bool = False


def extent_of(annotation: Annotation, ground: Ground) -> Extent | None:
    """Its place on the ground; None where it has none there, or none that can be seen."""
    if not annotation.x and not annotation.y:
        return None
    if len(annotation.x) == 1 and not annotation.y:
        end = ground.across.end(annotation.x[0])
        if end is not None:
            return Extent("note", end, ground.is_lying) if _is_in(end, ground.room) else None
    room = ground.room
    sides = (room.x, room.right), (room.y, room.bottom)
    place_side, value_side = reversed(sides) if ground.is_lying else sides
    places = _clipped(_places(annotation, ground), place_side)
    values = _clipped(_values(annotation, ground), value_side)
    if places is None or values is None:
        return None
    across, down = (values, places) if ground.is_lying else (places, values)
    box = Box(across[0], down[0], across[1] - across[0], down[1] - down[0])
    form = _form(is_wide=box.width > 0.0, is_high=box.height > 0.0)
    end = ground.across.end(annotation.x[0]) if form == "note" else None
    is_end = end is not None and end.grown(_AT_END).holds(box.centre)
    return Extent(form, end if is_end and end is not None else box, ground.is_lying)


def _places(annotation: Annotation, ground: Ground) -> Stretch | None:
    """From where to where it reaches along the places; all of them where it says nothing."""
    if not annotation.x:
        side = ground.room
        return (side.y, side.bottom) if ground.is_lying else (side.x, side.right)
    found = [ground.across.stretch(cell) for cell in annotation.x]
    known = [stretch for stretch in found if stretch is not None]
    if len(known) < len(found):
        return None
    low, high = min(low for low, _ in known), max(high for _, high in known)
    return (low, high) if len(known) > 1 else ((low + high) / 2, (low + high) / 2)


def _values(annotation: Annotation, ground: Ground) -> Stretch | None:
    """From where to where it reaches along the values; all of them where it says nothing."""
    if not annotation.y:
        side = ground.room
        return (side.x, side.right) if ground.is_lying else (side.y, side.bottom)
    found = [ground.up.at(value) for value in annotation.values] if ground.up is not None else []
    known = [at for at in found if at is not None]
    return (min(known), max(known)) if known and len(known) == len(annotation.y) else None


def _clipped(stretch: Stretch | None, side: Stretch) -> Stretch | None:
    """What of it lies on the plane; a line that lies a hair beyond it is brought back."""
    if stretch is None or stretch[1] < side[0] - _SLACK or stretch[0] > side[1] + _SLACK:
        return None
    low, high = (min(max(end, side[0]), side[1]) for end in stretch)
    return low, high


def _is_in(box: Box, room: Box) -> bool:
    """Whether it lies in the room, give or take a hair."""
    inside = room.grown(_SLACK)
    return inside.holds(box.centre)


def _form(*, is_wide: bool, is_high: bool) -> Form:
    """What it is."""
    if is_wide:
        return "band" if is_high else "level"
    return "upright" if is_high else "note"


def is_point(box: Box) -> bool:
    """Whether it has no size."""
    return box.width == 0.0 == box.height
