from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import Text
from kiosk.geometry import Box, Size
from kiosk.kinds import kind_class, kind_names
from kiosk.layouts.base import KINDS, Layout, Parts, Placed
from kiosk.layouts.grid import grid_for
from kiosk.marks import Figure, Label, Picture, Shape
from kiosk.options import FileChoice
from kiosk.typesetting.setting import Setting
from tests.unit.layouts.slides import FULL, PAGES, PICTURE, SHORT, SLIDES, setting
from tests.unit.layouts.stand_ins import BoxChart, EmMeasure, LowChart

LAYOUTS = kind_names(KINDS)
# What a chart or number draws for itself is one box in these tests.
# Large text has room on all but the slide that has picture, number, chart and 60 words at once.
CASES = (
    *product(PAGES, SLIDES, ("zh", "en"), (False,)),
    *product(PAGES, SLIDES.keys() - {"full"}, ("zh", "en"), (True,)),
)


def layout(name: str) -> Layout:
    bases: list[type[Any]] = [Layout]
    made = kind_class(KINDS, name, bases[0])()
    assert isinstance(made, Layout)
    return made


def placed(name: str, parts: Parts, page: Size, of: Setting) -> tuple[Placed, ...]:
    return layout(name).place(parts, page, of)


def label_box(label: Label) -> Box:
    """Where its characters stand: the ascenders' and descenders' reach, and its width."""
    width, size = EmMeasure().advance(label.text, label.style), label.style.size
    left = {"left": label.x, "centre": label.x - width / 2, "right": label.x - width}[label.align]
    return Box(left, label.y - 0.8 * size, width, size)


def boxes(slide: tuple[Placed, ...]) -> dict[str, Box]:
    """The box of each text and chart of a settled slide."""
    found: dict[str, Box] = {}
    for part in slide:
        for mark in part.scene.at(60.0):
            if isinstance(mark, Label):
                found[f"{part.key}/{mark.key}"] = label_box(mark)
            elif isinstance(mark, Shape) and mark.key == "box":
                _, width, height, *_ = mark.path.replace("h", "").replace("v", "").split()
                found[part.key] = Box(mark.x, mark.y, float(width), float(height))
    return found


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.5
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.5
    )


def describe(case: tuple[str, str, str, bool], *names: str) -> str:
    return f"{' and '.join(names)} on {' '.join(map(str, case))}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_all_texts_and_charts_stand_between_the_page_s_margins_and_above_the_chrome(
    name: str,
) -> None:
    for case in CASES:
        page = PAGES[case[0]]
        grid = grid_for(page)

        found = boxes(placed(name, SLIDES[case[1]], page, setting(case[2], page, is_large=case[3])))

        for key, box in found.items():
            if name == "opening" and key == "chart":
                continue
            inside = (
                box.x >= grid.margin - 15
                and box.right <= grid.right + 1
                and box.y >= 0
                and box.bottom <= grid.bottom + 8
            )
            if key.startswith("picture"):
                inside = box.x >= 0 and box.right <= page.width and box.bottom <= page.height
            assert inside, f"{describe(case, key)}: {box}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_text_and_no_chart_lies_over_another(name: str) -> None:
    for case in CASES:
        page = PAGES[case[0]]

        found = boxes(placed(name, SLIDES[case[1]], page, setting(case[2], page, is_large=case[3])))

        if name == "opening":
            found.pop("chart", None)
        for (key, box), (other_key, other) in combinations(found.items(), 2):
            assert not overlap(box, other), f"{describe(case, key, other_key)}: {box} {other}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_text_is_smaller_than_a_caption(name: str) -> None:
    for case in CASES:
        page = PAGES[case[0]]

        slide = placed(name, SLIDES[case[1]], page, setting(case[2], page, is_large=case[3]))

        sizes = [m.style.size for p in slide for m in p.scene.full if isinstance(m, Label)]
        least = setting(case[2], page, is_large=case[3]).smallest
        assert min(sizes, default=least) >= least - 1e-6, describe(case)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_word_of_the_parts_that_a_layout_shows_is_on_the_page(name: str) -> None:
    page = PAGES["16:9"]
    for language in ("zh", "en"):
        slide = placed(name, FULL, page, setting(language, page))

        shown = {p.key: [m.text for m in p.scene.full if isinstance(m, Label)] for p in slide}
        texts = {"title": FULL.title, "text": FULL.text, "caption": FULL.caption}
        for key in texts.keys() & layout(name).shows:
            words = texts[key].in_language(language)
            assert "".join(shown[key]).replace(" ", "") == words.replace(" ", ""), key
        drawn = {key for key in ("picture", "number") if key in layout(name).shows}
        assert drawn <= shown.keys()
        assert ("charts" in layout(name).shows) == ("chart" in shown)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("shape", ["16:9", "9:16"])
