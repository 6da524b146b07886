"""Outlines on the way from one to another: those of the same commands, point by point."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

_PAIR = rf"\s*{_NUMBER.pattern}[\s,]+{_NUMBER.pattern}\s*"
_LINE = re.compile(rf"M{_PAIR}(?:L{_PAIR})+")
_REMEMBERED = 64  # pairs of lines


def are_alike(old: str, new: str) -> bool:
    """Whether both have the same commands, so that one can turn into the other.

    Lines through points may have any number of them. Arcs cannot, unless the two are equal: the
    flags of an arc are no lengths.
    """
    if old == new:
        return True
    if _is_line(old) and _is_line(new):
        return True
    skeleton = _NUMBER.sub("0", new)
    return "a" not in skeleton.lower() and _NUMBER.sub("0", old) == skeleton


def path_between(old: str, new: str, share: float) -> str:
    """The path data at `share` of the way between two that are alike."""
    if _is_line(old) and _is_line(new):
        old, new = _with_points_of_both(old, new)
    before = iter(_NUMBER.findall(old))

    def number(found: re.Match[str]) -> str:
        was, now = next(before), found.group()
        # A space, as a minus sign may have been all that parted it from the number before.
        return now if was == now else f" {float(was) + (float(now) - float(was)) * share:.2f}"

    return _NUMBER.sub(number, new)


def _is_line(path: str) -> bool:
    """Whether it is one line through points, at least two."""
    return _LINE.fullmatch(path) is not None


@lru_cache(_REMEMBERED)
def _with_points_of_both(old: str, new: str) -> tuple[str, str]:
    """Both lines as they are, each with points where either has one, by their share of the way."""
    was, now = _points_of(old), _points_of(new)
    if len(was) == len(now):
        return old, new
    ends = len(was) - 1, len(now) - 1
    steps = {place * ends[1] for place in range(len(was))}
    steps |= {place * ends[0] for place in range(len(now))}
    order = sorted(steps)  # of a way that is so long for both: the product of their pieces
    return _through(was, order, ends[1]), _through(now, order, ends[0])


def _through(points: list[tuple[float, float]], steps: list[int], piece: int) -> str:
    """The line through `points`, so many steps a piece, with a point at each of those steps."""
    found = []
    for step in steps:
        low = min(step // piece, len(points) - 2)
        part = step / piece - low
        (x0, y0), (x1, y1) = points[low], points[low + 1]
        found.append(f"{x0 + (x1 - x0) * part:.3f},{y0 + (y1 - y0) * part:.3f}")
    return f"M{found[0]} L" + " L".join(found[1:])


def _points_of(line: str) -> list[tuple[float, float]]:
    """The points of a line."""
    numbers = [float(number) for number in _NUMBER.findall(line)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
