"""`check` tells of words that are drawn in two designs."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtGui import QFont, QRawFont

from kiosk.author.checking.designs import of_two_designs
from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.playback.look import Look
from kiosk.problems import line_of
from kiosk.stage.app import application
from kiosk.stage.fonts.faces import face_of
from kiosk.stage.fonts.glyphs import Lines, fonts_of, runs_of
from kiosk.theme import FaceName, TextStyle
from tests.unit.author.checking.slides import plain, seen

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = [chr(code) for code in range(0xC0, 0x500) if chr(code).isalpha()]
HANZI = range(0x3400, 0xA000)


def lines(folder: Path, title: str, language: str = "zh") -> list[str]:
    """What is told of a slide of that title."""
    at = seen(folder, f"    title: {title}\n", plain(9), Look(language, "dusk"))
    looks = Looks((language,), ("dusk",), ("landscape",))
    problems = told((sighting(fault, at) for fault in of_two_designs(at)), looks)
    return [line_of(problem).rpartition("/")[2] for problem in problems]


def test_a_name_of_which_the_serif_lacks_letters_is_told_with_them(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, "来自 Łódź 的客人")

    assert line == (
        "one.yaml:4:12: warning[other-family]: in 'Łódź' the letters Łź are drawn in Inter and "
        "the rest in Noto Serif CJK SC — write the name in Chinese, or with letters that have no "
        "such accents"
    )


@pytest.mark.parametrize(
    "title",
    [
        "来自 Lodz 的客人",
        "来自 Café 的客人",
        "nǚ 与 lüè",
        "T3 航站楼 2024 年 98%",
        "CO₂ 与 10 m²",
        "Привет Москва",
    ],
)
def test_what_one_family_draws_is_no_problem(tmp_path: Path, title: str) -> None:
    assert lines(tmp_path, title) == []


@pytest.mark.parametrize("title", ["from Łódź", "Dvořák", "Škoda"])
def test_english_titles_are_in_a_face_that_has_those_letters(tmp_path: Path, title: str) -> None:
    assert lines(tmp_path, title, "en") == []


def raw(family: str) -> QRawFont:
    """The font of that family."""
    application("offscreen")
    return QRawFont.fromFont(QFont(family))


def test_both_chinese_faces_have_the_same_chinese_characters() -> None:
    sans, serif = raw("Noto Sans CJK SC"), raw("Noto Serif CJK SC")

    assert [c for c in HANZI if sans.supportsCharacter(c) != serif.supportsCharacter(c)] == []


def test_faces_that_begin_with_inter_draw_every_letter_of_a_word_in_it() -> None:
    for name in get_args(FaceName):
        first, other = map(raw, face_of(name).families)
        parted = [
            letter
            for letter in LETTERS
            if other.supportsCharacter(ord(letter)) and not first.supportsCharacter(ord(letter))
        ]
        assert bool(parted) is (name == "serif-bold"), name


@pytest.mark.parametrize("word", ["Łódź", "Dvořák", "Café", "Škoda", "Москва"])
@pytest.mark.parametrize("face", ["serif-bold", "sans"])
def test_a_letter_is_drawn_in_a_word_by_the_family_that_draws_it_alone(
    word: str, face: FaceName
) -> None:
    application("offscreen")
    style = TextStyle(face, 40)

    runs, _ = runs_of(word, *fonts_of(style, ()))

    alone = {Lines().family(letter, style) for letter in word}
    assert {run.rawFont().familyName() for run in runs} == alone
