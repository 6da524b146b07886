"""Slides as files: one frame, or all of them on a contact sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.geometry import page_size
from kiosk.phrases import phrase, said
from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, VIEWS, seek
from kiosk.playback.state import COUNTDOWN, Options
from kiosk.stage.app import application
from kiosk.stage.assets import Assets
from kiosk.stage.contact import Heading, Row, Tile, contact_sheet
from kiosk.stage.glyphs import Lines
from kiosk.stage.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.show_fonts import ShowFonts
from kiosk.stage.writers import save_png
from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.marks import Frame
    from kiosk.show.model import Chapter, Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.show_fonts import FontRefusal
    from kiosk.theme import Theme

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

    @property
    def adjusted(self) -> tuple[str, ...]:
        """What is switched on, in a word each."""
        wishes = {"large": self.is_large, "calm": self.is_calm, "low": self.is_low}
        return tuple(word for word, is_on in wishes.items() if is_on)


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
    studio = Studio.of(show, folder)
    frame = studio.frame(slide_id, look, studio.composer(look), at_s)
    save_png(render(frame, look.size, studio.assets, studio.lines), file)
    return studio.refusals


@dataclass(frozen=True, slots=True)
class Studio:
    """Makes stills of one show, whose pictures and fonts are loaded once."""

    show: Show
    assets: Assets
    lines: Lines
    refused: tuple[FontRefusal, ...]

    @classmethod
    def of(cls, show: Show, folder: Path) -> Studio:
        """For the show in that folder."""
        application("offscreen")
        fonts = ShowFonts()
        brought = fonts.vetted(folder)
        return cls(show, Assets(folder), Lines(fonts.load(brought)), brought.refusals)

    @property
    def refusals(self) -> tuple[Refusal | FontRefusal, ...]:
        """What could not be shown so far."""
        return (*self.refused, *self.assets.refusals)

    def composer(self, look: Look) -> Composer:
        """A composer for pages of the look's shape."""
        return Composer(page_size(*look.size), QtMeasure(self.lines))

    def frame(
        self, slide_id: str, look: Look, composer: Composer, at_s: float | None = None
    ) -> Frame:
        """The frame of a slide or view, in a visit, so that the chrome is there."""
        settled_s = _COUNTDOWN_SHOWN_S if slide_id == COUNTDOWN else LONG_S
        options = Options(
            takes_all=True, language=look.language, theme=look.theme,
            is_large=look.is_large, is_calm=look.is_calm, is_low=look.is_low,
        )  # fmt: skip
        t = settled_s if at_s is None else at_s
        return composer.frame(seek(self.show, slide_id, t, options, mode="visit"), 0.0)

    def write_sheet(self, file: Path, look: Look) -> None:
        """Writes every slide, chapter by chapter, and every view on one PNG. Raises OSError."""
        language, theme = self._language(look), self._theme(look)
        size = f"{look.size[0]} × {look.size[1]}"
        words = (theme.name, language, *look.adjusted, size)
        heading = Heading(self.show.title.in_language(language), "   ".join(words), language)
        sheet = contact_sheet(heading, self.rows(look), theme, self.assets, self.lines)
        save_png(sheet, file)

    def rows(self, look: Look) -> tuple[Row, ...]:
        """What stands on a sheet: the slides by chapter, and the views."""
        composer = self.composer(look)
        chapters = [
            self._chapter(chapter, index, look, composer)
            for index, chapter in enumerate(self.show.chapters)
        ]
        title = said(phrase("views"), "zh" if is_chinese(self._language(look)) else "en")
        tiles = tuple(Tile(view, self.frame(view, look, composer)) for view in VIEWS)
        return (*chapters, Row(title, self._theme(look).quiet, tiles))

    def _language(self, look: Look) -> str:
        return look.language or self.show.languages[0]

    def _theme(self, look: Look) -> Theme:
        return self.show.themes[look.theme or self.show.theme]

    def _chapter(self, chapter: Chapter, index: int, look: Look, composer: Composer) -> Row:
        """The chapter's slides, those among them that visitors alone see marked as such."""
        tiles = tuple(
            Tile(
                slide.id,
                self.frame(slide.id, look, composer),
                "" if slide.in_loop else "loop: false",
            )
            for slide in chapter.slides
            if not slide.is_hidden
        )
        title = chapter.title.in_language(self._language(look))
        return Row(f"{index + 1}   {title}", self._theme(look).accent(index), tiles)
