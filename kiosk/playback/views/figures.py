"""Where a slide's figures are printed, so that a touch on one can tell what it is.

A figure in a text is found by the place in the text where it was printed, one in a chart by the
digits that it shows.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from kiosk.data.quantity import Quantity, printed
from kiosk.data.table import Table
from kiosk.data.text import Text, Words
from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.layouts.sources import source_line
from kiosk.marks import Figure, Label, figure_text
from kiosk.numerals import number_text
from kiosk.playback.views.extents import common, figure_box, union
from kiosk.playback.views.links import free_page
from kiosk.playback.views.room import LEAST_MM
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.charts.base import Chart
    from kiosk.elements.base import Element
    from kiosk.layouts.base import Parts, Placed
    from kiosk.playback.views.room import Room
    from kiosk.show.model import Slide
    from kiosk.theme import Colour

_TICK = "tick/"  # keys of the figures of an axis
_SLACK = 4.0  # around a figure; lines of text stand no closer
_SKIPPED = 4  # characters of a text that its lines may lack: the signs of a list
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
_TEXTS = ("title", "subtitle", "text", "caption")

TextMark = Label | Figure


@dataclass(frozen=True, slots=True)
class Print:
    """A figure where it stands. colour: of its digits; is_in_text: among the words of a text."""

    box: Box
    colour: Colour
    is_in_text: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What lines stand on, from top to foot. is_high: whether they lie in its upper half."""

    top: float
    foot: float
    is_high: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure on a slide, or several that lie too close together for a finger.

    key: unique on the slide. prints: where they stand. reach: where a touch means them. area:
    where what they tell of lies, if that is a mark. ground: of a value along a line.
    """

    key: str
    quantities: tuple[Quantity, ...]
    prints: tuple[Print, ...]
    reach: Box
    area: Box | None = None
    ground: Ground | None = None

    @property
    def box(self) -> Box:
        """The box around them."""
        if self.area is not None:
            return self.area
        whole = union(each.box for each in self.prints)
        assert whole is not None
        return whole


Found = tuple[Quantity, Print]


def figures_on(slide: Slide, placed: tuple[Placed, ...], room: Room) -> tuple[Spot, ...]:
    """The figures of a laid-out slide that have a period or a source, in the order of reading."""
    elements = elements_of(slide.parts)
    spots: list[Spot] = []
    for part in placed:
        marks = tuple(m for m in part.scene.full if isinstance(m, Label | Figure))
        if part.key in _TEXTS:
            found = _in_lines(_words_of(part.key, slide.parts, room), marks, room)
        elif part.key in elements:
            found = _in_element(elements[part.key], marks, room)
        else:
            continue
        told = ((q, at) for q, at in found if q.period.versions or q.source.versions)
        for number, (quantity, at) in enumerate(told, 1):
            reach = _reach(at.box, room)
            if common(at.box, free_page(room)) is not None:
                spots.append(Spot(f"figure-{part.key}-{number}", (quantity,), (at,), reach))
    return _apart(spots)


def _reach(box: Box, room: Room) -> Box:
    """Where a touch means what stands in `box`: at least as large as a finger needs."""
    least = LEAST_MM * room.px_per_mm
    width, height = max(box.width + 2 * _SLACK, least), max(box.height + 2 * _SLACK, least)
    page, at = free_page(room), box.centre
    x = max(0.0, min(at.x - width / 2, page.right - width))
    y = max(0.0, min(at.y - height / 2, page.bottom - height))
    return Box(x, y, width, height)


def _apart(spots: list[Spot]) -> tuple[Spot, ...]:
    """The spots, those that overlap made one."""
    apart: list[Spot] = []
    for spot in spots:
        joined = spot
        while (near := _overlapping(joined, apart)) is not None:
            apart.remove(near)
            joined = _joined(near, joined)
        apart.append(joined)
    order = {spot.key: place for place, spot in enumerate(spots)}
    return tuple(sorted(apart, key=lambda spot: order[spot.key]))


def _overlapping(spot: Spot, others: list[Spot]) -> Spot | None:
    """One of the others that overlaps with the spot."""
    return next((other for other in others if common(spot.reach, other.reach)), None)


def _joined(one: Spot, other: Spot) -> Spot:
    """Both as one; a figure that both are is told of once."""
    reach = union((one.reach, other.reach))
    assert reach is not None
    quantities = tuple(dict.fromkeys((*one.quantities, *other.quantities)))
    return Spot(one.key, quantities, (*one.prints, *other.prints), reach)


# --- in texts -----------------------------------------------------------------------------------


def _words_of(key: str, parts: Parts, room: Room) -> Words:
    """What that text of the slide says; a cover without a title has its chapter's."""
    text = {
        "title": parts.title if parts.title.versions else parts.chapter_title,
        "subtitle": parts.subtitle, "text": parts.text, "caption": parts.caption,
    }[key]  # fmt: skip
    if key == "subtitle" and not text.versions:
        return parts.title.words(room.companion)
    words = text.words(room.language)
    if key == "caption":  # the source stands in its line
        return replace(words, text=f"{words.text} · {source_line(parts.sources, room.language)}")
    return words


