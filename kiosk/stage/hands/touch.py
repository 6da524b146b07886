"""Fingers and the mouse as Qt reports them → contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEventPoint

from kiosk.geometry import Point
from kiosk.playback.touch.gestures import Contact

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent, QTouchEvent, QWheelEvent

    from kiosk.playback.touch.gestures import Phase
    from kiosk.stage.turning import Turning

MOUSE = -1
_NOTCH = 120.0  # of a wheel, in eighths of a degree


def contacts_of(event: QTouchEvent, turning: Turning, now: float) -> tuple[Contact, ...]:
    """The fingers of a touch event, in logical units, at time `now`."""
    if event.type() == QEvent.Type.TouchCancel:
        return tuple(
            Contact(point.id(), _place(point.position(), turning), now, "cancel")
            for point in event.points()
        )
    phases: dict[QEventPoint.State, Phase] = {
        QEventPoint.State.Pressed: "down",
        QEventPoint.State.Updated: "move",
        QEventPoint.State.Released: "up",
    }
    return tuple(
        Contact(point.id(), _place(point.position(), turning), now, phases[point.state()])
        for point in event.points()
        if point.state() in phases
    )


def mouse_contact(event: QMouseEvent, turning: Turning, now: float) -> Contact | None:
    """The mouse as a finger; None while its left button has nothing to do with it."""
    at = _place(event.position(), turning)
    if event.type() == QEvent.Type.MouseMove:
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        return Contact(MOUSE, at, now, "move") if is_held else None
    if event.button() != Qt.MouseButton.LeftButton:
        return None
    is_up = event.type() == QEvent.Type.MouseButtonRelease
    return Contact(MOUSE, at, now, "up" if is_up else "down")


def wheel_turn(event: QWheelEvent, turning: Turning) -> tuple[Point, float, float]:
    """Where the pointer is, and by how many notches the wheel was turned: on, and to the right."""
    angle = event.angleDelta()
    is_aside = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    on, aside = (0, angle.x() or angle.y()) if is_aside else (angle.y(), angle.x())
    return _place(event.position(), turning), on / _NOTCH, -aside / _NOTCH


def _place(at: QPointF, turning: Turning) -> Point:
    """A place in the window as one on the page, in logical units."""
    place, scale = turning.on_page(at), turning.device.scale
    return Point(place.x() / scale, place.y() / scale)