def test_a_layout_shows_just_the_parts_it_says(name: str, shape: str) -> None:
    page = PAGES[shape]

    slide = placed(name, FULL, page, setting("zh", page))

    keys = {part.key for part in slide}
    named = {part if part != "charts" else "chart" for part in layout(name).shows}
    parts = {"title", "subtitle", "text", "caption", "picture", "number", "chart"}
    assert keys & parts == named


@pytest.mark.parametrize("name", LAYOUTS)
def test_names_of_parts_and_of_the_marks_in_them_are_not_used_twice(name: str) -> None:
    page = PAGES["9:16"]

    slide = placed(name, FULL, page, setting("en", page))

    assert len({part.key for part in slide}) == len(slide)
    for part in slide:
        keys = [mark.key for mark in part.scene.full]
        assert len(set(keys)) == len(keys), part.key


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_title_comes_first_and_a_picture_is_there_from_the_beginning(name: str) -> None:
    page = PAGES["16:9"]

    slide = placed(name, FULL, page, setting("zh", page))

    starts = {part.key: part.starts_s for part in slide}
    title = next(part for part in slide if part.key == "title")
    assert starts["title"] == 0.0
    assert all(mark.opacity == 0.0 for mark in title.scene.at(0.0))
    assert all(starts[key] >= 0.3 for key in ("text", "chart", "number") if key in starts)
    for part in slide:
        if part.key in {"picture", "mark", "scrim", "glow"}:
            assert part.scene.entry_s == 0.0


WORD = st.sampled_from(["Yubei", "a", "infrastructure", "of", "2024,", "Chongqing's", "airport"])
CHINESE = st.sampled_from(["渝北", "一", "二〇二四年，", "“城市”", "基础设施", "——"])


@st.composite
def slides(draw: st.DrawFn) -> tuple[str, Parts]:
    """A language and a slide in it, its texts as long as a slide may hold at most."""
    language = draw(st.sampled_from(["zh", "en"]))
    word, space = (CHINESE, "") if language == "zh" else (WORD, " ")

    def text(most: int) -> Text:
        return Text(((language, space.join(draw(st.lists(word, max_size=most)))),))

    parts = Parts(
        title=text(9), subtitle=text(9), text=text(28), caption=text(12), chapter_title=text(5),
        picture=draw(st.sampled_from([PICTURE, None])),
        number=draw(st.sampled_from([BoxChart(), None])),
        charts=draw(st.sampled_from([(), (BoxChart(),), (BoxChart(), BoxChart())])),
    )  # fmt: skip
    return language, parts


@pytest.mark.parametrize("name", LAYOUTS)
@given(slides(), st.sampled_from(list(PAGES)))
def test_whatever_is_written_nothing_lies_over_anything(
    name: str, slide: tuple[str, Parts], shape: str
) -> None:
    language, parts = slide
    page = PAGES[shape]

    found = boxes(placed(name, parts, page, setting(language, page)))

    for key, box in found.items():
        if name != "opening" or not key.startswith("chart"):
            assert box.x >= 0
            assert box.right <= page.width
            assert box.bottom <= grid_for(page).bottom + 8 or key.startswith("picture"), key
    if name == "opening":
        found = {key: box for key, box in found.items() if not key.startswith("chart")}
    for (key, box), (other_key, other) in combinations(found.items(), 2):
        assert not overlap(box, other), f"{key} and {other_key}: {box} {other}"


def test_a_slide_without_a_subtitle_shows_its_title_in_the_companion_language() -> None:
    page = PAGES["16:9"]

    slide = placed("chart", SHORT, page, setting("zh", page))

    subtitle = next(part for part in slide if part.key == "subtitle")
    assert [m.text for m in subtitle.scene.full if isinstance(m, Label)] == ["City parks"]


def test_text_stands_on_the_side_that_its_picture_leaves_free() -> None:
    page = PAGES["16:9"]

    left = boxes(placed("picture-left", SHORT, page, setting("zh", page)))
    right = boxes(placed("picture-right", SHORT, page, setting("zh", page)))

    assert left["title/title"].x == 1190.4
    assert right["title/title"].x == 96.0


def test_no_shade_lies_over_the_caption_of_the_opening_s_picture() -> None:
    page = PAGES["9:16"]
    of = setting("en", page)
    strong = replace(of, theme=replace(of.theme, scrim_strength=1.35))

    slide = placed("opening", replace(FULL, picture=PICTURE), page, strong)

    marks = [mark for part in slide for mark in part.scene.full]
    last_shade = max(i for i, mark in enumerate(marks) if mark.key.startswith("scrim"))
    words = [i for i, mark in enumerate(marks) if mark.key.startswith("caption-1")]
    assert min(words) > last_shade


