"""Which colour each line or area wears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.palette import colours_of, series_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.lines.series import Series
    from kiosk.data.text import Text
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

MOST_COLOURS = 5  # series that are told apart by colour without effort; of more, one is lit


def series_inks(
    series: Sequence[Series], setting: Setting, names: Sequence[Text] = (),
    lit: Sequence[Text] = (),
) -> tuple[Colour, ...]:  # fmt: skip
    """The accent and quiet colours where one series is lit; otherwise each has its own.

    names: of the series of all charts that have the same colours, where these are some of them;
    lit: the one of those that is.
    """
    if has_lit(series) or lit:
        quiet = setting.theme.quiet_series
        return tuple(setting.accent if one.is_lit else quiet for one in series)
    if names:
        colours = colours_of(names, setting)
        return tuple(colours[one.name] for one in series)
    return series_colours(len(series), setting)


def has_lit(series: Sequence[Series]) -> bool:
    """Whether one of them is lit, so that the others are quiet."""
    return any(one.is_lit for one in series)


def name_inks(series: Sequence[Series], setting: Setting) -> tuple[Colour, ...]:
    """The colours of the names at the series' ends: quiet beside a lit one."""
    other = setting.theme.quiet if has_lit(series) else setting.theme.text
    return tuple(setting.theme.text if one.is_lit else other for one in series)
