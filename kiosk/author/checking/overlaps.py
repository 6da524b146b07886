"""Parts of a slide that lie over one another without being meant to."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.layouts.named import elements_of
from kiosk.phrases import phrase
from kiosk.playback.views.extents import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen, Written
    from kiosk.charts.base import Chart
    from kiosk.elements.base import Element
    from kiosk.geometry import Box, Size

_LEAST_MM = 1.0  # each way, that two things may share: letters have room around their ink


def overlapping(seen: Seen) -> Iterator[Fault]:
    """Texts over texts, and elements in places of their own over others."""
    elements = {} if seen.slide is None else elements_of(seen.slide.parts)
    own = frozenset(key for key, element in elements.items() if is_placed(element, seen.page))
    yield from _texts(seen, own)
    yield from _elements(seen, own)


def is_placed(element: Element | Chart, page: Size) -> bool:
    """Whether it has a place of its own on such a page."""
    return (element.at_portrait if page.is_portrait else element.at) is not None


def _texts(seen: Seen, own: frozenset[str]) -> Iterator[Fault]:
    """Lines of text that share ink, of one part or of parts that a layout has placed."""
    least = _LEAST_MM / seen.mm
    for one, other in _near(seen.texts):
        if one.part != other.part and own & {one.part, other.part}:
            continue
        shared = common(one.box, other.box)
        if shared is not None and min(shared.width, shared.height) > least:
            deep = min(shared.width, shared.height) * seen.mm
            what = phrase(
                "'{one}' and '{other}' lie over one another by {deep} mm",
                one=one.brief, other=other.brief, deep=f"{deep:.0f}",
            )  # fmt: skip
            hint = phrase("shorten one of them, or give it another place")
            yield Fault(other.part, "overlap", what, hint, deep)


def _near(texts: tuple[Written, ...]) -> Iterator[tuple[Written, Written]]:
    """The pairs of texts whose boxes share a height, from the top down."""
    rows = sorted(texts, key=lambda text: text.box.y)
    for index, one in enumerate(rows):
        for other in rows[index + 1 :]:
            if other.box.y >= one.box.bottom:
                break
            yield one, other


def _elements(seen: Seen, own: frozenset[str]) -> Iterator[Fault]:
    """Elements that somebody has placed: over one another, or over a text."""
    boxes = {part.key: part.box for part in seen.laid.placed if part.box is not None}
    texts: dict[str, Box] = {}
    for text in seen.texts:
        known = texts.get(text.part)
        texts[text.part] = text.box if known is None else known.joined(text.box)
    things = {**texts, **{key: box for key, box in boxes.items() if key in own}}
    for one, other in combinations(things, 2):
        if not own & {one, other}:
            continue  # and over a picture that a layout has placed there is a shade
        shared = common(things[one], things[other])
        deep = 0.0 if shared is None else min(shared.width, shared.height) * seen.mm
        if deep > _LEAST_MM:
            moved, fixed = (one, other) if one in own else (other, one)
            what = phrase(
                "'{one}' lies over '{other}' by {deep} mm", one=moved, other=fixed,
                deep=f"{deep:.0f}",
            )  # fmt: skip
            hint = phrase("change its 'at', or that of the other")
            yield Fault(moved, "overlap", what, hint, deep)
