"""Texts with facts in them, in the languages of the show."""

from __future__ import annotations

import pytest

from kiosk.data.text import Mention, Text, Words
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
        ('"- {urban_parks}"', "- More than 300 parks"),
        ('"*{urban_parks}*"', "More than 300 parks"),
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


@pytest.mark.parametrize(
    ("written", "shown", "emphasised"),
    [
        ("每天*开放*", "每天开放", ["开放"]),
        ("open **every day**", "open every day", ["every day"]),
        ('"*every* day, *all* year"', "every day, all year", ["every", "all"]),
        ('"*{auto_output}*，渝北"', "1104亿元，渝北", ["1104亿元"]),
        (
            '"*{auto_output.number}* 与 *{auto_output.period}*"',
            "1104 与 2024年",
            ["1104", "2024年"],
        ),
        ("（*免费*）", "（免费）", ["免费"]),
        ('"a *b*, c"', "a b, c", ["b"]),
    ],
)
def test_words_between_stars_are_emphasised(
    written: str, shown: str, emphasised: list[str]
) -> None:
    words = slide(written).parts.text.words("zh")

    assert words.text == shown
    assert [words.text[a:b] for a, b in words.emphasis] == emphasised


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3",
        "5*3*2",
        "a*b*c",
        "价格*",
        "价格*，含税",
        "** 注",
        "***",
        "a * b * c",
        "C* 与 D*",
        "1*",
    ],
)
def test_a_star_that_emphasises_nothing_is_a_star(text: str) -> None:
    show = show_of(f'title: x\nslides:\n  - text: "{text}"\n')

    assert show.slides[0].parts.text.words("zh") == Words(text)
    assert [p for p in show.problems if p.code == "unclosed-star"] == []


def test_a_star_that_is_meant_is_written_as_a_fact_is() -> None:
    assert slide('"{=*}免费{=*} *开放*"').parts.text.in_language("zh") == "*免费* 开放"


def test_emphasis_ends_in_its_line_and_a_star_that_is_left_open_is_shown() -> None:
    show = show_of('title: x\nslides:\n  - text: "每天*开放\\n不*休息"\n')

    assert show.slides[0].parts.text.words("zh") == Words("每天*开放\n不*休息")
    assert [p.code for p in show.problems] == ["unclosed-star", "unclosed-star"]


def test_titles_and_names_of_chapters_say_emphasised_words_without_their_stars() -> None:
    show = show_of("title: 渝北*2024*\nslides: [{title: 一*二*三}]\n")

    assert show.chapters[0].title.in_language("zh") == "渝北2024"
    assert show.slides[0].parts.title.words("zh") == Words("一二三", ((1, 2),))


def test_notes_are_never_warned_of() -> None:
    assert lines(show_of("title: x\nslides: [{title: x, notes: 说*三遍}]\n")) == []


def test_a_list_in_yaml_is_a_list_on_the_slide() -> None:
    text = slide("\n      - 一*二*\n      - 三\n").parts.text

    assert text.words("en") == Words("- 一二\n- 三", ((3, 4),))


def test_each_item_of_a_list_may_be_in_several_languages() -> None:
    text = slide('[{zh: 一, en: one}, {zh: 二, en: "*two*"}, "{urban_parks}"]').parts.text

    assert text.in_language("zh") == "- 一\n- 二\n- 超过300个"
    assert text.words("en") == Words(
        "- one\n- two\n- More than 300 parks", ((8, 11),), (Mention((14, 33), "urban_parks"),)
    )


def test_each_language_may_have_its_list() -> None:
    text = slide("{zh: [一, 二], en: [one, two, three]}").parts.text

    assert text.in_language("zh") == "- 一\n- 二"
    assert text.in_language("en") == "- one\n- two\n- three"


def test_an_item_s_further_lines_belong_to_it() -> None:
    text = slide('["一\\n*二*", 三]').parts.text

    assert text.words("zh") == Words("- 一\n  二\n- 三", ((6, 7),))


def test_items_that_are_numbered_by_hand_keep_their_numbers() -> None:
    text = slide("[1. *停稳*, 2、驶离]").parts.text

    assert text.words("zh") == Words("1. 停稳\n2、驶离", ((3, 5),))


def test_an_item_that_lacks_a_language_is_noticed() -> None:
    show = show_of("title: x\nslides: [{text: [{zh: 一, en: one}, {zh: 二}]}]\n")

    assert [p.code for p in show.problems] == ["missing-translation"]


def test_a_list_is_no_longer_than_a_text_may_be() -> None:
    show = show_of(f"title: x\nslides: [{{title: x}}, {{text: [{'一' * 1500}, {'二' * 1500}]}}]\n")

    assert [p.code for p in show.problems] == ["too-long"]


def test_notes_may_be_a_list_too() -> None:
    show = show_of("title: x\nslides: [{title: x, notes: [one, two]}]\n")

    assert show.slides[0].notes.in_language("zh") == "- one\n- two"


def figures_in(text: Text, language: str) -> list[tuple[str, str]]:
    """The facts that are printed in a text, each with what stands there."""
    words = text.words(language)
    return [(mention.fact, words.text[slice(*mention.at)]) for mention in words.mentions]


def test_a_text_knows_where_its_figures_are_printed() -> None:
    written = '"{urban_parks}, *up {growth}*: {growth.number} in {growth.period}, {=98}"'

    text = slide(written).parts.text

    assert figures_in(text, "en") == [
        ("urban_parks", "More than 300 parks"), ("growth", "18.5%"), ("growth", "18.5"),
    ]  # fmt: skip
    assert figures_in(text, "zh") == [
        ("urban_parks", "超过300个"), ("growth", "18.5%"), ("growth", "18.5"),
    ]  # fmt: skip


def test_figures_in_the_items_of_a_list_are_known_too() -> None:
    text = slide('["{growth} more\\nthan {growth.number}", "{urban_parks}"]').parts.text

    assert figures_in(text, "en") == [
        ("growth", "18.5%"), ("growth", "18.5"), ("urban_parks", "More than 300 parks"),
    ]  # fmt: skip
