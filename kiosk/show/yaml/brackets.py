"""What is wrong between brackets that YAML could not read, such as `{zh: 桥, en: Bridge`."""

from __future__ import annotations

import re

from kiosk.phrases import phrase
from kiosk.show.yaml.stops import At, Fault

_IN_QUOTES = re.compile(r'"(?:[^"\\]|\\.)*"|(?<![^\s:,\[{])\'(?:[^\']|\'\')*\'')
_NEXT_FIELD = re.compile(r"(?P<before>[，、；;]?)\s*(?P<name>[\w-]+)$")
_TEXT_BEFORE = re.compile(r"[^\s,{\[:]\s*$")
_COMMENT = re.compile(r"\s#")
_PLAIN = {"，": ",", "、": ",", "；": ",", ";": ",", "】": "]", "〕": "]", "］": "]", "｝": "}"}
_CLOSING = frozenset("】〕］｝")
_VALUE_BEFORE = re.compile(r"[,，]\s*[\w-]+:\s*$")
_NEXT_LINE = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$)|#|$)")


def in_brackets(at: At) -> Fault | None:
    """The nearest reason why brackets that were opened before the stop are still open there."""
    if at.opened is None or at.text(at.opened[0])[at.opened[1] : at.opened[1] + 1] not in "[{":
        return None
    if at.line == at.opened[0] and at.character:
        return _before_a_field(at) or _after_quotes(at) or _wide_sign(at)
    return _at_the_end(at, at.opened)


def _before_a_field(at: At) -> Fault | None:
    """A field that no comma parts from the text before it."""
    found = _NEXT_FIELD.search(at.text(at.line)[: at.column]) if at.character == ":" else None
    if found is None:
        return None
    if found["before"]:
        return _wide(at, found.start("before"))
    if not _TEXT_BEFORE.search(at.text(at.line)[: found.start()]):
        return None
    name = found["name"]
    what = phrase("no comma stands before '{word}'", word=name)
    hint = phrase("write ', {word}: '; a text with a colon in it needs quotes", word=name)
    return Fault(at.line, found.start("name"), "unclosed-bracket", what, hint, len(name), at.opened)


def _after_quotes(at: At) -> Fault | None:
    """A text that goes on where its quotes have ended."""
    before = at.text(at.line)[: at.column].rstrip()
    if before[-1:] not in {'"', "'"} or at.character in ",]}" or at.character in _PLAIN:
        return None
    if _VALUE_BEFORE.search(before[:-1]):
        return _left_open(at, len(before) - 1)
    what = phrase("the text goes on after the quote {sign} that ends it", sign=before[-1])
    hint = phrase("inside a text in quotes write “ and ”, or ’, and keep {sign} for its two ends",
                  sign=before[-1])  # fmt: skip
    return Fault(at.line, len(before) - 1, "quotes-needed", what, hint)


def _left_open(at: At, end: int) -> Fault | None:
    """A quote that the first quote of the next text closes, the one in that column."""
    text = at.text(at.line)
    found = next((one for one in _IN_QUOTES.finditer(text) if one.end() - 1 == end), None)
    if found is None:
        return None
    what = phrase("the quote {sign} is opened here and never closed", sign=text[end])
    hint = phrase("write {sign} at the end of the text", sign=text[end])
    return Fault(at.line, found.start(), "unclosed-quote", what, hint)


def _wide_sign(at: At) -> Fault | None:
    """A full-width comma or bracket right where reading stopped, or just before."""
    if at.character in _PLAIN:
        return _wide(at, at.column)
    before = at.text(at.line)[: at.column].rstrip()
    return _wide(at, len(before) - 1) if before[-1:] in _CLOSING else None


def _wide(at: At, column: int) -> Fault:
    """The full-width sign in that column of the line."""
    sign = at.text(at.line)[column]
    if sign == ";":
        what = phrase("a semicolon between fields")
    else:
        what = phrase("full-width '{sign}' in a list or between fields", sign=sign)
    hint = phrase("write '{sign}'", sign=_PLAIN[sign])
    return Fault(at.line, column, "wide-punctuation", what, hint, 1, at.opened)


def _at_the_end(at: At, opened: tuple[int, int]) -> Fault | None:
    """Brackets that their own line does not close, where the next line is one of its own."""
    line, column = opened
    text = at.text(line).rstrip()
    bare = _IN_QUOTES.sub(lambda quoted: "x" * len(quoted[0]), text[column:])
    if comment := _COMMENT.search(bare):
        what = phrase("what follows a '#' is not read")
        hint = phrase("put quotes around a text with ' #' in it")
        return Fault(line, column + comment.end() - 1, "quotes-needed", what, hint, 1, opened)
    if bare[-1:] in _CLOSING:
        return _wide(At(at.lines, line, len(text) - 1, opened), len(text) - 1)
    if not _NEXT_LINE.match(at.text(line + 1)) or bare[1:].strip() == "":
        return None
    closing = "}" if text[column] == "{" else "]"
    what = phrase("the bracket '{sign}' is not closed in this line", sign=text[column])
    hint = phrase("write '{closing}' at its end", closing=closing)
    return Fault(line, len(text) - 1, "unclosed-bracket", what, hint, 1, opened)
