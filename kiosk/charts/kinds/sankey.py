"""Flows from one node to the next, as wide as what flows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, Polygons, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.doubts import Doubt, below_zero
from kiosk.charts.drawing import Drawn, fading, scene
from kiosk.charts.flows.graph import Graph, circling, graph_of
from kiosk.charts.flows.names import GAP, drawn_names, line_room, side_room
from kiosk.charts.flows.picture import Picture, picture_of
from kiosk.charts.legend import NO_LEGEND, entries_of, legend_in
from kiosk.charts.palette import colours_of
from kiosk.charts.reading import Reading
from kiosk.charts.rows import says
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.charts.legend import Legend
    from kiosk.data.table import Table
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_FLOW_S, _NODE_S, _LONGEST_S = 0.9, 0.5, 2.4  # the whole entry takes no longer
_SOON = 0.75  # of the time that bands take, after which the next layer begins
_FLOWS, _LIT, _QUIET = 0.42, 0.62, 0.3  # opacities
_GAP = 22.0  # between nodes, logical units
_SIDES = 0.3  # of the box's width, the names and their gap at most
_SEVERAL = 2  # colours that are told apart
_LEGEND, _AFTER_LEGEND = 0.25, 14.0  # of the box, at most; logical units


@dataclass(frozen=True, kw_only=True)
class Sankey(Chart):
    """Shows what flows where: bands from node to node, as wide as their values.

    Each row of the data is a band. What comes into a node and what leaves it need not be the same.
    Bands run from left to right, in a tall place downwards; one that would lead back is left out.
    """

    chinese: ClassVar[str] = "桑基图：用宽窄不同的带子表示什么流向哪里。"

    source: Column = option("The column that says where a band begins.", zh="从哪里流出的列。")
    target: Column = option("The column that says where it ends.", zh="流到哪里的列。")
    value: Column = option(
        "The column with how much flows; nothing flows below zero.",
        zh="流量所在的列；小于零的不画。", cells="numbers",
    )  # fmt: skip
    color: Column | None = option(
        "The column that tells bands apart by colour, such as the one of `source`.", None,
        zh="用颜色区分带子的列，例如 `source` 那一列。",
    )  # fmt: skip
    highlight: str = option(
        "The name of the node whose bands are in the accent; the others are quiet.", "",
        zh="用强调色显示的节点：它的带子突出，其余的安静下来。", names_row_of=("source", "target"),
    )  # fmt: skip

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The bands, which flow on from layer to layer."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        graph = self._graph(self.data)
        if not graph.flows:
            return scene([])
        bands = self._bands(graph, setting)
        legend = self.legend(box, setting) if self.data.whole is None else NO_LEGEND
        inside = _below(legend, box)
        others = [self._graph(part) for part in self.data.siblings()]
        picture = _laid_out(graph, others, inside, setting)
        step = self._step_s(picture)
        times = [_SOON * layer * step for layer in picture.layering.layer]
        lit = self._lit(graph)
        return scene([
            fading(legend.marks, Timing(0.0, _NODE_S)),
            _drawn_bands(picture, bands, times, step),
            _drawn_nodes(picture, self._inks(graph, bands, lit, setting), times),
            *drawn_names(picture, inside, [at + _NODE_S for at in times], lit, setting),
        ])  # fmt: skip

    def legend(self, box: Box, setting: Setting) -> Legend:
        """The colours, where no node has the name of one."""
        graph = self._graph(self.data.every)
        colours = self._series(setting)
        nodes = {node.name for node in graph.nodes}
        if self._is_lit(graph) or len(colours) < _SEVERAL or nodes >= set(colours):
            return NO_LEGEND
        legend = legend_in(box, entries_of(colours, setting), setting)
        return legend if legend.height <= _LEGEND * box.height else NO_LEGEND

    def doubts(self) -> tuple[Doubt, ...]:
        """About flows that lead back, and those of less than nothing."""
        back = phrase("this flow leads back to where it came from, and is left out")
        hint = phrase("write another 'target', or a name of its own for the second time")
        return (
            *below_zero(self.data, "value", self.value),
            *(
                Doubt(back, hint, "target", row)
                for row in circling(self.data, self.source, self.target, self.value)
            ),
        )

    def readings(self) -> Mapping[str, Reading]:
        """What flows through each node, and in each band."""
        graph = self._graph(self.data)
        nodes = {
            f"mark/{node.key}": Reading(node.name, graph.quantity(place))
            for place, node in enumerate(graph.nodes)
        }
        flows = {
            key: Reading(_between(graph, flow), graph.flows[flow].quantity)
            for flow, key in enumerate(_keys(graph))
        }
        return nodes | flows

    def _graph(self, rows: Table) -> Graph:
        """The rows as flows."""
        return graph_of(rows, self.source, self.target, self.value, self.color or "")

    def _lit(self, graph: Graph) -> frozenset[int]:
        """The nodes that stand out: the highlighted one and its neighbours."""
        own = {at for at, node in enumerate(graph.nodes) if says(node.name, self.highlight)}
        ends = (f for f in graph.flows if own & {f.source, f.target})
        return frozenset(own.union(*({f.source, f.target} for f in ends)))

    def _bands(self, graph: Graph, setting: Setting) -> tuple[Colour, ...]:
        """The colour of each band."""
        own = {at for at, node in enumerate(graph.nodes) if says(node.name, self.highlight)}
        if self._is_lit(self._graph(self.data.every)):
            quiet = setting.theme.quiet_series.faded(_QUIET)
            return tuple(
                setting.accent.faded(_LIT) if own & {f.source, f.target} else quiet
                for f in graph.flows
            )
        colours = self._series(setting)
        return tuple(colours[flow.series].faded(_FLOWS) for flow in graph.flows)

    def _series(self, setting: Setting) -> dict[Text, Colour]:
        """What each series has for a colour, in all small charts the same."""
        graphs = (self._graph(rows) for rows in (self.data.every, self.data))
        return colours_of((flow.series for graph in graphs for flow in graph.flows), setting)

    def _is_lit(self, graph: Graph) -> bool:
        """Whether a node of it is highlighted."""
        return any(says(node.name, self.highlight) for node in graph.nodes)

    def _inks(
        self, graph: Graph, bands: tuple[Colour, ...], lit: frozenset[int], setting: Setting
    ) -> tuple[Colour, ...]:
        """The colour of each node: that of its bands, where they have one."""
        inks: list[Colour] = []
        for node in range(len(graph.nodes)):
            ends = [(flow.source, flow.target) for flow in graph.flows]
            leaving = {band for band, end in zip(bands, ends, strict=True) if end[0] == node}
            own = leaving or {b for b, end in zip(bands, ends, strict=True) if end[1] == node}
            plain = setting.accent if node in lit else setting.theme.quiet_series
            is_one = len(own) == 1 and not lit
            inks.append(own.pop()._replace(opacity=1.0) if is_one else plain)
        return tuple(inks)

    def _step_s(self, picture: Picture) -> float:
        """How long bands take from one layer to the next."""
        layers = max(1, picture.layering.count - 1)
        whole = self.enter.duration_s or min(_LONGEST_S, layers * _FLOW_S)
        return whole / layers


def _laid_out(graph: Graph, others: Sequence[Graph], box: Box, setting: Setting) -> Picture:
    """The graph with room for the names of its first and last layer.

    others: those of small charts of the same scale.
    """
    falls = box.height > box.width
    if falls:
        room = line_room(graph, box, setting) + GAP / 2
        high = box.height - 2 * room
        return picture_of(
            graph,
            Box(box.x, box.y + room, box.width, high) if high > box.height / 3 else box,
            _GAP, falls=True, others=others,
        )  # fmt: skip
    side = min(side_room(graph, box, setting) + GAP, _SIDES * box.width)
    return picture_of(
        graph, Box(box.x + side, box.y, max(box.width - 2 * side, 1.0), box.height), _GAP,
        falls=False, others=others,
    )  # fmt: skip


def _keys(graph: Graph) -> tuple[str, ...]:
    """The keys of the bands."""
    return tuple(
        f"flow/{graph.nodes[flow.source].key}→{graph.nodes[flow.target].key}"
        for flow in graph.flows
    )


def _between(graph: Graph, flow: int) -> Text:
    """The names of both ends, in each language that both have."""
    one, other = (
        graph.nodes[place].name for place in (graph.flows[flow].source, graph.flows[flow].target)
    )
    languages = [language for language, _ in one.versions if other.has(language)]
    if not languages:
        return one if one.versions else NO_TEXT
    return Text(
        tuple((each, f"{one.in_language(each)} → {other.in_language(each)}") for each in languages)
    )


def _below(legend: Legend, box: Box) -> Box:
    """What a legend leaves of the box."""
    down = legend.height + _AFTER_LEGEND if legend.marks else 0.0
    return Box(box.x, box.y + down, box.width, box.height - down)


def _drawn_bands(
    picture: Picture, bands: tuple[Colour, ...], times: list[float], step: float
) -> Drawn:
    """The bands, which begin to flow when their node is there."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    graph, layer = picture.graph, picture.layering.layer
    keys, fill = _keys(graph), fours(bands)
    full = Polygons("flows", keys, picture.ribbons(), fill, np.zeros_like(fill))
    empty = replace(full, trim=column(0.0 for _ in keys))
    timings = {
        key: Timing(times[flow.source], step * (layer[flow.target] - layer[flow.source]))
        for key, flow in zip(keys, graph.flows, strict=True)
    }
    return Drawn((full,), (empty,), timings)


def _drawn_nodes(picture: Picture, inks: tuple[Colour, ...], times: list[float]) -> Drawn:
    """The nodes, which open from their middles."""
    boxes = fours((one.x, one.y, one.width, one.height) for one in picture.nodes)
    keys = tuple(f"mark/{node.key}" for node in picture.graph.nodes)
    full = Bars("marks", keys, boxes, fours(inks), column(1.0 for _ in keys), radius=3.0)
    shut = fours(
        (one.centre.x, one.y, 0.0, one.height) if picture.falls
        else (one.x, one.centre.y, one.width, 0.0)
        for one in picture.nodes
    )  # fmt: skip
    timings = {key: Timing(at, _NODE_S) for key, at in zip(keys, times, strict=True)}
    return Drawn((full,), (replace(full, boxes=shut),), timings)
