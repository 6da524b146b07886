"""Links to slides, and places in units of the canvas."""

from __future__ import annotations

import pytest

from kiosk.layouts.named import elements_of
from kiosk.options import At
from kiosk.show.load import load
from kiosk.show.model import Show, Slide
from tests.unit.show.memory import THEMES, MemoryFolder


def show_of(slides: str, fields: str = "") -> Show:
    """A show with those slides, and with those fields of its own."""
    show = f"title: x\nlanguages: [en]\nchapters: [one.yaml]\n{fields}"
    folder = MemoryFolder({"show.yaml": show, "one.yaml": f"title: x\nslides:\n{slides}"})
    loaded = load(folder, THEMES)
    assert isinstance(loaded, Show), loaded
    return loaded


def slide_of(fields: str, show: str = "") -> Slide:
    """The slide of those fields."""
    loaded = show_of(f"  - {fields}\n", show)
    assert loaded.problems == ()
    return loaded.slides[0]


def layout_of(slide: Slide) -> str:
    """The name of its layout."""
    return type(slide.layout).__module__.rpartition(".")[2]


def test_a_place_is_a_share_of_the_canvas() -> None:
    slide = slide_of("{title: x, number: {value: 3, at: [960, 270, 480, 540]}}")

    assert elements_of(slide.parts)["number"].at == At(0.5, 0.25, 0.25, 0.5)


@pytest.mark.parametrize("written", ["3840 x 2160", "3840x2160", "3840×2160"])
def test_the_canvas_is_the_unit_of_places(written: str) -> None:
    slide = slide_of(
        "{title: x, number: {value: 3, at: [1920, 540, 960, 1080]}}", f"canvas: {written}\n"
    )

    assert elements_of(slide.parts)["number"].at == At(0.5, 0.25, 0.25, 0.5)


def test_on_a_tall_page_the_canvas_has_its_sides_swapped() -> None:
    slide = slide_of("{title: x, number: {value: 3, at-portrait: [540, 480, 270, 960]}}")

    assert elements_of(slide.parts)["number"].at_portrait == At(0.5, 0.25, 0.25, 0.5)


def test_a_place_may_fill_the_canvas_to_its_edges() -> None:
    slide = slide_of("{title: x, number: {value: 3, at: [0.1, 0.2, 1919.9, 1079.8]}}")

    assert elements_of(slide.parts)["number"].at is not None


def test_what_has_a_place_on_every_shape_does_not_choose_the_layout() -> None:
    number = "number: {value: 3, at: [960, 270, 480, 540]}"

    assert layout_of(slide_of(f"{{title: x, {number}}}")) == "text"
    assert layout_of(slide_of(f"{{title: x, {number}}}", "shapes: [portrait]\n")) == "big_number"


def test_a_layout_that_does_not_show_a_number_with_a_place_of_its_own_is_no_mistake() -> None:
    slide = slide_of("{title: x, layout: text, number: {value: 3, at: [960, 270, 480, 540]}}")

    assert slide.parts.number is not None


def test_a_link_may_lead_to_a_slide_that_comes_later() -> None:
    show = show_of("  - {title: x, number: {value: 3, goto: later}}\n  - {id: later, title: y}\n")

    assert show.problems == ()
    assert elements_of(show.slides[0].parts)["number"].goto == "later"


def test_a_link_to_a_slide_with_a_mistake_is_right_itself() -> None:
    show = show_of("  - {title: x, number: {value: 3, goto: b}}\n  - {id: b, titel: y}\n")

    assert [problem.code for problem in show.problems] == ["unknown-field"]
    assert [slide.id for slide in show.slides] == ["one-1"]


def test_a_link_into_a_chapter_that_cannot_be_read_is_no_mistake() -> None:
    linking = "slides:\n  - {title: x, number: {value: 3, goto: there}}\n"
    files = {
        "show.yaml": "title: x\nlanguages: [en]\nchapters: [one.yaml, two.yaml]\n",
        "one.yaml": linking,
        "two.yaml": "slides:\n  - {id: there, title: [}\n",
    }

    show = load(MemoryFolder(files), THEMES)

    assert isinstance(show, Show)
    assert [problem.span.file for problem in show.problems] == ["show/two.yaml"]
    assert [slide.id for slide in show.slides] == ["one-1"]
