"""`check` tells of slides whose texts have no room."""

from __future__ import annotations

from kiosk.author.crowding import crowded
from kiosk.problems import rendered
from kiosk.show.model import Show
from kiosk.typesetting.setting import Measure
from tests.unit.layouts.stand_ins import EmMeasure
from tests.unit.show.memory import show_of

SENTENCE = "沿湖走一圈要四十分钟，能看见三种颜色的水。"


def show(chinese: str, extra: str = "") -> Show:
    return show_of(
        f"title: x\nslides:\n  - title: {{zh: 湖, en: Lake}}{extra}\n"
        f"    text: {{zh: {chinese}, en: A lake.}}\n"
        "  - title: {zh: 山, en: Hill}\n"
    )


def never() -> Measure:
    message = "nothing is measured"
    raise AssertionError(message)


def test_a_slide_that_says_too_much_is_told_with_its_place_and_language() -> None:
    (problem,) = crowded(show(SENTENCE * 60), EmMeasure)

    assert rendered(problem) == (
        "show/one.yaml:3:5: warning[no-room]: the slide has no room for its text (zh): "
        "it is set smaller than can be read — shorten it, or split it into slides"
    )


def test_a_text_that_shrinks_within_its_limits_has_room() -> None:
    assert crowded(show(SENTENCE * 10), EmMeasure) == ()


def test_the_usual_slide_is_not_even_measured() -> None:
    assert crowded(show(SENTENCE * 3), never) == ()


def test_a_slide_that_nobody_sees_may_say_what_it_likes() -> None:
    assert crowded(show(SENTENCE * 60, "\n    hidden: true"), never) == ()
