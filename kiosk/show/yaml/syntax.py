"""YAML's syntax errors in the words of somebody who does not know YAML."""

from __future__ import annotations

import re
from dataclasses import field

import yaml

from kiosk.phrases import phrase, quoted, write
from kiosk.show.yaml.brackets import in_brackets
from kiosk.show.yaml.stops import At, Fault
from kiosk.values import dataclass

_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?[a-z-]+:(?=[^\s/])")
_HALVES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_WIDE_COLON = re.compile(r"^\s*(?:- )?[a-z-]+\s*：")
_ODD_SIGNS = ("cannot start any token", "expected node content", "mapping keys are not allowed")
_FACT = re.compile(r"\{=?[^\s{}:,，]+\}")
_DASH = re.compile(r"\s*-(?=[^\s-])")
_WIDE_BRACE = re.compile(r"\s*(?:- )?[a-z-]+: (｛)")
_LANGUAGE = re.compile(r"\s*(?:- )?[a-z-]+: ([a-z]{2})(?=$|: )")
_WIDE_QUOTES = "“”‘’＂＇"


def fault_of(error: yaml.YAMLError, text: str, lines: list[str]) -> Fault:
    """The fault that made PyYAML's parser give up."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unreadable_character(error, text)
    line, column = error.problem_mark.line, error.problem_mark.column
    mark = error.context_mark
    opened = None if mark is None else (mark.line, mark.column)
    problem, context = error.problem or "", error.context or ""
    tokens = _tokens_before(text, (line, column))
    if "flow" in context and tokens.brackets:
        opened = tokens.brackets[-1]
    at = At(lines, line, column, opened)
    return (
        _fact_without_quotes(at, context)
        or _unclosed(at, problem, context)
        or _closed_late(at, problem, tokens)
        or _tab(at, problem)
        or _punctuation(at)
        or _dash(at)
        or _known(at, problem, context)
        or _unknown(at, problem)
    )


@dataclass(slots=True)
class _Tokens:
    """What stands before the place where reading stopped; places are (line, column).

    brackets: those that are open. quoted_from, quoted_to: the last text in quotes.
    """

    brackets: list[tuple[int, int]] = field(default_factory=list)
    quoted_from: tuple[int, int] = (0, 0)
    quoted_to: tuple[int, int] = (0, 0)


def _tokens_before(text: str, stop: tuple[int, int]) -> _Tokens:
    """The brackets and quotes before `stop`, read once more by YAML's scanner."""
    found = _Tokens()
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            start = _of(token.start_mark)
            if start >= stop:
                break
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                found.brackets.append(start)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                del found.brackets[-1:]
            elif isinstance(token, yaml.ScalarToken) and token.style in {"'", '"'}:
                found.quoted_from, found.quoted_to = start, _of(token.end_mark)
    except yaml.YAMLError:
        return found  # the scanner stops where the parser did
    return found


def _of(mark: object) -> tuple[int, int]:
    return getattr(mark, "line", 0), getattr(mark, "column", 0)


def _unreadable_character(error: yaml.YAMLError, text: str) -> Fault:
    """A control character somewhere in the text."""
    position = getattr(error, "position", 0)  # in bytes
    before = text.encode()[:position].decode(errors="ignore")
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    hint = phrase("delete it; it may have come in with a copied text")
    return Fault(line, column, "control-character", phrase("an invisible control character"), hint)


def _fact_without_quotes(at: At, context: str) -> Fault | None:
    """A `{fact}` amid the words of a text that stands without quotes between { }."""
    if "flow" not in context:
        return None
    text = at.text(at.line)
    stop = at.column
    for found in _FACT.finditer(text):
        is_before = found.end() <= stop and not text[found.end() : stop].strip()
        if is_before or found.start() == stop:
            what = phrase("'{found}' in a text without quotes", found=found[0])
            hint = phrase("put quotes around the whole text")
            return Fault(at.line, found.start(), "quotes-needed", what, hint, len(found[0]))
    return None


