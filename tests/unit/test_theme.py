from __future__ import annotations

import pytest

from kiosk.theme import Colour, colour, contrast, is_chinese, text_style, type_factor


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


def test_a_style_grows_with_the_type_factor_and_with_nothing_else() -> None:
    style = text_style("body", "zh")

    assert text_style("body", "zh", 1.5).size == 1.5 * style.size
    assert text_style("body", "zh", 1.5).line == style.line


def test_on_43_inches_seen_from_a_metre_and_a_half_the_type_scale_is_itself() -> None:
    assert type_factor(43, 1.5) == 1.0


def test_type_grows_with_the_distance_and_with_a_smaller_screen() -> None:
    assert type_factor(43, 3.0) == pytest.approx(2 * 1.5 * 4.7 * 2.0168 / (0.727 * 26), abs=0.01)
    assert type_factor(32, 2.0) > type_factor(43, 2.0) > 1.0
