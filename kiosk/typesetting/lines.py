"""Breaks text into lines, none wider than it must be, where `kiosk.typesetting.breaks` allows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kiosk.typesetting.breaks import (
    ANY_SPACE,
    NO_START,
    SPACES,
    ZERO_WIDTH_SPACE,
    is_wide,
    pieces,
    splinters,
)
from kiosk.typesetting.direction import led, runs_from_right

if TYPE_CHECKING:
    from collections.abc import Callable

    Advance = Callable[[str], float]

_PAUSES = frozenset("，。；：？！、,;:?!…—")
# What a title's line costs that does not end at a pause, against the square of its imbalance:
# between words, after a word that leans on the next one, and between Chinese characters, which
# may be in the middle of a word.
_MOST_BALANCED = 6  # lines; more are no title, and weighing them would hold up the show
_COSTS_SPACE, _COSTS_LEANING, _COSTS_CHARACTERS = 0.25, 0.4, 0.7
_COSTS_ORPHAN = 4.0  # a last line of one Chinese character; more than any imbalance
_LEANING = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or")
)


Range = tuple[int, int]  # from a character up to but without another


class Stretch(NamedTuple):
    """Part of a line in one face. width: in the unit that was measured in, its spaces included."""

    text: str
    width: float
    is_emphasised: bool = False


class Line(NamedTuple):
    """One line of text and its width, in the unit that was measured in.

    stretches: the same text by faces; one where nothing is emphasised.
    """

    text: str
    width: float
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Faces:
    """How wide a stretch of one line is, in the text's own face and in the one for emphasis."""

    advance: Advance
    emphasised: Advance

    def width(self, text: str, *, is_emphasised: bool) -> float:
        """The width of `text`; a break that may be and is not taken has none."""
        of = self.emphasised if is_emphasised else self.advance
        shown = text.replace(ZERO_WIDTH_SPACE, "")
        return of(shown) if shown else 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """One paragraph in pieces that stay whole.

    ends: (pieces + 1,) where each piece ends, in the unit that was measured in; the first is 0.
    reaches: (pieces,) the same without the space at its end; they rise. widest: the width of the
    widest piece. emphasis: the characters of the paragraph that are emphasised, in order.
    from_right: whether it is read from right to left.
    """

    pieces: tuple[str, ...]
    ends: tuple[float, ...]
    reaches: tuple[float, ...]
    widest: float
    faces: Faces
    emphasis: tuple[Range, ...] = ()
    from_right: bool = False

    def width(self, first: int, end: int) -> float:
        """The width of a line of the pieces from `first` up to but without `end`."""
        return self.reaches[end - 1] - self.ends[first]

    def text(self, first: int, end: int) -> str:
        """The line of those pieces, without the space at its end."""
        return _shown("".join(self.pieces[first:end]))

    def line(self, first: int, end: int) -> Line:
        """The line of those pieces, as it is set."""
        text, width = led(self.text(first, end), from_right=self.from_right), self.width(first, end)
        if not self.emphasis:
            return Line(text, width, (Stretch(text, width),))
        start = sum(map(len, self.pieces[:first]))
        whole = "".join(self.pieces[first:end]).rstrip(ANY_SPACE)
        parts = _parted(whole, start, self.emphasis)
        return Line(text, width, tuple(self._stretch(*part) for part in parts))

    def _stretch(self, part: str, is_emphasised: bool) -> Stretch:  # noqa: FBT001 - a pair
        """Part of a line, as it is set."""
        width = self.faces.width(part, is_emphasised=is_emphasised)
        shown = led(part.replace(ZERO_WIDTH_SPACE, ""), from_right=self.from_right)
        return Stretch(shown, width, is_emphasised)

    def splintered(self, width: float) -> Run:
        """The paragraph, with leave to break in the pieces that are wider than `width`."""
        parts = [
            splinters(piece) if self.width(i, i + 1) > width else (piece,)
            for i, piece in enumerate(self.pieces)
        ]
        return _run(tuple(part for each in parts for part in each), self.faces, self.emphasis)


def runs(text: str, advance: Advance) -> tuple[Run, ...]:
    """The paragraphs of `text`, measured by `advance`, the width of a stretch of one line."""
    faces = Faces(advance, advance)
    return tuple(run_of(line, faces) for line in text.strip("\n").split("\n"))


