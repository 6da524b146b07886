from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kiosk.typesetting.breaks import pieces
from kiosk.typesetting.lines import broken, runs

ALPHABET = "渝北两江新区，。（）《》“”——·…、2024 年 1—8 月 Yubei-on T3 49.9%"
TEXTS = st.text(alphabet=ALPHABET, max_size=60)


def ems(text: str) -> float:
    """The width of `text` where Chinese is an em wide and all else half an em."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text)


def lines(text: str, width: float, *, is_balanced: bool = False) -> list[str]:
    found = [broken(run, width, is_balanced=is_balanced) for run in runs(text, ems)]
    return [line.text for lines in found for line in lines]


def test_chinese_breaks_between_any_two_characters() -> None:
    assert lines("渝北两江新区", 3) == ["渝北两", "江新区"]


def test_latin_words_stay_whole() -> None:
    assert lines("Central Park in autumn", 8) == ["Central Park", "in autumn"]


def test_a_line_break_that_was_written_stays() -> None:
    assert lines("每三台车，\n有一台渝北造", 20) == ["每三台车，", "有一台渝北造"]


def test_an_empty_line_between_paragraphs_stays() -> None:
    assert lines("渝北\n\n两江", 20) == ["渝北", "", "两江"]


def test_a_title_breaks_at_its_pause_rather_than_in_the_middle() -> None:
    assert lines("每三台车，有一台渝北造", 9, is_balanced=True) == ["每三台车，", "有一台渝北造"]


def test_a_title_without_a_pause_breaks_in_the_middle() -> None:
    assert lines("现代产业迭代升级", 5, is_balanced=True) == ["现代产业", "迭代升级"]


def test_a_title_s_line_does_not_end_with_a_word_that_leans_on_the_next() -> None:
    title = "One Chongqing car in three is made in Yubei"

    assert lines(title, 14, is_balanced=True) == ["One Chongqing car", "in three is made in Yubei"]


def test_a_title_of_many_lines_is_set_full_as_weighing_its_breaks_would_take_seconds() -> None:
    title = "每三台车，有一台渝北造。" * 80

    assert len(lines(title, 20, is_balanced=True)[0]) >= 19


def test_the_last_line_of_a_text_is_not_a_single_character() -> None:
    assert len(lines("渝北两江新区渝。", 6)[-1]) > 2


def test_a_few_lines_of_chinese_end_at_a_pause_rather_than_in_a_word() -> None:
    assert lines("在中西部的机场里，这是第一个。", 12) == ["在中西部的机场里，", "这是第一个。"]


def test_a_figure_is_parted_from_its_words_only_where_no_pause_is_near() -> None:
    assert lines("嘉陵江、御临河，通航145公里。", 11) == ["嘉陵江、御临河，", "通航145公里。"]


def test_a_pause_is_not_looked_for_where_that_takes_another_line() -> None:
    assert lines("第一，在中西部的机场里这是第一个", 8) == ["第一，在中西部的", "机场里这是第一个"]


def test_without_a_pause_a_line_of_chinese_rather_ends_beside_a_figure() -> None:
    assert lines("投放科技型企业660家市级专精特新企业", 13) == [
        "投放科技型企业660家",
        "市级专精特新企业",
    ]


def test_a_break_that_the_author_allows_is_as_good_as_a_pause() -> None:
    assert lines("国家高新\u200b技术企业", 5) == ["国家高新", "技术企业"]


def test_lines_of_latin_words_are_full() -> None:
    assert lines("in Yubei, one car of all the three", 10) == [
        "in Yubei, one car of",
        "all the three",
    ]


def test_the_last_line_of_a_few_is_not_a_single_short_word() -> None:
    caption = "88 municipal and transport projects, 2024"
    body = "the first airport in central and western China with as many."

    assert lines(caption, 19) == ["88 municipal and transport", "projects, 2024"]
    assert lines(body, 14)[-1] == "with as many."
    assert lines("National high-tech firms", 10) == ["National", "high-tech firms"]


def test_a_line_of_two_words_spares_none_for_the_last() -> None:
    assert lines("hello world now", 6) == ["hello world", "now"]


def test_a_long_word_may_be_the_last_line() -> None:
    assert lines("so this is a neighbourhood", 8) == ["so this is a", "neighbourhood"]


def test_a_text_of_many_lines_is_set_full() -> None:
    assert len(lines("第一，在中西部的机场里，这是第一个。" * 10, 10)[0]) == 10


def test_chinese_without_any_room_stands_one_character_a_line() -> None:
    assert lines("渝北", 0) == ["渝", "北"]


def test_a_line_s_width_leaves_out_the_space_at_its_end() -> None:
    run = runs("Central Park", ems)[0]

    assert [line.width for line in broken(run, 4)] == [3.5, 2.0]


def test_a_word_wider_than_the_line_may_be_splintered() -> None:
    run = runs("a Chongqing", ems)[0]

    splintered = run.splintered(2.0)

    assert [line.text for line in broken(splintered, 2.0)] == ["a Ch", "ongq", "ing"]


@given(TEXTS)
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(TEXTS, st.floats(2, 30))
def test_a_balanced_title_takes_no_more_lines_than_a_full_text(text: str, width: float) -> None:
    assert len(lines(text, width, is_balanced=True)) <= len(lines(text, width))
