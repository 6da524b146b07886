"""Breaks text into lines: Chinese by the rules of kinsoku, Latin words whole.

A breaker of its own rather than UAX #14, which lets a line begin with `——` and `·` and parts a
number from its measure word (2024 / 年); with its tables it would also cost 45 ms at the start.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kiosk.typesetting.direction import led, runs_from_right

if TYPE_CHECKING:
    from collections.abc import Callable

NO_START = frozenset("，。、；：？！）」』】》〉〕｝”’…—·•・％%‰℃°々ー～,.;:?!)]}")
NO_END = frozenset("（「『【《〈〔｛“‘([{¥￥$€#№")
_DASHES = frozenset("-–—~～")
_PAUSES = frozenset("，。；：？！、,;:?!…—")
_ZERO_WIDTH_SPACE = "\u200b"
_ANY_SPACE = " \u3000" + _ZERO_WIDTH_SPACE
_SPACES = frozenset(_ANY_SPACE)
# What a title's line costs that does not end at a pause, against the square of its imbalance:
# between words, after a word that leans on the next one, and between Chinese characters, which
# may be in the middle of a word.
_MOST_BALANCED = 6  # lines; more are no title, and weighing them would hold up the show
_COSTS_SPACE, _COSTS_LEANING, _COSTS_CHARACTERS = 0.25, 0.4, 0.7
_LEANING = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or")
)


class Line(NamedTuple):
    """One line of text and its width, in the unit that was measured in."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Run:
    """One paragraph in pieces that stay whole.

    ends: (pieces + 1,) where each piece ends, in the unit that was measured in; the first is 0.
    hangs: (pieces,) how much of each piece's width is the space at its end. from_right: whether it
    is read from right to left.
    """

    pieces: tuple[str, ...]
    ends: tuple[float, ...]
    hangs: tuple[float, ...]
    from_right: bool = False

    @property
    def widest(self) -> float:
        """The width of the widest piece."""
        return max((self.width(i, i + 1) for i in range(len(self.pieces))), default=0.0)

    def width(self, first: int, end: int) -> float:
        """The width of a line of the pieces from `first` up to but without `end`."""
        return self.ends[end] - self.ends[first] - self.hangs[end - 1]

    def text(self, first: int, end: int) -> str:
        """The line of those pieces, without the space at its end."""
        line = "".join(self.pieces[first:end]).replace(_ZERO_WIDTH_SPACE, "")
        return line.rstrip(_ANY_SPACE)

    def splintered(self, width: float) -> str:
        """The paragraph, with leave to break anywhere in the pieces that are wider than `width`."""
        return "".join(
            _ZERO_WIDTH_SPACE.join(piece) if self.width(i, i + 1) > width else piece
            for i, piece in enumerate(self.pieces)
        )


def runs(text: str, advance: Callable[[str], float]) -> tuple[Run, ...]:
    """The paragraphs of `text`, measured by `advance`, the width of a stretch of one line."""
    return tuple(_run(pieces(line), advance) for line in text.strip("\n").split("\n"))


def broken(run: Run, width: float, *, is_balanced: bool = False) -> tuple[Line, ...]:
    """The lines of `run`, none wider than `width` except where one piece alone is.

    As few as possible. is_balanced: about equally long, and ending at pauses where that is near.
    Otherwise, and where there are many, each is full, but the last is never a single character of
    Chinese.
    """
    if not run.pieces:
        return (Line("", 0.0),)
    starts = _full_lines(run, width)
    if len(starts) > 1:
        starts = (
            _balanced(run, width, len(starts))
            if is_balanced and len(starts) <= _MOST_BALANCED
            else _no_orphan(run, width, starts)
        )
    ends = (*starts[1:], len(run.pieces))
    return tuple(
        Line(led(run.text(first, end), from_right=run.from_right), run.width(first, end))
        for first, end in zip(starts, ends, strict=True)
    )


def pieces(line: str) -> tuple[str, ...]:
    """The stretches of `line` between the places where it may be broken; joined they are `line`."""
    places = [0, *(i for i in range(1, len(line)) if may_break(line, i)), len(line)]
    return tuple(line[a:b] for a, b in pairwise(places) if a < b)


