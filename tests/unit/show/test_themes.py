"""Theme files: a theme by name, or what is wrong with it."""

from __future__ import annotations

import pytest

from kiosk.elements.legibility import over_any
from kiosk.show.themes import load_theme
from kiosk.theme import Colour, colour, contrast
from tests.unit.show.memory import THEMES

TEXT, MEANING = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_programs_own_themes_are_read(name: str) -> None:
    read = load_theme(name, THEMES[name])

    assert read.problems == ()
    assert read.theme is not None
    assert read.theme.name == name
    assert len(read.theme.accents) == 7


@pytest.mark.parametrize("name", sorted(THEMES))
def test_what_the_programs_own_themes_write_and_draw_can_be_told_from_their_grounds(
    name: str,
) -> None:
    theme = load_theme(name, THEMES[name]).theme

    assert theme is not None
    for ground in (theme.ground, theme.surface):
        assert min(contrast(ink, ground) for ink in (theme.text, theme.quiet)) >= TEXT
        assert min(contrast(accent, ground) for accent in theme.accents) >= TEXT
    assert min(contrast(ink, theme.ground) for ink in (theme.line, theme.quiet_series)) >= MEANING
    assert over_any(theme.text, theme.disc._replace(opacity=1.0), theme.disc.opacity) >= TEXT


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
