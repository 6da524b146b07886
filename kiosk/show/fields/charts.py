"""Charts: the kind that `type` names, and whether its fields name what is in its data."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import replace
from typing import NewType

from kiosk.charts.base import KINDS, Chart
from kiosk.charts.facets import faceted
from kiosk.charts.needs import needs_of, without_rows
from kiosk.charts.plane.chart import PlaneChart
from kiosk.charts.plane.measures import has_names
from kiosk.data.quantity import Quantity
from kiosk.data.table import Cell, Table, name_in
from kiosk.data.tabling import misfit
from kiosk.kinds import kind_names
from kiosk.options import Column
from kiosk.phrases import Phrase, any_of, phrase, quoted, write
from kiosk.show.fields.annotations import stand
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Field, Form, Unfit, made
from kiosk.show.fields.elsewhere import field_meant
from kiosk.show.fields.figures import number_hint
from kiosk.show.fields.tables import meant_number
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.show.yaml.resolve import is_null
from kiosk.values import dataclass

_FACET = "facet"
_OF_SLIDES = frozenset({"caption", "notes", "source", "subtitle", "text", "title"})
Hero = NewType("Hero", Chart)  # the big number of a slide


def _hero(node: Node, binder: Binder) -> object:
    cls = binder.known_kind("number", KINDS, Chart)
    number = meant_number(node)
    if number is not None:
        node = replace(number, text=f"{{={number.text}}}", is_plain=False)
    if isinstance(node, Mapping):
        return _fitting(node, cls, binder)
    return binder.bound(node, cls, first="value", apart="type")


def _chart(node: Node, binder: Binder) -> object:
    """A chart of the kind that `type` names, whose fields fit its data."""
    if not isinstance(node, Mapping):
        return binder.expected(node, phrase("a chart's fields"), write("{type: bar, data: …}"))
    kind = node.get("type")
    if not isinstance(kind, Scalar):
        hint = phrase("write 'type: bar', or another that `kiosk kinds` names")
        binder.findings.error(node, "missing-field", phrase("'type' is missing"), hint)
        return UNFIT
    cls = binder.kind(kind, KINDS, Chart, phrase("chart type"))
    if isinstance(cls, Unfit):
        return UNFIT
    chart = _fitting(node, cls, binder)
    return chart if isinstance(chart, Unfit) else faceted(chart)


def _fitting(node: Mapping, cls: type[Chart], binder: Binder) -> Chart | Unfit:
    """The chart of that kind, where its fields fit its data."""
    read = binder.values(node, cls, apart="type", elsewhere=lambda word: _others(word, binder))
    written = _Written(binder.form(cls), read.fields, node, binder)
    chart = made(cls, read) if written.is_whole() else UNFIT
    if isinstance(chart, Unfit) or not written.stands(chart):
        return UNFIT
    written.warn_of_doubts(chart)
    chart = written.fed(chart)
    return chart if written.reads_rows() else replace(chart, facet=None)


def _others(word: str, binder: Binder) -> Phrase | None:
    """The hint with the kinds that have a field of that name, or that slides have it."""
    if word in _OF_SLIDES:
        return phrase("it belongs to the slide: write it beside 'chart', not below it")
    if names := _having(word, binder):
        return phrase("these charts have it: {names}", names=names)
    meant = field_meant(word)
    if meant is None or not (names := _having(meant, binder)):
        return None
    return phrase("here that is called '{name}', and these charts have it: {names}",
                  name=meant, names=names)  # fmt: skip


def _having(field: str, binder: Binder) -> str:
    """The kinds of charts that have the field."""
    kinds = {name: binder.known_kind(name, KINDS, Chart) for name in kind_names(KINDS)}
    return ", ".join(name for name, cls in kinds.items() if field in binder.form(cls).fields)


@dataclass(frozen=True, slots=True)
class _Written:
    """A chart's fields: those it can have, what was read of them, and how they were written."""

    form: Form
    read: MappingABC[str, object]
    node: Mapping
    binder: Binder

    @property
    def data(self) -> Table:
        data = self.read.get("data")
        return data if isinstance(data, Table) else Table()

    def is_whole(self) -> bool:
        """Whether what its fields name is in its data; else each mistake is reported."""
        if not self.reads_rows():
            self._warn_of_data()
            return True
        written = self.node.get("data")
        if self.data.feed is not None:
            return True
        if self.data.rows:
            fits = [self._fits(field) for field in self.form.fields.values()]
            return all(fits)
        if written is None or "data" in self.read:
            hint = phrase(
                "write 'data:' and below it '- {column: value, column: value}' for each row"
            )
            place = written or self.node
            self.binder.findings.error(
                place, "missing-field", phrase("the chart has no data"), hint
            )
        return False

    def stands(self, chart: Chart) -> bool:
        """Whether it has the places that visitors are to go along, and those it is written on."""
        checks = [self._may_explore(chart), self._can_be_written_on(chart)]
        return all(checks)

    def _may_explore(self, chart: Chart) -> bool:
        """Whether visitors can go along its places, if they are to; else it is reported."""
        column, place = chart.explores, self.node.get("explore")
        if not column or place is None:
            return True
        if chart.facet:
            what = phrase("small charts, one for each name of a column, cannot be explored")
            hint = phrase("remove 'explore', or 'facet'")
        elif column in self.data.columns and has_names(self.data.column(column)):
            what = phrase("the column '{column}' holds names", column=column)
            hint = phrase("charts are explored along times (2024, 2024-05, 08:30) or numbers")
        else:
            return True
        self.binder.findings.error(place, "wrong-value", what, hint)
        return False

    def _can_be_written_on(self, chart: Chart) -> bool:
        """Whether it has the places of its annotations; else each mistake is reported."""
        is_known = self.data.feed is None and bool(self.data.rows)
        if not isinstance(chart, PlaneChart) or not chart.annotations or not is_known:
            return True
        return stand(chart, self.node, self.binder)

    def fed(self, chart: Chart) -> Chart:
        """The chart; without the rows that its feed has now where it cannot show them."""
        data = chart.data
        if data.feed is None:
            return chart
        why = misfit(data, needs_of(chart)) if data.columns else None
        if why is not None:
            self._warn_of_feed(data, why)
        if not data.columns or why is not None:
            return replace(chart, data=without_rows(chart))
        self._warn_of_names()
        return chart

    def _warn_of_names(self) -> None:
        """Where a field names a row that its feed does not have now: it marks nothing."""
        for field in self.form.fields.values():
            value = self.node.get(field.name)
            columns = field.metadata.get("names_row_of", ())
            if not self.data.rows or not columns or not isinstance(value, Scalar):
                continue
            if (unknown := self._unknown_row(value, columns)) is not None:
                self.binder.findings.warning(value, "feed", *unknown)

    def warn_of_doubts(self, chart: Chart) -> None:
        """Where the chart says that it cannot show what is written; of a feed nobody knows."""
        if self.data.feed is not None:
            return
        named = {field.python: field for field in self.form.fields.values()}
        for doubt in chart.doubts():
            field = named.get(doubt.field)
            value = None if field is None else self.node.get(field.name)
            place: Node = value or self.node
            if doubt.row is not None and isinstance(value, Scalar):
                place = self._cell(doubt.row, value.text) or place
            self.binder.findings.warning(place, "doubtful", doubt.what, doubt.hint)

    def _cell(self, row: int, column: str) -> Node | None:
        """Where a cell of the data is written."""
        rows = self.node.get("data")
        found = rows.items[row] if isinstance(rows, Sequence) else None
        return found.get(column) if isinstance(found, Mapping) else None

    def _warn_of_feed(self, data: Table, why: Phrase) -> None:
        """Where the rows that are there now are others than the chart asks for."""
        hint = phrase("write numbers alone, such as 15100 or 45.5, and empty cells for none")
        place: Node = self.node
        for field in self.form.fields.values():
            value = self.node.get(field.name)
            if field.type is not Column or not isinstance(value, Scalar):
                continue
            if value.text not in data.columns:
                near = self.binder.findings.near(value.text, filter(None, data.columns))
                hint = near or phrase("the first row has the names of the columns; write one here")
                place = value
                break
        source = data.feed.source if data.feed is not None else ""
        what = phrase("{source}: {why}", source=source, why=why)
        self.binder.findings.warning(place, "feed", what, hint)

    def reads_rows(self) -> bool:
        """Whether it has a column to read: one that it needs, or one that is written."""
        columns = [
            field
            for field in self.form.fields.values()
            if field.type is Column and field.name != _FACET
        ]
        return any(field.is_required or self.node.get(field.name) for field in columns)

    def _warn_of_data(self) -> None:
        """Where the kind has fields for its figures, and reads no rows."""
        for key, _ in self.node.entries:
            if key.text in {"data", _FACET}:
                what = phrase("this type of chart shows no rows of data")
                hint = phrase("remove '{field}'", field=key.text)
                self.binder.findings.warning(key, "not-shown", what, hint)

    def _fits(self, field: Field) -> bool:
        """Whether what the field names is in the chart's data; else it is reported."""
        value = self.node.get(field.name)
        if isinstance(value, Sequence):
            several = (one for one in value.items if isinstance(one, Scalar))
            rows = [self._has_row(one, field.metadata.get("names_row_of", ())) for one in several]
            return all(rows)
        if not isinstance(value, Scalar) or is_null(value):
            return True
        if field.type is Column:
            return self._has_column(value) and self._has_cells(field, value)
        rows_of = field.metadata.get("names_row_of", ())
        return not rows_of or self._has_row(value, rows_of)

    def _has_column(self, value: Scalar) -> bool:
        columns = self.data.columns
        if value.text in columns:
            return True
        hint = self.binder.findings.meant(value.text, columns)
        what = phrase("the data has no column '{word}'", word=value.text)
        self.binder.findings.error(value, "unknown-column", what, hint)
        return False

    def _has_row(self, value: Scalar, fields_of_columns: tuple[str, ...]) -> bool:
        """Whether a row of the data is called so in one of its languages; else it is reported."""
        unknown = self._unknown_row(value, fields_of_columns)
        if unknown is not None:
            self.binder.findings.error(value, "unknown-row", *unknown)
        return unknown is None

    def _unknown_row(
        self, value: Scalar, fields_of_columns: tuple[str, ...]
    ) -> tuple[Phrase, Phrase | None] | None:
        """That no row of the data is called so in any language, and what may be meant."""
        columns = [str(c) for name in fields_of_columns if (c := self.read.get(name))]
        known = [c for c in columns if c in self.data.columns]
        names = [name_in(cell) for column in known for cell in self.data.column(column)]
        words = [word for name in names for _, word in name.versions]
        if value.text in words or not known or len(known) < len(columns):
            return None
        first = dict.fromkeys(name.versions[0][1] for name in names if name.versions)
        otherwise = phrase("one of: {names}", names=", ".join([*first][:16])) if first else None
        hint = self.binder.findings.meant(value.text, words, otherwise)
        what = phrase(
            "nothing in {columns} is called '{word}'",
            columns=any_of(map(quoted, columns)),
            word=value.text,
        )
        return what, hint

    def _has_cells(self, field: Field, value: Scalar) -> bool:
        """Whether the column's cells are what the field can use."""
        allowed = field.metadata.get("cells", ())
        is_whole = True
        for node, cell in self._cells(value):
            if allowed == "numbers" and not isinstance(cell, Quantity):
                self._expected_number(node, value.text)
                is_whole = False
            if isinstance(allowed, tuple) and allowed and _word(cell) not in allowed:
                self._unknown_word(node, field.name, allowed)
                is_whole = False
        return is_whole

    def _cells(self, value: Scalar) -> Iterator[tuple[Node, Cell]]:
        """The column's cells that are not empty, and where each was written."""
        for row, cell in enumerate(self.data.column(value.text)):
            node = self._cell(row, value.text)
            if node is not None and cell is not None:
                yield node, cell

    def _expected_number(self, node: Node, column: str) -> None:
        hint = number_hint(node)
        self.binder.expected(node, phrase("a number in the column '{column}'", column=column), hint)

    def _unknown_word(self, node: Node, field: str, words: tuple[str, ...]) -> None:
        if not isinstance(node, Scalar):
            self.binder.expected(
                node,
                phrase("one word"),
                phrase("write one of: {names}", names=", ".join(sorted(words))),
            )
            return
        hint = self.binder.findings.meant(node.text, words)
        self.binder.findings.error(
            node,
            "unknown-kind",
            phrase("unknown {field} '{word}'", field=field, word=node.text),
            hint,
        )


def _word(cell: Cell) -> str:
    return name_in(cell).in_language("")


CONVERTERS: MappingABC[object, Converter] = {Hero: _hero, Chart: _chart}
