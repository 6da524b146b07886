"""Every file of a folder through the loader of pictures, in a process that it may crash or hang.

    python -m tests.bench.pictures FOLDER [COUNT]

COUNT: that many damaged copies of the folder's pictures instead, the same ones each time.
Prints how many were shown, how many refused and why, and which crashed it or took too long; the
exit status is 1 where one did.
"""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

SUFFIXES = {".png", ".jpg", ".gif", ".webp", ".svg"}
LONGEST_S = 20.0
WORKER = [sys.executable, "-m", "tests.bench.pictures", "--worker"]


def work() -> int:
    """Loads each file that a line names, as it would fill a screen, and answers in a line."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - the worker alone needs Qt
    from PySide6.QtGui import QImage  # noqa: PLC0415

    from kiosk.phrases import said  # noqa: PLC0415
    from kiosk.stage.app import application  # noqa: PLC0415
    from kiosk.stage.pictures.assets import Assets, Wanted  # noqa: PLC0415

    application("offscreen")
    qInstallMessageHandler(lambda *_said: None)
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        answer = Assets(path.parent).load(Wanted(path.name, 1920, 1080))
        print("shown" if isinstance(answer, QImage) else said(answer.reason, "en"), flush=True)
    return 0


def answers(files: list[Path]) -> Iterator[tuple[Path, str, float]]:
    """What became of each file: the worker's answer, `crashed` or `hung`; and its seconds."""
    worker: subprocess.Popen[bytes] | None = None
    for file in files:
        if worker is None:
            pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
            worker = subprocess.Popen(WORKER, stdin=pipe, stdout=pipe, stderr=nowhere)
        assert worker.stdin is not None
        assert worker.stdout is not None
        began = time.monotonic()
        worker.stdin.write(os.fsencode(file) + b"\n")
        worker.stdin.flush()
        ready, _, _ = select.select([worker.stdout], [], [], LONGEST_S)
        line = worker.stdout.readline().decode() if ready else ""
        yield file, line.strip() or ("crashed" if ready else "hung"), time.monotonic() - began
        if not line:
            _end(worker)
            worker = None
    if worker is not None:
        _end(worker)


def _end(worker: subprocess.Popen[bytes]) -> None:
    """Ends a worker, whatever it is at, and closes what led to it."""
    with worker:
        worker.kill()


def damaged(files: list[Path], count: int, into: Path) -> None:
    """Writes `count` copies of the pictures of `files`, bytes changed, left out or repeated."""
    rng = Random(1)
    pictures = [path for path in files if path.suffix.lower() in SUFFIXES]
    contents = [path.read_bytes() for path in pictures if 0 < path.stat().st_size < 200_000]
    for number in range(count):
        content = bytearray(rng.choice(contents))
        for _ in range(rng.randint(1, 3)):
            # A third of the damage is done to the head, where sizes and tables stand; the first
            # bytes, which name the format, stay.
            at = 12 + rng.randrange(min(len(content), rng.choice((200, 200_000, 200_000))))
            end = at + rng.choice((1, 1, 4, 64))
            part = rng.choice((rng.randbytes(end - at), b"", bytes(content[at:end]) * 3))
            content[at:end] = part or b"\xff"
        (into / f"{number}").write_bytes(content)


def main(arguments: list[str]) -> int:
    """0 where nothing crashed and nothing hung."""
    if arguments == ["--worker"]:
        return work()
    folder = Path(arguments[0])
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with TemporaryDirectory() as made:
        if arguments[1:]:
            damaged(files, int(arguments[1]), Path(made))
            files = sorted(Path(made).iterdir())
        told = list(answers(files))
    return summed_up(told)


def summed_up(told: list[tuple[Path, str, float]]) -> int:
    """Prints the counts; 0 where nothing crashed and nothing hung."""
    sorts = Counter(re.sub(r"[\d(].*", "…", answer) for _, answer, _ in told)
    for sort, count in sorts.most_common():
        print(f"{count:6}  {sort}")
    slowest = max(told, key=lambda one: one[2])
    print(f"{len(told):6}  files; the slowest took {slowest[2]:.2f} s: {slowest[0].name}")
    failed = [(file, answer) for file, answer, _ in told if answer in {"crashed", "hung"}]
    for file, answer in failed:
        print(answer, file)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
