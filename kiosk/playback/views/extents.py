"""Where marks lie on the page, so that what is added to a slide keeps clear of them."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import bounds
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Picture, Shape, Wash, figure_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.marks import Mark, Marks
    from kiosk.typesetting.setting import Measure

_ASCENT, _DESCENT = 0.88, 0.24  # of a line of text above and below its baseline, in em
_HIGH, _DEEP = 0.8, 0.12  # of its figures
_SIDES = {"left": 0.0, "centre": 0.5, "right": 1.0}  # where a line is held, in widths
_MOST_ROWS = 400  # of a batch whose rows are looked at one by one
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def boxes_of(mark: Mark, measure: Measure) -> tuple[Box, ...]:
    """The boxes that a mark lies in: one, or one for each row of a batch; a wash lies nowhere."""
    match mark:
        case Label() | Figure():
            return (text_box(mark, measure),)
        case Picture():
            return (mark.box,)
        case Shape():
            box = _shape_box(mark)
            return () if box is None else (box,)
        case Wash():
            return ()
        case _:
            rows = bounds(mark).tolist()
            return _few([Box(x, y, right - x, bottom - y) for x, y, right, bottom in rows])


def union(boxes: Iterable[Box]) -> Box | None:
    """The least box around `boxes`; None around none."""
    every = list(boxes)
    if not every:
        return None
    x, y = min(box.x for box in every), min(box.y for box in every)
    right, bottom = max(box.right for box in every), max(box.bottom for box in every)
    return Box(x, y, right - x, bottom - y)


def common(one: Box, other: Box) -> Box | None:
    """The part that both boxes have; None where they have none."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(x, y, right - x, bottom - y) if right > x and bottom > y else None


def shared(one: Box, other: Box) -> float:
    """The area of the part that both boxes have."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0.0 and height > 0.0 else 0.0


def text_box(mark: Label | Figure, measure: Measure) -> Box:
    """The box of a line of text, from its ascenders to its descenders."""
    text = mark.text if isinstance(mark, Label) else figure_text(mark)
    width = measure.advance(text, mark.style)
    x = mark.x - _SIDES[mark.align] * width
    size = mark.style.size
    return Box(x, mark.y - _ASCENT * size, width, (_ASCENT + _DESCENT) * size)


def figure_box(mark: Label | Figure, measure: Measure) -> Box:
    """The same as far as figures and Chinese characters go."""
    box, size = text_box(mark, measure), mark.style.size
    return Box(box.x, mark.y - _HIGH * size, box.width, (_HIGH + _DEEP) * size)


def held_alike(old: Marks, new: Marks, measure: Measure) -> Marks:
    """The old marks; lines of text that `new` has too are held by the same side as there."""
    after = {mark.key: mark for mark in new}
    return tuple(_held_as(mark, after.get(mark.key), measure) for mark in old)


def _held_as(mark: Mark, new: Mark | None, measure: Measure) -> Mark:
    """`mark` where it is, held by the same side as `new` if both are lines of text."""
    if not (isinstance(mark, Label | Figure) and isinstance(new, Label | Figure)):
        return mark
    if mark.align == new.align:
        return mark
    box = text_box(mark, measure)
    return replace(mark, x=box.x + _SIDES[new.align] * box.width, align=new.align)


def _few(rows: list[Box]) -> tuple[Box, ...]:
    """The boxes of a batch, or where they are very many the one around them."""
    if len(rows) <= _MOST_ROWS:
        return tuple(rows)
    whole = union(rows)
    return () if whole is None else (whole,)


def _shape_box(shape: Shape) -> Box | None:
    """The box around an outline and its handles, with its stroke; as it is when fully drawn."""
    points = _points(shape.path)
    if not points:
        return None
    turn = math.radians(shape.rotation)
    cos, sin = math.cos(turn) * shape.scale, math.sin(turn) * shape.scale
    placed = [(shape.x + x * cos - y * sin, shape.y + x * sin + y * cos) for x, y in points]
    return _spanned(placed).grown(shape.width / 2 if shape.stroke is not None else 0.0)


def _spanned(points: Iterable[tuple[float, float]]) -> Box:
    """The box around points, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _points(path: str) -> list[tuple[float, float]]:
    """The points and handles of an outline; of an arc, its ends."""
    points: list[tuple[float, float]] = []
    at = start = (0.0, 0.0)
    for letter, text in _COMMAND.findall(path):
        kind = letter.upper()
        if kind == "Z":
            at = start
            continue
        numbers = [float(number) for number in _NUMBER.findall(text)]
        takes = _TAKES[kind]
        for first in range(0, len(numbers) - takes + 1, takes):
            origin = at if letter.islower() else (0.0, 0.0)
            new = _command(kind, numbers[first : first + takes], origin, at)
            points += new
            at = new[-1]
            if kind == "M" and first == 0:
                start = at
    return points


def _command(
    kind: str, numbers: list[float], origin: tuple[float, float], at: tuple[float, float]
) -> list[tuple[float, float]]:
    """The points of one command, the last one being where it ends."""
    x, y = origin
    if kind == "H":
        return [(x + numbers[0], at[1])]
    if kind == "V":
        return [(at[0], y + numbers[0])]
    pairs = numbers[5:] if kind == "A" else numbers
    return [(x + a, y + b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)]
