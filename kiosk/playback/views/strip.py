"""The strip: a chapter's slides as tiles above the dashes; each is one touch away."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.marks import Label, Layer, Marks, Shape
from kiosk.playback.events import OpenSlide
from kiosk.playback.views.buttons import PRESSED_SCALE
from kiosk.playback.views.chrome import CENTRE
from kiosk.playback.views.outlines import rounded
from kiosk.playback.views.room import Room, Target
from kiosk.typesetting.paragraphs import Copy, set_text

if TYPE_CHECKING:
    from kiosk.show.model import Slide

GAP, PADDING = 16.0, 24.0
TILE = 152.0  # the height of a tile
WIDEST = 312.0
NARROWEST = 196.0
HEAD = 52.0  # the chapter's number and title above the tiles
RADIUS, PANEL_RADIUS = 6.0, 12.0
RISE = 24.0  # how far the strip rises when it opens


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the strip lies. tiles: with their slides, row by row."""

    panel: Box
    tiles: tuple[tuple[Slide, Box], ...]


def strip_places(room: Room, chapter: int) -> Strip:
    """The panel above the chrome, its tiles in as few rows as they fit into."""
    slides = tuple(s for s in room.show.chapters[chapter].slides if not s.is_hidden)
    width = room.page.width - 2 * room.margin
    inner = width - 2 * PADDING
    most = max(1, int((inner + GAP) / (NARROWEST + GAP)))
    rows = max(1, math.ceil(len(slides) / most))
    columns = max(1, math.ceil(len(slides) / rows))
    tile = min(WIDEST, (inner - (columns - 1) * GAP) / columns)
    whole = columns * (tile + GAP) - GAP + 2 * PADDING
    high = rows * (TILE + GAP) - GAP + 2 * PADDING + HEAD
    bottom = room.page.height - CENTRE - room.target_side / 2 - 36.0
    panel = Box((room.page.width - whole) / 2, bottom - high, whole, high)
    tiles = tuple(
        (
            slide,
            Box(
                panel.x + PADDING + i % columns * (tile + GAP),
                panel.y + PADDING + HEAD + i // columns * (TILE + GAP),
                tile,
                TILE,
            ),
        )
        for i, slide in enumerate(slides)
    )
    return Strip(panel, tiles)


def strip_layers(room: Room, chapter: int, current: str, pressed: str) -> tuple[Layer, ...]:
    """The strip as marks. current: the slide that is shown; pressed: the target touched."""
    at = strip_places(room, chapter)
    setting, theme = room.setting(chapter), room.theme
    centre = at.panel.centre
    panel = Shape(
        "panel", rounded(at.panel.width, at.panel.height, PANEL_RADIUS), centre.x, centre.y,
        fill=theme.surface, stroke=theme.line.faded(0.5), width=2.0,
    )  # fmt: skip
    tiles = tuple(
        Layer(
            f"tile-{slide.id}",
            _tile(
                room, chapter, slide, box, place + 1,
                is_current=slide.id == current, is_pressed=pressed == f"tile-{slide.id}",
            ),
        )
        for place, (slide, box) in enumerate(at.tiles)
    )  # fmt: skip
    title = room.show.chapters[chapter].title.in_language(room.language)
    number, y = replace(setting.style("chapter-number"), size=28.0), at.panel.y + PADDING + 26.0
    x = at.panel.x + PADDING + 4.0
    beside = x + room.measure.advance(str(chapter + 1), number) + 18.0
    head = (
        Label("number", str(chapter + 1), x, y, number, setting.accent),
        Label("title", title, beside, y, setting.style("caption"), theme.quiet),
    )
    return (Layer("panel", (panel,)), Layer("head", head), *tiles)


def strip_targets(room: Room, chapter: int) -> tuple[Target, ...]:
    """The tiles, each with half of the gap around it."""
    return tuple(
        Target(f"tile-{slide.id}", box.grown(GAP / 2), OpenSlide(slide.id))
        for slide, box in strip_places(room, chapter).tiles
    )


def _tile(
    room: Room, chapter: int, slide: Slide, box: Box, place: int, *, is_current: bool,
    is_pressed: bool,
) -> Marks:  # fmt: skip
    """One tile: the slide's number in the chapter and its title; the current one is framed."""
    setting, theme, centre = room.setting(chapter), room.theme, box.centre
    accent = theme.accent(chapter)
    ink, quiet = (theme.ground, theme.ground) if is_pressed else (theme.text, theme.quiet)
    outline = rounded(box.width, box.height, RADIUS)
    frame = Shape(
        "tile", outline, centre.x, centre.y, PRESSED_SCALE if is_pressed else 1.0,
        fill=accent if is_pressed else theme.ground,
        stroke=accent if is_current else None, width=4.0 if is_current else 0.0,
    )  # fmt: skip
    number = replace(setting.style("chapter-number"), size=26.0)
    style = replace(setting.style("caption"), line=1.3)
    title = slide.parts.title.in_language(room.language) or slide.id
    room_below = box.height - 58.0
    copy = Copy(title.replace("\n", "" if room.is_chinese else " "), style, 1.0)
    block = set_text(copy, box.width - 36.0, room_below, room.measure)
    most = max(1, int(room_below / (style.size * style.line)))
    lines = block.lines[:most]
    if len(block.lines) > most:
        lines = (*lines[:-1], lines[-1].rstrip("，。,. ")[:-1] + "…")
    labels = replace(block, lines=lines).labels("title", box.x + 18.0, box.y + 50.0, ink)
    return (
        frame,
        Label(
            "number", str(place), box.x + 18.0, box.y + 38.0, number,
            quiet if is_pressed or not is_current else accent,
        ),
        *labels,
    )  # fmt: skip
