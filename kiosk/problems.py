"""Problems are values with a place: what was found, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from kiosk.phrases import Language, Phrase, phrase, said, write
from kiosk.values import dataclass

Level = Literal["error", "warning"]

_TAB = "    "
_LONGEST = 240  # characters of a finding or hint
_WIDEST = 96  # cells of a snippet; longer lines are shown around the caret
_LEVELS: Mapping[Level, Phrase] = {"error": phrase("error"), "warning": phrase("warning")}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a file. line and column count from 1; length in characters."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a problem: where a bracket was opened. label: a few words."""

    span: Span
    label: Phrase
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a show, in no language yet. code: a short name (`unknown-field`).

    what: the finding, one clause. hint: what to write instead, or None. snippet: the source
    line of the span, without its line break. related: a second place, or None.
    """

    span: Span
    level: Level
    code: str
    what: Phrase
    hint: Phrase | None = None
    snippet: str = ""
    related: Related | None = None


def line_of(problem: Problem, language: Language = "en") -> str:
    """`file:line:column: level[code]: what — what to write instead`, without a snippet.

    What other programs read is English.
    """
    span = problem.span
    place = f"{span.file}:{span.line}:{span.column}"
    level = said(_LEVELS[problem.level], language)
    what, hint = _brief(said(problem.what, language)), _said_hint(problem, language)
    return _printable(f"{place}: {level}[{problem.code}]: {what}{f' — {hint}' if hint else ''}")


def error_lines(problems: Iterable[Problem], language: Language = "en") -> tuple[str, ...]:
    """The errors among `problems`, a line each; warnings are for those who check a show."""
    return tuple(line_of(problem, language) for problem in problems if problem.level == "error")


def rendered(problem: Problem, language: Language = "en") -> str:
    """The problem's line, then the source line with carets under the span, then a second place.

    A spelling that was offered stands beside the carets too, where the eye is.
    """
    lines = [line_of(problem, language)]
    if problem.snippet:
        is_offer = problem.hint is not None and problem.hint.template == offer("").template
        label = _said_hint(problem, language) if is_offer else ""
        lines += _pointed(problem.span, problem.snippet, label)
    related = problem.related
    if related is not None and related.snippet:
        lines += _pointed(related.span, related.snippet, said(related.label, language))
    return "\n".join(lines)


def _said_hint(problem: Problem, language: Language) -> str:
    return "" if problem.hint is None else _brief(said(problem.hint, language))


def _pointed(span: Span, snippet: str, label: str) -> list[str]:
    """A source line and the line of carets below it, aligned on a terminal."""
    number = f"{span.line:>5}"
    before, under, after = _window(snippet, span.column - 1, span.length)
    carets = "^" * max(1, cells(under)) + (f" {_printable(label)}" if label else "")
    gap = " " * cells(before)
    return [
        f"{number} | {before}{under}{after}".rstrip(),
        f"{'':>{len(number)}} | {gap}{carets}",
    ]


def _window(snippet: str, start: int, length: int) -> tuple[str, str, str]:
    """What stands before, under and after the carets, shortened to the widest snippet."""
    before = _printable(snippet[:start])
    under = _printable(snippet[start : start + length])
    after = _printable(snippet[start + length :])
    if cells(before + under + after) <= _WIDEST:
        return before, under, after
    under, after = under[: _WIDEST // 4], under[_WIDEST // 4 :] + after
    if len(before) > _WIDEST // 4:
        before = "…" + before[1 - _WIDEST // 4 :]
    room = max(0, _WIDEST // 2 - cells(before + under) // 2)
    return before, under, after[:room] + ("…" if len(after) > room else "")


def _brief(text: str) -> str:
    """The text without the middle of a name that is far too long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"


def _printable(text: str) -> str:
    """The text with tabs as spaces and control characters as `?`: a terminal obeys those."""
    text = text.replace("\t", _TAB)
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes: two for a Chinese character, one for a letter.

    What stands on the letter before, such as an accent, takes none.
    """
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - only for problems

    return sum(
        0 if category(c) in {"Mn", "Me"} else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )


def did_you_mean(
    word: str, choices: Iterable[str], otherwise: Phrase | None = None
) -> Phrase | None:
    """The hint with the nearest of `choices`.

    When none is near it is `otherwise`, or where that is None, all of them.
    """
    names = sorted(set(choices))
    near = nearest(word, names)
    if near:
        return offer(near)
    if otherwise is not None or not names:
        return otherwise
    listed = ", ".join(names[:20])
    return phrase("one of: {names}", names=listed) if len(names) > 1 else write(listed)


def offer(spelling: str) -> Phrase:
    """The hint with what was probably meant."""
    return phrase("did you mean '{spelling}'?", spelling=spelling)


def nearest(word: str, choices: Iterable[str]) -> str:
    """The one of `choices` that `word` most likely stands for, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for problems

    folded = {_folded(choice): choice for choice in choices}
    near = get_close_matches(_folded(word)[:80], folded, n=1, cutoff=0.65)
    return folded[near[0]] if near else ""


def _folded(word: str) -> str:
    """The word without what is easily mistaken: case, and the sign between its parts."""
    return word.casefold().replace("_", "-").replace(" ", "-")
