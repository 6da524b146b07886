"""What a problem looks like on a terminal."""

from __future__ import annotations

import pytest

from kiosk.phrases import Phrase, phrase, write
from kiosk.problems import (
    Problem,
    Related,
    Span,
    cells,
    did_you_mean,
    line_of,
    nearest,
    offer,
    rendered,
)


def problem(snippet: str, column: int, length: int, hint: Phrase | None = None) -> Problem:
    span = Span("slides/lobby/hall.yaml", 14, column, length)
    return Problem(
        span, "error", "unknown-kind", phrase("unknown chart type 'gague'"), hint, snippet
    )


def test_a_problem_is_one_line_then_the_source_with_carets_and_the_spelling_offered() -> None:
    gauge = problem("      type: gague", 13, 5, offer("gauge"))

    assert line_of(gauge) == (
        "slides/lobby/hall.yaml:14:13: error[unknown-kind]: unknown chart type 'gague'"
        " — did you mean 'gauge'?"
    )
    assert rendered(gauge).split("\n") == [
        line_of(gauge),
        "   14 |       type: gague",
        "      |             ^^^^^ did you mean 'gauge'?",
    ]


def test_carets_stand_under_their_word_where_characters_are_two_cells_wide() -> None:
    _, source, carets = rendered(problem("title: {zh: 渝北，题目 x}", 16, 2)).split("\n")

    before, under = source.index("题"), carets.index("^")
    assert cells(source[:before]) == cells(carets[:under])
    assert carets.count("^") == cells("题目") == 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("abc", 3), ("渝北", 4), ("，：「」", 8), ("ＡＢ１", 6), ("ﾊﾛｰ", 3),
        ("e\u0301", 1), ("กำ่", 2), ("✈\ufe0f", 1), ("🚄", 2),
    ],
)  # fmt: skip
def test_a_character_takes_as_many_cells_as_a_terminal_gives_it(text: str, count: int) -> None:
    assert cells(text) == count


def test_a_problem_is_told_in_chinese_with_the_same_place_source_and_carets() -> None:
    gauge = problem("  名称：题目, type: gague", 16, 5, offer("gauge"))

    english, chinese = (rendered(gauge, language).split("\n") for language in ("en", "zh"))

    assert chinese[0] == (
        "slides/lobby/hall.yaml:14:16: 错误[unknown-kind]: unknown chart type 'gague'"
        " — 您是不是想写「gauge」？"
    )
    assert chinese[1] == english[1]
    assert chinese[2] == english[2].replace("did you mean 'gauge'?", "您是不是想写「gauge」？")
    assert cells(chinese[1].partition("gague")[0]) == chinese[2].index("^")


def test_a_tab_is_four_cells_for_the_source_and_for_the_carets() -> None:
    _, source, carets = rendered(problem("\ttitle: x", 2, 5)).split("\n")

    assert source == "   14 |     title: x"
    assert carets == "      |     ^^^^^"


def test_a_long_line_is_shown_around_the_caret() -> None:
    _, source, carets = rendered(problem("x" * 500 + "HERE" + "y" * 500, 501, 4)).split("\n")

    assert cells(source) < 110
    assert source.index("HERE") == carets.index("^")


def test_a_long_line_is_shown_without_a_gap_in_its_middle() -> None:
    line = "x" * 100 + " ".join(f"word{n}" for n in range(40))

    _, source, _ = rendered(problem(line, 101, 60)).split("\n")

    assert source.removeprefix("   14 | …").rstrip("…") in line


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x00", "\u202e", "\u2028"])
def test_nothing_of_a_show_can_command_the_terminal(control: str) -> None:
    shown = rendered(problem(f"title: {control}[2J", 8, 1, write(control)))

    assert control not in shown


def test_nothing_of_a_spelling_that_is_offered_can_command_the_terminal() -> None:
    offered = problem("type: gague", 7, 5, offer("gau\x1b[2Jge"))

    assert all(line.isprintable() for line in rendered(offered).split("\n"))


def test_a_second_place_is_shown_below_the_first() -> None:
    first = Related(Span("a.yaml", 2, 4), phrase("opened here"), "a: [1, 2")
    unclosed = Problem(
        Span("a.yaml", 3, 2), "error", "x", phrase("not closed"), None, "b: 3", first
    )

    assert rendered(unclosed).split("\n")[-2:] == ["    2 | a: [1, 2", "      |    ^ opened here"]


def test_a_problem_of_a_whole_file_has_no_snippet() -> None:
    what = phrase("there is no folder '{name}'", name="show")
    missing = Problem(Span("show", 1, 1), "error", "no-folder", what)

    assert rendered(missing) == "show:1:1: error[no-folder]: there is no folder 'show'"
    assert line_of(missing) == rendered(missing)


def test_the_nearest_spelling_is_offered_whatever_its_case_and_hyphens() -> None:
    names = ("picture-left", "picture-right", "text")

    assert nearest("picture_lft", names) == "picture-left"
    assert nearest("Text", names) == "text"
    assert nearest("sausage", names) == ""


def test_where_nothing_is_near_all_choices_are_named() -> None:
    otherwise = phrase("see the list")

    assert did_you_mean("sausage", ("b", "a")) == phrase("one of: {names}", names="a, b")
    assert did_you_mean("sausage", ("b", "a"), otherwise) == otherwise
    assert did_you_mean("sausage", ()) is None
