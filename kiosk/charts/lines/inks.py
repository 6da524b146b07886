"""Which colour each line or area wears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.palette import series_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.lines.series import Series
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

MOST_COLOURS = 5  # series that are told apart by colour without effort; of more, one is lit


def series_inks(series: Sequence[Series], setting: Setting) -> tuple[Colour, ...]:
    """The accent and quiet colours where one series is lit; otherwise each has its own."""
    if any(one.is_lit for one in series):
        quiet = setting.theme.quiet_series
        return tuple(setting.accent if one.is_lit else quiet for one in series)
    return series_colours(len(series), setting)


def name_ink(series: Series, among: Sequence[Series], setting: Setting) -> Colour:
    """The colour of the name at a series' end: quiet beside a lit one."""
    is_quiet = not series.is_lit and any(one.is_lit for one in among)
    return setting.theme.quiet if is_quiet else setting.theme.text
