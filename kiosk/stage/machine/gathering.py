"""Asks the machine what it has: Qt, the system's files, and the disk."""
# ruff: noqa: PLC0415 - what is missing is found out here, and not when this is imported

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.stage.app import application, has_display
from kiosk.stage.clock import wall_time
from kiosk.stage.fonts.faces import own_families
from kiosk.stage.libraries import missing_libraries
from kiosk.stage.machine.facts import Facts, MachineFile, ScreenFact

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.stage.machine.facts import Version

_GB = 1e9
_NO_QT: Version = ()


def gather(machine: MachineFile | None = None) -> Facts:
    """All that is known of this machine. machine: its technician's file, which is read before."""
    displayed, libraries = has_display(), missing_libraries()
    # Qt would end the process where a library of its window system is missing.
    app, reason = _started("" if displayed and not libraries else "offscreen")
    memory, free = _memory_gb()
    folder = Path(tempfile.gettempdir())
    return Facts(
        system=sys.platform,
        qt=_qt_version(app),
        pyside=_pyside_version(app),
        python=tuple(sys.version_info[:3]),
        qt_error=reason,
        platform="" if app is None else app.platformName(),
        has_display=displayed,
        screens=_screens(app) if displayed and not libraries else (),
        touchscreens=_touchscreens(app),
        libraries=libraries,
        packages="apt-get" if shutil.which("apt-get") else "",
        families=_missing_families(app),
        is_frozen=bool(getattr(sys, "frozen", False)),
        folder=str(folder),
        folder_gb=_writable_gb(folder),
        memory_gb=memory,
        free_gb=free,
        processors=len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1,
        locale=next((os.environ[name] for name in _LOCALE if os.environ.get(name)), ""),
        encoding=sys.getfilesystemencoding(),
        time=wall_time(),
        zone=_zone(),
        machine=machine,
    )


_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")


def _started(platform: str) -> tuple[QGuiApplication | None, str]:
    """Qt's application, or the reason why there is none."""
    try:
        return application(platform), ""
    except ImportError as error:  # a library that it links to is missing
        return None, str(error)


def _qt_version(app: QGuiApplication | None) -> Version:
    """Qt's version."""
    if app is None:
        return _NO_QT
    from PySide6.QtCore import qVersion

    return _version(qVersion())


def _pyside_version(app: QGuiApplication | None) -> Version:
    """The version of what connects Qt with Python."""
    if app is None:
        return _NO_QT
    import PySide6

    return _version(PySide6.__version__)


def _version(text: str) -> Version:
    return tuple(int(part) for part in text.split(".")[:3] if part.isdecimal())


def _screens(app: QGuiApplication | None) -> tuple[ScreenFact, ...]:
    """The screens, in the order of their numbers."""
    if app is None:
        return ()
    return tuple(
        ScreenFact(
            screen.name(),
            screen.geometry().width(),
            screen.geometry().height(),
            screen.devicePixelRatio() * screen.logicalDotsPerInch() / 96,
            screen.refreshRate(),
            screen.physicalSize().width(),
            screen.physicalSize().height(),
        )
        for screen in app.screens()
    )


def _touchscreens(app: QGuiApplication | None) -> tuple[str, ...]:
    """The names of the touchscreens that Qt hears."""
    if app is None:
        return ()
    from PySide6.QtGui import QInputDevice

    screens = (
        device
        for device in QInputDevice.devices()
        if device.type() == QInputDevice.DeviceType.TouchScreen
    )
    return tuple(device.name() for device in screens)


def _missing_families(app: QGuiApplication | None) -> tuple[str, ...]:
    """The program's own typefaces that Qt does not find."""
    if app is None:
        return ()
    from PySide6.QtGui import QFontDatabase

    return tuple(sorted(own_families() - set(QFontDatabase.families())))


def _writable_gb(folder: Path) -> float | None:
    """What is free where the folder is; None where nothing can be written."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"kiosk")
        return shutil.disk_usage(folder).free / _GB
    except OSError:
        return None


def _memory_gb() -> tuple[float, float]:
    """The machine's memory, and how much of it is free for programs; 0 where it does not tell."""
    told = Path("/proc/meminfo")
    if not told.exists():
        return 0.0, 0.0
    fields = dict(line.split(":", 1) for line in told.read_text("utf-8").splitlines())
    kilobytes = (int(fields.get(name, "0").split()[0]) for name in ("MemTotal", "MemAvailable"))
    total, free = kilobytes
    return total * 1024 / _GB, free * 1024 / _GB


def _zone() -> str:
    """The name of the system's time zone; empty where it does not tell."""
    if os.environ.get("TZ"):
        return os.environ["TZ"].lstrip(":")
    link = Path("/etc/localtime")
    target = str(link.readlink()) if link.is_symlink() else ""
    return target.partition("zoneinfo/")[2]
