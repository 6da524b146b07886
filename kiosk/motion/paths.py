"""Outlines on the way from one to another: those of the same commands, point by point."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def are_alike(old: str, new: str) -> bool:
    """Whether both have the same commands, so that one can turn into the other.

    Arcs cannot, unless the two are equal: the flags of an arc are no lengths.
    """
    if old == new:
        return True
    skeleton = _NUMBER.sub("0", new)
    return "a" not in skeleton.lower() and _NUMBER.sub("0", old) == skeleton


def path_between(old: str, new: str, share: float) -> str:
    """The path data at `share` of the way between two that are alike."""
    before = iter(_NUMBER.findall(old))

    def number(found: re.Match[str]) -> str:
        was, now = next(before), found.group()
        # A space, as a minus sign may have been all that parted it from the number before.
        return now if was == now else f" {float(was) + (float(now) - float(was)) * share:.2f}"

    return _NUMBER.sub(number, new)
