"""The technician's file on the disk: where it lies, and what it adds to what was asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.machine import Machine, load_machine

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

NAME = "machine.yaml"


def machine_files(environment: Mapping[str, str], platform: str) -> tuple[PurePath, ...]:
    """Where the file may lie, the place that counts first first. platform: Python's name of it.

    Sources: XDG Base Directory Specification 0.8, by which paths that are not whole are ignored;
    Windows' folder of what all users of a machine share.
    """
    if platform == "win32":
        shared = environment.get("ProgramData") or "C:\\ProgramData"
        return (PureWindowsPath(shared, "kiosk", NAME),)
    home = environment.get("HOME")
    own = environment.get("XDG_CONFIG_HOME") or (f"{home}/.config" if home else "")
    shared = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    folders = [*(PurePosixPath(path) for path in (own, *shared.split(":"))), PurePosixPath("/etc")]
    return tuple(folder / "kiosk" / NAME for folder in folders if folder.is_absolute())


def machine_file(named: Path | None) -> Path | None:
    """The file that was named, there or not; else the first where one may lie; None for none."""
    if named is not None:
        return named
    places = (Path(place) for place in machine_files(os.environ, sys.platform))
    return next((place for place in places if _is_there(place)), None)


def machine_in(file: Path | None) -> Machine:
    """The machine that `file` tells of; one that nothing is known of where there is none."""
    if file is None:
        return Machine()
    return load_machine(DiskFolder(file.parent), file.name, tuple(theme_files()))


def complete(options: argparse.Namespace, machine: Machine, file: Path | None) -> None:
    """Adds what the machine's file says to what was asked for on the command line."""
    if options.show is None and machine.show and file is not None:
        options.show = file.parent / machine.show
    if options.screen is None:
        options.screen = machine.display or 0
    options.watch = options.watch or machine.watch
    options.lang = options.lang or machine.language or None
    options.theme = options.theme or machine.theme or None


def _is_there(file: Path) -> bool:
    """Whether the file is there; one that cannot be asked for is, so that it is told."""
    try:
        return file.exists()
    except OSError:
        return True
