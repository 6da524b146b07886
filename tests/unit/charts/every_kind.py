"""Random charts of every kind, made from the types of its fields, as the loader makes them."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal

from hypothesis import strategies as st

from kiosk.charts.annotations.annotation import Annotation, AtPlace, AtValue
from kiosk.charts.base import KINDS, Chart
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import Text
from kiosk.kinds import kind_class, kind_names
from kiosk.options import Column, Enter, Seconds, Share
from tests.unit.charts.stand_ins import names, quantities, tables

OF_A_SLIDE = {"id", "goto", "at", "at_portrait"}  # a chart itself makes nothing of these
MOST = 60  # of what may be a thousand: each costs its time

lengths = st.none() | st.just(0.0) | st.floats(0.01, 5)
enters = st.builds(Enter, st.sampled_from(("grow", "rise", "fade", "none")), lengths)
_cells = names | quantities
notes = st.builds(
    Annotation,
    x=st.lists(_cells, max_size=2).map(tuple).map(AtPlace),
    y=st.lists(quantities, max_size=2).map(tuple).map(AtValue),
    text=names,
)
VALUES: Mapping[object, st.SearchStrategy[Any]] = {
    Annotation: notes,
    bool: st.booleans(),
    str: st.sampled_from(("", "2024", "A")),
    Column: st.sampled_from(("name", "value", "member", "beside", "icon", "nowhere")).map(Column),
    Enter: enters,
    Quantity: quantities,
    Seconds: st.floats(0.1, 60),
    Share: st.floats(0, 1),
    Table: tables(12),
    Text: names,
}


def chart_kinds() -> tuple[type[Chart], ...]:
    """Every kind of chart that there is."""
    return tuple(kind_class(KINDS, name, Chart) for name in kind_names(KINDS))


def charts_of(kind: type[Chart]) -> st.SearchStrategy[Chart]:
    """Charts of that kind, with whatever may be written for its fields."""
    hints = typing.get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name not in OF_A_SLIDE]
    values = {field.name: _values(hints[field.name], field.metadata) for field in fields}
    return st.builds(kind, **values)


def _values(of: Any, metadata: Mapping[str, Any]) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """What a field of that type may be. Raises KeyError for a type that nobody has said."""
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if origin in {typing.Union, types.UnionType}:
        (inner,) = (each for each in arguments if each is not type(None))
        return st.none() | _values(inner, metadata)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_values(arguments[0], metadata), max_size=4).map(tuple)
    least, most = metadata.get("bounds") or (-1e6, 1e6)
    if of is int:
        return st.integers(int(least), int(min(most, max(least, 0) + MOST)))
    if of is float:
        return st.floats(least, most)
    return VALUES[of]
