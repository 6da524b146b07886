"""Makes the pictures of the README and of the gallery's pages: `make pictures`.

`make pictures KIND=bar` makes those of one page alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gallery_pages import GALLERY, Still, show_in, shows, stills

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.look import NO_LOOK, Look
from kiosk.playback.plans import plan_in_loop
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options, State
from kiosk.playback.visit import set_off
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.stills.writers import save_png

ROOT = Path(__file__).parents[1]
YUBEI = ROOT / "slides" / "yubei"
PICTURES = ROOT / "docs" / "pictures"
README_SIZE, WIDE, TALL = (960, 540), (480, 270), (270, 480)

README_PICTURES = (
    ("take-off", "take-off", NO_LOOK),
    ("one-in-three", "one-in-three", NO_LOOK),
    ("two-pillars", "two-pillars", NO_LOOK),
    ("home", "home", Look("en")),
    ("bridge-paper", "bridge", Look(theme="paper")),
)


def make_of_readme() -> None:
    """Renders the pictures of the README anew."""
    show = load(DiskFolder(YUBEI), theme_files())
    assert isinstance(show, Show), show
    for name, slide, look in README_PICTURES:
        options = Options(takes_all=True, look=look)
        state = seek(show, slide, LONG_S, options, mode="visit")
        _save(YUBEI, state, 0.0, PICTURES / f"{name}.png", README_SIZE)


def make_of_page(name: str) -> None:
    """Renders the pictures of that show's page anew."""
    folder = GALLERY / name / "stills"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for still in stills(name):
        state, now = _midway(name) if still.is_midway else (_settled(name, still), 0.0)
        _save(GALLERY / name, state, now, folder / still.file, TALL if still.is_tall else WIDE)


def _settled(name: str, still: Still) -> State:
    """A slide as a visitor sees it when all has come on."""
    return seek(show_in(name), still.slide, LONG_S, Options(takes_all=True), mode="visit")


def _midway(name: str) -> tuple[State, float]:
    """The first slide on its way to the second, at a quarter of the time."""
    show = show_in(name)
    state = seek(show, show.slides[0].id, LONG_S, Options(takes_all=True))
    plan = plan_in_loop(state)
    assert plan is not None, f"{name} has a second slide"
    return set_off(state, plan, 0.0), plan.duration_s / 4


def _save(folder: Path, state: State, now: float, file: Path, size: tuple[int, int]) -> None:
    """Writes a frame as PNG, small because the history of the project keeps it for ever."""
    frame = Composer(page_size(*size), QtMeasure()).frame(state, now)
    save_png(render(frame, size, Assets(folder)), file, smallest=True)


if __name__ == "__main__":
    application("offscreen")
    wished = sys.argv[1:]
    if not wished:
        make_of_readme()
    for each in wished or shows():
        make_of_page(each)
