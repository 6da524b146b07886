"""Bars that overtake each other as time goes by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars
from kiosk.charts.bars.inks import LIT, QUIET, ink_of
from kiosk.charts.base import Chart
from kiosk.charts.drawing import stagger_s
from kiosk.charts.legend import NO_LEGEND, entries_of, legend_in
from kiosk.charts.palette import colours_of
from kiosk.charts.race.entries import Entries, entries_in
from kiosk.charts.race.laying import race_height, race_in
from kiosk.charts.reading import Reading
from kiosk.charts.rows import says
from kiosk.geometry import Box
from kiosk.motion.scene import Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.options import Column, Seconds, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.charts.legend import Legend
    from kiosk.charts.race.entries import Runner
    from kiosk.data.table import Table
    from kiosk.data.text import Text
    from kiosk.marks import Mark, Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_STOP_S = 1.3  # from one time of the data to the next
_SHORTEST_S, _LONGEST_S = 6.0, 40.0
_NAMES_S, _GROW_S = 0.3, 0.8
_LEGEND = 0.2  # of the height, at most
_UNDER_LEGEND = 16.0


@dataclass(frozen=True, kw_only=True)
class Race(Chart):
    """Shows how a ranking changes over time: bars grow, travel and overtake.

    Each row of the data is a name's value at one time. After the last time it rests; it begins
    again whenever its slide comes.
    """

    chinese: ClassVar[str] = "排名赛跑图：随时间推移，条形增长、移动、互相超越。"

    time: Column = option(
        "The column with the times (`2024`, `2024-05`, `08:30`), numbers or names.",
        zh="时间在哪一列：`2024`、`2024-05`、`08:30`，或数字、名称。",
    )
    x: Column = option("The column with the names.", zh="名称在哪一列。")
    y: Column = option("The column with the values.", zh="数值在哪一列。", cells="numbers")
    color: Column | None = option(
        "The column that says which names share a colour.", None, zh="按哪一列分颜色。"
    )
    top: int = option("How many are shown at a time.", 10, zh="同时显示前几名。", bounds=(1, 50))
    duration: Seconds | None = option(
        "How long the race takes; otherwise 1.3 s for each time, up to 40 s.",
        None,
        zh="一共跑多久；不写则每个时间点 1.3 秒，最多 40 秒。",
    )
    highlight: str = option(
        "The name in the accent; the others are quiet.",
        "",
        zh="用强调色的名称，其余变淡。",
        names_row_of=("x",),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The first ranking grows, then the race is on."""
        entries = self._entries(self.data, setting.language)
        others = tuple(self._entries(part, setting.language) for part in self.data.siblings())
        legend = self.legend(box, setting) if self.data.whole is None else NO_LEGEND
        below = _below(legend, box)
        duration_s = self.duration or min(
            _LONGEST_S, max(_SHORTEST_S, _STOP_S * len(entries.stops))
        )
        colours = self._colours(entries, others, setting)
        play = race_in(below, entries, self.top, duration_s, colours, setting, others)
        play = replace(play, fixed=(*legend.marks, *play.fixed))
        first = play.at(0.0)
        return Scene(play.at(play.duration_s), _before(first), _timeline(first), play=play)

    def legend(self, box: Box, setting: Setting) -> Legend:
        """What the colours mean."""
        runners = self._entries(self.data.every, "").runners
        upper = replace(box, height=_LEGEND * box.height)
        return legend_in(upper, entries_of(self._teams(runners, setting), setting), setting)

    def height_in(self, box: Box, setting: Setting) -> float:
        """What so many bars use."""
        entries = self._entries(self.data, setting.language)
        return race_height(min(self.top, len(entries.runners)), box, setting)

    def readings(self) -> Mapping[str, Reading]:
        """What each bar says: its last value."""
        entries = self._entries(self.data, "")
        return {
            f"mark/{runner.key}": Reading(runner.name, quantity, runner.team)
            for runner, quantity in zip(entries.runners, entries.last, strict=True)
            if quantity is not None
        }

    def _entries(self, rows: Table, language: str) -> Entries:
        """All that run."""
        return entries_in(
            rows, self.time, self.x, self.y, self.color or "", language, self.data.every
        )

    def _teams(self, runners: Iterable[Runner], setting: Setting) -> dict[Text, Colour]:
        """The colours of the teams; none where somebody is highlighted."""
        if self.highlight:
            return {}
        return colours_of((one.team for one in runners if one.team.versions), setting)

    def _colours(
        self, entries: Entries, others: tuple[Entries, ...], setting: Setting
    ) -> tuple[Colour, ...]:
        """A colour for each runner: of its team, or the accent for whom it is meant."""
        every = [runner for one in (entries, *others) for runner in one.runners]
        known = every if self.data.whole is None else self._entries(self.data.whole, "").runners
        if teams := self._teams((*known, *every), setting):
            quiet = setting.theme.quiet_series
            return tuple(teams.get(runner.team, quiet) for runner in entries.runners)
        has_lit = any(says(runner.name, self.highlight) for runner in every)
        is_lit = (says(runner.name, self.highlight) for runner in entries.runners)
        tones = (LIT if lit or not has_lit else QUIET for lit in is_lit)
        return tuple(ink_of(tone, setting) for tone in tones)


def _below(legend: Legend, box: Box) -> Box:
    """What a legend leaves of the box."""
    taken = min(legend.height + _UNDER_LEGEND, 0.9 * box.height) if legend.marks else 0.0
    return Box(box.x, box.y + taken, box.width, box.height - taken)


def _before(first: Marks) -> Marks:
    """The bars before they grow."""

    def flat(mark: Mark) -> Marks:
        """A batch of bars without any length; nothing of other marks, which fade in."""
        return (replace(mark, boxes=mark.boxes * (1, 1, 0, 1)),) if isinstance(mark, Bars) else ()

    return tuple(one for mark in first for one in flat(mark))


def _timeline(first: Marks) -> Timeline:
    """Bars grow from the first place down, once the names are there."""
    by_key: dict[str, Timing] = {}
    for mark in first:
        if isinstance(mark, Bars):
            order = mark.boxes[:, 1].argsort(kind="stable").tolist()
            gap = stagger_s(len(order))
            for place, row in enumerate(order):
                by_key[mark.keys[row]] = Timing(_NAMES_S + place * gap, _GROW_S)
        elif mark.key.startswith("value/"):
            by_key[mark.key] = Timing(_NAMES_S + _GROW_S, 0.3)
    return Timeline(Timing(0.0, 0.4), by_key)
