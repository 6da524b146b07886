"""`check` tells of slides that flash as they come on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.author.checking.changes import Shot, flashing, worst
from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.author.checking.seen import Eye
from kiosk.author.stills import Studio
from kiosk.geometry import Pose, page_size
from kiosk.marks import Figure, Frame, Layer, Sheet
from kiosk.phrases import said
from kiosk.playback.look import Look
from kiosk.problems import line_of
from tests.gallery import GALLERY, LANDSCAPE, PORTRAIT, gallery_names, opened
from tests.unit.author.checking.slides import save

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.author.checking.seen import Seen

LOOK = Look("zh", "dusk")
SHOW = (
    "kiosk: 1\ntitle: 渝北\nlanguages: [zh, en]\nscreen: 55 in\nviewing: {viewing} m\n"
    "chapters: [one.yaml]\n"
)
SLIDES = (
    "title: 夜\nslides:\n"
    "  - id: one\n    title: 一\n    layout: full-picture\n"
    "    picture: {{file: stripes.png, motion: none, scrim: 0}}\n"
    "  - id: two\n    title: 二\n    layout: full-picture\n"
    "    picture: {{file: stripes.png, motion: none, scrim: 0}}\n"
    "    transition: {turn}\n"
)
RACE = (
    "title: 夜\nslides:\n"
    "  - id: two\n    title: 二\n    chart:\n"
    "      type: race\n      data:\n{rows}      time: t\n      x: n\n      y: v\n"
    "      top: 3\n      duration: {duration}\n"
)
LOOKS = Looks(("zh",), ("dusk",), ("landscape",))


def striped(count: int) -> NDArray[np.uint8]:
    """A picture of so many white stripes on black, from left to right."""
    is_white = np.arange(960) * 2 * count // 960 % 2 == 1
    return np.repeat(np.repeat(is_white[None, :, None], 540, 0), 3, 2).astype(np.uint8) * 255


def seen(
    folder: Path, slides: str, viewing: str = "1.5", look: Look = LOOK,
    size: tuple[int, int] = LANDSCAPE,
) -> Seen:  # fmt: skip
    """The slide `two` of that chapter."""
    (folder / "show.yaml").write_text(SHOW.format(viewing=viewing), "utf-8")
    (folder / "one.yaml").write_text(slides, "utf-8")
    return Eye(Studio.of(opened(folder), folder), page_size(*size)).sees("two", look)


def turned(folder: Path, stripes: int, turn: str, viewing: str = "1.5") -> Seen:
    """The second of two slides with a striped picture, which comes on by that turn."""
    save(striped(stripes), folder / "stripes.png")
    return seen(folder, SLIDES.format(turn=turn), viewing)


def raced(folder: Path, duration: str) -> Seen:
    """A slide on which three bars of very different lengths change their places at every time."""
    rows = "".join(
        f"        - {{t: '{1900 + time}', n: {name}, v: {100 if time % 3 == index else 1}}}\n"
        for time in range(40)
        for index, name in enumerate("甲乙丙")
    )
    return seen(folder, RACE.format(duration=duration, rows=rows))


def lines(at: Seen) -> list[str]:
    """What is told of it."""
    found = (sighting(fault, at) for fault in flashing(at))
    return [line_of(problem).rpartition("/")[2] for problem in told(found, LOOKS)]


def test_stripes_that_are_pushed_past_an_eye_are_told_with_how_often_and_how_large(
    tmp_path: Path,
) -> None:
    (line,) = lines(turned(tmp_path, 12, "push 800 ms"))

    assert line == (
        "one.yaml:11:17: warning[flashes]: it flashes 6 times in a second over 0.018 sr, seen from "
        "1.5 m; 3 times, or 0.006 sr, are harmless — write 'transition: dissolve', or choose a "
        "picture without stripes"
    )


def test_what_a_finger_pushes_flashes_too_where_the_stripes_are_many(tmp_path: Path) -> None:
    (line,) = lines(turned(tmp_path, 40, "dissolve 800 ms"))

    assert line == (
        "one.yaml:10:14: warning[flashes]: it flashes 5 times in a second over 0.022 sr, seen from "
        "1.5 m; 3 times, or 0.006 sr, are harmless — a finger pushes it aside: choose a picture "
        "with fewer stripes"
    )


def test_it_is_said_in_chinese_too(tmp_path: Path) -> None:
    (fault,) = flashing(turned(tmp_path, 12, "push 800 ms"))

    assert said(fault.what, "zh") == (
        "从 1.5 米处看，每秒闪 6 次，面积 0.018 球面度；不超过 3 次或 0.006 球面度才没有危害"
    )


@pytest.mark.parametrize("turn", ["dissolve 800 ms", "cut", "widen 700 ms", "zoom 800 ms"])
def test_the_same_stripes_may_fade_be_cut_to_or_uncovered(tmp_path: Path, turn: str) -> None:
    assert lines(turned(tmp_path, 12, turn)) == []


def test_three_stripes_may_be_pushed(tmp_path: Path) -> None:
    assert lines(turned(tmp_path, 3, "push 800 ms")) == []


def test_from_far_away_the_same_push_is_small(tmp_path: Path) -> None:
    assert lines(turned(tmp_path, 12, "push 800 ms", viewing="12")) == []


def test_a_change_is_looked_at_once_for_all_languages_and_shapes(tmp_path: Path) -> None:
    save(striped(12), tmp_path / "stripes.png")
    slides = SLIDES.format(turn="push 800 ms")

    assert lines(seen(tmp_path, slides)) != []
    assert lines(seen(tmp_path, slides, look=Look("en", "dusk"))) == []
    assert lines(seen(tmp_path, slides, size=PORTRAIT)) == []


def test_a_race_in_which_bars_flicker_is_told(tmp_path: Path) -> None:
    (line,) = lines(raced(tmp_path, "6 s"))

    assert line == (
        "one.yaml:6:7: warning[flashes]: it flashes 10 times in a second over 0.007 sr, seen from "
        "1.5 m; 3 times, or 0.006 sr, are harmless — write a longer 'duration', or give the chart "
        "less room"
    )


def test_a_race_that_takes_its_time_does_not_flash(tmp_path: Path) -> None:
    assert lines(raced(tmp_path, "30 s")) == []


@pytest.mark.parametrize("name", gallery_names())
def test_nothing_that_enters_flashes_but_for_digits_that_count(name: str) -> None:
    show = opened(GALLERY / name)
    eye = Eye(Studio.of(show, GALLERY / name), page_size(*LANDSCAPE))

    for slide in show.slides:
        at = eye.sees(slide.id, Look(show.languages[0], show.theme))
        assert worst(at, entering(at)).is_allowed, slide.id


def entering(at: Seen) -> Shot:
    """The first seconds of a slide, without figures."""

    def frame(t: float) -> Frame:
        layers = tuple(
            Layer(
                part.key,
                tuple(m for m in part.scene.at(t - part.starts_s) if not isinstance(m, Figure)),
            )
            for part in at.laid.placed
        )
        return Frame(at.page, (Sheet("slide", layers, Pose(), at.room.theme.ground),))

    count = math.ceil(min(at.laid.entry_s, 4.0) * 30)
    return Shot((frame(n / 30) for n in range(count + 1)), 30)