@pytest.mark.parametrize("name", ["cover", "full-picture"])
@pytest.mark.parametrize(("strength", "is_beside"), [(1.0, False), (1.35, True)])
def test_where_shades_are_strong_a_picture_ends_above_its_words(
    name: str, strength: float, is_beside: bool
) -> None:
    page = PAGES["16:9"]
    of = setting("en", page)
    strong = replace(of, theme=replace(of.theme, scrim_strength=strength))

    slide = placed(name, replace(FULL, picture=PICTURE), page, strong)

    marks = [mark for part in slide for mark in part.scene.full]
    title = next(mark for mark in marks if isinstance(mark, Label) and mark.key.startswith("title"))
    picture = next(mark for mark in marks if isinstance(mark, Picture))
    assert (picture.box.bottom < title.y - title.style.size) == is_beside


@pytest.mark.parametrize(("case", "is_dark"), [("paper", True), ("dusk", False)])
def test_an_opening_s_words_are_dark_on_a_picture_that_was_made_for_a_light_theme(
    case: str, is_dark: bool
) -> None:
    page = PAGES["16:9"]
    of = setting("en", page)
    theme = of.theme
    paper = replace(theme, name="paper", text=theme.ground, ground=theme.text, quiet=theme.ground)
    picture = replace(PICTURE, file=FileChoice((("", "park.jpg"), (case, "day.jpg"))))

    slide = placed("opening", replace(FULL, picture=picture), page, replace(of, theme=paper))

    title = next(mark for part in slide if part.key == "title" for mark in part.scene.full)
    assert isinstance(title, Label)
    assert title.colour == (paper.text if is_dark else paper.on_picture)


def test_titles_stand_where_the_grid_says() -> None:
    page = PAGES["16:9"]

    slide = placed("chart", FULL, page, setting("zh", page))

    first = next(m for p in slide if p.key == "title" for m in p.scene.full)
    assert isinstance(first, Label)
    assert (first.x, round(first.y, 1)) == (96.0, 235.9)


def test_a_low_chart_is_placed_well_and_on_a_tall_page_its_caption_follows() -> None:
    page = PAGES["9:16"]
    parts = replace(FULL, number=None, charts=(LowChart(),))

    found = boxes(placed("chart", parts, page, setting("zh", page)))

    chart = found["chart"]
    texts = max(box.bottom for key, box in found.items() if key.startswith("text"))
    caption = next(box for key, box in found.items() if key.startswith("caption"))
    above, below = chart.y - texts, grid_for(page).bottom - caption.bottom
    assert chart.height == pytest.approx(300)
    assert 48 <= caption.y - chart.bottom < 70
    assert 1 / 3 < above / below < 1


@pytest.mark.parametrize(("free", "is_beside"), [(900.0, True), (200.0, False)])
def test_a_caption_stands_beside_a_chart_that_leaves_it_room(free: float, is_beside: bool) -> None:
    page = PAGES["16:9"]

    class Tall(LowChart):
        def height_in(self, box: Box, setting: Setting) -> float:
            del setting
            return box.height

    parts = replace(FULL, number=None, charts=(Tall(free=free),))

    found = boxes(placed("chart", parts, page, setting("zh", page)))

    caption = next(box for key, box in found.items() if key.startswith("caption"))
    assert (found["chart"].bottom > caption.bottom) == is_beside


def test_what_is_behind_a_chart_is_behind_everything() -> None:
    page = PAGES["16:9"]

    slide = placed("chart", replace(SHORT, charts=(LowChart(),)), page, setting("zh", page))

    assert slide[0].key == "backdrop"
    assert slide[0].scene.entry_s == 0.0


def test_the_sign_of_a_change_below_a_number_stays_with_the_change() -> None:
    percent = Unit(Text((("en", "%"),)))
    number = Number(value=Quantity(199.08, 2), trend=Quantity(18.5, 1, percent))
    parts, page = replace(SHORT, number=number), PAGES["9:16"]

    slide = placed("big-number", parts, page, setting("en", page))

    part = next(part for part in slide if part.key == "number")
    at = {m.key: m.y for m in part.scene.full if isinstance(m, Figure | Label)}
    assert at["trend"] > at["number"]
    assert at["trend/unit"] == at["trend"]


@pytest.mark.parametrize("name", ["big-number", "picture-right", "opening"])
def test_a_unit_below_its_number_is_small_and_near_where_a_title_stands_under_it(name: str) -> None:
    unit = Unit(Text((("en", "thousand million yuan a year"),)))
    number = Number(value=Quantity(12345, unit=unit))
    parts, page = replace(SHORT, number=number), PAGES["9:16"]

    slide = placed(name, parts, page, setting("en", page))

    part = next(part for part in slide if part.key == "number")

    figure, label = (m for m in part.scene.full if isinstance(m, Figure | Label))
    assert label.y > figure.y
    is_near = label.y - 0.73 * label.style.size < figure.y + 0.16 * figure.style.size
    assert is_near == (name != "opening")
