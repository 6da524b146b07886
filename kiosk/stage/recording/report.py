"""What happened while a show played, in bounded memory."""

from __future__ import annotations

import json
import sys
from dataclasses import field
from pathlib import Path

from kiosk.values import dataclass

_STEPS_PER_MS = 20
_LONGEST_MS = 1000
_MOST_PROBLEMS = 1000
_MOST_SLIDES = 100_000


@dataclass(slots=True, weakref_slot=True)  # signals hold what they are connected to weakly
class Report:
    """Counts frames and gathers problems. Its JSON has exactly the keys of `as_json`.

    slides: ids in the order shown. late_frames: painted more than 1.5 refresh intervals after they
    were due. blank_frames: painted while something of the slide was not ready. first_frame_s:
    process start to the first complete slide.
    """

    slides: list[str] = field(default_factory=list)
    frames: int = 0
    late_frames: int = 0
    blank_frames: int = 0
    first_frame_s: float = 0.0
    problems: list[str] = field(default_factory=list)
    max_ms: float = 0.0
    _counts: list[int] = field(default_factory=lambda: [0] * (_LONGEST_MS * _STEPS_PER_MS + 1))

    def add_frame(self, cpu_ms: float, *, is_late: bool, is_blank: bool) -> None:
        """Counts one painted frame. cpu_ms: of composing and painting it."""
        self.frames += 1
        self.late_frames += is_late
        self.blank_frames += is_blank
        self.max_ms = max(self.max_ms, cpu_ms)
        self._counts[min(round(cpu_ms * _STEPS_PER_MS), len(self._counts) - 1)] += 1

    def add_slide(self, slide: str) -> None:
        """Counts one slide that came on."""
        if len(self.slides) < _MOST_SLIDES:
            self.slides.append(slide)

    def add_problem(self, problem: str) -> None:
        """Keeps a problem, each once."""
        if problem not in self.problems and len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def tell_problem(self, problem: str) -> None:
        """Keeps a problem that nobody was told of, and writes it into the log at its first time."""
        if problem not in self.problems and sys.stderr is not None:
            sys.stderr.write(f"{problem}\n")
        self.add_problem(problem)

    def percentile_ms(self, share: float) -> float:
        """The milliseconds that `share` of the frames did not exceed, to a twentieth."""
        left = share * self.frames
        for step, count in enumerate(self._counts):
            left -= count
            if left <= 0:
                return min(step / _STEPS_PER_MS, self.max_ms)
        return self.max_ms

    def as_json(self) -> str:
        """The report as JSON, a line for each key."""
        values = {
            "slides": self.slides,
            "frames": self.frames,
            "frame_ms": {
                "p50": round(self.percentile_ms(0.5), 2),
                "p99": round(self.percentile_ms(0.99), 2),
                "max": round(self.max_ms, 2),
            },
            "late_frames": self.late_frames,
            "blank_frames": self.blank_frames,
            "first_frame_s": round(self.first_frame_s, 3),
            "peak_mb": round(peak_mb(), 1),
            "problems": self.problems,
        }
        lines = (
            f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in values.items()
        )
        return "{\n" + ",\n".join(lines) + "\n}\n"


def peak_mb() -> float:
    """The most memory this process had in use, in MiB; 0 where the system does not tell.

    The usual call (getrusage) would also count that of the process which started this one.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = status.read_text("utf-8").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
