"""What of a frame is to be read, and where: for tests of texts on slides as they are painted."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from kiosk.charts.kinds.bar import Bar
from kiosk.charts.kinds.climb import Climb
from kiosk.charts.kinds.gauge import Gauge
from kiosk.charts.kinds.routes import Routes
from kiosk.data.quantity import Quantity, printed
from kiosk.data.table import name_in
from kiosk.data.text import Text
from kiosk.geometry import Box
from kiosk.marks import Figure, Label
from kiosk.numerals import number_text
from kiosk.stage.stills.seeing import ink_of, text_of
from kiosk.typesetting.lists import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.charts.base import Chart
    from kiosk.data.table import Cell
    from kiosk.marks import Frame
    from kiosk.show.model import Slide
    from kiosk.stage.fonts.measure import QtMeasure


@dataclass(frozen=True)
class Read:
    """A text that is seen. box: of its ink, without the tails of commas. sheet: what it is on."""

    sheet: str
    key: str
    text: str
    size: float
    box: Box

    def __str__(self) -> str:
        return f"{self.key} {self.text!r}"


def texts_of(frame: Frame, measure: QtMeasure) -> Iterator[Read]:
    """All that is to be read, from the back to the front."""
    for sheet in frame.sheets:
        for layer in sheet.layers:
            for mark in layer.marks:
                if isinstance(mark, Label | Figure) and mark.opacity > 0.3:
                    text = text_of(mark)
                    if text.strip():
                        box = ink_of(mark, measure.lines)
                        yield Read(sheet.key, f"{layer.key}/{mark.key}", text, mark.style.size, box)


def squeezed(texts: Iterable[str]) -> str:
    """All of them one after another, without spaces."""
    return re.sub(r"[\s\u200b]", "", "".join(texts))


def said_by(slide: Slide, language: str) -> Iterator[str]:
    """What a slide says: its texts, and the names, labels and values of its charts."""
    parts = slide.parts
    for text in (parts.title, parts.subtitle, parts.text, parts.caption):
        yield from (line.text for line in paragraphs_of(text.in_language(language)))
    for chart in (parts.number, *parts.charts):
        if chart is not None:
            yield from _said_by_chart(chart, language)


def _said_by_chart(chart: Chart, language: str) -> Iterator[str]:
    for field in fields(chart):
        value = getattr(chart, field.name)
        # What small pieces are called where there are too many, and a target where there is one.
        if isinstance(value, Text) and field.name not in {"id", "alt", "others", "target_label"}:
            yield value.in_language(language)
        elif isinstance(value, Quantity) and not _is_unsaid(chart, field.name):
            # Of a change an arrow says which way it goes.
            yield _digits(value, language).lstrip("\N{MINUS SIGN}" if field.name == "trend" else "")
    if isinstance(chart, Bar):
        for name in (chart.x, chart.color):
            yield from (name_in(cell).in_language(language) for cell in _cells(chart, name))
        # Of stacked bars the values stand where their pieces have room, the others are drawn.
        for name in (chart.y, chart.beside) if chart.stack == "none" else ():
            cells = _cells(chart, name)
            yield from (_digits(cell, language) for cell in cells if isinstance(cell, Quantity))


def _cells(chart: Bar, column: str | None) -> tuple[Cell, ...]:
    """The cells of a column that may not be there."""
    return chart.data.column(column) if column and column in chart.data.columns else ()


def _is_unsaid(chart: Chart, name: str) -> bool:
    """Whether the figure is drawn and not written: an end of a path that has no label, places."""
    if isinstance(chart, Routes) or (isinstance(chart, Gauge) and name == "max"):
        return True
    if not isinstance(chart, Climb):
        return False
    label = chart.from_label if name == "from_" else chart.to_label
    return not label.versions


def _digits(quantity: Quantity, language: str) -> str:
    shown = printed(quantity, language)
    return shown.text or number_text(
        shown.value, shown.decimals, grouped=shown.grouped, numerals=shown.numerals
    )
