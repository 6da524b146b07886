"""What lies above the slides, judged from its pixels over the pictures that are worst for it.

All that is read or touched there is painted with it and without it, at full size. Where its own
paint is whole (a second painting of it alone says so) the two are compared, as WCAG 2.2 defines
contrast: 4.5:1 for text, 3:1 for large text (1.4.3), and 3:1 for icons and dashes (1.4.11).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest

from kiosk.geometry import Pose, page_size
from kiosk.marks import Figure, Frame, Label, Layer, Shape, Sheet
from kiosk.playback.compose import Composer
from kiosk.playback.look import Look
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import Note, Options, still
from kiosk.playback.views.extents import boxes_of
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.stills.seeing import colours_of, ink_of
from kiosk.theme import Colour
from tests.gallery import LANDSCAPE, PORTRAIT, opened
from tests.unit.author.checking.slides import save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtGui import QGuiApplication

    from kiosk.geometry import Box
    from kiosk.marks import Mark
    from kiosk.playback.state import State
    from kiosk.show.model import Show

SHOW = """\
kiosk: 1
title: {zh: 渝北, en: Yubei}
languages: [zh, en]
viewing: 2.5 m
facts: facts.yaml
chapters: [one.yaml, two.yaml, three.yaml]
"""
FACTS = """\
facts:
  crowd: {value: 1234, unit: {zh: 人, en: people}, source: {zh: 某处, en: Someone}}
"""
CHAPTER = """\
title: {{zh: 山城, en: The mountain city}}
picture: picture.png
slides:
  - id: {name}-bare
    layout: full-picture
    title: {{zh: "山城 {{crowd}}", en: "The city {{crowd}}"}}
    picture: {{file: picture.png, alt: A picture, scrim: 0, motion: none}}
  - id: {name}-opening
    layout: opening
    title: {{zh: 山城, en: The city}}
    picture: {{file: picture.png, alt: A picture, motion: none}}
"""
ICONS = ("-icon", "dash-", "fill-", "step-", "left", "track", "knob", "tick")
INACTIVE = "previous"  # on the first slide it leads nowhere (WCAG 1.4.11 does not ask for it)
ABOVE = ("chrome", "invitation", "strip", "adjusting", "staff", "countdown", "note")
FAINTEST_S = 2.0  # from one breath of the invitation, when it is brightest
WHOLE = 0.995  # of a pixel, that is the mark's own
SPECKS = 0.15  # of its pixels, that may come nearer: edges of letters, which are smoothed
STEPS = 0.02  # share by which a screen's steps of colour may spoil a contrast
LARGE_MM_PER_M = 8.9  # 24 CSS pixels, each 0.0213 degrees


def checked(cell: int) -> NDArray[np.uint8]:
    """Squares of black and white."""
    down, across = np.mgrid[0:540, 0:960]
    grey = np.where((down // cell + across // cell) % 2, 255, 0)
    return np.repeat(grey[:, :, None], 3, axis=2).astype(np.uint8)


@pytest.fixture(scope="module")
def worst(tmp_path_factory: pytest.TempPathFactory, app: QGuiApplication) -> tuple[Show, Path]:
    """A show with such a picture everywhere."""
    del app  # it must be there
    folder = tmp_path_factory.mktemp("worst")
    save(checked(30), folder / "picture.png")
    (folder / "show.yaml").write_text(SHOW, "utf-8")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    for name in ("one", "two", "three"):
        (folder / f"{name}.yaml").write_text(CHAPTER.format(name=name), "utf-8")
    return opened(folder), folder


class Painted(NamedTuple):
    """A mark above the slides. needed: its contrast; found: what its pixels have."""

    name: str
    needed: float
    found: float


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance, from WCAG's definition. colours: (…, 3), 0 to 255."""
    share = colours / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = (linear[..., place] for place in range(3))
    brightness: NDArray[np.float64] = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return brightness


def is_icon(mark: Mark) -> bool:
    """Whether it is a sign to be understood, and no ground of one."""
    return isinstance(mark, Shape) and any(
        mark.key.startswith(sign) or mark.key.endswith(sign) for sign in ICONS
    )


def is_judged(mark: Mark) -> bool:
    """Whether it has to be told from what lies below it: no text in a slide made small does."""
    is_in_small = mark.key.partition("/")[0].isdecimal()
    return (isinstance(mark, Label | Figure) and not is_in_small) or is_icon(mark)


