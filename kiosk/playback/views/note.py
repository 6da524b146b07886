"""What a figure is, told beside it: its value, what is counted, when, and who says so."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.data.quantity import sentence
from kiosk.geometry import Box, Size
from kiosk.marks import Figure, Label, Layer, Picture, Shape
from kiosk.playback.views.extents import boxes_of, shared, text_box, union
from kiosk.playback.views.links import free_page
from kiosk.playback.views.outlines import level, rounded
from kiosk.playback.views.words import SOURCE
from kiosk.typesetting.paragraphs import Copy, set_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.data.quantity import Quantity
    from kiosk.layouts.base import Placed
    from kiosk.marks import Marks
    from kiosk.playback.views.figures import Ground, Print, Spot
    from kiosk.playback.views.room import Room
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.blocks import TextBlock

PADDING, ROUND = 28.0, 12.0
EDGE = 24.0  # of the page that the note leaves free
AWAY = 24.0  # from the figure
BELOW, THICK = 5.0, 4.0  # the line under a figure, from where that ends
DOTS, DOT = 3.0, 9.0  # across, and from one to the next
_STEP = 60.0  # between the places that are tried across the page
_TEXT, _PICTURE = 10.0, 0.05  # what a hidden unit of them costs, where one of a drawing costs 1
_MANY = 24  # drawings of one part that count as one
_FAR = 0.4  # the same for the square of the distance
_BETWEEN = 26.0  # two figures
_OFF, _FILLS = 12.0, 0.6  # the foot of a line's ground; of its height, a note that fills it
# Shares of the type's sizes and em of the value that a line may have, tried until the figure shows.
_SIZES = ((1.0, 17.0), (1.0, 12.0), (0.8, 17.0), (0.8, 12.0), (0.6, 17.0), (0.6, 12.0), (0.4, 14.0))


@dataclass(frozen=True, slots=True)
class Line:
    """A text of the note and the room above it."""

    block: TextBlock
    colour: Colour
    gap: float


@dataclass(frozen=True, slots=True)
class Told:
    """A note in its place."""

    box: Box
    lines: tuple[Line, ...]


def told(spot: Spot, room: Room, chapter: int, shown: Iterable[Placed] = ()) -> Told:
    """The note on the figures of `spot`, beside them, where it hides the least of what is shown."""
    boxes = tuple(box for part in shown for box in _weighed(part, room)) if not spot.ground else ()
    free = _free(room)
    best: tuple[float, Told] | None = None
    for share, ems in _SIZES:
        lines = tuple(_lines(spot.quantities, room, chapter, share, ems))
        places = _places(spot, lines, free)
        box = min(places, key=lambda place: _costs(place, spot.box, boxes))
        lost = shared(box, spot.box) + max(0.0, box.bottom - free.bottom)
        if best is None or lost < best[0]:
            best = lost, Told(box, lines)
        if lost == 0.0:
            break
    assert best is not None
    return best[1]


def note_layers(note: Told, spot: Spot, room: Room, chapter: int) -> tuple[Layer, ...]:
    """The note as marks, and a line under what it tells of."""
    theme, centre = room.theme, note.box.centre
    lines = tuple(
        underline(f"line-{number}", each, theme.accent(chapter))
        for number, each in enumerate(spot.prints)
    )
    panel = Shape(
        "panel", rounded(note.box.width, note.box.height, ROUND), centre.x, centre.y,
        fill=theme.surface, stroke=theme.line.faded(0.5), width=2.0,
    )  # fmt: skip
    words: Marks = ()
    top = note.box.y + PADDING
    for number, line in enumerate(note.lines):
        top += line.gap
        labels = line.block.labels(f"line-{number}", note.box.x + PADDING, top, line.colour)
        words = (*words, *labels)
        top += line.block.height
    return (Layer("figure", lines), Layer("panel", (panel,)), Layer("words", words))


def figure_layers(
    spots: Iterable[Spot], room: Room, chapter: int, pressed: str
) -> tuple[Layer, ...]:
    """What shows that figures can be touched: dots under those in texts, a line under a finger."""
    accent = room.theme.accent(chapter)
    layers = []
    for spot in spots:
        marks = (
            [underline(f"line-{number}", each, accent) for number, each in enumerate(spot.prints)]
            if spot.key == pressed
            else [_dots(f"dots-{n}", p) for n, p in enumerate(spot.prints) if p.is_in_text]
        )
        layers += [Layer(spot.key, tuple(marks))] if marks else []
    return tuple(layers)


def underline(key: str, figure: Print, accent: Colour) -> Shape:
    """The line under a figure that is told of."""
    box = figure.box
    return Shape(key, level(box.width), box.x, box.bottom + BELOW, stroke=accent, width=THICK)


def _dots(key: str, figure: Print) -> Shape:
    """Dots under a figure in a text, from its first character to its last."""
    box = figure.box
    count = max(2, round(box.width / DOT))
    step = (box.width - DOTS) / (count - 1)
    path = " ".join(f"M{number * step:.2f},0 h0.1" for number in range(count))
    x, y = box.x + DOTS / 2, box.bottom + BELOW
    return Shape(
        key, path, x, y, stroke=figure.colour, width=DOTS, round_ends=True, opacity=0.6
    )  # fmt: skip


def _lines(
    quantities: tuple[Quantity, ...], room: Room, chapter: int, share: float, ems: float
) -> Iterator[Line]:
    """The texts of the note; a source that several figures share stands once, behind the last.

    share: of their sizes; ems: of the value's size that a line may have.
    """
    setting, language = room.setting(chapter), room.language
    text, quiet = room.theme.text, room.theme.quiet
    value, about = setting.style("subtitle"), replace(setting.style("body"), line=1.4)
    small = setting.style("mark")
    room_wide = room.page.width - 2 * room.margin
    wide = min(ems * value.size * share, room_wide)
    smallest = setting.sight.smallest(is_large=setting.is_large and share == 1.0)

    def line(words: str, style: TextStyle, colour: Colour, gap: float) -> Iterator[Line]:
        if words:
            style = replace(style, size=max(style.size * share, smallest))
            block = set_text(
                Copy(_begun(words), style, 1.0, is_balanced=True), wide, math.inf, room.measure
            )
            yield Line(block, colour, gap)

    for place, quantity in enumerate(quantities):
        yield from line(sentence(quantity, language), value, text, _BETWEEN if place else 0.0)
        yield from line(quantity.about.in_language(language), about, text, 4.0)
        yield from line(quantity.period.in_language(language), small, quiet, 10.0)
        source = quantity.source.in_language(language)
        following = quantities[place + 1 : place + 2]
        if source and not (following and following[0].source == quantity.source):
            said = SOURCE.in_language(language).format(source=source)
            yield from line(said, small, quiet, 4.0 if place == 0 else 14.0)


def _height(lines: tuple[Line, ...]) -> float:
    """The height of a note of those lines."""
    return sum(line.gap + line.block.height for line in lines) + 2 * PADDING


def _begun(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def _free(room: Room) -> Box:
    """The part of the page that notes may stand on."""
    page, side = free_page(room), room.margin - PADDING
    return Box(side, EDGE, page.width - 2 * side, page.height - 2 * EDGE)


def _places(spot: Spot, lines: tuple[Line, ...], free: Box) -> Iterator[Box]:
    """Where a note of those lines may stand around a figure, the best place first."""
    figure = spot.box.grown(AWAY)
    width, height = max(line.block.width for line in lines) + 2 * PADDING, _height(lines)
    if spot.ground is not None:
        yield _along(figure, spot.ground, Size(width, height), free)
        return
    left = figure.x + AWAY - PADDING  # the texts of both stand above each other
    right = figure.right - AWAY + PADDING - width
    steps = range(math.floor(free.width / _STEP))
    across = (left, right, figure.right, figure.x - width, *(free.x + _STEP * n for n in steps))
    down = (
        figure.y - height, figure.bottom, figure.centre.y - height / 2,
        figure.y, figure.bottom - height,
    )  # fmt: skip
    yield from (_held(Box(x, y, width, height), free) for x in across for y in down)


def _along(figure: Box, ground: Ground, size: Size, free: Box) -> Box:
    """Where a note stands that goes along a line with a finger: it jumps no more than it must.

    That is beside the hairline, where the page is wider, and at that end of the ground where fewer
    lines are; at the other one where the value is there. Above a ground that it would fill.
    """
    is_left = figure.centre.x < free.centre.x
    x = figure.right if is_left else figure.x - size.width
    high = ground.top
    if size.height > _FILLS * (ground.foot - ground.top):
        high = ground.top - size.height - _OFF
    top = _held(Box(x, high, size.width, size.height), free)
    foot = _held(Box(x, ground.foot - size.height - _OFF, size.width, size.height), free)
    first, second = (foot, top) if ground.is_high and high == ground.top else (top, foot)
    return first if shared(first, figure) <= shared(second, figure) else second


def _held(box: Box, free: Box) -> Box:
    """`box` moved into `free`, as far as it has room there."""
    x = max(free.x, min(box.x, free.right - box.width))
    y = max(free.y, min(box.y, free.bottom - box.height))
    return Box(x, y, box.width, box.height)


def _weighed(part: Placed, room: Room) -> Iterator[tuple[float, Box]]:
    """Where the marks of a part lie, each box with how bad it is to hide it.

    Of very many drawings some stand for all, and they count as one.
    """
    marks = part.scene.full
    drawn = [mark for mark in marks if not isinstance(mark, Label | Figure | Picture)]
    some = drawn[:: math.ceil(len(drawn) / _MANY)] if drawn else []
    boxes = [box for mark in some for box in boxes_of(mark, room.measure)]
    whole = union(boxes)
    yield from ((1.0, box) for box in (boxes if len(boxes) <= _MANY else [whole]) if box)
    for mark in marks:
        if isinstance(mark, Label | Figure):
            yield _TEXT, text_box(mark, room.measure)
        elif isinstance(mark, Picture):
            yield _PICTURE, mark.box


def _costs(note: Box, figure: Box, shown: tuple[tuple[float, Box], ...]) -> tuple[float, float]:
    """How much the note hides of its own figure; then what else it hides, and how far it is."""
    hidden = sum(worth * shared(note, box) for worth, box in shown)
    dx = max(note.x - figure.right, figure.x - note.right, 0.0)
    dy = max(note.y - figure.bottom, figure.y - note.bottom, 0.0)
    return shared(note, figure), hidden + _FAR * max(0.0, math.hypot(dx, dy) - AWAY) ** 2
