"""Texts with `*emphasis*` and facts: `{fact}`, `{fact.number}`, `{fact.period}` and `{=98}`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from kiosk.data.quantity import Quantity, number_in, sentence
from kiosk.data.text import Mention, Span, Text, Words, text_of
from kiosk.phrases import Phrase, any_of, phrase, write
from kiosk.problems import offer
from kiosk.show.facts import Facts
from kiosk.show.fields.bind import UNFIT, Binder, Unfit, comma_hint, wide_hint
from kiosk.show.fields.differences import warn_of_difference
from kiosk.show.fields.emphasis import Stars, stars_in, tokens
from kiosk.show.fields.languages import meant_language, warn_of_unread
from kiosk.show.yaml.codes import Code
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence, inner
from kiosk.show.yaml.resolve import is_null
from kiosk.values import dataclass

_BRACE = re.compile(r"\{(=[^}\n]*|[^{}\n]*)(\}?)")
_FIELDS = ("number", "period")
_NAME_BEFORE = re.compile(r"[A-Za-z_#.\-]$")  # T3, C919, v1.2
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PERCENT = re.compile(r"\s*(?:[%％‰]|percent\b|per cent\b|个百分点)")
_COUNTED = re.compile(r"\s*(?:[万亿]|千米|公里|million\b|billion\b|bn\b|km\b|km²|m²)")
# Characters; reading and setting more than any slide holds would hold up the show.
_LONGEST, _LONGEST_NOTES = 2000, 20000
_MOST_LINES = 60
_YEARS = range(1800, 2200)
_MOST_LISTED = 12  # characters without a glyph

Missing = Callable[[str], str]
Version = Callable[[Node, str, Binder], Words | None]  # reads a text in one language


@dataclass(frozen=True)
class TextReader:
    """Reads texts of a show: its languages and its facts are known.

    warns: whether a number typed by hand is worth a warning (in texts that are shown). missing:
    tells which characters no font has; None where nobody knows. compares: whether it is worth a
    warning that languages state other figures, which takes longer than reading, or that a text for
    all of them is read in one alone.
    """

    languages: tuple[str, ...]
    facts: Facts
    warns: bool = True
    missing: Missing | None = None
    compares: bool = False

    def quiet(self) -> TextReader:
        """The same for texts that nobody sees."""
        return replace(self, warns=False, compares=False)

    def __call__(self, node: Node, binder: Binder) -> object:
        """A `Text`: one string, or a mapping of languages to strings."""
        if isinstance(node, Scalar):
            is_too_long = self.is_too_long(node.text, node, binder)
            return UNFIT if is_too_long else self._of_one(node, binder)
        if isinstance(node, Sequence):
            return binder.expected(
                node, phrase("a text"), phrase("put quotes around a text that starts with [")
            )
        if self._is_bare_fact(node):
            hint = phrase("put quotes around a text that starts with {")
            return binder.expected(node, phrase("a text"), wide_hint(node.entries[0][0]) or hint)
        return self.of_many(node, binder, self._version)

    def _of_one(self, node: Scalar, binder: Binder) -> Text | Unfit:
        """A text for all languages; the facts in it are printed in each."""
        if self.compares:
            warn_of_unread(node, _BRACE.sub(" ", node.text), self.languages, binder)
        languages = self.languages if "{" in node.text else ("",)
        versions = [(language, self.printed(node, language, binder if i == 0 else None))
                    for i, language in enumerate(languages)]  # fmt: skip
        whole = tuple((language, words) for language, words in versions if words is not None)
        return text_of(whole) if len(whole) == len(versions) else UNFIT

    def of_many(self, node: Mapping, binder: Binder, version: Version) -> Text | Unfit:
        """A text by languages. version: reads what is said in one of them."""
        versions = []
        for key, value in node.entries:
            words = self._of_language(key, value, binder, version)
            if words is not None:
                versions.append((key.text, words))
        written = {key.text for key, _ in node.entries}
        for language in self.languages:
            if language not in written:
                what = phrase("no text in '{language}', a language of the show", language=language)
                binder.findings.warning(
                    node,
                    "missing-translation",
                    what,
                    phrase("add '{language}: …'", language=language),
                )
        if len(versions) < len(node.entries):
            return UNFIT
        if self.compares:
            warn_of_difference(node, dict(versions), binder)
        return text_of(tuple(versions))

    def _of_language(
        self, key: Scalar, value: Node, binder: Binder, version: Version
    ) -> Words | None:
        if key.text not in self.languages:
            punctuation = wide_hint(key) or comma_hint(key, value)
            hint = punctuation or self._language_hint(key.text, binder)
            what = phrase("'{word}' is not a language of the show", word=key.text)
            binder.findings.error(key, "unknown-language", what, hint)
            return None
        if is_null(value):
            what = phrase("no text in '{word}'", word=key.text)
            binder.findings.warning(
                key, "empty-field", what, phrase("write it, or remove the language")
            )
            return Words("")
        return version(value, key.text, binder)

    def _version(self, value: Node, language: str, binder: Binder) -> Words | None:
        """What is said in one language."""
        if not isinstance(value, Scalar):
            self.no_text(value, binder)
            return None
        is_too_long = self.is_too_long(value.text, value, binder)
        return None if is_too_long else self.printed(value, language, binder)

    def no_text(self, node: Node, binder: Binder) -> None:
        """Reports that a list or fields stand where a text is expected."""
        hint = phrase("put quotes around a text that starts with { or [")
        binder.expected(node, phrase("a text"), hint)

    def is_too_long(self, text: str, node: Node, binder: Binder) -> bool:
        """Whether no slide has room for the text at `node`; then it is reported."""
        most = _LONGEST if self.warns else _LONGEST_NOTES
        lines = text.strip().count("\n") + 1
        if len(text) > most:
            what = phrase(
                "a text of {count} characters, where {most} are the most",
                count=len(text),
                most=most,
            )
        elif self.warns and lines > _MOST_LINES:
            what = phrase(
                "a text of {count} lines, where {most} are the most", count=lines, most=_MOST_LINES
            )
        else:
            return False
        binder.findings.error(node, "too-long", what, phrase("shorten it, or split it into slides"))
        return True

    def _language_hint(self, word: str, binder: Binder) -> Phrase | None:
        """For a language that the show does not have."""
        if (meant := meant_language(word)) in self.languages:
            return offer(meant)
        languages = ", ".join(self.languages)
        otherwise = phrase(
            "write {languages}, or add it to 'languages' in show.yaml", languages=languages
        )
        return binder.findings.meant(word, self.languages, otherwise)

    def printed(self, node: Scalar, language: str, binder: Binder | None) -> Words | None:
        """The text with its facts in `language`, or None. binder: reports, unless None."""
        if binder is not None:
            self._check(node, binder)
        if "{" not in node.text and "*" not in node.text:
            return Words(node.text)
        stars = stars_in(_BRACE.sub(lambda match: "x" * len(match[0]), node.text))
        if binder is not None and self.warns:
            _warn_of_unclosed(stars, node, binder)
        shown, is_whole = "", True
        ends: list[int] = []
        mentions: list[Mention] = []
        for words, match in tokens(node.text, _BRACE.finditer(node.text), stars):
            if match is None:
                shown += words
                ends += [] if words else [len(shown)]
            else:
                value = self._reference(match, node, language, binder)
                is_whole = is_whole and value is not None
                start = len(shown)
                shown += _started(value or "", shown) if _is_worded(match) else value or ""
                mentions += _mentioned(match, (start, len(shown)))
        pairs = zip(ends[::2], ends[1::2], strict=True)
        emphasis = tuple((a, b) for a, b in pairs if a < b)
        return Words(shown, emphasis, tuple(mentions)) if is_whole else None

    def _reference(
        self, match: re.Match[str], node: Scalar, language: str, binder: Binder | None
    ) -> str | None:
        """What stands for one `{…}`."""
        name = match[1]
        if not match[2]:
            what = phrase("'{' is never closed")
            hint = phrase("write {fact}; '{={}' stands for the sign itself")
            _report(binder, node, match.start(), 1, "unclosed-brace", what, hint)
            return None
        if name.startswith("="):
            return name[1:]
        quantity = self.quantity(name.partition(".")[0], node, binder, match.start(1))
        if quantity is None:
            return None
        return self._of_fact(quantity, match, node, language, binder)

    def _of_fact(
        self,
        quantity: Quantity,
        match: re.Match[str],
        node: Scalar,
        language: str,
        binder: Binder | None,
    ) -> str | None:
        field = match[1].partition(".")[2]
        if not field and "." not in match[1]:
            return sentence(quantity, language)
        if field == "number":
            return number_in(quantity, language)
        if field == "period":
            return quantity.period.in_language(language)
        hint = binder.findings.meant(field, _FIELDS) if binder else None
        start = match.end(1) - len(field)
        what = phrase("a fact has no '{field}'", field=field)
        _report(binder, node, start, len(field), "unknown-fact-field", what, hint)
        return None

    def quantity(
        self, name: str, node: Scalar, binder: Binder | None, start: int
    ) -> Quantity | None:
        """The figure of that name, which stands at `start` in the value; reports when none."""
        known = self.facts.quantities.get(name)
        if known is not None or binder is None:
            return known
        hint: Phrase | None
        if name in self.facts.broken:
            hint = phrase("correct the fact first")
            what = phrase("the fact '{name}' has a mistake", name=name)
        elif self.facts.is_lost:
            hint = phrase("correct the facts file first")
            what = phrase("the fact '{name}' could not be read", name=name)
        elif self.facts.quantities:
            otherwise = phrase("the names stand in the facts file")
            hint = binder.findings.meant(name, self.facts.quantities, otherwise)
            what = phrase("unknown fact '{name}'", name=name)
        else:
            hint = phrase("name the file of the figures in show.yaml: 'facts: facts.yaml'")
            what = phrase("unknown fact '{name}': the show has no facts", name=name)
        _report(binder, node, start, max(1, len(name)), "unknown-fact", what, hint)
        return None

    def _is_bare_fact(self, node: Mapping) -> bool:
        """Whether it is `{fact}` without quotes, which YAML reads as a field without a value."""
        return (
            len(node.entries) == 1
            and is_null(node.entries[0][1])
            and (node.entries[0][0].text not in self.languages)
        )

    def _check(self, node: Scalar, binder: Binder) -> None:
        """Warns of what is shown otherwise than it is meant."""
        self._check_glyphs(node, binder)
        self._check_numbers(node, binder)

    def _check_glyphs(self, node: Scalar, binder: Binder) -> None:
        """Warns of characters that no font has."""
        if not self.warns or self.missing is None:
            return
        lacks = self.missing(node.text)
        if lacks:
            at = inner(node, max(0, node.text.find(lacks[0])), 1)
            shown = lacks if len(lacks) <= _MOST_LISTED else f"{lacks[:_MOST_LISTED]}…"
            what = phrase("no font has '{characters}'", characters=shown)
            hint = phrase("write it otherwise, or put a font that has it into the folder 'fonts'")
            binder.findings.warning(at, "missing-glyph", what, hint)

    def _check_numbers(self, node: Scalar, binder: Binder) -> None:
        """Warns of numbers typed by hand where there are facts."""
        if not self.warns or not self.facts.quantities or not any(map(str.isdigit, node.text)):
            return
        bare = _BRACE.sub(lambda match: " " * len(match[0]), node.text)
        for match in _NUMBER.finditer(bare):
            if self._is_figure(bare, match):
                at = inner(node, match.start(), len(match[0]))
                self.warn_of_number(at, match[0], "{{{}}}", binder)

    def warn_of_number(self, node: Scalar, digits: str, form: str, binder: Binder) -> None:
        """Warns of a number typed by hand. form: how a fact is named there."""
        names = self._facts_by_digits.get(digits.replace(",", ""), ())
        if names:
            better = write(any_of(form.format(name) for name in names[:3]))
        elif form.startswith("$"):
            better = phrase("add it to the facts file and write $its-name")
        else:
            better = phrase("add it to the facts file and write {its-name}")
        hint = phrase("{better}, or {={digits}} to keep it as it is", better=better, digits=digits)
        what = phrase("the number {digits} is typed by hand", digits=digits)
        binder.findings.warning(node, "typed-number", what, hint)

    @cached_property
    def _facts_by_digits(self) -> dict[str, list[str]]:
        """The names of the facts that are printed with the same digits in a language."""
        found: dict[str, list[str]] = {}
        for name, quantity in self.facts.quantities.items():
            numbers = [number_in(quantity, of) for of in self.languages]
            for digits in {_digits_in(n) for n in numbers if "/" not in n}:  # 1/20 is no 120
                found.setdefault(digits, []).append(name)
        return found

    def _is_figure(self, text: str, match: re.Match[str]) -> bool:
        """Whether the number is a figure: with a unit, a percentage, or of three digits."""
        before, after = text[: match.start()], text[match.end() :]
        if _NAME_BEFORE.search(before):
            return False
        if _PERCENT.match(after) or _COUNTED.match(after):
            return True
        digits = match[0].replace(",", "").partition(".")[0]
        if match[0].isdigit() and len(digits) == 4 and int(digits) in _YEARS:
            return self._has_unit(after) and not re.match(r"\s*(?:年|years?\b)", after)
        if self._has_unit(after):
            return True
        return len(digits) >= 3 and not re.match(r"[A-Za-z]", after)

    def _has_unit(self, after: str) -> bool:
        return self._units is not None and self._units.match(after) is not None

    @cached_property
    def _units(self) -> re.Pattern[str] | None:
        """The words of the facts' units, after a number."""
        words = sorted((re.escape(u) for u in self.facts.units if u), key=len, reverse=True)
        return re.compile(rf"\s*(?:{'|'.join(words)})(?![A-Za-z])") if words else None

    def is_typed(self, text: str) -> bool:
        """Whether a number in data is a figure typed by hand in a show that has facts."""
        match = _NUMBER.search(text)
        return bool(self.warns and self.facts.quantities and match and self._is_figure(text, match))


