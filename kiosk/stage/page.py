"""The page in the window: what is seen on it, and painting anew what a frame changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.marks import Frame
    from kiosk.stage.preparing import Stagecraft
    from kiosk.stage.props import Props
    from kiosk.stage.rects import Rects
    from kiosk.stage.window import StageWindow


class Page:
    """The page as large as `window` is. loads: whether every frame waits for its pictures."""

    def __init__(self, window: StageWindow, props: Props, *, loads: bool) -> None:
        self.craft = props.craft_for(window.device, loads=loads)
        self._window = window
        self._props = props
        self._loads = loads
        self._shown: Frame | None = None

    def forget(self) -> None:
        """Nothing is known of what is seen: the next frame changes all of it."""
        self._shown = None

    def changed_by(self, frame: Frame) -> Rects:
        """The pixels that `frame` changes."""
        return self.craft.painter.damage(self._shown, frame)

    def paint(self, frame: Frame, rects: Rects) -> bool:
        """Shows `frame`, which changes `rects`; whether a picture in it was not ready."""
        painter = self.craft.painter
        unready = painter.unready

        def draw(on: QPainter) -> None:
            painter.paint(on, frame, rects)

        if rects:
            self._window.paint(rects, draw)
        self._shown = frame
        return painter.unready > unready

    def resize(self) -> bool:
        """Makes the page as large as the window, if it is not; whether it was not.

        Its pictures have other pixels then, and frames wait for them until the next slide comes on.
        """
        if self._window.device == self.craft.painter.device:
            return False
        self.make_anew()
        return True

    def make_anew(self) -> None:
        """Forgets all that was laid out and drawn: it would be another thing now."""
        self.turn_to(self._props.craft_for(self._window.device, loads=True))

    def other_craft(self) -> Stagecraft:
        """What would make the same page with the props that there are by now."""
        return self._props.craft_for(self._window.device, loads=self._loads)

    def turn_to(self, craft: Stagecraft) -> None:
        """The page is made so from now on."""
        self.craft = craft
        self.forget()

    def turn_over(self) -> None:
        """Another slide has come on, whose pictures are ready."""
        self.craft.painter.marks.pictures.loads = self._loads
