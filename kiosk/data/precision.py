"""How precisely a number was written, and how much of that somebody can read."""

from __future__ import annotations

import math

_MOST_DIGITS = 12  # more are what a computer adds: 15.600000000000001
_DIGITS = 4  # that a number of many decimals keeps
_FEW_DECIMALS = 3


def decimals_of(text: str) -> int:
    """Digits after the point as the number was written: 2 for `5.26` and `5.20`, 0 for `1e6`.

    Of more digits than anybody writes, those that say something: 1 for `15.600000000000001`.
    """
    mantissa, _, _ = text.lower().partition("e")
    digits = mantissa.lstrip("+-").replace(".", "")
    digits = digits.lstrip("0") or digits
    if "." not in mantissa or len(digits) <= _MOST_DIGITS:
        return _written(text)
    return readable_decimals(f"{float(text):.{_MOST_DIGITS}g}")


def readable_decimals(text: str) -> int:
    """The same for numbers that no person wrote: of many decimals few are left."""
    value, decimals = float(text), decimals_of(text)
    if decimals <= _FEW_DECIMALS:
        return decimals
    size = math.floor(math.log10(abs(value))) if value else 0
    return max(0, min(decimals, _DIGITS - 1 - size, 2 * _DIGITS))


def _written(text: str) -> int:
    """Digits after the point."""
    mantissa, _, exponent = text.lower().partition("e")
    if text.startswith("0x") or "." not in mantissa:
        return max(0, -int(exponent)) if exponent and not text.startswith("0x") else 0
    digits = len(mantissa.partition(".")[2])
    return max(0, digits - int(exponent or 0))
