"""Which colour is which series, for charts whose marks have no room for names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.icons import circle
from kiosk.charts.labels import fitted
from kiosk.charts.rows import in_key, unique_keys
from kiosk.marks import Label, Shape
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_DOT = 0.36  # radius, in em
_AFTER_DOT, _APART = 0.55, 1.3  # in em
_LINE = 1.6  # from one row of entries to the next, in em
_BASELINE = 1.1  # of the first row, in em from the top
_MIDDLE = 0.35  # of a letter above its baseline, in em


@dataclass(frozen=True, slots=True)
class Entry:
    """One series. key: of its marks; name: in the language shown."""

    key: str
    name: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Legend:
    """Its marks, and the height that they take from the top of the box."""

    marks: Marks
    height: float


def entries_of(colours: Mapping[Text, Colour], setting: Setting) -> tuple[Entry, ...]:
    """An entry for each name that is not empty."""
    keys = unique_keys([in_key(name) for name in colours])
    return tuple(
        Entry(key, name.in_language(setting.language), colour)
        for key, (name, colour) in zip(keys, colours.items(), strict=True)
        if name.versions
    )


NO_LEGEND = Legend((), 0.0)


def legend_in(box: Box, entries: tuple[Entry, ...], setting: Setting) -> Legend:
    """The entries in rows from the upper left of `box`, as far as they have room there.

    Marks are named `legend/KEY` and `legend/KEY/dot`; a key met again has its count behind it.
    """
    style = replace(setting.style("caption"), size=setting.smallest)
    em = style.size
    marks: list[Label | Shape] = []
    x, y = box.x, box.y + _BASELINE * em
    bottom = box.y
    keys = unique_keys([entry.key for entry in entries])
    for key, entry in zip(keys, entries, strict=True):
        room = box.width - (2 * _DOT + _AFTER_DOT) * em
        lines, set_in = fitted(entry.name, style, room, setting, may_shrink=False)
        if not lines:
            continue
        wide = (2 * _DOT + _AFTER_DOT) * em + setting.measure.advance(lines[0], set_in)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + _LINE * em
        if y + (_LINE - _BASELINE) * em > box.bottom:
            break
        dot = (x + _DOT * em, y - _MIDDLE * em)
        marks.append(Shape(f"legend/{key}/dot", circle(0, 0, _DOT * em), *dot, fill=entry.colour))
        text = x + (2 * _DOT + _AFTER_DOT) * em
        marks.append(Label(f"legend/{key}", lines[0], text, y, set_in, setting.theme.text))
        bottom = y + (_LINE - _BASELINE) * em
        x += wide + _APART * em
    return Legend(tuple(marks), bottom - box.y)
