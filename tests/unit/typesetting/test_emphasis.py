"""Emphasised words: a line of several stretches breaks, is measured and stands like any other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.marks import Align, Label
from kiosk.theme import TextStyle, colour
from kiosk.typesetting.blocks import TextBlock
from kiosk.typesetting.paragraphs import Copy, emphasised, set_text

INK, ACCENT = colour("#FFFFFF"), colour("#DFA126")
BODY = TextStyle("sans", 40.0, 1.5)


class HeavyMeasure:
    """Every character is an em wide, in the heavier face half as much again."""

    def advance(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size * (1.5 if style.face == "sans-bold" else 1.0)


def block(
    text: str, *emphasis: tuple[int, int], width: float = 4000.0, has_lists: bool = False
) -> TextBlock:
    copy = Copy(text, BODY, emphasis=emphasis, accent=ACCENT, has_lists=has_lists)
    return set_text(copy, width, 4000.0, HeavyMeasure())


def labels(of: TextBlock, align: Align = "left") -> list[Label]:
    return [m for m in of.labels("text", 100.0, 0.0, INK, align) if isinstance(m, Label)]


def test_emphasised_words_are_heavier_in_the_accent_and_stand_where_they_belong() -> None:
    before, middle, after = labels(block("每天开放吗", (2, 4)))

    assert [m.text for m in (before, middle, after)] == ["每天", "开放", "吗"]
    assert [m.key for m in (before, middle, after)] == ["text", "text/2", "text/3"]
    assert [m.x for m in (before, middle, after)] == [100, 180, 300]
    assert (middle.style, middle.colour) == (emphasised(BODY), ACCENT)
    assert (after.style, after.colour) == (BODY, INK)
    assert before.y == middle.y == after.y


def test_a_line_is_as_wide_as_its_stretches() -> None:
    assert block("每天开放", (2, 4)).width == 200


def test_emphasis_goes_on_in_the_next_line() -> None:
    found = labels(block("渝北两江新区", (2, 4), width=130.0))

    assert [(m.text, m.style.face) for m in found] == [
        ("渝北", "sans"),
        ("两江", "sans-bold"),
        ("新区", "sans"),
    ]
    assert [m.key for m in found] == ["text", "text-2", "text-3"]


def test_a_comma_behind_emphasised_words_does_not_begin_a_line() -> None:
    found = block("渝北，两江", (0, 2), width=130.0)

    assert found.lines == ("渝", "北，", "两江")


def test_a_line_with_emphasis_in_the_middle_or_at_the_right_is_held_as_a_whole() -> None:
    of = block("每天开放", (2, 4))

    assert [m.x for m in labels(of, "centre")] == [0, 80]
    assert [m.x for m in labels(of, "right")] == [-100, -20]


def test_emphasis_in_an_item_is_counted_from_the_text_s_own_beginning() -> None:
    found = labels(block("- 每天\n- 开放吗", (7, 9), has_lists=True))

    assert [m.text for m in found if m.style.face == "sans-bold"] == ["开放"]


def test_hebrew_with_emphasis_stands_from_right_to_left() -> None:
    first, second = labels(block("שלום עולם", (5, 9), width=1000.0))

    assert (first.text.strip(), second.text) == ("שלום", "עולם")
    assert (first.align, second.align) == ("right", "right")
    assert second.x < first.x == 1100


TEXTS = st.text(alphabet="渝北，。《》——· 2024 abc-\n", max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3)


@given(TEXTS, SPANS, st.floats(80, 900))
def test_emphasis_changes_no_character_and_overlaps_nothing(
    text: str, spans: list[tuple[int, int]], width: float
) -> None:
    ordered, at = [], 0
    for a, b in sorted(spans):
        if at <= a < b <= len(text) and "\n" not in text[a:b]:
            ordered.append((a, b))
            at = b

    of = block(text, *ordered, width=width)

    shown = "".join(m.text for m in labels(of))
    assert shown.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for row in of.rows:
        widths = sum(each.width for each in row.line.stretches)
        assert abs(widths - row.line.width) <= 40 * (1 + row.line.text.count(" "))
