"""Round numbers below a plane whose places are numbers, and what its two sides count."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.axes import tick_figures
from kiosk.charts.figures import common_unit
from kiosk.charts.plane.along import Along, Mention
from kiosk.charts.plane.domain import LogDomain, domain_of
from kiosk.data.manner import manner_of
from kiosk.data.quantity import Quantity
from kiosk.marks import Figure, figure_text
from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.plane.domain import Domain
    from kiosk.data.text import Text
    from kiosk.typesetting.setting import Setting

_MOST = 5  # round numbers
_LOG_AIR = 0.04  # of the span, at both sides


def close_domain(values: tuple[float, ...], *, is_log: bool) -> Domain:
    """The span of `values`; by powers of ten it ends near the least and the greatest."""
    above = [value for value in values if value > 0.0] if is_log else []
    if not above or max(above) < 1.5 * min(above):
        return domain_of(values, is_log=is_log)
    return LogDomain(math.log10(min(above)), math.log10(max(above))).widened(_LOG_AIR, _LOG_AIR)


def roomy_domain(
    domain: Domain, values: Sequence[float], radii: Sequence[float], length: float
) -> Domain:
    """The domain, widened so far that no dot reaches beyond its sides.

    values: one at least. radii: of the dots at them, in logical units; length: of the domain, in
    the same.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    share = np.array([domain.share(value) for value in values])
    radius = np.array(radii) / length
    below = above = 0.0
    for _ in range(4):  # what is added makes all of it smaller
        whole = 1.0 + below + above
        below = min(1.0, max(0.0, float((radius * whole - share).max())))
        above = min(1.0, max(0.0, float((radius * whole + share).max()) - 1.0))
    return domain.widened(below, above)


def round_values(domain: Domain, most: int = _MOST) -> tuple[float, ...]:
    """Round values below a plane, zero among them."""
    values = domain.ticks(1.0, 0.0, most)
    return (*values, 0.0) if domain.has_zero else values


def across(domain: Domain, like: Quantity, size: float, setting: Setting) -> Along:
    """What is written at round numbers below a plane; rows have no places here.

    like: one of the values. size: of the type, logical units.
    """
    is_said = bool(said_unit(round_values(domain), like, setting))
    choices: list[tuple[Mention, ...]] = []
    for most in range(_MOST, 0, -1):
        values = round_values(domain, most)
        texts = _texts(values, like, size, setting, has_unit=not is_said)
        choices.append(
            tuple(
                Mention(f"x/{value:.12g}", domain.share(value), text)
                for value, text in zip(values, texts, strict=True)
            )
        )
    return Along((), (), tuple(dict.fromkeys(choices)))


def _texts(
    values: tuple[float, ...], like: Quantity, size: float, setting: Setting, *, has_unit: bool
) -> tuple[str, ...]:
    """The values as they are written below."""
    if values and all(_is_year(value, like) for value in values):
        return tuple(f"{value:.0f}" for value in values)
    figures = tick_figures(values, like, size, setting, has_unit=has_unit)
    gap = manner_of(setting.language).gap
    return tuple(
        gap.join(figure_text(m) if isinstance(m, Figure) else m.text for m in figure.full)
        for figure in figures
    )


def _is_year(value: float, like: Quantity) -> bool:
    """Whether it may be a year of the calendar."""
    return not like.unit.name.versions and 1000 <= value < 3000 and value == round(value)


def said_unit(values: tuple[float, ...], like: Quantity, setting: Setting) -> str:
    """The unit that `like` and all values are printed with; nothing where they differ."""
    same = [Quantity(value, like.decimals, like.unit) for value in values]
    return common_unit([*same, replace(like, text="")], setting.language) or ""


def side_title(title: Text, unit: str, language: str) -> str:
    """What a side counts, and in what unit."""
    said = title.in_language(language)
    if not said or not unit:
        return said or unit
    return f"{said}（{unit}）" if is_chinese(language) else f"{said} ({unit})"
