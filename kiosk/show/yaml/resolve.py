"""What a plain YAML value means by the core rules of YAML 1.2, and nothing beyond them.

So `12:30`, `no` and `1_000` are texts, and `010` is ten.
"""

from __future__ import annotations

import math
import re

from kiosk.show.yaml.nodes import Node, Scalar

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LONGEST = 40  # digits; Python refuses to read integers of thousands


def is_null(node: Node) -> bool:
    """Whether nothing was written."""
    return isinstance(node, Scalar) and node.is_plain and node.text in _NULLS


def bool_of(node: Scalar) -> bool | None:
    """True or false, or None when it is neither."""
    return _BOOLS.get(node.text) if node.is_plain else None


def number_of(node: Scalar) -> int | float | None:
    """The number, or None when it is none; never infinite."""
    text = node.text
    if not node.is_plain or len(text) > _LONGEST:
        return None
    if _INT.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if math.isfinite(value) else None
    return None
