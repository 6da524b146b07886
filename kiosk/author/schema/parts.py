"""What is written for the parts of a show: charts, pictures, tables, figures, names of kinds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kiosk.author.kinds import about
from kiosk.author.schema.hours import hours_schema
from kiosk.author.schema.making import Making, Part, narrowed
from kiosk.author.schema.values import QUANTITY, VALUES, Schema, choice
from kiosk.charts.base import KINDS as CHARTS
from kiosk.charts.base import Chart
from kiosk.data.feed import KINDS as FEEDS
from kiosk.data.feed import Feed, Units
from kiosk.data.table import Table
from kiosk.data.text import Text
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.elements.base import Element
from kiosk.kinds import kind_class, kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.layouts.base import Layout
from kiosk.options import File, FileChoice
from kiosk.show.fields.charts import Hero
from kiosk.show.opening.hours import Hours
from kiosk.show.slides import RESERVED, Change, Picture, SlideFields, Slides, StepFields
from kiosk.show.steps import Steps
from kiosk.show.themes import ThemeName

SHAPES = ("landscape", "portrait")


def parts(themes: tuple[str, ...]) -> Mapping[object, Part]:
    """By type. themes: the names of those that there are."""
    return {
        Text: lambda making: making.shared("text", _text),
        Table: lambda making: making.shared("rows", lambda: _rows(making)),
        Units: lambda making: {
            "type": "object",
            "additionalProperties": making.shared("text", _text),
        },
        ThemeName: lambda _: choice(themes),
        FileChoice: lambda _: _file_choice(themes),
        Hours: lambda _: hours_schema(),
        Layout: _layout,
        Hero: _hero,
        Picture: _picture,
        Chart: lambda making: making.shared("chart", lambda: _chart(making)),
        Steps: lambda making: {
            "type": "array",
            "items": making.shared("step", lambda: _step(making)),
        },
        Change: _change,
        Slides: lambda making: {
            "type": "array",
            "items": making.shared("slide", lambda: _slide(making)),
        },
    }


def _slide(making: Making) -> Schema:
    """A slide's fields; ids that the program uses itself are taken."""
    taken: Schema = {"not": {"enum": sorted(RESERVED)}}
    return narrowed(making.fields(SlideFields), "id", taken)


def _step(making: Making) -> Schema:
    """What a step changes: one field at least."""
    return {**making.fields(StepFields), "minProperties": 1}


def _change(making: Making) -> Schema:
    """Any fields of a chart; which it can have depends on what there was before."""
    names = kind_names(CHARTS)
    told = [about(kind_class(CHARTS, name, Chart), making.language) for name in names]
    return {
        "type": "object",
        "properties": {"type": {**choice(names), "enumDescriptions": told}},
        "minProperties": 1,
    }


def _layout(making: Making) -> Schema:
    names = kind_names(LAYOUTS)
    told = [about(kind_class(LAYOUTS, n, Layout), making.language) for n in names]
    return {**choice(names), "enumDescriptions": told}


def _file_choice(themes: tuple[str, ...]) -> Schema:
    """One file, or one for each theme or shape, or for each shape of a theme."""
    file = VALUES[File].schema
    shapes = _cases(dict.fromkeys(SHAPES, file))
    either: Schema = {"anyOf": [file, shapes]}
    cases = _cases({**dict.fromkeys(SHAPES, file), **dict.fromkeys(themes, either)})
    return {"anyOf": [file, cases]}


def _cases(files: Mapping[str, Schema]) -> Schema:
    """At least one of these fields, and no other."""
    return {
        "type": "object",
        "properties": dict(files),
        "additionalProperties": False,
        "minProperties": 1,
    }


def _text() -> Schema:
    return VALUES[Text].schema


def _rows(making: Making) -> Schema:
    """Rows of cells, each empty, a text or a figure; or a feed, by the field of its kind's name."""
    cell: Schema = {"anyOf": [{"type": "null"}, making.shared("text", _text), QUANTITY]}
    rows: Schema = {"type": "array", "items": {"type": "object", "additionalProperties": cell}}
    names = kind_names(FEEDS)
    kinds = {name: kind_class(FEEDS, name, Feed) for name in names}
    cases = [
        {
            "if": {"required": [name]},
            "then": making.shared(f"feed-{name}", partial(making.fields, cls)),
        }
        for name, cls in kinds.items()
    ]
    either = [{"required": [name]} for name in names]
    return {"anyOf": [rows, {"type": "object", "anyOf": either, "allOf": cases}]}


def _hero(making: Making) -> Schema:
    """A figure, or the fields of a number; `type` may be written there and says nothing."""
    cls = kind_class(CHARTS, "number", Chart)
    return making.shared(
        "number", lambda: {"anyOf": [QUANTITY, making.fields(cls, apart={"type": {}})]}
    )


def _picture(making: Making) -> Schema:
    cls = kind_class(ELEMENTS, "picture", Element)
    return making.shared("picture", lambda: making.single_or_fields(cls))


def _chart(making: Making) -> Schema:
    """The fields of the kind that `type` names."""
    names = kind_names(CHARTS)
    kinds = {name: kind_class(CHARTS, name, Chart) for name in names}
    told = [about(cls, making.language) for cls in kinds.values()]
    cases = [
        {
            "if": {"properties": {"type": {"const": name}}},
            "then": making.shared(f"chart-{name}", partial(making.fields, cls, apart={"type": {}})),
        }
        for name, cls in kinds.items()
    ]
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {**choice(names), "enumDescriptions": told}},
        "allOf": cases,
    }
