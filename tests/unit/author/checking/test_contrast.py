"""`check` measures the contrast of texts and charts over pictures, as they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from coloraide import Color

from kiosk.author.checking.contrast import low_contrast, measured, needed
from kiosk.author.checking.faintness import faint_chart
from kiosk.author.checking.faults import Looks, sighting, told
from kiosk.playback.look import Look
from kiosk.problems import line_of
from tests.gallery import PORTRAIT
from tests.unit.author.checking.slides import SHOW, painted, plain, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.author.checking.faults import Fault
    from kiosk.author.checking.seen import Seen, Written

ZH = Look("zh", "dusk")
WORDS = "    title: 山城的灯\n    text: 一座城的夜晚\n    layout: full-picture\n"
BARE = WORDS + "    picture: {file: picture.png, motion: none, scrim: 0}\n"
SINGLE = 20.0  # the width of a numeral, to which single pixels at a window's edge matter
AGREES = 0.05  # share by which what is painted small may differ from what is painted whole


def lines(check: Callable[[Seen], Iterable[Fault]], at: Seen) -> list[str]:
    """What is told of one look."""
    found = (sighting(fault, at) for fault in check(at))
    looks = Looks(("zh",), ("dusk",), ("landscape",))
    return [line_of(problem).rpartition("/")[2] for problem in told(found, looks)]


def test_text_over_a_bright_picture_without_a_shade_is_told_with_its_contrast(
    tmp_path: Path,
) -> None:
    bright = seen(tmp_path, BARE, plain(200), ZH)

    (line,) = lines(low_contrast, bright)

    assert line == (
        "one.yaml:7:55: warning[low-contrast]: '山城的灯' has a contrast of 1.4:1 to the picture "
        "behind it, and needs 3:1 — leave out its 'scrim', which is 0.62 then"
    )


def test_the_same_with_the_usual_shade_is_no_problem(tmp_path: Path) -> None:
    usual = BARE.replace(", scrim: 0", "")

    assert lines(low_contrast, seen(tmp_path, usual, plain(200), ZH)) == []


@pytest.mark.parametrize("size_at", [1.5, 4.0])
def test_the_first_grey_that_is_told_is_the_first_that_has_too_little_contrast(
    tmp_path: Path, size_at: float
) -> None:
    show = SHOW + f"viewing: {size_at} m\n"
    at = seen(tmp_path, BARE, plain(0), ZH, show=show)
    body = next(text for text in at.texts if text.part == "text")
    ink, least = Color("srgb", body.colour[:3]), needed(body.style, at)
    first = next(
        grey
        for grey in range(256)
        if ink.contrast(Color("srgb", [grey / 255] * 3), method="wcag21") < least
    )

    found = {
        grey: [text.part for text, _, found in measured(seen(
            tmp_path, BARE, plain(grey), ZH, show=show)) if found < least]
        for grey in (first - 1, first)
    }  # fmt: skip

    assert "text" not in found[first - 1]
    assert "text" in found[first]


def rough() -> NDArray[np.uint8]:
    """A picture with a bright sky that darkens downwards, and windows that shine in it."""
    down, across = np.mgrid[0:540, 0:960]
    sky = np.linspace(225, 40, 540)[:, None] + 8 * np.sin(across / 9) * np.cos(down / 7)
    windows = (down > 300) & (down % 24 < 8) & (across % 40 < 10)
    grey = np.where(windows, 250, sky)
    return np.repeat(grey[:, :, None], 3, axis=2).astype(np.uint8)


def as_painted(text: Written, at: Seen) -> float:
    """The contrast of a text as its pixels tell: with it and without it, on the whole screen."""
    whole, bare = (painted(at, 1080, with_texts=shown) for shown in (True, False))
    box = text.box
    part = np.s_[max(0, int(box.y)) : int(box.bottom) + 1, max(0, int(box.x)) : int(box.right) + 1]
    with_text, without = whole[part].reshape(-1, 3), bare[part].reshape(-1, 3)
    drawn = with_text[(with_text != without).any(axis=1)]
    colours, counts = np.unique(drawn, axis=0, return_counts=True)
    ink = Color("srgb", list(colours[counts.argmax()] / 255))
    around = without[:: max(1, len(without) // 800)]
    return float(np.quantile([
        ink.contrast(Color("srgb", list(colour / 255)), method="wcag21") for colour in around
    ], 0.01))  # fmt: skip


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("scrim", ["0", "0.2", "0.45"])
def test_the_contrast_is_that_of_the_pixels_with_the_text_and_without_it(
    tmp_path: Path, scrim: str, size: tuple[int, int]
) -> None:
    at = seen(tmp_path, BARE.replace("scrim: 0", f"scrim: {scrim}"), rough(), ZH, size=size)

    found = {
        text.key: (found, as_painted(text, at))
        for text, _, found in measured(at)
        if text.box.width > SINGLE
    }

    assert found
    for contrast, in_pixels in found.values():
        assert contrast == pytest.approx(in_pixels, rel=AGREES)


@pytest.mark.parametrize("theme", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize("scrim", ["0", "0.3", "0.55"])
def test_what_is_not_looked_at_is_readable_in_its_pixels(
    tmp_path: Path, scrim: str, theme: str
) -> None:
    slide = BARE.replace("scrim: 0", f"scrim: {scrim}, caption: 灯火")

    at = seen(tmp_path, slide, rough(), Look("zh", theme))

    looked_at = {text.key for text, _, _ in measured(at)}
    others = [text for text in at.texts if text.key not in {*looked_at, "mark-number"}]
    assert others or looked_at
    for text in others:
        assert as_painted(text, at) >= needed(text.style, at), text.text


def test_text_beside_a_picture_is_not_measured(tmp_path: Path) -> None:
    beside = BARE.replace("full-picture", "picture-left")

    at = seen(tmp_path, beside, plain(255), ZH)

    assert [text.part for text, _, _ in measured(at)] == []


CHART = WORDS + (
    "    picture: {file: picture.png}\n"
    "    chart: {type: bar, x: a, y: b, data: [{a: x, b: 3}], at: [600, 100, 700, 400]}\n"
)


@pytest.mark.parametrize("theme", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_chart_in_a_place_of_its_own_stands_out_from_any_picture(
    tmp_path: Path, theme: str, grey: int
) -> None:
    at = seen(tmp_path, CHART, plain(grey), Look("zh", theme))

    assert lines(faint_chart, at) == lines(low_contrast, at) == []


PATH = WORDS.replace("full-picture", "opening") + (
    "    picture: picture.png\n    chart: {type: climb, from: 17, to: 2442}\n"
)


def test_a_path_that_hardly_stands_out_from_a_picture_is_told(tmp_path: Path) -> None:
    (line,) = lines(faint_chart, seen(tmp_path, PATH, plain(255), ZH))

    assert line == (
        "one.yaml:8:12: warning[faint-chart]: something in the chart has a contrast of 1.0:1 to "
        "the picture behind it, and needs 3:1 — give it another place ('at'), or choose another "
        "picture or 'focus'"
    )


def test_the_same_path_on_a_darker_picture_is_no_problem(tmp_path: Path) -> None:
    assert lines(faint_chart, seen(tmp_path, PATH, plain(110), ZH)) == []


def test_a_chart_on_no_picture_is_no_problem(tmp_path: Path) -> None:
    alone = CHART.replace("    picture: {file: picture.png}\n", "").replace("full-picture", "chart")

    assert lines(faint_chart, seen(tmp_path, alone, plain(255), ZH)) == []


@pytest.mark.parametrize("theme", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize("grey", [0, 128, 255])
def test_the_usual_shades_are_enough_on_any_picture(tmp_path: Path, theme: str, grey: int) -> None:
    slide = BARE.replace(", scrim: 0", ", caption: 灯火") + "picture: picture.png\n"
    look = Look("zh", theme)

    views = [seen(tmp_path, slide, plain(grey), look, view=view) for view in ("one", "home")]

    assert [line for view in views for line in lines(low_contrast, view)] == []


def light_beside(text: Written) -> NDArray[np.uint8]:
    """A dark picture that is white from a little to the right of the text on."""
    light = plain(20, 1920, 1080)
    light[:, int(text.box.right) + 16 :] = 255
    return light


@pytest.mark.parametrize(("motion", "is_told"), [("none", False), ("drift", True)])
def test_what_drifts_under_a_text_is_seen_there(
    tmp_path: Path,
    motion: str,
    is_told: bool,
) -> None:
    still = seen(tmp_path, BARE, plain(0, 1920, 1080), ZH)
    title = max((t for t in still.texts if t.part == "title"), key=lambda t: t.box.right)

    at = seen(tmp_path, BARE.replace("motion: none", f"motion: {motion}"), light_beside(title), ZH)

    found = {text.key: found for text, _, found in measured(at)}
    assert (found[title.key] < needed(title.style, at)) is is_told


@pytest.mark.parametrize("theme", ["dusk", "paper", "contrast"])
@pytest.mark.parametrize("grey", [0, 128, 255])
@pytest.mark.parametrize("viewing", ["1.5 m", "2.5 m"])
def test_every_chapters_number_can_be_told_from_any_picture(
    tmp_path: Path, theme: str, grey: int, viewing: str
) -> None:
    names = [f"chapter-{number}" for number in range(7)]
    for name in names:
        slide = f"  - {{id: {name}, layout: cover, picture: picture.png}}\n"
        text = f"title: 山城\npicture: picture.png\nslides:\n{slide}"
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    show = SHOW.replace("one.yaml", ", ".join(["one.yaml", *(f"{name}.yaml" for name in names)]))
    show += f"viewing: {viewing}\n"

    views = [
        seen(tmp_path, BARE, plain(grey), Look(language, theme), show=show, view=view)
        for view in ("home", *names)
        for language in ("zh", "en")
    ]

    numbers = [text for at in views for text in at.texts if text.key in {"number", "mark-number"}]
    assert len(numbers) == 2 * (8 + 7)
    assert [line for at in views for line in lines(low_contrast, at)] == []