def _unclosed(at: At, problem: str, context: str) -> Fault | None:
    """A bracket or a quote that was opened and never closed, or closed by the wrong sign."""
    if at.opened is None:
        return None
    sign = at.text(at.opened[0])[at.opened[1] : at.opened[1] + 1]
    where = phrase(
        "opened in line {line}, column {column}", line=at.opened[0] + 1, column=at.opened[1] + 1
    )
    if "quoted scalar" in context and ("end of stream" in problem or "document" in problem):
        what = phrase("the quote {sign} is opened here and never closed", sign=sign)
        hint = phrase("write {sign} at the end of the text", sign=sign)
        return Fault(*at.opened, "unclosed-quote", what, hint)
    if "flow" not in context:
        return None
    closing = {"[": "]", "{": "}"}.get(sign, "]")
    nearer = _punctuation(at) or in_brackets(at)
    if nearer is not None:
        return nearer
    if at.character and at.character in "]}" and at.character != closing:
        what = phrase(
            "'{closing}' cannot close '{sign}', {where}",
            closing=at.character,
            sign=sign,
            where=where,
        )
        hint = write(quoted(closing))
        return Fault(at.line, at.column, "wrong-bracket", what, hint, 1, at.opened)
    what = phrase("the bracket '{sign}', {where}, is still open here", sign=sign, where=where)
    hint = phrase(
        "write '{closing}' or a comma before this; a text with a comma or bracket needs quotes",
        closing=closing,
    )
    return Fault(at.line, at.column, "unclosed-bracket", what, hint, 1, at.opened)


def _closed_late(at: At, problem: str, tokens: _Tokens) -> Fault | None:
    """A quote that was left open, so that the next quote, lines below, closes it."""
    opened, end = tokens.quoted_from, tokens.quoted_to
    if "expected" not in problem or not opened[0] < end[0] == at.line:
        return None
    sign = at.text(opened[0])[opened[1] : opened[1] + 1]
    what = phrase(
        "the quote {sign}, opened in line {line}, is closed only here",
        sign=sign,
        line=opened[0] + 1,
    )
    hint = phrase("close it in line {line}", line=opened[0] + 1)
    return Fault(at.line, end[1] - 1, "unclosed-quote", what, hint, 1, opened)


def _tab(at: At, problem: str) -> Fault | None:
    """A tab where spaces are needed."""
    if "tab" not in problem and at.character != "\t":
        return None
    what = (
        phrase("a tab at the start of the line")
        if at.is_at_line_start
        else phrase("a tab between the words")
    )
    return Fault(
        at.line, at.column, "tab", what, phrase("write spaces, two for each step to the right")
    )


def _punctuation(at: At) -> Fault | None:
    """Chinese punctuation, or a colon without its space, in one of the lines at fault."""
    for index in at.suspects():
        text = at.text(index)
        if wide := _WIDE_COLON.match(text):
            hint = phrase("write ': ' (the colon of the English keyboard, and a space)")
            return Fault(
                index, wide.end() - 1, "wide-punctuation", phrase("a full-width colon"), hint
            )
        if near := _KEY_WITHOUT_SPACE.match(text):
            hint = phrase("write a space after the colon")
            return Fault(
                index, near.end() - 1, "colon", phrase("a colon without a space after it"), hint
            )
    return _wide_quote(at)


def _wide_quote(at: At) -> Fault | None:
    """A full-width quotation mark where a text should begin with a straight one."""
    for index in at.suspects():
        found = re.search(rf"(?:[:\[,{{]\s*|- )([{_WIDE_QUOTES}])", at.text(index))
        if found:
            what = phrase("a full-width quotation mark {sign} around a text", sign=found[1])
            hint = phrase('write " (the quotation mark of the English keyboard)')
            return Fault(index, found.start(1), "wide-punctuation", what, hint)
    return None


def _known(at: At, problem: str, context: str) -> Fault | None:
    """The other mistakes that people make."""
    if "block sequence entries" in problem:
        hint = phrase("write '- ' in the next line; a text that starts with '-' needs quotes")
        return Fault(at.line, at.column, "indentation", phrase("a list starts in a new line"), hint)
    if any(words in problem for words in _ODD_SIGNS):
        what = phrase("a text cannot start with '{sign}'", sign=at.character)
        return Fault(
            at.line, at.column, "quotes-needed", what, phrase("put quotes around the text")
        )
    if "mapping values" in problem:
        return _second_colon(at)
    if "expected ':'" in problem and at.opened:
        return _no_field(at)
    if "expected key" in problem or "'-' indicator" in problem or "document start" in problem:
        return _out_of_line(at, context)
    if "escape" in problem:
        return _backslash(at)
    return _odd_start(at, context)


