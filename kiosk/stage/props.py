"""What a show brings in its folder for the stage: pictures, and fonts its text is set in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import page_size
from kiosk.phrases import said
from kiosk.playback.compose import Composer
from kiosk.stage.fonts.coverage import Coverage
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.preparing import Stagecraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.stage.device import Device
    from kiosk.stage.vetting.brought import Brought
    from kiosk.stage.vetting.show_fonts import ShowFonts


class Props:
    """The pictures and fonts of the show in `folder`, until it is another one's turn.

    fonts: those of shows, vetted before. found: gets what is wrong with one, in words. brought:
    the fonts of the show.
    """

    def __init__(self, folder: Path, fonts: ShowFonts, found: Callable[[str], None]) -> None:
        self.assets = Assets(folder)
        self.measure = QtMeasure()
        self.brought = fonts.vetted(folder)
        self._fonts = fonts
        self._found = found
        self._take_fonts()

    def turn_to(self, folder: Path, brought: Brought | None = None) -> bool:
        """The files of the show are those in `folder` from now on.

        Whether text is set in other fonts. brought: the show's; None where nobody has vetted them.
        """
        self.assets.turn_to(folder)
        before = self.brought
        self.brought = self._fonts.vetted(folder) if brought is None else brought
        self._take_fonts()
        return before.digests != self.brought.digests

    def refresh(self, brought: Brought | None) -> bool:
        """Files of the show have changed; whether crafts from now on set text in other fonts.

        brought: its fonts as they are now; None where nobody has looked.
        """
        self.assets.forgive()
        if brought is None or brought.digests == self.brought.digests:
            return False
        self.brought = brought
        self.measure = QtMeasure()
        self._take_fonts()
        return True

    def craft_for(self, device: Device, *, loads: bool) -> Stagecraft:
        """What composes and paints pages of those pixels.

        loads: whether a picture that is not decoded yet is waited for.
        """
        self.assets.set_room(device)
        composer = Composer(page_size(device.width, device.height), self.measure)
        painter = FramePainter(device, self.assets, self.measure.lines, loads=loads)
        return Stagecraft(composer, painter, self._missing)

    def _take_fonts(self) -> None:
        """Sets text in the show's fonts too, from now on."""
        families = self._fonts.load(self.brought)
        self.measure.lines.brought = families
        self._coverage = Coverage(lambda: families)
        for refusal in self.brought.refusals:
            self._found(said(refusal.said, "en"))

    def _missing(self, text: str) -> str:
        """The characters of `text` that no font has."""
        return self._coverage.missing(text)
