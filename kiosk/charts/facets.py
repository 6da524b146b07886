"""Small multiples: one chart for each name of a column, all of one scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import BATCHES
from kiosk.charts.base import Chart
from kiosk.charts.legend import NO_LEGEND
from kiosk.charts.panels import panels_in
from kiosk.charts.rows import in_key, unique_keys
from kiosk.data.table import name_in
from kiosk.geometry import Box
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.legend import Legend
    from kiosk.charts.panels import Panel
    from kiosk.charts.reading import Course, Reading
    from kiosk.data.table import Table
    from kiosk.data.text import Text
    from kiosk.marks import Mark, Marks
    from kiosk.typesetting.setting import Setting

_STEP_S, _LAST_S = 0.15, 1.5  # from one chart's start to the next one's; to the last one's at most
_NAME_S = 0.4
_MOST = 24  # charts
_UNDER_LEGEND = 24.0  # logical units


def faceted(chart: Chart) -> Chart:
    """The chart, or small ones of it where it has a column to part its rows by."""
    if not chart.facet:
        return chart
    return Facets(
        id=chart.id, goto=chart.goto, at=chart.at, at_portrait=chart.at_portrait,
        data=chart.data, facet=chart.facet, enter=chart.enter, of=chart,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of one chart. key: unique, from its name."""

    key: str
    name: Text
    rows: Table


@dataclass(frozen=True, kw_only=True)
class Facets(Chart):
    """Small charts in a grid, in the order of their names in the data. of: what each of them is.

    They have one legend together. A chart that has a scale takes it from all rows
    (`Table.whole`), and so does one that tells names apart by colour.
    """

    of: Chart

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The charts, which begin one after another."""
        parts = self._parts()
        if not parts:
            return self._one(self.data).grown(box, setting)
        legend, panels = self.panels(box, setting)
        fixed: list[Mark] = [*legend.marks]
        timings = {mark.key: Timing(0.0, _NAME_S) for mark in legend.marks}
        scenes: dict[str, Scene] = {}
        step = min(_STEP_S, _LAST_S / len(parts))
        for place, part in enumerate(parts):
            panel = panels[part.key]
            fixed += panel.name
            timings |= {mark.key: Timing(step * place, _NAME_S) for mark in panel.name}
            suffix = f"·{part.key}"
            scene = scenes[suffix] = self._one(part.rows).grown(panel.room, setting)
            timings |= _later(scene, suffix, step * place)
        plays = Together(tuple(fixed), scenes)
        empty = (_called(mark, suffix) for suffix, one in scenes.items() for mark in one.empty)
        full = plays.at(plays.duration_s)
        play = plays if plays.duration_s else None
        return Scene(full, tuple(empty), Timeline(by_key=timings), play=play)

    def panels(self, box: Box, setting: Setting) -> tuple[Legend, dict[str, Panel]]:
        """The legend of all charts at the top of `box`, and their places below, by their keys."""
        parts = self._parts()
        legend = self._one(parts[0].rows).legend(box, setting) if parts else NO_LEGEND
        gone = legend.height + min(_UNDER_LEGEND, box.height / 20) if legend.marks else 0.0
        below = Box(box.x, box.y + gone, box.width, box.height - gone)
        keys = [part.key for part in parts]
        names = [part.name.in_language(setting.language) for part in parts]
        found = panels_in(below, keys, names, setting, self.of.small_shape) if parts else ()
        return legend, dict(zip(keys, found, strict=True))

    def readings(self) -> Mapping[str, Reading]:
        """What each small chart tells."""
        return {
            f"{key}·{part.key}": replace(reading, panel=part.name)
            for part in self._parts()
            for key, reading in self._one(part.rows).readings().items()
        }

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values along the lines of each small chart, which stands on its own ground."""
        return {
            f"{key}·{part.key}": course.within(part.name, f"·{part.key}")
            for part in self._parts()
            for key, course in self._one(part.rows).courses(language).items()
        }

    def _parts(self) -> tuple[_Part, ...]:
        """The names and rows of the charts."""
        parts = self._shown().parts(self.facet or "")
        keys = unique_keys([in_key(name) for name, _ in parts])
        return tuple(_Part(key, *part) for key, part in zip(keys, parts, strict=True))

    def _shown(self) -> Table:
        """The rows of all charts that there are: no others have a say in their scale."""
        column, rows = self.facet or "", self._one(self.data).seen()
        if column not in rows.columns:
            return rows
        names = [name_in(cell) for cell in rows.column(column)]
        kept = {*list(dict.fromkeys(name for name in names if name.versions))[:_MOST]}
        return rows.rows_at(tuple(row for row, name in enumerate(names) if name in kept))

    @property
    def goes_on(self) -> bool:
        """Whether they do."""
        return self.of.goes_on

    def _one(self, rows: Table) -> Chart:
        """One of the charts."""
        return replace(self.of, data=rows)


@dataclass(frozen=True, slots=True)
class Together:
    """Scenes that play at once, such as races. fixed: what never moves.

    scenes: by what stands behind the keys of their marks.
    """

    fixed: Marks
    scenes: Mapping[str, Scene]

    @property
    def duration_s(self) -> float:
        """How long the longest plays."""
        plays = (scene.play for scene in self.scenes.values())
        return max((play.duration_s for play in plays if play is not None), default=0.0)

    def at(self, t: float) -> Marks:
        """All marks `t` seconds after the start; those of a scene without a play are settled."""
        return (
            *self.fixed,
            *(
                _called(mark, suffix)
                for suffix, scene in self.scenes.items()
                for mark in _played(scene, t)
            ),
        )


def _played(scene: Scene, t: float) -> Marks:
    """The scene's marks `t` seconds after its play began."""
    if scene.play is None or t >= scene.play.duration_s:
        return scene.full
    return scene.play.at(t)


def _called(mark: Mark, suffix: str) -> Mark:
    """The mark and its rows with `suffix` behind their keys."""
    if isinstance(mark, BATCHES):
        keys = tuple(f"{key}{suffix}" for key in mark.keys)
        return replace(mark, key=f"{mark.key}{suffix}", keys=keys)
    return replace(mark, key=f"{mark.key}{suffix}")


def _later(scene: Scene, suffix: str, by_s: float) -> dict[str, Timing]:
    """The timings of all marks of a scene that starts later."""
    keys = dict.fromkeys(scene.timeline.by_key)
    for mark in (*scene.first, *scene.empty):
        keys |= dict.fromkeys(mark.keys if isinstance(mark, BATCHES) else (mark.key,))
    timings = {key: scene.timeline.by_key.get(key, scene.timeline.default) for key in keys}
    return {
        f"{key}{suffix}": replace(timing, delay_s=timing.delay_s + by_s)
        for key, timing in timings.items()
    }
