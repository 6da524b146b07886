"""The values in the cells, where all of them fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import CAPITAL, FigureForm, common_unit, set_figure, shifted
from kiosk.charts.inks import ink_on
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.charts.heat.places import Heat
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_LARGEST = 40.0  # logical units an em, of a value in its cell
_WIDE, _HIGH, _HIGHEST = 0.8, 0.5, 0.72  # of the cell, what the value may take
_MOST = 600  # values; of more none could be read


def cell_figures(
    cells: tuple[Heat, ...], boxes: list[Box], fills: Floats, setting: Setting
) -> dict[str, Marks]:
    """The marks of each value by its cell's key; none where one of them has no room.

    All have one size, and none has a unit, which the key says: one that they share. Where a
    language writes some of them in 万, each has it.
    """
    quantities = [cell.quantity for cell in cells]
    has_unit = common_unit(quantities, setting.language) is None
    is_bare = not any(quantity.unit.name.versions for quantity in quantities)
    low = min(box.height for box in boxes)
    size = max(_HIGH * low, min(setting.smallest, _HIGHEST * low))
    size = min(setting.grown(_LARGEST), size)
    if (has_unit and not is_bare) or size < setting.smallest or len(cells) > _MOST:
        return {}
    forms = [_form(size, Colour(*fill), setting, has_unit=has_unit) for fill in fills.tolist()]
    narrow = min(box.width for box in boxes)
    figures = [
        set_figure(f"value/{cell.key}", cell.quantity, form, setting)
        for cell, form in zip(cells, forms, strict=True)
    ]
    widest = max(figure.width for figure in figures)
    if widest > _WIDE * narrow:
        size *= _WIDE * narrow / widest
        if size < setting.smallest:
            return {}
        forms = [_form(size, Colour(*fill), setting, has_unit=has_unit) for fill in fills.tolist()]
        figures = [
            set_figure(f"value/{cell.key}", cell.quantity, form, setting)
            for cell, form in zip(cells, forms, strict=True)
        ]
    return {
        cell.key: shifted(
            figure.full,
            box.centre.x - figure.width / 2,
            box.centre.y + CAPITAL / 2 * size,
        )
        for cell, figure, box in zip(cells, figures, boxes, strict=True)
    }


def _form(size: float, fill: Colour, setting: Setting, *, has_unit: bool) -> FigureForm:
    """A small figure that can be read on `fill`."""
    style = replace(setting.style("value"), size=size)
    ink = ink_on(fill, setting.theme)
    return FigureForm(style, ink, style, ink, unit_size=1.0, has_unit=has_unit)
