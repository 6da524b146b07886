"""Names inside stacked areas, where each of them has room for its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.inks import ink_on
from kiosk.marks import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.areas.shapes import Sides
    from kiosk.charts.lines.series import Series
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_COLUMNS = 160  # in which room is looked for
_HIGH = 1.3  # that a name needs, in em
_MIDDLE = 0.36  # of a letter above its baseline, in em
_AIR = 0.6  # left and right of a name, in em


def names_inside(
    series: Sequence[Series], sides: Sides, fills: Sequence[Colour], setting: Setting
) -> tuple[Label, ...] | None:
    """The names, each where its area is the highest; None where one of them has no room."""
    style = setting.style("label")
    for size in dict.fromkeys((style.size, min(style.size, setting.smallest))):
        found: list[Label] = []
        for row, one in enumerate(series):
            label = _inside(one, sides, row, replace(style, size=size), fills[row], setting)
            if label is None:
                break
            found.append(label)
        else:
            return tuple(found)
    return None


def _inside(
    series: Series, sides: Sides, row: int, style: TextStyle, fill: Colour, setting: Setting
) -> Label | None:
    """The name of one of them."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    text = series.name.in_language(setting.language).replace("\n", " ")
    width = setting.measure.advance(text, style) + 2 * _AIR * style.size
    x = np.linspace(sides.x[0], sides.x[-1], _COLUMNS)
    across = int(np.ceil(width / max(x[1] - x[0], 1e-9))) + 1
    if not text or across > _COLUMNS:
        return None
    one, other = (np.interp(x, sides.x, side[row]) for side in (sides.upper, sides.lower))
    top = _windows(np.minimum(one, other), across).max(axis=1)
    foot = _windows(np.maximum(one, other), across).min(axis=1)
    at = int(np.argmax(foot - top))
    if foot[at] - top[at] < _HIGH * style.size:
        return None
    left = float(x[at] + x[at + across - 1] - width) / 2 + _AIR * style.size
    y = float(top[at] + foot[at]) / 2 + _MIDDLE * style.size
    return Label(f"name/{series.key}/0", text, left, y, style, ink_on(fill, setting.theme))


def _windows(values: Floats, wide: int) -> Floats:
    """All runs of `wide` neighbours."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return np.lib.stride_tricks.sliding_window_view(values, wide)
