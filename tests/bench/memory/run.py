"""The memory of one kiosk that shows every kind in turn, by slide change.

    python -m tests.bench.memory.run [--changes 5000] [--window 1280x720] [--speed 30]

Plays all shows of the gallery as one in a window on a virtual screen, says what was held in each
loop, and what grew for 1000 changes: once two loops had been remembered, and in the second half.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from statistics import median

from tests.bench.corpora.fetch import BENCH
from tests.bench.memory.changes import Changes
from tests.bench.memory.sampling import Held, Sample, samples
from tests.bench.memory.show import write_show
from tests.bench.memory.slope import Slope, slope_of
from tests.bench.peers.processes import Program, on_screen
from tests.bench.peers.screen import Screen

STAY_S = 2.5  # most entries are over by then
WARM = 2  # loops until what is remembered is remembered
_PAUSE_S = 0.5
_NAMES = tuple(field.name for field in fields(Held))


@dataclass(frozen=True, slots=True)
class Run:
    """What was seen. slides: of one loop."""

    slides: int
    samples: tuple[Sample, ...]

    def loops(self) -> list[Held]:
        """The median of what was held in each whole loop."""
        found: dict[int, list[Held]] = defaultdict(list)
        for sample in self.samples:
            found[sample.changes // self.slides].append(sample.held)
        whole = self.samples[-1].changes // self.slides
        return [_median(found[number]) for number in range(whole)]

    def slopes(self, begins: int = WARM) -> dict[str, Slope]:
        """What each thing grew by for 1000 slide changes, from loop to loop after so many."""
        some = [*enumerate(self.loops())][begins:]
        return {
            name: slope_of([(n * self.slides, getattr(held, name)) for n, held in some]).times(1000)
            for name in _NAMES
        }


def measured(
    changes: int, window: str, speed: float, tell: Callable[[Sample], None] = lambda _: None
) -> Run:
    """Plays until so many slides have been shown, at least of 7 loops. tell: gets each look."""
    with tempfile.TemporaryDirectory() as work, Screen() as screen:
        folder, recording = Path(work) / "show", Path(work) / "visit.jsonl"
        folder.mkdir()
        ids = write_show(folder, STAY_S)
        loops = math.ceil(changes / len(ids)) + 1
        command = [sys.executable, "-m", "kiosk", "play", str(folder), "--all", "--window", window]
        command += ["--speed", f"{speed:g}", "--loops", str(loops), "--record", str(recording)]
        seen = []
        with Program(command, on_screen(screen.display, Path(work), screen.folder)) as program:
            for sample in samples(program, Changes(recording, ids), changes, _PAUSE_S):
                seen.append(sample)
                tell(sample)
    assert seen, "kiosk did not start"
    assert seen[-1].changes >= changes - len(ids), "kiosk ended early"
    return Run(len(ids), tuple(seen))


def _median(some: Sequence[Held]) -> Held:
    """The median of each thing by itself."""
    return Held(*(round(median(values)) for values in zip(*map(astuple, some), strict=True)))


def _write(file: Path, seen: Iterable[Sample]) -> None:
    """Writes all samples as CSV."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as into:
        rows = csv.writer(into)
        rows.writerow(("changes", *_NAMES))
        rows.writerows((sample.changes, *astuple(sample.held)) for sample in seen)


def main(arguments: Sequence[str]) -> None:
    """Prints the loops and the slopes; all samples are in `build/bench/memory.csv`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=5000)
    parser.add_argument("--window", default="1280x720")
    parser.add_argument("--speed", type=float, default=30.0)
    wished = parser.parse_args(arguments)
    run = measured(wished.changes, wished.window, wished.speed)
    _write(BENCH / "memory.csv", run.samples)
    print(f"{run.samples[-1].changes} slide changes, {run.slides} slides in a loop; KiB, medians")
    for number, held in enumerate(run.loops(), start=1):
        told = " ".join(
            f"{name} {value}" for name, value in zip(_NAMES, astuple(held), strict=True)
        )
        print(f"  loop {number:2}: {told}")
    for begins in (WARM, max(WARM, len(run.loops()) // 2)):
        print(f"for 1000 changes, after {begins} loops")
        for name, slope in run.slopes(begins).items():
            print(f"  {name:8} {slope}")


if __name__ == "__main__":
    main(sys.argv[1:])
