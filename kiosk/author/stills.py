"""Slides as files: one frame, or all of them on a contact sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.geometry import page_size
from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, VIEWS, seek
from kiosk.playback.state import COUNTDOWN, HOME, Options
from kiosk.stage.app import application
from kiosk.stage.assets import Assets
from kiosk.stage.contact import contact_sheet
from kiosk.stage.glyphs import Lines
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.show_fonts import ShowFonts
from kiosk.stage.writers import save_png

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.marks import Frame
    from kiosk.show.model import Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.show_fonts import FontRefusal

_COUNTDOWN_SHOWN_S = 6.0


@dataclass(frozen=True, slots=True)
class Look:
    """How stills are made. size: in pixels. language, theme: empty for the show's own.

    is_large, is_calm, is_low: what a visitor has switched on.
    """

    size: tuple[int, int]
    language: str = ""
    theme: str = ""
    is_large: bool = False
    is_calm: bool = False
    is_low: bool = False


def known_ids(show: Show) -> tuple[str, ...]:
    """What can be rendered: every slide, then the views that lie over them."""
    return (*(slide.id for slide in show.slides), *VIEWS)


def render_still(
    show: Show, folder: Path, slide_id: str, file: Path, look: Look, at_s: float | None = None
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes one frame as PNG, settled unless `at_s` says how long after it came on.

    What is missing in it because it cannot be shown is returned. Raises KeyError when the show has
    no such slide and OSError when the file cannot be written.
    """
    lines, refused = _lines(folder)
    frame = _frame(show, slide_id, look, at_s, _composer(look, lines))
    assets = Assets(folder)
    save_png(render(frame, look.size, assets, lines), file)
    return (*refused, *assets.refusals)


def export_contact_sheet(
    show: Show, folder: Path, file: Path, look: Look
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes every slide, the home view and the countdown on one PNG.

    What is missing in it because it cannot be shown is returned. Raises OSError.
    """
    lines, refused = _lines(folder)
    composer = _composer(look, lines)
    ids = (*(slide.id for slide in show.slides), HOME, COUNTDOWN)
    frames = [(slide_id, _frame(show, slide_id, look, None, composer)) for slide_id in ids]
    theme = show.themes[look.theme or show.theme]
    assets = Assets(folder)
    save_png(contact_sheet(frames, theme, assets, lines), file)
    return (*refused, *assets.refusals)


def _lines(folder: Path) -> tuple[Lines, tuple[FontRefusal, ...]]:
    """What sets text in our faces and in the fonts of the show, and which of those it does not."""
    application("offscreen")
    fonts = ShowFonts()
    brought = fonts.vetted(folder)
    return Lines(fonts.load(brought)), brought.refusals


def _composer(look: Look, lines: Lines) -> Composer:
    """A composer for pages of the look's shape."""
    return Composer(page_size(*look.size), QtMeasure(lines))


def _frame(show: Show, slide_id: str, look: Look, at_s: float | None, composer: Composer) -> Frame:
    """The frame of a slide or view, in a visit, so that the chrome is there."""
    settled_s = _COUNTDOWN_SHOWN_S if slide_id == COUNTDOWN else LONG_S
    options = Options(
        takes_all=True, language=look.language, theme=look.theme,
        is_large=look.is_large, is_calm=look.is_calm, is_low=look.is_low,
    )  # fmt: skip
    t = settled_s if at_s is None else at_s
    return composer.frame(seek(show, slide_id, t, options, mode="visit"), 0.0)
