from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.data.text import Prose, Text, plain
from kiosk.elements.kinds.picture import Hanging, PictureElement
from kiosk.elements.kinds.text import TextElement
from kiosk.elements.shade import shade
from kiosk.geometry import Box
from kiosk.marks import Label, Picture, Wash
from kiosk.motion.scene import Drift
from kiosk.options import FileChoice, Share
from kiosk.theme import TextStyle, Theme, colour
from kiosk.typesetting.setting import Setting

if TYPE_CHECKING:
    from kiosk.marks import Align, Marks
    from kiosk.theme import Colour

DARK, LIGHT, GOLD = colour("#0B1322"), colour("#F5EFE3"), colour("#DFA126")
BOX = Box(0, 0, 1094, 928)


class EmMeasure:
    def advance(self, text: str, style: TextStyle) -> float:
        return style.size * sum(
            1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text
        )


SETTING = Setting(
    Theme(
        name="dusk", ground=DARK, glow=DARK, surface=DARK, text=LIGHT, quiet=LIGHT.faded(0.7),
        line=LIGHT, quiet_series=LIGHT, accents=(GOLD,), disc=DARK, on_picture=LIGHT,
        on_picture_quiet=LIGHT, scrim=DARK, bars_fade=True, glows=True,
    ),
    GOLD, "zh", "en", "landscape", EmMeasure(),
)  # fmt: skip
PARK = PictureElement(
    file=FileChoice((("", "park.jpg"), ("paper", "day.jpg"), ("portrait", "tall.jpg"))),
    caption=Text((("zh", "中央公园秋色"), ("en", "Central Park in autumn"))),
    illustration=True,
)


def labels(marks: Marks) -> list[Label]:
    return [mark for mark in marks if isinstance(mark, Label)]


def picture_of(marks: Marks) -> Picture:
    return next(mark for mark in marks if isinstance(mark, Picture))


@pytest.mark.parametrize(
    ("theme", "shape", "file"),
    [
        ("dusk", "landscape", "park.jpg"),
        ("paper", "landscape", "day.jpg"),
        ("dusk", "portrait", "tall.jpg"),
    ],
)
def test_a_picture_s_file_is_the_one_for_theme_and_shape(theme: str, shape: str, file: str) -> None:
    setting = replace(
        SETTING,
        theme=replace(SETTING.theme, name=theme),
        shape="portrait" if shape == "portrait" else "landscape",
    )

    assert picture_of(PARK.scene(BOX, setting).full).file == file


@pytest.mark.parametrize(
    ("shape", "file"), [("landscape", "day.jpg"), ("portrait", "tall-day.jpg")]
)
def test_a_theme_s_picture_may_be_another_one_for_each_shape(
    shape: Literal["landscape", "portrait"], file: str
) -> None:
    cases = (("", "a.jpg"), ("paper landscape", "day.jpg"), ("paper portrait", "tall-day.jpg"))
    setting = replace(SETTING, theme=replace(SETTING.theme, name="paper"), shape=shape)

    scene = PictureElement(file=FileChoice(cases)).scene(BOX, setting)

    assert picture_of(scene.full).file == file


@pytest.mark.parametrize(
    ("theme", "ink", "ground"), [("paper", DARK, LIGHT), ("linen", LIGHT, DARK)]
)
def test_what_is_said_on_a_picture_is_dark_where_it_was_made_for_a_light_theme(
    theme: str, ink: Colour, ground: Colour
) -> None:
    light = replace(SETTING.theme, name=theme, text=DARK, ground=LIGHT)

    marks = PARK.scene(BOX, replace(SETTING, theme=light)).full

    (shade,) = [mark for mark in marks if isinstance(mark, Wash)]
    assert {label.colour for label in labels(marks)} == {ink}
    assert shade.stops[-1][1]._replace(opacity=1.0) == ground


def test_a_picture_is_there_from_the_beginning_and_drifts_no_further_than_its_overscan() -> None:
    scene = PARK.scene(BOX, SETTING)

    assert scene.entry_s == 0
    assert isinstance(scene.ambient, Drift)
    for t in (0.0, 4.5, 9.0, 1e6):
        mark = picture_of(scene.at(t))
        assert abs(mark.shift[0]) <= (mark.overscan - 1) / 2 * BOX.width + 1e-9
        assert abs(mark.shift[1]) <= (mark.overscan - 1) / 2 * BOX.height + 1e-9


def test_a_picture_that_is_shown_whole_or_told_to_be_still_does_not_drift() -> None:
    still = replace(PARK, motion="none").scene(BOX, SETTING)
    whole = replace(PARK, fit="contain").scene(BOX, SETTING)

    assert still.ambient is None
    assert whole.ambient is None
    assert picture_of(still.full).overscan == 1.0


def test_the_caption_says_what_is_seen_and_that_it_is_a_drawing_in_the_reader_s_language() -> None:
    zh = labels(PARK.scene(BOX, SETTING).full)
    en = labels(PARK.scene(BOX, replace(SETTING, language="en")).full)

    assert [label.text for label in zh] == ["中央公园秋色", "示意图"]
    assert [label.text for label in en] == ["Central Park in autumn", "Illustration"]


def test_a_photograph_without_a_caption_has_neither_words_nor_a_shade() -> None:
    bare = PictureElement(file=FileChoice((("", "park.jpg"),)))

    assert [type(mark) for mark in bare.scene(BOX, SETTING).full] == [Picture]


def test_a_long_caption_goes_on_in_a_second_row_and_stays_in_the_picture() -> None:
    long = replace(PARK, credit=plain("摄影：" + "某" * 40))

    found = labels(long.scene(BOX, SETTING).full)

    assert len({label.y for label in found}) > 1
    assert all(0 < label.y < BOX.bottom for label in found)
    assert all(
        label.x + EmMeasure().advance(label.text, label.style) <= BOX.right for label in found
    )


