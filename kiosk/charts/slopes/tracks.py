"""A table's rows as things that have a value at each of a few moments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.charts.legend import entries_of, legend_in
from kiosk.charts.lines.inks import MOST_COLOURS
from kiosk.charts.lines.series import along_in, cells_of
from kiosk.charts.palette import colours_of
from kiosk.charts.rows import in_key, says, unique_keys
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.legend import Legend
    from kiosk.data.table import Table
    from kiosk.geometry import Box
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting


_LEGEND = 0.2  # of the box, at most


@dataclass(frozen=True, slots=True)
class Track:
    """One thing. key: unique, from its name. values: one a moment, None where it has none."""

    key: str
    name: Text
    values: tuple[Quantity | None, ...]
    is_lit: bool

    @property
    def first(self) -> Quantity:
        """Its first value; it has one."""
        return next(value for value in self.values if value is not None)

    @property
    def last(self) -> Quantity:
        """Its last value; it has one."""
        return next(value for value in reversed(self.values) if value is not None)


@dataclass(frozen=True, slots=True)
class Tracks:
    """moments: what is written at each, in order; rows: the things, the lit one last."""

    moments: tuple[str, ...]
    rows: tuple[Track, ...]


def tracks_in(table: Table, x: str, y: str, color: str, highlight: str, language: str) -> Tracks:
    """What has a value at any moment, in the order of the first rows."""
    places = along_in(table, x, language)
    every = along_in(table.every, x, language)
    written = {one.share: one.text for choice in places.choices for one in choice}
    written |= {one.share: one.text for one in places.ends}
    shares = sorted({share for share in every.shares if share is not None})
    column = {share: index for index, share in enumerate(shares)}
    at = [None if share is None else column[share] for share in places.shares]
    rows = rows_at(at, len(shares), table, y, color, highlight)
    return Tracks(tuple(written.get(share, "") for share in shares), rows)


def rows_at(
    at: Sequence[int | None], count: int, table: Table, y: str, color: str, highlight: str
) -> tuple[Track, ...]:
    """What has a value at any of `count` moments, in the order of the first rows, the lit one last.

    at: the moment of each of the table's rows, None where it has none.
    """
    rows: dict[Text, list[Quantity | None]] = {}
    for moment, of, cell in zip(at, cells_of(table, color), cells_of(table, y), strict=True):
        if moment is not None and isinstance(cell, Quantity) and is_number(cell):
            name = NO_TEXT if of is None else name_in(of)
            rows.setdefault(name, [None] * count)[moment] = cell
    keys = unique_keys([in_key(name) for name in rows])
    lit = next((name for name in rows if says(name, highlight)), None)
    tracks = (
        Track(key, name, tuple(values), name == lit)
        for key, (name, values) in zip(keys, rows.items(), strict=True)
    )
    return tuple(sorted(tracks, key=lambda track: track.is_lit))


def inks_of(
    rows: Sequence[Track], setting: Setting, every: Sequence[Track] = ()
) -> tuple[Colour, ...]:
    """The accent and quiet colours where one is lit or there are many, else a colour each.

    every: the things of all charts that have the same colours, where these are some of them.
    """
    of = every or rows
    if len(of) <= MOST_COLOURS and not any(row.is_lit for row in of):
        colours = colours_of((row.name for row in of), setting)
        return tuple(colours[row.name] for row in rows)
    quiet = setting.theme.quiet_series
    return tuple(setting.accent if row.is_lit else quiet for row in rows)


def legend_of(rows: Sequence[Track], box: Box, setting: Setting) -> Legend:
    """The names of things that have colours of their own, or of the one that is lit."""
    inks, quiet = inks_of(rows, setting), setting.theme.quiet_series
    colours = {
        row.name: ink
        for row, ink in zip(rows, inks, strict=True)
        if row.is_lit or ink != quiet
    }  # fmt: skip
    upper = replace(box, height=_LEGEND * box.height)
    return legend_in(upper, entries_of(colours, setting), setting)
