"""The name of a thing in time, with its date in a quieter hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.labels import fitted
from kiosk.marks import Label
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.spans.items import Item
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_NEXT = 0.4  # between a name and its date, in em
_DATE = 0.72  # the size of a date, in em of the name, or more where it could not be read
_BELOW = 1.12  # from a name's baseline to that of a date below it, in em
MIDDLE = 0.36  # of a letter above its baseline, in em


@dataclass(frozen=True, slots=True)
class Named:
    """A name from x = 0 on the baseline 0, and its date beside it or below. width: of all."""

    marks: tuple[Label, ...]
    width: float
    size: float

    def at(self, x: float, y: float, ink: Colour | None = None) -> Marks:
        """It with its left end at `x`, its baseline at `y`, all in `ink` where that is given."""
        return tuple(
            replace(mark, x=x + mark.x, y=y + mark.y, colour=ink or mark.colour)
            for mark in self.marks
        )


def named(
    item: Item, size: float, width: float, ink: Colour, setting: Setting, *, has_date: bool,
    is_stacked: bool = False,
) -> Named:  # fmt: skip
    """The name of `item` at most `width` wide. is_stacked: whether the date stands below it."""
    style = replace(setting.style("label"), size=size)
    small = replace(setting.style("caption"), size=max(min(setting.smallest, size), _DATE * size))
    text = item.name.in_language(setting.language)
    date = item.date if has_date else ""
    date_width = setting.measure.advance(date, small)
    beside = _NEXT * size if text and date else 0.0
    free = width if is_stacked or not date else width - date_width - beside
    lines, set_in = fitted(text, style, free, setting)
    shown = lines[0] if lines else ""
    wide = setting.measure.advance(shown, set_in)
    marks = (Label(f"name/{item.key}", shown, 0.0, 0.0, set_in, ink),) if shown else ()
    if date and not is_stacked and shown != text:  # the name says more than the date
        return named(item, size, width, ink, setting, has_date=False)
    if not date or date_width > width:
        return Named(marks, wide, size)
    quiet = setting.theme.quiet
    if is_stacked:
        y = _BELOW * small.size if shown else 0.0
        label = Label(f"date/{item.key}", date, 0.0, y, small, quiet)
        return Named((*marks, label), max(wide, date_width), size)
    x = wide + beside if shown else 0.0
    label = Label(f"date/{item.key}", date, x, 0.0, small, quiet)
    return Named((*marks, label), x + date_width, size)
