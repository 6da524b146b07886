"""The strip: a chapter's slides made small, above the dashes; each is one touch away."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Size
from kiosk.marks import Label, Layer, Marks, Shape
from kiosk.playback.events import OpenSlide
from kiosk.playback.views.chrome import CENTRE
from kiosk.playback.views.miniature import miniature
from kiosk.playback.views.outlines import rounded
from kiosk.playback.views.room import Room, Target
from kiosk.typesetting.blocks import TextBlock, baseline
from kiosk.typesetting.paragraphs import Copy, set_text
from kiosk.values import dataclass

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
_SHARES = (0.9, 0.8, 0.7, 0.6)  # of their size, where the page has no room for titles
_LIST_GAP = 12.0  # between titles that stand alone
_CAPTION = 26.0  # logical units an em, of the scale
_MOST_GROWN = 4  # columns of large type
_AROUND = 8.0  # both while they are pressed
_HIGHEST = 80.0  # the panel's upper side at least; tiles become smaller for it
_HIGHEST_GROWN = 24.0  # the same in large type
_MOST_LINES = 6  # of a title for whose sake slides are shown smaller
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)  # shares of their tiles' width that slides may have


@dataclass(frozen=True, slots=True)
class _Measures:
    """How tiles lie on one shape of page, in logical units. lines: of a title, where all fit."""

    widest: float
    narrowest: float
    lines: int


_LANDSCAPE, _PORTRAIT = _Measures(304.0, 216.0, 2), _Measures(220.0, 196.0, 3)


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a slide's tile lies. box: all of it; small: the slide; title: below, by `indent`.

    Where type is too large for slides made small, `small` has no height.
    """

    slide: Slide
    box: Box
    small: Box
    title: TextBlock
    indent: float

    @property
    def reach(self) -> Box:
        """Where it can be touched."""
        return self.box.grown((GAP if self.small.height > 0.0 else _LIST_GAP) / 2)


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the strip lies. tiles: row by row. cut: so many titles are abridged."""

    panel: Box
    tiles: tuple[Tile, ...]
    cut: int


def strip_places(room: Room, chapter: int) -> Strip:
    """The panel above the chrome, its tiles as large as they fit in as few rows.

    Titles that would be cut get more lines, and the slides above them are as much smaller. Where
    type is so large that titles would have no room below them, the titles stand alone.
    """
    slides = room.show.chapters[chapter].pages
    if room.setting().repeats_less:
        return _grown_strip(room, chapter, slides)
    sizes = _PORTRAIT if room.page.is_portrait else _LANDSCAPE
    inner = room.page.width - 2 * room.margin - 2 * PADDING
    most = max(1, int((inner + GAP) / (sizes.narrowest + GAP)))
    rows = max(1, math.ceil(len(slides) / most))
    first = max(1, math.ceil(len(slides) / rows))
    tries = (_strip(room, chapter, slides, n) for n in range(first, max(first, len(slides)) + 1))
    strip = next(tries)
    while strip.panel.y < _HIGHEST and (smaller := next(tries, None)) is not None:
        strip = smaller
    return _less_cut(room, chapter, slides, strip) if strip.cut else strip


def _less_cut(room: Room, chapter: int, slides: tuple[Slide, ...], strip: Strip) -> Strip:
    """A strip with longer titles than `strip` in as many columns; itself if none cuts fewer."""
    columns = sum(tile.box.y == strip.tiles[0].box.y for tile in strip.tiles)
    tries = (
        _strip(room, chapter, slides, columns, picture=picture, lines=_MOST_LINES)
        for picture in _SMALLER
    )
    longer = next((other for other in tries if other.panel.y >= _HIGHEST), strip)
    return longer if longer.cut < strip.cut else strip


def _grown_strip(room: Room, chapter: int, slides: tuple[Slide, ...]) -> Strip:
    """The strip in large type: the titles below their slides made small, or alone.

    Where the whole page has no room for them they are a little smaller.
    """
    few = range(1, max(1, min(len(slides), _MOST_GROWN)) + 1)
    tries = [_strip(room, chapter, slides, n) for n in few]
    tries += [_strip(room, chapter, slides, n, picture=0.0) for n in few]
    tries += [
        _strip(room, chapter, slides, n, picture=0.0, share=share) for share in _SHARES for n in few
    ]
    fitting = [strip for strip in tries if strip.panel.y >= _HIGHEST_GROWN]
    if not fitting:
        return max(tries, key=lambda strip: strip.panel.y)
    return min(fitting, key=lambda strip: strip.cut)


def _strip(
    room: Room, chapter: int, slides: tuple[Slide, ...], columns: int, *, picture: float = 1.0,
    share: float = 1.0, lines: int = 0,
) -> Strip:  # fmt: skip
    """The strip with so many tiles in a row.

    picture: the share of its tile's width that a slide made small has; 0 where none is shown.
    share: of their size that titles have. lines: of a title at most; 0 for those of the page.
    """
    has_slides = picture > 0.0
    sizes = _PORTRAIT if room.page.is_portrait else _LANDSCAPE
    inner = room.page.width - 2 * room.margin - 2 * PADDING
    widest = sizes.widest * _head_share(room) if has_slides else inner
    wide = min(widest, (inner - (columns - 1) * GAP) / columns)
    small = Size(picture * wide, picture * wide * room.page.height / room.page.width)
    below = _BELOW if has_slides else 0.0
    head = HEAD * _head_share(room)
    indent = room.measure.advance("0" * len(str(len(slides))), _number_style(room)) + 14.0
    lines = lines or sizes.lines + (1 if room.setting().repeats_less else 0)
    titles = [_title(room, chapter, slide, wide - indent, lines, share) for slide in slides]
    gap = GAP if has_slides else _LIST_GAP
    rows = [titles[i : i + columns] for i in range(0, len(titles), columns)]
    highs = [small.height + below + max(title.height for title in row) for row in rows]
    if has_slides:
        highs = [max(highs)] * len(highs) if highs else []
    highs = [max(high, room.target_side - gap) for high in highs]
    across = max(columns * (wide + GAP) - GAP, min(inner, _head_width(room, chapter)))
    down = sum(highs) + gap * (len(highs) - 1) + 2 * PADDING + head
    bottom = room.page.height - CENTRE - room.target_side / 2 - 36.0
    left = (room.page.width - across) / 2
    panel = Box(left - PADDING, bottom - down, across + 2 * PADDING, down)
    top, tiles = panel.y + PADDING + head, []
    for i, (slide, title) in enumerate(zip(slides, titles, strict=True)):
        row = i // columns
        x, y = left + i % columns * (wide + GAP), top + sum(highs[:row]) + row * gap
        boxes = Box(x, y, wide, highs[row]), Box(x, y, small.width or wide, small.height)
        tiles.append(Tile(slide, *boxes, title, indent))
    cut = sum(title.lines[-1:] != () and title.lines[-1].endswith("…") for title in titles)
    return Strip(panel, tuple(tiles), cut)


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
        small: Marks = ()
        if tile.small.height > 0.0:
            small = miniature(settled.get(tile.slide.id, ()), room.page, tile.small)
        layers.append(Layer(key, (*ground, *small, *words)))
    return tuple(layers)


def strip_targets(room: Room, chapter: int) -> tuple[Target, ...]:
    """The tiles, each with half of the gap around it."""
    return tuple(
        Target(f"tile-{tile.slide.id}", tile.reach, OpenSlide(tile.slide.id))
        for tile in strip_places(room, chapter).tiles
    )


def _head(room: Room, chapter: int, panel: Box) -> Marks:
    """The chapter's number and title."""
    setting = room.setting(chapter)
    number, title = _head_words(room, chapter)
    x, y = panel.x + PADDING, panel.y + PADDING + 24.0 * _head_share(room)
    beside = x + room.measure.advance(number.text, number.style) + 18.0
    return (
        replace(number, x=x, y=y, colour=setting.accent),
        replace(title, x=beside, y=y, colour=setting.theme.quiet),
    )


