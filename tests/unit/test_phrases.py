"""What the program says exists in each of its own languages."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kiosk
from kiosk.author.kinds import kinds
from kiosk.chinese import CHINESE
from kiosk.phrases import any_of, phrase, quoted, said, write

NAME = re.compile(r"\{(\w+)\}")
OF_THE_SYSTEM = {os.strerror(number) for number in errno.errorcode}


def calls(function: str = "phrase") -> Iterator[tuple[str, ast.Call]]:
    """Every call of `function` in the program, and its place."""
    for file in sorted(Path(kiosk.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function:
                yield f"{file.name}:{node.lineno}", node


def templates() -> dict[str, set[str]]:
    """What the program says in English, and the names of what stands in it."""
    found: dict[str, set[str]] = {}
    for _, call in calls():
        template = call.args[0]
        assert isinstance(template, ast.Constant)
        found[str(template.value)] = {str(keyword.arg) for keyword in call.keywords}
    return found


def explanations() -> Iterator[tuple[str, str]]:
    """What each field and kind says of itself in Chinese, and its place; nothing where it lacks."""
    for place, call in calls("option"):
        written = {keyword.arg: keyword.value for keyword in call.keywords}
        yield place, ast.literal_eval(written["zh"]) if "zh" in written else ""
    for kind in kinds():
        yield kind.of.__module__, kind.of.chinese


def test_every_phrase_is_written_out_where_it_is_said_with_the_names_of_what_stands_in_it() -> None:
    wrong = [
        place
        for place, call in calls()
        if not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
        or any(f"{{{keyword.arg}}}" not in str(call.args[0].value) for keyword in call.keywords)
    ]

    assert wrong == []


def test_every_phrase_can_be_said_in_chinese() -> None:
    assert sorted(set(templates()) - set(CHINESE)) == []


def test_every_field_and_kind_says_in_chinese_too_what_it_is() -> None:
    assert [place for place, chinese in explanations() if not chinese] == []


def test_nothing_is_kept_in_chinese_that_is_never_said() -> None:
    assert sorted(set(CHINESE) - set(templates()) - OF_THE_SYSTEM) == []


def test_what_stands_in_a_phrase_stands_in_it_in_chinese_too() -> None:
    names = templates()
    known = set().union(*names.values())

    wrong = [
        chinese
        for english, chinese in CHINESE.items()
        if set(NAME.findall(chinese)) & known != names.get(english, set())
    ]

    assert wrong == []


def test_chinese_is_written_with_chinese_punctuation_outside_what_is_to_be_typed() -> None:
    typed = re.compile(r"「[^」]*」|`[^`]*`|\{[^}]*\}*|\[[^\]]*\]|\"[^\"]*\"|[\x21-\x7e]*\.yaml")

    texts = [*CHINESE.values(), *(chinese for _, chinese in explanations())]

    wrong = [text for text in texts if re.search("[,;?!()]", typed.sub("", text))]

    assert wrong == []


def test_a_phrase_is_said_with_what_stands_in_it_in_the_same_language() -> None:
    unknown = phrase("unknown {noun} '{word}'", noun=phrase("layout"), word="gird")

    assert said(unknown, "en") == "unknown layout 'gird'"
    assert said(unknown, "zh") == "没有「gird」这种版式"


def test_braces_that_name_no_argument_are_meant() -> None:
    assert said(phrase("write {fact}; '{={}' stands for the sign itself"), "en") == (
        "write {fact}; '{={}' stands for the sign itself"
    )


def test_what_was_written_is_never_read_as_part_of_the_phrase() -> None:
    unknown = phrase("unknown {noun} '{word}'", noun="{word}", word="{noun}")

    assert said(unknown, "en") == "unknown {word} '{noun}'"


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (["a"], "write 'a'", "请写：「a」"),
        (["a", "b", "c"], "write 'a' or 'b' or 'c'", "请写：「a」或「b」或「c」"),
    ],
)
def test_choices_are_joined_as_the_language_joins_them(
    words: list[str], english: str, chinese: str
) -> None:
    hint = write(any_of(map(quoted, words)))

    assert said(hint, "en") == english
    assert said(hint, "zh") == chinese


def test_what_nobody_has_translated_is_said_in_english() -> None:
    assert said(write("x"), "en") == "write x"
    assert said(phrase("nothing like this"), "zh") == "nothing like this"
