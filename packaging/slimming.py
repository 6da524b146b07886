"""Libraries without what only a debugger reads: a fifth of the package is that.

Standard library alone. Needs `strip`, which comes with what freezing needs.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePath

Binary = tuple[str, str, str]  # where it comes to lie, where it lies, what it is to PyInstaller

# Those that wheels brought along and changed after they were linked are broken by `strip`; Qt's
# are handed on unchanged, and have nothing in them to be left out.
_AS_THEY_ARE = ("PySide6", "shiboken6")


def slimmed(binaries: Iterable[Binary], folder: Path) -> list[Binary]:
    """The binaries, those that may be made smaller as copies below `folder`."""
    if shutil.which("strip") is None:
        return [*binaries]
    return [_slimmed(binary, folder) if _may_be(binary) else binary for binary in binaries]


def _may_be(binary: Binary) -> bool:
    into = PurePath(binary[0])
    is_patched = into.parts[0].endswith(".libs")
    return ".so" in into.name and not is_patched and into.parts[0] not in _AS_THEY_ARE


def _slimmed(binary: Binary, folder: Path) -> Binary:
    into, source, kind = binary
    copy = folder / into
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    subprocess.run(["strip", "--strip-unneeded", str(copy)], check=True)
    return into, str(copy), kind
