"""Texts that have no room: outside their own box or the page, cut, or too small to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.geometry import Box
from kiosk.limits import CAPITAL, CAPTION
from kiosk.phrases import phrase
from kiosk.typesetting.sight import CAPITAL as CAPITAL_EM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen, Written

CUT = "…"
_TOLERANCE_EM = 0.15  # that ink may reach over its box: the swing of a letter, an optical margin
_ROUNDING = 0.98  # of a limit: sizes are set in steps


def without_room(seen: Seen) -> Iterator[Fault]:
    """Every text that leaves its box or the page, is cut, or is smaller than can be read."""
    yield from _crowded(seen)
    boxes = {part.key: part.box for part in seen.laid.placed}
    page = Box(0.0, 0.0, seen.page.width, seen.page.height)
    for text in seen.texts:
        yield from _outside(text, boxes.get(text.part), seen)
        yield from _off_page(text, page, seen)
        yield from _cut(text, seen)
        if seen.laid.share >= 1.0:
            yield from _small(text, seen)


def _crowded(seen: Seen) -> Iterator[Fault]:
    """A slide whose texts are all smaller than can be read, as they would lie over one another."""
    share = seen.laid.share
    if share < 1.0:
        what = phrase(
            "the slide has no room for its text: it is set at {share} % of what can be read",
            share=f"{100 * share:.0f}",
        )
        hint = phrase("shorten it, or split it into slides")
        yield Fault("", "no-room", what, hint, 1 - share)


def _outside(text: Written, box: Box | None, seen: Seen) -> Iterator[Fault]:
    """A text that reaches beyond what its part was given."""
    over = 0.0 if box is None else _beyond(text.box, box) * seen.mm
    if over > _TOLERANCE_EM * text.style.size * seen.mm:
        what = phrase(
            "'{text}' reaches {over} mm beyond its box", text=text.brief, over=f"{over:.0f}"
        )
        yield Fault(text.part, "overflow", what, phrase("shorten it, or give it more room"), over)


def _off_page(text: Written, page: Box, seen: Seen) -> Iterator[Fault]:
    """A text that leaves the screen."""
    over = _beyond(text.box, page) * seen.mm
    if over > 0.0:
        what = phrase(
            "'{text}' reaches {over} mm beyond the screen",
            text=text.brief,
            over=f"{max(1.0, over):.0f}",
        )
        yield Fault(text.part, "off-screen", what, phrase("shorten it, or move it"), over)


def _cut(text: Written, seen: Seen) -> Iterator[Fault]:
    """A text that ends in dots which nobody wrote."""
    if text.text.endswith(CUT) and CUT not in seen.words:
        what = phrase("a name is cut to '{text}'", text=text.brief)
        yield Fault(text.part, "cut", what, phrase("write a shorter name, or show fewer of them"))


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
    hint = phrase("shorten the text, or split the slide")
    yield Fault(text.part, "small-text", what, hint, needed - height)


def _beyond(inner: Box, outer: Box) -> float:
    """How far `inner` reaches beyond `outer`, in their unit; 0 where it lies in it."""
    return max(
        0.0, outer.x - inner.x, outer.y - inner.y, inner.right - outer.right,
        inner.bottom - outer.bottom,
    )  # fmt: skip