def _head_words(room: Room, chapter: int) -> tuple[Label, Label]:
    """The chapter's number and title, not placed yet."""
    setting = room.setting(chapter)
    number = replace(setting.style("chapter-number"), size=setting.grown(28.0))
    title = room.show.chapters[chapter].title.in_language(room.language)
    return (
        Label("number", str(chapter + 1), 0.0, 0.0, number, setting.accent),
        Label("title", title, 0.0, 0.0, setting.style("caption"), setting.theme.quiet),
    )


def _head_share(room: Room) -> float:
    """How many times as large as in the scale the strip's type is."""
    return room.setting().style("caption").size / _CAPTION


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
    has_slide = tile.small.height > 0.0
    x, top = tile.box.x, tile.small.bottom + (_BELOW - 2.0 if has_slide else 0.0)
    number = Label(
        "number", str(place), x, baseline(tile.title.style, top), style,
        quiet if is_pressed or not is_current else accent,
    )  # fmt: skip
    words = (number, *tile.title.labels("title", x + tile.indent, top, ink))
    if not has_slide:
        return (pressed,) if is_pressed else (), words
    return (
        (pressed, ground) if is_pressed else (ground,),
        (frame, *words),
    )


def _number_style(room: Room) -> TextStyle:
    """The style of a slide's number."""
    setting = room.setting()
    return replace(setting.style("chapter-number"), size=setting.grown(26.0))


def _title(
    room: Room, chapter: int, slide: Slide, wide: float, most: int, share: float
) -> TextBlock:
    """The slide's title, or else its chapter's, in `most` lines so wide, at `share` of its size."""
    style = room.setting().style("caption")
    style = replace(style, size=share * style.size, line=1.3)
    title = slide.parts.title.in_language(room.language)
    title = title or room.show.chapters[chapter].title.in_language(room.language) or slide.id
    text = title.replace("\n", "" if room.is_chinese else " ")
    copy = Copy(text, style, 1.0, share * room.setting().smallest)
    room_below = most * style.size * style.line
    block = set_text(copy, wide, room_below, room.measure)
    return block.abridged(most)
