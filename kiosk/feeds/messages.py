"""Messages of a broker as rows, thinned to what can be shown."""

from __future__ import annotations

from collections import deque
from dataclasses import field
from itertools import islice
from typing import TYPE_CHECKING

from kiosk.data.records import MOST_COLUMNS, Records, Value, moment_text
from kiosk.feeds.trees import found_at, records_of, tree_in, value_of
from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

TIME, TOPIC, VALUE = "time", "topic", "value"


@dataclass(slots=True)
class Messages:
    """What was heard, as rows. keep: how many rows; by: the column that each has a row of its own.

    A list of rows replaces all before it. Fields are one row more, or the row of the same name in
    the column `by`; so is a bare number, in the column `value`. Each row that has no `time` gets
    the one at which it was heard.
    """

    path: str = ""
    keep: int = 600
    by: str = ""
    _rows: deque[dict[str, Value]] = field(default_factory=deque)
    _by_name: dict[Value, dict[str, Value]] = field(default_factory=dict)
    _whole: Records | None = None

    def hear(self, topic: str, payload: bytes, at: datetime) -> Phrase | None:
        """Takes a message in; why it cannot be shown, if so."""
        tree = tree_in(payload)
        if isinstance(tree, Phrase):
            return tree
        found = found_at(tree, self.path)
        if isinstance(found, Phrase):
            return found
        if isinstance(found, list):
            whole = records_of(found)
            if isinstance(whole, Phrase):
                return whole
            self._whole = whole
            return None
        if isinstance(found, bool) or not isinstance(found, dict | int | float):
            return phrase("a message is neither a number nor fields")
        fields = found if isinstance(found, dict) else {VALUE: found}
        if len(fields) > MOST_COLUMNS:
            return phrase("it has more than {count} columns", count=MOST_COLUMNS)
        row = {str(name): value_of(value) for name, value in fields.items()}
        row.setdefault(TIME, moment_text(at))
        row.setdefault(TOPIC, topic)
        self._take(row)
        return None

    def records(self) -> Records:
        """All rows that are kept, the oldest first."""
        if self._whole is not None:
            return self._whole
        rows = [*(self._by_name.values() if self.by else self._rows)]
        columns = tuple(islice(dict.fromkeys(name for row in rows for name in row), MOST_COLUMNS))
        return Records(columns, tuple(tuple(row.get(name) for name in columns) for row in rows))

    def _take(self, row: dict[str, Value]) -> None:
        """Keeps the row, and lets go of the oldest where there are too many."""
        self._whole = None
        if self.by:
            self._by_name[row.get(self.by)] = row
            while len(self._by_name) > self.keep:
                del self._by_name[next(iter(self._by_name))]
            return
        self._rows.append(row)
        while len(self._rows) > self.keep:
            self._rows.popleft()
