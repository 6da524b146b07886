"""Where the program's own files lie: fonts, themes, the cover that waits for a show, and a show."""

from __future__ import annotations

from pathlib import Path


def resources_folder() -> Path:
    """The folder of the program's own files.

    In the package where the program was installed from a wheel, beside it in a working copy.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def packaged_show() -> Path | None:
    """The show that came with the frozen program; None where there is only what Python installed.

    `packaging/contents.py` puts it there.
    """
    folder = Path(__file__).resolve().parents[1] / "slides" / "yubei"
    return folder if folder.is_dir() else None
