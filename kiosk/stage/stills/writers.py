"""Writes images to files: the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImageWriter

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

# Qt's default takes ten times as long for a tenth less.
_LITTLE_COMPRESSION = 80  # zlib's level 1
_MOST_COMPRESSION = 0
_FINE = 88  # of 100: letters have no specks around them


def save_png(image: QImage, path: Path, *, smallest: bool = False) -> None:
    """Writes `image` as PNG, soon or as small as can be. Raises OSError when it cannot."""
    quality = _MOST_COMPRESSION if smallest else _LITTLE_COMPRESSION
    path.write_bytes(_encoded(image, b"png", quality))


def save_jpeg(image: QImage, path: Path) -> None:
    """Writes `image` as JPEG, for pages that keep many. Raises OSError when it cannot."""
    path.write_bytes(_encoded(image, b"jpeg", _FINE))


def webp_of(image: QImage) -> bytes:
    """`image` as WebP, which browsers show. Raises OSError when it cannot be written."""
    return _encoded(image, b"webp", _FINE)


def _encoded(image: QImage, kind: bytes, quality: int) -> bytes:
    """`image` as a file of that kind. Qt itself would not say why a file cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(quality)
    if not writer.write(image):
        message = f"{kind.decode()}: {writer.errorString()}"
        raise OSError(message)
    return bytes(buffer.data().data())
