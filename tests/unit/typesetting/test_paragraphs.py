from __future__ import annotations

import pytest

from kiosk.marks import Label
from kiosk.theme import Colour, TextStyle, text_style
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.paragraphs import Copy, set_text, title_copy

BLACK = Colour(0, 0, 0)
BODY = TextStyle("sans", 40, 1.5)


class EmMeasure:
    """Every character is an em wide."""

    def advance(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size


MEASURE = EmMeasure()


@pytest.mark.parametrize(
    ("role", "language", "top", "expected"),
    [("title", "zh", 158, 235.9), ("subtitle", "en", 262, 300.5), ("caption", "zh", 868, 895.7)],
)
def test_baselines_lie_where_a_browser_puts_them(
    role: str, language: str, top: float, expected: float
) -> None:
    styles = {
        "title": text_style("title", language),
        "subtitle": text_style("subtitle", language),
        "caption": text_style("caption", language),
    }

    assert round(baseline(styles[role], top), 1) == expected


def test_a_number_in_a_taller_line_stands_in_its_middle() -> None:
    style = TextStyle("display", 40, 1.0)

    assert baseline(style, 0, 80) - baseline(style, 0) == 20


def test_text_that_fits_keeps_its_size() -> None:
    block = set_text(Copy("渝北两江", BODY), 160, 60, MEASURE)

    assert (block.lines, block.style.size) == (("渝北两江",), 40)
    assert (block.width, block.height) == (160, 60)


def test_text_that_is_too_tall_shrinks_in_steps_until_it_fits() -> None:
    block = set_text(Copy("渝北两江新区", BODY), 160, 100, MEASURE)

    assert block.style.size == 32
    assert block.height <= 100


def test_text_shrinks_to_its_limit_and_beyond_it_only_in_need() -> None:
    body = Copy("渝北两江新区" * 4, BODY)

    enough = set_text(body, 160, 40 * 0.8 * 1.5 * 5, MEASURE)
    scarce = set_text(body, 160, 200, MEASURE)

    assert enough.style.size == 32
    assert 26 <= scarce.style.size < 32


def test_no_text_becomes_smaller_than_a_caption() -> None:
    block = set_text(title_copy("渝北两江新区" * 9, BODY), 160, 40, MEASURE)

    assert block.style.size == 26


def test_with_larger_type_the_smallest_size_is_larger_too() -> None:
    block = set_text(Copy("渝北两江新区" * 9, BODY, smallest=39), 160, 40, MEASURE)

    assert block.style.size == 39


def test_a_text_whose_style_is_small_already_is_not_enlarged() -> None:
    block = set_text(Copy("渝北", TextStyle("sans", 20, 1.0)), 20, 20, MEASURE)

    assert block.style.size == 20


def test_a_word_is_shrunk_before_it_is_broken_and_broken_before_it_is_cut() -> None:
    shrunk = set_text(Copy("渝北 Yubei", BODY), 150, 400, MEASURE)
    broken = set_text(Copy("渝北 Chongqing", BODY), 150, 400, MEASURE)

    assert shrunk.lines == ("渝北", "Yubei")
    assert shrunk.style.size == 30
    assert "".join(broken.lines).replace(" ", "") == "渝北Chongqing"
    assert broken.width <= 150


def test_no_text_takes_no_room() -> None:
    block = set_text(Copy("  ", BODY), 160, 60, MEASURE)

    assert (block.height, block.labels("text", 0, 0, BLACK)) == (0, ())


def test_lines_are_labels_a_line_height_apart_with_keys_of_their_own() -> None:
    labels = set_text(Copy("渝北\n\n两江", BODY), 160, 300, MEASURE).labels("text", 96, 0, BLACK)

    assert [m.key for m in labels] == ["text", "text-3"]
    first, second = labels
    assert isinstance(first, Label)
    assert isinstance(second, Label)
    assert second.y - first.y == pytest.approx(120)
