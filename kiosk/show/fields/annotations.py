"""What is written on a chart: where each annotation stands, and whether its data has that place."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import replace

from kiosk.charts.annotations.annotation import Annotation, AtPlace, AtValue
from kiosk.charts.plane.chart import PlaneChart
from kiosk.data.table import Cell, name_in
from kiosk.phrases import any_of, phrase, quoted
from kiosk.show.fields.bind import UNFIT, Binder, Converter, found
from kiosk.show.fields.tables import DataReader
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.show.yaml.resolve import is_null
from kiosk.values import dataclass

_MOST_NAMED = 16


@dataclass(frozen=True, slots=True)
class AnnotationReader:
    """Reads annotations, whose places and values are written as the cells of data are."""

    data: DataReader

    def converters(self) -> MappingABC[object, Converter]:
        """For an annotation and its fields."""
        return {AtPlace: self.place, AtValue: self.value, Annotation: annotation}

    def place(self, node: Node, binder: Binder) -> object:
        """A time, a number or a name, or two of them."""
        return _one_or_two(node, self._cell, binder)

    def value(self, node: Node, binder: Binder) -> object:
        """A figure, or two."""
        return _one_or_two(node, self.data.quantity, binder)

    def _cell(self, node: Node, binder: Binder) -> object:
        if is_null(node):
            return binder.expected(node, phrase("a time, a number or a name"))
        names = self.data.texts.quiet()  # what names a place is not shown as it is written
        return replace(self.data, texts=names).cell(node, binder)


def _one_or_two(node: Node, convert: Converter, binder: Binder) -> object:
    """What is at one place, or from one to the other."""
    if not isinstance(node, Sequence):
        single = convert(node, binder)
        return UNFIT if single is UNFIT else (single,)
    if len(node.items) != 2:
        return binder.expected(node, phrase("one value or two"), phrase("write [first, last]"))
    both = [convert(item, binder) for item in node.items]
    return UNFIT if UNFIT in both else tuple(both)


def annotation(node: Node, binder: Binder) -> object:
    """A line, a band or a note."""
    read = binder.bound(node, Annotation)
    if not isinstance(read, Annotation) or read.x or read.y:
        return read
    what = phrase("neither 'x' nor 'y' is written")
    hint = phrase("write 'y: 100' for a line at a value, or 'x: 2020' for one at a place")
    binder.findings.error(node, "missing-field", what, hint)
    return UNFIT


def stand(chart: PlaneChart, node: Mapping, binder: Binder) -> bool:
    """Whether the chart has each place at which something is written; else it is reported.

    node: the chart's fields.
    """
    written = node.get("annotations")
    items = written.items if isinstance(written, Sequence) else (written,)
    pairs = [
        (place, cell)
        for item, each in zip(items, chart.annotations, strict=True)
        if isinstance(item, Mapping) and (places := item.get("x")) is not None
        for place, cell in zip(_nodes(places), each.x, strict=True)
    ]
    values = [at for item in items if isinstance(item, Mapping) if (at := item.get("y"))]
    if values and not chart.has_values:
        for value in values:
            what, hint = phrase("this chart has no values"), phrase("write 'x:' alone, with a time")
            binder.findings.error(value, "wrong-value", what, hint)
        return False
    column = node.get(chart.stands_by)
    name = column.text if isinstance(column, Scalar) else ""
    standing = [_stands(chart, name, cell, place, binder) for place, cell in pairs]
    return all(standing)


def _nodes(node: Node) -> tuple[Node, ...]:
    """What was written for one place, or for two."""
    return tuple(node.items) if isinstance(node, Sequence) else (node,)


def _stands(chart: PlaneChart, column: str, cell: Cell, node: Node, binder: Binder) -> bool:
    """Whether the chart has that place; else it is reported."""
    standing = chart.standing(cell)
    if standing == "inside":
        return True
    if standing == "beyond":
        hint = phrase("write one from the first to the last of '{column}'", column=column)
        what = phrase("{found} is out of range", found=found(node))
        binder.findings.error(node, "out-of-range", what, hint)
        return False
    cells = chart.data.column(column) if column in chart.data.columns else ()
    names = dict.fromkeys(text for each in cells for _, text in name_in(each).versions)
    first = dict.fromkeys(v[0][1] for each in cells if (v := name_in(each).versions))
    listed = ", ".join([*first][:_MOST_NAMED])
    hint_of_all = phrase("one of: {names}", names=listed) if first else None
    word = name_in(cell).in_language("")
    what = phrase(
        "nothing in {columns} is called '{word}'", columns=any_of([quoted(column)]), word=word
    )
    binder.findings.error(
        node, "unknown-row", what, binder.findings.meant(word, names, hint_of_all)
    )
    return False
