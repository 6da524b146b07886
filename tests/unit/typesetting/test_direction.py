"""Arabic and Hebrew: where lines break, which way they run and at which side they begin."""

from __future__ import annotations

import pytest

from kiosk.marks import Align, Label
from kiosk.theme import TextStyle, colour
from kiosk.typesetting.blocks import TextBlock
from kiosk.typesetting.direction import LEFT_TO_RIGHT_MARK as LRM
from kiosk.typesetting.direction import RIGHT_TO_LEFT_MARK as RLM
from kiosk.typesetting.direction import led, runs_from_right
from kiosk.typesetting.lines import broken, runs
from kiosk.typesetting.paragraphs import Copy, set_text

INK = colour("#FFFFFF")
STYLE = TextStyle("sans", 10.0)
SHALOM, OLAM = "שלום", "עולם"


class EmMeasure:
    """Each character is one em wide, and what nobody sees is none."""

    def advance(self, text: str, style: TextStyle) -> float:
        return len(text.replace(RLM, "").replace(LRM, "")) * style.size


def lines(text: str, width: float) -> list[str]:
    """The lines of `text` where each character is 1 wide."""
    return [line.text for run in runs(text, len) for line in broken(run, width)]


def placed(block: TextBlock, align: Align) -> list[tuple[str, float, Align]]:
    """The lines of `block` at x = 50: what is held, where, and by which side."""
    marks = block.labels("text", 50.0, 0.0, INK, align)
    return [(mark.text, mark.x, mark.align) for mark in marks if isinstance(mark, Label)]


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        (SHALOM, True),
        ("مرحبا", True),
        (f"2024 {SHALOM} abc", True),
        (f"({SHALOM})", True),
        (f"abc {SHALOM}", False),
        ("2024", False),
        ("渝北", False),
        ("", False),
    ],
)
def test_the_first_letter_of_a_text_says_which_way_it_runs(text: str, from_right: bool) -> None:
    assert runs_from_right(text) == from_right


def test_a_paragraph_is_broken_in_the_order_in_which_it_is_read() -> None:
    found = lines(f"{SHALOM} {OLAM} abc {SHALOM}", 10)

    assert found == [f"{SHALOM} {OLAM}", f"{RLM}abc {SHALOM}"]


def test_every_line_runs_as_its_paragraph_does() -> None:
    hebrew = lines(f"{SHALOM} {OLAM} 2024: 12", 10)
    english = lines(f"abcd efgh {SHALOM}, a", 10)

    assert hebrew == [f"{SHALOM} {OLAM}", f"{RLM}2024: 12"]
    assert english == ["abcd efgh", f"{LRM}{SHALOM}, a"]
    assert [runs_from_right(line) for line in hebrew] == [True, True]
    assert [runs_from_right(line) for line in english] == [False, False]


def test_each_paragraph_has_its_own_direction() -> None:
    assert [runs_from_right(line) for line in lines(f"{SHALOM}\nabc\n{OLAM}", 10)] == [1, 0, 1]


def test_a_line_that_begins_as_its_paragraph_does_is_left_as_it_is() -> None:
    assert led("abc", from_right=False) == "abc"
    assert led("2024", from_right=False) == "2024"
    assert led(SHALOM, from_right=True) == SHALOM
    assert led("", from_right=True) == ""


def test_lines_read_from_the_right_begin_at_the_right_side_of_their_column() -> None:
    block = set_text(Copy(f"{SHALOM} {OLAM} abc", STYLE), 100.0, 100.0, EmMeasure())

    assert placed(block, "left") == [
        (f"{SHALOM} {OLAM}", 150.0, "right"),
        (f"{RLM}abc", 150.0, "right"),
    ]


@pytest.mark.parametrize("align", ["centre", "right"])
def test_text_that_is_set_in_the_middle_or_at_the_right_stays_there(align: Align) -> None:
    block = set_text(Copy(SHALOM, STYLE), 100.0, 100.0, EmMeasure())

    assert placed(block, align) == [(SHALOM, 50.0, align)]
