"""Lists: which lines are items, and how they stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.marks import Label
from kiosk.theme import TextStyle, colour
from kiosk.typesetting.blocks import TextBlock
from kiosk.typesetting.lists import paragraphs_of
from kiosk.typesetting.paragraphs import Copy, set_text

INK = colour("#FFFFFF")
BODY = TextStyle("sans", 40.0, 1.5)


class EmMeasure:
    """Every character is an em wide."""

    def advance(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size


def block(text: str, width: float = 400.0, height: float = 1000.0) -> TextBlock:
    return set_text(Copy(text, BODY, has_lists=True), width, height, EmMeasure())


def labels(of: TextBlock) -> dict[str, Label]:
    marks = of.labels("text", 100.0, 0.0, INK)
    return {mark.key: mark for mark in marks if isinstance(mark, Label)}


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("- 一", "•", "一"),
        ("• 一", "•", "一"),
        ("•一", "•", "一"),
        ("· 一", "•", "一"),
        ("* one", "•", "one"),
        ("-\u3000一", "•", "一"),
        ("  - 一", "•", "一"),
        ("1. one", "1.", "one"),
        ("12. one", "12.", "one"),
        ("1、一", "1.", "一"),
        ("1． 一", "1.", "一"),
    ],
)
def test_what_staff_type_before_an_item_is_one_bullet_or_number(
    line: str, marker: str, text: str
) -> None:
    (item,) = paragraphs_of(line)

    assert (item.marker, item.text, line[item.start :]) == (marker, text, text)


@pytest.mark.parametrize(
    "line", ["-3.5", "-", "1.5 亿", "2024. 一", "——李白", "– 注", "A. one", ""]
)
def test_other_lines_are_no_items(line: str) -> None:
    (paragraph,) = paragraphs_of(line)

    assert (paragraph.is_item, paragraph.text) == (False, line)


def test_a_line_that_begins_with_two_spaces_goes_on_with_the_item_above() -> None:
    item, more, after = paragraphs_of("- one\n  and more\nafter")

    assert (item.is_item, more.is_item, after.is_item) == (True, True, False)
    assert (more.marker, more.text) == ("", "and more")


def test_lists_are_for_texts_and_not_for_titles() -> None:
    assert not paragraphs_of("1. Overview", has_lists=False)[0].is_item


def test_an_item_s_lines_stand_below_each_other_right_of_its_bullet() -> None:
    found = labels(block("- 渝北两江新区渝北两江"))

    bullet, first, second = found["text/marker"], found["text"], found["text-2"]
    assert bullet.text == "•"
    assert first.x == second.x == pytest.approx(138.0)
    assert 100 <= bullet.x < first.x
    assert bullet.y == first.y
    assert bullet.colour.opacity < 1.0 == first.colour.opacity


def test_numbers_of_a_list_stand_below_each_other_by_their_points() -> None:
    found = labels(block("9. 一\n10. 二"))

    assert found["text"].x == found["text-2"].x
    nine, ten = found["text/marker"], found["text-2/marker"]
    assert (nine.x, nine.align) == (ten.x, "right")
    assert ten.style == nine.style == replace(BODY, tabular=True)
    assert ten.x - 3 * 40 >= 100


def test_items_stand_apart_and_apart_from_what_follows_but_their_own_lines_do_not() -> None:
    tops = [row.top for row in block("前\n- 一\n  二\n- 三\n后").rows]

    steps = [b - a for a, b in pairwise(tops)]
    assert steps == [pytest.approx(gap) for gap in (74.0, 60.0, 74.0, 74.0)]


def test_a_written_empty_line_is_the_whole_gap() -> None:
    rows = block("- 一\n\n- 二").rows

    assert rows[-1].top == pytest.approx(120.0)


def test_a_list_shrinks_with_its_text_and_keeps_its_proportions() -> None:
    full = block("- 渝北\n- 两江")
    small = block("- 渝北\n- 两江", height=120.0)

    share = small.style.size / full.style.size
    assert 0.8 <= share < 1.0
    assert small.height == pytest.approx(share * full.height)
    assert labels(small)["text"].x - 100 == pytest.approx(38 * share)


def test_a_list_set_in_the_middle_keeps_its_bullets_below_each_other() -> None:
    marks = block("- 渝北两江\n- 渝").labels("text", 500.0, 0.0, INK, "centre")

    found = {mark.key: mark for mark in marks if isinstance(mark, Label)}
    assert found["text"].x == found["text-2"].x
    assert found["text/marker"].x == found["text-2/marker"].x
    assert found["text"].align == "left"
