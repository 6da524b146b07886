"""The words of annotations in the best places that are free, none over another."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.spots import PAD, spots_of
from kiosk.geometry import Box, Size
from kiosk.typesetting.paragraphs import Copy, measured
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.charts.annotations.extent import Extent
    from kiosk.charts.annotations.occupied import Occupied
    from kiosk.charts.annotations.spots import Spot
    from kiosk.data.text import Text
    from kiosk.typesetting.blocks import TextBlock
    from kiosk.typesetting.paragraphs import MeasuredCopy
    from kiosk.typesetting.setting import Setting

_LINE = 1.25  # from one line to the next, in em
_LINES = 4  # of the words, at most
_WIDEST = 0.5  # of the chart, what words take in one line
_UNEVEN = 1.15  # lines are so much longer than if all were alike
_ENDLESS = 1e6
_AIR, _TEXT_AIR = 5.0, 9.0  # around words, to marks and to other words, logical units
_SMALLER, _LONGER = 0.6, 0.15  # against smaller type, and against each further line
_FAINT, _THIN = 0.5, 5.0  # against a place with what words had better not lie on, if only a line
_ACROSS = 0.25  # against the line of another
_LINED = frozenset({"level", "upright"})
_BEAD = 6.0  # along a leader


@dataclass(frozen=True, slots=True)
class Written:
    """Words in their place."""

    block: TextBlock
    spot: Spot


def written(
    texts: Sequence[Text], extents: Sequence[Extent], ground: Occupied, words: Sequence[Box],
    setting: Setting,
) -> list[Written | None]:  # fmt: skip
    """Where the words of each stand, the first ones first; None where there is no room for them.

    words: what is written already, over which nothing leads.
    """
    taken = [*words]
    found: list[Written | None] = []
    for text, extent in zip(texts, extents, strict=True):
        lines = [one.box for one in extents if one.form in _LINED and one is not extent]
        best = _best(text, extent, ground, (taken, lines), setting)
        if best is not None:
            taken.append(best.spot.box)
        found.append(best)
    return found


def _best(
    text: Text, extent: Extent, ground: Occupied, others: tuple[Sequence[Box], Sequence[Box]],
    setting: Setting,
) -> Written | None:  # fmt: skip
    """The place that least speaks against. others: the words and the lines that there are."""
    taken, lines = others
    best: Written | None = None
    least = math.inf
    for block, against in _blocks(text, extent, ground.box.width, setting):
        size = Size(block.width, block.height)
        for spot in spots_of(extent, size):
            cost = against + spot.against
            if cost >= least or not _is_free(spot, ground, taken):
                continue
            cost += _FAINT * min(1.0, _THIN * ground.faintness(spot.box))
            cost += _ACROSS * any(spot.box.grown(1.0).meets(line) for line in lines)
            if cost < least:
                best, least = Written(block, spot), cost
    return best


def _is_free(spot: Spot, ground: Occupied, taken: Sequence[Box]) -> bool:
    """Whether words may stand there."""
    around = spot.box.grown(_TEXT_AIR)
    return (
        ground.is_free(spot.box, _AIR)
        and not any(around.meets(one) for one in taken)
        and not any(_holds(one, spot) for one in taken)
    )


def _holds(box: Box, spot: Spot) -> bool:
    """Whether what leads to the words passes through the box."""
    if spot.leader is None:
        return False
    x1, y1, x2, y2 = spot.leader
    steps = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / _BEAD))
    return any(
        box.x < x1 + (x2 - x1) * step / steps < box.right
        and box.y < y1 + (y2 - y1) * step / steps < box.bottom
        for step in range(steps + 1)
    )


def _blocks(
    text: Text, extent: Extent, width: float, setting: Setting
) -> Iterator[tuple[TextBlock, float]]:
    """The words in one line and in more, as large as names below a plane and as small as can be.

    With what speaks against each. width: of the chart.
    """
    words = text.words(setting.language)
    if not words.text.strip():
        return
    style = replace(setting.style("mark"), line=_LINE)
    least = min(style.size, setting.smallest)
    sizes = dict.fromkeys(((style.size, 0.0), (least, _SMALLER if least < style.size else 0.0)))
    rooms = [_WIDEST * width]
    if extent.form == "band" and extent.box.width - 2 * PAD < rooms[0]:
        rooms.append(extent.box.width - 2 * PAD)
    for size, smaller in sizes:
        copy = Copy(
            words.text, replace(style, size=size), smallest=size, is_balanced=True,
            emphasis=words.emphasis, accent=setting.theme.text,
        )  # fmt: skip
        for block in _broken(measured(copy, setting.measure), rooms, size):
            yield block, smaller + _LONGER * (len(block.rows) - 1)


def _broken(copy: MeasuredCopy, rooms: Sequence[float], size: float) -> list[TextBlock]:
    """The words in one line up to a few, no wider than the rooms; each way once."""
    whole = copy.block(1.0, _ENDLESS).width
    widths = [whole + 1.0, *(_UNEVEN * whole / lines for lines in range(2, _LINES + 1)), *rooms]
    found: dict[tuple[str, ...], TextBlock] = {}
    for width in widths:
        block = copy.block(1.0, max(min(width, rooms[0]), size))
        if block.is_whole and len(block.rows) <= _LINES:
            found.setdefault(block.lines, block)
    return [*found.values()]
