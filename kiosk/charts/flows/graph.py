"""A table's rows as flows between nodes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.figures import is_number
from kiosk.data.quantity import Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.data.table import Cell, Table

_MOST = 120  # flows that can be told apart, the largest ones
_LEAST = 1e-4  # of the largest flow, what is smaller is not seen


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes from one node to another, by their places in the graph. value: above zero."""

    source: int
    target: int
    value: float
    quantity: Quantity
    series: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Node:
    """Where flows begin, meet or end. key: its name in its first language."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the flows between them, which never lead back to where they came from."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    def through(self, node: int) -> float:
        """What comes into a node or leaves it, whichever is more."""
        into = sum(flow.value for flow in self.flows if flow.target == node)
        return max(into, sum(flow.value for flow in self.flows if flow.source == node))

    def quantity(self, node: int) -> Quantity:
        """The same, counted as the flows are."""
        like = next(f.quantity for f in self.flows if node in {f.source, f.target})
        decimals = max(flow.quantity.decimals for flow in self.flows)
        return Quantity(self.through(node), decimals, like.unit)


def graph_of(table: Table, source: str, target: str, value: str, color: str) -> Graph:
    """The rows that have both ends and a value above zero; those of the same ends are added up.

    A row that would lead back to its beginning is left out, as are the smallest of very many.
    """
    names: dict[str, Text] = {}
    found: dict[tuple[str, str], tuple[Quantity, Text]] = {}
    columns = [_column(table, name) for name in (source, target, value, color)]
    for begin, end, amount, of in zip(*columns, strict=True):
        ends = [name_in(cell) for cell in (begin, end)]
        keys = [_key(name) for name in ends]
        if not all(keys) or keys[0] == keys[1] or not _is_positive(amount):
            continue
        assert isinstance(amount, Quantity)
        for key, name in zip(keys, ends, strict=True):
            names.setdefault(key, name)
        known = found.get((keys[0], keys[1]))
        whole = amount if known is None else _sum(known[0], amount)
        found[keys[0], keys[1]] = (whole, name_in(of))
    largest = sorted(found, key=lambda ends: -found[ends][0].value)[:_MOST]
    least = _LEAST * found[largest[0]][0].value if largest else 0.0
    kept = {ends for ends in largest if found[ends][0].value >= least}
    flows = _without_circles([ends for ends in found if ends in kept])
    met = [key for key in names if any(key in ends for ends in flows)]
    places = {key: place for place, key in enumerate(met)}
    return Graph(
        tuple(Node(key, names[key]) for key in met),
        tuple(
            Flow(places[a], places[b], found[a, b][0].value, *found[a, b]) for a, b in flows
        ),
    )  # fmt: skip


def circling(table: Table, source: str, target: str, value: str) -> tuple[int, ...]:
    """The rows that would lead back to where their flows came from."""
    columns = [_column(table, name) for name in (source, target, value)]
    ends = [
        (_key(name_in(begin)), _key(name_in(end))) if _is_positive(amount) else ("", "")
        for begin, end, amount in zip(*columns, strict=True)
    ]
    whole = [pair for pair in dict.fromkeys(ends) if all(pair) and pair[0] != pair[1]]
    kept = {*_without_circles(whole), ("", "")}
    return tuple(row for row, pair in enumerate(ends) if all(pair) and pair not in kept)


def _without_circles(flows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The flows in their order, without those that close a circle with earlier ones."""
    onward: dict[str, set[str]] = {}
    kept: list[tuple[str, str]] = []
    for source, target in flows:
        if source not in _reached(target, onward):
            onward.setdefault(source, set()).add(target)
            kept.append((source, target))
    return kept


def _reached(start: str, onward: dict[str, set[str]]) -> set[str]:
    """Where flows from `start` lead."""
    reached, open_ = {start}, [start]
    while open_:
        new = onward.get(open_.pop(), set()) - reached
        reached |= new
        open_ += new
    return reached


def _is_positive(cell: Cell) -> bool:
    """Whether something flows."""
    return isinstance(cell, Quantity) and is_number(cell) and cell.value > 0.0


def _sum(one: Quantity, other: Quantity) -> Quantity:
    """Both together, counted as the first."""
    decimals = max(one.decimals, other.decimals)
    return replace(one, value=one.value + other.value, decimals=decimals, text="")


def _key(name: Text) -> str:
    """What stands for the name in a key, whatever the language shown."""
    return name.versions[0][1] if name.versions else ""


def _column(table: Table, name: str) -> tuple[Cell, ...]:
    """The column's cells; as many empty ones where it is not there."""
    return table.column(name) if name in table.columns else (None,) * len(table.rows)
