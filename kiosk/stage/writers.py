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
    writer = QImageWriter(str(path), b"png")
    writer.setQuality(_MOST_COMPRESSION if smallest else _LITTLE_COMPRESSION)
    if not writer.write(image):
        message = f"{path}: {writer.errorString()}"
        raise OSError(message)


def save_jpeg(image: QImage, path: Path) -> None:
    """Writes `image` as JPEG, for pages that keep many. Raises OSError when it cannot."""
    writer = QImageWriter(str(path), b"jpeg")
    writer.setQuality(_FINE)
    if not writer.write(image):
        message = f"{path}: {writer.errorString()}"
        raise OSError(message)


def webp_of(image: QImage) -> bytes:
    """`image` as WebP, which browsers show. Raises OSError when it cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"webp")
    writer.setQuality(_FINE)
    if not writer.write(image):
        message = f"WebP: {writer.errorString()}"
        raise OSError(message)
    return bytes(buffer.data().data())
