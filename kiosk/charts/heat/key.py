"""The slim key of a ramp: its colours, and the values at both ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import FigureForm, set_figure, shifted
from kiosk.geometry import Box, Point
from kiosk.marks import Wash
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.charts.ramp import Ramp
    from kiosk.data.quantity import Quantity
    from kiosk.marks import Marks
    from kiosk.typesetting.setting import Setting

_WIDTH, _HEIGHT = 240.0, 12.0  # logical units
_LINE = 1.6  # its height with the figures, in em
_BESIDE = 0.5  # between the colours and the figures, in em
_STOPS = 17  # colours between which the screen mixes
_WIDEST, _LOWEST = 0.8, 7.0  # of the box; lines in the lowest box that has one


def key_in(
    box: Box, ramp: Ramp, ends: tuple[Quantity, Quantity], setting: Setting
) -> tuple[Marks, float]:
    """The key at the upper right of `box`, and its height; nothing where it has no room.

    ends: the least value and the greatest.
    """
    style = replace(setting.style("caption"), size=setting.smallest)
    quiet = setting.theme.quiet
    form = FigureForm(style, quiet, style, quiet, unit_size=1.0)
    figures = [
        set_figure(f"key/{end}", replace(quantity, text=""), form, setting)
        for end, quantity in zip(("low", "high"), ends, strict=True)
    ]
    em = style.size
    width = _WIDTH + sum(figure.width + _BESIDE * em for figure in figures)
    if width > _WIDEST * box.width or box.height < _LOWEST * _LINE * em:
        return (), 0.0
    middle = box.y + 0.5 * _LINE * em
    baseline = middle + 0.36 * em
    left = box.right - width
    bar = Box(
        left + figures[0].width + _BESIDE * em, middle - _HEIGHT / 2, _WIDTH, _HEIGHT
    )  # fmt: skip
    marks: Marks = (
        _gradient(bar, ramp),
        *shifted(figures[0].full, left, baseline),
        *shifted(figures[1].full, bar.right + _BESIDE * em, baseline),
    )
    return marks, _LINE * em + _BESIDE * em


def _gradient(bar: Box, ramp: Ramp) -> Wash:
    """The ramp's colours from left to right."""
    shares = [step / (_STOPS - 1) for step in range(_STOPS)]
    values = [ramp.low * (1 - share) + ramp.high * share for share in shares]
    colours = (Colour(*row) for row in ramp.colours(values).tolist())
    stops = tuple(zip(shares, colours, strict=True))
    return Wash("key", bar, stops, Point(bar.x, bar.y), Point(bar.right, bar.y), corner=_HEIGHT / 2)