def may_break(line: str, at: int) -> bool:
    """Whether `line` may be broken before its character `at`, which is neither first nor last+1."""
    before, after = line[at - 1], line[at]
    if after in NO_START or after in _SPACES or line[:at].rstrip()[-1:] in NO_END:
        return False
    if _belongs_to_a_number(line[:at], after):
        return False
    if before in _SPACES:
        return True
    if before in _DASHES:
        return after.isalpha()
    return _is_wide(before) or _is_wide(after)


def holds_chinese(text: str) -> bool:
    """Whether any of its characters is Chinese or full-width punctuation."""
    return any(_is_wide(character) for character in text)


def _belongs_to_a_number(before: str, after: str) -> bool:
    """Whether `after` goes on with the number `before` ends with: 2024 年, 1—8, 375条."""
    last = before.rstrip(" ")[-1:]
    if last in _DASHES:
        return after.isdigit()
    return last.isdigit() and _is_wide(after)


def _is_wide(character: str) -> bool:
    """Whether it is a Chinese character or full-width punctuation."""
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _run(found: tuple[str, ...], advance: Callable[[str], float]) -> Run:
    """The measured run of `found`; equal pieces are measured once."""
    widths = {piece: advance(piece.replace(_ZERO_WIDTH_SPACE, "")) for piece in set(found)}
    bare = {
        piece: advance(piece.rstrip(_ANY_SPACE)) if piece[-1] in _SPACES else widths[piece]
        for piece in widths
    }
    ends = tuple(accumulate((widths[piece] for piece in found), initial=0.0))
    hangs = tuple(widths[piece] - bare[piece] for piece in found)
    return Run(found, ends, hangs, runs_from_right("".join(found)))


def _full_lines(run: Run, width: float) -> tuple[int, ...]:
    """Where lines start when each takes as many pieces as it holds, at least one."""
    starts = [0]
    for end in range(1, len(run.pieces) + 1):
        if run.width(starts[-1], end) > width and end - 1 > starts[-1]:
            starts.append(end - 1)
    return tuple(starts)


def _no_orphan(run: Run, width: float, starts: tuple[int, ...]) -> tuple[int, ...]:
    """Where lines start when the last one takes a companion, if it was one Chinese character."""
    last = run.text(starts[-1], len(run.pieces)).rstrip("".join(NO_START))
    earlier = starts[-1] - 1
    is_orphan = len(last) == 1 and _is_wide(last)
    if not is_orphan or earlier <= starts[-2] or run.width(earlier, len(run.pieces)) > width:
        return starts
    return (*starts[:-1], earlier)


def _balanced(run: Run, width: float, count: int) -> tuple[int, ...]:
    """Where `count` lines start that cost the least: unequal lengths and breaks without a pause."""
    end = len(run.pieces)
    fair = run.ends[-1] / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by where the next line starts
    for number in range(count):
        onward: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, starts) in best.items():
            for stop in range(first + 1, end + 1):
                if run.width(first, stop) > width and stop > first + 1:
                    break
                if (stop == end) != (number == count - 1):
                    continue
                total = cost + _cost(run, first, stop, fair)
                if stop not in onward or total < onward[stop][0]:
                    onward[stop] = (total, (*starts, first))
        best = onward
    return best[end][1]


def _cost(run: Run, first: int, stop: int, fair: float) -> float:
    """How bad a title's line of those pieces is; 0 when it is `fair` long and ends at a pause."""
    imbalance = (1 - run.width(first, stop) / fair) ** 2
    is_last = stop == len(run.pieces)
    line = run.text(first, stop)
    if is_last or line[-1:] in _PAUSES:
        return imbalance
    if run.pieces[stop - 1][-1] not in _SPACES:
        return imbalance + _COSTS_CHARACTERS
    is_leaning = line.rsplit(" ", 1)[-1].lower() in _LEANING
    return imbalance + (_COSTS_LEANING if is_leaning else _COSTS_SPACE)
