"""Where the program's own files lie: fonts, themes and the cover that waits for a show."""

from __future__ import annotations

from pathlib import Path


def resources_folder() -> Path:
    """The folder of the program's own files.

    In the package where the program was installed from a wheel, beside it in a working copy.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
