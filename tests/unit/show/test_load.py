"""A folder of files becomes a show; what is wrong in it stays where it is."""

from __future__ import annotations

from time import process_time  # noqa: TID251 - a budget of time is what is tested

import pytest

from kiosk.data.quantity import Quantity
from kiosk.data.text import Text
from kiosk.problems import line_of
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show, Turn
from tests.unit.show.memory import SHOW, THEMES, MemoryFolder, lines, loaded, show_of

TWO = "title: {zh: 甲, en: A}\nslides:\n  - title: first\n  - title: second\n"


def with_show(show: str, **chapters: str) -> Show:
    """The show of that show.yaml."""
    found = loaded({"show.yaml": show, **{f"{k}.yaml": v for k, v in chapters.items()}})
    assert isinstance(found, Show), found
    return found


def test_a_plain_show_is_what_it_says() -> None:
    show = with_show(
        "kiosk: 1\ntitle: {zh: 渝北, en: Yubei}\nlanguages: [zh, en]\ntheme: paper\nidle: 1 min\n"
        "screen: 55 in\nviewing: 2 m\nmounted: 80 cm\nstay: 9 s\ntransition: push 500 ms\n"
        "chapters: [one.yaml]\n",
        one=TWO,
    )

    assert lines(show) == []
    assert show.languages == ("zh", "en")
    assert (show.theme, set(show.themes)) == ("paper", {"dusk", "paper", "contrast"})
    assert show.idle_s == 60
    assert (show.screen_in, show.viewing_m, show.mounted_mm) == (55, 2, 800)
    assert [slide.id for slide in show.slides] == ["one-1", "one-2"]
    assert [slide.stay_s for slide in show.slides] == [9, 9]
    assert show.slides[0].turn == Turn("push", 0.5)
    assert show.slides[0].parts.chapter_title.in_language("en") == "A"


def test_what_is_left_out_has_a_sensible_value() -> None:
    show = with_show("title: Yubei\nchapters: [one.yaml]\n", one="slides: [{title: x}]")

    assert lines(show) == []
    assert show.languages == ("en",)
    assert (show.theme, show.idle_s, show.screen_in, show.viewing_m) == ("dusk", 45, 43, 1.5)
    assert show.mounted_mm is None
    assert show.invitation.in_language("zh") == "轻触屏幕，开始参观"
    assert show.invitation.in_language("en") == "Touch to begin"
    assert show.slides[0].stay_s is None
    assert show.slides[0].turn == Turn("dissolve", 0.8)


def test_a_slide_overrides_its_show() -> None:
    show = show_of(
        "title: x\nslides:\n  - {title: x, stay: 5 s, transition: cut, loop: false, notes: n}\n"
        "  - {title: x, hidden: true}\n  - {title: x, stay: auto, transition: push}\n"
    )

    first, last = show.slides
    assert (first.stay_s, first.turn, first.in_loop) == (5, Turn("cut", 0), False)
    assert first.notes == Text((("", "n"),))
    assert (last.stay_s, last.turn) == (None, Turn("push", 0.8))


@pytest.mark.parametrize(
    ("fields", "layout"),
    [
        ("title: x", "Text"),
        ("picture: a.jpg", "PictureLeft"),
        ("{picture: a.jpg, number: $urban_parks}", "PictureLeft"),
        ("{number: $urban_parks, text: x}", "BigNumber"),
        ("{number: $urban_parks, chart: {type: bar, data: [{a: x, b: 1}], x: a, y: b}}", "Chart"),
        ("{picture: a.jpg, layout: cover}", "Cover"),
    ],
)
def test_a_slide_has_the_layout_of_its_most_telling_part_that_shows_all_parts(
    fields: str, layout: str
) -> None:
    show = show_of(f"title: x\nslides:\n  - {fields}\n", **{"a.jpg": ""})

    assert lines(show) == []
    assert type(show.slides[0].layout).__name__.startswith(layout)


def test_a_fact_keeps_its_unit_in_numbers_and_in_data() -> None:
    show = show_of(
        "title: x\nslides:\n  - number: $urban_parks\n    chart:\n      type: bar\n"
        "      data: [{zh: {zh: 车, en: Cars}, y: $auto_output}, {zh: x, y: 5.20}, {zh: z}]\n"
        "      x: zh\n      y: y\n"
    )

    parts = show.slides[0].parts
    output, plain, missing = parts.charts[0].data.quantities("y")
    assert output is not None
    assert output.unit.name.in_language("zh") == "亿元"
    assert plain == Quantity(5.2, 2)
    assert missing is None
    assert getattr(parts.number, "value").bound == "over"  # noqa: B009 - a field of the kind


