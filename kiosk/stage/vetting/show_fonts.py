"""The fonts that a show brings in its folder `fonts`, for what the program's own faces lack."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from kiosk.stage.disk import is_folder
from kiosk.stage.vetting.brought import Brought

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.stage.vetting.brought import Fault, Font

FOLDER = "fonts"


class ShowFonts:
    """Vets the fonts of shows, each once as long as this lives, and loads them.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._faults: dict[bytes, Fault | None] = {}
        self._loaded: tuple[bytes, ...] = ()
        self._families: tuple[tuple[str, ...], ...] = ()  # of each font that was loaded last
        self._loading = Lock()

    def vetted(self, show: Path) -> Brought:
        """The fonts in the folder of a show. Any thread may; a new one takes about a second."""
        folder = show / FOLDER
        if not is_folder(folder):
            return Brought()
        # A show without fonts does not wait for this.
        from kiosk.stage.vetting.fonts import vetted  # noqa: PLC0415 - see above

        return vetted(folder, self._faults)

    def load(self, brought: Brought) -> tuple[str, ...]:
        """The families of the fonts, which text may be set in from now on; see `look_again`.

        Any thread may. Needs the application (`kiosk.stage.app.application`).
        """
        with self._loading:
            if brought.digests != self._loaded:
                # All of them: of two fonts of one name the one counts that was loaded last.
                self._families = tuple(map(_families_of, brought.fonts))
                self._loaded = brought.digests
            return tuple(dict.fromkeys(name for font in self._families for name in font))


def look_again() -> None:
    """Has this thread set text in the fonts that there are by now.

    Each thread remembers what it has found in which family, and Qt has only that one forget it
    which loads a font. All forget it that choose fonts for emoji, though they be the same.
    """
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - see `kiosk.stage.app`

    QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationEmojiFontFamilies())


def _families_of(font: Font) -> tuple[str, ...]:
    """The families of a font, which is loaded."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - see `kiosk.stage.app`

    number = QFontDatabase.addApplicationFontFromData(font.content)
    return tuple(QFontDatabase.applicationFontFamilies(number))
