"""Data of charts: lists of `{column: value}`, whose values are texts, numbers and facts."""

from __future__ import annotations

from kiosk.data.quantity import Quantity
from kiosk.data.table import Cell, Table
from kiosk.data.text import Text
from kiosk.phrases import phrase
from kiosk.show.fields.bind import UNFIT, Binder
from kiosk.show.fields.feeds import FeedReader
from kiosk.show.fields.figures import Figure, figure
from kiosk.show.fields.texts import TextReader
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.show.yaml.resolve import is_null, number_of
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class DataReader:
    """Reads figures and tables of them, and the feeds that bring some."""

    texts: TextReader
    feeds: FeedReader

    def quantity(self, node: Node, binder: Binder) -> object:
        """A figure: `$fact`, or a number."""
        meant = meant_number(node)
        if meant is not None:
            return self._number(meant, binder)
        if isinstance(node, Scalar) and node.text.startswith("$"):
            return self._fact(node, binder)
        value = self._number(node, binder)
        if isinstance(node, Scalar) and value is not UNFIT and self.texts.is_typed(node.text):
            self.texts.warn_of_number(node, node.text, "${}", binder)
        return value

    def table(self, node: Node, binder: Binder) -> object:
        """Rows, or a feed of them; a column that a row leaves out is empty there."""
        if isinstance(node, Mapping):
            return self.feeds.table(node, binder)
        if not isinstance(node, Sequence):
            return binder.expected(
                node, phrase("a list of rows"), phrase("write - {column: value, column: value}")
            )
        rows = [self._row(item, binder) for item in node.items]
        whole = [row for row in rows if row is not None]
        if len(whole) < len(rows):
            return UNFIT
        columns = tuple(dict.fromkeys(name for row in whole for name in row))
        return Table(columns, tuple(tuple(row.get(c) for c in columns) for row in whole))

    def _row(self, node: Node, binder: Binder) -> dict[str, Cell] | None:
        if not isinstance(node, Mapping):
            binder.expected(node, phrase("a row"), phrase("write {column: value, column: value}"))
            return None
        cells = {key.text: self.cell(value, binder) for key, value in node.entries}
        whole = {k: c for k, c in cells.items() if isinstance(c, Text | Quantity) or c is None}
        return whole if len(whole) == len(cells) else None

    def cell(self, node: Node, binder: Binder) -> object:
        """A text or a figure; None where nothing is written."""
        if is_null(node):
            return None
        if isinstance(node, Scalar):
            is_number = node.text.startswith("$") or number_of(node) is not None
            return self.quantity(node, binder) if is_number else self._text(node, binder)
        return self.quantity(node, binder) if meant_number(node) else self._text(node, binder)

    def _text(self, node: Node, binder: Binder) -> object:
        """A row's name, or another text; a single `{=98}` is the number 98."""
        meant = meant_number(node)
        if meant is not None:
            return self._number(meant, binder)
        return self.texts(node, binder)

    def _fact(self, node: Scalar, binder: Binder) -> object:
        known = self.texts.quantity(node.text[1:], node, binder, 1)
        return UNFIT if known is None else known

    def _number(self, node: Node, binder: Binder) -> object:
        value = figure(node, binder)
        if not isinstance(value, Figure):
            return UNFIT
        return Quantity(value.value, value.decimals, is_signed=value.is_signed)


def meant_number(node: Node) -> Scalar | None:
    """The number of `{=98}`, with or without quotes; None when it is something else."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0]
        if is_null(value) and key.text.startswith("="):
            return Scalar(key.source, key.place, key.text[1:], is_plain=True)
    if isinstance(node, Scalar) and node.text.startswith("{=") and node.text.endswith("}"):
        inside = Scalar(node.source, node.place, node.text[2:-1], is_plain=True)
        return inside if number_of(inside) is not None else None
    return None