def test_a_mistake_takes_its_slide_out_and_no_other() -> None:
    show = show_of(
        "title: x\nslides:\n  - {id: a, title: x}\n  - {id: b, titel: x}\n  - title: x\n"
    )

    assert [slide.id for slide in show.slides] == ["a", "one-3"]
    assert lines(show) == ["4: error[unknown-field]"]


def test_a_field_written_twice_takes_its_slide_out() -> None:
    show = show_of("title: x\nslides:\n  - {id: a, title: x}\n  - {id: b, title: x, title: y}\n")

    assert [slide.id for slide in show.slides] == ["a"]


def test_a_broken_chapter_takes_itself_out_and_no_other() -> None:
    show = with_show(
        "title: x\nchapters: [bad.yaml, none.yaml, one.yaml]\n", bad="slides: [", one=TWO
    )

    assert [chapter.id for chapter in show.chapters] == ["one"]
    assert [slide.chapter for slide in show.slides] == [0, 0]
    assert {p.code for p in show.problems} == {
        "unclosed-bracket",
        "missing-file",
        "unknown-language",
    }


def test_a_wrong_field_of_the_show_is_left_at_its_default() -> None:
    show = with_show("title: {zh: 题, en: T}\nidle: soon\nthem: x\nchapters: [one.yaml]\n", one=TWO)

    assert show.idle_s == 45
    assert lines(show) == ["2: error[wrong-value]", "3: error[unknown-field]"]


def test_all_mistakes_are_told_in_one_go_file_by_file_from_the_top() -> None:
    show = show_of("titel: x\nslides:\n  - {titel: x}\n  - {title: x, stay: 9}\n  - title: good\n")

    assert lines(show) == [
        "1: error[unknown-field]",
        "3: error[unknown-field]",
        "4: error[wrong-value]",
    ]


def test_slides_are_named_by_chapter_and_place_and_never_twice() -> None:
    show = with_show(
        "title: x\nchapters: [one.yaml, 新建 文档.yaml]\n",
        one="slides: [{title: x}, {title: x, id: one-1}, {title: x}]",
        **{"新建 文档": "slides: [{title: x}]"},
    )

    assert lines(show) == []
    assert [s.id for s in show.slides] == ["one-1-x", "one-1", "one-3", "新建-文档-1"]


def test_one_node_may_stand_for_two_slides() -> None:
    show = show_of("title: x\nslides:\n  - &same {title: x}\n  - *same\n")

    assert [slide.id for slide in show.slides] == ["one-1", "one-2"]


def test_text_from_notepad_is_read_with_a_warning() -> None:
    show = loaded({"one.yaml": "title: 车间里的渝北\nslides: [{title: 题}]\n".encode("gbk")})

    assert isinstance(show, Show)
    assert show.chapters[0].title.in_language("zh") == "车间里的渝北"
    assert lines(show) == ["1: warning[encoding]"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings_are_read_as_they_are(encoding: str) -> None:
    show = loaded({"one.yaml": "title: 渝北\r\nslides:\r\n  - title: 题\r\n".encode(encoding)})

    assert isinstance(show, Show)
    assert lines(show) == []


def bomb() -> str:
    levels = (f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 20))
    return "a0: &a0 [x]\n" + "".join(levels)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty-file"),
        ("# nothing yet\n", "empty-file"),
        (bytes(range(256)) * 50, "not-text"),
        (bomb(), "too-big"),
        ("[" * 10_000, "too-big"),
        ("{a: " * 10_000, "too-big"),
        ("- " * 100_000, "too-big"),
        ("[" * 1_900_000, "too-big"),
        ("a: &a [*a]\n" * 3, "no-slides"),
        ("- x\n" * 150_000, "too-big"),
        ("kiosk: " + "9" * 5000, "no-slides"),
        ("kiosk: 2\n", "newer-show"),
        ("title: [1, 2\n", "unclosed-bracket"),
        ('title: "' + "x\n" * 500_000, "unclosed-quote"),
        ("a:" * 900_000, "colon"),
    ],
)
def test_what_is_no_show_says_so_in_one_line_within_a_second(
    content: str | bytes, code: str
) -> None:
    start = process_time()

    found = loaded({"show.yaml": content})

    assert process_time() - start < 1.0
    assert isinstance(found, NoShow)
    assert found.problem.code == code
    assert "\n" not in line_of(found.problem)
    assert len(line_of(found.problem)) < 600


