"""Few, round ticks and the hairlines through them."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.batches import Segments, fours
from kiosk.charts.figures import FigureForm, set_figure
from kiosk.data.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.figures import SetFigure
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_HAIRLINE = 2.0  # logical units
_HAIRLINE_SHARE = 0.4  # of the line colour's opacity


def round_ticks(low: float, high: float, most: int = 3) -> tuple[float, ...]:
    """At most `most` round values other than 0 from `low` to `high`, evenly apart.

    Their step is 1, 2, 2.5 or 5 times a power of ten. None where there is no span, or none that
    floats can divide.
    """
    span = high - low
    if not math.isfinite(span) or span <= 0.0 or most < 1:
        return ()
    power = math.floor(math.log10(span / (most + 1)))
    for exponent in range(power, power + 3):
        for leading in (1.0, 2.0, 2.5, 5.0):
            ticks = _multiples(leading, exponent, low, high)
            if 0 < len(ticks) <= most:
                return ticks
    return ()


def _multiples(leading: float, exponent: int, low: float, high: float) -> tuple[float, ...]:
    """The multiples of `leading` times ten to `exponent` but 0; none where there would be many."""
    if not -300 < exponent < 300:
        return ()
    step = leading * 10.0**exponent
    if (high - low) / step > 100:
        return ()
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(index * step for index in range(first, last + 1) if index != 0)


def tick_figures(
    ticks: tuple[float, ...], like: Quantity, size: float, setting: Setting,
    *, has_unit: bool = True,
) -> tuple[SetFigure, ...]:  # fmt: skip
    """The ticks as small figures in the unit of `like`."""
    style = replace(setting.style("caption"), size=size)
    quiet = setting.theme.quiet
    form = FigureForm(style, quiet, style, quiet, unit_size=1.0, has_unit=has_unit)
    return tuple(
        set_figure(f"tick/{tick:.12g}", Quantity(tick, decimals, like.unit), form, setting)
        for tick, decimals in zip(ticks, _decimals(ticks), strict=True)
    )


def _decimals(ticks: tuple[float, ...]) -> tuple[int, ...]:
    """The decimals of each: as many for all, or its own where they are powers of ten."""
    if not _are_powers(ticks):
        return (_decimals_of(ticks),) * len(ticks)
    return tuple(_decimals_of((tick,)) for tick in ticks)


def _are_powers(ticks: tuple[float, ...]) -> bool:
    """Whether each is some times the one before it, not some more."""
    return all(a > 0.0 and 4.0 * a < b for a, b in pairwise(ticks)) and len(ticks) > 1


def _decimals_of(ticks: tuple[float, ...]) -> int:
    """The fewest decimals, up to 12, with which no tick is rounded: one more for 2.5 than for 2."""
    largest = max((abs(tick) for tick in ticks), default=0.0)
    return next(
        (
            decimals
            for decimals in range(12)
            if all(abs(round(tick, decimals) - tick) <= 1e-9 * largest for tick in ticks)
        ),
        12,
    )


def clear_of_each_other(spans: Sequence[tuple[float, float]], gap: float) -> tuple[bool, ...]:
    """Which of the spans (start, end), in any order, are kept so that none meets another.

    The first ones are; a later one that comes nearer than `gap` to one that is kept is not.
    """
    kept: list[tuple[float, float]] = []
    is_kept: list[bool] = []
    for start, end in spans:
        is_free = all(end + gap <= left or start >= right + gap for left, right in kept)
        is_kept.append(is_free)
        if is_free:
            kept.append((start, end))
    return tuple(is_kept)


def hairlines(
    key: str, rows: tuple[tuple[str, tuple[float, float, float, float]], ...], colour: Colour,
    *, is_zero: bool = False,
) -> Segments:  # fmt: skip
    """Thin lines. rows: their keys and ends. is_zero: whether bars stand on them."""
    shown = colour if is_zero else colour.faded(_HAIRLINE_SHARE)
    ends, colours = fours(ends for _, ends in rows), fours(shown for _ in rows)
    return Segments(key, tuple(name for name, _ in rows), ends, colours, _HAIRLINE)
