"""Who says what a slide's charts show: a quiet line after the caption, from the facts."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.charts.base import Chart

SAID = Text((
    ("en", "Source: {names}"), ("zh", "来源：{names}"), ("ar", "المصدر: {names}"),
    ("de", "Quelle: {names}"), ("es", "Fuente: {names}"), ("fr", "Source\u202f: {names}"),
    ("it", "Fonte: {names}"), ("ja", "出典：{names}"), ("ko", "출처: {names}"),
    ("pt", "Fonte: {names}"), ("ru", "Источник: {names}"),
))  # fmt: skip
_BETWEEN = Text((("en", "; "), ("zh", "；"), ("ja", "；"), ("ar", "؛ ")))
_NOBODY = "none"


def sources_of(charts: tuple[Chart, ...], number: Chart | None, written: Text) -> tuple[Text, ...]:
    """The sources of all figures in the charts, each once; `written` instead of them, if anything.

    number: a big figure, which charts beside it draw. None at all where `written` says `none`.
    """
    if written.versions:
        is_none = any(text.strip().casefold() == _NOBODY for _, text in written.versions)
        return () if is_none else (written,)
    shown = (*charts, *((number,) if charts and number else ()))
    found = (figure.source for chart in shown for figure in _figures(chart))
    return tuple(dict.fromkeys(source for source in found if source.versions))


def source_line(sources: tuple[Text, ...], language: str) -> str:
    """`Source: …` with all of them, or nothing."""
    names = dict.fromkeys(source.in_language(language) for source in sources)
    if not names:
        return ""
    spoken = language.partition("-")[0]  # pt for pt-BR
    return SAID.in_language(spoken).format(names=_BETWEEN.in_language(spoken).join(names))


def _figures(chart: Chart) -> Iterator[Quantity]:
    """The figures in the fields and rows of a chart."""
    for field in fields(chart):
        value = getattr(chart, field.name)
        if isinstance(value, Quantity):
            yield value
        elif isinstance(value, Table):
            yield from (cell for row in value.rows for cell in row if isinstance(cell, Quantity))
