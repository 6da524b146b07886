"""Installs what kiosk needs from the system, and only what is missing.

    python3 packaging/system.py [--check] [--package] [--bench] [--test]

Runs on the bare interpreter, before there is a virtual environment. As root on a Debian it calls
apt-get; otherwise it prints the one command for an administrator and returns 1. When nothing is
missing it touches nothing. `--package`, `--bench` and `--test` ask for what `make package`, `make
bench` and `make test` need as well.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FONTS_MADE = Path("resources/fonts/fonts.conf")
FONTS_MADE_BY = Path("packaging/fonts.py")
OLDEST_PYTHON = (3, 11)

# What Qt's libraries and its xcb, Wayland and offscreen plugins link to (readelf -d), and the
# package that has it.
LIBRARIES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# All that a bare Debian needs to play the frozen program; its folder has the other libraries.
# xkb-data names the keys.
OF_THE_PACKAGE = ("libegl1", "libgl1", "libwayland-cursor0", "libxcb1", "xkb-data")
FONT_FOLDER = Path("/usr/share/fonts")
FONTS = {
    "opentype/noto/NotoSerifCJK-Bold.ttc": "fonts-noto-cjk",
    "opentype/noto/NotoSansCJK-Bold.ttc": "fonts-noto-cjk",
    "opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
    "opentype/inter/InterDisplay-Light.otf": "fonts-inter",
}
# The same faces where there is no apt, pinned. Inter is a later version there, of other widths:
# golden frames are those of Debian's.
NPM_FONTS = (
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    "@expo-google-fonts/noto-serif-sc@0.4.3",
    "inter-ui@4.1.1",
)
BROKER = Path("/usr/sbin/mosquitto")
NPM_FOLDER = Path("build/fonts")


def has_library(name: str) -> bool:
    """Whether the dynamic linker finds `name`."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_packages() -> Iterator[str]:
    """Debian's names of what is missing, some of them more than once."""
    if importlib.util.find_spec("ensurepip") is None:
        yield "python3-venv"
    if shutil.which("Xvfb") is None:
        yield "xvfb"
    yield from (package for name, package in LIBRARIES.items() if not has_library(name))


def missing_for_packages() -> Iterator[str]:
    """Debian's names of what is missing to freeze the program."""
    if shutil.which("objcopy") is None:
        yield "binutils"


def missing_for_measuring() -> Iterator[str]:
    """Debian's names of what is missing to measure other programs beside kiosk."""
    yield from (name for name in ("chromium", "npm") if shutil.which(name) is None)


def missing_for_testing() -> Iterator[str]:
    """Debian's names of what is missing to try feeds: a broker, which only root's PATH may have."""
    if shutil.which("mosquitto") is None and not BROKER.exists():
        yield "mosquitto"


def missing_for(arguments: list[str]) -> Iterator[str]:
    """Debian's names of what is missing for the tasks that `arguments` name."""
    if "--package" in arguments:
        yield from missing_for_packages()
    if "--bench" in arguments:
        yield from missing_for_measuring()
    if "--test" in arguments:
        yield from missing_for_testing()


def fonts_are_made() -> bool:
    """Whether the program's fonts were cut by the script as it is now."""
    if not FONTS_MADE.exists():
        return False
    return FONTS_MADE.stat().st_mtime >= FONTS_MADE_BY.stat().st_mtime


def missing_fonts() -> Iterator[str]:
    """Debian's names of the font packages that are still to be cut and not there."""
    if fonts_are_made() or (NPM_FOLDER / "node_modules").exists():
        return
    yield from (package for name, package in FONTS.items() if not (FONT_FOLDER / name).exists())


def apt_command(packages: list[str]) -> list[str]:
    """The apt-get call that installs `packages` and nothing that is merely recommended."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def install_with_apt(packages: list[str]) -> int:
    """Installs `packages` as root, the lists brought up to date once before; apt's exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    updated = subprocess.run(["apt-get", "update", "--quiet"], env=environment, check=False)
    if updated.returncode:
        return updated.returncode
    return subprocess.run(apt_command(packages), env=environment, check=False).returncode


def install_fonts_with_npm() -> int:
    """Puts the fonts of `NPM_FONTS` below `NPM_FOLDER`; npm's exit code."""
    NPM_FOLDER.mkdir(parents=True, exist_ok=True)
    options = ["--no-save", "--ignore-scripts", "--prefix", str(NPM_FOLDER)]
    return subprocess.run(["npm", "install", *options, *NPM_FONTS], check=False).returncode


def say(text: str) -> None:
    """Prints a line where errors go."""
    print(f"setup: {text}", file=sys.stderr)


def command_for_an_administrator(packages: list[str]) -> str:
    """What somebody with root's rights pastes into a terminal, whole."""
    return f"sudo sh -c 'apt-get update && {' '.join(apt_command(packages))}'"


def provide(packages: list[str]) -> int:
    """Installs `packages`, or says who can; 0 when nothing is missing any more, else 1."""
    if shutil.which("apt-get") is None:
        say(f"this system has no apt-get. Install what Debian calls: {' '.join(packages)}")
        return 1
    if os.geteuid() != 0:
        say("something is missing from the system. An administrator installs it with this command:")
        print(f"\n    {command_for_an_administrator(packages)}\n", file=sys.stderr)
        say("then run the same make command again.")
        return 1
    if install_with_apt(packages):
        return 1
    left = sorted({*missing_packages(), *missing_fonts()})
    if left:
        say(f"installed, but still not found: {' '.join(left)}")
    return 1 if left else 0


def main(arguments: list[str]) -> int:
    """0 when nothing is missing, or nothing is any more; 1 otherwise. `--check` only lists."""
    asked_for = list(missing_for(arguments))
    if sys.version_info < OLDEST_PYTHON:
        say(f"{sys.executable} is Python {sys.version.split()[0]}; kiosk needs 3.11 or newer.")
        say("name one: make PYTHON=/usr/bin/python3.11")
        return 1
    fonts = sorted(set(missing_fonts()))
    if "--check" in arguments:
        missing = sorted({*missing_packages(), *fonts, *asked_for})
        print("\n".join(missing) or "nothing is missing")
        return 1 if missing else 0
    without_apt = shutil.which("apt-get") is None
    if fonts and without_apt and shutil.which("npm") and install_fonts_with_npm():
        return 1
    missing = sorted({*missing_packages(), *missing_fonts(), *asked_for})
    return provide(missing) if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
