"""Numbers as staff write them, and how to write those that cannot be read."""

from __future__ import annotations

import re
from unicodedata import normalize

from kiosk.data.precision import decimals_of
from kiosk.phrases import Phrase, phrase, write
from kiosk.show.fields.bind import UNFIT, Binder, found
from kiosk.show.yaml.nodes import Node, Scalar
from kiosk.show.yaml.resolve import number_of
from kiosk.values import dataclass

LEAST, MOST = 1e-9, 1e15  # of figures, and of what they are multiplied with
_LONGEST = 80  # characters of what may have been meant as a number
_DIGITS = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_NUMBER_AND_UNIT = re.compile(r"([-+]?[0-9][0-9,_ \u00a0]*(?:\.[0-9]+)?)\s*(\D*)")
_DECIMAL_COMMA = re.compile(r"^([^,.]*),([0-9]{1,2}(?![0-9,])[^,.]*)$")
_BOUNDS = (("超过|多于|逾|>|more than|over", "over"), ("约|近|~|≈|about|nearly", "about"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the precision in which it was written. is_signed: with a plus."""

    value: float
    decimals: int
    is_signed: bool = False


def figure(node: Node, binder: Binder) -> object:
    """A number from a billionth to a thousand million million, and how precisely it was written."""
    value = number_of(node) if isinstance(node, Scalar) else None
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a number"))
    if value is None and node.is_plain and _DIGITS.fullmatch(node.text):
        hint = phrase("write it in a larger unit, with 15 digits at most")
        binder.findings.error(
            node, "out-of-range", phrase("{found} has too many digits", found=found(node)), hint
        )
        return UNFIT
    if value is None:
        return binder.expected(node, phrase("a number"), number_hint(node))
    if value != 0 and not LEAST <= abs(value) <= MOST:
        what = phrase("{found} is too small to be shown", found=found(node))
        hint = phrase("write it in a smaller unit")
        if abs(value) > 1:
            what = phrase("{found} is too large to be shown", found=found(node))
            hint = phrase("write it in a larger unit")
        binder.findings.error(node, "out-of-range", what, hint)
        return UNFIT
    return Figure(float(value), decimals_of(node.text), node.text.startswith("+"))


def number_hint(node: Node) -> Phrase | None:
    """How to write a number that was meant."""
    if not isinstance(node, Scalar) or len(node.text) > _LONGEST:
        return None
    # Full-width digits, commas and signs; the true minus.
    text = normalize("NFKC", node.text).strip().replace("−", "-")
    text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    bound = next((name for signs, name in _BOUNDS if re.match(signs, text)), "")
    bound = bound or ("over" if text.endswith("+") else "")
    match = _NUMBER_AND_UNIT.fullmatch(re.sub("^[^-+.0-9]+", "", text).removesuffix("+"))
    if match is None:
        return phrase("write digits, with a point before decimals")
    number = re.sub("[,_ \u00a0]", "", match[1])
    if bound:
        return phrase("write {number}, and beside it 'bound: {bound}'", number=number, bound=bound)
    if match[2]:
        return phrase("write {number} alone; '{unit}' is its unit", number=number, unit=match[2])
    if node.is_plain:
        return write(number)
    return phrase("write {number} without quotes", number=number)
