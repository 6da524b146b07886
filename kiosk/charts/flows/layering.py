"""Nodes in layers, so that all flows lead onward and few cross.

The method of K. Sugiyama, S. Tagawa and M. Toda ("Methods for Visual Understanding of Hierarchical
System Structures", 1981): layers by the longest way, a place in each layer that a long flow passes,
the order in each by the barycentres of the neighbours. Places are then relaxed as d3-sankey does
(M. Bostock). The libraries that lay out such graphs draw them with matplotlib or need Graphviz.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.charts.flows.graph import Graph

_SWEEPS, _RELAXATIONS = 8, 24
_GENTLER = 0.95  # with each relaxation
_MOST_GAPS = 0.45  # of the room, at most


@dataclass(slots=True)
class Stop:
    """A node, or the place at which a long flow passes a layer.

    start, end: where it lies across the layers. before, after: its neighbours and how much flows.
    """

    value: float
    before: list[tuple[Stop, float]]
    after: list[tuple[Stop, float]]
    start: float = 0.0
    end: float = 0.0

    @property
    def middle(self) -> float:
        """Where its middle lies."""
        return (self.start + self.end) / 2

    def move(self, by: float) -> None:
        """Moves it across the layers."""
        self.start += by
        self.end += by


@dataclass(frozen=True, slots=True)
class Layering:
    """Where nodes lie. layer: of each node; spans: (start, end) of each across the layers.

    ways: for each flow its (start, end) where it leaves, in each layer that it passes, and where it
    arrives. count: of the layers.
    """

    layer: tuple[int, ...]
    spans: tuple[tuple[float, float], ...]
    ways: tuple[tuple[tuple[float, float], ...], ...]
    count: int


def scale_of(graph: Graph, room: float, gap: float) -> float:
    """How wide a unit of a flow may be at most in so much room."""
    layer = _layers(graph)
    sums = [0.0] * (max(layer, default=-1) + 1)
    for node, of in enumerate(layer):
        sums[of] += graph.through(node)
    for flow in graph.flows:
        for between in range(layer[flow.source] + 1, layer[flow.target]):
            sums[between] += flow.value
    counts = _counts(graph, layer)
    gap = _gap(gap, room, counts)
    return min(
        ((room - gap * (count - 1)) / whole for count, whole in zip(counts, sums, strict=True)),
        default=math.inf,
    )


def _counts(graph: Graph, layer: Sequence[int]) -> list[int]:
    """How many stops each layer has."""
    counts = [0] * (max(layer, default=-1) + 1)
    for of in layer:
        counts[of] += 1
    for flow in graph.flows:
        for between in range(layer[flow.source] + 1, layer[flow.target]):
            counts[between] += 1
    return counts


def _gap(gap: float, room: float, counts: Sequence[int]) -> float:
    """The gap between stops, smaller where they are many."""
    return min(gap, _MOST_GAPS * room / max(1, max(counts, default=1) - 1))


def layering_of(graph: Graph, room: float, gap: float, scale: float = math.inf) -> Layering:
    """The graph's nodes in layers that have so much room, as far apart as `gap` where that fits.

    scale: how wide a unit of a flow is at most.
    """
    layer = _layers(graph)
    count = max(layer, default=-1) + 1
    stops = [Stop(graph.through(node), [], []) for node in range(len(graph.nodes))]
    layers: list[list[Stop]] = [[] for _ in range(count)]
    for node, of in enumerate(layer):
        layers[of].append(stops[node])
    chains: list[list[Stop]] = []
    for flow in graph.flows:
        chain = [stops[flow.source]]
        for between in range(layer[flow.source] + 1, layer[flow.target]):
            chain.append(Stop(flow.value, [], []))
            layers[between].append(chain[-1])
        chain.append(stops[flow.target])
        for one, other in pairwise(chain):
            one.after.append((other, flow.value))
            other.before.append((one, flow.value))
        chains.append(chain)
    layers = _ordered(layers)
    gap = _gap(gap, room, [*map(len, layers)])
    _place(layers, room, gap, min(scale, scale_of(graph, room, gap)))
    ways = _ways(graph, chains)
    spans = tuple((stop.start, stop.end) for stop in stops)
    return Layering(tuple(layer), spans, ways, count)


def _layers(graph: Graph) -> list[int]:
    """How far each node is from where flows begin; those where flows end are in the last layer."""
    layer = [0] * len(graph.nodes)
    for _ in graph.nodes:
        before = list(layer)
        for flow in graph.flows:
            layer[flow.target] = max(layer[flow.target], layer[flow.source] + 1)
        if layer == before:
            break
    last, sources = max(layer, default=0), {flow.source for flow in graph.flows}
    return [of if node in sources else last for node, of in enumerate(layer)]


def _ordered(layers: list[list[Stop]]) -> list[list[Stop]]:
    """The layers in the order with the fewest crossings that sweeps to and fro find."""
    best, least = [list(layer) for layer in layers], _crossings(layers)
    for sweep in range(_SWEEPS):
        onward = sweep % 2 == 0
        _sweep(layers if onward else layers[::-1], onward=onward)
        crossings = _crossings(layers)
        if crossings < least:
            best, least = [list(layer) for layer in layers], crossings
    return best


def _sweep(layers: Sequence[list[Stop]], *, onward: bool) -> None:
    """Sorts each layer by where its neighbours in the one before it in `layers` are."""
    for fixed, layer in pairwise(layers):
        places = {id(stop): place for place, stop in enumerate(fixed)}
        means = {
            id(stop): _barycentre(stop.before if onward else stop.after, places) for stop in layer
        }
        layer.sort(key=_by(means))


def _by(means: dict[int, float]) -> Callable[[Stop], float]:
    """The key that sorts stops so."""
    return lambda stop: means[id(stop)]


def _barycentre(neighbours: Sequence[tuple[Stop, float]], places: dict[int, int]) -> float:
    """The mean place of the neighbours by how much flows; before all others without any."""
    whole = sum(value for _, value in neighbours)
    return sum(value * places[id(stop)] for stop, value in neighbours) / whole if whole else -1.0


def _crossings(layers: Sequence[Sequence[Stop]]) -> float:
    """How much crosses, each pair of flows by the smaller one."""
    found = 0.0
    for one, other in pairwise(layers):
        places = {id(stop): place for place, stop in enumerate(other)}
        flows = [
            (at, places[id(to)], value) for at, stop in enumerate(one) for to, value in stop.after
        ]
        for first, (a, b, value) in enumerate(flows):
            for c, d, crossing in flows[first + 1 :]:
                if (a - c) * (b - d) < 0:
                    found += min(value, crossing)
    return found


def _place(layers: list[list[Stop]], room: float, gap: float, scale: float) -> None:
    """Gives all stops their places: of one scale, near their neighbours, in their order."""
    for layer in layers:
        at = (room - scale * sum(stop.value for stop in layer) - gap * (len(layer) - 1)) / 2
        for stop in layer:
            stop.start, stop.end = at, at + scale * stop.value
            at = stop.end + gap
    strength = 1.0
    for turn in range(_RELAXATIONS):
        strength *= _GENTLER
        for layer in layers if turn % 2 == 0 else layers[::-1]:
            for stop in layer:
                neighbours = stop.before if turn % 2 == 0 else stop.after
                whole = sum(value for _, value in neighbours)
                if whole:
                    wanted = sum(value * one.middle for one, value in neighbours) / whole
                    stop.move(strength * (wanted - stop.middle))
            _apart(layer, room, gap)


def _apart(layer: list[Stop], room: float, gap: float) -> None:
    """Pushes the stops of a layer apart, and into the room."""
    least = 0.0
    for stop in layer:
        stop.move(max(0.0, least - stop.start))
        least = stop.end + gap
    most = room
    for stop in reversed(layer):
        stop.move(min(0.0, most - stop.end))
        most = stop.start - gap


def _ways(
    graph: Graph, chains: Sequence[Sequence[Stop]]
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Where each flow leaves, passes and arrives: beside each other at their nodes."""
    leaving: dict[int, list[int]] = {}
    coming: dict[int, list[int]] = {}
    for flow, chain in enumerate(chains):
        leaving.setdefault(id(chain[0]), []).append(flow)
        coming.setdefault(id(chain[-1]), []).append(flow)
    starts = _beside(graph, chains, leaving, 0, 1)
    ends = _beside(graph, chains, coming, -1, -2)
    return tuple(
        (starts[flow], *((stop.start, stop.end) for stop in chain[1:-1]), ends[flow])
        for flow, chain in enumerate(chains)
    )


def _beside(
    graph: Graph, chains: Sequence[Sequence[Stop]], at: dict[int, list[int]], own: int, next_: int
) -> dict[int, tuple[float, float]]:
    """The part of its node that each flow takes, in the order of where they go or come from."""
    found: dict[int, tuple[float, float]] = {}
    for flows in at.values():
        stop = chains[flows[0]][own]
        place, scale = stop.start, (stop.end - stop.start) / stop.value
        for flow in sorted(flows, key=lambda one: chains[one][next_].middle):
            wide = scale * graph.flows[flow].value
            found[flow] = (place, place + wide)
            place += wide
    return found
