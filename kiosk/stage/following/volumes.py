"""The file systems that are mounted: which are sticks, and which may go at any time."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Container

# Windows' names of them.
_REMOVABLE, _REMOTE = 2, 4
_NETWORKS = (
    "nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "gluster", "davfs", "vboxsf", "drvfs",
)  # fmt: skip
_PLACE = 4  # of a line of the table of mounts, before its dash


@dataclass(frozen=True, slots=True)
class Volume:
    """A file system that is mounted. root: where; device: what the system calls it."""

    root: Path
    device: str


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of Linux's table of mounts. kind: the file system's type."""

    root: Path
    device: str
    kind: str


def mounted_sticks() -> tuple[Volume, ...]:
    """The sticks that are mounted now."""
    platform = sys.platform
    there = _mounts() if platform == "linux" else _told_by_qt()
    sticks = (one for one in there if is_removable(one.device, platform))
    return tuple(Volume(one.root, one.device) for one in sticks)


def is_apart(folder: Path) -> bool:
    """Whether the folder lies on a stick or on a network, and may be gone the next moment."""
    mount = _mount_of(folder)
    if sys.platform == "win32":
        return _is_on_windows(mount.device, {_REMOVABLE, _REMOTE})
    return not is_told_of(mount.kind) or is_removable(mount.device, sys.platform)


def file_system_of(folder: Path) -> str:
    """The type of the file system that the folder lies in."""
    return _mount_of(folder).kind


def is_told_of(file_system: str) -> bool:
    """Whether the system tells of what others write into a file system of that type."""
    kind = file_system.casefold()
    return bool(kind) and not kind.startswith(_NETWORKS)


def is_removable(device: str, platform: str, system: Path = Path("/sys/class/block")) -> bool:
    """Whether a device can be pulled out: what the system calls so, or what hangs on USB.

    device: as the system names it. system: where Linux tells of its block devices.
    """
    if platform == "win32":
        return _is_on_windows(device, {_REMOVABLE})
    if not device.startswith("/dev/"):
        return False
    told = (system / Path(device).name).resolve()
    disk = told if (told / "removable").exists() else told.parent
    try:
        is_told = (disk / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False
    return is_told or "usb" in "/".join(told.parts[1:]).casefold()


def mounts_in(table: str) -> tuple[Mount, ...]:
    """What `/proc/self/mountinfo` tells, see proc(5); what was mounted last comes last."""
    found = []
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        places, told = before.split(" "), after.split(" ")
        if len(places) > _PLACE and len(told) > 1:
            found.append(Mount(Path(_plain(places[_PLACE])), _plain(told[1]), told[0]))
    return tuple(found)


def _mounts() -> tuple[Mount, ...]:
    """What is mounted on Linux. No disk is asked: a dead one would never answer.

    Qt would ask, and have all of Python wait with it.
    """
    try:
        table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return ()
    return mounts_in(table)


def _told_by_qt() -> tuple[Mount, ...]:
    """What is mounted, where Linux's table is not."""
    there = QStorageInfo.mountedVolumes()
    return tuple(_mount_in(info) for info in there if info.isValid() and info.isReady())


def _mount_of(folder: Path) -> Mount:
    """Where the folder lies."""
    if sys.platform != "linux":
        return _mount_in(QStorageInfo(str(folder.absolute())))
    whole = folder.resolve()
    over = [one for one in _mounts() if whole.is_relative_to(one.root)]
    nowhere = Mount(whole, "", "")
    return max(reversed(over), key=lambda one: len(one.root.parts), default=nowhere)


def _mount_in(info: QStorageInfo) -> Mount:
    """What Qt tells of it."""
    device, kind = (bytes(one.data()) for one in (info.device(), info.fileSystemType()))
    return Mount(
        Path(info.rootPath()), device.decode("utf-8", "replace"), kind.decode("ascii", "replace")
    )


def _plain(word: str) -> str:
    """A word of the table as it is: what would part words is written as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), word)


def _is_on_windows(device: str, kinds: Container[int]) -> bool:
    """Whether Windows calls the volume one of these kinds."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        volume = device.rstrip("\\") + "\\"
        return ctypes.windll.kernel32.GetDriveTypeW(volume) in kinds
    return False
