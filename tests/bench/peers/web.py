"""The deck as a page for Chromium: reveal.js for the slides, ECharts for the charts."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from tests.bench.corpora.fetch import npm_package
from tests.bench.peers.figures import MONTHS, bars, lines
from tests.bench.peers.photos import write_photos

REVEAL, ECHARTS = "reveal.js@6.0.2", "echarts@6.1.0"
_PAGE = Path(__file__).with_name("deck.html")
_FLAGS = (
    "--kiosk", "--window-size=1920,1080", "--window-position=0,0", "--no-first-run",
    "--noerrdialogs", "--disable-infobars", "--disable-session-crashed-bubble",
    "--force-color-profile=srgb", "--allow-file-access-from-files",
)  # fmt: skip


def write_page(folder: Path) -> None:
    """Writes `deck.html` and all that it loads into `folder`."""
    write_photos(folder)
    reveal, echarts = npm_package(REVEAL) / "dist", npm_package(ECHARTS) / "dist"
    names = ("reset.css", "reveal.css", "reveal.js", "theme/black.css")
    for file in (*(reveal / name for name in names), echarts / "echarts.min.js", _PAGE):
        shutil.copy(file, folder)
    figures = {"MONTHS": MONTHS, "BARS": bars(), "LINES": lines()}
    script = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in figures.items())
    (folder / "figures.js").write_text(script, "utf-8")


def chromium(profile: Path, page: Path, *, is_still: bool = False) -> list[str]:
    """The command that shows the page over the whole screen."""
    url = page.resolve().as_uri() + ("?static=1" if is_still else "")
    # Its sandbox refuses to work for root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return ["chromium", *_FLAGS, *sandbox, f"--app={url}", f"--user-data-dir={profile.resolve()}"]
