"""The fonts that a show brings in its folder `fonts`, for what the program's own faces lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.stage.brought import Brought

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.stage.brought import Fault, Font

FOLDER = "fonts"


class ShowFonts:
    """Vets and loads the fonts of shows, each once as long as this lives."""

    def __init__(self) -> None:
        self._faults: dict[bytes, Fault | None] = {}
        self._families: dict[bytes, tuple[str, ...]] = {}

    def vetted(self, show: Path) -> Brought:
        """The fonts in the folder of a show. Any thread may; a new one takes about a second."""
        folder = show / FOLDER
        if not _is_there(folder):
            return Brought()
        # A show without fonts does not wait for this.
        from kiosk.stage.font_vetting import vetted  # noqa: PLC0415 - see above

        return vetted(folder, self._faults)

    def load(self, brought: Brought) -> tuple[str, ...]:
        """The families of the fonts, which text may be set in from now on.

        Needs the application (`kiosk.stage.app.application`).
        """
        return tuple(dict.fromkeys(f for font in brought.fonts for f in self._loaded(font)))

    def _loaded(self, font: Font) -> tuple[str, ...]:
        """The families of a font that may be loaded."""
        from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - see `kiosk.stage.app`

        if font.digest not in self._families:
            number = QFontDatabase.addApplicationFontFromData(font.content)
            self._families[font.digest] = tuple(QFontDatabase.applicationFontFamilies(number))
        return self._families[font.digest]


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder that may be looked into."""
    try:
        return folder.is_dir()
    except OSError:
        return False
