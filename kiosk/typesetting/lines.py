"""Breaks text into lines, none wider than it must be, where `kiosk.typesetting.breaks` allows."""

from __future__ import annotations

from bisect import bisect_right
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
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    Advance = Callable[[str], float]

_PAUSES = frozenset("，。；：？！、,;:?!…—")
# What a line costs that does not end at a pause, against the square of how much it is too long or
# too short: between words, after a word that leans on the next one, beside a figure, a name in
# Latin letters or a bracket, and between Chinese characters, which may be in the middle of a word.
_MOST_WEIGHED = 6  # lines; more are no title nor a few words, and weighing them takes its time
_COSTS_SPACE, _COSTS_LEANING, _COSTS_BESIDE, _COSTS_CHARACTERS = 0.25, 0.4, 0.4, 0.7
_COSTS_ORPHAN = 4.0  # a last line of one Chinese character; more than any imbalance
_COSTS_SHORT = 0.3  # one of two
_COSTS_WIDOW = 0.5  # one of a word, or of very little
_LITTLE, _WORD = 0.25, 0.5  # so much of the width a last line has at least, and one of a word
_LISTING = "、"
_ENDING = frozenset("的了")  # characters that end a word
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
    Otherwise each is full, but a few lines of Chinese rather end at a pause than in a word. The
    last is never a single character of Chinese or a single short word where the line above can
    spare another.
    """
    if not run.pieces:
        return (Line("", 0.0),)
    starts = _full_lines(run, width)
    if len(starts) > 1:
        is_prose = not is_balanced
        is_weighed = is_balanced or _parts_characters(run, starts)
        starts = (
            _cheapest(run, width, len(starts), is_prose=is_prose)
            if is_weighed and len(starts) <= _MOST_WEIGHED
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
        stop = _farthest(run, width, starts[-1])
        if stop >= len(run.pieces):
            return tuple(starts)
        starts.append(stop)


def _farthest(run: Run, width: float, first: int) -> int:
    """Where the longest line ends that begins with the piece `first`; it holds at least that."""
    return max(first + 1, bisect_right(run.reaches, run.ends[first] + width))


def _last_characters(run: Run, first: int) -> int:
    """How many Chinese characters a last line from that piece is, marks aside; 0 for others."""
    last = run.text(first, len(run.pieces)).rstrip("".join(NO_START))
    return len(last) if all(map(is_wide, last)) else 0


def _parts_characters(run: Run, starts: tuple[int, ...]) -> bool:
    """Whether a line of Chinese ends neither at a pause nor at a space, or the last is short."""
    return 0 < _last_characters(run, starts[-1]) <= 2 or any(
        run.pieces[stop - 1][-1] not in SPACES and _costs_break(run, stop) > _COSTS_SPACE
        for stop in starts[1:]
    )


def _is_widow(run: Run, first: int, width: float) -> bool:
    """Whether a last line from that piece is one word or two, and looks forgotten."""
    last = run.text(first, len(run.pieces))
    if _last_characters(run, first) or run.pieces[first - 1][-1:] not in SPACES:
        return False
    least = _LITTLE if " " in last else _WORD
    return run.width(first, len(run.pieces)) < least * width


def _no_orphan(run: Run, width: float, starts: tuple[int, ...]) -> tuple[int, ...]:
    """Where lines start when the last one takes companions, if it was one character or word."""
    if starts[-1] - starts[-2] > 2 and _is_widow(run, starts[-1], width):
        return (*starts[:-1], _accompanied(run, width, starts))
    earlier = starts[-1] - 1
    if _last_characters(run, starts[-1]) != 1:
        return starts
    if earlier <= starts[-2] or run.width(earlier, len(run.pieces)) > width:
        return starts
    return (*starts[:-1], earlier)


def _accompanied(run: Run, width: float, starts: tuple[int, ...]) -> int:
    """Where the last line starts when the line above it gives it as many words as is good."""

    def cost(first: int) -> float:
        uneven = (1 - run.width(starts[-2], first) / width) ** 2
        widow = _COSTS_WIDOW if _is_widow(run, first, width) else 0.0
        return uneven + _costs_break(run, first) + widow

    end = len(run.pieces)
    words = (i for i in range(starts[-2] + 1, starts[-1] + 1) if run.pieces[i - 1][-1] in SPACES)
    fitting = (i for i in words if run.width(i, end) <= width)
    return min(fitting, key=cost, default=starts[-1])


def _cheapest(run: Run, width: float, count: int, *, is_prose: bool) -> tuple[int, ...]:
    """Where `count` lines start that cost the least.

    A line costs what it is longer or shorter than the others, in prose than `width`; and a break
    without a pause. The last line of prose may have any length.
    """
    end = len(run.pieces)
    fair = max(width, run.widest) if is_prose else run.ends[-1] / count
    needed = _needed(run, width)
    breaks = [_costs_break(run, stop) for stop in range(1, end)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by where the next line starts
    for rest in range(count - 1, -1, -1):
        onward: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, starts) in best.items():
            for stop in range(first + 1, _farthest(run, width, first) + 1):
                if needed[stop] > rest:
                    continue
                uneven = (1 - run.width(first, stop) / fair) ** 2
                total = cost + (0.0 if is_prose and stop == end else uneven)
                total += _costs_short(run, first) if stop == end else breaks[stop - 1]
                if stop not in onward or total < onward[stop][0]:
                    onward[stop] = (total, (*starts, first))
        best = onward
    return best[end][1]


def _needed(run: Run, width: float) -> list[int]:
    """(pieces + 1,) how many lines the pieces from each on need at least."""
    end = len(run.pieces)
    needed = [0] * (end + 1)
    for first in range(end - 1, -1, -1):
        needed[first] = 1 + needed[_farthest(run, width, first)]
    return needed


def _costs_short(run: Run, first: int) -> float:
    """How bad it is that the last line begins at that piece; 0 where it is of some length."""
    return {1: _COSTS_ORPHAN, 2: _COSTS_SHORT}.get(_last_characters(run, first), 0.0)


def _costs_break(run: Run, stop: int) -> float:
    """How bad it is that a line ends before the piece `stop`; 0 at a pause."""
    piece, onward = run.pieces[stop - 1], run.pieces[stop]
    shown = _shown(piece)
    if shown[-1:] in _PAUSES or piece[-1] == ZERO_WIDTH_SPACE:
        return 0.0
    if piece[-1] in SPACES:
        return _COSTS_LEANING if shown.lower() in _LEANING else _COSTS_SPACE
    if shown[-1:] == _LISTING:
        return _COSTS_SPACE
    is_beside = len(piece) > 1 or len(onward.rstrip("".join(NO_START))) > 1
    return _COSTS_BESIDE if is_beside or piece in _ENDING else _COSTS_CHARACTERS
