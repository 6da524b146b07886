"""The opening: a runway before ridges and skyline, waiting for the take-off path.

The path, the aircraft and all text are drawn by the program over this picture, so the horizon
lies at 80 % of the height and the sky above it stays calm.
"""

from __future__ import annotations

from dataclasses import dataclass

import skyline
from land import Range, clouds, mountains, stars
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, mix, radial, shape, smooth
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Hour:
    """The colours of one time of day.

    sky: from the zenith to the horizon. far, near, fog, rim: of the ridges. corner: what the first
    figure, 17, stands on. earth, asphalt: of the field, from the horizon on. paint: on the runway.
    """

    sky: tuple[str, ...]
    banks: tuple[str, str, str]
    far: str
    near: str
    fog: str
    rim: str
    towers: skyline.Cladding
    corner: str
    earth: tuple[str, str, str]
    asphalt: tuple[Stop, Stop, Stop]
    paint: tuple[str, float]
    is_dark: bool


def evening() -> Hour:
    """The sun has just gone down; lamps are on."""
    return Hour(
        sky=("#070C1C", "#141B44", "#3A2A63", "#8B4468", "#DB6F56", "#F9B265"),
        banks=("#f2a07a", "#a8597a", "#ffb680"),
        far="#8a4a66", near="#2a1c3c", fog="#e98a5c", rim="#ffc98c",
        towers=skyline.Cladding("#1d1530", "#3f2746", "#4a2a45"),
        corner="#140f22", earth=("#1b1428", "#0c0e1c", "#06080f"),
        asphalt=((0, "#2c2338", 0.55), (0.4, "#171827", 0.6), (1, "#0e111d", 0.7)),
        paint=("#f5efe3", 0.35), is_dark=True,
    )  # fmt: skip


def day() -> Hour:
    """A pale morning on paper; nothing is lit. Dark text can be read all over it."""
    return Hour(
        sky=("#F3EFE5", "#EBEBE2", "#E2E6DF", "#E6E5D6", "#F5E0BE", "#F8D2A0"),
        banks=("#ffffff", "#f7ead2", "#fbf6ea"),
        far="#C9D0C8", near="#8FA3A2", fog="#F6EBD6", rim="#fff6e2",
        towers=skyline.Cladding("#7C939A", "#a9b9ba", "#c3cac3"),
        corner="#F3EEDF", earth=("#C3CBBE", "#D6D8CB", "#E6E3D7"),
        asphalt=((0, "#9AA6A6", 0.9), (0.4, "#B4BBB8", 0.9), (1, "#CBCEC9", 0.95)),
        paint=("#ffffff", 0.95), is_dark=False,
    )  # fmt: skip


_PLACES = (0.0, 0.32, 0.55, 0.72, 0.86, 1.0)  # of the sky's colours, from the zenith down


def _sky(painter: QPainter, sheet: Sheet, horizon: float, hour: Hour) -> None:
    tones: list[Stop] = list(zip(_PLACES, hour.sky, strict=True))
    painter.fillRect(QRectF(0, 0, sheet.width, horizon + 4), downward(smooth(tones), 0, horizon))
    if hour.is_dark:
        stars(painter, 4, 190, QRectF(0, 0, sheet.width, horizon * 0.56))
    banks = QRectF(0, horizon * 0.62, sheet.width, horizon * 0.24)
    clouds(painter, 12, 16, banks, hour.banks, 0.1 if hour.is_dark else 0.3)
    sunset: list[Stop] = [
        (0, "#ffe2a6", 0.95), (0.16, "#ffc477", 0.55), (0.42, "#ffa868", 0.2),
        (0.7, "#ff9a5c", 0.05), (1, "#ff9a5c", 0),
    ]  # fmt: skip
    if hour.is_dark:
        glow(painter, (0.70 * sheet.width, horizon - 14), 0.5 * sheet.width, sunset, 0.8)
    else:
        painter.setBrush(colour("#E9784A", 0.9))
        painter.drawEllipse(QPointF(0.86 * sheet.width, horizon - 190), 62, 62)


