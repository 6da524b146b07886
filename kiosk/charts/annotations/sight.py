"""What of a chart's marks has to stay in sight where words are written over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import BATCHES, Bars, Points, Polygons, Polylines, Segments, bounds, fours
from kiosk.charts.inks import over
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Shape, figure_text
from kiosk.theme import READABLE, Colour, contrast
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.batches import Floats
    from kiosk.marks import Mark, Marks
    from kiosk.typesetting.setting import Setting

_RISE, _DROP = 0.8, 0.24  # of text above and below its baseline, in em
_DOT = 10.0  # around the middle of a dot that is an outline
_FAINT = frozenset({"hairlines", "uprights", "zero", "axis", "seams"})
_BEAD = 8.0  # from one bead on a line to the next, in logical units
_MANY = 4000  # points of a line: of more, beads lie at the points alone


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What is drawn. Arrays hold boxes, (n, 4): left, top, right, bottom.

    texts: around words and figures. dots: around dots. bars: with their colours. firm: bars, dots,
    what lies along lines, and areas on which words could not be read; light: what words may lie
    on, though they had better not.
    """

    texts: tuple[Box, ...]
    dots: tuple[Box, ...]
    bars: tuple[tuple[Box, Colour], ...]
    firm: Floats
    light: Floats


def sight_of(marks: Marks, setting: Setting) -> Sight:
    """What is to be seen of the marks."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    firm, light = [fours(())], [fours(())]
    for mark in marks:
        kept, passable = _parts(mark, setting)
        firm += kept
        light += passable
    return Sight(
        texts_of(marks, setting),
        tuple(dot for mark in marks for dot in _dots(mark)),
        tuple(pair for mark in marks if isinstance(mark, Bars) for pair in _bars(mark)),
        np.vstack(firm), np.vstack(light),
    )  # fmt: skip


def texts_of(marks: Marks, setting: Setting) -> tuple[Box, ...]:
    """The boxes around words and figures."""
    return tuple(text_box(mark, setting) for mark in marks if isinstance(mark, Label | Figure))


def with_boxes(boxes: Floats, others: Iterable[Box]) -> Floats:
    """The boxes and the others, (n, 4)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    sides = fours((one.x, one.y, one.right, one.bottom) for one in others)
    return np.vstack((boxes, sides))


def text_box(mark: Label | Figure, setting: Setting) -> Box:
    """Where a text stands, what its letters reach below the line with it."""
    text = figure_text(mark) if isinstance(mark, Figure) else mark.text
    width, size = setting.measure.advance(text, mark.style), mark.style.size
    left = mark.x - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
    return Box(left, mark.y - _RISE * size, width, (_RISE + _DROP) * size)


def _parts(mark: Mark, setting: Setting) -> tuple[list[Floats], list[Floats]]:
    """What of the mark words may not lie on, and what they had better not."""
    match mark:
        case Segments():
            beads = [_beads(ends) for ends in mark.ends.reshape(-1, 2, 2)]
            return ([], beads) if mark.key in _FAINT else (beads, [])
        case Polylines():
            return [_beads(line) for line in mark.points], []
        case Polygons():
            rows = [*zip(mark.points, mark.fill.tolist(), strict=True)]
            light = [_can_be_read_on(Colour(*fill), setting) for _, fill in rows]
            kept = [
                _columns(row)
                for (row, _), is_light in zip(rows, light, strict=True)
                if not is_light
            ]
            pale = [
                _columns(row) for (row, _), is_light in zip(rows, light, strict=True) if is_light
            ]
            return kept, pale
        case Shape():
            return [with_boxes(fours(()), _dots(mark))], []
        case _:
            return ([bounds(mark)], []) if isinstance(mark, BATCHES) else ([], [])


def _dots(mark: Mark) -> list[Box]:
    """The boxes around the mark's dots."""
    if isinstance(mark, Points):
        return [Box(x - d / 2, y - d / 2, d, d) for x, y, d in mark.places.tolist() if d > 0.0]
    if isinstance(mark, Shape) and mark.key.startswith("dot/"):
        return [Box(mark.x - _DOT, mark.y - _DOT, 2 * _DOT, 2 * _DOT)]
    return []


def _can_be_read_on(fill: Colour, setting: Setting) -> bool:
    """Whether words can be read on it."""
    theme = setting.theme
    return contrast(theme.quiet, over(fill, theme.ground)) >= READABLE


def _bars(mark: Bars) -> list[tuple[Box, Colour]]:
    """The bars that can be seen, and their colours."""
    return [
        (Box(*box), Colour(*fill))
        for box, fill in zip(mark.boxes.tolist(), mark.fill.tolist(), strict=True)
        if box[2] > 0.0 and box[3] > 0.0
    ]


def _beads(points: Floats) -> Floats:
    """Boxes of no size along a line through points, (n, 2) x and y; NaN parts it."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    ways = np.diff(points, axis=0)
    far = np.hypot(ways[:, 0], ways[:, 1])
    is_there = np.isfinite(far)
    known = points[np.isfinite(points).all(axis=1)]
    if len(points) < _MANY and is_there.any():
        counts = np.ceil(np.where(is_there, far, 0.0) / _BEAD).astype(np.intp)
        rows = np.repeat(np.arange(len(far)), counts)
        number = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        between = points[rows] + ways[rows] * (number / np.maximum(counts[rows], 1))[:, None]
        known = np.vstack((known, between))
    return np.hstack((known, known))


def _columns(points: Floats) -> Floats:
    """Narrow boxes that fill an area, whose upper side comes first and then its foot."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    half = len(points) // 2
    upper, lower = points[:half], points[half:][::-1]
    if half == 0 or not np.isfinite(points).all():
        return fours(())
    xs = np.arange(upper[0, 0], upper[-1, 0], _BEAD)
    tops, feet = (np.interp(xs, side[:, 0], side[:, 1]) for side in (upper, lower))
    sides = np.column_stack(
        (xs[:-1], np.minimum(tops, feet)[:-1], xs[1:], np.maximum(tops, feet)[1:])
    )
    has_height = np.abs(feet - tops)[:-1] > 1.0
    return np.asarray(sides[has_height])
