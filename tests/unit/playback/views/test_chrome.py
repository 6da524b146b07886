"""The chrome has room for every button on every page, in every language and size of text."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.geometry import Box, Size
from kiosk.playback.look import Look
from kiosk.playback.views.chrome import chrome_places
from kiosk.playback.views.room import SLACK, Room
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, show_of

SEVEN = replace(show_of(4, 4, 4, 4, 4, 4, 4), languages=("zh", "en", "fr", "vi", "ar"))


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.01
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.01
    )


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT, Size(1440, 1080), Size(1080, 1080)])
@pytest.mark.parametrize("screen_in", [32.0, 43.0, 55.0, 65.0])
@pytest.mark.parametrize("viewing_m", [1.0, 1.5, 3.0])
@pytest.mark.parametrize("is_large", [True, False])
def test_no_two_buttons_overlap_whatever_the_text_and_the_language(
    page: Size, screen_in: float, viewing_m: float, is_large: bool
) -> None:
    show = replace(SEVEN, screen_in=screen_in, viewing_m=viewing_m)

    for language in show.languages:
        at = chrome_places(Room(show, page, Look(language, "dusk", is_large=is_large), Ems()))

        assert at.language is not None
        left, right = at.dashes[0], at.dashes[-1]
        dashes = Box(left.x, left.y, right.right - left.x, left.height)
        buttons = [at.home, at.back, at.previous, at.next, at.access, at.language]
        boxes = [dashes, *(button.grown(SLACK) for button in buttons)]
        for one, other in combinations(boxes, 2):
            assert not overlap(one, other), (language, one, other)
        assert at.home.x >= 0
        assert at.language.right <= page.width


def test_where_there_is_no_room_for_a_languages_name_there_is_a_sign() -> None:
    wide, narrow = (
        [
            chrome_places(Room(SEVEN, page, Look(language, "dusk"), Ems())).says
            for language in SEVEN.languages
        ]
        for page in (LANDSCAPE, PORTRAIT)
    )

    assert wide == ["English", "Français", "Tiếng Việt", "العربية", "中文"]
    assert narrow == ["EN", "FR", "VI", "AR", "中"]


def test_a_large_sign_stands_clear_of_its_button_s_round_ends() -> None:
    large = Room(SEVEN, PORTRAIT, Look("zh", "dusk", is_large=True), Ems())

    at = chrome_places(large)

    assert at.language is not None
    sign = Ems().advance("EN", large.setting().style("button"))
    assert at.language.width - sign >= 40.0


def test_a_show_of_one_language_has_the_button_at_the_margin() -> None:
    show = replace(SEVEN, languages=("zh",))

    at = chrome_places(Room(show, LANDSCAPE, Look("zh", "dusk"), Ems()))

    assert at.language is None
    assert at.access.right == LANDSCAPE.width - 96.0
