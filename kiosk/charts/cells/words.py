"""One figure beside a grid, and below it what it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, FigureForm, fitted_figure
from kiosk.charts.labels import NameForm, name_marks
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.data.quantity import Quantity
    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_LINE = 1.6  # em of the name, from the figure's baseline to the name's
_DEEP = 0.3  # em of the name, below its baseline
_BEARING = 0.03  # em that a large figure is pulled left by, so that its stem meets the edge


def words_height(setting: Setting) -> float:
    """The height of the figure and the name."""
    name = setting.style("label").size
    return CAPITAL * setting.style("second").size + (_LINE + _DEEP) * name


def drawn_words(
    quantity: Quantity, name: Text, box: Box, setting: Setting, timing: Timing
) -> list[Drawn]:
    """The figure counting up at the top left of `box`, its name below; nothing without room."""
    style, theme = setting.style("second"), setting.theme
    size = setting.style("label").size
    high = box.height - (_LINE + _DEEP) * size
    if high < CAPITAL * setting.smallest or box.width < 3 * size:
        return []
    style = replace(style, size=min(style.size, high / CAPITAL))
    form = FigureForm(style, setting.accent, setting.style("unit"), theme.text)
    figure, form = fitted_figure("value/value", quantity, form, setting, box.width)
    if figure.width > box.width:  # a unit does not become smaller than can be read
        form = replace(form, has_unit=False)
        figure, form = fitted_figure("value/value", quantity, form, setting, box.width)
    rise = max(CAPITAL * mark.style.size - mark.y for mark in figure.full)  # of a raised sign too
    if figure.width > box.width or rise > high + 1e-6:
        return []
    baseline = box.y + rise
    at = (box.x - _BEARING * form.style.size, baseline)
    count = Timing(timing.delay_s, timing.duration_s, EASE_OUT)
    names = name_marks(
        "name/value", name, box.x, baseline + _LINE * size, box.width,
        NameForm(size, theme.text, theme.quiet), setting,
    )  # fmt: skip
    return [counting(figure, at, at, count), fading(names, Timing(timing.delay_s, 0.4))]