def run_of(paragraph: str, faces: Faces, emphasis: tuple[Range, ...] = ()) -> Run:
    """One paragraph, measured. emphasis: the characters of it that are emphasised, in order."""
    return _run(pieces(paragraph), faces, emphasis)


def broken(run: Run, width: float, *, is_balanced: bool = False) -> tuple[Line, ...]:
    """The lines of `run`, none wider than `width` except where one piece alone is.

    As few as possible. is_balanced: about equally long, and ending at pauses where that is near.
    Otherwise, and where there are many, each is full, but the last is never a single character of
    Chinese where the line above can spare another.
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
    return tuple(run.line(first, end) for first, end in zip(starts, ends, strict=True))


def _run(found: tuple[str, ...], faces: Faces, emphasis: tuple[Range, ...]) -> Run:
    """The measured run of `found`; equal pieces are measured once."""
    widths: dict[tuple[tuple[str, bool], ...], tuple[float, float]] = {}
    measured: list[tuple[float, float]] = []
    start = 0
    for piece in found:
        parts = _parted(piece, start, emphasis)
        start += len(piece)
        if parts not in widths:
            widths[parts] = _widths(parts, faces)
        measured.append(widths[parts])
    ends = tuple(accumulate((width for width, _ in measured), initial=0.0))
    reaches = tuple(end - hang for end, (_, hang) in zip(ends[1:], measured, strict=True))
    widest = max((width - hang for width, hang in measured), default=0.0)
    return Run(found, ends, reaches, widest, faces, emphasis, runs_from_right("".join(found)))


def _widths(parts: tuple[tuple[str, bool], ...], faces: Faces) -> tuple[float, float]:
    """How wide a piece of these stretches is, and how much of that is the space at its end."""
    width = sum(faces.width(text, is_emphasised=is_emphasised) for text, is_emphasised in parts)
    last, is_emphasised = parts[-1]
    if last[-1] not in SPACES:
        return width, 0.0
    bare = faces.width(last.rstrip(ANY_SPACE), is_emphasised=is_emphasised)
    return width, faces.width(last, is_emphasised=is_emphasised) - bare


def _parted(text: str, start: int, emphasis: tuple[Range, ...]) -> tuple[tuple[str, bool], ...]:
    """`text`, which begins at `start` of its paragraph, by whether it is emphasised."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for first, end in emphasis:
        a, b = max(at, first - start), min(len(text), end - start)
        if a < b:
            parts += [(text[at:a], False), (text[a:b], True)]
            at = b
    parts.append((text[at:], False))
    return tuple(part for part in parts if part[0])


def _shown(text: str) -> str:
    """The characters that are seen of a line: no space at its end, no break that may be."""
    return text.replace(ZERO_WIDTH_SPACE, "").rstrip(ANY_SPACE)


def _full_lines(run: Run, width: float) -> tuple[int, ...]:
    """Where lines start when each takes as many pieces as it holds, at least one."""
    starts = [0]
    while True:
        first = starts[-1]
        stop = max(first + 1, bisect_right(run.reaches, run.ends[first] + width))
        if stop >= len(run.pieces):
            return tuple(starts)
        starts.append(stop)


def _is_orphan(run: Run, first: int) -> bool:
    """Whether a last line from that piece is one Chinese character, marks aside."""
    last = run.text(first, len(run.pieces)).rstrip("".join(NO_START))
    return len(last) == 1 and is_wide(last)


def _no_orphan(run: Run, width: float, starts: tuple[int, ...]) -> tuple[int, ...]:
    """Where lines start when the last one takes a companion, if it was one Chinese character."""
    earlier = starts[-1] - 1
    if not _is_orphan(run, starts[-1]):
        return starts
    if earlier <= starts[-2] or run.width(earlier, len(run.pieces)) > width:
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
    if stop == len(run.pieces):
        return imbalance + (_COSTS_ORPHAN if _is_orphan(run, first) else 0.0)
    line = run.text(first, stop)
    if line[-1:] in _PAUSES:
        return imbalance
    if run.pieces[stop - 1][-1] not in SPACES:
        return imbalance + _COSTS_CHARACTERS
    is_leaning = line.rsplit(" ", 1)[-1].lower() in _LEANING
    return imbalance + (_COSTS_LEANING if is_leaning else _COSTS_SPACE)
