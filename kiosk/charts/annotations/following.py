"""Annotations that go along with a chart which a visitor moves.

Where words stand is decided once, on the whole chart: a search in each frame would let them hop.
In a stretch of it they keep their place beside what they belong to, and fade where they have none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.drawing import Note, with_notes
from kiosk.charts.annotations.extent import extent_of
from kiosk.charts.annotations.sight import texts_of
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.charts.annotations.extent import Extent
    from kiosk.charts.annotations.ground import Ground, Plotted
    from kiosk.charts.annotations.spots import Spot
    from kiosk.charts.annotations.words import Written
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_BEYOND = 12.0  # logical units beyond a side, on the way to which all fades
_APART = 9.0  # between words that stand: nearer ones fade
_SLACK = 0.5  # logical units that are not seen


@dataclass(frozen=True, slots=True)
class _Held:
    """A place for words that is taken. much: how much so, 0 to 1; more than is seen of them."""

    box: Box
    much: float


def following(plotted: Plotted, notes: Sequence[Note], setting: Setting) -> Scene:
    """A stretch of a chart with the annotations that stand on the whole. notes: those there."""
    ground = plotted.ground
    if ground is None or not notes:
        return plotted.scene
    texts = texts_of(plotted.scene.full, setting)
    held = [_Held(box, 1.0) for box in texts]
    moved: list[Note] = []
    for note in notes:
        extent = extent_of(note.of, _widened(ground, note))
        if extent is None or extent.form != note.extent.form:
            continue
        found, takes = _moved(note, extent, ground, held)
        moved.append(found)
        held += takes
    return with_notes(plotted.scene, moved, texts, (), setting)


def _widened(ground: Ground, note: Note) -> Ground:
    """The ground as far as something that stands at one place may leave it."""
    if len(note.of.x) != 1:
        return ground
    room = ground.room
    wide = Box(room.x - _BEYOND, room.y, room.width + 2 * _BEYOND, room.height)
    return replace(ground, room=wide)


def _moved(
    note: Note, extent: Extent, ground: Ground, held: Iterable[_Held]
) -> tuple[Note, list[_Held]]:
    """The note at that extent, and the places that its words hold."""
    there = _inside(extent.box, ground.room) if len(note.of.x) == 1 else 1.0
    if note.words is None:
        return replace(note, extent=extent, opacity=_seen(there)), []
    words = _moved_words(note.words, note.extent.box, extent.box)
    box = words.spot.box
    free = min(_inside(box, ground.free), there, *(_free_of(box, one) for one in held), 1.0)
    if note.extent.form == "band" and _is_across(note.words.spot.box, note.extent.box):
        free = min(free, _inside(box, extent.box))
    is_shown = replace(
        note, extent=extent, words=words, opacity=_seen(there), words_opacity=_seen(free)
    )
    return is_shown, [_Held(box, min(1.0, max(0.0, 2 * free)))]


def _moved_words(words: Written, before: Box, now: Box) -> Written:
    """The words as far from where they are held as they were on the whole chart."""
    spot = words.spot
    dx = _hold(spot, before, now) - _hold(spot, before, before)
    leader = spot.leader
    if leader is not None:
        x1, y1, x2, y2 = leader
        leader = x1 + dx, y1, x2 + dx, y2
    return replace(words, spot=replace(spot, box=spot.box.moved(dx, 0.0), leader=leader))


def _hold(spot: Spot, before: Box, now: Box) -> float:
    """The x in the box `now` that the words go along with: its nearer side, or its middle."""
    if spot.box.x >= before.right:
        return now.right
    if spot.box.right <= before.x:
        return now.x
    return {"left": now.x, "centre": now.centre.x, "right": now.right}[spot.align]


def _is_across(words: Box, band: Box) -> bool:
    """Whether words lie between the left and the right side of a band."""
    return words.x >= band.x - _SLACK and words.right <= band.right + _SLACK


def _inside(box: Box, room: Box) -> float:
    """How far it lies between the left and the right side of the room: 1 inside, 0 far beyond."""
    least = min(box.x - room.x, room.right - box.right) + _SLACK
    return 1.0 + min(0.0, least) / _BEYOND


def _free_of(box: Box, other: _Held) -> float:
    """How far it is from a place that is taken: 1 where that is far enough, 0 upon it."""
    across = max(other.box.x - box.right, box.x - other.box.right)
    down = max(other.box.y - box.bottom, box.y - other.box.bottom)
    share = min(1.0, max(0.0, (max(across, down) + _SLACK) / _APART))
    return 1.0 - other.much * (1.0 - share)


def _seen(free: float) -> float:
    """How much is seen of what lies so free.

    All of it is gone at one half; in the other half what was behind it comes.
    """
    return min(1.0, max(0.0, 2 * free - 1.0))
