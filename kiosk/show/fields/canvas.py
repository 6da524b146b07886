"""Places of their own for elements: `canvas: 1920 x 1080`, `at: [x, y, width, height]`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from kiosk.options import At, PortraitAt
from kiosk.phrases import phrase, quoted, write
from kiosk.show.fields.bind import UNFIT, Binder, Converter
from kiosk.show.fields.values import number
from kiosk.show.yaml.nodes import Node, Scalar, Sequence
from kiosk.values import dataclass

_SIZES = re.compile(r"\s*([0-9]{1,6})\s*[x×*]\s*([0-9]{1,6})\s*", re.IGNORECASE)
_LEAST, _MOST = 100, 20000  # units of a side
_SMALLEST = 96 / 1080  # of the canvas's shorter side; in less, not even one figure can be read
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Canvas:
    """A wide page in units that places are written in; a tall page has the two sides swapped."""

    width: int = 1920
    height: int = 1080


def canvas(node: Node, binder: Binder) -> object:
    """`1920 x 1080`."""
    text = node.text if isinstance(node, Scalar) else ""
    sizes = _SIZES.fullmatch(text)
    if isinstance(node, Sequence) and len(node.items) == 2:
        sizes = _SIZES.fullmatch(
            " x ".join(item.text if isinstance(item, Scalar) else "" for item in node.items)
        )
    if sizes is None or "*" in text or isinstance(node, Sequence):
        hint = write("1920 x 1080" if sizes is None else f"{sizes[1]} x {sizes[2]}")
        return binder.expected(node, phrase("a width and a height"), hint)
    width, height = int(sizes[1]), int(sizes[2])
    hint = phrase("write sides from {least} to {most}", least=_LEAST, most=_MOST)
    if height > width:
        hint = write(f"{height} x {width}")
    if height > width or height < _LEAST or width > _MOST:
        what = phrase("{found} is out of range", found=quoted(text.strip()))
        if height > width:
            what = phrase("'{word}' is a tall canvas; it is that of a wide page", word=text.strip())
        binder.findings.error(node, "out-of-range", what, hint)
        return UNFIT
    return Canvas(width, height)


def places_on(wide: Canvas) -> Mapping[object, Converter]:
    """What reads places in units of that canvas."""
    tall = Canvas(wide.height, wide.width)

    def landscape(node: Node, binder: Binder) -> object:
        return _place(node, wide, binder)

    def portrait(node: Node, binder: Binder) -> object:
        return _place(node, tall, binder)

    return {At: landscape, PortraitAt: portrait}


def _place(node: Node, page: Canvas, binder: Binder) -> object:
    """A place that lies on the page and is not too small to see anything in."""
    if not isinstance(node, Sequence) or len(node.items) != 4:
        hint = phrase("write [x, y, width, height]")
        return binder.expected(node, phrase("a list of {count} values", count=4), hint)
    values = [number(item, binder) for item in node.items]
    sides = [value for value in values if isinstance(value, float)]
    if len(sides) < len(values):
        return UNFIT
    x, y, width, height = sides
    least = math.ceil(_SMALLEST * min(page.width, page.height))
    if min(width, height) < least:
        what = phrase("the place is too small to see anything in it")
        hint = phrase("make it {least} wide and high at least", least=least)
        binder.findings.error(node, "out-of-range", what, hint)
        return UNFIT
    found = At(x / page.width, y / page.height, width / page.width, height / page.height)
    if min(x, y) < 0 or max(found.x + found.width, found.y + found.height) > 1 + _ROUNDING:
        what = phrase("the place lies beyond the canvas")
        hint = phrase(
            "keep x and x + width from 0 to {width}, y and y + height from 0 to {height}",
            width=page.width,
            height=page.height,
        )
        binder.findings.error(node, "out-of-range", what, hint)
        return UNFIT
    return found
