"""Nothing is lost, cut, covered or too small, however large text has to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.batches import Bars
from kiosk.geometry import Box, page_size
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Wanted
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import ACCESS, COUNTDOWN, HOME, STRIP, Options
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.typesetting.sight import CAPITAL
from tests.gallery import GALLERY, SLIDES, gallery_names, opened
from tests.stage.reading import said_by, squeezed, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QGuiApplication

    from kiosk.marks import Frame
    from kiosk.show.model import Show, Slide
    from tests.stage.reading import Read

SHAPES = {
    "16:9": (1920, 1080), "9:16": (1080, 1920), "4:3": (1440, 1080), "21:9": (2520, 1080),
    "3:4": (1080, 1440),
}  # fmt: skip
PX_PER_MM = 2.0168  # of 43 inches
# Slides of the gallery that ask for more than there is, on pages of 4:3.
EXCEPTIONS = {
    "limits": "it is longer than a slide may be, and shows what becomes of it then",
    "series": "names of axes are left out where type is so large on so narrow a page",
    "beside": "`at:` says where its chart lies, whatever else stands there on another shape",
}
FROM_FAR = {
    "sorted.2": "its bars stand, and numbers of five digits for who stands 4 m away are too wide",
}
SMALL = {
    "facets": "three charts share a page, and what stands beside each shrinks with its place",
}
IN_A_SMALL_SLIDE = re.compile(r"tile-[^/]*/\d+/")


@dataclass(frozen=True)
class Reader:
    """Somebody before the screen. least_mm: the lowest capital they read."""

    viewing_m: float
    least_mm: float
    is_large: bool = False


READERS = {
    "near": Reader(1.5, 1.5 * 4.7),
    "larger-text": Reader(1.5, 1.5 * 12.22, is_large=True),
    "far": Reader(4.0, 4.0 * 4.7),
}
# On the shapes that few screens have, the reader who needs the most.
CASES = [
    (name, shape)
    for shape in SHAPES
    for name in (READERS if shape in {"16:9", "9:16"} else ("larger-text",))
]
GROWN = [(name, shape) for name, shape in CASES if name != "near"]


@pytest.fixture(scope="module")
def shows(app: QGuiApplication) -> tuple[Show, ...]:
    del app  # it must be there
    folders = (SLIDES / "yubei", *(GALLERY / name for name in gallery_names()))
    return tuple(map(opened, folders))


@pytest.fixture(scope="module")
def measure(app: QGuiApplication) -> QtMeasure:
    del app  # it must be there
    return QtMeasure()


def frames(
    shows: tuple[Show, ...], reader: Reader, shape: str, measure: QtMeasure
) -> Iterator[tuple[Slide, str, Frame]]:
    """Each slide as it has settled, with its language."""
    composer = Composer(page_size(*SHAPES[shape]), measure)
    for show in shows:
        seen = replace(show, screen_in=43.0, viewing_m=reader.viewing_m)
        for slide in show.slides:
            for language in show.languages:
                options = Options(takes_all=True, look=Look(language, is_large=reader.is_large))
                state = seek(seen, slide.id, LONG_S, options, "visit")
                yield slide, language, composer.frame(state, 0.0)


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 1.0
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1.0
    )


def bars_of(frame: Frame) -> list[Box]:
    """The bars of all charts; not the bands of annotations, which lie pale behind what is said."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    bars = [m for m in marks if isinstance(m, Bars) and not m.key.startswith("annotation/")]
    return [Box(*box) for mark in bars for box in mark.boxes]


def lost(slide: Slide, language: str, own: list[Read]) -> Iterator[str]:
    """What the slide says and does not show, or cuts."""
    seen = squeezed(text.text for text in own)
    for said in said_by(slide, language):
        if squeezed([said]) not in seen:
            yield f"{said!r} is lost"


def covered(frame: Frame, texts: list[Read], own: list[Read]) -> Iterator[str]:
    """What leaves the page, or lies over something else."""
    width, height = frame.size.width + 1, frame.size.height + 1
    for text in texts:
        is_across = text.box.x >= -1 and text.box.right <= width
        if not (is_across and text.box.y >= -1 and text.box.bottom <= height):
            yield f"{text} leaves the page"
    for one, other in combinations(texts, 2):
        if overlap(one.box, other.box):
            yield f"{one} lies over {other}"
    bars = bars_of(frame)
    for text in own:
        met = [bar for bar in bars if overlap(text.box, bar)]
        if met and not any(holds(bar, text.box) for bar in met):
            yield f"{text} lies over a bar"


