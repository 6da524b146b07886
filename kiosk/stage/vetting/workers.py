"""Processes that do what might be the end of this one: asked here, and bounded by themselves."""

from __future__ import annotations

import signal
import subprocess
import sys

from kiosk.values import dataclass

PATIENCE_S = 60.0  # on the clock; a machine that starts up is busy
MOST_MEMORY = 2**31  # of addresses, of which Qt's libraries take a quarter


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker gave. status: its exit status. too_slow_s: what it took longer than, if so."""

    status: int
    output: bytes = b""
    too_slow_s: float | None = None


def asked(
    worker: str,
    arguments: tuple[str, ...],
    content: bytes,
    longest_s: float,
    patience_s: float = PATIENCE_S,
) -> Answer:
    """What the module `worker` answers to `content` on its standard input.

    It is told `longest_s` before `arguments`, and bounds itself by it; see `limit`.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-m", worker, str(longest_s), *arguments],
            input=content, capture_output=True, check=False, timeout=patience_s,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Answer(1, too_slow_s=patience_s)
    is_ended = sys.platform != "win32" and done.returncode == -signal.SIGPROF
    return Answer(done.returncode, done.stdout, longest_s if is_ended else None)


def limit(longest_s: float) -> None:
    """From now on the system refuses this process much memory, and ends it when it works too long.

    longest_s: of processor time, as the machine may be busy. Does what the system can.
    """
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, longest_s)
