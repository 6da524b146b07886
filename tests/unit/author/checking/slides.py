"""Shows of one slide with one picture, seen as `check` sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from kiosk.author.checking.seen import Eye
from kiosk.author.stills import Studio
from kiosk.geometry import Pose, page_size
from kiosk.marks import Figure, Frame, Label, Layer, Sheet
from kiosk.playback.look import Look
from kiosk.stage.stills.seeing import colours_of
from tests.gallery import LANDSCAPE, opened

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.marks import Mark

SHOW = "kiosk: 1\ntitle: 渝北\nlanguages: [zh, en]\nchapters: [one.yaml]\n"
HEAD = "title: 夜\nslides:\n  - id: one\n"


def plain(grey: int, width: int = 320, height: int = 180) -> NDArray[np.uint8]:
    """A picture of one grey: (rows, columns, 3)."""
    return np.full((height, width, 3), grey, np.uint8)


def save(colours: NDArray[np.uint8], file: Path) -> None:
    """Writes a picture of these colours."""
    high, wide = colours.shape[:2]
    rows = np.ascontiguousarray(colours)
    assert QImage(rows.data, wide, high, 3 * wide, QImage.Format.Format_RGB888).save(str(file))


def seen(
    folder: Path, slide: str, picture: NDArray[np.uint8], look: Look, *,
    size: tuple[int, int] = LANDSCAPE, show: str = SHOW, view: str = "one",
) -> Seen:  # fmt: skip
    """The slide of those fields, whose picture is `picture.png`, or the view `home`.

    slide: indented by four.
    """
    save(picture, folder / "picture.png")
    (folder / "show.yaml").write_text(show, "utf-8")
    (folder / "one.yaml").write_text(HEAD + slide, "utf-8")
    return Eye(Studio.of(opened(folder), folder), page_size(*size)).sees(view, look)


def painted(seen: Seen, short_px: int, *, with_texts: bool) -> NDArray[np.uint8]:
    """It on so many pixels on the short side, without the chrome: (rows, columns, 3), RGB."""
    layers = tuple(
        Layer(part.key, tuple(m for m in part.scene.full if with_texts or not _is_text(m)))
        for part in seen.laid.placed
    )
    page, scale = seen.page, short_px / min(seen.page.width, seen.page.height)
    frame = Frame(page, (Sheet("slide", layers, Pose(), seen.room.theme.ground),))
    size = (round(page.width * scale), round(page.height * scale))
    return colours_of(frame, size, seen.studio.assets, seen.studio.lines)


def _is_text(mark: Mark) -> bool:
    return isinstance(mark, Label | Figure)
