"""A slide as somebody who stands before the screen sees it, once all has entered, in one look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.known import Known
from kiosk.geometry import page_size
from kiosk.marks import Figure, Label
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.state import HOME
from kiosk.show.reading import texts_of
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.stills.seeing import ink_of, text_of
from kiosk.typesetting.sight import Sight
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.stills import Studio
    from kiosk.geometry import Box, Size
    from kiosk.playback.placing import Laid
    from kiosk.playback.views.room import Room, Target
    from kiosk.problems import Span
    from kiosk.show.model import Show, Slide
    from kiosk.theme import Colour, TextStyle

WINDOW = "window-"  # the home view's key of a chapter's window, before the chapter's index
PAGES = {"landscape": page_size(1920, 1080), "portrait": page_size(1080, 1920)}
_MOST_SAID = 24  # characters of a text that is quoted


def brief(text: str) -> str:
    """The beginning of a text, to be quoted."""
    return text if len(text) <= _MOST_SAID else f"{text[: _MOST_SAID - 1]}…"


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text. part: the key of what it belongs to. box: of its ink, in logical units."""

    part: str
    key: str
    text: str
    box: Box
    style: TextStyle
    colour: Colour

    @property
    def brief(self) -> str:
        """Its beginning, to be quoted."""
        return brief(self.text)


@dataclass(frozen=True, slots=True)
class Seen:
    """One slide, or the home view, in one look on one shape of page.

    slide: None for home. room: the page and the look. laid: its parts in their places. texts: all
    that is to be read, from the back to the front. targets: what can be touched on it itself.
    composer: has laid it out, and remembers that. known: what was filmed.
    """

    show: Show
    slide: Slide | None
    room: Room
    laid: Laid
    texts: tuple[Written, ...]
    targets: tuple[Target, ...]
    studio: Studio
    composer: Composer
    known: Known

    @property
    def page(self) -> Size:
        """The page, in logical units."""
        return self.room.page

    @property
    def mm(self) -> float:
        """The millimetres in a logical unit, on the show's screen."""
        return 1 / self.room.px_per_mm

    @property
    def smallest(self) -> float:
        """The size, in logical units an em, that nothing on such a screen is set smaller than."""
        return Sight(self.room.px_per_mm, self.show.viewing_m).smallest(
            is_large=self.room.look.is_large
        )

    @property
    def words(self) -> str:
        """All that is written on the slide, in this language."""
        if self.slide is None:
            return ""
        language = self.room.language
        return "\n".join(text.in_language(language) for text in texts_of(self.slide.parts))

    def place(self, part: str) -> Span | None:
        """Where that part was written, in this language where it has one of its own."""
        language = self.room.language
        if self.slide is None:
            return self._place_at_home(part)
        return self.slide.places.of(f"{part}.{language}", part)

    def _place_at_home(self, part: str) -> Span | None:
        """The same of the show's title, or of a chapter's window: `window-2.picture`.

        Of a window it is its title unless more is said.
        """
        if part == "title":
            return self.show.places.of(f"title.{self.room.language}", "title")
        window, _, name = part.partition(".")
        index = window.removeprefix(WINDOW)
        if index == window:
            return None
        name = name or "title"
        return self.show.chapters[int(index)].places.of(f"{name}.{self.room.language}", name)


class Eye:
    """Looks at the slides of one show. page: of the shape that it sees them on.

    known: what others have filmed of that show.
    """

    def __init__(self, studio: Studio, page: Size, known: Known | None = None) -> None:
        self._studio = studio
        self._known = Known() if known is None else known
        self._composer = Composer(page, QtMeasure(studio.lines))

    def sees(self, slide_id: str, look: Look) -> Seen:
        """The slide of that id, or `home`. Raises KeyError when there is none."""
        show = self._studio.show
        laid, room = self._composer.laid(show, slide_id, look)
        return Seen(
            show=show,
            slide=None if slide_id == HOME else show.slide(slide_id),
            room=room,
            laid=laid,
            texts=tuple(self._texts(laid)),
            targets=self._composer.spots(show, slide_id, look),
            studio=self._studio,
            composer=self._composer,
            known=self._known,
        )

    def _texts(self, laid: Laid) -> Iterator[Written]:
        """Every line of text of the settled view."""
        for part in laid.placed:
            for mark in part.scene.full:
                if not isinstance(mark, Label | Figure) or mark.opacity <= 0.0:
                    continue
                text = text_of(mark)
                if text.strip():
                    box, ink = ink_of(mark, self._studio.lines), mark.colour.faded(mark.opacity)
                    yield Written(part.key, mark.key, text, box, mark.style, ink)
