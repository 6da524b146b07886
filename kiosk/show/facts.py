"""The facts file: every figure of a show with its unit, bound and period, by name."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from dataclasses import field
from functools import partial
from typing import NewType

from kiosk.data.quantity import NO_UNIT, Bound, Quantity, Unit
from kiosk.data.text import NO_TEXT, Text
from kiosk.data.text import Words as Said
from kiosk.options import option
from kiosk.phrases import phrase, write
from kiosk.problems import Span
from kiosk.show.fields.bind import UNFIT, Binder, Unfit
from kiosk.show.fields.differences import warn_of_difference
from kiosk.show.fields.figures import LEAST, MOST, Figure, figure
from kiosk.show.fields.languages import warn_of_unread
from kiosk.show.fields.values import CONVERTERS
from kiosk.show.findings import Findings
from kiosk.show.yaml.nodes import Mapping, Node, Scalar
from kiosk.show.yaml.resolve import is_null, number_of
from kiosk.values import dataclass

Period = NewType("Period", Text)  # one of the file's periods


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures by name. broken: names of those with a mistake. units: all units' words.

    is_lost: whether there is a facts file that could not be read at all. places: where each figure
    was written, by its name.
    """

    quantities: MappingABC[str, Quantity] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    is_lost: bool = False
    places: MappingABC[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FactFields:
    """What is written about one figure."""

    value: Figure = option(
        "The number as the source states it; a change as `+49.9`.",
        zh="来源里的数，照原样写；变化写成 `+49.9`。",
    )
    unit: Unit = option(
        "A unit of the file's `units`, or `{zh: …, en: …}`.",
        NO_UNIT,
        zh="单位：本文件 `units` 里的一个，或 `{zh: …, en: …}`。",
    )
    period: Period = option(
        "One of the file's `periods`.", Period(NO_TEXT), zh="时期：本文件 `periods` 里的一个。"
    )
    about: Text = option("What is counted.", NO_TEXT, zh="数的是什么。")
    bound: Bound = option(
        "`over`, `about`; exact if left out.", "exact", zh="`over` 超过，`about` 约；不写就是正好。"
    )
    text: str = option(
        "What is shown instead of the number, such as `1/3`.",
        "",
        zh="代替数字显示的文字，例如 `1/3`。",
    )
    source: Text = option(
        "Who says so; the file's `source` if left out.",
        NO_TEXT,
        zh="出处；不写就是本文件的 `source`。",
    )
    note: str = option("For staff; shown nowhere.", "", zh="给工作人员看，不显示。")


def facts_of(
    node: Mapping, languages: tuple[str, ...], findings: Findings, *, compares: bool = False
) -> Facts:
    """The facts of a facts file; one with a mistake is reported and listed as broken.

    languages: of the show; the file may be written in more. compares: as for `Words`.
    """
    words = Words(languages, compares)
    units = _units(node.get("units"), words, Binder(findings, {}))
    periods = _periods(node.get("periods"), words, Binder(findings, {}))
    binder = Binder(
        findings,
        {
            **CONVERTERS,
            Figure: figure,
            Text: words,
            Unit: partial(_unit, units, words),
            Period: partial(_period, periods),
        },
    )
    source = _source(node.get("source"), words, binder)
    entries = node.get("facts")
    if entries is not None and is_null(entries):
        return Facts()  # all were taken out, or none is there yet
    if not isinstance(entries, Mapping):
        hint = phrase("write 'facts:' and below it 'name: {value: …, unit: …}'")
        findings.error(node, "missing-field", phrase("'facts' is missing"), hint)
        return Facts(is_lost=True)
    quantities = {}
    for key, value in entries.entries:
        fact = binder.bound(value, FactFields)
        if set(key.text) & set(".{}"):
            better = write(re.sub("[.{}]+", "-", key.text).strip("-"))
            what = phrase("a figure's name cannot have a point or a brace in it")
            findings.error(key, "field-name", what, better)
        elif fact is not UNFIT:
            quantities[key.text] = _quantity(fact, source)
    broken = frozenset(key.text for key, _ in entries.entries) - frozenset(quantities)
    names = frozenset(word for q in quantities.values() for _, word in q.unit.name.versions)
    places = {key.text: key.source.span(key.place) for key, _ in entries.entries}
    return Facts(quantities, broken, names, places=places)


def _quantity(fact: FactFields, source: Text) -> Quantity:
    """source: the file's."""
    figure = fact.value
    return Quantity(
        figure.value,
        figure.decimals,
        fact.unit,
        fact.bound,
        fact.text,
        fact.period,
        fact.about,
        fact.source if fact.source.versions else source,
        figure.is_signed,
    )


def _source(node: Node | None, words: Words, binder: Binder) -> Text:
    """The source of all figures that name none."""
    source = NO_TEXT if node is None or is_null(node) else words(node, binder)
    return source if isinstance(source, Text) else NO_TEXT


@dataclass(frozen=True, slots=True)
class Words:
    """Reads a text, or one for each language; the show's `languages` are wanted.

    compares: whether a text for all of them that is read in one alone, and other figures in one
    than in another, are worth a warning.
    """

    languages: tuple[str, ...]
    compares: bool = False

    def __call__(self, node: Node, binder: Binder) -> object:
        """A `Text`."""
        if isinstance(node, Scalar):
            if self.compares:
                warn_of_unread(node, node.text, self.languages, binder)
            return Text((("", node.text),))
        if isinstance(node, Mapping):
            pairs = [(k.text, v.text) for k, v in node.entries if isinstance(v, Scalar)]
            if len(pairs) == len(node.entries):
                self.warn_of_missing(node, binder)
                if self.compares:
                    versions = {of: Said(text) for of, text in pairs}
                    warn_of_difference(node, versions, binder)
                return Text(tuple(pairs))
        return binder.expected(node, phrase("a text, or {zh: …, en: …}"))

    def warn_of_missing(self, node: Mapping, binder: Binder) -> None:
        """Warns of languages that the show has and the words lack."""
        for language in self.languages:
            if node.get(language) is None:
                what = phrase("no text in '{language}', a language of the show", language=language)
                binder.findings.warning(
                    node,
                    "missing-translation",
                    what,
                    phrase("add '{language}: …'", language=language),
                )


def _unit(units: MappingABC[str, Unit | Unfit], words: Words, node: Node, binder: Binder) -> object:
    """A named unit, or the words of one that only this figure has."""
    if isinstance(node, Mapping):
        if node.get("factor") is not None:
            hint = phrase("write it in the file's 'units', with a name, and that name here")
            return binder.expected(node, phrase("the words of a unit that has no factor"), hint)
        name = words(node, binder)
        return Unit(name) if isinstance(name, Text) else UNFIT
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a unit's name, or {zh: …, en: …}"))
    if node.text in units:
        return units[node.text]  # a mistake in it is told once, and not for each figure
    if not node.text.isidentifier() or not node.text.isascii():
        name = words(node, binder)
        return Unit(name) if isinstance(name, Text) else UNFIT
    near = binder.findings.meant(node.text, units, write("{zh: …, en: …}"))
    binder.findings.error(
        node, "unknown-unit", phrase("unknown unit '{word}'", word=node.text), near
    )
    return UNFIT


def _period(periods: MappingABC[str, Text], node: Node, binder: Binder) -> object:
    """One of the file's periods."""
    if isinstance(node, Scalar) and node.text in periods:
        return periods[node.text]
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("the name of a period"))
    new = phrase("add it below 'periods', such as {word}: {zh: …, en: …}", word=node.text)
    is_slip = not any(map(str.isdigit, node.text))  # 2026 is no slip for 2025
    hint = binder.findings.meant(node.text, periods, new) if is_slip else new
    binder.findings.error(
        node, "unknown-period", phrase("unknown period '{word}'", word=node.text), hint
    )
    return UNFIT