def holds(bar: Box, text: Box) -> bool:
    """Whether a text stands in a bar, as the values of cells and of stacked bars do."""
    is_across = bar.x - 1 <= text.x and text.right <= bar.right + 1
    return is_across and bar.y - 1 <= text.y and text.bottom <= bar.bottom + 1


def small(own: list[Read], reader: Reader) -> Iterator[str]:
    """What the reader cannot make out."""
    for text in own:
        height = text.size * CAPITAL / PX_PER_MM
        if height < reader.least_mm - 0.01:
            yield f"{text} has capitals of {height:.1f} mm"


@pytest.mark.parametrize(("name", "shape"), CASES)
def test_all_that_slides_say_can_be_read_by_whoever_stands_before_them(
    shows: tuple[Show, ...], measure: QtMeasure, name: str, shape: str
) -> None:
    reader = READERS[name]

    wrong: dict[str, list[str]] = {}
    for slide, language, frame in frames(shows, reader, shape, measure):
        texts = list(texts_of(frame, measure))
        own = [text for text in texts if text.sheet.startswith(slide.id)]
        found = [*lost(slide, language, own), *covered(frame, texts, own)]
        found += [] if slide.id in SMALL else small(own, reader)
        is_known = (shape == "4:3" and slide.id in EXCEPTIONS) or (
            name == "far" and slide.id in FROM_FAR
        )
        if found and not is_known:
            wrong[f"{slide.id} {language}"] = found

    assert wrong == {}


def look(reader: Reader, language: str) -> Look:
    return Look(language, "dusk", is_large=reader.is_large)


@pytest.mark.parametrize(("name", "shape"), GROWN)
def test_every_title_of_a_chapter_s_strip_is_there_for_who_needs_larger_text(
    shows: tuple[Show, ...], measure: QtMeasure, name: str, shape: str
) -> None:
    reader = READERS[name]
    composer = Composer(page_size(*SHAPES[shape]), measure)

    wrong: dict[str, list[str]] = {}
    for show in shows:
        seen = replace(show, viewing_m=reader.viewing_m)
        for language in show.languages:
            wanted = Wanted(STRIP, look(reader, language))
            frame = composer.prepare(seen, wanted).settled
            for chapter, sheet in zip(show.chapters, frame.sheets, strict=True):
                read = texts_of(replace(frame, sheets=(sheet,)), measure)
                texts = [text for text in read if not IN_A_SMALL_SLIDE.match(text.key)]
                titles = [
                    slide.parts.title.in_language(language)
                    for slide in chapter.pages
                    if slide.id not in EXCEPTIONS
                ]
                said = squeezed(text.text for text in texts)
                found = [f"{title!r} is lost" for title in titles if squeezed([title]) not in said]
                found += covered(frame, texts, [])
                # On other shapes ten long titles are a little smaller, as is one of 150 letters.
                if shape in {"16:9", "9:16"} and not EXCEPTIONS.keys() & {
                    s.id for s in show.slides
                }:
                    found += small(texts, reader)
                if found:
                    wrong[f"{sheet.key} of {show.title.in_language('en')} {language}"] = found

    assert wrong == {}


@pytest.mark.parametrize("view", [HOME, ACCESS, COUNTDOWN])
@pytest.mark.parametrize(("name", "shape"), GROWN)
def test_what_the_program_itself_says_is_large_too(
    shows: tuple[Show, ...], measure: QtMeasure, name: str, shape: str, view: str
) -> None:
    reader, show = READERS[name], shows[0]
    seen = replace(show, viewing_m=reader.viewing_m)
    composer = Composer(page_size(*SHAPES[shape]), measure)

    wrong: dict[str, list[str]] = {}
    for language in show.languages:
        options = Options(look=Look(language, is_large=reader.is_large))
        frame = composer.frame(seek(seen, view, 10.0, options, "visit"), 0.0)
        under = show.slides[0].id
        above = replace(
            frame, sheets=tuple(one for one in frame.sheets if not one.key.startswith(under))
        )
        texts = list(texts_of(above, measure))
        found = [*covered(frame, texts, []), *small(texts, reader)]
        assert texts
        if found:
            wrong[language] = found

    assert wrong == {}