def _warn_of_unclosed(stars: Stars, node: Scalar, binder: Binder) -> None:
    """Warns of emphasis that has no end: its star is shown."""
    for start, end in stars.unclosed:
        sign = node.text[start:end]
        what = phrase("'{sign}' is never closed", sign=sign)
        hint = phrase("write {sign}words{sign}; '{=*}' stands for the star itself", sign=sign)
        at = inner(node, start, end - start)
        binder.findings.warning(at, "unclosed-star", what, hint)


def _mentioned(match: re.Match[str], at: Span) -> list[Mention]:
    """The figure that the reference prints there, if it prints one."""
    name, _, field = match[1].partition(".")
    is_figure = field in {"", "number"} and not match[1].startswith("=")
    return [Mention(at, name)] if is_figure else []


def _is_worded(match: re.Match[str]) -> bool:
    """Whether the reference prints a figure with its bound, which may begin a sentence."""
    return "." not in match[1] and not match[1].startswith("=")


def _started(value: str, before: str) -> str:
    """`more than 300` as `More than 300` at the start of a sentence, and of a list's item."""
    starts = not before.strip() or re.search(r"[.!?]\s+$|\n$|(?:^|\n)[-*•·] *$", before)
    return value[:1].upper() + value[1:] if starts else value


def _digits_in(number: str) -> str:
    """The number as digits and a point: `448000` of `448,000`, `44.8` of `44.8万`."""
    return re.sub(r"[^0-9.]", "", number)


def _report(
    binder: Binder | None,
    node: Scalar,
    start: int,
    length: int,
    code: Code,
    what: Phrase,
    hint: Phrase | None,
) -> None:
    if binder is not None:
        binder.findings.error(inner(node, start, length), code, what, hint)
