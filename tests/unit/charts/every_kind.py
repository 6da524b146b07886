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
from kiosk.charts.rows import in_key
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table, name_in
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
# Which column of `tables` a field of a chart that makes sense names, by the field's own name.
ROLES: Mapping[str, str] = {
    "x": "name", "y": "value", "color": "member", "facet": "member", "size": "beside",
    "label": "name", "icon": "icon", "beside": "beside", "time": "member", "source": "name",
    "target": "member", "value": "value", "total": "member", "start": "value", "end": "beside",
    "latitude": "value", "longitude": "beside",
}  # fmt: skip
OTHER_ROLES: Mapping[str, Mapping[str, str]] = {
    "Heatmap": {"y": "member", "color": "value"},
    "Scatter": {"x": "beside"},
}
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
    return st.builds(kind, **_fields(kind))


def charts_about(kind: type[Chart], rows: Table) -> st.SearchStrategy[Chart]:
    """Charts of that kind that show those rows: most of their columns are what they should be."""
    roles = {**ROLES, **OTHER_ROLES.get(kind.__name__, {})}
    values = _fields(kind)
    for name, hint in typing.get_type_hints(kind).items():
        if name in roles and hint in {Column, Column | None}:
            right = st.just(None if name == "facet" else Column(roles[name]))
            values[name] = st.one_of(right, right, values[name])
    names = [in_key(name_in(cell)) for cell in rows.column("name")]
    if "highlight" in values and names:
        values["highlight"] = st.sampled_from(("", *names))
    return st.builds(kind, **{**values, "data": st.just(rows)})


def _fields(kind: type[Chart]) -> dict[str, st.SearchStrategy[Any]]:
    """What may be written for each field of that kind."""
    hints = typing.get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name not in OF_A_SLIDE]
    return {field.name: _values(hints[field.name], field.metadata) for field in fields}


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
