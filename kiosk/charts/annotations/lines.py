"""The lines of annotations, parted where words stand and seen wherever they cross a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.charts.inks import ink_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.charts.annotations.extent import Extent
    from kiosk.charts.annotations.ground import Stretch
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_AIR = 8.0  # between a line and words that part it
_SHORTEST = 6.0  # of what is left of it


class Piece(NamedTuple):
    """A part of a line, and its colour."""

    ends: tuple[float, float, float, float]
    colour: Colour


def pieces_of(
    extent: Extent, words: Iterable[Box], bars: Sequence[tuple[Box, Colour]], setting: Setting
) -> list[Piece]:
    """The line from its start to its end, without what lies behind words.

    Across a bar it has the ink that can be seen there.
    """
    is_level, line = extent.form == "level", extent.box
    at = line.y if is_level else line.x
    whole = (line.x, line.right) if is_level else (line.y, line.bottom)
    holes = (_met(box.grown(_AIR), at, is_level=is_level) for box in words)
    left = _without([whole], [hole for hole in holes if hole is not None])
    crossed = [
        (stretch, ink_on(fill, setting.theme))
        for box, fill in bars
        if (stretch := _met(box, at, is_level=is_level)) is not None
    ]
    found: list[Piece] = []
    for stretch in left:
        quiet = _without([stretch], [bar for bar, _ in crossed])
        inside = [(_common(stretch, bar), ink) for bar, ink in crossed]
        for (start, end), ink in (*((one, setting.theme.quiet) for one in quiet), *inside):
            if end - start >= _SHORTEST:
                ends = (start, at, end, at) if is_level else (at, start, at, end)
                found.append(Piece(ends, ink))
    return sorted(found)


def _met(box: Box, at: float, *, is_level: bool) -> Stretch | None:
    """From where to where a line at `at` passes through the box."""
    if is_level:
        return (box.x, box.right) if box.y < at < box.bottom else None
    return (box.y, box.bottom) if box.x < at < box.right else None


def _common(one: Stretch, other: Stretch) -> Stretch:
    """What they share; an end before its start where that is nothing."""
    return max(one[0], other[0]), min(one[1], other[1])


def _without(stretches: list[Stretch], holes: Sequence[Stretch]) -> list[Stretch]:
    """What the holes leave of the stretches."""
    for start, end in holes:
        stretches = [
            part
            for low, high in stretches
            for part in ((low, min(high, start)), (max(low, end), high))
            if part[1] > part[0]
        ]
    return stretches
