"""Sets of rectangles, as frames are painted in."""

from __future__ import annotations

from PySide6.QtCore import QRect

from kiosk.stage.rects import closed, merged


def test_rectangles_that_lie_far_apart_stay_as_they_are() -> None:
    few = [QRect(0, 0, 300, 200), QRect(1600, 900, 300, 180)]

    assert sorted(merged(few), key=QRect.left) == few


def test_neighbours_become_one_where_painting_what_is_between_them_costs_less() -> None:
    bars = [QRect(140 * index, 500 - index, 60, 500) for index in range(12)]

    assert merged(bars) == [QRect(0, 489, 11 * 140 + 60, 511)]


def test_rectangles_that_overlap_become_one() -> None:
    across, down = QRect(0, 400, 1900, 300), QRect(800, 0, 300, 1000)

    assert merged([across, down]) == [across.united(down)]


def test_what_may_not_be_cut_is_taken_in_whole() -> None:
    changed, line = QRect(100, 100, 50, 50), QRect(0, 120, 1900, 3)

    assert closed([changed], [line]) == [QRect(0, 100, 1900, 50)]
