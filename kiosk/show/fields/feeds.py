"""Feeds: where the rows of a chart come from while the show plays, and what is there already."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from dataclasses import field

from kiosk.data.feed import ADDRESS, KINDS, Address, Feed, LiveFile, Units
from kiosk.data.quantity import Unit
from kiosk.data.records import Records
from kiosk.data.table import Table
from kiosk.data.tabling import table_of
from kiosk.data.text import Text
from kiosk.kinds import kind_names
from kiosk.phrases import Phrase, phrase
from kiosk.show.facts import Words
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Unfit
from kiosk.show.fields.files import FileReader
from kiosk.show.folder import Folder
from kiosk.show.yaml.nodes import Mapping, Node, Scalar
from kiosk.values import dataclass

_EXAMPLE = "https://numbers.example.org/gates.json"
MOST_BYTES = 4_000_000  # of a file that is read while a show is loaded; more is read while it plays


@dataclass(frozen=True, slots=True)
class FeedReader:
    """Reads feeds, and once what their files hold."""

    files: FileReader
    words: Words
    _read: dict[str, Records | Phrase] = field(default_factory=dict)

    @property
    def first(self) -> dict[str, Records]:
        """What the feeds told, by their keys."""
        return {key: found for key, found in self._read.items() if isinstance(found, Records)}

    def converters(self) -> MappingABC[object, Converter]:
        """For the types of a feed's fields."""
        return {LiveFile: self.live_file, Units: self.units, Address: address}

    def table(self, node: Mapping, binder: Binder) -> object:
        """A table that follows the feed, with the rows that are there now."""
        names = kind_names(KINDS)
        kind = next((key for key, _ in node.entries if key.text in names), None)
        if kind is None:
            return self._unknown(node, names, binder)
        feed = binder.bound(node, binder.known_kind(kind.text, KINDS, Feed))
        if isinstance(feed, Unfit):
            return UNFIT
        records = self._first(feed, node, binder)
        table = table_of(records, dict(feed.units))
        return Table(table.columns, table.rows, feed)

    def live_file(self, node: Node, binder: Binder) -> object:
        """The path of a file inside the folder; one that is not there yet is a warning."""
        return self.files.file_to_come(node, binder)

    def units(self, node: Node, binder: Binder) -> object:
        """What the numbers of each column count."""
        if not isinstance(node, Mapping):
            hint = phrase("write {column: {zh: …, en: …}}")
            return binder.expected(node, phrase("the units of columns"), hint)
        found = [(key.text, self.words(value, binder)) for key, value in node.entries]
        units = tuple((name, Unit(text)) for name, text in found if isinstance(text, Text))
        return units if len(units) == len(found) else UNFIT

    def _unknown(self, node: Mapping, names: tuple[str, ...], binder: Binder) -> Unfit:
        """That none of the fields says where the rows come from."""
        written = [key for key, _ in node.entries]
        near = next((k for k in written if binder.findings.near(k.text, names)), None)
        if near is not None:
            hint = binder.findings.near(near.text, names)
            what = phrase("unknown {noun} '{word}'", noun=phrase("feed"), word=near.text)
            binder.findings.error(near, "unknown-kind", what, hint)
            return UNFIT
        hint = phrase("write - {column: value, column: value}, or a feed such as {csv: file.csv}")
        return binder.expected(node, phrase("a list of rows"), hint)

    def _first(self, feed: Feed, node: Mapping, binder: Binder) -> Records:
        """The rows that are there now; none where they are elsewhere, or cannot be read."""
        if not feed.file or not self.files.folder.exists(feed.file):
            return Records()
        if feed.key not in self._read:
            self._read[feed.key] = _read(feed, self.files.folder)
        answer = self._read[feed.key]
        if isinstance(answer, Records):
            return answer
        what = phrase("{source}: {why}", source=feed.source, why=answer)
        hint = phrase("mend the table and save it; until then the chart is empty")
        binder.findings.warning(node, "feed", what, hint)
        return Records()


def address(node: Node, binder: Binder) -> object:
    """The address of a page on a web server; a secret never stands in it."""
    if isinstance(node, Scalar) and re.match(ADDRESS, node.text):
        return node.text
    return binder.expected(node, phrase("an address such as {example}", example=_EXAMPLE))


def _read(feed: Feed, folder: Folder) -> Records | Phrase:
    """What the feed's file holds."""
    try:
        if folder.size(feed.file) > MOST_BYTES:
            return Records()
        return feed.records(folder.read(feed.file))
    except OSError as error:
        reason = Phrase(error.strerror) if error.strerror else phrase("it cannot be opened")
        return phrase("the file cannot be read: {reason}", reason=reason)
