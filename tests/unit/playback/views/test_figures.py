"""Where figures are printed on a slide, and what a touch on one tells."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import combinations

import pytest

from kiosk.charts.kinds.number import Number
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.table import Table
from kiosk.data.text import NO_TEXT, Mention, Text, Words, plain, text_of
from kiosk.geometry import Size
from kiosk.layouts.base import Parts
from kiosk.layouts.kinds.big_number import BigNumber
from kiosk.layouts.kinds.text import TextLayout
from kiosk.layouts.named import elements_of
from kiosk.marks import Label
from kiosk.playback.compose import Composer
from kiosk.playback.events import OpenNote
from kiosk.playback.layers import Layers
from kiosk.playback.look import Look
from kiosk.playback.memo import Memo
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.views.extents import common
from kiosk.playback.views.figures import Spot, figures_on
from kiosk.playback.views.links import free_page
from kiosk.playback.views.note import note_layers, told
from kiosk.playback.views.room import Room
from kiosk.show.model import Show, Slide
from tests.gallery import SLIDES, opened
from tests.unit.playback.shows import LANDSCAPE, PORTRAIT, Ems, changed, show_of

PARKS = Quantity(
    300.0, unit=Unit(Text((("zh", "个"), ("en", "parks")))), bound="over",
    period=Text((("zh", "2024年"), ("en", "2024"))),
    about=Text((("zh", "城市公园"), ("en", "city parks"))),
    source=Text((("zh", "报道"), ("en", "a report"))),
)  # fmt: skip
GROWTH = replace(PARKS, value=18.5, decimals=1, bound="exact", unit=Unit(plain("%")))
UNKNOWN = Quantity(42.0)


@pytest.fixture(scope="module")
def yubei() -> Show:
    return opened(SLIDES / "yubei")


def mentioning(text: str, **facts: str) -> Words:
    """`text` with the figures named where their printed words stand."""
    return Words(
        text,
        mentions=tuple(
            Mention((text.index(said), text.index(said) + len(said)), fact)
            for fact, said in facts.items()
        ),
    )


def showing(parts: Parts, layout: BigNumber | TextLayout | None = None) -> Show:
    """A show whose first slide has those parts, and that knows the figures above."""
    show = changed(show_of(2), "a1", parts=parts, layout=layout or TextLayout())
    return replace(show, facts={"parks": PARKS, "growth": GROWTH, "unknown": UNKNOWN})


def spots_of(
    show: Show, slide: str = "a1", page: Size = LANDSCAPE, language: str = "zh"
) -> tuple[Spot, ...]:
    """The figures of a slide."""
    layers = Layers(page, Ems(), Memo())
    room = layers.room(show, Look(language, show.theme))
    return figures_on(show.slide(slide), layers.lay(show, slide, room).placed, room)


def said_of(show: Show, slide: str, spot: Spot, room: Room) -> str:
    """All that the note on a figure says."""
    chapter = show.slide(slide).chapter
    layers = note_layers(told(spot, room, chapter), spot, room, chapter)
    labels = [mark for layer in layers for mark in layer.marks if isinstance(mark, Label)]
    return _bare("".join(label.text for label in labels))


# --- in texts -----------------------------------------------------------------------------------


def test_a_figure_in_a_text_lies_where_it_is_printed() -> None:
    words = mentioning("公园超过300个，多", parks="超过300个")
    show = showing(Parts(title=plain("题"), text=text_of((("zh", words),))))

    (spot,) = spots_of(show)

    size = 36.0
    assert spot.quantities == (PARKS,)
    assert spot.box.x == pytest.approx(96.0 + 2 * size)
    assert spot.box.width == pytest.approx((3 + 3 * 0.55) * size)


def test_a_figure_is_found_in_the_line_that_it_is_broken_into() -> None:
    long = "水边的树比日历先知道。" * 6
    words = mentioning(f"{long}\n超过300个公园，增长18.5%", parks="超过300个", growth="18.5%")
    show = showing(Parts(text=text_of((("zh", words),))))

    parks, growth = spots_of(show)

    assert parks.box.x == pytest.approx(96.0)
    assert growth.box.y == parks.box.y


def test_a_figure_in_a_list_is_found_behind_its_sign() -> None:
    words = mentioning("- 一\n- 超过300个", parks="超过300个")
    show = showing(Parts(text=text_of((("zh", words),))))

    (spot,) = spots_of(show)

    assert spot.box.width == pytest.approx((3 + 3 * 0.55) * 36.0)


def test_figures_too_close_together_for_a_finger_are_one() -> None:
    words = mentioning("5-6", parks="5", growth="6")
    show = showing(Parts(text=text_of((("zh", words),))))

    (spot,) = spots_of(show)

    assert spot.quantities == (PARKS, GROWTH)


def test_a_figure_of_which_nothing_is_known_cannot_be_touched() -> None:
    words = mentioning("42", unknown="42")

    assert spots_of(showing(Parts(text=text_of((("zh", words),))))) == ()


def test_a_number_is_told_of_with_its_unit_and_bound() -> None:
    show = showing(Parts(title=plain("题"), number=Number(value=PARKS)), BigNumber())

    (spot,) = spots_of(show)

    assert spot.quantities == (PARKS,)
    assert spot.box.height > 200.0


# --- all figures of an exhibition ---------------------------------------------------------------


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_of_the_yubei_show_tells_its_period_and_source(
    yubei: Show, page: Size, language: str
) -> None:
    room = Layers(page, Ems(), Memo()).room(yubei, Look(language, yubei.theme))

    for slide in yubei.slides:
        spots = spots_of(yubei, slide.id, page, language)
        found = {quantity for spot in spots for quantity in spot.quantities}
        assert set(_printed(slide, yubei, language)) == found, slide.id
        for spot in spots:
            said = said_of(yubei, slide.id, spot, room)
            for quantity in spot.quantities:
                assert _bare(quantity.period.in_language(language)).lower() in said.lower()
                assert _bare(quantity.source.in_language(language)).lower() in said.lower()
                assert _bare(quantity.about.in_language(language)).lower() in said.lower()


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("is_low", [False, True])
def test_a_note_stands_on_the_page_beside_its_figure(
    yubei: Show, page: Size, is_large: bool, is_low: bool
) -> None:
    show = replace(yubei, mounted_mm=900.0)
    layers = Layers(page, Ems(), Memo())
    room = layers.room(show, Look("zh", show.theme, is_large=is_large, is_low=is_low))

    for slide in show.slides:
        laid = layers.lay(show, slide.id, room)
        for spot in figures_on(slide, laid.placed, room):
            note = told(spot, room, slide.chapter, laid.placed)
            assert common(note.box, spot.box) is None, (slide.id, spot.key)
            free = free_page(room)
            assert free.x <= note.box.x <= note.box.right <= free.right + 0.01, (slide.id, spot.key)
            assert free.y <= note.box.y <= note.box.bottom <= free.bottom + 0.01


@pytest.mark.parametrize("page", [LANDSCAPE, PORTRAIT])
def test_what_can_be_touched_in_the_yubei_show_never_overlaps(yubei: Show, page: Size) -> None:
    compose = Composer(page, Ems())
    for slide in yubei.slides:
        targets = compose.targets(seek(yubei, slide.id, LONG_S, mode="visit"), 0.0)
        assert any(isinstance(target.action, OpenNote) for target in targets) == bool(
            spots_of(yubei, slide.id, page)
        )
        least = 20 * (1920**2 + 1080**2) ** 0.5 / (yubei.screen_in * 25.4) - 0.01
        assert all(min(target.box.width, target.box.height) >= least for target in targets)
        for one, other in combinations(targets, 2):
            shared = common(one.box, other.box)
            assert shared is None or min(shared.width, shared.height) < 0.01, (one, other)


def _printed(slide: Slide, show: Show, language: str) -> list[Quantity]:
    """The figures of a slide that its layout shows."""
    parts, shows = slide.parts, slide.layout.shows
    texts = {
        "title": parts.title, "subtitle": parts.subtitle, "text": parts.text,
        "caption": parts.caption,
    }  # fmt: skip
    found = [
        show.facts[mention.fact]
        for name, text in texts.items()
        if name in shows
        for mention in _words(text, name, parts, show, language).mentions
    ]
    for element in elements_of(parts).values():
        for field in fields(element):
            value = getattr(element, field.name)
            cells = [c for row in value.rows for c in row] if isinstance(value, Table) else [value]
            found += [cell for cell in cells if isinstance(cell, Quantity) and cell.period.versions]
            found += [
                show.facts[mention.fact]
                for cell in cells
                if isinstance(cell, Text)
                for mention in cell.words(language).mentions
            ]
    return found


def _words(text: Text, name: str, parts: Parts, show: Show, language: str) -> Words:
    """A text of the slide in that language; for want of a subtitle, the title in the other one."""
    if name == "subtitle" and not text.versions:
        other = next(each for each in show.languages if each != language)
        return parts.title.words(other) if parts.title.has(other) else NO_TEXT.words(other)
    return text.words(language)


def _bare(text: str) -> str:
    """The text without spaces and line breaks."""
    return "".join(text.split())
