"""Flashes are counted and measured as WCAG 2.3.1 does, at each of its limits."""

from __future__ import annotations

from math import pi, radians, tan

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.author.checking.flashes import Flashing, worst_flashes

RATE = 30
CELL_SR = 0.0001
LIMIT_CELLS = 60  # 0.006 sr
FIELD_SR = pi * tan(radians(5)) ** 2

Frames = NDArray[np.uint8]
Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
RED: Colour = (255, 0, 0)
GREY: Colour = (128, 128, 128)


def grey(luminance: float) -> Colour:
    """The nearest grey of that relative luminance."""
    shares = np.arange(256) / 255
    light = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    value = int(np.abs(light - luminance).argmin())
    return (value, value, value)


def flashing(
    one: Colour, other: Colour, *, changes: int, cells: int = 100, over_s: float = 1.0
) -> Frames:
    """One second before, and then `changes` from one colour to the other within `over_s`."""
    frames = np.zeros((3 * RATE, 12, 40, 3), np.uint8)
    where = np.arange(480).reshape(12, 40, order="F") < cells
    starts = [RATE + round(n * over_s * (RATE - 1) / changes) for n in range(changes)]
    for number, frame in enumerate(frames):
        done = sum(start <= number for start in starts)
        frame[where] = other if done % 2 else one
    return frames


def seen(frames: Frames) -> Flashing:
    return worst_flashes(frames, RATE, CELL_SR)


@pytest.mark.parametrize(("changes", "flashes"), [(7, 3.5), (8, 4.0), (12, 6.0)])
def test_more_than_three_flashes_in_a_second_are_too_many(changes: int, flashes: float) -> None:
    found = seen(flashing(BLACK, WHITE, changes=changes))

    assert found.count == flashes
    assert found.area_sr == pytest.approx(0.01)
    assert not found.is_allowed


def test_three_flashes_in_a_second_are_allowed_however_large() -> None:
    assert seen(flashing(BLACK, WHITE, changes=6, cells=480)) == Flashing()


def test_flashes_count_in_any_second_and_not_over_more() -> None:
    slow = flashing(BLACK, WHITE, changes=8, over_s=1.4)

    assert seen(slow).is_allowed


@pytest.mark.parametrize(("cells", "is_allowed"), [(59, True), (60, True), (61, False)])
def test_they_may_cover_six_thousandths_of_a_steradian(cells: int, is_allowed: bool) -> None:
    found = seen(flashing(BLACK, WHITE, changes=8, cells=cells))

    assert found.area_sr == pytest.approx(cells * CELL_SR)
    assert found.is_allowed is is_allowed


def test_from_twice_as_far_the_same_flashes_are_allowed() -> None:
    frames = flashing(BLACK, WHITE, changes=8, cells=200)

    assert not worst_flashes(frames, RATE, CELL_SR).is_allowed
    assert worst_flashes(frames, RATE, CELL_SR / 4).is_allowed


@pytest.mark.parametrize(("step", "is_allowed"), [(0.09, True), (0.11, False)])
def test_a_change_is_a_tenth_of_the_relative_luminance(step: float, is_allowed: bool) -> None:
    found = seen(flashing(grey(0.3), grey(0.3 + step), changes=8))

    assert found.is_allowed is is_allowed


@pytest.mark.parametrize(("darker", "is_allowed"), [(0.79, False), (0.81, True)])
def test_what_is_bright_all_the_time_does_not_flash(darker: float, is_allowed: bool) -> None:
    found = seen(flashing(grey(darker), grey(darker + 0.12), changes=8))

    assert found.is_allowed is is_allowed


def test_a_change_may_take_several_frames() -> None:
    ramp = np.zeros((RATE, 12, 40, 3), np.uint8)
    ramp[...] = (128 + 127 * np.sin(np.arange(RATE) / RATE * 2 * pi * 4)).astype(np.uint8)[
        :, None, None, None
    ]

    assert seen(ramp).count == pytest.approx(4.0, abs=0.5)
    assert not seen(ramp).is_allowed


def test_a_way_down_in_small_steps_is_one_change() -> None:
    fade = np.zeros((RATE, 12, 40, 3), np.uint8)
    fade[...] = np.linspace(255, 0, RATE).astype(np.uint8)[:, None, None, None]

    assert seen(fade) == Flashing()


def test_saturated_red_flashes_where_its_luminance_hardly_changes() -> None:
    same_luminance = grey(0.2126)

    red = seen(flashing(same_luminance, RED, changes=8))

    assert red.is_red
    assert not red.is_allowed
    assert seen(flashing(same_luminance, (255, 150, 150), changes=8)).is_allowed is False
    assert seen(flashing(same_luminance, (0, 130, 150), changes=8)).is_allowed


def test_what_lies_further_apart_than_ten_degrees_is_not_added_up() -> None:
    near, far = np.zeros((2, 2 * RATE, 10, 60, 3), np.uint8)
    for number in range(RATE, 2 * RATE, 3):
        near[number : number + 2, :4, 0:20] = WHITE
        far[number : number + 2, :4, 0:10] = WHITE
        far[number : number + 2, :4, 50:60] = WHITE

    assert not seen(near).is_allowed
    assert seen(far).area_sr == pytest.approx(40 * CELL_SR)


def test_of_a_whole_page_one_field_of_ten_degrees_counts() -> None:
    frames = np.zeros((2 * RATE, 60, 60, 3), np.uint8)
    frames[::3] = WHITE

    assert seen(frames).area_sr == pytest.approx(FIELD_SR, rel=0.03)


def test_a_board_whose_squares_change_in_turn_flashes_all_the_same() -> None:
    rows, columns = np.indices((12, 40)) // 4
    board = (rows + columns) % 2 == 0
    frames = np.zeros((2 * RATE, 12, 40, 3), np.uint8)
    for number, frame in enumerate(frames):
        frame[board if number // 3 % 2 else ~board] = WHITE

    assert not seen(frames).is_allowed


def test_cells_that_flicker_each_by_itself_are_not_concurrent() -> None:
    together, alone = np.zeros((2, 2 * RATE, 12, 40, 3), np.uint8)
    phases = (5 * np.arange(480) % 8).reshape(12, 40)
    for number in range(2 * RATE):
        together[number, :, :8] = WHITE if number % 8 < 4 else BLACK
        alone[number, :, :8][(number + phases[:, :8]) % 8 < 4] = WHITE

    assert seen(together).area_sr == pytest.approx(96 * CELL_SR)
    assert seen(alone).area_sr == pytest.approx(2 / 8 * 96 * CELL_SR)


def test_a_frame_that_stays_changes_nothing() -> None:
    frames = list(flashing(BLACK, WHITE, changes=8))
    held = [frame for frame in frames for _ in range(4)]

    assert seen(np.array(frames)).is_allowed is False
    assert worst_flashes(iter(held), RATE, CELL_SR).is_allowed
