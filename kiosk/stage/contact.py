"""The contact sheet: every slide of a show small, side by side, each with its name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter

from kiosk.geometry import Pose, page_size
from kiosk.marks import Frame, Label, Layer, Sheet
from kiosk.stage.painting.frames import render
from kiosk.theme import TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from kiosk.stage.assets import Assets
    from kiosk.stage.glyphs import Lines
    from kiosk.theme import Theme

TILE_WIDTH_PX = 640
_COLUMNS = 4
_GAP_PX = 32
_NAME_PX = 20


def contact_sheet(
    frames: Sequence[tuple[str, Frame]], theme: Theme, assets: Assets, lines: Lines | None = None
) -> QImage:
    """One image of all `frames` (name, frame), four in a row, or eight where they are portrait.

    Raises ValueError when there are none.
    """
    if not frames:
        message = "a contact sheet needs at least one frame"
        raise ValueError(message)
    page = frames[0][1].size
    columns = min(len(frames), _COLUMNS * (2 if page.is_portrait else 1))
    width = TILE_WIDTH_PX // (2 if page.is_portrait else 1)
    tile = (width, round(width * page.height / page.width))
    step = (width + _GAP_PX, tile[1] + _GAP_PX + 2 * _NAME_PX)
    rows = math.ceil(len(frames) / columns)
    size = (columns * step[0] + _GAP_PX, rows * step[1] + _GAP_PX)
    places = [
        (_GAP_PX + i % columns * step[0], _GAP_PX + i // columns * step[1])
        for i in range(len(frames))
    ]
    names = [name for name, _ in frames]
    sheet = render(_names(names, places, tile[1], size, theme), size, assets)
    with QPainter(sheet) as painter:
        for (_, frame), place in zip(frames, places, strict=True):
            painter.drawImage(QPoint(*place), render(frame, tile, assets, lines))
    return sheet


def _names(
    names: list[str], places: list[tuple[int, int]], height: int, size: tuple[int, int],
    theme: Theme,
) -> Frame:  # fmt: skip
    """The ground of the sheet with a name under each place."""
    units = page_size(*size).width / size[0]
    style = TextStyle("sans", _NAME_PX * units)
    labels = tuple(
        Label(name, name, x * units, (y + height + 1.5 * _NAME_PX) * units, style, theme.quiet)
        for name, (x, y) in zip(names, places, strict=True)
    )
    return Frame(
        page_size(*size), (Sheet("names", (Layer("names", labels),), Pose(), theme.ground),)
    )
