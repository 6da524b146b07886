"""The names and values of nodes: outside of the first and the last layer, else on the flows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import CAPITAL, SetFigure, set_figure, value_form
from kiosk.charts.flows.picture import meet, step_of, thickness
from kiosk.charts.labels import fitted, widest_piece
from kiosk.geometry import Box
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.flows.graph import Graph
    from kiosk.charts.flows.picture import Picture
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting

GAP = 14.0  # from a node to its name, logical units
_WIDEST = 0.26  # of the box's width, what names take on each side
_LONG, _NARROWEST = 0.2, 0.13  # of the box's width: a name of two lines, and one of one
_UNEVEN = 1.3  # half of a name, so much longer may a line of it be
_BESIDE = 8.0  # a name is so much wider than its node
_LINE = 1.28  # em
_AIR = 4.0  # between the names of two nodes
_DESCENT = 0.22  # em
_NAME_S = 0.4


@dataclass(frozen=True, slots=True)
class Named:
    """A node's name as it is set, in lines, and its value. width: of the widest line."""

    node: int
    lines: tuple[str, ...]
    style: TextStyle
    value: SetFigure
    width: float

    def height(self, lines: int) -> float:
        """The height of so many lines."""
        return ((lines - 1) * _LINE + CAPITAL + 2 * _DESCENT) * self.style.size


def side_room(graph: Graph, box: Box, setting: Setting) -> float:
    """How wide names are at most beside the first and the last layer."""
    style = setting.style("mark")
    widths = [
        max(setting.measure.advance(node.name.in_language(setting.language), style),
            _value(graph, place, style, setting).width)
        for place, node in enumerate(graph.nodes)
    ]  # fmt: skip
    return min(max(widths, default=0.0), _WIDEST * box.width)


def line_room(graph: Graph, box: Box, setting: Setting) -> float:
    """How high a name with its value is above or below the first and the last layer."""
    style = setting.style("mark")
    names = (node.name.in_language(setting.language) for node in graph.nodes)
    is_long = any(setting.measure.advance(name, style) > _LONG * box.width for name in names)
    return ((1 + is_long) * _LINE + CAPITAL + 2 * _DESCENT) * style.size


def drawn_names(
    picture: Picture, box: Box, times: Sequence[float], lit: frozenset[int], setting: Setting
) -> list[Drawn]:
    """Names and values, the largest nodes' first; what has no room is left out.

    times: when each node is there, in seconds. lit: the nodes that stand out, all where none does.
    """
    graph, drawn = picture.graph, list[Drawn]()
    taken: list[Box] = []
    order = sorted(
        range(len(graph.nodes)), key=lambda node: (node not in lit, -graph.through(node))
    )
    for node in order:
        room = _room(picture, node, box)
        named = _named(graph, node, room, setting, falls=picture.falls)
        if named is None:
            continue
        for lines in (len(named.lines) + 1, len(named.lines)):
            place = _place(picture, named, lines, box)
            if _is_in(place, box) and not meet(place.grown(_AIR / 2), taken):
                taken.append(place.grown(_AIR / 2))
                is_loud = not lit or node in lit
                drawn += _drawn(picture, named, lines, place, times[node], setting, loud=is_loud)
                break
    return drawn


def _value(
    graph: Graph, node: int, style: TextStyle, setting: Setting, *, is_outside: bool = True
) -> SetFigure:
    """What flows through a node; it is quieter than the name where it lies on no flow."""
    form = value_form(setting, style.size)
    ink = setting.theme.quiet if is_outside else setting.theme.text
    form = replace(form, colour=ink, unit_colour=ink)
    return set_figure(f"value/{graph.nodes[node].key}", graph.quantity(node), form, setting)


def _room(picture: Picture, node: int, box: Box) -> float:
    """How wide a node's name may be."""
    layer, last = picture.layering.layer[node], picture.layering.count - 1
    place = picture.nodes[node]
    if picture.falls:
        return max(place.width + _BESIDE, _NARROWEST * box.width)
    if layer == 0:
        return place.x - box.x - GAP
    if layer == last:
        return box.right - place.right - GAP
    step = step_of(picture.room, picture.layering.count, falls=False)
    return step - thickness(picture.room, falls=False) - 2 * GAP


def _named(graph: Graph, node: int, room: float, setting: Setting, *, falls: bool) -> Named | None:
    """The name and the value, if the name fits."""
    text = graph.nodes[node].name.in_language(setting.language)
    most, style = (2 if falls else 1), setting.style("mark")
    if falls:
        half = setting.measure.advance(text, style) * _UNEVEN / 2
        room = max(room, widest_piece(text, style, setting), half)
    lines, style = fitted(text, style, room, setting, most, may_shrink=not falls)
    if not lines:
        return None
    wide = max(setting.measure.advance(line, style) for line in lines)
    is_end = not (
        any(flow.source == node for flow in graph.flows)
        and any(flow.target == node for flow in graph.flows)
    )
    value = _value(graph, node, style, setting, is_outside=is_end)
    return Named(node, lines, style, value, wide)


def _place(picture: Picture, named: Named, lines: int, box: Box) -> Box:
    """Where the name stands, with its value below it where there is one more line."""
    node, layer = picture.nodes[named.node], picture.layering.layer[named.node]
    wide = max(named.width, named.value.width if lines > len(named.lines) else 0.0)
    high = named.height(lines)
    if picture.falls:
        top = node.y - GAP / 2 - high if layer == 0 else node.bottom + GAP / 2
        left = min(max(node.centre.x - wide / 2, box.x), box.right - wide)
        return Box(left, top, wide, high)
    top = min(max(node.centre.y - high / 2, box.y), box.bottom - high)
    if layer == 0:
        return Box(node.x - GAP - wide, top, wide, high)
    return Box(node.right + GAP, top, wide, high)


def _drawn(
    picture: Picture, named: Named, lines: int, place: Box, at: float, setting: Setting,
    *, loud: bool,
) -> list[Drawn]:  # fmt: skip
    """The marks of a name, and of its value where there is one more line."""
    side = _side(picture, named.node)
    baseline = place.y + (_DESCENT + CAPITAL) * named.style.size
    x = {"left": place.x, "centre": place.centre.x, "right": place.right}[side]
    ink = setting.theme.text if loud else setting.theme.quiet
    key = picture.graph.nodes[named.node].key
    timing = Timing(max(0.0, at - _NAME_S), _NAME_S)
    line = _LINE * named.style.size
    names = tuple(
        Label(
            f"name/{key}" + f"/{at}" * (at > 0),
            text,
            x,
            baseline + at * line,
            named.style,
            ink,
            side,
        )
        for at, text in enumerate(named.lines)
    )
    drawn = [fading(names, timing)]
    if lines > len(named.lines):
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[side]
        to = (x - share * named.value.width, baseline + len(names) * line)
        drawn.append(counting(named.value, to, to, timing))
    return drawn


def _side(picture: Picture, node: int) -> Literal["left", "centre", "right"]:
    """Which side of a name stands at its node."""
    if picture.falls:
        return "centre"
    return "right" if picture.layering.layer[node] == 0 else "left"


def _is_in(place: Box, box: Box) -> bool:
    """Whether it lies in the box, but for a hair."""
    inside = place.grown(-0.5)
    return (
        inside.x >= box.x and inside.y >= box.y
        and inside.right <= box.right and inside.bottom <= box.bottom
    )  # fmt: skip
