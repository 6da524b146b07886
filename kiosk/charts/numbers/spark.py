"""A small line without axes: how a figure came to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Points, Polylines, column, fours
from kiosk.charts.drawing import Drawn, travelling
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_MOST = 240  # points; of more, the least and the largest of each stretch
_LINE, _DOT = 4.0, 16.0  # width and diameter, logical units


def drawn_spark(
    values: tuple[float, ...], others: tuple[float, ...], box: Box, setting: Setting, draw: Timing
) -> list[Drawn]:
    """The line from its least at the foot of `box` to its largest, a dot on the last value.

    others: values that lie on the same scale.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    shown = _thinned(np.array(values, dtype=np.float64))
    is_there = np.isfinite(shown)
    every = np.array([*values, *others], dtype=np.float64)
    every = every[np.isfinite(every)]
    largest = np.abs(every).max(initial=0.0)
    scaled = np.where(is_there, shown, np.nan) / (largest or 1.0)
    low, high = every.min() / (largest or 1.0), every.max() / (largest or 1.0)
    share = (scaled - low) / (high - low) if high > low else scaled * 0.0 + 0.5
    room = _DOT / 2
    x = np.linspace(box.x, box.right - room, len(shown))
    y = box.bottom - room - share * max(0.0, box.height - _DOT)
    line = Polylines(
        "spark", ("spark/line",), np.stack((x, y), axis=-1)[None], column([1.0]),
        fours([setting.theme.quiet_series]), _LINE,
    )  # fmt: skip
    last = int(np.flatnonzero(is_there)[-1])
    dot = Points(
        "spark/dots", ("spark/dot",), np.array([(x[last], y[last], _DOT)]), fours([setting.accent])
    )
    arrives = Timing(draw.delay_s + 0.9 * draw.duration_s, 0.3)
    small = replace(dot, places=dot.places * (1.0, 1.0, 0.0))
    return [
        travelling((line,), (replace(line, trim=column([0.0])),), draw),
        travelling((dot,), (small,), arrives),
    ]


def _thinned(values: Floats) -> Floats:
    """At most `_MOST` of the values, peaks kept: the least and the largest of each stretch."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    if len(values) <= _MOST:
        return values
    infinite = ~np.isfinite(values)
    low, high = np.where(infinite, np.inf, values), np.where(infinite, -np.inf, values)
    starts = np.linspace(0, len(values), _MOST // 2, endpoint=False).astype(np.intp)
    pairs = np.stack((np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)), -1)
    return pairs.reshape(-1)
