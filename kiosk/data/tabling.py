"""What sources tell as tables, and whether that is what charts ask for."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from kiosk.data.precision import readable_decimals
from kiosk.data.quantity import NO_UNIT, Quantity, Unit
from kiosk.data.records import MOST_ROWS, Records
from kiosk.data.spoken import spoken_in
from kiosk.data.table import Cell, Table
from kiosk.data.text import Text, plain
from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.data.records import Value
    from kiosk.data.spoken import Versions

_NUMBER = re.compile(r"[+−-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_PERCENT = Unit(plain("%"))
_SHOWN = 12  # columns that are named in a problem
_LONGEST = 40  # characters of a value that is quoted in one


@dataclass(frozen=True, slots=True)
class Need:
    """A column that a chart asks for. is_number: whether it has to hold numbers."""

    column: str
    is_number: bool = False


def table_of(records: Records, units: Mapping[str, Unit]) -> Table:
    """The table of the records. units: of the numbers, by column.

    A text that reads as a number is one. Times stay as they were written. What columns say in
    several languages is one more column, `name` beside `name_zh` and `name_en`.
    """
    by_column = [units.get(column, NO_UNIT) for column in records.columns]
    spoken = spoken_in(records.columns)
    rows = tuple(
        (
            *(cell_of(value, unit) for value, unit in zip(row, by_column, strict=True)),
            *(_said(row, versions) for versions in spoken.values()),
        )
        for row in records.rows
    )
    return Table((*records.columns, *spoken), rows)


def _said(row: tuple[Value, ...], versions: Versions) -> Text | None:
    """What the row says in those languages; nothing where it says nothing in any."""
    texts = ((tag, str(row[place]).strip()) for tag, place in versions if row[place] is not None)
    there = tuple((tag, text) for tag, text in texts if text)
    return Text(there) if there else None


def cell_of(value: Value, unit: Unit = NO_UNIT) -> Cell:
    """The value as a cell; an empty text is nothing, and `45.5%` is 45.5 with that unit."""
    if isinstance(value, str):
        text = value.strip()
        digits = text if text.isascii() else normalize("NFKC", text)
        if _NUMBER.fullmatch(digits):
            return _quantity(digits, unit)
        if digits.endswith("%") and _NUMBER.fullmatch(digits[:-1].rstrip()):
            return _quantity(digits[:-1].rstrip(), _PERCENT if unit == NO_UNIT else unit)
        return plain(text) if text else None
    if value is None:
        return None
    return _quantity(repr(value) if math.isfinite(value) else "nan", unit)


def misfit(records: Records | Table, needs: tuple[Need, ...]) -> Phrase | None:
    """Why charts that have those needs cannot show the records; None where they can."""
    if len(records.rows) > MOST_ROWS:
        return phrase("it has more than {count} rows", count=f"{MOST_ROWS:,}")
    spoken = spoken_in(records.columns) if isinstance(records, Records) else {}
    for need in needs:
        if need.column not in records.columns and (need.is_number or need.column not in spoken):
            names = ", ".join(list(filter(None, records.columns))[:_SHOWN])
            return phrase(
                "it has no column '{word}', but {names}", word=need.column, names=names or "–"
            )
    for need in needs:
        if need.column in spoken:
            continue
        index = records.columns.index(need.column)
        wrong = next((row[index] for row in records.rows if not _fits(row[index], need)), None)
        if wrong is not None:
            return phrase(
                "'{value}' in the column '{column}' is no number",
                value=_shown(wrong), column=need.column,
            )  # fmt: skip
    return None


def _fits(value: Value | Cell, need: Need) -> bool:
    """Whether the column may hold the value."""
    if isinstance(value, Quantity):
        return math.isfinite(value.value)
    if isinstance(value, float):
        return math.isfinite(value)
    if not need.is_number or value is None or isinstance(value, int):
        return True
    return isinstance(value, str) and not isinstance(cell_of(value), Text)


def _shown(value: Value | Cell) -> str:
    """The value as a problem quotes it."""
    text = str(value)
    if isinstance(value, Quantity):
        text = f"{value.value:g}"
    if isinstance(value, Text):
        text = value.in_language("")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _quantity(text: str, unit: Unit) -> Quantity:
    """The number that is written so, no more precise than somebody can read."""
    digits = text.replace(",", "").replace("−", "-")
    whole = digits.lower().partition("e")[0].endswith(".0")  # as a computer writes it
    decimals = 0 if whole else readable_decimals(digits)
    return Quantity(float(digits), decimals, unit, is_signed=text.startswith("+"))
