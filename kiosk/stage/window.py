"""The one window: it shows what it is given, and passes on what it feels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBackingStore,
    QGuiApplication,
    QImage,
    QPainter,
    QRegion,
    QSurface,
    QWindow,
)

from kiosk.stage.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QExposeEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
        QScreen,
        QTouchEvent,
        QWheelEvent,
    )

    from kiosk.show.machine import Rotation
    from kiosk.stage.device import Device
    from kiosk.stage.rects import Rects


class StageWindow(QWindow):
    """A window that is painted at once when it is told to, not when Qt finds the time.

    exposed: it came into sight, and everything is to be painted. resized: it has other pixels.
    touched (QTouchEvent), clicked (QMouseEvent), rolled (QWheelEvent), typed (a key's code),
    closed: what was felt.
    rotation: degrees by which all that is painted is turned clockwise; `turning` says where what
    was felt lies on the page.
    """

    exposed = Signal()
    resized = Signal()
    touched = Signal(object)
    clicked = Signal(object)
    rolled = Signal(object)
    typed = Signal(int)
    closed = Signal()

    def __init__(self, rotation: Rotation = 0) -> None:
        super().__init__()
        self.setSurfaceType(QSurface.SurfaceType.RasterSurface)
        self.setTitle("kiosk")
        self._store = QBackingStore(self)
        self._screen_index: int | None = None
        self._rotation: Rotation = rotation
        self._upright: QImage | None = None

    @property
    def turning(self) -> Turning:
        """How the page lies in the window."""
        return Turning(self._rotation, max(1, self.width()), max(1, self.height()))

    @property
    def device(self) -> Device:
        """The page's pixels."""
        return self.turning.device

    @property
    def is_in_sight(self) -> bool:
        """Whether what is painted can be seen; a window that was closed still counts as exposed."""
        return self.isVisible() and self.isExposed()

    def open_on(self, index: int) -> None:
        """Fills the screen of that number, or the last one there is, now and after every change.

        By its geometry, as there may be no window manager that knows what full screen means.
        """
        self._screen_index = index
        self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._fill_screen)
        application.screenRemoved.connect(self._fill_screen)
        self._fill_screen()

    def open_sized(self, width: int, height: int) -> None:
        """An ordinary window of that many pixels."""
        self.resize(width, height)

    def refresh_s(self) -> float:
        """Seconds between two pictures of its screen."""
        rate = self.screen().refreshRate() if self.screen() is not None else 0.0
        return 1.0 / rate if rate > 1.0 else 1.0 / 60.0

    def paint(self, rects: Rects, draw: Callable[[QPainter], None]) -> None:
        """Shows what `draw` paints within `rects`; nothing while the window is out of sight."""
        if not self.is_in_sight or not rects:
            return
        turning = self.turning
        region = QRegion()
        for rect in rects:
            region += turning.in_window(rect)
        upright = None if turning.degrees == 0 else self._painted_upright(turning, draw)
        self._store.beginPaint(region)
        try:
            with QPainter(self._store.paintDevice()) as painter:
                if upright is None:
                    draw(painter)
                else:
                    _lay_turned(painter, turning, upright, rects)
        finally:
            self._store.endPaint()
        self._store.flush(region)

    def _painted_upright(self, turning: Turning, draw: Callable[[QPainter], None]) -> QImage:
        """The page with what `draw` paints, so that its pixels are those of any other screen.

        Turned text and outlines would get others, and are painted many times as slowly.
        """
        size = turning.device.page.size()
        if self._upright is None or self._upright.size() != size:
            self._upright = QImage(size, QImage.Format.Format_RGB32)
        with QPainter(self._upright) as painter:
            draw(painter)
        return self._upright

    def _fill_screen(self, changed: QScreen | None = None) -> None:
        """Lies on the chosen screen, all over it."""
        del changed
        screens = QGuiApplication.screens()
        if self._screen_index is None or not screens:
            return
        screen = screens[min(self._screen_index, len(screens) - 1)]
        if screen is not self.screen():
            self.setScreen(screen)
        screen.geometryChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)
        self.setGeometry(screen.geometry())

    def _follow(self, geometry: QRect) -> None:
        """The screen has another size now, or lies elsewhere."""
        del geometry
        self._fill_screen()

    def exposeEvent(self, event: QExposeEvent) -> None:  # noqa: N802 - Qt's name
        """Came into sight, or out of it."""
        del event
        if self.isExposed():
            self.exposed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Has other pixels."""
        size = event.size()
        self._store.resize(QSize(max(1, size.width()), max(1, size.height())))
        self.resized.emit()

    def touchEvent(self, event: QTouchEvent) -> None:  # noqa: N802 - Qt's name
        """Fingers."""
        event.accept()
        self.touched.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse went down."""
        self.clicked.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse moved."""
        self.clicked.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse went up."""
        self.clicked.emit(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The wheel turned."""
        self.rolled.emit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key went down; a key that is held counts once."""
        if not event.isAutoRepeat():
            self.typed.emit(event.key())

    def event(self, event: QEvent) -> bool:
        """Whether the event was dealt with."""
        if event.type() == QEvent.Type.Close:
            self.closed.emit()
        return super().event(event)


def _lay_turned(painter: QPainter, turning: Turning, upright: QImage, rects: Rects) -> None:
    """Copies `rects` of the page to where they lie in the window."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setTransform(turning.onto_window)
    for rect in rects:
        painter.drawImage(rect.topLeft(), upright, rect)
