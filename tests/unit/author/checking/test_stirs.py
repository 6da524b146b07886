"""What is said to change at most as a slide comes on is held against what does, frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.author.checking.changes import stirred
from kiosk.author.checking.films import entering
from kiosk.author.checking.flashes import values_of
from kiosk.author.checking.seen import Eye
from kiosk.author.checking.stirs import ANYTHING, Stirs
from kiosk.author.stills import Studio
from kiosk.batches import Bars, Sectors, column, fours
from kiosk.geometry import Box, Size, page_size
from kiosk.layouts.base import Placed
from kiosk.limits import FLASH_DARK, FLASH_STEP
from kiosk.marks import Figure, Label, Picture, Shape
from kiosk.motion.easing import EASINGS, Easing
from kiosk.motion.scene import Breathe, Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.playback.look import Look
from kiosk.theme import Colour, TextStyle
from tests.gallery import GALLERY, LANDSCAPE, gallery_names, opened
from tests.unit.charts.stand_ins import EmMeasure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from kiosk.author.checking.flashes import Values
    from kiosk.marks import Mark

PAGE = Size(1920, 1080)
EDGES = 2  # cells, of 7296, into which the edge of a line or a letter reaches beyond its box
SCALE = 64 / 1080
WHITE = Colour(1.0, 1.0, 1.0)
STYLE = TextStyle("sans", 60.0)
BOX = Box(480, 270, 960, 540)


def changes_of(
    empty: Iterable[Mark], full: Iterable[Mark], timing: Timing | None = None
) -> tuple[float, float]:
    """How often the cell that changes most may: without digits and texts on their way, and all."""
    scene = Scene(tuple(full), tuple(empty), Timeline(timing or Timing(0.0, 0.5)))
    return most(scene)


def most(scene: Scene) -> tuple[float, float]:
    stirs = Stirs(PAGE, SCALE, EmMeasure())
    stirs.enter(Placed("part", scene))
    return float(stirs.others.max()), float(stirs.every.max())


def label(y: float = 500.0, opacity: float = 1.0) -> Label:
    return Label("title", "渝北", 300.0, y, STYLE, WHITE, opacity=opacity)


def figure(value: float, x: float = 900.0) -> Figure:
    return Figure("number", value, x, 500.0, STYLE, WHITE)


def bars(*widths: float, y: float = 100.0) -> Bars:
    boxes = fours((96.0, y + 120.0 * at, width, 80.0) for at, width in enumerate(widths))
    keys = tuple(f"mark/{at}" for at in range(len(widths)))
    return Bars("marks", keys, boxes, fours([WHITE] * len(widths)), column(widths) * 0 + 1)


def ring(end: float) -> Sectors:
    places = np.array([(960.0, 540.0, 200.0, 400.0, 0.0, end)])
    return Sectors("marks", ("mark/0",), places, fours([WHITE]))


def outline(path: str, trim: float = 1.0) -> Shape:
    return Shape("way", path, stroke=WHITE, width=8.0, trim=trim)


def test_what_fades_where_it_lies_changes_once() -> None:
    picture = Picture("picture", "a.jpg", BOX)

    assert changes_of([], [picture]) == (1.0, 1.0)
    assert changes_of([label(opacity=0.0)], [label()]) == (1.0, 1.0)


def test_what_stays_does_not_change() -> None:
    assert changes_of([label()], [label()]) == (0.0, 0.0)


def test_a_text_that_rises_by_a_cell_and_a_half_changes_three_times() -> None:
    assert changes_of([label(y=524.0, opacity=0.0)], [label()]) == (3.0, 3.0)


def test_a_figure_changes_with_each_value_that_it_holds() -> None:
    assert changes_of([figure(0)], [figure(300)], Timing(0.0, 0.6)) == (1.0, 7.0)


def test_a_figure_that_travels_changes_no_more_often_than_there_are_frames() -> None:
    _, quick = changes_of([figure(0, x=300.0)], [figure(0, x=1700.0)], Timing(0.0, 0.1))
    _, slow = changes_of([figure(0, x=300.0)], [figure(300, x=700.0)], Timing(0.0, 2.0))

    assert quick <= 7.0
    assert slow > 10.0


def test_bars_that_grow_change_twice_and_those_that_move_three_times() -> None:
    assert changes_of([bars(0, 0)], [bars(900, 400)]) == (2.0, 2.0)
    assert changes_of([bars(900, 400)], [bars(900, 400, y=400.0)])[0] > 2.0


def test_a_piece_of_a_ring_comes_and_goes() -> None:
    assert changes_of([ring(0.0)], [ring(0.8)]) == (3.0, 3.0)


def test_an_outline_that_is_drawn_changes_once_and_one_that_bends_may_do_anything() -> None:
    way = "M 100 100 L 900 700"

    assert changes_of([outline(way, 0.0)], [outline(way)]) == (1.0, 1.0)
    assert changes_of([outline("M 100 100 L 200 700")], [outline(way)])[0] >= ANYTHING


def test_marks_above_each_other_are_added_up() -> None:
    pictures = [Picture(f"picture/{at}", "a.jpg", BOX) for at in range(4)]

    assert changes_of([], pictures) == (4.0, 4.0)


def test_what_breathes_changes_once_more() -> None:
    assert most(Scene((label(),), (), Timeline(Timing(0.0, 0.5)), Breathe())) == (2.0, 2.0)


def alternations(frames: Iterable[NDArray[np.float32]]) -> NDArray[np.int64]:
    """How often each place goes up and down by a tenth, however long that takes."""
    values = iter(frames)
    low = high = next(values)
    count, way = np.zeros(low.shape, int), np.zeros(low.shape, int)
    for value in values:
        low, high = np.minimum(low, value), np.maximum(high, value)
        rose = (value - low >= FLASH_STEP.value) & (low < FLASH_DARK.value) & (way <= 0)
        fell = (high - value >= FLASH_STEP.value) & (value < FLASH_DARK.value) & (way >= 0) & ~rose
        count += rose | fell
        way = np.where(rose, 1, np.where(fell, -1, way))
        low, high = (np.where(rose | fell, value, side) for side in (low, high))
    return count


LAYERS = st.lists(
    st.tuples(
        st.floats(0.0, 1.0),  # its luminance
        st.floats(0.0, 1.0),  # when it begins
        st.floats(0.05, 1.0),  # how long it takes
        st.sampled_from(tuple(EASINGS.values())),
    ),
    max_size=8,
)


@settings(max_examples=300)
@given(LAYERS)
def test_layers_that_fade_in_over_each_other_change_a_place_no_more_often_than_there_are(
    layers: list[tuple[float, float, float, Easing]],
) -> None:
    def shown(t: float) -> NDArray[np.float32]:
        light = 0.0
        for luminance, starts_s, lasts_s, easing in layers:
            share = easing((t - starts_s) / lasts_s)
            light += (luminance - light) * share
        return np.array([light], np.float32)

    assert alternations(shown(n / 60) for n in range(150))[0] <= len(layers)


@pytest.mark.parametrize("name", gallery_names())
def test_no_cell_of_the_gallery_changes_more_often_than_is_said(name: str) -> None:
    show = opened(GALLERY / name)
    eye = Eye(Studio.of(show, GALLERY / name), page_size(*LANDSCAPE))
    for slide in show.slides:
        seen = eye.sees(slide.id, Look(show.languages[0], show.theme))
        if any(part.scene.play for part in seen.laid.placed):
            continue
        film = seen.known.film(seen)

        values: Iterable[Values] = (values_of(film.colours(f)) for f in entering(seen).frames)
        changed = alternations(each[0] for each in values)

        beyond = np.count_nonzero(changed > stirred(seen).every + 1e-6)
        assert beyond <= EDGES, slide.id
