"""A program with all that it starts: its processor time and its memory."""

from __future__ import annotations

import os
import subprocess
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

_TAG = "KIOSK_BENCH"
_PATIENCE_S = 4.0


class Program:
    """A command from `with` to its end. What it started is known by descent or by a tag."""

    def __init__(self, command: list[str], environment: Mapping[str, str]) -> None:
        self._tag = uuid.uuid4().hex
        self._command = command
        self._environment = {**environment, _TAG: self._tag}
        self._used: dict[tuple[int, float], float] = {}

    def __enter__(self) -> Self:
        self._root = subprocess.Popen(
            self._command,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        processes = self.processes()
        for process in processes:
            _ended(process.terminate)
        _, alive = psutil.wait_procs(processes, timeout=_PATIENCE_S)
        for process in alive:
            _ended(process.kill)
        self._root.wait()

    def processes(self) -> list[psutil.Process]:
        """All that are alive."""
        found: dict[int, psutil.Process] = {}
        try:
            root = psutil.Process(self._root.pid)
            found |= {p.pid: p for p in (root, *root.children(recursive=True))}
        except psutil.NoSuchProcess:
            pass
        tag = f"{_TAG}={self._tag}".encode()
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and int(folder.name) not in found and _has(folder, tag):
                found[int(folder.name)] = psutil.Process(int(folder.name))
        return list(found.values())

    def cpu_s(self) -> float:
        """Seconds of processor time of all of them so far, those that have ended too."""
        for process in self.processes():
            try:
                times = process.cpu_times()
                self._used[process.pid, process.create_time()] = times.user + times.system
            except psutil.NoSuchProcess:
                continue
        return sum(self._used.values())

    def pss_mib(self) -> float:
        """Memory in MiB; what several processes share is counted once."""
        kib = 0
        for process in self.processes():
            try:
                rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text("utf-8")
            except OSError:
                continue
            kib += sum(int(ln.split()[1]) for ln in rollup.splitlines() if ln.startswith("Pss:"))
        return kib / 1024


def _has(folder: Path, tag: bytes) -> bool:
    """Whether the process of that folder of /proc carries the tag."""
    try:
        return tag in (folder / "environ").read_bytes()
    except OSError:
        return False


def _ended(end: object) -> None:
    """Calls `end`; the process may be gone already."""
    assert callable(end)
    try:
        end()
    except psutil.NoSuchProcess:
        return


def on_screen(display: str, home: Path, runtime: Path) -> dict[str, str]:
    """The environment of a program on that X display, with a home of its own."""
    home.mkdir(parents=True, exist_ok=True)
    left_out = {"WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
