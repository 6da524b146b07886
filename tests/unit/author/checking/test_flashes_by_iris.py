"""Flashes are found where IRIS, which television is tested with, finds them in the same frames.

IRIS knows shares of a frame and no angles, and so it is given one field of ten degrees, of which a
quarter is 0.006 steradian. It takes the mean of all that it is given.
"""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from iris_pse_detection import Configuration
from iris_pse_detection.flash_detection import FlashDetection
from numpy.typing import NDArray

from kiosk.author.checking.flashes import worst_flashes
from tests.unit.author.checking.test_flashes import (
    BLACK,
    RED,
    WHITE,
    Colour,
    Frames,
    grey,
)

RATE = 30
ROWS, COLUMNS = 16, 15
CELLS = ROWS * COLUMNS
CELL_SR = 0.0001  # 240 cells are as large as a field of ten degrees
LEVELS = tuple(grey(level) for level in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.95))

HELD = st.tuples(st.sampled_from(LEVELS), st.integers(1, 8))


def held(*parts: tuple[Colour, int]) -> Frames:
    """A field of one colour after the other, each for so many frames."""
    colours = [colour for colour, count in parts for _ in range(count)]
    return painted(np.array(colours), CELLS)


def painted(colours: NDArray[np.int64], cells: int) -> Frames:
    """Frames of which so many cells have that colour, one a frame; the others are black."""
    frames = np.zeros((len(colours), ROWS, COLUMNS, 3), np.uint8)
    frames[:, np.arange(CELLS).reshape(ROWS, COLUMNS) < cells] = colours[:, None, :]
    return frames


def blinking(one: Colour, other: Colour, changes: int, cells: int = CELLS) -> Frames:
    """Two seconds in which one colour gives way to the other so often in the second one."""
    starts = [RATE + round(n * (RATE - 1) / changes) for n in range(changes)]
    done = [sum(start <= number for start in starts) for number in range(2 * RATE)]
    return painted(np.array([other if count % 2 else one for count in done]), cells)


def swinging(turns: float) -> Frames:
    """Two seconds that grow brighter and darker so often in each."""
    swing = -np.cos(np.arange(2 * RATE) / RATE * 2 * pi * turns)
    return painted(np.repeat((128 + 127 * swing).astype(int)[:, None], 3, 1), CELLS)


def by_kiosk(frames: Frames) -> bool:
    """Whether there is too much of it for kiosk."""
    return not worst_flashes(frames, RATE, CELL_SR).is_allowed


def by_iris(frames: Frames) -> bool:
    """Whether there is too much of it for IRIS; what lasts for seconds is a rule of its own."""
    detection = FlashDetection(RATE, (ROWS, COLUMNS), Configuration(area_proportion=0.25))
    for number, frame in enumerate(frames):
        detection.set_current_frame(np.ascontiguousarray(frame[:, :, ::-1]))
        detection.analyse_frame(number)
    return detection.flash_fail


SEQUENCES: dict[str, tuple[Frames, bool]] = {
    "six changes": (blinking(BLACK, WHITE, 6), False),
    "seven changes": (blinking(BLACK, WHITE, 7), True),
    "twelve changes": (blinking(BLACK, WHITE, 12), True),
    "a change at every frame": (blinking(BLACK, WHITE, 29), True),
    "changes by 0.09": (blinking(grey(0.3), grey(0.39), 8), False),
    "changes by 0.11": (blinking(grey(0.3), grey(0.41), 8), True),
    "from 0.79 on": (blinking(grey(0.79), grey(0.91), 8), True),
    "from 0.81 on": (blinking(grey(0.81), grey(0.93), 8), False),
    "a little less than a quarter": (blinking(BLACK, WHITE, 8, 59), False),
    "a little more than a quarter": (blinking(BLACK, WHITE, 8, 61), True),
    "red and a grey as bright": (blinking(grey(0.2126), RED, 8), True),
    "a pale red and white": (blinking((255, 240, 240), WHITE, 8), False),
    "three swings": (swinging(3), False),
    "four swings": (swinging(4), True),
    "a slow fade": (swinging(0.25), False),
    "nothing": (blinking(BLACK, BLACK, 8), False),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_both_judge_the_same_frames_alike(name: str) -> None:
    frames, is_too_much = SEQUENCES[name]

    assert by_iris(frames) is is_too_much
    assert by_kiosk(frames) is is_too_much


@given(st.lists(HELD, min_size=1, max_size=24))
def test_both_judge_any_row_of_greys_alike(parts: list[tuple[Colour, int]]) -> None:
    frames = held(*parts)

    assert by_kiosk(frames) is by_iris(frames)


def test_a_board_that_changes_in_turn_is_found_here_and_has_the_same_mean_for_iris() -> None:
    rows, columns = np.indices((ROWS, COLUMNS)) // 4
    is_even = (rows + columns) % 2 == 0
    frames = np.zeros((2 * RATE, ROWS, COLUMNS, 3), np.uint8)
    for number, frame in enumerate(frames):
        frame[is_even if number // 3 % 2 else ~is_even] = WHITE

    assert by_kiosk(frames)
    assert not by_iris(frames)
