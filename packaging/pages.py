"""Makes `docs/gallery.md`, and the pictures of that page and of the README: `make pictures`."""

from __future__ import annotations

from pathlib import Path

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.kinds import kind_names
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.playback.compose import Composer
from kiosk.playback.look import NO_LOOK, Look
from kiosk.playback.plans import plan_in_loop
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options, State
from kiosk.playback.visit import set_off
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.app import application
from kiosk.stage.assets import Assets
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.writers import save_png

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
GALLERY = ROOT / "slides" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
README_SIZE, WIDE, TALL = (960, 540), (480, 270), (270, 480)

README_PICTURES = (
    ("take-off", "take-off", NO_LOOK),
    ("one-in-three", "one-in-three", NO_LOOK),
    ("two-pillars", "two-pillars", NO_LOOK),
    ("home", "home", Look("en")),
    ("bridge-paper", "bridge", Look(theme="paper")),
)
SECTIONS = (
    ("Charts", "kiosk.charts.kinds", ""),
    ("Elements", "kiosk.elements.kinds", ""),
    ("Layouts", "kiosk.layouts.kinds", "layout-"),
    ("Transitions", TRANSITIONS, ""),
)
FIELDS = ("at", "goto")  # what every picture, chart and number may have
INTRODUCTION = """# The gallery

Every kind that a show can use, with the YAML that makes it; `kiosk play slides/gallery/bar` plays
one. The page and its pictures are made by the program: `make pictures`.
"""


def gallery_page() -> str:
    """The page: for each kind what its show says of it, its pictures, and its YAML."""
    parts = [INTRODUCTION]
    for title, package, prefix in SECTIONS:
        parts.append(f"## {title}\n")
        parts += [_entry(kind, f"{prefix}{kind}") for kind in kind_names(package)]
    parts += ["## On pictures, charts and numbers\n", *(_entry(name, name) for name in FIELDS)]
    return "\n".join(parts)


def make_pictures() -> None:
    """Renders every picture anew."""
    application("offscreen")
    for name, slide, look in README_PICTURES:
        _still(ROOT / "slides" / "yubei", slide, PICTURES / f"{name}.png", README_SIZE, look)
    folder = PICTURES / "gallery"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for _, package, prefix in SECTIONS:
        for kind in kind_names(package):
            name = f"{prefix}{kind}"
            if package == TRANSITIONS:
                _midway(GALLERY / name, folder / f"{name}.png")
            _stills_of(name, folder)
    for name in FIELDS:
        _stills_of(name, folder)


def _entry(kind: str, name: str) -> str:
    """The part of the page about one kind."""
    comment = _yaml(GALLERY / name / "show.yaml").partition("\n")[0]
    sentence = comment.partition(": ")[2]
    yaml = _yaml(GALLERY / name / "slides.yaml").rstrip()
    files = [_file(name, *still) for still in _stills(name)] or [f"{name}.png"]
    pictures = "\n".join(f"![{Path(file).stem}](pictures/gallery/{file})" for file in files)
    sentence = sentence[:1].upper() + sentence[1:]
    return f"### {kind}\n\n{sentence}\n\n{pictures}\n\n```yaml\n{yaml}\n```\n"


def _yaml(file: Path) -> str:
    """The file's text without its first line, which is for editors."""
    return file.read_text("utf-8").partition("\n")[2]


def _stills(name: str) -> list[tuple[str, tuple[int, int]]]:
    """Every slide of a show in landscape, and the first in portrait; none of a transition's."""
    if name in kind_names(TRANSITIONS):
        return []
    slides = [slide.id for slide in _show(GALLERY / name).slides]
    return [*((slide, WIDE) for slide in slides), (slides[0], TALL)]


def _stills_of(name: str, folder: Path) -> None:
    """Renders the stills of a show of the gallery."""
    for slide, size in _stills(name):
        _still(GALLERY / name, slide, folder / _file(name, slide, size), size)


def _file(name: str, slide: str, size: tuple[int, int]) -> str:
    """The name of a still's picture."""
    return f"{name}--{slide}{'' if size == WIDE else '-portrait'}.png"


def _still(
    folder: Path, slide: str, file: Path, size: tuple[int, int], look: Look = NO_LOOK
) -> None:
    """Renders a settled slide or view as a visitor sees it."""
    options = Options(takes_all=True, look=look)
    _save(folder, seek(_show(folder), slide, LONG_S, options, mode="visit"), 0.0, file, size)


def _midway(folder: Path, file: Path) -> None:
    """Renders the first slide of a show on its way to the second, at a quarter of the time."""
    show = _show(folder)
    state = seek(show, show.slides[0].id, LONG_S, Options(takes_all=True))
    plan = plan_in_loop(state)
    assert plan is not None, f"{folder} has a second slide"
    _save(folder, set_off(state, plan, 0.0), plan.duration_s / 4, file, WIDE)


def _save(folder: Path, state: State, now: float, file: Path, size: tuple[int, int]) -> None:
    """Writes a frame as PNG, small because the history of the project keeps it for ever."""
    frame = Composer(page_size(*size), QtMeasure()).frame(state, now)
    save_png(render(frame, size, Assets(folder)), file, smallest=True)


def _show(folder: Path) -> Show:
    """The show in `folder`, which must be one."""
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    return show


if __name__ == "__main__":
    make_pictures()
    PAGE.write_text(gallery_page(), "utf-8")
