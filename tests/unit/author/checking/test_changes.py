"""`check` tells of slides that flash as they come on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.author.checking.changes import entry, flashing
from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.author.checking.films import entering, filmed, still, turning
from kiosk.author.checking.flashes import Flashing, values_of
from kiosk.author.checking.passing import passing, slides_by
from kiosk.author.checking.seen import Eye
from kiosk.author.stills import Studio
from kiosk.geometry import page_size
from kiosk.kinds import kind_names
from kiosk.limits import FLASH_AREA, FLASH_STEP
from kiosk.motion.transition import KINDS
from kiosk.phrases import said
from kiosk.playback.look import Look
from kiosk.playback.turns import transition_of
from kiosk.problems import line_of
from kiosk.show.model import Turn
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
NUMBER = "title: 夜\nslides:\n  - id: two\n    layout: big-number\n    number: {{value: {value}}}\n"
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


def pie(count: int, more: str = "sort: descending") -> str:
    """A slide with a pie of so many pieces."""
    rows = "".join(f"        - {{n: a{at}, v: {40 + at}}}\n" for at in range(count))
    return (
        "title: 夜\nslides:\n  - id: two\n    title: 二\n    chart:\n      type: pie\n"
        f"      data:\n{rows}      x: n\n      y: v\n      most: {max(2, count)}\n      {more}\n"
    )


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


def test_a_pie_of_many_pieces_that_unrolls_flashes_and_is_told_at_the_chart(
    tmp_path: Path,
) -> None:
    (line,) = lines(seen(tmp_path, pie(12)))

    assert line == (
        "one.yaml:6:7: warning[flashes]: it flashes 3.5 times in a second over 0.006 sr, seen from "
        "1.5 m; 3 times, or 0.006 sr, are harmless — write 'enter: fade', or let fewer "
        "parts move"
    )


def test_a_pie_of_few_pieces_does_not(tmp_path: Path) -> None:
    assert lines(seen(tmp_path, pie(8))) == []


def test_nor_does_one_that_fades_in(tmp_path: Path) -> None:
    assert lines(seen(tmp_path, pie(12, "enter: fade"))) == []


@pytest.mark.parametrize("value", [9, 28888, 7777777])
def test_a_figure_that_counts_does_not_flash_however_near(tmp_path: Path, value: int) -> None:
    assert lines(seen(tmp_path, NUMBER.format(value=value), viewing="0.5")) == []


def test_a_figure_that_changed_in_every_frame_would_flash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.motion.timeline.counted_s", lambda t, _: t)
    at = seen(tmp_path, NUMBER.format(value=28888), viewing="0.5")

    assert not filmed(at, entering(at)).is_allowed


def test_what_is_pushed_back_is_looked_at_too(tmp_path: Path) -> None:
    save(striped(40), tmp_path / "stripes.png")
    slides = SLIDES.format(turn="cut").replace("id: two", "id: last").replace("id: one", "id: two")

    (line,) = lines(seen(tmp_path, slides))

    assert "a finger pushes it aside" in line


@pytest.mark.parametrize("kind", kind_names(KINDS))
def test_a_transition_that_passes_an_eye_says_so(kind: str) -> None:
    assert transition_of(kind).passes is slides_by(kind, page_size(*LANDSCAPE))


@pytest.mark.parametrize("kind", ["cut", "dissolve", "widen"])
def test_a_turn_that_does_not_move_changes_each_place_twice_at_most(
    tmp_path: Path, kind: str
) -> None:
    at = turned(tmp_path, 40, f"{kind} 800 ms")
    leaving = at.show.slides[0]

    found = filmed(at, turning(at, leaving, Turn(kind, 0.2)), 0.0)

    assert found == Flashing()


@pytest.mark.parametrize("kind", ["push", "cover"])
def test_slides_that_pass_are_worked_out_as_they_are_painted(tmp_path: Path, kind: str) -> None:
    at = turned(tmp_path, 12, f"{kind} 800 ms")
    leaving, turn, film = at.show.slides[0], Turn(kind, 0.8), at.known.film(at)
    assert at.slide is not None

    stills = (still(at, leaving, is_settled=True), still(at, at.slide, is_settled=False))
    worked_out = list(passing(*stills, turn, at.page))
    painted = [values_of(film.colours(frame)).copy() for frame in turning(at, leaving, turn).frames]

    assert len(worked_out) == len(painted)
    different = [
        np.mean(np.abs(one[0] - other[0]) > FLASH_STEP.value)
        for one, other in zip(worked_out, painted, strict=True)
    ]
    assert (
        max(different) < 0.08
    )  # the chapter's mark and the foot with its shade, which stand still


def test_the_same_film_is_not_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = seen(tmp_path, pie(12))
    (first,) = flashing(at)

    monkeypatch.setattr("kiosk.author.checking.changes.filmed", None)
    (second,) = flashing(at)

    assert first == second


@pytest.mark.parametrize("name", gallery_names())
def test_nothing_in_the_gallery_flashes_as_it_enters_or_turns(name: str) -> None:
    show = opened(GALLERY / name)
    eye = Eye(Studio.of(show, GALLERY / name), page_size(*LANDSCAPE))

    for slide in show.slides:
        at = eye.sees(slide.id, Look(show.languages[0], show.theme))
        assert list(flashing(at)) == [], slide.id


@pytest.mark.parametrize("name", gallery_names())
def test_a_first_look_at_an_entry_finds_what_all_its_frames_do(name: str) -> None:
    show = opened(GALLERY / name)
    eye = Eye(Studio.of(show, GALLERY / name), page_size(*LANDSCAPE))

    for slide in show.slides:
        at = eye.sees(slide.id, Look(show.languages[0], show.theme))
        if any(part.scene.play for part in at.laid.placed):
            continue
        whole = filmed(at, entering(at), 0.0)

        assert entry(at).is_allowed is whole.is_allowed, slide.id
        assert whole.area_sr <= FLASH_AREA.value / 2, slide.id
