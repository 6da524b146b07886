from __future__ import annotations

import pytest

from kiosk.theme import Colour, colour, contrast, is_chinese, text_style


def test_a_colour_is_read_from_six_digits() -> None:
    assert colour("#FF8000") == Colour(1.0, 128 / 255, 0.0)


@pytest.mark.parametrize("text", ["FF8000", "#FF80", "#GG8000", "#FF80000"])
def test_anything_else_is_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match=r"#RRGGBB|invalid literal"):
        colour(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#FFFFFF", "#000000", 21.0), ("#F5EFE3", "#0B1322", 16.2), ("#566073", "#F6F1E7", 5.6)],
)
def test_contrast_is_that_of_wcag_whichever_colour_comes_first(
    one: str, other: str, expected: float
) -> None:
    assert round(contrast(colour(one), colour(other)), 1) == expected
    assert contrast(colour(other), colour(one)) == contrast(colour(one), colour(other))


@pytest.mark.parametrize(
    ("language", "expected"), [("zh", True), ("zh-Hant", True), ("yue", True), ("en", False)]
)
def test_chinese_is_told_by_its_language_tag(language: str, expected: bool) -> None:
    assert is_chinese(language) == expected


def test_chinese_titles_are_set_in_the_serif_and_english_ones_in_inter() -> None:
    assert (text_style("title", "zh").face, text_style("title", "en").face) == (
        "serif-bold",
        "display",
    )
