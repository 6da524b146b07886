"""The file systems that are mounted: which are sticks, and which may go at any time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from kiosk.stage.looking import is_told_of
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Container

# Windows' names of them.
_REMOVABLE, _REMOTE = 2, 4


@dataclass(frozen=True, slots=True)
class Volume:
    """A file system that is mounted. root: where; device: what the system calls it."""

    root: Path
    device: str


def mounted_sticks() -> tuple[Volume, ...]:
    """The sticks that are mounted now."""
    found = []
    for info in QStorageInfo.mountedVolumes():
        device = _device_of(info)
        if info.isValid() and info.isReady() and is_removable(device, sys.platform):
            found.append(Volume(Path(info.rootPath()), device))
    return tuple(found)


def is_apart(folder: Path) -> bool:
    """Whether the folder lies on a stick or on a network, and may be gone the next moment."""
    info = QStorageInfo(str(folder.absolute()))
    kind, device = bytes(info.fileSystemType().data()).decode("ascii", "replace"), _device_of(info)
    if sys.platform == "win32":
        return _is_on_windows(device, {_REMOVABLE, _REMOTE})
    return not is_told_of(kind) or is_removable(device, sys.platform)


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


def _device_of(info: QStorageInfo) -> str:
    """What the system calls the device."""
    return bytes(info.device().data()).decode("utf-8", "replace")


def _is_on_windows(device: str, kinds: Container[int]) -> bool:
    """Whether Windows calls the volume one of these kinds."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        volume = device.rstrip("\\") + "\\"
        return ctypes.windll.kernel32.GetDriveTypeW(volume) in kinds
    return False
