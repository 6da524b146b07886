"""What the fields of a show or of a kind are, as a table of Markdown in either language."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from typing import Literal

from kiosk.author.schema.fields import Described
from kiosk.author.schema.making import default_text
from kiosk.author.schema.values import VALUES
from kiosk.charts.annotations.annotation import Annotation
from kiosk.charts.base import Chart
from kiosk.data.feed import Units
from kiosk.data.table import Table
from kiosk.options import FileChoice, Seconds, Share
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.show.fields.charts import Hero
from kiosk.show.fields.values import Inches, Metres, Millimetres
from kiosk.show.opening.hours import Hours
from kiosk.show.slides import Change, Picture, Slides
from kiosk.show.steps import Steps
from kiosk.show.themes import ThemeName
from kiosk.values import dataclass

# Of types that are made of others: how one is written.
EXAMPLES: Mapping[object, str] = {
    Annotation: "{y: 100, text: Planned}",
    Chart: "{type: bar, data: …, x: …, y: …}",
    FileChoice: "photo.jpg",
    Hero: "$auto_output",
    Hours: '{mon-fri: "08:30-18:00"}',
    Picture: "photo.jpg",
    Slides: "- {title: …}",
    Steps: "- chart: {highlight: Cars}",
    Change: "{highlight: Cars}",
    Table: "- {sector: Cars, output: 1104}",
    ThemeName: "paper",
    Units: "{flights: {zh: 架次, en: flights}}",
}

SIZES = (int, float, Seconds, Share, Inches, Metres, Millimetres)  # whose default is an example


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Writes tables of fields in one language."""

    language: Language

    def of(self, fields: Iterable[Described], must: tuple[str, ...] = ()) -> str:
        """A row for each field. must: those that are written though they have a default."""
        heads = (phrase("field"), phrase("written"), phrase("otherwise"), phrase("what it is"))
        rows = [self._row(field, is_must=field.is_required or field.name in must)
                for field in fields]  # fmt: skip
        return "\n".join([_line(map(self._said, heads)), _line(["---"] * 4), *rows]) + "\n"

    def _row(self, field: Described, *, is_must: bool) -> str:
        otherwise = default_text(field)
        told = self._said(phrase("must be written")) if is_must else _code(otherwise)
        usual = _code(otherwise) if field.type in SIZES else ""
        how = usual or written(field.type)
        return _line([f"`{field.name}`", how, told, field.explained(self.language)])

    def _said(self, what: Phrase) -> str:
        return said(what, self.language)


def written(of: object) -> str:
    """How a value of the type is written: its words, or an example. TypeError where nobody says."""
    if of is bool:
        return "`true`, `false`"
    if of in EXAMPLES:
        return _code(EXAMPLES[of])
    if of in VALUES:
        return _code(VALUES[of].example)
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if origin is Literal:
        return ", ".join(_code(str(word)) for word in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"[{written(arguments[0])}, …]"
    if origin is tuple:
        return _code(f"[{', '.join(VALUES[each].example for each in arguments)}]")
    message = f"say in kiosk/author/explaining.py how {of} is written"
    raise TypeError(message)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
