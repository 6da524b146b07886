"""A frame reached by playing, painted by difference, equals the frame that is sought."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.playback.look import Look
from kiosk.playback.machine import next_due
from kiosk.playback.order import loop_ids
from kiosk.playback.seek import seek
from kiosk.playback.state import Options
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.pictures.assets import Assets
from tests.gallery import GALLERY, SLIDES, gallery_names, opened
from tests.stage.screening import Screening

pytestmark = pytest.mark.usefixtures("app")

FOLDERS = [SLIDES / "yubei", *(GALLERY / name for name in gallery_names())]
SHOWS = {folder.name: opened(folder) for folder in FOLDERS}
EVERY_SLIDE = [
    pytest.param(folder, slide.id, id=f"{folder.name}-{slide.id}")
    for folder in FOLDERS
    for slide in SHOWS[folder.name].slides
]
WIDE = ((640, 360), Options(takes_all=True))
TALL = ((360, 640), Options(takes_all=True, look=Look("en", "paper")))

ENTRY_STEPS = 8  # frames of its entry
LATER_S = (0.4, 1.1, 2.3)  # after its entry: drift, and the invitation's breath
CHECKED = (1, 4, 7, 8, 10)  # which of these frames are compared


@pytest.fixture(scope="module")
def measure() -> QtMeasure:
    return QtMeasure()


def where_it_differs(played: QImage, sought: QImage) -> str:
    """The pixels that differ, in words; empty when none does."""
    if played == sought:
        return ""
    size = played.size()
    places = [
        (x, y)
        for y in range(size.height())
        for x in range(size.width())
        if played.pixel(x, y) != sought.pixel(x, y)
    ]
    xs, ys = zip(*places, strict=True)
    return f"{len(places)} pixels between {min(xs), min(ys)} and {max(xs), max(ys)}"


@pytest.fixture(scope="module")
def assets() -> dict[Path, Assets]:
    """The pictures of each show, decoded once."""
    return {folder: Assets(folder) for folder in FOLDERS}


@pytest.mark.parametrize(("size", "options"), [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize(("folder", "slide"), EVERY_SLIDE)
def test_playing_to_any_moment_of_a_slide_gives_the_pixels_of_seeking_it(
    folder: Path, slide: str, size: tuple[int, int], options: Options,
    assets: dict[Path, Assets], measure: QtMeasure,
) -> None:  # fmt: skip
    show = SHOWS[folder.name]
    every = loop_ids(seek(show, slide, 0.0, options))
    place = every.index(slide)
    screening = Screening(show, every[max(0, place - 1)], options, size, assets[folder], measure)
    screening.play_to(0.0)

    if place:
        screening.play_through_the_turn(slide)
    begun = screening.now
    entry_s = screening.entry_s
    moments = [entry_s * part / ENTRY_STEPS for part in range(ENTRY_STEPS)]
    moments += [entry_s + later for later in LATER_S]

    assert screening.state.view.id == slide
    for index, moment in enumerate(moments):
        screening.play_to(begun + moment)
        if index in CHECKED:
            t = screening.state.view.local_t(screening.now)
            sought = screening.anew(seek(show, slide, t, options), 0.0)
            assert not where_it_differs(screening.screen, sought), f"at {t:.3f} s"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_moment_of_a_turn_has_the_same_pixels_whatever_was_painted_before(
    folder: Path, assets: dict[Path, Assets], measure: QtMeasure
) -> None:
    size, options = WIDE
    show = SHOWS[folder.name]
    screening = Screening(show, show.slides[0].id, options, size, assets[folder], measure)
    screening.play_to(0.0)

    for slide in show.slides[1:]:
        due = next_due(screening.state)
        assert due is not None
        for share in (-0.2, 0.0, 0.2, 0.4):
            screening.play_to(due + share * slide.turn.duration_s)

        anew = screening.anew(screening.state, screening.now)
        assert not where_it_differs(screening.screen, anew), f"before {slide.id}"
        screening.play_to(due + slide.turn.duration_s)
        assert screening.state.view.id == slide.id
