"""The contact sheet: everything a show can show, small, side by side, each with its name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter

from kiosk.geometry import Pose, page_size
from kiosk.marks import Frame, Label, Layer, Shape, Sheet
from kiosk.stage.painting.frames import render
from kiosk.theme import TextStyle, is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from kiosk.marks import Align
    from kiosk.stage.fonts.glyphs import Lines
    from kiosk.stage.pictures.assets import Assets
    from kiosk.theme import Colour, FaceName, Theme

# All in pixels. A caption of a slide can just be read in a tile of that size.
_TILE_SHORT, _TILE_LONG = 450, 800
_COLUMNS = {"landscape": 4, "portrait": 8}
_MARGIN, _GAP = 80, 48
_NAME = 28  # below each tile
_HEAD, _HEAD_ROOM = 72, 200
_TITLE, _TITLE_ROOM = 44, 136
_LATIN = 0.6  # of an em: a Latin letter is hardly wider


@dataclass(frozen=True, slots=True)
class Tile:
    """One slide or view. name: its id. note: what is to be known of it, at the right."""

    name: str
    frame: Frame
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What belongs together, such as a chapter; it begins a line of its own."""

    title: str
    colour: Colour
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above all: the show's title, and how it looks on this sheet."""

    title: str
    look: str
    language: str


