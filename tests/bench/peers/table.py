"""What was measured as a table: both programs, and how many times as much the peer takes. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from tests.bench.peers.crossfades import Crossfade
from tests.bench.peers.measuring import Measured

_HEAD = "| what | Chromium | kiosk | Chromium / kiosk | aim |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. values: all that were made of a program, to be written as `form` says.

    aim: the least that the peer takes, as a multiple of ours; 0 where there is none.
    """

    what: str
    values: Callable[[Measured], list[float]]
    form: str
    aim: float = 0.0

    def written(self, peer: Measured, own: Measured) -> str:
        """The row: medians with the least and the most."""
        theirs, ours = median(self.values(peer)), median(self.values(own))
        ratio = f"{theirs / ours:.1f}" if ours >= 0.01 else "–"
        aim = f"{self.aim:g}, {_held(is_held=theirs >= self.aim * ours)}" if self.aim else ""
        spreads = " | ".join(_spread(self.values(one), self.form) for one in (peer, own))
        return f"| {self.what} | {spreads} | {ratio} | {aim} |"


ROWS = (
    Row("start, s", lambda one: one.start_s, ".2f"),
    Row("the loop, CPU s/min", lambda one: [play.cpu_s for play in one.play], ".1f", aim=2),
    Row("X server meanwhile, CPU s/min", lambda one: [p.screen_cpu_s for p in one.play], ".1f"),
    Row("a slide at rest, % of a core", lambda one: [rest.cpu for rest in one.rest], ".2f"),
    Row("memory at rest, PSS MiB", lambda one: [rest.pss_mib for rest in one.rest], ".0f"),
)


def table(peer: Measured, own: Measured) -> str:
    """All rows, in Markdown."""
    rows = [row.written(peer, own) for row in (*ROWS, *_memory(own))]
    return "\n".join((_HEAD, *rows, *_crossfades(peer, own)))


def _memory(own: Measured) -> list[Row]:
    """A row for each minute after which the memory was measured."""

    def after(minute: int) -> Callable[[Measured], list[float]]:
        return lambda one: [play.pss_mib[minute] for play in one.play]

    minutes = own.play[0].pss_mib
    return [Row(f"memory after {m} min, PSS MiB", after(m), ".0f", aim=3) for m in minutes]


def _fades(one: Measured) -> list[Crossfade]:
    return [fade for play in one.play for fade in play.crossfades]


def _crossfades(peer: Measured, own: Measured) -> tuple[str, str]:
    """How many of the frames were seen of those that can be, and the worst gap."""
    both = (peer, own)
    frames = [_spread([float(fade.frames) for fade in _fades(one)], ".0f") for one in both]
    due = [_spread([float(count) for count in one.due], ".0f") for one in both]
    seen = " | ".join(f"{some} of {all_}" for some, all_ in zip(frames, due, strict=True))
    gaps = " | ".join(_spread([fade.gap_ms for fade in _fades(one)], ".0f") for one in both)
    # One frame less is what a look between two may miss.
    is_held = median(fade.frames for fade in _fades(own)) >= median(own.due) - 1
    return (
        f"| frames seen of a crossfade | {seen} | | all, {_held(is_held=is_held)} |",
        f"| worst gap in a crossfade, ms | {gaps} | | |",
    )


def _spread(values: list[float], form: str) -> str:
    """The median of several, with their least and their most: `0.80 (0.75–1.33)`."""
    middle, least, most = (
        f"{value:{form}}" for value in (median(values), min(values), max(values))
    )
    return f"{middle} ({least}–{most})" if len(values) > 1 else middle


def _held(*, is_held: bool) -> str:
    return "held" if is_held else "missed"
