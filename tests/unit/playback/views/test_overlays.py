"""What lies above the slides comes and goes without lying over what it does not belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.layouts.base import Parts, Placed
from kiosk.marks import Frame, Label, Marks
from kiosk.playback.compose import Composer
from kiosk.playback.events import Commanded, GoHome, Next, Pressed
from kiosk.playback.machine import STEP_BACK_S
from kiosk.playback.seek import seek
from kiosk.playback.state import COUNTDOWN
from kiosk.values import dataclass
from tests.unit.playback.shows import (
    LANDSCAPE,
    PORTRAIT,
    Ems,
    Plain,
    after,
    at,
    changed,
    playing,
    show_of,
)

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.typesetting.setting import Setting


@dataclass(frozen=True, kw_only=True)
class Lower(Plain):
    """The same with the chapter's mark further down."""

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        mark, *rest = super().place(parts, page, setting)
        lower = tuple(replace(m, y=700.0) for m in mark.scene.full if isinstance(m, Label))
        return (Placed("mark", replace(mark.scene, full=lower, empty=lower)), *rest)


def marks_in(frame: Frame, sheet: str) -> Marks:
    return tuple(
        mark for s in frame.sheets if s.key == sheet for layer in s.layers for mark in layer.marks
    )


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.7, 0.8, 0.9, 1.0])
def test_the_countdowns_words_do_not_lie_over_the_slide_that_steps_back(
    page: Size, share: float
) -> None:
    frame = Composer(page, Ems()).frame(seek(show_of(2), COUNTDOWN, share * STEP_BACK_S), 0.0)

    (slide,) = [sheet for sheet in frame.sheets if sheet.key.endswith("back")]
    foot = slide.pose.dy + page.height * slide.pose.scale
    for mark in marks_in(frame, "countdown"):
        if isinstance(mark, Label) and mark.opacity > 0.0:
            assert mark.y - 0.9 * mark.style.size >= foot


def test_no_chrome_lies_over_the_home_views_windows_while_they_are_there() -> None:
    composer = Composer(LANDSCAPE, Ems())
    leaving = after(playing(show_of(2)), Commanded(GoHome()), 4.0)

    half_way = composer.frame(at(leaving, 4.2).state, 4.2)

    assert any(sheet.key.startswith("home") for sheet in half_way.sheets)
    assert not marks_in(half_way, "chrome")


def test_the_invitation_is_gone_before_the_chrome_is_there() -> None:
    touched = after(playing(show_of(2)), Pressed("", None), 3.0)

    frame = Composer(LANDSCAPE, Ems()).frame(at(touched, 3.15).state, 3.15)

    assert max(mark.opacity for mark in marks_in(frame, "chrome")) < 1.0
    assert not marks_in(frame, "invitation")


def test_a_mark_that_stands_elsewhere_on_the_next_slide_goes_with_its_own() -> None:
    show = changed(show_of(2), "a2", layout=Lower())
    turning = after(playing(show), Commanded(Next()), 4.0)

    frame = Composer(LANDSCAPE, Ems()).frame(at(turning, 4.1).state, 4.1)

    assert not marks_in(frame, "shared")
    assert [sheet.key.split()[0] for sheet in frame.sheets if marks_in(frame, sheet.key)][:2] == [
        "a1",
        "a2",
    ]