def alone(mark: Mark) -> Mark:
    """It in white, as opaque as can be."""
    white = Colour(1.0, 1.0, 1.0)
    if isinstance(mark, Label | Figure):
        return replace(mark, colour=white, opacity=1.0)
    assert isinstance(mark, Shape)
    fill, stroke = (white if paint is not None else None for paint in (mark.fill, mark.stroke))
    return replace(mark, fill=fill, stroke=stroke, opacity=1.0)


def judged(frame: Frame, folder: Path, px_per_mm: float, viewing_m: float) -> Iterator[Painted]:
    """All that is read or touched above the slides of a frame, from its pixels."""
    measure, assets = QtMeasure(), Assets(folder)
    size = (round(frame.size.width), round(frame.size.height))
    sheets = [sheet for sheet in frame.sheets if sheet.key in ABOVE]
    layers = [layer for sheet in sheets for layer in sheet.layers if layer.key != INACTIVE]
    marks = [mark for layer in layers for mark in filter(is_judged, layer.marks)]
    assert all(sheet.pose == Pose() for sheet in sheets)

    def paint(shown: Frame) -> NDArray[np.uint8]:
        return colours_of(shown, size, assets, measure.lines)

    whole = luminance(paint(frame))
    behind = luminance(paint(replace(frame, sheets=tuple(map(bare, frame.sheets)))))
    contrast = (np.maximum(whole, behind) + 0.05) / (np.minimum(whole, behind) + 0.05)
    alone_on_black = Sheet("only", (Layer("only", tuple(map(alone, marks))),), Pose(), BLACK)
    is_own = paint(Frame(frame.size, (alone_on_black,)))[..., 0] >= WHOLE * 255
    for mark in marks:
        needed, boxes = 3.0, [*boxes_of(mark, measure)]
        if isinstance(mark, Label | Figure):
            em = mark.style.size / px_per_mm / viewing_m
            needed, boxes = 3.0 if em >= LARGE_MM_PER_M else 4.5, [ink_of(mark, measure.lines)]
        own = [contrast[place][is_own[place]] for place in map(pixels, boxes)]
        values = np.concatenate(own) if own else np.array([])
        if values.size:
            yield Painted(mark.key, needed, float(np.quantile(values, SPECKS)))


def pixels(box: Box) -> tuple[slice, slice]:
    """The rows and columns that the box touches."""
    rows = slice(max(0, int(box.y) - 1), max(0, int(box.bottom) + 2))
    return rows, slice(max(0, int(box.x) - 1), max(0, int(box.right) + 2))


BLACK = Colour(0.0, 0.0, 0.0)


def bare(sheet: Sheet) -> Sheet:
    """The sheet without what is judged, if it lies above the slides."""
    if sheet.key not in ABOVE:
        return sheet
    layers = (
        replace(layer, marks=tuple(mark for mark in layer.marks if not is_judged(mark)))
        for layer in sheet.layers
    )
    return replace(sheet, layers=tuple(layers))


def states(show: Show, theme: str, language: str) -> Iterator[tuple[str, State]]:
    """Moments of a visit and of the loop, each with something above the slides."""
    options = Options(takes_all=True, look=Look(language, theme))
    for slide in ("two-bare", "two-opening"):
        yield f"visit {slide}", seek(show, slide, LONG_S, options, "visit")
        yield f"loop {slide}", seek(show, slide, LONG_S + FAINTEST_S, options)
    told = seek(show, "two-bare", LONG_S, options, "visit")
    yield "note", replace(told, note=Note("figure-title-1", still(1.0)))
    for view in ("strip", "access", "countdown", "staff"):
        yield view, seek(show, view, 6.0, options)


@pytest.mark.parametrize("theme", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize(
    ("size", "language"), [(LANDSCAPE, "zh"), (PORTRAIT, "en")], ids=["landscape", "portrait"]
)
def test_all_that_lies_above_slides_can_be_told_from_the_worst_picture(
    worst: tuple[Show, Path], theme: str, size: tuple[int, int], language: str
) -> None:
    show, folder = worst
    composer = Composer(page_size(*size), QtMeasure())

    found = [
        (moment, painted)
        for moment, state in states(show, theme, language)
        for painted in judged(composer.frame(state, 0.0), folder, 2.017, show.viewing_m)
    ]

    assert len(found) > 40
    poor = [one for one in found if one[1].found < one[1].needed * (1 - STEPS)]
    assert not poor, "\n".join(map(str, poor))
