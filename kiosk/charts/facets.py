"""Small multiples: one chart for each name of a column, all of one scale."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES
from kiosk.charts.base import Chart
from kiosk.charts.labels import fitted
from kiosk.charts.rows import in_key
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.reading import Reading
    from kiosk.data.table import Table
    from kiosk.data.text import Text
    from kiosk.marks import Mark
    from kiosk.typesetting.setting import Setting

_ASPECT = 1.7  # width by height that a small chart should have
_GAPS = (56.0, 40.0)  # across and down, logical units
_MOST_GAPS = 0.25  # of the box, at most
_NAME = 1.5  # em, from the top of a name to the chart below it
_BASELINE = 0.9  # em
_STEP_S = 0.15  # from one chart's start to the next one's
_NAME_S = 0.4
_MOST = 24  # charts


def faceted(chart: Chart) -> Chart:
    """The chart, or small ones of it where it has a column to part its rows by."""
    if not chart.facet:
        return chart
    return Facets(
        id=chart.id, goto=chart.goto, at=chart.at, at_portrait=chart.at_portrait,
        data=chart.data, facet=chart.facet, enter=chart.enter, of=chart,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Facets(Chart):
    """Small charts in a grid, in the order of their names in the data. of: what each of them is.

    A chart that has a scale takes it from all rows (`Table.whole`).
    """

    of: Chart

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The charts, which begin one after another."""
        parts = self._parts()
        if not parts:
            return self._one(self.data).grown(box, setting)
        full: list[Mark] = []
        empty: list[Mark] = []
        timings: dict[str, Timing] = {}
        cells = grid_in(box, len(parts))
        for place, ((name, rows), cell) in enumerate(zip(parts, cells, strict=True)):
            label, room = _named(name, cell, setting)
            scene = self._one(rows).grown(room, setting)
            suffix, starts_s = f"·{in_key(name)}", _STEP_S * place
            full += [*label, *(_called(mark, suffix) for mark in scene.full)]
            empty += [_called(mark, suffix) for mark in scene.empty]
            timings |= {mark.key: Timing(starts_s, _NAME_S) for mark in label}
            timings |= _later(scene, suffix, starts_s)
        return Scene(tuple(full), tuple(empty), Timeline(by_key=timings))

    def readings(self) -> Mapping[str, Reading]:
        """What each small chart tells."""
        return {
            f"{key}·{in_key(name)}": reading
            for name, rows in self._parts()
            for key, reading in self._one(rows).readings().items()
        }

    def _parts(self) -> tuple[tuple[Text, Table], ...]:
        """The names and rows of the charts, each name once."""
        parts = self.data.parts(self.facet or "")[:_MOST]
        keys = [in_key(name) for name, _ in parts]
        return tuple(part for part, key in zip(parts, keys, strict=True) if keys.count(key) == 1)

    def _one(self, rows: Table) -> Chart:
        """One of the charts."""
        return replace(self.of, data=rows)


def grid_in(box: Box, count: int) -> tuple[Box, ...]:
    """The places of so many charts, whose shape is as near to a good one as can be."""

    def shape(columns: int) -> tuple[float, float]:
        rows = math.ceil(count / columns)
        gaps = (
            min(_GAPS[0], _MOST_GAPS * box.width / max(1, columns - 1)),
            min(_GAPS[1], _MOST_GAPS * box.height / max(1, rows - 1)),
        )
        wide = (box.width - gaps[0] * (columns - 1)) / columns
        high = (box.height - gaps[1] * (rows - 1)) / rows
        return wide, high

    def badness(columns: int) -> float:
        wide, high = shape(columns)
        empty = columns * math.ceil(count / columns) - count
        return abs(math.log(max(wide, 1e-9) / max(high, 1e-9) / _ASPECT)) + empty / columns

    columns = min(range(1, count + 1), key=badness)
    wide, high = shape(columns)
    rows = math.ceil(count / columns)
    across = (box.width - wide) / max(1, columns - 1)
    down = (box.height - high) / max(1, rows - 1)
    return tuple(
        Box(box.x + at % columns * across, box.y + at // columns * down, wide, high)
        for at in range(count)
    )


def _named(name: Text, cell: Box, setting: Setting) -> tuple[tuple[Label, ...], Box]:
    """The name of a chart above it, if it has room, and the chart's place."""
    style = setting.style("mark")
    lines, style = fitted(name.in_language(setting.language), style, cell.width, setting)
    down = _NAME * style.size
    if not lines or down > cell.height / 3:
        return (), cell
    key = f"facet/{in_key(name)}"
    label = Label(key, lines[0], cell.x, cell.y + _BASELINE * style.size, style, setting.theme.text)
    return (label,), Box(cell.x, cell.y + down, cell.width, cell.height - down)


def _called(mark: Mark, suffix: str) -> Mark:
    """The mark and its rows with `suffix` behind their keys."""
    if isinstance(mark, BATCHES):
        keys = tuple(f"{key}{suffix}" for key in mark.keys)
        return replace(mark, key=f"{mark.key}{suffix}", keys=keys)
    return replace(mark, key=f"{mark.key}{suffix}")


def _later(scene: Scene, suffix: str, by_s: float) -> dict[str, Timing]:
    """The timings of all marks of a scene that starts later."""
    keys = dict.fromkeys(scene.timeline.by_key)
    for mark in (*scene.full, *scene.empty):
        keys |= dict.fromkeys(mark.keys if isinstance(mark, BATCHES) else (mark.key,))
    timings = {key: scene.timeline.by_key.get(key, scene.timeline.default) for key in keys}
    return {
        f"{key}{suffix}": replace(timing, delay_s=timing.delay_s + by_s)
        for key, timing in timings.items()
    }
