"""The values of a bar's pieces, inside the pieces where they fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.bars.inks import ink_on
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.figures import CAPITAL, FigureForm, common_unit, is_number, set_figure, shifted
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.bars.parts import Lane
    from kiosk.charts.bars.plan import BarPlan
    from kiosk.charts.figures import SetFigure
    from kiosk.charts.rows import BarPiece, BarRow
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_LARGEST = 44.0  # logical units
_OF_THICK = 0.5  # of a lying bar's thickness
_OF_WIDTH, _OF_HEIGHT = 0.9, 0.8  # of a bar across, at most
_PAD = 0.3  # at both ends of a piece, in em
_SIZES, _NEARLY = 5, 0.9
_LATE, _FADE_S = 0.6, 0.4  # share of the growth after which they come, and how long they take


def within_drawn(plan: BarPlan, lanes: Mapping[str, Lane], setting: Setting) -> list[Drawn]:
    """The values of pieces that have room for them, all in one size.

    A bar of one piece whose value stands at its end has none.
    """
    rows = [
        row
        for row in plan.rows
        if row.key in lanes and row.parts and (len(row.parts) > 1 or not plan.has_values)
    ]
    if not rows:
        return []
    growth, colours = plan.growth(), plan.colours(setting)
    drawn: list[Drawn] = []
    for row, piece, figure in _fitting(plan, rows, lanes, setting):
        timing, box = growth[row.key], lanes[row.key].box(piece)
        late = Timing(timing.delay_s + _LATE * timing.duration_s, _FADE_S)
        ink = ink_on(colours[piece.key], setting)
        size = figure.full[0].style.size
        at = (box.centre.x - figure.width / 2, box.centre.y + CAPITAL / 2 * size)
        marks = shifted(tuple(replace(mark, colour=ink) for mark in figure.full), *at)
        drawn.append(fading(marks, late))
    return drawn


def _fitting(
    plan: BarPlan, rows: list[BarRow], lanes: Mapping[str, Lane], setting: Setting
) -> list[tuple[BarRow, BarPiece, SetFigure]]:
    """The values that have room: in the largest size at which nearly as many have as at any."""
    lane = lanes[rows[0].key]
    largest = min(setting.grown(_LARGEST), max(_OF_THICK * lane.thick, setting.smallest))
    parts = [
        (row, part)
        for row in rows
        for part in row.parts
        if _has_room(0.0, lanes[row.key].box(part), lane, setting.smallest)
    ]
    by_size: list[list[tuple[BarRow, BarPiece, SetFigure]]] = []
    for step in range(_SIZES):
        size = largest + (setting.smallest - largest) * step / (_SIZES - 1)
        form = _form(plan, rows, size, setting)
        found = ((row, part, _figure(part, form, setting)) for row, part in parts)
        by_size.append(
            [
                (row, part, figure)
                for row, part, figure in found
                if figure is not None
                and _has_room(figure.width, lanes[row.key].box(part), lane, size)
            ]
        )
    most = max(map(len, by_size))
    return next(found for found in by_size if len(found) >= _NEARLY * most)


def _form(plan: BarPlan, rows: list[BarRow], size: float, setting: Setting) -> FigureForm:
    """How the values look; without the unit where the bar's own value says it."""
    quantities = (part.quantity for row in rows for part in row.parts if part.quantity is not None)
    has_unit = not plan.has_values or common_unit(quantities, setting.language) is None
    style, theme = replace(setting.style("value"), size=size), setting.theme
    share = min(1.0, setting.smallest / size)
    return FigureForm(style, theme.text, setting.style("caption"), theme.text, share, has_unit)


def _figure(piece: BarPiece, form: FigureForm, setting: Setting) -> SetFigure | None:
    """The piece's value; None where it has none."""
    if piece.quantity is None or not is_number(piece.quantity):
        return None
    return set_figure(f"value/{piece.key}", piece.quantity, form, setting)


def _has_room(width: float, box: Box, lane: Lane, size: float) -> bool:
    """Whether a figure of that width has room in its piece."""
    pad, high = 2 * _PAD * size, CAPITAL * size
    if lane.along == "right":
        return width + pad <= box.width and high <= _OF_HEIGHT * box.height
    return width <= _OF_WIDTH * box.width and high + pad <= box.height
