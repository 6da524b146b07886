"""Annotations on a chart that has been drawn: bands behind its marks, lines and words over them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Bars, Points, Segments, column, fours
from kiosk.charts.annotations.extent import Extent, extent_of, is_point
from kiosk.charts.annotations.lines import pieces_of
from kiosk.charts.annotations.occupied import Occupied, occupied
from kiosk.charts.annotations.sight import Sight, sight_of, with_boxes
from kiosk.charts.annotations.words import Written, written
from kiosk.charts.drawing import fading, scene
from kiosk.charts.rows import unique_keys
from kiosk.geometry import Box
from kiosk.motion.blend import faded
from kiosk.motion.timeline import Timeline, Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.annotations.annotation import Annotation
    from kiosk.charts.annotations.ground import Ground, Plotted
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_MOST = 24  # annotations
_BAND = 0.22  # of the line colour's opacity
_DASH, _WIDTH = (7.0, 6.0), 2.5
_LEADER, _POINT = 2.0, 11.0  # its width, and across the dot at its point
_NEAR, _WITHIN = 32.0, 0.3  # from a bar's end to its value, and of the bar across, at most
_UNIT = 26.0  # from a number to its unit, at most
_HAIR = 2.0  # around a line
_EARLY_S, _STEP_S, _FADE_S = 0.2, 0.15, 0.5


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation in its place. words: None where there is no room for them.

    is_bare: whether nothing of the chart stands at the point that it notes. opacity, words_opacity:
    of what is drawn, and of its words with what leads there.
    """

    of: Annotation
    key: str
    extent: Extent
    words: Written | None
    is_bare: bool
    opacity: float = 1.0
    words_opacity: float = 1.0


def annotated(plotted: Plotted, annotations: Sequence[Annotation], setting: Setting) -> Scene:
    """The scene with the annotations, which fade in once its marks have come on.

    Where there is no room for all words, those written first have it.
    """
    ground, full = plotted.ground, plotted.scene.full
    if ground is None or not annotations:
        return plotted.scene
    sight = sight_of(full, setting)
    notes = _placed(annotations[:_MOST], ground, sight, setting)
    return with_notes(plotted.scene, notes, sight.texts, sight.bars, setting)


def notes_on(
    plotted: Plotted, annotations: Sequence[Annotation], setting: Setting
) -> tuple[Note, ...]:
    """The annotations in their places on a chart."""
    if plotted.ground is None or not annotations:
        return ()
    sight = sight_of(plotted.scene.full, setting)
    return tuple(_placed(annotations[:_MOST], plotted.ground, sight, setting))


def with_notes(
    chart: Scene, notes: Sequence[Note], texts: Sequence[Box], bars: Sequence[tuple[Box, Colour]],
    setting: Setting,
) -> Scene:  # fmt: skip
    """The scene with annotations in their places. texts, bars: what stands on the chart."""
    shown = [note.words for note in notes if note.words_opacity > 0.0]
    words = [*texts, *(one.spot.box for one in shown if one is not None)]
    starts_s = max(0.0, chart.entry_s - _EARLY_S)
    timings = [Timing(starts_s + _STEP_S * at, _FADE_S) for at in range(len(notes))]
    behind = [fading(_behind(note, setting), at) for note, at in zip(notes, timings, strict=True)]
    before = [
        fading((*_lines(note, words, bars, setting), *_said(note, setting)), at)
        for note, at in zip(notes, timings, strict=True)
    ]
    return _with(chart, scene(behind), scene(before))


def _with(chart: Scene, behind: Scene, before: Scene) -> Scene:
    """The chart with what lies behind it and before it."""
    by_key = {**chart.timeline.by_key, **behind.timeline.by_key, **before.timeline.by_key}
    timeline = Timeline(chart.timeline.default, by_key)
    return replace(chart, full=(*behind.full, *chart.full, *before.full), timeline=timeline)


def _placed(
    annotations: Sequence[Annotation], ground: Ground, sight: Sight, setting: Setting
) -> list[Note]:
    """Those that have a place on the ground, a note only with words."""
    keys = unique_keys([each.key for each in annotations])
    found = [
        (key, each, extent)
        for key, each in zip(keys, annotations, strict=True)
        if (extent := extent_of(each, ground)) is not None
    ]
    anchors = [_anchored(extent, sight) for _, _, extent in found]
    texts = [each.text for _, each, _ in found]
    spots = written(texts, anchors, _room(anchors, ground, sight), sight.texts, setting)
    return [
        Note(each, key, extent, words, is_bare=anchor.box == extent.box and is_point(extent.box))
        for (key, each, extent), anchor, words in zip(found, anchors, spots, strict=True)
        if words is not None or extent.form != "note"
    ]


