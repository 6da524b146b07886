"""Quotes and dots in Chinese text are Chinese ones, an em wide; in English they are not."""

from __future__ import annotations

import pytest

from kiosk.stage.app import application
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.theme import text_style

CHINESE, ENGLISH = text_style("body", "zh"), text_style("body", "en")


@pytest.fixture
def measure() -> QtMeasure:
    application("offscreen")
    return QtMeasure()


@pytest.mark.parametrize("mark", ["“", "”", "‘", "…", "·"])
def test_in_chinese_text_a_mark_is_as_wide_as_a_character(mark: str, measure: QtMeasure) -> None:
    assert measure.advance(mark, CHINESE) == pytest.approx(CHINESE.size)
    assert measure.advance(mark, ENGLISH) != pytest.approx(ENGLISH.size)


def test_an_apostrophe_stays_between_its_letters(measure: QtMeasure) -> None:
    whole = measure.advance("OPPO’s", CHINESE)

    assert whole < measure.advance("OPPO", CHINESE) + 0.9 * CHINESE.size
    assert measure.advance("’", CHINESE) == pytest.approx(CHINESE.size)


def test_a_mark_behind_characters_of_other_planes_is_found(measure: QtMeasure) -> None:
    rare = measure.advance("𠀀", CHINESE)

    assert measure.advance("𠀀…", CHINESE) == pytest.approx(rare + CHINESE.size)


def test_dots_in_chinese_text_stand_at_half_the_height(measure: QtMeasure) -> None:
    chinese = measure.lines.line("…", CHINESE).ink
    english = measure.lines.line("…", ENGLISH).ink

    assert chinese.center().y() < -200
    assert english.bottom() > -50