def test_a_caption_that_is_read_from_the_right_begins_at_the_right_side_of_its_rows() -> None:
    park = "حديقة في الخريف"
    short = replace(PARK, caption=plain(park), credit=plain("صورة"))
    long = replace(short, credit=plain("صورة من " + "مكان " * 20))

    beside = labels(short.scene(BOX, SETTING).full)
    below = labels(long.scene(BOX, SETTING).full)

    assert max(beside, key=lambda label: label.x).text == park
    ends: dict[float, float] = {}
    for label in below:
        end = label.x + EmMeasure().advance(label.text, label.style)
        ends[label.y] = max(ends.get(label.y, 0.0), end)
    assert len(ends) > 1
    assert list(ends.values()) == pytest.approx([max(ends.values())] * len(ends))


def test_a_caption_at_the_top_right_ends_at_its_margin() -> None:
    scene = PARK.hung(BOX, SETTING, Hanging("top-right", (96, 88)))

    last = labels(scene.full)[-1]
    assert last.x + EmMeasure().advance(last.text, last.style) == pytest.approx(1094 - 96)


def test_behind_a_caption_the_shade_is_as_dark_as_readable_text_needs() -> None:
    scene = PARK.scene(BOX, SETTING)

    wash = next(mark for mark in scene.full if isinstance(mark, Wash))
    for label in labels(scene.full):
        top = label.y - label.style.size
        way = (top - wash.start.y) / (wash.end.y - wash.start.y)
        assert opacity_at(wash, way) >= 0.62


def opacity_at(wash: Wash, way: float) -> float:
    """The opacity at a share of the gradient's way."""
    before = [(at, shown.opacity) for at, shown in wash.stops if at <= way][-1]
    after = next(((at, shown.opacity) for at, shown in wash.stops if at > way), before)
    if after == before:
        return before[1]
    return before[1] + (after[1] - before[1]) * (way - before[0]) / (after[0] - before[0])


def test_a_shade_is_nothing_on_its_light_side_and_never_paler_towards_the_dark_one() -> None:
    stops = shade("shade", BOX, "left", 300, SETTING.theme).stops

    opacities = [shown.opacity for _, shown in stops]
    assert opacities[0] == 0
    assert opacities == sorted(opacities)
    assert [at for at, _ in stops] == sorted(at for at, _ in stops)


def test_a_theme_may_have_stronger_shades() -> None:
    strong = replace(SETTING.theme, scrim_strength=1.2)

    plain_stops, stops = (
        shade("shade", BOX, "left", 300, theme).stops for theme in (SETTING.theme, strong)
    )

    assert [at for at, _ in stops] == [at for at, _ in plain_stops]
    for (_, ink), (_, other) in zip(stops[:-1], plain_stops[:-1], strict=True):
        assert ink.opacity == pytest.approx(1.2 * other.opacity)


def test_the_scrim_that_is_asked_for_is_the_shade_s_strength() -> None:
    pale = replace(PARK, scrim=Share(0.3)).scene(BOX, SETTING)

    wash = next(mark for mark in pale.full if isinstance(mark, Wash))
    assert max(shown.opacity for _, shown in wash.stops) < 0.62


@pytest.mark.parametrize(("align", "x"), [("left", 100), ("centre", 300), ("right", 500)])
def test_a_text_is_held_at_the_side_that_its_alignment_names(align: Align, x: float) -> None:
    text = TextElement(text=Prose(plain("渝北")), align=align)

    label = labels(text.scene(Box(100, 0, 400, 200), SETTING).full)[0]

    assert (label.align, label.x) == (align, x)


def test_a_text_rises_by_24_units_while_it_fades_in() -> None:
    scene = TextElement(text=Prose(plain("渝北")), role="title").scene(Box(0, 0, 400, 200), SETTING)

    first, last = labels(scene.at(0.0))[0], labels(scene.at(0.5))[0]
    assert (first.y - last.y, first.opacity, last.opacity) == (24, 0, 1)


def test_a_text_s_tone_follows_from_its_role_unless_it_is_chosen() -> None:
    box = Box(0, 0, 400, 200)

    caption = TextElement(text=Prose(plain("渝北")), role="caption")

    assert labels(caption.scene(box, SETTING).full)[0].colour == SETTING.theme.quiet
    assert labels(replace(caption, tone="accent").scene(box, SETTING).full)[0].colour == GOLD


@pytest.mark.parametrize("corner", ["top-right", "bottom-right"])
def test_a_captions_shade_is_a_band_that_leaves_the_middle_of_the_picture(
    corner: Literal["top-right", "bottom-right"],
) -> None:
    hanging = Hanging(corner, (96.0, 88.0))

    marks = PARK.hung(BOX, SETTING, hanging).full

    (dark,) = [mark for mark in marks if isinstance(mark, Wash)]
    assert (dark.box.x, dark.box.width) == (BOX.x, BOX.width)
    assert not dark.box.y < BOX.centre.y < dark.box.bottom
    held = min(at for at, colour in dark.stops if colour.opacity >= 0.62)
    edge = dark.start.y + (dark.end.y - dark.start.y) * held
    for label in labels(marks):
        far, near = (edge, dark.end.y) if corner == "bottom-right" else (dark.end.y, edge)
        assert far <= label.y - label.style.size
        assert label.y <= near


def test_a_captions_shade_leaves_the_lower_half_of_a_low_picture() -> None:
    low = Box(0, 0, 1920, 550)

    marks = PARK.hung(low, SETTING, Hanging("top-right", (96.0, 88.0))).full

    (dark,) = [mark for mark in marks if isinstance(mark, Wash)]
    assert dark.box.bottom <= low.centre.y
