"""Texts that have no room: what `check` says is held against the pixels that are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.author.checking.room import without_room
from kiosk.geometry import Box
from kiosk.kinds import kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.playback.look import Look
from tests.gallery import LANDSCAPE, PORTRAIT
from tests.unit.author.checking.inked import PIXEL, beyond, ink_of_part
from tests.unit.author.checking.slides import plain, seen

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.checking.seen import Seen

SIZES = (LANDSCAPE, PORTRAIT, (1600, 1200), (2560, 1080))
SCREENS = ((43, 1.5), (10, 0.5), (24, 3), (98, 4))  # inches, and how far away people stand
EN = "A walk around the lake takes forty minutes and the trees know it early. "
ZH = "沿湖走一圈要四十分钟水边的树比日历先知道秋天。"
WORD = "Donaudampfschifffahrtsgesellschaftskapitän "
LINE = "type: line, x: a, y: b, data: [{a: 2019, b: 31234}, {a: 2020, b: 36789}]"
CARS, POWER = "{a: {zh: 汽车, en: Cars}, b: 3}", "{a: {zh: 电, en: Power}, b: 4}"
BARS = f"type: bar, x: a, y: b, data: [{CARS}, {POWER}]"
MORE = ("", f"    chart: {{{BARS}}}\n", "    number: 123456\n", "    picture: picture.png\n")
SMALLEST = 96  # what the language allows; in units of the canvas
EM = 0.22  # that ink may reach over its box before it is told
ONCE = settings(
    max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def told(view: Seen) -> dict[tuple[str, str], float]:
    """The largest amount by part and code."""
    found: dict[tuple[str, str], float] = {}
    for fault in without_room(view):
        key = (fault.part, fault.code)
        found[key] = max(found.get(key, 0.0), fault.amount)
    return found


def show(inches: float = 43, viewing: float = 1.5) -> str:
    return (
        f"kiosk: 1\ntitle: 渝北\nlanguages: [zh, en]\nscreen: {inches} in\nviewing: {viewing} m\n"
        "chapters: [one.yaml]\n"
    )


def text(zh: int, en: int, english: str = EN) -> str:
    """A text of so many characters in each language, as YAML."""
    return f'{{zh: "{(ZH * 100)[:zh]}", en: "{(english * 100)[:en].strip()}"}}'


@st.composite
def places(draw: st.DrawFn) -> str:
    """A place anywhere on the canvas, from the smallest that is allowed, on both shapes."""
    found = []
    for wide, high in (LANDSCAPE, PORTRAIT):
        width = draw(st.sampled_from((SMALLEST, 160, 300, 700)))
        height = draw(st.sampled_from((SMALLEST, 160, 300, 700)))
        x = draw(st.sampled_from((0, 200, wide - width)))
        y = draw(st.sampled_from((0, 300, high - height)))
        found.append(f"[{x}, {y}, {width}, {height}]")
    return f"at: {found[0]}, at-portrait: {found[1]}"


@st.composite
def elements(draw: st.DrawFn) -> str:
    """A chart, a number or a picture with a caption, in a place of its own."""
    place = draw(places())
    number = draw(st.sampled_from((7, 123456789, 0.5)))
    caption = text(draw(st.sampled_from((4, 30, 200))), draw(st.sampled_from((8, 60, 400))))
    return draw(
        st.sampled_from(
            (
                f"    chart: {{{place}, {LINE}}}\n",
                f"    chart: {{{place}, {BARS}}}\n",
                f"    number: {{{place}, value: {number}}}\n",
                f"    picture: {{{place}, file: picture.png, caption: {caption}}}\n",
            )
        )
    )


@ONCE
@given(
    element=elements(),
    size=st.sampled_from(SIZES),
    screen=st.sampled_from(SCREENS),
    look=st.builds(Look, st.sampled_from(("zh", "en")), st.just("dusk"), is_large=st.booleans()),
)
def test_what_is_told_to_leave_its_box_or_the_screen_does_so_in_painted_pixels(
    tmp_path: Path, element: str, size: tuple[int, int], screen: tuple[float, float], look: Look
) -> None:
    view = seen(tmp_path, element, plain(90), look, size=size, show=show(*screen))

    found = told(view)

    page = Box(0.0, 0.0, view.page.width, view.page.height)
    for part in view.laid.placed:
        ink = ink_of_part(view, part.key)
        if ink is None:
            assert (part.key, "off-screen") not in found
            assert (part.key, "overflow") not in found
            continue
        em = max(each.style.size for each in view.texts if each.part == part.key)
        slack = 2 * PIXEL + 0.06 * em
        off = beyond(ink, page)
        off_told = min(found.get((part.key, "off-screen"), 0.0) / view.mm, page.height)
        assert off == pytest.approx(off_told, abs=slack), (part.key, ink)
        over = 0.0 if part.box is None else beyond(ink, part.box)
        over_told = found.get((part.key, "overflow"), 0.0) / view.mm
        assert over_told <= over + slack, (part.key, ink)
        assert over <= max(over_told, off_told, EM * em) + slack, (part.key, ink)


@pytest.mark.parametrize("layout", kind_names(LAYOUTS))
@settings(ONCE, max_examples=3)
@given(
    lengths=st.tuples(*(st.sampled_from((0, 8, 60, 200, 700)) for _ in range(4))),
    english=st.sampled_from((EN, WORD)),
    size=st.sampled_from(SIZES),
    screen=st.sampled_from(SCREENS),
    look=st.builds(Look, st.sampled_from(("zh", "en")), st.just("dusk"), is_large=st.booleans()),
    more=st.sampled_from(MORE),
)
def test_titles_texts_and_captions_of_any_length_stay_on_the_page_in_painted_pixels(
    tmp_path: Path, layout: str, lengths: tuple[int, ...], english: str, size: tuple[int, int],
    screen: tuple[float, float], look: Look, more: str,
) -> None:  # fmt: skip
    names = ("title", "subtitle", "text", "caption")
    fields = "".join(
        f"    {name}: {text(length, length, english)}\n"
        for name, length in zip(names, lengths, strict=True)
        if length
    )
    fields = fields or "    title: x\n"
    slide = f"    layout: {layout}\n{fields}{more}"

    view = seen(tmp_path, slide, plain(90), look, size=size, show=show(*screen))

    page = Box(0.0, 0.0, view.page.width, view.page.height)
    for part in (*names, "mark"):
        ink = ink_of_part(view, part)
        assert ink is None or beyond(ink, page) == 0.0, (part, ink)
        assert {code for key, code in told(view) if key == part} <= {"no-room", "small-text"}