def _backslash(at: At) -> Fault:
    """A backslash in double quotes that YAML does not know, or half a character as in JSON."""
    halves = _HALVES.match(at.text(at.line), max(0, at.column - 2))
    if halves is not None:
        written = halves[0]
        what = phrase("'{written}' is a character in two halves", written=written)
        character = bytes.fromhex(written.replace("\\u", "")).decode("utf-16-be")
        hint = write(character)
        return Fault(at.line, halves.start(), "backslash", what, hint, len(written))
    what = phrase("a backslash inside double quotes is read as a command")
    hint = phrase("write / in file names, or use single quotes")
    return Fault(at.line, at.column, "backslash", what, hint)


def _unknown(at: At, problem: str) -> Fault:
    """A mistake that nobody has thought of; the parser's own words are all that is known."""
    if at.text(at.line).startswith("%"):
        hint = phrase("remove the line; a text that starts with '%' needs quotes")
        return Fault(at.line, at.column, "syntax", phrase("a line cannot start with '%'"), hint)
    hint = phrase("look for a missing quote, bracket or space in this line and the one above")
    return Fault(
        at.line,
        at.column,
        "syntax",
        phrase("cannot be read from here on ({problem})", problem=problem),
        hint,
    )


def _odd_start(at: At, context: str) -> Fault | None:
    """A text that starts with a sign of YAML's own."""
    line, column = at.opened or (at.line, at.column)
    sign = at.text(line)[column : column + 1]
    if "anchor" in context or "alias" in context:
        what = phrase("a text cannot start with '{sign}'", sign=sign)
        return Fault(line, column, "quotes-needed", what, phrase("put quotes around the text"))
    if "block scalar" in context:
        what = phrase("a text after '{sign}' starts in the next line", sign=sign)
        hint = phrase("write it there, or put quotes around the whole text")
        return Fault(at.line, at.column, "quotes-needed", what, hint)
    return None


def _dash(at: At) -> Fault | None:
    """A dash without its space, which begins no item of a list."""
    found = _DASH.match(at.text(at.line))
    if found is None:
        return None
    what = phrase("a '-' without a space after it")
    hint = phrase("write a space after the '-'")
    return Fault(at.line, found.end() - 1, "dash", what, hint)


def _second_colon(at: At) -> Fault:
    """A colon where a field's value is read already."""
    before = at.text(at.line)[: at.column]
    if wide := _WIDE_BRACE.match(before):
        what = phrase("full-width '{sign}' in a list or between fields", sign=wide[1])
        hint = write("{")
        return Fault(at.line, wide.start(1), "wide-punctuation", what, hint)
    if by_language := _LANGUAGE.match(before):
        what = phrase("texts in several languages stand between { and }")
        hint = phrase("write { before '{word}' and } at the end of the line", word=by_language[1])
        return Fault(at.line, by_language.start(1), "unclosed-bracket", what, hint)
    if ": " in before:
        what = phrase("a second ': ' in one line")
        hint = phrase("put quotes around the text after the first colon")
        return Fault(at.line, at.column, "second-colon", what, hint)
    indent = len(before) - len(before.lstrip())
    what = phrase("this line stands further to the right than its neighbours")
    hint = phrase("start it in the same column as the field above")
    return Fault(at.line, indent, "indentation", what, hint, max(1, at.column - indent))


def _no_field(at: At) -> Fault:
    """A line that is neither a field nor an item of a list."""
    line, column = at.opened or (at.line, at.column)
    length = max(1, len(at.text(line).rstrip()) - column)
    what = phrase("this line is neither 'field: value' nor '- item'")
    hint = phrase("write 'field: value'; long texts need quotes")
    return Fault(line, column, "syntax", what, hint, length)


def _out_of_line(at: At, context: str) -> Fault:
    """Something after a value, or a line that starts in a column of its own."""
    if not at.is_at_line_start:
        what = phrase("something follows a text or list that has ended")
        hint = phrase("put quotes around the whole text")
        return Fault(at.line, at.column, "quotes-needed", what, hint)
    what = (
        phrase("this line does not start in the column of the list above")
        if "collection" in context
        else phrase("this line does not start in the column of the fields above")
    )
    hint = phrase("start '- ' under '- ', and a field under a field")
    return Fault(at.line, at.column, "indentation", what, hint)
