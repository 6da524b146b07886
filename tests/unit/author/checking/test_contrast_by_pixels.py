"""What `check` says of contrast, held against painted pixels of some two hundred texts.

The slide is painted at full size with its texts and without them, at three moments of its drift. A
third painting, of the texts alone in white, tells which pixels are wholly theirs. There the two are
compared by the formula of WCAG 2.2, piece by piece of each text: its contrast is that of the worst
piece. Nothing here is the check's own but the places of the texts.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.author.checking.contrast import measured
from kiosk.geometry import Pose
from kiosk.marks import Figure, Frame, Label, Layer, Picture, Sheet
from kiosk.motion.scene import Drift
from kiosk.playback.look import Look
from kiosk.stage.stills.seeing import colours_of, ink_of, rgb_of
from kiosk.theme import Colour
from tests.gallery import LANDSCAPE, PORTRAIT, SLIDES
from tests.unit.author.checking.slides import plain, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Box
    from kiosk.marks import Mark

# Shares by which the pixels' contrast may be below what is needed without being told, and above it
# and told all the same. Where a picture is all specks, check looks at those around letters too: it
# may tell of more.
MISSED, ALARMED = 0.1, 0.15
WHOLE = 0.995  # of a pixel, that is the letter's own
PIECE = 48  # pixels: the side of the pieces of a text
FEW = 12  # pixels of which nothing is told
SPECKS = 0.1  # of a piece's pixels, that may come nearer
LARGE_MM_PER_M = 8.9  # 24 CSS pixels, each 0.0213 degrees
PX_PER_MM = 2.017  # on 43 inches
BLACK, WHITE = Colour(0.0, 0.0, 0.0), Colour(1.0, 1.0, 1.0)


def grey(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """A picture of those greys, 0 to 255."""
    high, wide = 540, 960
    whole = np.broadcast_to(values, (high, wide))
    return np.repeat(whole[:, :, None], 3, axis=2).astype(np.uint8)


def squares(side: int) -> NDArray[np.uint8]:
    """Squares of black and white."""
    down, across = np.mgrid[0:540, 0:960]
    return grey(np.where((down // side + across // side) % 2, 255, 0))


def photo(name: str) -> NDArray[np.uint8]:
    """A photograph of the Yubei show."""
    image = QImage(str(SLIDES / "yubei" / "pictures" / f"{name}.jpg"))
    assert not image.isNull()
    return rgb_of(image.convertToFormat(QImage.Format.Format_RGB32))


def picture(name: str) -> NDArray[np.uint8]:
    """The picture of that name."""
    made = {
        "white": lambda: plain(255),
        "black": lambda: plain(0),
        "falling": lambda: grey(np.linspace(255, 0, 540)[:, None]),
        "squares": lambda: squares(40),
        "small-squares": lambda: squares(4),
        "specks": lambda: grey(np.arange(540 * 960).reshape(540, 960) * 7919 % 251),
    }
    return made[name]() if name in made else photo(name)


PHOTOS = ("apron", "courtyard", "quarry")  # they drift; of what is alike all over nothing is seen
PICTURES = (
    "white", "black", "falling", "squares", "small-squares", "specks", *PHOTOS,
)  # fmt: skip
WORDS = "    title: {zh: 山城的灯, en: City of lights}\n    text: {zh: 一座城的夜晚, en: A night}\n"
LAYOUTS = {
    "full-picture": WORDS,
    "cover": WORDS,
    "opening": WORDS + "    number: {value: 1234}\n",
    "at": WORDS + "    number: {value: 1234, at: [900, 120, 700, 300], "
    "at-portrait: [200, 300, 700, 300]}\n",
}
LOOKS = (
    ("full-picture", "0", "dusk", LANDSCAPE), ("full-picture", "0.35", "dusk", PORTRAIT),
    ("full-picture", "0.62", "dusk", LANDSCAPE), ("cover", "0.2", "dusk", LANDSCAPE),
    ("opening", "0.3", "paper", LANDSCAPE), ("opening", "0.5", "contrast", PORTRAIT),
    ("at", "0.4", "contrast", LANDSCAPE),
)  # fmt: skip
CASES = tuple(product(PICTURES, LOOKS))


class Text(NamedTuple):
    """A text over a picture. needed: its contrast; found: what its pixels have."""

    key: str
    needed: float
    found: float


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance by WCAG's definition. colours: (…, 3), 0 to 255."""
    share = colours / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    brightness: NDArray[np.float64] = (
        0.2126 * linear[..., 0] + 0.7152 * linear[..., 1] + 0.0722 * linear[..., 2]
    )
    return brightness


