"""Sets of rectangles, as frames are painted in."""

from __future__ import annotations

from PySide6.QtCore import QRect

from kiosk.stage.rects import merged


def bars(count: int) -> list[QRect]:
    """Upright bars, 10 pixels wide and 10 apart."""
    return [QRect(20 * index, 100 - index, 10, 200) for index in range(count)]


def test_a_few_rectangles_that_lie_apart_stay_as_they_are() -> None:
    few = bars(16)

    assert sorted(merged(few), key=QRect.left) == few


def test_of_many_neighbours_become_one() -> None:
    many = bars(36)

    groups = merged(many)

    assert len(groups) == 12
    assert all(any(group.contains(bar) for group in groups) for bar in many)
    assert sum(group.width() for group in groups) == 12 * 50


def test_rectangles_that_overlap_become_one_though_they_are_many() -> None:
    many = [QRect(0, 5 * index, 100, 10) for index in range(100)]

    assert merged(many) == [QRect(0, 0, 100, 505)]
