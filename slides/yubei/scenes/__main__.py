"""Draws the show's illustrations: `python slides/yubei/scenes [NAME ...] [--into FOLDER]`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import terminal
from avenue import avenue
from line import production_line
from overview import overview
from paint import save
from panorama import windows
from plaza import plaza
from PySide6.QtGui import QGuiApplication, QImage
from takeoff import takeoff
from tones import dusk, paper


def scenes() -> Mapping[str, Callable[[], Mapping[str, QImage]]]:
    """Each scene by name, with what draws its pictures (file stem and image)."""
    return {
        "takeoff": lambda: {
            "takeoff": takeoff(1920, 1080).image,
            "takeoff-portrait": takeoff(1080, 1920).image,
        },
        "terminal": lambda: {
            "terminal-3": terminal.landscape().image,
            "terminal-3-portrait": terminal.upright().image,
        },
        "overview": lambda: {"overview": overview().image},
        "line": lambda: {"industry": production_line().image},
        "avenue": lambda: {"city": avenue().image},
        "plaza": lambda: {"park-night": plaza().image},
        "panorama": lambda: {**windows(dusk()), **windows(paper(), "-paper")},
    }


def main() -> None:
    """Draw the scenes named on the command line, or all of them."""
    known = scenes()
    pictures = Path(__file__).resolve().parent.parent / "pictures"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument("--into", type=Path, default=pictures, metavar="FOLDER")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"no scene {unknown[0]!r}; there are {', '.join(known)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for name in asked.names or known:
        for stem, image in known[name]().items():
            save(image, asked.into / f"{stem}.jpg")
    application.shutdown()


if __name__ == "__main__":
    main()