def is_text(mark: Mark) -> bool:
    return isinstance(mark, Label | Figure)


def paint(at: Seen, marks: tuple[Mark, ...], ground: Colour) -> NDArray[np.uint8]:
    """Those marks at full size."""
    frame = Frame(at.page, (Sheet("slide", (Layer("all", marks),), Pose(), ground),))
    size = (round(at.page.width), round(at.page.height))
    return colours_of(frame, size, at.studio.assets, at.studio.lines)


def moments(at: Seen) -> Iterator[tuple[Mark, ...]]:
    """The settled slide at both ends of its drift and half way."""
    drifts = [part.scene.ambient for part in at.laid.placed]
    periods = [one.period_s for one in drifts if isinstance(one, Drift)]
    for share in (0.0, 0.5, 1.0) if periods else (0.0,):
        t = (200.0 + share) * max(periods, default=1.0)
        yield tuple(mark for part in at.laid.placed for mark in part.scene.at(t))


def in_pixels(at: Seen) -> dict[str, Text]:
    """Every text that lies on a picture, by its key, as its pixels are."""
    settled = [mark for part in at.laid.placed for mark in part.scene.full]
    texts = [mark for mark in settled if isinstance(mark, Label | Figure)]
    alone = tuple(replace(mark, colour=WHITE, opacity=1.0) for mark in texts)
    is_own = paint(at, alone, BLACK)[..., 0] >= WHOLE * 255
    worst: dict[str, Text] = {}
    for marks in moments(at):
        pictures = [mark.box for mark in marks if isinstance(mark, Picture)]
        ground = at.room.theme.ground
        one, other = (
            luminance(paint(at, shown, ground))
            for shown in (marks, tuple(mark for mark in marks if not is_text(mark)))
        )
        contrasts = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
        for mark in texts:
            box = ink_of(mark, at.studio.lines)
            if not any(shown.meets(box) for shown in pictures):
                continue
            em = mark.style.size / PX_PER_MM / at.show.viewing_m
            needed = 3.0 if em >= LARGE_MM_PER_M else 4.5
            found = of_worst_piece(contrasts, is_own, box)
            if mark.key not in worst or found < worst[mark.key].found:
                worst[mark.key] = Text(mark.key, needed, found)
    return worst


def of_worst_piece(contrasts: NDArray[np.float64], is_own: NDArray[np.bool_], box: Box) -> float:
    """The contrast of the piece of a text that is hardest to read; 21 of none."""
    found = [21.0]
    for y in range(max(0, int(box.y)), int(box.bottom) + 1, PIECE):
        for x in range(max(0, int(box.x)), int(box.right) + 1, PIECE):
            piece = np.s_[y : min(y + PIECE, int(box.bottom) + 1), x : x + PIECE]
            own = contrasts[piece][is_own[piece]]
            if own.size >= FEW:
                found.append(float(np.quantile(own, SPECKS)))
    return min(found)


@pytest.mark.parametrize(
    ("name", "look"), CASES, ids=[f"{name}-{'-'.join(map(str, look[:3]))}" for name, look in CASES]
)
def test_what_is_told_is_what_the_pixels_have(
    tmp_path: Path, name: str, look: tuple[str, str, str, tuple[int, int]]
) -> None:
    layout, scrim, theme, size = look
    kind = "full-picture" if layout == "at" else layout
    motion = "drift" if name in PHOTOS else "none"
    hung = f"    picture: {{file: picture.png, scrim: {scrim}, motion: {motion}}}\n"
    slide = f"    layout: {kind}\n{LAYOUTS[layout]}{hung}"
    at = seen(tmp_path, slide, picture(name), Look("zh", theme), size=size)

    told = {text.key: found for text, _, found in measured(at)}

    for text in in_pixels(at).values():
        is_told = told.get(text.key, 21.0) < text.needed
        if text.found < text.needed * (1 - MISSED):
            assert is_told, f"missed: {text}, {told}"
        if text.found > text.needed * (1 + ALARMED) and name != "specks":
            assert not is_told, f"false alarm: {text}, {told}"