def contact_sheet(
    heading: Heading, rows: Sequence[Row], theme: Theme, assets: Assets, lines: Lines | None = None
) -> QImage:
    """One image of all tiles, which have one shape. Raises ValueError when there are none."""
    frames = [tile.frame for row in rows for tile in row.tiles]
    if not frames:
        message = "a contact sheet needs at least one frame"
        raise ValueError(message)
    plan = _Plan.of(frames[0], rows)
    sheet = render(_written(heading, rows, plan, theme), plan.size, assets, lines)
    with QPainter(sheet) as painter:
        for row, (_, places) in zip(rows, plan.rows, strict=True):
            for tile, place in zip(row.tiles, places, strict=True):
                image = render(tile.frame, plan.tile, assets, lines)
                painter.drawImage(QPoint(*place), image)
    return sheet


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where all stands. rows: of each the top, and the top left corner of each tile."""

    size: tuple[int, int]
    tile: tuple[int, int]
    rows: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]

    @classmethod
    def of(cls, frame: Frame, rows: Sequence[Row]) -> _Plan:
        """For tiles of the frame's shape."""
        page = frame.size
        scale = min(
            (_TILE_SHORT if page.is_portrait else _TILE_LONG) / page.width,
            (_TILE_LONG if page.is_portrait else _TILE_SHORT) / page.height,
        )
        tile = (round(page.width * scale), round(page.height * scale))
        most = _COLUMNS["portrait" if page.is_portrait else "landscape"]
        columns = min(most, max(4, *(len(row.tiles) for row in rows)))
        step = (tile[0] + _GAP, tile[1] + _GAP + 2 * _NAME)
        top, found = _HEAD_ROOM, []
        for row in rows:
            first = top + _TITLE_ROOM
            places = tuple(
                (_MARGIN + i % columns * step[0], first + i // columns * step[1])
                for i in range(len(row.tiles))
            )
            found.append((top, places))
            top = first + math.ceil(len(row.tiles) / columns) * step[1]
        width = 2 * _MARGIN + columns * step[0] - _GAP
        return cls((width, top + _MARGIN // 2), tile, tuple(found))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes at places in pixels. units: logical units a pixel."""

    units: float

    def label(
        self, key: str, text: str, place: tuple[float, float], size: float, colour: Colour,
        face: FaceName = "sans", align: Align = "left",
    ) -> Label:  # fmt: skip
        """A line of text. place: of its baseline."""
        x, y = (part * self.units for part in place)
        return Label(key, text, x, y, TextStyle(face, size * self.units), colour, align)

    def outline(
        self, key: str, place: tuple[int, int], size: tuple[int, int], colour: Colour
    ) -> Shape:
        """A thin line around a box, which tells a dark slide from a dark sheet."""
        x, y = ((part - 1) * self.units for part in place)
        width, height = ((part + 2) * self.units for part in size)
        path = f"M0,0 H{width:.2f} V{height:.2f} H0 Z"
        return Shape(key, path, x, y, fill=colour)

    def rule(self, key: str, place: tuple[float, float], width: float, colour: Colour) -> Shape:
        """A thin line from left to right."""
        x, y = (part * self.units for part in place)
        return Shape(key, f"M0,0 H{width * self.units:.2f}", x, y, stroke=colour, width=self.units)


def _written(heading: Heading, rows: Sequence[Row], plan: _Plan, theme: Theme) -> Frame:
    """The ground of the sheet with all that is written on it."""
    page = page_size(*plan.size)
    pen = _Pen(page.width / plan.size[0])
    marks: list[Label | Shape] = [*_head(heading, plan, pen, theme)]
    for number, (row, (top, places)) in enumerate(zip(rows, plan.rows, strict=True)):
        marks += _title(f"{number}", row, top, plan, pen, _face(heading.language), theme)
        for tile, place in zip(row.tiles, places, strict=True):
            marks += _names(tile, place, plan.tile, pen, theme)
    layer = Layer("names", tuple(marks))
    return Frame(page, (Sheet("names", (layer,), Pose(), theme.ground),))


def _face(language: str) -> FaceName:
    """The face of titles."""
    return "serif-bold" if is_chinese(language) else "display"


def _head(heading: Heading, plan: _Plan, pen: _Pen, theme: Theme) -> tuple[Label, Label]:
    right, y = plan.size[0] - _MARGIN, _MARGIN + _HEAD
    face = _face(heading.language)
    room = right - 2 * _MARGIN - len(heading.look) * _LATIN * _TITLE
    title = fitting(heading.title, _HEAD, room)
    return (
        pen.label("title", title, (_MARGIN, y), _HEAD, theme.text, face),
        pen.label("look", heading.look, (right, y), _TITLE, theme.quiet, align="right"),
    )


def _title(
    key: str, row: Row, top: int, plan: _Plan, pen: _Pen, face: FaceName, theme: Theme
) -> tuple[Label | Shape, ...]:
    """What a row is, over a rule."""
    y = top + _TITLE_ROOM - 56
    title = fitting(row.title, _TITLE, plan.size[0] - 2 * _MARGIN)
    return (
        pen.label(f"{key}/title", title, (_MARGIN, y), _TITLE, row.colour, face),
        pen.rule(f"{key}/rule", (_MARGIN, y + 26), plan.size[0] - 2 * _MARGIN, theme.line),
    )


def fitting(text: str, size: float, room: float) -> str:
    """The text, or its beginning and `…`, in about so much room."""
    left = room / size
    for index, sign in enumerate(text):
        left -= 1.0 if sign >= "\u2e80" else _LATIN
        if left < 0:
            return f"{text[: max(1, index - 1)]}…"
    return text


def _names(
    tile: Tile, place: tuple[int, int], size: tuple[int, int], pen: _Pen, theme: Theme
) -> tuple[Label | Shape, ...]:
    """What stands around a tile: a thin line, and its name and note below."""
    y = place[1] + size[1] + 1.4 * _NAME
    right = place[0] + size[0]
    name = fitting(tile.name, _NAME, size[0] - len(tile.note) * _LATIN * _NAME)
    return (
        pen.outline(f"{tile.name}/edge", place, size, theme.line.faded(0.5)),
        pen.label(f"{tile.name}/name", name, (place[0], y), _NAME, theme.quiet),
        pen.label(
            f"{tile.name}/note", tile.note, (right, y), 0.8 * _NAME, theme.quiet, align="right"
        ),
    )
