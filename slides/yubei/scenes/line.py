"""A production line for phones: one vanishing point, cool ceiling lights, one phone lit warm."""

from __future__ import annotations

from random import Random

from arms import arm
from camera import Camera, Place, flat, wall
from hall import ACCENT, Hall, cabinets, ceiling_lights, floor, lengthwise, shade, shell, walkways
from land import mirror
from paint import Point, Sheet, Stop, across, bloom, colour, downward, glow, mix, pen
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

BELT, HALF, REACH = 0.92, 0.42, (0.85, 48.0)
"""The belt's height, half its width, and where it starts and ends, in metres."""
LIT = 2
"""The phone that is lit, counted from us."""


def _flank(side: int) -> list[Place]:
    """The side of the belt's frame at the left (-1) or the right (1)."""
    return wall(side * (HALF + 0.12), REACH, (0.0, BELT))


def _belt(painter: QPainter, camera: Camera) -> None:
    """The belt between its two rails, on a closed frame."""
    near = REACH[0]
    for side in (-1, 1):
        if (camera.eye[0] - side * (HALF + 0.12)) * side > 0:
            lengthwise(painter, camera, _flank(side), "#1d2946")
    lengthwise(painter, camera, flat(BELT, (-HALF - 0.12, HALF + 0.12), REACH), "#26324f")
    lengthwise(painter, camera, flat(BELT, (-HALF, HALF), REACH), "#0e1528")
    y = 24.0
    while y > near:
        joint = [camera.at((-HALF, y, BELT)), camera.at((HALF, y, BELT))]
        painter.setPen(pen("#7f97c4", 1.0, 0.16))
        painter.drawLine(QPointF(*joint[0]), QPointF(*joint[1]))
        y -= 0.12 if y < 5 else 0.4
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (-HALF, HALF):
        lengthwise(painter, camera, flat(BELT, (x - 0.012, x + 0.012), REACH), "#a9c2ea")


def _slab(camera: Camera, at: Place, size: Point, corner: float) -> QPainterPath:
    """A rectangle lying flat round `at`, `size` (x, y) large, its corners rounded."""
    fine = 1000.0  # Qt breaks a curve into lines by its size, so draw it in millimetres.
    (x, y, z), (wide, long) = at, size
    box = QRectF(fine * (x - wide / 2), fine * (y - long / 2), fine * wide, fine * long)
    outline = QPainterPath()
    outline.addRoundedRect(box, fine * corner, fine * corner)
    (polygon,) = outline.toSubpathPolygons()
    places = [(point.x() / fine, point.y() / fine, z) for point in polygon.toList()]
    return camera.face(places)


def _phone(painter: QPainter, camera: Camera, y: float) -> None:
    """One phone in its tray; the screen of the one at LIT is on."""
    top, tone, lit = BELT + 0.05, shade("#8fa5cc", y), y == _place(LIT)
    layers = (
        (0.003, 0.50, 0.92, 0.05, colour("#05070f", 0.5)),
        (0.015, 0.46, 0.86, 0.05, colour(shade("#3a4869", y))),
        (0.025, 0.35, 0.72, 0.055, colour(mix(tone, "#0a0f1f", 0.45))),
        (0.05, 0.35, 0.72, 0.055, colour(mix(tone, ACCENT, 0.7) if lit else tone)),
    )
    for z, wide, long, corner, brush in layers:
        painter.setBrush(brush)
        painter.drawPath(_slab(camera, (0, y, BELT + z), (wide, long), corner))
    glass = _slab(camera, (0, y, top + 0.001), (0.325, 0.695), 0.045)
    off = [shade(name, y) for name in ("#3d5585", "#17223f", "#0c1226")]
    screen = ("#ffe3c8", ACCENT, "#f09a66") if lit else off
    rows = (camera.at((0, y + 0.35, top))[1], camera.at((0, y - 0.35, top))[1])
    painter.setBrush(downward([(i / 2, name) for i, name in enumerate(screen)], *rows))
    painter.drawPath(glass)
    if not lit:
        gleam = ((0.02, -0.35), (0.10, -0.35), (0.0, 0.35), (-0.06, 0.35))
        painter.save()
        painter.setClipPath(glass)
        painter.setBrush(colour("#cfe0ff", 0.12))
        painter.drawPath(camera.face([(x, y + along, top) for x, along in gleam]))
        painter.restore()


def _place(k: int) -> float:
    """How far away, in metres, phone k lies."""
    return 1.62 + 1.0 * k


def _scene(painter: QPainter, camera: Camera, hall: Hall) -> None:
    """Everything in the hall from far to near; drawn once more from below for the floor."""
    shell(painter, camera, hall)
    ceiling_lights(painter, camera, hall)
    cabinets(painter, camera, Random(5))
    from_above = camera.eye[2] > 0
    if from_above:
        _belt(painter, camera)
    else:
        for side in (-1, 1):
            lengthwise(painter, camera, _flank(side), "#1d2946")
    for k in reversed(range(34)):
        if from_above:
            _phone(painter, camera, _place(k))
        if k % 3 == 2:
            for side in (-1, 1):
                reaching = (side > 0) == (k % 2 == 0)
                tip = ACCENT if k == LIT and reaching else ""
                arm(painter, camera, side, _place(k), 1.0 if reaching else 0.35, tip)


def production_line() -> Sheet:
    """The hall from the end of the belt."""
    sheet, below = Sheet.blank(1920, 1080), Sheet.blank(1920, 1080)
    vanishing: Point = (1000, 372)
    eye, focal, hall = (0.16, 0.0, 2.25), 1150.0, Hall()
    camera = Camera(eye, focal, vanishing)
    under = Camera((eye[0], eye[1], -eye[2]), focal, (vanishing[0], sheet.height - vanishing[1]))
    with below.painter() as painter:
        _scene(painter, under, hall)
    with sheet.painter() as painter:
        painter.fillRect(sheet.area, colour("#0b1322"))
        floor(painter, camera, hall)
    mirror(sheet, below, vanishing[1], under.vanishing[1], 0.42, (9, 18))
    with sheet.painter() as painter:
        walkways(painter, camera)
        _scene(painter, camera, hall)
        at = camera.at((0, _place(LIT), BELT + 0.05))
        warm: list[Stop] = [(0, ACCENT, 0.75), (0.3, "#ff9d5c", 0.28), (1, "#ff9d5c", 0)]
        glow(painter, at, 330, warm, 0.6)
        edges: list[Stop] = [
            (0, "#060A16", 0.5), (0.25, "#060A16", 0), (0.8, "#060A16", 0), (1, "#060A16", 0.45),
        ]  # fmt: skip
        painter.fillRect(sheet.area, across(edges, 0, sheet.width))
    bloom(sheet, 26, 0.5, 0.66)
    return sheet