def test_a_film_is_refused_by_its_size_and_not_read() -> None:
    folder = MemoryFolder({"show.yaml": ""}, sizes={"show.yaml": 100_000_000})

    found = load(folder, THEMES)

    assert isinstance(found, NoShow)
    assert found.problem.code == "too-big"
    assert folder.was_read == []


@pytest.mark.parametrize(
    ("content", "is_mistaken"),
    [("", False), ("title: [", True), ("title: x\nchapters: []\n", False), ("x: 1\n", True)],
)
def test_a_show_that_is_mistaken_is_told_from_one_that_is_not_there(
    content: str, is_mistaken: bool
) -> None:
    found = loaded({"show.yaml": content})

    assert isinstance(found, NoShow)
    assert found.is_mistaken == is_mistaken


def test_a_program_without_themes_is_a_bug() -> None:
    with pytest.raises(ValueError, match="themes"):
        load(MemoryFolder({"show.yaml": "title: x\n"}), {"dusk": b"ground: blue\n"})


def test_a_show_of_three_thousand_slides_loads_in_seconds_at_most() -> None:
    slide = '  - {title: {zh: 题, en: T}, text: {zh: "{urban_parks}", en: x}, stay: 9 s}\n'
    chapter = "title: {zh: 甲, en: A}\nslides:\n" + slide * 1000
    files = {f"c{i}.yaml": chapter for i in range(3)}
    start = process_time()

    show = loaded({**files, "show.yaml": SHOW.replace("one.yaml", "c0.yaml, c1.yaml, c2.yaml")})

    assert isinstance(show, Show)
    assert len(show.slides) == 3000
    assert process_time() - start < 5.0  # 0.6 s on a quiet machine


@pytest.mark.parametrize(
    ("chapter", "facts"),
    [
        ("slides:\n  - text: " + "9 " * 900_000, ""),
        ("slides:\n  - text: '" + "{f1}" * 400_000 + "'\n", ""),
        ("slides:\n  - number: '1" + " " * 900_000 + "2'\n", ""),
        ("slides:\n" + "  - title: '99999 88888'\n" * 500, "  f{i}: {{value: {i}}}\n"),
    ],
    ids=["digits", "braces", "spaces", "typed-numbers-beside-many-facts"],
)
def test_a_show_of_thousands_of_the_same_is_read_within_a_second(chapter: str, facts: str) -> None:
    figures = "facts:\n  f: {value: 1}\n" + "".join(facts.format(i=i) for i in range(5000))

    start = process_time()
    loaded({"one.yaml": chapter, "facts.yaml": figures})

    assert process_time() - start < 1.0


MORPHING = """
title: t
slides:
  - {id: one, title: a, chart: {id: c, type: number, value: "{=1}"}}
  - {id: two, title: b, chart: {id: c, type: number, value: "{=2}"}}
  - {id: three, title: c, chart: {id: c, type: number, value: "{=3}"}, transition: push 300 ms}
  - {id: four, title: d, chart: {id: other, type: number, value: "{=4}"}}
"""


def test_a_chart_that_is_morphed_into_has_time_unless_its_author_says_how_it_comes_on() -> None:
    turns = [slide.turn for slide in show_of(MORPHING).slides]

    assert turns == [
        Turn("dissolve", 0.8),
        Turn("dissolve", 1.2),
        Turn("push", 0.3),
        Turn("dissolve", 0.8),
    ]


STEPS = """
title: t
slides:
  - id: one
    title: a
    stay: 9 s
    chart: {type: bar, direction: upright, data: [{a: x, b: 1}, {a: y, b: 2}], x: a, y: b}
    steps:
      - chart: {highlight: y}
        notes: n
      - {chart: {type: pie}, title: c, stay: 4 s}
"""


def test_each_step_is_the_one_before_with_what_it_changes_as_a_slide_of_its_own() -> None:
    show = show_of(STEPS)

    whole, lit, pie = show.slides
    charts = [slide.parts.charts[0] for slide in show.slides]
    assert lines(show) == []
    assert [slide.id for slide in show.slides] == ["one", "one.1", "one.2"]
    assert [slide.of for slide in show.slides] == ["", "one", "one"]
    assert [slide.stay_s for slide in show.slides] == [9, 9, 4]
    assert [type(chart).__name__ for chart in charts] == ["Bar", "Bar", "Pie"]
    assert getattr(charts[1], "highlight", "") == "y"
    assert charts[2].data == charts[0].data
    assert pie.parts.title.in_language("en") == "c"
    assert (lit.known, pie.known) == (whole.parts, lit.parts)
    assert show.chapters[0].pages == (whole,)
