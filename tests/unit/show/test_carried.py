"""A show that was read anew is made of what plays, as far as it says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.show.carried import carried_over, has_new_errors
from kiosk.show.load import load
from kiosk.show.model import Show
from tests.unit.show.memory import FACTS, SHOW, THEMES, MemoryFolder, loaded, show_of

SLIDE = "  - {id: %s, layout: text, title: {zh: 好, en: %s}}\n"
HEAD = "title: {zh: 章, en: Chapter}\nslides:\n"
CHAPTER = HEAD + SLIDE % ("one", "First") + SLIDE % ("two", "Second")


def read(chapter: str = CHAPTER, show: str = SHOW, picture: str = "") -> Show:
    files = {"show.yaml": show, "facts.yaml": FACTS, "one.yaml": chapter, "a.jpg": ""}
    folder = MemoryFolder(files, editions={"a.jpg": picture})
    found = load(folder, THEMES)
    assert isinstance(found, Show), found
    return found


def test_a_show_that_says_the_same_is_the_one_that_plays() -> None:
    playing = read()

    assert carried_over(read(), playing) is playing


def test_a_comment_or_a_line_further_down_says_nothing_new() -> None:
    playing = read()

    assert carried_over(read("# the first chapter\n\n" + CHAPTER), playing) is playing


def test_where_one_slide_was_edited_all_others_are_those_that_play() -> None:
    playing = read()

    show = carried_over(read(CHAPTER.replace("First", "Changed")), playing)

    assert show.slide("one").parts.title.in_language("en") == "Changed"
    assert show.slide("two") is playing.slide("two")
    assert show.themes is playing.themes


def test_where_the_screen_is_another_no_slide_is_laid_out_as_before() -> None:
    playing = read()

    show = carried_over(read(show=SHOW + "viewing: 4 m\n"), playing)

    assert show.slide("one") == playing.slide("one")
    assert show.slide("one") is not playing.slide("one")


def test_a_picture_that_was_overwritten_makes_its_slide_another_one() -> None:
    slide = "  - {id: three, layout: full-picture, picture: {file: a.jpg, alt: {zh: 山, en: A}}}\n"
    playing = read(CHAPTER + slide, picture="morning")

    same = carried_over(read(CHAPTER + slide, picture="morning"), playing)
    other = carried_over(read(CHAPTER + slide, picture="evening"), playing)

    assert same is playing
    assert other.slide("three") != playing.slide("three")
    assert other.slide("one") is playing.slide("one")


@pytest.mark.parametrize(
    ("before", "now", "is_new"),
    [
        ("", "", False),
        ("", "    colour: red\n", True),
        ("    colour: red\n", "", False),
        ("    colour: red\n", "\n\n    colour: red\n", False),
        ("    colour: red\n", "    colour: red\n    size: 4\n", True),
    ],
)
def test_only_an_error_that_the_show_that_plays_does_not_have_keeps_it_playing(
    before: str, now: str, is_new: bool
) -> None:
    slide = "  - id: three\n    title: {zh: 好, en: Good}\n"
    playing, edited = (show_of(CHAPTER + slide + more) for more in (before, now))

    assert has_new_errors(edited.problems, playing.problems) is is_new


def test_a_warning_keeps_no_edit_from_the_screen() -> None:
    playing = show_of(CHAPTER)
    warned = show_of(CHAPTER + "  - {id: three, title: {zh: 98%, en: 98%}}\n")

    assert {problem.level for problem in warned.problems} == {"warning"}
    assert not has_new_errors(warned.problems, playing.problems)


def test_nothing_to_show_is_an_error() -> None:
    assert has_new_errors(loaded({"one.yaml": ""}).problems, show_of(CHAPTER).problems)


def test_equal_shows_on_other_screens_are_not_the_same() -> None:
    playing = read()

    assert carried_over(replace(read(), screen_in=55.0), playing) is not playing
