"""What a program holds while it plays: memory, files and threads, by the slides it has shown."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil

from tests.bench.memory.changes import Changes
from tests.bench.peers.processes import Program


@dataclass(frozen=True, slots=True)
class Held:
    """What is held at one time by a program and all that it started. Memory in KiB.

    own: what is no file's, which other programs that end do not change. files: descriptors.
    """

    rss: int = 0
    pss: int = 0
    own: int = 0
    files: int = 0
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """One look. changes: the slides that had been shown."""

    changes: int
    held: Held


def samples(program: Program, changes: Changes, count: int, pause_s: float) -> Iterator[Sample]:
    """Looks until `count` slides have been shown, or the program has ended."""
    while changes.look() < count:
        time.sleep(pause_s)
        held = [astuple(_held(process)) for process in program.processes()]
        if not any(rss for rss, *_ in held):
            return
        yield Sample(changes.count, Held(*(sum(part) for part in zip(*held, strict=True))))


def _held(process: psutil.Process) -> Held:
    """What one process holds; nothing where it has just ended."""
    try:
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text("utf-8").splitlines()[1:]
        kib = {words[0]: int(words[1]) for words in map(str.split, lines)}
        files, threads = process.num_fds(), process.num_threads()
        return Held(kib["Rss:"], kib["Pss:"], kib["Pss_Anon:"], files, threads)
    except (OSError, KeyError, psutil.Error):
        return Held()
