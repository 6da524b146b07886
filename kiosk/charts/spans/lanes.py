"""Lanes in which things lie beside each other, and their names with them."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Literal

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

Side = Literal["inside", "right", "left", "nowhere"]


@dataclass(frozen=True, slots=True)
class Extent:
    """A thing from `start` to `end`. name: what its own takes; may_be_inside: within the thing."""

    start: float
    end: float
    name: float
    may_be_inside: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing lies, and on which side its name stands."""

    lane: int
    side: Side


def packed(
    things: Sequence[Extent], most: int, room: tuple[float, float], gap: float
) -> list[Spot] | None:
    """The first lane that is free for each, its name inside it, else right or left of it.

    Things come by their starts. room: from where to where names may reach. None where that takes
    more lanes than `most`.
    """
    lanes: list[list[tuple[float, float]]] = []
    found: list[Spot] = []
    for thing in things:
        sides = [one for one in _sides(thing, gap) if one[1] >= room[0] and one[2] <= room[1]]
        sides = sides or [("nowhere", thing.start, thing.end)]
        spot = _first_free(lanes, sides, gap)
        if spot is None:
            if len(lanes) >= most:
                return None
            lanes.append([])
            spot = Spot(len(lanes) - 1, sides[0][0])
        extent = next((start, end) for side, start, end in sides if side == spot.side)
        lanes[spot.lane].append(extent)
        found.append(spot)
    return found


def bare(
    things: Sequence[Extent], order: Sequence[int], room: tuple[float, float], gap: float
) -> list[Spot]:
    """As few lanes as the things alone need; names in the order given, where they have room.

    Each takes the lane that has been free the longest (interval partitioning).
    """
    ends: list[tuple[float, int]] = []
    lanes: list[list[tuple[float, float]]] = []
    spots: list[Spot] = []
    for thing in things:
        if ends and ends[0][0] + gap <= thing.start:
            _, lane = heapq.heappop(ends)
        else:
            lane = len(lanes)
            lanes.append([])
        heapq.heappush(ends, (thing.end, lane))
        lanes[lane].append((thing.start, thing.end))
        spots.append(Spot(lane, "nowhere"))
    for index in order:
        thing, spot = things[index], spots[index]
        others = [one for one in lanes[spot.lane] if one != (thing.start, thing.end)]
        for side, start, end in _sides(thing, gap):
            is_inside = start >= room[0] and end <= room[1]
            if is_inside and _is_free(others, start, end, gap):
                lanes[spot.lane] = [*others, (start, end)]
                spots[index] = Spot(spot.lane, side)
                break
    return spots


def _sides(thing: Extent, gap: float) -> list[tuple[Side, float, float]]:
    """Where the name may stand, and how far both then reach, the best first."""
    beyond = thing.name + gap / 2
    sides: list[tuple[Side, float, float]] = [
        ("right", thing.start, thing.end + beyond), ("left", thing.start - beyond, thing.end),
    ]  # fmt: skip
    if thing.may_be_inside:
        sides.insert(0, ("inside", thing.start, thing.end))
    return sides


def _first_free(
    lanes: list[list[tuple[float, float]]], sides: list[tuple[Side, float, float]], gap: float
) -> Spot | None:
    """The first lane in which the thing has room with its name on one of the sides."""
    for number, lane in enumerate(lanes):
        for side, start, end in sides:
            if _is_free(lane, start, end, gap):
                return Spot(number, side)
    return None


def _is_free(lane: list[tuple[float, float]], start: float, end: float, gap: float) -> bool:
    """Whether nothing in the lane comes nearer than `gap`."""
    return all(end + gap <= left or start >= right + gap for left, right in lane)
