"""Slides as files: one frame, or all of them on a contact sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.author.exporting.whole import whole_file
from kiosk.geometry import page_size
from kiosk.phrases import phrase, said
from kiosk.playback.compose import Composer
from kiosk.playback.look import NO_LOOK, look_in
from kiosk.playback.seek import LONG_S, VIEWS, seek, seek_by_time
from kiosk.playback.state import COUNTDOWN, STAFF, Options
from kiosk.stage.app import application
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.stills.contact import Heading, Row, Tile, contact_sheet
from kiosk.stage.stills.writers import save_png
from kiosk.stage.vetting.show_fonts import ShowFonts
from kiosk.theme import is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.marks import Frame
    from kiosk.playback.effects import Wanted
    from kiosk.playback.look import Look
    from kiosk.show.model import Chapter, Show
    from kiosk.stage.pictures.assets import Refusal
    from kiosk.stage.vetting.brought import FontRefusal

Pixels = tuple[int, int]

_COUNTDOWN_SHOWN_S = 6.0


def known_ids(show: Show) -> tuple[str, ...]:
    """What can be rendered: every slide, then the views that lie over them."""
    return (*(slide.id for slide in show.slides), *VIEWS, STAFF)


def render_still(
    show: Show, folder: Path, slide_id: str, file: Path, size: Pixels, look: Look = NO_LOOK,
    at_s: float | None = None,
) -> tuple[Refusal | FontRefusal, ...]:  # fmt: skip
    """Writes one frame as PNG, settled unless `at_s` says how long after it came on.

    What is missing in it because it cannot be shown is returned. Raises KeyError when the show has
    no such slide and OSError when the file cannot be written.
    """
    studio = Studio.of(show, folder)
    frame = studio.frame(slide_id, look, studio.composer(size), at_s)
    with whole_file(file) as made:
        save_png(render(frame, size, studio.assets, studio.lines), made)
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

    def composer(self, size: Pixels) -> Composer:
        """A composer for pages of that shape."""
        return Composer(page_size(*size), QtMeasure(self.lines))

    def frame(
        self, slide_id: str, look: Look, composer: Composer, at_s: float | None = None
    ) -> Frame:
        """The frame of a slide or view, in a visit, so that the chrome is there."""
        settled_s = _COUNTDOWN_SHOWN_S if slide_id == COUNTDOWN else LONG_S
        options = Options(takes_all=True, look=look)
        t = settled_s if at_s is None else at_s
        if at_s is None:
            return composer.frame(seek(self.show, slide_id, t, options, mode="visit"), 0.0)

        def entry_of(wanted: Wanted) -> float:
            return composer.prepare(self.show, wanted).entry_s

        state, now = seek_by_time(self.show, slide_id, t, entry_of, options, mode="visit")
        return composer.frame(state, now)

    def page(self, slide_id: str, look: Look, composer: Composer) -> Frame:
        """The settled frame of a slide in the loop, without what lies over it for visitors."""
        state = seek(self.show, slide_id, LONG_S, Options(takes_all=True, look=look))
        frame = composer.frame(state, 0.0)
        return replace(frame, sheets=frame.sheets[:1])

    def write_sheet(self, file: Path, size: Pixels, wished: Look, part: Show | None = None) -> None:
        """Writes every slide, chapter by chapter, and every view on one PNG. Raises OSError.

        part: some of the slides, which stand alone then.
        """
        look = look_in(self.show, wished)
        language, theme = look.language, self.show.themes[look.theme]
        words = (theme.name, language, *look.adjusted, f"{size[0]} × {size[1]}")
        heading = Heading(self.show.title.in_language(language), "   ".join(words), language)
        sheet = contact_sheet(heading, self.rows(size, look, part), theme, self.assets, self.lines)
        save_png(sheet, file)

    def rows(self, size: Pixels, look: Look, part: Show | None = None) -> tuple[Row, ...]:
        """What stands on a sheet: the slides by chapter, and the views; or some slides alone."""
        composer = self.composer(size)
        chapters = tuple(
            self._chapter(chapter, index, look, composer)
            for index, chapter in enumerate((part or self.show).chapters)
        )
        if part is not None:
            return tuple(row for row in chapters if row.tiles)
        title = said(phrase("views"), "zh" if is_chinese(look.language) else "en")
        tiles = tuple(Tile(view, self.frame(view, look, composer)) for view in VIEWS)
        return (*chapters, Row(title, self.show.themes[look.theme].quiet, tiles))

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
        title = chapter.title.in_language(look.language)
        return Row(f"{index + 1}   {title}", self.show.themes[look.theme].accent(index), tiles)
