"""Texts that have no room: outside their own box or the page, cut, or too small to be read.

Titles, texts and captions of slides never leave the page nor lose a character, as type shrinks
until all has room (`kiosk.layouts.uncut`), which is told as such. A picture's caption, what a chart
writes in a place of its own, and the titles of the home view may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.author.checking.said import all_texts
from kiosk.author.checking.seen import WINDOW, brief
from kiosk.geometry import Box
from kiosk.limits import CAPITAL, CAPTION
from kiosk.phrases import phrase
from kiosk.playback.views.home import home_places
from kiosk.typesetting.sight import CAPITAL as CAPITAL_EM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen, Written

CUT = "…"
_TOLERANCE_EM = 0.22  # that ink may reach over its box: the tail of a y on its foot
_ROUNDING = 0.98  # of a limit: sizes are set in steps


def without_room(seen: Seen) -> Iterator[Fault]:
    """Every text that leaves its box or the page, is cut, or is smaller than can be read."""
    yield from _crowded(seen)
    yield from _shortened(seen)
    boxes = _boxes(seen)
    for text in seen.texts:
        yield from _outside(text, boxes.get(text.part), seen)
        yield from _cut(text, seen)
        if seen.laid.share >= 1.0:
            yield from _small(text, seen)


def _boxes(seen: Seen) -> dict[str, Box | None]:
    """What each part was given; of the home view, the windows."""
    if seen.slide is not None:
        return {part.key: part.box for part in seen.laid.placed}
    return {f"{WINDOW}{each.index}": each.box for each in home_places(seen.room).windows}


def _crowded(seen: Seen) -> Iterator[Fault]:
    """A slide whose texts are all smaller than can be read, as they would lie over one another."""
    share = seen.laid.share
    if share < 1.0:
        what = phrase(
            "the slide has no room for its text: it is set at {share} % of what can be read",
            share=f"{100 * share:.0f}",
        )
        hint = phrase("shorten it, or split it into slides")
        yield Fault(_longest(seen), "no-room", what, hint, 1 - share)


def _longest(seen: Seen) -> str:
    """The part with the most characters: what there is to shorten."""
    length: dict[str, int] = {}
    for text in seen.texts:
        length[text.part] = length.get(text.part, 0) + len(text.text)
    return max(length, key=lambda part: length[part], default="")


def _outside(text: Written, box: Box | None, seen: Seen) -> Iterator[Fault]:
    """A text that leaves the screen, or else what its part was given."""
    over = _beyond(text.box, Box(0.0, 0.0, seen.page.width, seen.page.height)) * seen.mm
    if over > 0.0:
        what = phrase(
            "'{text}' reaches {over} mm beyond the screen", text=text.brief, over=_whole(over)
        )
        hint = phrase("shorten it, move it, or give it more room")
        yield Fault(text.part, "off-screen", what, hint, over)
        return
    is_below_window = text.part.startswith(WINDOW) and text.key.startswith("companion")
    over = 0.0 if box is None or is_below_window else _beyond(text.box, box) * seen.mm
    if over > _TOLERANCE_EM * text.style.size * seen.mm:
        what = phrase(
            "'{text}' reaches {over} mm beyond its box", text=text.brief, over=_whole(over)
        )
        yield Fault(text.part, "overflow", what, phrase("shorten it, or give it more room"), over)


def _whole(over_mm: float) -> str:
    """The millimetres; what is told is never nothing."""
    return f"{max(1.0, over_mm):.0f}"


def _cut(text: Written, seen: Seen) -> Iterator[Fault]:
    """A text that ends in dots which nobody wrote."""
    if not text.text.endswith(CUT):
        return
    language = seen.room.language
    written = [_letters(each.in_language(language)) for each in all_texts(_source(seen))]
    shown = _letters(text.text)
    if any(shown in each for each in written):
        return
    stem = shown.removesuffix(CUT)
    lost = min((len(each.rpartition(stem)[2]) for each in written if stem in each), default=0)
    what = phrase(
        "a name is cut to '{text}' and loses {count} characters", text=text.brief, count=lost
    )
    yield Fault(text.part, "cut", what, phrase("write a shorter name, or show fewer of them"), lost)


def _source(seen: Seen) -> object:
    """What somebody has written of what is seen."""
    if seen.slide is not None:
        return seen.slide.parts
    return (seen.show.title, *(chapter.title for chapter in seen.show.chapters))


def _letters(text: str) -> str:
    """The text without what is lost where lines break."""
    return "".join(text.split())


def _shortened(seen: Seen) -> Iterator[Fault]:
    """The show's title at home, which stands in one line, where that does not hold it."""
    if seen.slide is not None:
        return
    title = " ".join(seen.show.title.in_language(seen.room.language).split())
    shown = next((text for text in seen.texts if text.part == text.key == "title"), None)
    kept = 0 if shown is None else len(_letters(shown.text))
    ends = [at for at, character in enumerate(title, 1) if not character.isspace()]
    if shown is not None and kept < len(ends):
        lost = title[ends[kept - 1] :].strip()
        what = phrase(
            "the home screen has no room for the end of the show's title, '{text}'",
            text=brief(lost),
        )
        yield Fault("title", "cut", what, phrase("write a shorter title"), len(lost))


def _small(text: Written, seen: Seen) -> Iterator[Fault]:
    """A text that is smaller than can be read from where people stand."""
    height = CAPITAL_EM * text.style.size * seen.mm
    least = max(CAPITAL.value, CAPTION.value * seen.show.viewing_m)
    # What a slide holds at most; a screen that is too small for how far people stand is told once.
    held = CAPITAL_EM * seen.smallest * seen.mm
    needed = min(least, held)
    if height >= _ROUNDING * needed:
        return
    what = phrase(
        "'{text}' has capitals of {height} mm, and {least} mm can be read from {far} m",
        text=text.brief, height=f"{height:.1f}", least=f"{needed:.1f}",
        far=f"{seen.show.viewing_m:g}",
    )  # fmt: skip
    hint = phrase("shorten the text, give it more room, or split the slide")
    yield Fault(text.part, "small-text", what, hint, needed - height)


def _beyond(inner: Box, outer: Box) -> float:
    """How far `inner` reaches beyond `outer`, in their unit; 0 where it lies in it."""
    return max(
        0.0, outer.x - inner.x, outer.y - inner.y, inner.right - outer.right,
        inner.bottom - outer.bottom,
    )  # fmt: skip
