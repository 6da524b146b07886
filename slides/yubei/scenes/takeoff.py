"""The opening: a runway at dusk before ridges and skyline, waiting for the take-off path.

The path, the aircraft and all text are drawn by the program over this picture, so the horizon
lies at 80 % of the height and the sky above it stays calm.
"""

from __future__ import annotations

import skyline
from land import Range, clouds, mountains, stars
from paint import Sheet, Stop, bloom, colour, downward, glow, lamp, mix, radial, shape, smooth
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


def _sky(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    dusk: list[Stop] = [
        (0, "#070C1C"), (0.32, "#141B44"), (0.55, "#3A2A63"), (0.72, "#8B4468"),
        (0.86, "#DB6F56"), (1, "#F9B265"),
    ]  # fmt: skip
    painter.fillRect(QRectF(0, 0, sheet.width, horizon + 4), downward(smooth(dusk), 0, horizon))
    stars(painter, 4, 190, QRectF(0, 0, sheet.width, horizon * 0.56))
    banks = QRectF(0, horizon * 0.62, sheet.width, horizon * 0.24)
    clouds(painter, 12, 16, banks, ("#f2a07a", "#a8597a", "#ffb680"), 0.1)
    sunset: list[Stop] = [
        (0, "#ffe2a6", 0.95), (0.16, "#ffc477", 0.55), (0.42, "#ffa868", 0.2),
        (0.7, "#ff9a5c", 0.05), (1, "#ff9a5c", 0),
    ]  # fmt: skip
    sun = (0.70 * sheet.width, horizon - 14)
    glow(painter, sun, 0.5 * sheet.width, sunset, 0.8)


def _land(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    upright = sheet.height > sheet.width
    sun = (0.70 * sheet.width, horizon - 60)
    ridges = Range(4, 23, horizon - 70, horizon - 6, 150, "#8a4a66", "#2a1c3c", "#e98a5c")
    mountains(painter, ridges, sheet.width, horizon + 4, sun, "#ffc98c")
    left, right = (0.37, 0.78) if upright else (0.255, 0.52)
    towers = skyline.Row(
        seed=6, left=left * sheet.width, right=right * sheet.width, base=horizon + 2,
        low=20, high=150, widths=(16, 34), gaps=(-4, 6), peak=(0.45, 0.42),
    )  # fmt: skip
    windows = skyline.Windows(3, 4, 4, 6, 0.3, ("#ffd98a", "#ffb765", "#ffe7b8"))
    skyline.draw(painter, towers, windows, skyline.Cladding("#1d1530", "#3f2746", "#4a2a45"))
    # The first figure, 17, stands on this darker corner.
    shade, centre = (0.62, (190, horizon - 150)) if upright else (0.66, (150, horizon - 70))
    corner: list[Stop] = [
        (0, "#140f22", shade), (0.3, "#140f22", 0.74 * shade), (0.62, "#140f22", 0.26 * shade),
        (0.85, "#140f22", 0.06 * shade), (1, "#140f22", 0),
    ]  # fmt: skip
    painter.fillRect(QRectF(0, 0, sheet.width, horizon + 4), radial(corner, centre, 640))


def _ground(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    box = QRectF(0, horizon, sheet.width, sheet.height - horizon)
    earth: list[Stop] = [(0, "#1b1428"), (0.25, "#0c0e1c"), (1, "#06080f")]
    painter.fillRect(box, downward(earth, horizon, sheet.height))
    sunlit: list[Stop] = [(0, "#e07a52", 0.20), (0.5, "#b05a5c", 0.07), (1, "#b05a5c", 0)]
    painter.save()
    painter.setClipRect(box)
    glow(painter, (0.70 * sheet.width, horizon), 0.42 * sheet.width, sunlit, 0.16)
    painter.restore()
    painter.fillRect(QRectF(0, horizon - 0.6, sheet.width, 1.2), colour("#f0a070", 0.10))


def _runway(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    upright = sheet.height > sheet.width
    vanish, spread = (0.63, 0.27) if upright else (0.36, 0.25)
    middle, reach = vanish * sheet.width, spread * sheet.width
    depth = sheet.height - horizon - 8
    far, near = 10.0, 10 + 1.12 * reach
    asphalt: list[Stop] = [(0, "#2c2338", 0.55), (0.4, "#171827", 0.6), (1, "#0e111d", 0.7)]
    foot = sheet.height + 0.12 * depth
    painter.setBrush(downward(asphalt, horizon, sheet.height))
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
            tint = "#ffd58a" if i % 3 else "#fff3cf"
            lamp(painter, (x, y), 1.2 + 3.6 * q, tint, 0.95 - 0.3 * q)
        if i % 2 and q < 0.9:
            wide, high = 3 + 18 * q, 3 + 26 * q
            dash = [
                (middle - 0.44 * wide, y), (middle + 0.44 * wide, y),
                (middle + 0.5 * wide, y + high), (middle - 0.5 * wide, y + high),
            ]  # fmt: skip
            painter.setBrush(colour("#f5efe3", 0.35 - 0.2 * q))
            painter.drawPath(shape(dash))


def _taxiways(painter: QPainter, sheet: Sheet, horizon: float) -> None:
    """Blue lights of the taxiways, small and far: the field is larger than its runway."""
    runs = ((6, 0.02, 0.33, 15), (11, 0.40, 0.74, 24), (9, 0.80, 1.0, 19), (19, 0.0, 0.21, 40))
    for drop, start, end, pitch in runs:
        for i in range(int((end - start) * sheet.width / pitch)):
            x = start * sheet.width + i * pitch
            y = horizon + drop + 0.02 * i
            lamp(painter, (x, y), 0.6 + 0.025 * drop, mix("#6f9dff", "#8fd0ff", i % 3 / 2), 0.5)


def takeoff(width: int, height: int) -> Sheet:
    """The opening, in landscape or upright."""
    sheet = Sheet.blank(width, height)
    horizon = int(height * 0.80)
    with sheet.painter() as painter:
        _sky(painter, sheet, horizon)
        _land(painter, sheet, horizon)
        _ground(painter, sheet, horizon)
        _taxiways(painter, sheet, horizon)
        _runway(painter, sheet, horizon)
    bloom(sheet, 26, 0.35, 0.7)
    return sheet
