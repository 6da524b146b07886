"""Theme files: a theme by name, or what is wrong with it."""

from __future__ import annotations

import pytest

from kiosk.show.themes import load_theme
from kiosk.theme import Colour, colour
from tests.unit.show.memory import THEMES


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_programs_own_themes_are_read(name: str) -> None:
    read = load_theme(name, THEMES[name])

    assert read.problems == ()
    assert read.theme is not None
    assert read.theme.name == name
    assert len(read.theme.accents) == 7


def test_a_colour_may_have_an_opacity() -> None:
    theme = load_theme("dusk", THEMES["dusk"]).theme

    assert theme is not None
    assert theme.disc == Colour(*colour("#0B1322")[:3], 0.62)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (THEMES["dusk"].replace(b'glow: "#22365C"', b"glow: blue"), "wrong-value"),
        (THEMES["dusk"].replace(b"glows: true", b""), "missing-field"),
        (b"ground: [", "unclosed-bracket"),
        (b"\xff\xff", "not-text"),
    ],
)
def test_a_broken_theme_is_none_and_says_why(content: bytes, code: str) -> None:
    read = load_theme("dusk", content)

    assert read.theme is None
    assert [problem.code for problem in read.problems] == [code]
