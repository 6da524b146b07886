"""The three questions, and how forgivingly their answers are read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.author.new.asking import Asking, Given
from kiosk.author.new.wish import Screen, Wish, languages_in, screen_in
from kiosk.phrases import Language, Phrase, said
from kiosk.show.model import Shape

WIDE: tuple[Shape, ...] = ("landscape",)
TALL: tuple[Shape, ...] = ("portrait",)


def answering(*answers: str) -> Callable[[str], str]:
    left = iter(answers)
    return lambda _: next(left)


def asked(
    ask: Callable[[str], str] | None, given: Given | None = None, language: Language = "zh"
) -> tuple[Wish | None, list[str]]:
    told: list[Phrase] = []
    wish = Asking(ask, told.append, language).wish(given or Given(), "展厅")
    return wish, [said(each, language) for each in told]


@pytest.mark.parametrize(
    ("answer", "inches", "shapes"),
    [
        ("43 横", 43.0, WIDE),
        ("55 portrait", 55.0, TALL),
        ("43", 43.0, WIDE),
        ("竖屏", 43.0, TALL),
        ("65寸竖屏", 65.0, TALL),
        ("55英寸，横放", 55.0, WIDE),
        ("４３ 竖", 43.0, TALL),
        ("43in landscape", 43.0, WIDE),
        ("43 in portrait", 43.0, TALL),
        ('43" Portrait', 43.0, TALL),
        ("109.2 cm", 43.0, WIDE),
        ("55 both", 55.0, WIDE + TALL),
        ("32.5inch upright", 32.5, TALL),
    ],
)
def test_a_screen_is_understood_in_many_ways(
    answer: str, inches: float, shapes: tuple[Shape, ...]
) -> None:
    assert screen_in(answer) == Screen(inches, shapes)


@pytest.mark.parametrize("answer", ["large", "43 x 20", "3", "5000", "43 diagonalish", "?", "4 55"])
def test_what_is_no_screen_is_not_guessed_at(answer: str) -> None:
    assert screen_in(answer) is None


@pytest.mark.parametrize(
    ("answer", "languages"),
    [
        ("zh", ("zh",)), ("中文", ("zh",)), ("English", ("en",)), ("en, zh", ("en", "zh")),
        ("两种", ("zh", "en")), ("both", ("zh", "en")), ("中英文", ("zh", "en")),
        ("中文和英文", ("zh", "en")), ("zh zh", ("zh",)), ("fr", None), ("", None), (",", None),
    ],
)  # fmt: skip
def test_languages_are_understood_in_many_ways(
    answer: str, languages: tuple[str, ...] | None
) -> None:
    assert languages_in(answer, "zh") == languages


def test_where_both_languages_are_wished_that_of_the_staff_comes_first() -> None:
    assert languages_in("both", "en") == ("en", "zh")


def test_an_empty_answer_is_the_one_in_brackets() -> None:
    assert asked(answering("", " ", "")) == (Wish("展厅", ("zh",), Screen()), [])


def test_where_nobody_answers_nothing_is_asked() -> None:
    assert asked(None)[0] == Wish("展厅", ("zh",), Screen())


def test_an_answer_that_means_nothing_is_asked_again_with_what_is_understood() -> None:
    wish, told = asked(answering("x" * 61, "春", "法语", "两种", "大", "55 竖"))

    assert wish == Wish("春", ("zh", "en"), Screen(55.0, TALL))
    assert told == [
        "标题最多 60 个字，这个有 61 个",
        "语言可以答「中文」「英文」「两种」，或者 `zh`、`en`、`zh,en`，看不懂「法语」",
        "屏幕可以答「43 横」「55 竖」，5 到 1000 英寸，看不懂「大」",
    ]


def test_a_flag_is_not_asked_for_and_one_that_means_nothing_ends_it() -> None:
    given = Given(title="A", languages="en", screen="24 portrait")

    assert asked(answering(), given)[0] == Wish("A", ("en",), Screen(24.0, TALL))
    wish, told = asked(answering(), Given(title="A", languages="xx"), "en")
    assert (wish, told) == (None, ["languages are zh, en or zh,en, not 'xx'"])
