"""The names of dots that have room, the most important first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.figures import CAPITAL
from kiosk.charts.inks import ink_on
from kiosk.charts.placement import TRIED, Tag, placed
from kiosk.marks import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.scatter.dots import Dot
    from kiosk.charts.scatter.field import Field
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_GAP = 5.0  # from a dot to its name, logical units
_DESCENT = 0.12  # em: what letters reach below their baseline, and as much above capitals
_WIDEST = 0.4  # of the room, of a name
_HIGHEST = 0.25  # of the room, of its type


def dot_names(
    dots: Sequence[Dot], places: Floats, fills: Sequence[Colour], lit: frozenset[str],
    field: Field, setting: Setting,
) -> tuple[Label, ...]:  # fmt: skip
    """A label for each dot whose name has room, none over another and none over a dot.

    places: (n, 3) x, y and diameter, in the order of the dots, as are `fills`. lit: keys of those
    that come first; next come large ones, then those far from the others.
    """
    room, style = field.plane.room, setting.style("mark")
    if _HIGHEST * room.height < setting.smallest:
        return ()
    order = _by_importance(dots, places, lit, room)
    tags: list[Tag] = []
    rows: list[int] = []
    for row in order[:TRIED]:
        text = dots[row].name.in_language(setting.language)
        wide = setting.measure.advance(text, style)
        if text and wide <= _WIDEST * room.width:
            x, y, across = places[row].tolist()
            high = (CAPITAL + 2 * _DESCENT) * style.size
            tags.append(Tag(x, y, across / 2, wide, high, dots[row].key in lit))
            rows.append(row)
    discs = places * (1.0, 1.0, 0.5)
    stand = placed(tags, discs, room, _GAP, field.lines)
    labels: list[Label] = []
    for row, tag, box in zip(rows, tags, stand, strict=True):
        if box is None:
            continue
        is_inside = math.hypot(box.centre.x - tag.x, box.centre.y - tag.y) < 1.0
        ink = setting.theme.text if tag.has_to_be or not lit else setting.theme.quiet
        ink = ink_on(fills[row], setting.theme) if is_inside else ink
        text = dots[row].name.in_language(setting.language)
        foot = box.bottom - _DESCENT * style.size
        labels.append(Label(f"name/{dots[row].key}", text, box.x, foot, style, ink))
    return tuple(labels)


def _by_importance(
    dots: Sequence[Dot], places: Floats, lit: frozenset[str], room: Box
) -> list[int]:
    """The dots' rows, the most important first."""
    middle_x, middle_y, _ = places.mean(axis=0).tolist()
    rows = places.tolist()

    def rank(row: int) -> tuple[bool, float, float]:
        x, y, _ = rows[row]
        far = math.hypot((x - middle_x) / room.width, (y - middle_y) / room.height)
        return dots[row].key not in lit, -dots[row].size, -far

    return sorted((row for row, dot in enumerate(dots) if dot.name.versions), key=rank)
