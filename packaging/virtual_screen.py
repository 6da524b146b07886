"""Runs a command on a virtual screen of its own.

    python3 packaging/virtual_screen.py [--size 1920x1080] COMMAND...

Xvfb chooses a free display by itself, so that several can run at once, and is gone when the command
ends. The exit code is the command's; 1 when Xvfb did not start.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from types import FrameType
from typing import NoReturn


def started(size: str) -> tuple[subprocess.Popen[bytes], str]:
    """A running Xvfb with one screen of `size`, and its display, such as `:3`; "" if it failed.

    It is never reset (-noreset): a program may open and close its last window more than once.
    """
    ready, told = os.pipe()
    options = ["-screen", "0", f"{size}x24", "-dpi", "96", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), *options],
        pass_fds=(told,),
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # an interrupt at the terminal is the command's, not its screen's
    )
    os.close(told)
    with os.fdopen(ready) as answer:
        number = answer.readline().strip()
    return server, f":{number}" if number else ""


def stopped(number: int, _frame: FrameType | None) -> NoReturn:
    """Leaves as one who was ended does, once: what follows must not break off the clearing up."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


def run(command: list[str], environment: dict[str, str]) -> int:
    """The exit code of `command`, which does not outlive this."""
    environment.pop("WAYLAND_DISPLAY", None)
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def main(arguments: list[str]) -> int:
    """The command's exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args(arguments)
    # The command gets an interrupt from the terminal too, and decides; being ended ends both.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, stopped)
    server, display = started(chosen.size)
    try:
        if not display:
            print("virtual screen: Xvfb did not start", file=sys.stderr)
            return 1
        return run(chosen.command, {**os.environ, "DISPLAY": display})
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
