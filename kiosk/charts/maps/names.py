"""The names of places on a map, the most important first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.figures import CAPITAL
from kiosk.charts.placement import Tag, placed
from kiosk.geometry import Box
from kiosk.marks import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.maps.places import Place
    from kiosk.typesetting.setting import Setting

_GAP = 6.0  # from a dot to its name, logical units
_DESCENT = 0.14  # em: what letters reach below their baseline, and as much above capitals
_WIDEST = 0.35  # of the box, of a name
_HIGHEST = 0.2  # of the box, of its type
_MOST = 36  # names
_CROWDED = 40  # places, of which the lines are not looked at
_LINE = 7.0  # of a line, what a name is better not over, logical units


def place_names(
    places: Sequence[Place], dots: Floats, ways: Floats, first: Sequence[int],
    lit: frozenset[str], box: Box, setting: Setting,
) -> tuple[Label, ...]:  # fmt: skip
    """A label for each place whose name has room, none over another and none over a dot.

    dots: (n, 3) x, y and diameter. ways: (k, m, 2) lines that are better not written over.
    first: the rows in the order of their importance; the first of them has its name in any case.
    lit: keys of the places whose names stand out, as that one's does.
    """
    style = setting.style("mark")
    if _HIGHEST * box.height < style.size:
        return ()
    tags: list[Tag] = []
    rows: list[int] = []
    for row in first:
        text = places[row].name.in_language(setting.language)
        wide = setting.measure.advance(text, style)
        if text and wide <= _WIDEST * box.width:
            x, y, across = dots[row].tolist()
            high = (CAPITAL + 2 * _DESCENT) * style.size
            tags.append(Tag(x, y, across / 2, wide, high, row == first[0]))
            rows.append(row)
    stand = placed(tags[: 4 * _MOST], dots * (1.0, 1.0, 0.5), box, _GAP, _lines(ways, len(places)))
    labels: list[Label] = []
    for row, place in zip(rows, stand, strict=False):
        if place is not None and len(labels) < _MOST:
            is_loud = row == first[0] or places[row].key in lit
            ink = setting.theme.text if is_loud else setting.theme.quiet
            text = places[row].name.in_language(setting.language)
            foot = place.bottom - _DESCENT * style.size
            labels.append(Label(f"name/{places[row].key}", text, place.x, foot, style, ink))
    return tuple(labels)


def _lines(ways: Floats, count: int) -> list[Box]:
    """Boxes along the lines."""
    if count > _CROWDED:
        return []
    points = ways.reshape(-1, 2)
    return [
        Box(x - _LINE / 2, y - _LINE / 2, _LINE, _LINE)
        for x, y in points.tolist()
        if not math.isnan(x)
    ]
