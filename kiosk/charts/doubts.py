"""What a chart cannot show as it is written; those who write it are told, and it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.data.quantity import Quantity
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.data.table import Table
    from kiosk.phrases import Phrase

_MOST = 5  # rows that are told of, of each column


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing. hint: what to write instead.

    field: of the chart, as it is named in Python; empty for the chart itself. row: where the field
    names a column, which row of the data; None for the field.
    """

    what: Phrase
    hint: Phrase
    field: str = ""
    row: int | None = None


def doubts_about(
    table: Table, field: str, column: str | None, is_wrong: Callable[[float], bool],
    what: Phrase, hint: Phrase,
) -> tuple[Doubt, ...]:  # fmt: skip
    """A doubt about each number of the column that is wrong, the first ones of many.

    field: which names the column.
    """
    if column is None or column not in table.columns:
        return ()
    wrong = (
        row
        for row, cell in enumerate(table.column(column))
        if isinstance(cell, Quantity) and is_number(cell) and is_wrong(cell.value)
    )
    return tuple(Doubt(what, hint, field, row) for row in wrong)[:_MOST]


def below_zero(table: Table, field: str, column: str | None) -> tuple[Doubt, ...]:
    """Doubts about parts of a whole that are less than nothing."""
    return doubts_about(
        table, field, column, lambda value: value < 0.0,
        phrase("this chart has no place for a number below zero, and leaves it out"),
        phrase("write 'type: bar', which has one"),
    )  # fmt: skip


def not_above_zero(table: Table, field: str, column: str | None) -> tuple[Doubt, ...]:
    """Doubts about numbers that a logarithmic scale does not reach."""
    return doubts_about(
        table, field, column, lambda value: value <= 0.0,
        phrase("a logarithmic scale has no place for zero and less, and leaves it out"),
        phrase("remove 'log'"),
    )  # fmt: skip