def _units(node: Node | None, words: Words, binder: Binder) -> dict[str, Unit | Unfit]:
    """The file's named units; `factor` stands among the languages of each."""
    found: dict[str, Unit | Unfit] = {}
    for key, value in _named(node, binder):
        if not isinstance(value, Mapping):
            binder.expected(value, phrase("a unit's names by language"),
                            write("{zh: …, en: …, factor: {zh: 1, en: 0.1}}"))  # fmt: skip
            found[key.text] = UNFIT
            continue
        names = _names(value, words, binder)
        factors = _factors(value.get("factor"), words.languages, binder)
        if isinstance(names, Unfit) or isinstance(factors, Unfit) or value.is_flawed:
            found[key.text] = UNFIT
        else:
            found[key.text] = Unit(names, factors, is_named=True)
    return found


def _names(node: Mapping, words: Words, binder: Binder) -> Text | Unfit:
    """A unit's name in each language."""
    found = []
    for key, value in node.entries:
        if isinstance(value, Scalar) and key.text != "factor":
            found.append((key.text, value.text))
        elif key.text != "factor":
            hint = binder.findings.near(key.text, ("factor",))
            return binder.expected(value, phrase("a unit's name"), hint)
    words.warn_of_missing(node, binder)
    return Text(tuple(found))


def _factors(
    node: Node | None, languages: tuple[str, ...], binder: Binder
) -> tuple[tuple[str, float], ...] | Unfit:
    """What values are printed times, by language: above 0, since a number has a size."""
    if node is None or is_null(node):
        return ()
    if not isinstance(node, Mapping):
        return binder.expected(
            node, phrase("a factor for each language"), write("{zh: 1, en: 0.1}")
        )
    found = []
    for key, value in node.entries:
        number = number_of(value) if isinstance(value, Scalar) else None
        if number is None or not LEAST <= number <= MOST:
            binder.expected(value, phrase("a factor above 0"), phrase("write 1 or 0.1"))
        else:
            found.append((key.text, float(number)))
    lacks = [language for language in languages if node.get(language) is None]
    for language in lacks:
        what = phrase("no factor in '{language}', a language of the show", language=language)
        binder.findings.error(
            node, "missing-field", what, phrase("add '{language}: 1'", language=language)
        )
    return tuple(found) if len(found) == len(node.entries) and not lacks else UNFIT


def _periods(node: Node | None, words: Words, binder: Binder) -> dict[str, Text]:
    """The file's periods by name."""
    entries = _named(node, binder)
    for key, value in entries:
        if is_null(value):
            what = phrase("'{word}' is empty", word=key.text)
            hint = phrase("write its value after the colon, or remove the line")
            binder.findings.warning(key, "empty-field", what, hint)
    read = {key.text: words(value, binder) for key, value in entries}
    return {name: text for name, text in read.items() if isinstance(text, Text)}


def _named(node: Node | None, binder: Binder) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a part of the file that need not be there."""
    if isinstance(node, Mapping):
        return node.entries
    if node is not None and not is_null(node):
        binder.expected(
            node, phrase("names with their words"), phrase("write 'name: {zh: …, en: …}' below it")
        )
    return ()