def _in_lines(words: Words, marks: tuple[TextMark, ...], room: Room) -> Iterator[Found]:
    """The figures of a text and where they stand in its lines, which come in the text's order."""
    if not words.mentions:
        return
    bare = [index for index, sign in enumerate(words.text) if not sign.isspace()]
    text = "".join(words.text[index] for index in bare)
    done = 0
    for mark in marks:
        line = _text(mark)
        start = text.find("".join(line.split()), done, done + _SKIPPED + len(line))
        if not line.strip() or start < 0:
            continue
        signs = [index for index, sign in enumerate(line) if not sign.isspace()]
        done = start + len(signs)
        for mention in words.mentions:
            of_line = [
                at for at, index in zip(signs, bare[start:done], strict=True)
                if mention.at[0] <= index < mention.at[1]
            ]  # fmt: skip
            quantity = room.show.facts.get(mention.fact)
            if of_line and quantity is not None:
                yield quantity, _piece(mark, of_line[0], of_line[-1] + 1, room)


def _piece(mark: TextMark, start: int, end: int, room: Room) -> Print:
    """Where some characters of a line stand; where any run from the right, the whole line."""
    text, whole = _text(mark), figure_box(mark, room.measure)
    if any(unicodedata.bidirectional(sign) in _FROM_THE_RIGHT for sign in text):
        return Print(whole, mark.colour, is_in_text=True)
    left = room.measure.advance(text[:start], mark.style) if start else 0.0
    right = room.measure.advance(text[:end], mark.style)
    box = Box(whole.x + left, whole.y, right - left, whole.height)
    return Print(box, mark.colour, is_in_text=True)


# --- in elements --------------------------------------------------------------------------------


def _in_element(
    element: Element | Chart, marks: tuple[TextMark, ...], room: Room
) -> Iterator[Found]:
    """The figures of a picture, chart or number and where they stand in it."""
    taken: set[str] = set()
    for value in _values(element):
        if isinstance(value, Quantity):
            digits = _digits(value, room.language)
            number = next((m for m in marks if m.key not in taken and _shows(m, digits)), None)
            if number is not None:
                taken.add(number.key)
                box = _with_unit(number, marks, room)
                yield value, Print(box, number.colour, is_in_text=False)
        else:
            yield from _in_names(value.words(room.language), marks, room)


def _values(element: Element | Chart) -> Iterator[Quantity | Text]:
    """The figures and texts of an element, in the order in which they are written."""
    for field in fields(element):
        value = getattr(element, field.name)
        if isinstance(value, Quantity | Text):
            yield value
        elif isinstance(value, Table):
            yield from (cell for row in value.rows for cell in row if cell is not None)


def _digits(quantity: Quantity, language: str) -> str:
    """The number as a large figure shows it."""
    shown = printed(quantity, language)
    if shown.text:
        return shown.text
    sign = shown.numerals.plus if shown.is_signed and shown.value > 0 else ""
    number = number_text(
        shown.value, shown.decimals, grouped=shown.grouped, numerals=shown.numerals
    )
    return f"{sign}{number}"


def _shows(mark: TextMark, digits: str) -> bool:
    """Whether a mark is just that number, and no tick of an axis."""
    return not mark.key.startswith(_TICK) and _text(mark) == digits


def _with_unit(number: TextMark, marks: tuple[TextMark, ...], room: Room) -> Box:
    """The box of a number with its bound and unit."""
    parts = {number.key, f"{number.key}/bound", f"{number.key}/unit"}
    whole = union(figure_box(mark, room.measure) for mark in marks if mark.key in parts)
    return figure_box(number, room.measure) if whole is None else whole


def _in_names(words: Words, marks: tuple[TextMark, ...], room: Room) -> Iterator[Found]:
    """The figures in a text of an element, in the lines that show them whole."""
    facts: Mapping[str, Quantity] = room.show.facts
    for mention in words.mentions:
        said = words.text[slice(*mention.at)]
        mark = next((mark for mark in marks if said in _text(mark)), None)
        if mark is not None and mention.fact in facts:
            start = _text(mark).index(said)
            yield facts[mention.fact], _piece(mark, start, start + len(said), room)


def _text(mark: TextMark) -> str:
    """The characters it shows."""
    return mark.text if isinstance(mark, Label) else figure_text(mark)
