"""The shows of the gallery as tests walk over them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Wanted
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Options
from kiosk.show.load import load
from kiosk.show.model import Show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.marks import Frame
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Measure

SLIDES = Path(__file__).parents[1] / "slides"
GALLERY = SLIDES / "gallery"
ADVANCES = Path(__file__).parent / "golden" / "advances"
LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


def gallery_names() -> list[str]:
    """The names of the gallery's shows."""
    return sorted(folder.parent.name for folder in GALLERY.glob("*/show.yaml"))


def opened(folder: Path) -> Show:
    """The show in `folder`, which must be one."""
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    return show


def frames(show: Show, measure: Measure) -> Iterator[tuple[str, Frame]]:
    """Every slide as it enters in Chinese on a wide page, and settled in English on a tall one."""
    wide, tall = (Composer(page_size(*size), measure) for size in (LANDSCAPE, PORTRAIT))
    chinese, english = (
        Options(takes_all=True),
        Options(takes_all=True, look=Look("en", "paper")),
    )
    for slide in show.slides:
        for title, t in _moments(show, slide.id, wide, (0.0, 0.25, 0.5)):
            yield f"{slide.id} {title}", wide.frame(seek(show, slide.id, t, chinese), 0.0)
        if "en" in show.languages:
            state = seek(show, slide.id, LONG_S, english, mode="visit")
            yield f"{slide.id} settled, tall, en, paper", tall.frame(state, 0.0)


def frames_in_two_themes(show: Show, measure: Measure) -> Iterator[tuple[str, Frame, Frame]]:
    """Every slide as it enters on a wide page, in the show's own theme and on paper."""
    wide = Composer(page_size(*LANDSCAPE), measure)
    own, paper = (Options(takes_all=True, look=Look(theme=name)) for name in ("", "paper"))
    for slide in show.slides:
        for title, t in _moments(show, slide.id, wide, (0.0, 0.5)):
            one, other = (wide.frame(seek(show, slide.id, t, how), 0.0) for how in (own, paper))
            yield f"{slide.id} {title}", one, other


def _moments(
    show: Show, slide: str, on: Composer, shares: tuple[float, ...]
) -> Iterator[tuple[str, float]]:
    """When the entry of a slide has come so far, and when all has settled."""
    entry_s = on.prepare(show, Wanted(slide, Look(show.languages[0], show.theme))).entry_s
    yield from ((f"at {share:.0%}", share * entry_s) for share in shares)
    yield "settled", LONG_S


def advance_key(style: TextStyle) -> str:
    """What of a style decides about widths, its size aside."""
    tabular = " tabular" if style.tabular else ""
    half = " half" if style.half_punctuation else ""
    wide = " wide" if style.wide_punctuation else ""
    return f"{style.face} {style.spacing:g}{tabular}{half}{wide}"


def recorded_measure(name: str) -> RecordedMeasure:
    """The widths that the stage recorded for that show of the gallery."""
    return RecordedMeasure(json.loads(advances_file(name).read_text("utf-8")))


def advances_file(name: str) -> Path:
    """Where the widths of the texts of that show are kept."""
    return ADVANCES / f"{name}.json"


class RecordedMeasure:
    """The widths of the texts of a show in the pinned faces, as the stage measured them.

    advances: style (see `advance_key`) → text → width in em. Raises KeyError for another text.
    """

    def __init__(self, advances: dict[str, dict[str, float]]) -> None:
        self._advances = advances

    def advance(self, text: str, style: TextStyle) -> float:
        """The recorded width."""
        return self._advances[advance_key(style)][text] * style.size


class RecordingMeasure:
    """Another measure, and what it was asked."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self.advances: dict[str, dict[str, float]] = {}

    def advance(self, text: str, style: TextStyle) -> float:
        """The other measure's width, rounded as it is recorded."""
        em = round(self._measure.advance(text, replace(style, size=1000.0)) / 1000.0, 6)
        self.advances.setdefault(advance_key(style), {})[text] = em
        return em * style.size
