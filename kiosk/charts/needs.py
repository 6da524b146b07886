"""Which columns a chart asks for, whatever its kind."""

from __future__ import annotations

import dataclasses
import typing
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiosk.charts.facets import Facets
from kiosk.data.table import Table
from kiosk.data.tabling import Need
from kiosk.options import Column

if TYPE_CHECKING:
    from kiosk.charts.base import Chart

_MOST_KINDS = 100


def needs_of(chart: Chart) -> tuple[Need, ...]:
    """The columns that its fields name, each once."""
    chart = chart.of if isinstance(chart, Facets) else chart
    named = ((getattr(chart, name), is_number) for name, is_number in _columns(type(chart)))
    found: dict[str, bool] = {}
    for column, is_number in named:
        if column:
            found[column] = found.get(column, False) or is_number
    return tuple(Need(column, is_number) for column, is_number in found.items())


def without_rows(chart: Chart) -> Table:
    """The chart's data before anything was told: its columns are there, and no row."""
    columns = tuple(need.column for need in needs_of(chart))
    return Table(columns, (), chart.data.feed)


@lru_cache(_MOST_KINDS)
def _columns(cls: type[Chart]) -> tuple[tuple[str, bool], ...]:
    """The fields that name a column, and whether it has to hold numbers."""
    hints = typing.get_type_hints(cls)
    return tuple(
        (each.name, each.metadata.get("cells") == "numbers")
        for each in dataclasses.fields(cls)
        if _names_column(hints[each.name])
    )


def _names_column(hint: Any) -> bool:  # noqa: ANN401 - any type
    """Whether a field of that type names a column."""
    return hint is Column or Column in typing.get_args(hint)
