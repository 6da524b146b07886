"""Which characters the program's own faces and the fonts of a show have, and which they lack."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, get_args
from unicodedata import category, normalize

from kiosk.stage.fonts.faces import face_of
from kiosk.theme import FaceName
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QRawFont

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATIONS = range(0xFE00, 0xFE10)  # of a sign before them; where there is none they are not seen


@dataclass(slots=True)
class Coverage:
    """Knows what text lacks a glyph.

    brought: gives the families of the show's fonts, when the application is there. It is asked, and
    Qt loaded, only for what is neither ASCII nor in GB2312, which every face has.
    """

    brought: Callable[[], tuple[str, ...]]
    _fonts: tuple[tuple[QRawFont, ...], ...] = ()
    _known: dict[str, bool] = field(default_factory=dict)

    def missing(self, text: str) -> str:
        """The characters of `text` that one of the faces lacks, each once, in order.

        What nobody would see is not missed, nor an accent that its letter is drawn with.
        """
        if text.isascii():
            return ""
        seen = dict.fromkeys(normalize("NFC", text))
        return "".join(character for character in seen if not self._has(character))

    def _has(self, character: str) -> bool:
        known = self._known.get(character)
        if known is None:
            known = _is_plain(character) or self._is_drawn(character)
            self._known[character] = known
        return known

    def _is_drawn(self, character: str) -> bool:
        """Whether each face has the character, in one of its fonts."""
        if not self._fonts:
            self._fonts = _fonts(self.brought())
        code = ord(character)
        return all(any(font.supportsCharacter(code) for font in face) for face in self._fonts)


def _is_plain(character: str) -> bool:
    """Whether the character is one that every face has, or that nobody sees."""
    if character.isascii() or category(character) in _UNSEEN or ord(character) in _VARIATIONS:
        return True
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _fonts(brought: tuple[str, ...]) -> tuple[tuple[QRawFont, ...], ...]:
    """The fonts in which each kind of face looks for a character."""
    from PySide6.QtGui import QFont, QRawFont  # noqa: PLC0415 - most shows need none

    wanted = {face_of(name).families for name in get_args(FaceName)}
    return tuple(
        tuple(QRawFont.fromFont(QFont(family)) for family in (*families, *brought))
        for families in sorted(wanted)
    )
