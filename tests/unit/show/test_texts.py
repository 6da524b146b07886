"""Texts with facts in them, in the languages of the show."""

from __future__ import annotations

import pytest

from kiosk.phrases import said
from kiosk.show.model import Slide
from tests.unit.show.memory import FACTS, lines, show_of


def slide(text: str) -> Slide:
    """The slide whose text is `text`, written as YAML."""
    return show_of(f"title: x\nslides:\n  - text: {text}\n").slides[0]


def typed(text: str) -> list[str]:
    """The numbers in a text, written as YAML, that count as typed by hand."""
    show = show_of(f"title: x\nslides:\n  - text: {text}\n")
    assert {p.code for p in show.problems} <= {"typed-number"}
    return [said(p.what, "en").split()[2] for p in show.problems]


def test_a_fact_is_printed_as_each_language_says_it() -> None:
    text = slide('{zh: "有{urban_parks}公园", en: "There are {urban_parks} here"}').parts.text

    assert text.in_language("zh") == "有超过300个公园"
    assert text.in_language("en") == "There are more than 300 parks here"


def test_a_text_without_languages_prints_its_facts_in_each() -> None:
    text = slide('"{auto_output}, {auto_output.number}, {auto_output.period}"').parts.text

    assert text.in_language("zh") == "1104亿元, 1104, 2024年"
    assert text.in_language("en") == "110.4 bn yuan, 110.4, 2024"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('"{urban_parks}. {urban_parks}!"', "More than 300 parks. More than 300 parks!"),
        ('"1. {urban_parks}"', "1. More than 300 parks"),
        ('"With {urban_parks}, {urban_parks}"', "With more than 300 parks, more than 300 parks"),
    ],
)
def test_a_fact_that_begins_a_sentence_begins_with_a_capital(written: str, printed: str) -> None:
    assert slide(written).parts.text.in_language("en") == printed


def test_what_stands_behind_an_equals_sign_is_meant_and_shown_as_it_is() -> None:
    text = slide('"{=98} of {=100}%, and a {={}"').parts.text

    assert text.in_language("en") == "98 of 100%, and a {"


@pytest.mark.parametrize("text", ["12:30", "no", "010", "0o14", "1_000", "~x", "2024-10-01"])
def test_a_text_is_shown_as_it_was_written(text: str) -> None:
    assert slide(text).parts.text.in_language("zh") == text


@pytest.mark.parametrize(
    "text",
    [
        "渝北2024",
        "T3航站楼",
        "C919 and WiFi 6",
        "5G",
        "75周年",
        "the years 1990 to 2024",
        "1990年",
        "第3条跑道和20台手机",
        "1x1",
    ],
)
def test_years_names_and_small_numbers_are_no_figures(text: str) -> None:
    assert typed(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("增长18.5%", ["18.5"]),
        ("up 9 percent", ["9"]),
        ("7 parks", ["7"]),
        ("3个", ["3"]),
        ("1104亿元", ["1104"]),
        ("2000 parks", ["2000"]),
        ("448,000 vehicles", ["448,000"]),
        ("375条航线", ["375"]),
        ("45 million people", ["45"]),
        ("300 here and 400 there", ["300", "400"]),
        ('"{=300} here and 400 there"', ["400"]),
    ],
)
def test_a_figure_typed_by_hand_is_noticed_in_a_show_that_has_facts(
    text: str, numbers: list[str]
) -> None:
    assert typed(text) == numbers


@pytest.mark.parametrize(("typed", "names"), [("300", "{urban_parks}"), ("120", "its-name")])
def test_a_number_typed_by_hand_is_offered_the_fact_that_prints_it(typed: str, names: str) -> None:
    show = show_of(
        f"title: x\nslides: [{{text: {typed} parks}}]\n",
        **{"facts.yaml": f"{FACTS}  phones: {{value: 0.05, text: 1/20}}\n"},
    )

    (problem,) = show.problems
    assert problem.hint is not None
    assert names in said(problem.hint, "en")


def test_without_facts_numbers_are_everybodys_own_business() -> None:
    show = show_of(
        "title: x\nslides: [{text: 300 parks}]\n",
        **{"show.yaml": "title: x\nlanguages: [en]\nchapters: [one.yaml]\n"},
    )

    assert lines(show) == []


def test_notes_may_hold_any_number() -> None:
    show = show_of("title: x\nslides: [{title: x, notes: say 300 parks}]\n")

    assert lines(show) == []


def test_a_mistake_is_pointed_at_where_it_stands_in_a_text_of_many_lines() -> None:
    show = show_of(
        "title: x\nslides:\n  - title: good\n"
        "  - text: >\n      one line\n      and {a_fact} there\n"
    )

    (problem,) = show.problems
    assert (problem.span.line, problem.span.column, problem.span.length) == (6, 12, 6)
