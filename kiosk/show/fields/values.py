"""What single values mean: numbers, times, lengths, colours. Each reports what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from dataclasses import replace
from typing import NewType

from kiosk.options import Column, Enter, Seconds, Share, SlideId
from kiosk.phrases import Phrase, phrase, quoted, write
from kiosk.show.fields.bind import UNFIT, Binder, Converter, truth
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence, inner
from kiosk.show.yaml.resolve import number_of
from kiosk.theme import Colour, colour

Inches = NewType("Inches", float)  # written `43 in`
Metres = NewType("Metres", float)  # written `1.5 m`, `80 cm`
Millimetres = NewType("Millimetres", float)  # written `800 mm`, `80 cm`
Name = NewType("Name", str)  # an id: letters of any script, digits, hyphens

_MEASURE = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*([^\s\d.]*)", re.ASCII)
_NAME = re.compile(r"\w[\w-]*")
SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
INCHES = {"in": 1.0, '"': 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4}
METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001}
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}


def measure(
    units: MappingABC[str, float], least: str, most: str, examples: str | Phrase
) -> Converter:
    """Reads a number with one of `units`, from `least` to `most`, which are written likewise."""
    unit = next(name for name, factor in units.items() if factor == 1.0)
    lowest, highest = _size(least, units), _size(most, units)
    assert lowest is not None
    assert highest is not None

    def convert(node: Node, binder: Binder) -> object:
        text = _text(node).strip()
        value = _size(text, units)
        if value is None:
            known = ", ".join(u for u in units if u.isalpha())
            expected = phrase("a number with a unit ({units})", units=known)
            return binder.expected(node, expected, _size_hint(text, unit, units, examples))
        if not lowest <= value <= highest:
            hint = phrase("write a value from {least} to {most}", least=least, most=most)
            binder.findings.error(
                node, "out-of-range", phrase("{found} is out of range", found=quoted(text)), hint
            )
            return UNFIT
        return value

    return convert


def _size(text: str, units: MappingABC[str, float]) -> float | None:
    """The number times its unit, or None when it is not written so."""
    match = _MEASURE.fullmatch(text)
    if match is None or match[2] not in units or len(match[1]) > 20:
        return None
    return float(match[1]) * units[match[2]]


def _size_hint(
    text: str, unit: str, units: MappingABC[str, float], examples: str | Phrase
) -> Phrase:
    """The same with a point for a comma, or with the unit that was left out."""
    pointed = text.replace(",", ".").replace("，", ".")
    if _size(pointed, units) is not None:
        return write(pointed)
    bare = _MEASURE.fullmatch(pointed)
    return write(f"{bare[1]} {unit}") if bare else write(examples)


seconds = measure(SECONDS, "0 s", "24 h", phrase("800 ms, 9 s or 2 min"))
inches = measure(INCHES, "5 in", "1000 in", "43 in")
metres = measure(METRES, "0.2 m", "100 m", "1.5 m")
millimetres = measure(MILLIMETRES, "0 mm", "5 m", "800 mm")


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def number(node: Node, binder: Binder) -> object:
    """Any number, as float."""
    value = number_of(node) if isinstance(node, Scalar) else None
    return (
        binder.expected(node, phrase("a number"), _digits_hint(node))
        if value is None
        else float(value)
    )


def integer(node: Node, binder: Binder) -> object:
    """A whole number."""
    value = number_of(node) if isinstance(node, Scalar) else None
    if value is None or value != int(value):
        return binder.expected(node, phrase("a whole number"), _digits_hint(node))
    return int(value)


def _digits_hint(node: Node) -> Phrase:
    bare = re.sub("[ _,，]", "", _text(node))
    is_number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare)
    return write(bare) if is_number and bare != _text(node) else phrase("write digits, such as 3")


def share(node: Node, binder: Binder) -> object:
    """A number from 0 to 1."""
    value = number_of(node) if isinstance(node, Scalar) else None
    if value is not None and 0 <= value <= 1:
        return float(value)
    percent = re.fullmatch(r"([0-9]{1,2}|100)\s*[%％]", _text(node))
    hint = write(f"{int(percent[1]) / 100:g}") if percent else phrase("0.5 is the middle")
    return binder.expected(node, phrase("a number from 0 to 1"), hint)


def word(node: Node, binder: Binder) -> object:
    """A text as it was written, the same in every language."""
    if isinstance(node, Scalar):
        return node.text
    hint = phrase("write it once, in one of the languages") if isinstance(node, Mapping) else None
    return binder.expected(node, phrase("one text"), hint)


def name(node: Node, binder: Binder) -> object:
    """An id."""
    if isinstance(node, Scalar) and _NAME.fullmatch(node.text) and len(node.text) <= 80:
        return node.text
    hint = phrase("write letters, digits and hyphens, without spaces")
    return binder.expected(node, phrase("a name"), hint)


def colour_of(node: Node, binder: Binder) -> object:
    """`"#RRGGBB"`, or `["#RRGGBB", opacity]`."""
    if isinstance(node, Sequence) and len(node.items) == 2:
        full, opacity = colour_of(node.items[0], binder), share(node.items[1], binder)
        if isinstance(full, Colour) and isinstance(opacity, float):
            return full.faded(opacity)
        return UNFIT
    if isinstance(node, Scalar):
        try:
            return colour(node.text)
        except ValueError:
            pass
    return binder.expected(node, phrase("a colour"), phrase('write "#DFA126", with the quotes'))


def enter(node: Node, binder: Binder) -> object:
    """How something comes on: a style, a time, or both."""
    words = _text(node).split(maxsplit=1)
    styles = {
        "grow": Enter("grow"),
        "rise": Enter("rise"),
        "fade": Enter("fade"),
        "none": Enter("none"),
    }
    if not words:
        return binder.expected(node, phrase("a way to come on"), write(quoted("grow 1.2 s")))
    if words[0] not in styles:
        hint = binder.findings.meant(words[0], styles)
        word = node if not isinstance(node, Scalar) else inner(node, 0, len(words[0]))
        what = phrase("nothing can come on by '{word}'", word=words[0])
        binder.findings.error(word, "unknown-entry", what, hint)
        return UNFIT
    duration = timed(node, words, binder)
    if duration is UNFIT:
        return UNFIT
    return replace(styles[words[0]], duration_s=duration if isinstance(duration, float) else None)


def timed(node: Node, words: list[str], binder: Binder) -> object:
    """The time after a word (`dissolve 800 ms`); None when none was written."""
    if len(words) == 1 or not isinstance(node, Scalar):
        return None
    return seconds(inner(node, node.text.find(words[1]), len(words[1])), binder)


CONVERTERS: MappingABC[object, Converter] = {
    bool: truth,
    int: integer,
    float: number,
    str: word,
    Column: word,
    Name: name,
    SlideId: name,
    Seconds: seconds,
    Share: share,
    Inches: inches,
    Metres: metres,
    Millimetres: millimetres,
    Colour: colour_of,
    Enter: enter,
}
