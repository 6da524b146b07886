"""Runs a command on a virtual screen of its own.

    python3 packaging/virtual_screen.py [--size 1920x1080] COMMAND...

Xvfb chooses a free display by itself, so that several can run at once, and is gone when the command ends. The exit code is
the command's; 1 when there is no Xvfb.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys


def started(size: str) -> tuple[subprocess.Popen[bytes], str]:
    """A running Xvfb with one screen of `size` (such as 1920x1080), and its display (such as `:3`); "" when it failed."""
    ready, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset", "-dpi", "96"]
    server = subprocess.Popen(command, pass_fds=(told,), stderr=subprocess.DEVNULL)
    os.close(told)
    with os.fdopen(ready) as answer:
        number = answer.readline().strip()
    return server, f":{number}" if number else ""


def main(arguments: list[str]) -> int:
    """The command's exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args(arguments)
    server, display = started(chosen.size)
    if not display:
        print("virtual screen: Xvfb did not start", file=sys.stderr)
        return 1
    environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    # An interrupt reaches the command too, which decides; the screen must outlive it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return subprocess.run(chosen.command, env={**environment, "DISPLAY": display}, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
