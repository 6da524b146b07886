"""A folder that comes to be whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def is_taken(target: Path) -> bool:
    """Whether there is something that a new folder of that name would overwrite."""
    if target.is_symlink() and not target.exists():
        return True
    return target.exists() and not (target.is_dir() and not any(target.iterdir()))


def make_folder(target: Path, files: Mapping[str, bytes | Path]) -> None:
    """Writes the files, by their paths, into the folder `target`, which is not taken.

    They are written aside first; what stops before its end leaves nothing. Raises OSError.
    """
    is_there = target.exists()
    aside = Path(tempfile.mkdtemp(prefix=".kiosk-new-", dir=target if is_there else target.parent))
    try:
        whole = aside / "show"
        whole.mkdir()  # mkdtemp's own folder may be read by nobody else
        for path, content in files.items():
            file = whole / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, file)
            else:
                file.write_bytes(content)
        if is_there:
            for entry in sorted(whole.iterdir()):
                entry.rename(target / entry.name)
        else:
            whole.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
