"""A frame reached by playing, painted by difference, equals the frame that is sought."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.geometry import page_size
from kiosk.marks import Frame
from kiosk.playback.compose import Composer
from kiosk.playback.effects import Effects, Prepare
from kiosk.playback.events import Ready
from kiosk.playback.machine import advance, next_due, start, step
from kiosk.playback.order import loop_ids
from kiosk.playback.seek import seek
from kiosk.playback.state import Options, State
from kiosk.show.model import Show
from kiosk.stage.assets import Assets
from kiosk.stage.device import Device
from kiosk.stage.draw import FramePainter, render
from kiosk.stage.measure import QtMeasure
from tests.gallery import GALLERY, SLIDES, gallery_names, opened

pytestmark = pytest.mark.usefixtures("app")

FOLDERS = [SLIDES / "yubei", *(GALLERY / name for name in gallery_names())]
SHOWS = {folder.name: opened(folder) for folder in FOLDERS}
EVERY_SLIDE = [
    pytest.param(folder, slide.id, id=f"{folder.name}-{slide.id}")
    for folder in FOLDERS
    for slide in SHOWS[folder.name].slides
]
WIDE = ((640, 360), Options(takes_all=True))
TALL = ((360, 640), Options(takes_all=True, language="en", theme="paper"))

TURN_STEPS = 5  # frames of the turn before the slide
ENTRY_STEPS = 8  # frames of its entry
LATER_S = (0.4, 1.1, 2.3)  # after its entry: drift, and the invitation's breath
CHECKED = (1, 4, 7, 8, 10)  # which of these frames are compared


@pytest.fixture(scope="module")
def measure() -> QtMeasure:
    return QtMeasure()


class Stage:
    """A show that is played on an image, by a clock that is just a number."""

    def __init__(
        self, show: Show, first: str, options: Options, size: tuple[int, int], assets: Assets,
        measure: QtMeasure,
    ) -> None:  # fmt: skip
        self.size, self.assets, self.measure = size, assets, measure
        self.composer = Composer(page_size(*size), measure)
        self.painter = FramePainter(Device(*size), assets, measure.lines, loads=True)
        self.screen = QImage(*size, QImage.Format.Format_RGB32)
        self.screen.fill(Qt.GlobalColor.magenta)
        self.shown: Frame | None = None
        self.now = 0.0
        self.state, effects = start(show, self.now, options, first)
        self.ready(effects)

    def ready(self, effects: Effects) -> None:
        """Answers that all is ready which was asked for."""
        for effect in effects:
            if isinstance(effect, Prepare):
                for wanted in effect.views:
                    entry_s = self.composer.prepare(effect.show, wanted).entry_s
                    ready = Ready(wanted.slide, entry_s, wanted.language, wanted.theme)
                    self.state, more = step(self.state, ready, self.now)
                    assert not any(isinstance(one, Prepare) for one in more)

    def play_to(self, now: float) -> None:
        """Paints what differs at `now`."""
        self.now = now
        self.state, effects = advance(self.state, now)
        self.ready(effects)
        coming = self.composer.frame(self.state, now)
        rects = self.painter.damage(self.shown, coming)
        if rects:
            with QPainter(self.screen) as painter:
                self.painter.paint(painter, coming, rects)
        self.shown = coming

    def play_through_the_turn(self, to: str) -> None:
        """Plays to the end of the stay, and from there to the slide `to`, which comes next."""
        due = next_due(self.state)
        assert due is not None
        for part in range(TURN_STEPS + 1):
            self.play_to(due + self.state.show.slide(to).turn.duration_s * part / TURN_STEPS)

    def anew(self, state: State, now: float) -> QImage:
        """`state` as one who never saw another frame paints it."""
        composer = Composer(page_size(*self.size), self.measure)
        return render(composer.frame(state, now), self.size, self.assets, self.measure.lines)


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
    stage = Stage(show, every[max(0, place - 1)], options, size, assets[folder], measure)
    stage.play_to(0.0)

    if place:
        stage.play_through_the_turn(slide)
    begun = stage.now
    entry_s = stage.composer.prepare(show, stage.state.view.wanted).entry_s
    moments = [entry_s * part / ENTRY_STEPS for part in range(ENTRY_STEPS)]
    moments += [entry_s + later for later in LATER_S]

    assert stage.state.view.id == slide
    for index, moment in enumerate(moments):
        stage.play_to(begun + moment)
        if index in CHECKED:
            t = stage.state.view.local_t(stage.now)
            sought = stage.anew(seek(show, slide, t, options), 0.0)
            assert not where_it_differs(stage.screen, sought), f"at {t:.3f} s"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_moment_of_a_turn_has_the_same_pixels_whatever_was_painted_before(
    folder: Path, assets: dict[Path, Assets], measure: QtMeasure
) -> None:
    size, options = WIDE
    show = SHOWS[folder.name]
    stage = Stage(show, show.slides[0].id, options, size, assets[folder], measure)
    stage.play_to(0.0)

    for slide in show.slides[1:]:
        due = next_due(stage.state)
        assert due is not None
        for share in (-0.2, 0.0, 0.2, 0.4):
            stage.play_to(due + share * slide.turn.duration_s)

        anew = stage.anew(stage.state, stage.now)
        assert not where_it_differs(stage.screen, anew), f"before {slide.id}"
        stage.play_to(due + slide.turn.duration_s)
        assert stage.state.view.id == slide.id
