"""No text is cut or covered, however long it is, in any layout."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.layouts.base import Parts, Placed
from kiosk.layouts.uncut import placed_uncut
from kiosk.marks import Label
from tests.unit.layouts.slides import FULL, PAGES, SLIDES, WORDS, setting
from tests.unit.layouts.test_layouts import LAYOUTS, label_box, layout, overlap

SHAPES = ("16:9", "9:16")
TEXTS = ("title", "subtitle", "text", "caption")
SENTENCES = (
    "九个月过去，这座跨江大桥的桥面已经架到了这里。",
    "沿湖走一圈——约40分钟——能看见“三种颜色”的水……",
    "Nine months in, this is how much of the new bridge already stands. ",
    "2024 年 1—8 月，产值1104亿元，增长49.9%；",
    "- 一\n- 二\n",
    "Donaudampfschifffahrtsgesellschaftskapitän " * 3,
)
LENGTHS = (0, 8, 60, 200, 700, 2000)


@st.composite
def long_texts(draw: st.DrawFn) -> dict[str, str]:
    """The four texts of a slide, each of up to 2000 characters."""
    drawn = {}
    for name in TEXTS:
        length = draw(st.sampled_from(LENGTHS))
        sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
        lines = ("".join(sentences) * 2000)[:length].split("\n")
        drawn[name] = "\n".join(lines[:60])
    return drawn


def written(slide: Parts, texts: dict[str, str]) -> Parts:
    title, subtitle, text, caption = (plain(texts[name]) for name in TEXTS)
    return replace(slide, title=title, subtitle=subtitle, text=text, caption=caption)


def shown(placed: tuple[Placed, ...], name: str) -> str:
    """The characters of that part, without spaces and the signs before items."""
    marks = (mark for part in placed if part.key == name for mark in part.scene.full)
    labels = (m for m in marks if isinstance(m, Label) and not m.key.endswith("/marker"))
    return re.sub(r"\s", "", "".join(label.text for label in labels))


def extents(placed: tuple[Placed, ...]) -> dict[str, Box]:
    """The box around each text."""
    found = {}
    for part in placed:
        labels = [mark for mark in part.scene.full if isinstance(mark, Label)]
        if part.key in TEXTS and labels:
            boxes = [label_box(label) for label in labels]
            left, top = min(b.x for b in boxes), min(b.y for b in boxes)
            right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
            found[part.key] = Box(left, top, right - left, bottom - top)
    return found


@pytest.mark.parametrize(("name", "shape"), tuple(product(LAYOUTS, SHAPES)))
@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(texts=long_texts(), is_full=st.booleans(), is_large=st.booleans())
def test_every_character_of_every_text_is_on_the_page_and_under_no_other(
    name: str, shape: str, texts: dict[str, str], is_full: bool, is_large: bool
) -> None:
    page, layer = PAGES[shape], layout(name)
    slide = written(FULL if is_full else WORDS, texts)

    placed = placed_uncut(
        layer, slide, page, replace(setting("zh", page), is_large=is_large)
    ).placed

    for part in layer.shows & set(TEXTS):
        bare = re.sub(r"(?m)^- |\s", "", texts[part]) if part == "text" else texts[part]
        if part in texts and texts[part].strip():
            assert shown(placed, part) == re.sub(r"\s", "", bare), part
    boxes = extents(placed)
    for box in boxes.values():
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= page.width
        assert box.bottom <= page.height
    assert not any(overlap(one, other) for one, other in combinations(boxes.values(), 2))


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_slide_whose_texts_have_room_stands_as_its_layout_places_it(name: str) -> None:
    for shape, slide, language in product(PAGES, SLIDES.values(), ("zh", "en")):
        page = PAGES[shape]
        of = setting(language, page)

        uncut = placed_uncut(layout(name), slide, page, of)

        assert (uncut.share, uncut.placed) == (1.0, layout(name).place(slide, page, of))
