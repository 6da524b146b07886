"""Draws the show's illustrations: `python slides/yubei/scenes [NAME ...] [--into FOLDER]`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import terminal
from aloft import aloft
from apron import apron
from avenue import avenue
from charging import charging
from chip import chip
from courtyard import courtyard
from desks import desks
from gorge import gorge
from lane import lane
from line import production_line
from overview import overview
from paint import Sheet, save
from panorama import windows
from plaza import plaza
from PySide6.QtGui import QGuiApplication, QImage
from quarry import quarry
from road import road
from stage import stage
from takeoff import day, evening, takeoff
from tones import dusk, paper
from valley import valley


def _both(stem: str, draw: Callable[[int, int], Sheet]) -> Mapping[str, QImage]:
    """A scene's two pictures: in landscape, and upright."""
    return {stem: draw(1920, 1080).image, f"{stem}-portrait": draw(1080, 1920).image}


def scenes() -> Mapping[str, Callable[[], Mapping[str, QImage]]]:
    """Each scene by name, with what draws its pictures (file stem and image)."""
    return {
        "takeoff": lambda: {
            "takeoff": takeoff(1920, 1080, evening()).image,
            "takeoff-portrait": takeoff(1080, 1920, evening()).image,
            "takeoff-paper": takeoff(1920, 1080, day()).image,
            "takeoff-paper-portrait": takeoff(1080, 1920, day()).image,
        },
        "terminal": lambda: {
            "terminal-3": terminal.landscape().image,
            "terminal-3-portrait": terminal.upright().image,
        },
        "overview": lambda: {"overview": overview().image},
        "line": lambda: {"industry": production_line().image},
        "avenue": lambda: {"city": avenue().image},
        "plaza": lambda: {"park-night": plaza().image},
        "valley": lambda: _both("innovation", valley),
        "chip": lambda: {"prototype": chip(1280, 1080).image},
        "gorge": lambda: {"rivers": gorge(1920, 1080).image},
        "apron": lambda: {"apron": apron(1280, 1080).image},
        "lane": lambda: {"old-street": lane().image},
        "stage": lambda: _both("culture", stage),
        "quarry": lambda: {"quarry": quarry(1920, 1080).image},
        "road": lambda: _both("outlook", road),
        "charging": lambda: {"charging": charging(1280, 1080).image},
        "desks": lambda: {"desks": desks(1280, 1080).image},
        "courtyard": lambda: {"courtyard": courtyard(1280, 1080).image},
        "aloft": lambda: {"aloft": aloft(1280, 1080).image},
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