def _land(painter: QPainter, sheet: Sheet, horizon: float, hour: Hour) -> None:
    upright = sheet.height > sheet.width
    sun = (0.70 * sheet.width, horizon - 60)
    ridges = Range(4, 23, horizon - 70, horizon - 6, 150, hour.far, hour.near, hour.fog)
    mountains(painter, ridges, sheet.width, horizon + 4, sun, hour.rim)
    left, right = (0.37, 0.78) if upright else (0.255, 0.52)
    towers = skyline.Row(
        seed=6, left=left * sheet.width, right=right * sheet.width, base=horizon + 2,
        low=20, high=150, widths=(16, 34), gaps=(-4, 6), peak=(0.45, 0.42),
    )  # fmt: skip
    lit = ("#ffd98a", "#ffb765", "#ffe7b8") if hour.is_dark else ("#e9efec",)
    windows = skyline.Windows(3, 4, 4, 6, 0.3 if hour.is_dark else 0.5, lit)
    skyline.draw(painter, towers, windows, hour.towers)
    # The first figure, 17, stands on this even corner.
    shade, centre = (0.62, (190, horizon - 150)) if upright else (0.66, (150, horizon - 70))
    corner: list[Stop] = [
        (0, hour.corner, shade), (0.3, hour.corner, 0.74 * shade),
        (0.62, hour.corner, 0.26 * shade), (0.85, hour.corner, 0.06 * shade), (1, hour.corner, 0),
    ]  # fmt: skip
    painter.fillRect(QRectF(0, 0, sheet.width, horizon + 4), radial(corner, centre, 640))


def _ground(painter: QPainter, sheet: Sheet, horizon: float, hour: Hour) -> None:
    box = QRectF(0, horizon, sheet.width, sheet.height - horizon)
    earth: list[Stop] = list(zip((0, 0.25, 1), hour.earth, strict=True))
    painter.fillRect(box, downward(earth, horizon, sheet.height))
    if not hour.is_dark:
        return
    sunlit: list[Stop] = [(0, "#e07a52", 0.20), (0.5, "#b05a5c", 0.07), (1, "#b05a5c", 0)]
    painter.save()
    painter.setClipRect(box)
    glow(painter, (0.70 * sheet.width, horizon), 0.42 * sheet.width, sunlit, 0.16)
    painter.restore()
    painter.fillRect(QRectF(0, horizon - 0.6, sheet.width, 1.2), colour("#f0a070", 0.10))


def _runway(painter: QPainter, sheet: Sheet, horizon: float, hour: Hour) -> None:
    upright = sheet.height > sheet.width
    vanish, spread = (0.63, 0.27) if upright else (0.36, 0.25)
    middle, reach = vanish * sheet.width, spread * sheet.width
    depth = sheet.height - horizon - 8
    far, near = 10.0, 10 + 1.12 * reach
    foot = sheet.height + 0.12 * depth
    painter.setBrush(downward(hour.asphalt, horizon, sheet.height))
    painter.drawPath(
        shape(
            [
                (middle - far, horizon + 8),
                (middle + far, horizon + 8),
                (middle + near, foot),
                (middle - near, foot),
            ]
        )
    )
    for i in range(26):
        q = (i / 25) ** 2.2
        y = horizon + 8 + q * depth
        for side in (-1, 1):
            x = middle + side * (10 + q * reach)
            if hour.is_dark:
                tint = "#ffd58a" if i % 3 else "#fff3cf"
                lamp(painter, (x, y), 1.2 + 3.6 * q, tint, 0.95 - 0.3 * q)
            else:
                painter.setBrush(colour("#8a7a60", 0.8 - 0.3 * q))
                painter.drawEllipse(QPointF(x, y), 1.0 + 2.4 * q, 0.8 + 1.8 * q)
        if i % 2 and q < 0.9:
            wide, high = 3 + 18 * q, 3 + 26 * q
            dash = [
                (middle - 0.44 * wide, y), (middle + 0.44 * wide, y),
                (middle + 0.5 * wide, y + high), (middle - 0.5 * wide, y + high),
            ]  # fmt: skip
            painter.setBrush(colour(hour.paint[0], hour.paint[1] - 0.2 * q))
            painter.drawPath(shape(dash))


def _taxiways(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    """Blue lights of the taxiways, small and far: the field is larger than its runway."""
    runs = ((6, 0.02, 0.33, 15), (11, 0.40, 0.74, 24), (9, 0.80, 1.0, 19), (19, 0.0, 0.21, 40))
    for drop, start, end, pitch in runs:
        for i in range(int((end - start) * sheet.width / pitch)):
            x = start * sheet.width + i * pitch
            y = horizon + drop + 0.02 * i
            lamp(painter, (x, y), 0.6 + 0.025 * drop, mix("#6f9dff", "#8fd0ff", i % 3 / 2), 0.5)


def takeoff(width: int, height: int, hour: Hour) -> Sheet:
    """The opening, in landscape or upright."""
    sheet = Sheet.blank(width, height)
    horizon = int(height * 0.80)
    with sheet.painter() as painter:
        _sky(painter, sheet, horizon, hour)
        _land(painter, sheet, horizon, hour)
        _ground(painter, sheet, horizon, hour)
        if hour.is_dark:
            _taxiways(painter, sheet, horizon)
        _runway(painter, sheet, horizon, hour)
    if hour.is_dark:
        bloom(sheet, 26, 0.35, 0.7)
    return sheet
