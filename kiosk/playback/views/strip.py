"""The strip: a chapter's slides made small, above the dashes; each is one touch away."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.marks import Label, Layer, Marks, Shape
from kiosk.playback.events import OpenSlide
from kiosk.playback.views.chrome import CENTRE
from kiosk.playback.views.miniature import miniature
from kiosk.playback.views.outlines import rounded
from kiosk.playback.views.room import Room, Target
from kiosk.typesetting.blocks import TextBlock, baseline
from kiosk.typesetting.paragraphs import Copy, set_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.show.model import Slide
    from kiosk.theme import TextStyle

GAP, PADDING = 24.0, 28.0
HEAD = 52.0  # the chapter's number and title above the tiles
FRAME, CURRENT_FRAME = 2.0, 4.0
ROUND, PANEL_ROUND = 8.0, 12.0
RISE = 24.0  # how far the strip rises when it opens
_BELOW = 16.0  # from a slide made small to its title
_AROUND = 8.0  # both while they are pressed
_HIGHEST = 80.0  # the panel's upper side at least; tiles become smaller for it


@dataclass(frozen=True, slots=True)
class _Measures:
    """How tiles lie on one shape of page, in logical units. lines: of a title, at most."""

    widest: float
    narrowest: float
    lines: int


_LANDSCAPE, _PORTRAIT = _Measures(304.0, 216.0, 2), _Measures(220.0, 196.0, 3)


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a slide's tile lies. box: all of it; small: the slide; title: below, by `indent`."""

    slide: Slide
    box: Box
    small: Box
    title: TextBlock
    indent: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the strip lies. tiles: row by row."""

    panel: Box
    tiles: tuple[Tile, ...]


def strip_places(room: Room, chapter: int) -> Strip:
    """The panel above the chrome, its tiles as large as they fit in as few rows."""
    slides = tuple(s for s in room.show.chapters[chapter].slides if not s.is_hidden)
    sizes = _PORTRAIT if room.page.is_portrait else _LANDSCAPE
    inner = room.page.width - 2 * room.margin - 2 * PADDING
    most = max(1, int((inner + GAP) / (sizes.narrowest + GAP)))
    rows = max(1, math.ceil(len(slides) / most))
    first = max(1, math.ceil(len(slides) / rows))
    tries = (_strip(room, chapter, slides, n) for n in range(first, max(first, len(slides)) + 1))
    strip = next(tries)
    while strip.panel.y < _HIGHEST and (smaller := next(tries, None)) is not None:
        strip = smaller
    return strip


def _strip(room: Room, chapter: int, slides: tuple[Slide, ...], columns: int) -> Strip:
    """The strip with so many tiles in a row."""
    sizes = _PORTRAIT if room.page.is_portrait else _LANDSCAPE
    inner = room.page.width - 2 * room.margin - 2 * PADDING
    wide = min(sizes.widest, (inner - (columns - 1) * GAP) / columns)
    small = wide * room.page.height / room.page.width
    indent = room.measure.advance("0" * len(str(len(slides))), _number_style(room)) + 14.0
    titles = [_title(room, chapter, slide, wide - indent, sizes.lines) for slide in slides]
    high = small + _BELOW + max((title.height for title in titles), default=0.0)
    across = max(columns * (wide + GAP) - GAP, min(inner, _head_width(room, chapter)))
    down = math.ceil(len(slides) / columns) * (high + GAP) - GAP + 2 * PADDING + HEAD
    bottom = room.page.height - CENTRE - room.target_side / 2 - 36.0
    left = (room.page.width - across) / 2
    panel = Box(left - PADDING, bottom - down, across + 2 * PADDING, down)
    top, tiles = panel.y + PADDING + HEAD, []
    for i, (slide, title) in enumerate(zip(slides, titles, strict=True)):
        x, y = left + i % columns * (wide + GAP), top + i // columns * (high + GAP)
        boxes = Box(x, y, wide, high), Box(x, y, wide, small)
        tiles.append(Tile(slide, *boxes, title, indent))
    return Strip(panel, tuple(tiles))


def strip_layers(
    room: Room, chapter: int, current: str, pressed: str, settled: Mapping[str, Marks]
) -> tuple[Layer, ...]:
    """The strip as marks. current: the slide that is shown; pressed: the target touched.

    settled: the marks of the slides that can be shown small, by their ids.
    """
    at = strip_places(room, chapter)
    theme, centre = room.theme, at.panel.centre
    panel = Shape(
        "panel", rounded(at.panel.width, at.panel.height, PANEL_ROUND), centre.x, centre.y,
        fill=theme.surface, stroke=theme.line.faded(0.5), width=2.0,
    )  # fmt: skip
    layers = [Layer("panel", (panel,)), Layer("head", _head(room, chapter, at.panel))]
    for place, tile in enumerate(at.tiles):
        key = f"tile-{tile.slide.id}"
        ground, words = _framed(
            room, chapter, tile, place + 1, is_current=tile.slide.id == current,
            is_pressed=pressed == key,
        )  # fmt: skip
        small = miniature(settled.get(tile.slide.id, ()), room.page, tile.small)
        layers.append(Layer(key, (*ground, *small, *words)))
    return tuple(layers)


def strip_targets(room: Room, chapter: int) -> tuple[Target, ...]:
    """The tiles, each with half of the gap around it."""
    return tuple(
        Target(f"tile-{tile.slide.id}", tile.box.grown(GAP / 2), OpenSlide(tile.slide.id))
        for tile in strip_places(room, chapter).tiles
    )


def _head(room: Room, chapter: int, panel: Box) -> Marks:
    """The chapter's number and title."""
    setting = room.setting(chapter)
    number, title = _head_words(room, chapter)
    x, y = panel.x + PADDING, panel.y + PADDING + 24.0
    beside = x + room.measure.advance(number.text, number.style) + 18.0
    return (
        replace(number, x=x, y=y, colour=setting.accent),
        replace(title, x=beside, y=y, colour=setting.theme.quiet),
    )


