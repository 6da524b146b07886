"""`check` tells of pictures with fewer pixels than they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.author.checking.sharpness import blurred
from kiosk.playback.look import Look
from kiosk.problems import line_of
from tests.gallery import LANDSCAPE, PORTRAIT
from tests.unit.author.checking.slides import plain, seen

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.checking.seen import Seen

ZH = Look("zh", "dusk")
FULL = "    title: 灯\n    layout: full-picture\n    picture: {file: picture.png, motion: none}\n"
VECTOR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h9v9z"/></svg>'


def lines(*looks: Seen) -> list[str]:
    """What is told of those looks at one slide."""
    found = [sighting(fault, at) for at in looks for fault in blurred(at)]
    themes = tuple(dict.fromkeys(at.room.theme.name for at in looks))
    every = Looks(("zh",), themes, ("landscape",))
    return [line_of(problem).rpartition("/")[2] for problem in told(found, every)]


def test_a_picture_that_is_enlarged_is_told_with_both_sizes(tmp_path: Path) -> None:
    (line,) = lines(seen(tmp_path, FULL, plain(9, 800, 450), ZH))

    assert line == (
        "one.yaml:6:21: warning[blurred-picture]: the picture picture.png covers 1920 x 1080 "
        "pixels and has 800 x 450 — take one of 1920 x 1080 pixels or more, or a layout in which "
        "it is smaller"
    )


@pytest.mark.parametrize(
    ("width", "height", "is_told"),
    [(1920, 1080, False), (1730, 974, False), (1726, 970, True), (4000, 970, True)],
)
def test_up_to_a_tenth_more_is_no_problem(
    tmp_path: Path, width: int, height: int, *, is_told: bool
) -> None:
    at = seen(tmp_path, FULL, plain(9, width, height), ZH)

    assert bool([*blurred(at)]) is is_told


@pytest.mark.parametrize(("size", "is_told"), [(LANDSCAPE, False), (PORTRAIT, True)])
def test_what_is_cut_on_a_tall_page_must_be_larger(
    tmp_path: Path, size: tuple[int, int], *, is_told: bool
) -> None:
    at = seen(tmp_path, FULL, plain(9, 1920, 1080), ZH, size=size)

    assert bool([*blurred(at)]) is is_told


@pytest.mark.parametrize(("motion", "is_told"), [("none", False), ("drift", True)])
def test_what_drifts_is_painted_larger(tmp_path: Path, motion: str, *, is_told: bool) -> None:
    slide = FULL.replace("motion: none", f"motion: {motion}")

    at = seen(tmp_path, slide, plain(9, 1760, 990), ZH)

    assert bool([*blurred(at)]) is is_told


def test_a_picture_that_is_shown_whole_needs_no_more_than_its_longer_side(tmp_path: Path) -> None:
    whole = FULL.replace("motion: none", "fit: contain")

    assert lines(seen(tmp_path, whole, plain(9, 300, 1080), ZH)) == []


@pytest.mark.parametrize(("turn", "is_told"), [(1, True), (6, False)])
def test_a_photo_that_lies_on_its_side_is_measured_upright(
    tmp_path: Path, turn: int, *, is_told: bool
) -> None:
    exif = Image.Exif()
    exif[274] = turn
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (1080, 1920)).save(photo, exif=exif)

    at = seen(tmp_path, FULL.replace("picture.png", "photo.jpg"), plain(9), ZH)

    assert bool([*blurred(at)]) is is_told


def test_a_drawing_of_outlines_is_sharp_at_any_size(tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text(VECTOR, "utf-8")

    assert lines(seen(tmp_path, FULL.replace("picture.png", "drawing.svg"), plain(9), ZH)) == []


def test_of_a_choice_of_files_each_is_told_at_its_own_place(tmp_path: Path) -> None:
    slide = FULL.replace("picture.png", "{dusk: large.png, paper: {landscape: picture.png}}")
    small = plain(9, 640, 360)
    Image.new("RGB", (1920, 1080)).save(tmp_path / "large.png")

    dusk, paper = (seen(tmp_path, slide, small, Look("zh", name)) for name in ("dusk", "paper"))
    (line,) = lines(dusk, paper)

    assert line.startswith("one.yaml:6:58: warning[blurred-picture]: the picture picture.png")
    assert "640 x 360 (paper)" in line


def test_a_window_of_the_home_view_is_told_at_its_chapters_picture(tmp_path: Path) -> None:
    slide = "    title: 灯\npicture: {dusk: picture.png}\n"

    (line,) = lines(seen(tmp_path, slide, plain(9, 80, 45), ZH, view="home"))

    assert line.startswith("one.yaml:5:17: warning[blurred-picture]: the picture picture.png")