def _anchored(extent: Extent, sight: Sight) -> Extent:
    """A note with what already stands at its point: a dot, or the value at a bar's end."""
    if extent.form != "note":
        return extent
    box, point = extent.box, extent.box.centre
    around = [dot for dot in sight.dots if dot.holds(point)]
    if not is_point(box):
        inner = _WITHIN * max(box.width, box.height)
        near = Box(point.x - inner, point.y - _NEAR, 2 * inner, 2 * _NEAR)
        if box.height > 0.0:
            near = Box(point.x - _NEAR, point.y - inner, 2 * _NEAR, 2 * inner)
        around += [text for text in sight.texts if text.meets(near)]
    for one in around:
        box = box.joined(one)
    for one in sight.texts if extent.is_beside and around else ():  # a unit after its number
        if one.meets(Box(box.x, box.y, box.width + _UNIT, box.height)):
            box = box.joined(one)
    return replace(extent, box=box)


def _room(extents: Sequence[Extent], ground: Ground, sight: Sight) -> Occupied:
    """What is free for words: not where marks are, and better not on a line of the others."""
    firm, light = [*sight.texts], list[Box]()
    for extent in extents:
        if extent.form == "note":
            firm.append(extent.box.grown(_HAIR))
        elif extent.form != "band":
            light.append(extent.box.grown(_HAIR))
    return occupied(ground.free, with_boxes(sight.firm, firm), with_boxes(sight.light, light))


def _behind(note: Note, setting: Setting) -> Marks:
    """The band behind the marks."""
    if note.extent.form != "band":
        return ()
    box, key = note.extent.box, f"annotation/{note.key}"
    fill = setting.theme.line.faded(_BAND)
    boxes = fours([(box.x, box.y, box.width, box.height)])
    return (Bars(f"{key}/band", (key,), boxes, fours([fill]), column([1.0]), radius=0.0),)


def _lines(
    note: Note, words: Sequence[Box], bars: Sequence[tuple[Box, Colour]], setting: Setting
) -> Marks:
    """The line across the chart, or the one that leads to the words and the dot at its point."""
    if note.extent.form == "band":
        return ()
    if note.extent.form == "note":
        return _leader(note, setting)
    key = f"annotation/{note.key}/line"
    pieces = pieces_of(note.extent, words, bars, setting)
    rows = tuple(f"{key}/{number}" for number in range(len(pieces)))
    ends, inks = fours(one.ends for one in pieces), fours(one.colour for one in pieces)
    if not pieces:
        return ()
    return _at(note.opacity, (Segments(key, rows, ends, inks, _WIDTH, _DASH),))


def _at(opacity: float, marks: Marks) -> Marks:
    """The marks as far as they are there; nothing where that is not at all."""
    return tuple(faded(mark, opacity) for mark in marks) if opacity > 0.0 else ()


def _leader(note: Note, setting: Setting) -> Marks:
    """What leads from the point to the words, and the dot where nothing else is there."""
    key, at = f"annotation/{note.key}", note.extent.box.centre
    marks: list[Points | Segments] = []
    if note.is_bare:
        place = fours([(at.x, at.y, _POINT, 0.0)])[:, :3]
        marks.append(Points(f"{key}/point", (f"{key}/at",), place, fours([setting.theme.text])))
    if note.words is not None and note.words.spot.leader is not None:
        ends, ink = fours([note.words.spot.leader]), fours([setting.theme.quiet])
        marks.append(Segments(f"{key}/leader", (f"{key}/lead",), ends, ink, _LEADER))
    return _at(note.words_opacity, tuple(marks))


def _said(note: Note, setting: Setting) -> Marks:
    """The words."""
    if note.words is None:
        return ()
    block, spot = note.words.block, note.words.spot
    shares = {"left": 0.0, "centre": 0.5, "right": 1.0}
    x = spot.box.x + shares[spot.align] * spot.box.width
    key = f"annotation/{note.key}/words"
    labels = block.labels(key, x, spot.box.y, setting.theme.quiet, spot.align)
    return _at(note.words_opacity, labels)
