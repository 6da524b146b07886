"""What a machine has and lacks for playing a show, as values; `gathering` beside asks it."""

from __future__ import annotations

import math
from datetime import datetime

from kiosk.problems import Problem
from kiosk.values import dataclass

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScreenFact:
    """One screen. name: the system's. scale: what the system enlarges others' programs by.

    width_px, height_px, refresh_hz: of its picture. width_mm, height_mm: of the panel; 0 where it
    does not tell.
    """

    name: str
    width_px: int
    height_px: int
    scale: float
    refresh_hz: float
    width_mm: float
    height_mm: float

    @property
    def diagonal_in(self) -> float:
        """The panel's diagonal; 0 where it does not tell."""
        return math.hypot(self.width_mm, self.height_mm) / 25.4


@dataclass(frozen=True, slots=True)
class MachineFile:
    """The technician's file. problems: what is wrong in it.

    screen_in: the diagonal that it states for the screen of that number; None where it does not.
    no_show: why the show that it names cannot be played; None where it can, or none is named.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    display: int = 0
    screen_in: float | None = None
    no_show: Problem | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of the machine.

    system: Python's name of it, `linux` or `win32`. qt, pyside, python: versions; no Qt where it
    cannot be loaded, for the reason qt_error. platform: Qt's window system. has_display: whether
    there is one. libraries: those that the system lacks, by name. packages: what installs packages:
    `apt-get`, or nothing known. families: typefaces of the program that are not there. is_frozen:
    whether the program came as a package that brings its own Python. folder: where it must be able
    to write. folder_gb: what is free there; None where it may not write. memory_gb, free_gb: 0
    where the system does not tell. locale: as the system states it. encoding: of files' names.
    zone: its name, empty where unknown.
    """

    system: str
    qt: Version
    pyside: Version
    python: Version
    qt_error: str
    platform: str
    has_display: bool
    screens: tuple[ScreenFact, ...]
    touchscreens: tuple[str, ...]
    libraries: tuple[str, ...]
    packages: str
    families: tuple[str, ...]
    is_frozen: bool
    folder: str
    folder_gb: float | None
    memory_gb: float
    free_gb: float
    processors: int
    locale: str
    encoding: str
    time: datetime
    zone: str
    machine: MachineFile | None
