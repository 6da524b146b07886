"""Flows in a box: from left to right, or downwards in a tall one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.flows.layering import layering_of, scale_of
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.flows.graph import Graph
    from kiosk.charts.flows.layering import Layering

THICK = 16.0  # of a node, logical units
_STEEP, _LEAST = 14, 32  # points from one layer to the next, and of the whole way at least


@dataclass(frozen=True, slots=True)
class Picture:
    """A graph laid out. room: of nodes and flows; falls: whether they go downwards.

    nodes: the box of each node.
    """

    graph: Graph
    layering: Layering
    room: Box
    falls: bool
    nodes: tuple[Box, ...]

    def ribbons(self) -> Floats:
        """The outlines of the flows from where they leave: (n, m, 2)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        steps = max(_LEAST, _STEEP * (self.layering.count - 1)) + 1
        return np.array([self._ribbon(flow, steps) for flow in range(len(self.graph.flows))])

    def _ribbon(self, flow: int, steps: int) -> Floats:
        """One outline: its one side onward, and the other back; (m, 2)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        way = np.array(self.layering.ways[flow])
        first = self.layering.layer[self.graph.flows[flow].source]
        at = np.linspace(0.0, len(way) - 1.0, steps)
        low = np.minimum(at.astype(np.intp), len(way) - 2)
        part = at - low
        bent = (part * part * (3.0 - 2.0 * part))[:, None]
        sides = way[low] * (1.0 - bent) + way[low + 1] * bent
        along = self._along(first, len(way), at)
        if self.falls:
            one = np.stack((self.room.x + sides[:, 0], along), axis=-1)
            other = np.stack((self.room.x + sides[:, 1], along), axis=-1)
        else:
            one = np.stack((along, self.room.y + sides[:, 0]), axis=-1)
            other = np.stack((along, self.room.y + sides[:, 1]), axis=-1)
        return np.concatenate((one, other[::-1]))

    def _along(self, first: int, count: int, at: Floats) -> Floats:
        """How far the points of a flow are in its direction: from its node's far side on."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        step = step_of(self.room, self.layering.count, falls=self.falls)
        thick = thickness(self.room, falls=self.falls)
        start = (self.room.y if self.falls else self.room.x) + first * step + thick
        end = start + (count - 1) * step - thick
        return np.asarray(start + (end - start) * at / (count - 1))


def step_of(room: Box, layers: int, *, falls: bool) -> float:
    """How far it is from one layer to the next."""
    length = room.height if falls else room.width
    return (length - thickness(room, falls=falls)) / max(1, layers - 1)


def thickness(room: Box, *, falls: bool) -> float:
    """Of a node, in the direction of the flows."""
    return min(THICK, (room.height if falls else room.width) / 12)


def picture_of(
    graph: Graph, room: Box, gap: float, *, falls: bool, others: Sequence[Graph] = ()
) -> Picture:
    """The graph in the room. others: those of charts that have the same scale."""
    across = room.width if falls else room.height
    scale = min((scale_of(other, across, gap) for other in others), default=math.inf)
    layering = layering_of(graph, across, gap, scale)
    return Picture(graph, layering, room, falls, _nodes(layering, room, falls=falls))


def _nodes(layering: Layering, room: Box, *, falls: bool) -> tuple[Box, ...]:
    """The box of each node."""
    step, thick = step_of(room, layering.count, falls=falls), thickness(room, falls=falls)
    return tuple(
        Box(room.x + start, room.y + layer * step, end - start, thick)
        if falls
        else Box(room.x + layer * step, room.y + start, thick, end - start)
        for layer, (start, end) in zip(layering.layer, layering.spans, strict=True)
    )


def meet(box: Box, others: Sequence[Box]) -> bool:
    """Whether the box shares anything with one of the others."""
    return any(
        box.x < one.right and one.x < box.right and box.y < one.bottom and one.y < box.bottom
        for one in others
    )