def _head_words(room: Room, chapter: int) -> tuple[Label, Label]:
    """The chapter's number and title, not placed yet."""
    setting = room.setting(chapter)
    number = replace(setting.style("chapter-number"), size=28.0)
    title = room.show.chapters[chapter].title.in_language(room.language)
    return (
        Label("number", str(chapter + 1), 0.0, 0.0, number, setting.accent),
        Label("title", title, 0.0, 0.0, setting.style("caption"), setting.theme.quiet),
    )


def _head_width(room: Room, chapter: int) -> float:
    """How wide the chapter's number and title are."""
    return 18.0 + sum(
        room.measure.advance(word.text, word.style) for word in _head_words(room, chapter)
    )


def _framed(
    room: Room, chapter: int, tile: Tile, place: int, *, is_current: bool, is_pressed: bool
) -> tuple[Marks, Marks]:
    """What lies below a slide made small, and what lies above: its frame, number and title."""
    theme, accent = room.theme, room.theme.accent(chapter)
    small, whole = tile.small.centre, tile.box.grown(_AROUND)
    ink, quiet = (theme.ground, theme.ground) if is_pressed else (theme.text, theme.quiet)
    edge = CURRENT_FRAME if is_current or is_pressed else FRAME
    pressed = Shape(
        "pressed", rounded(whole.width, whole.height, ROUND), whole.centre.x, whole.centre.y,
        fill=accent,
    )  # fmt: skip
    ground = Shape(
        "ground", rounded(tile.small.width, tile.small.height, 0.0), small.x, small.y,
        fill=theme.ground,
    )  # fmt: skip
    frame = Shape(
        "frame", rounded(tile.small.width, tile.small.height, 0.0), small.x, small.y,
        stroke=accent if is_current else ink if is_pressed else theme.line.faded(0.5), width=edge,
    )  # fmt: skip
    style = _number_style(room)
    x, top = tile.box.x, tile.small.bottom + _BELOW - 2.0
    return (
        (pressed, ground) if is_pressed else (ground,),
        (
            frame,
            Label(
                "number", str(place), x, baseline(tile.title.style, top), style,
                quiet if is_pressed or not is_current else accent,
            ),
            *tile.title.labels("title", x + tile.indent, top, ink),
        ),
    )  # fmt: skip


def _number_style(room: Room) -> TextStyle:
    """The style of a slide's number."""
    return replace(room.setting().style("chapter-number"), size=26.0)


def _title(room: Room, chapter: int, slide: Slide, wide: float, most: int) -> TextBlock:
    """The slide's title, or else its chapter's, in `most` lines so wide."""
    style = replace(room.setting().style("caption"), line=1.3)
    title = slide.parts.title.in_language(room.language)
    title = title or room.show.chapters[chapter].title.in_language(room.language) or slide.id
    copy = Copy(title.replace("\n", "" if room.is_chinese else " "), style, 1.0)
    room_below = most * style.size * style.line
    block = set_text(copy, wide, room_below, room.measure)
    return block.abridged(most)
