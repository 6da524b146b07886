"""What staff write for a single value of each type: as JSON Schema, and by example.

Patterns are read by JavaScript and by Python; they refuse nothing that the loader takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingABC

from kiosk.charts.annotations.annotation import AtPlace, AtValue
from kiosk.data.feed import ADDRESS, Address, LiveFile
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import Prose, Text
from kiosk.kinds import kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.layouts.base import Layout
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.options import At, Column, Enter, File, PortraitAt, Seconds, Share, SlideId
from kiosk.show.facts import Period
from kiosk.show.fields.canvas import Canvas
from kiosk.show.fields.figures import Figure
from kiosk.show.fields.values import (
    INCHES,
    METRES,
    MILLIMETRES,
    SECONDS,
    Inches,
    Metres,
    Millimetres,
    Name,
)
from kiosk.show.load import FactsFile, Languages
from kiosk.show.machine import Host, LanguageTag, Secrets
from kiosk.show.model import Turn
from kiosk.show.opening.days import Since, Until
from kiosk.show.slides import ChapterFiles, Notes, Stay
from kiosk.theme import Colour
from kiosk.values import dataclass

Schema = MappingABC[str, object]

SCALAR = ("string", "number", "boolean")  # what YAML may take a word for
LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_NUMBER = r"([0-9]+(\.[0-9]+)?|\.[0-9]+)"
_TIME = rf"{_NUMBER}\s*(ms|s|min|h)"
_CANVAS = r"^\s*[0-9]{3,5}\s*[xX×]\s*[0-9]{3,5}\s*$"
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_PUNCTUATION = r"\s!-,./:-@\[-^`{-~"
_FILE = r"^(?![/~]|[A-Za-z]:|[a-z]+://)(?!(.*/)?\.\.(/|$))[^\\]+$"


@dataclass(frozen=True, slots=True)
class Value:
    """What is written for a type. example: as in YAML.

    default: how a default of the type is written; nothing where it says nothing.
    """

    schema: Schema
    example: str
    default: Callable[[object], str] = lambda _: ""


def text_schema(longest: int | None = None) -> Schema:
    """A text, or one for each language."""
    one: Schema = {"type": SCALAR} if longest is None else {"type": SCALAR, "maxLength": longest}
    many = {
        "type": "object",
        "minProperties": 1,
        "properties": {"zh": one, "en": one},
        "propertyNames": {"pattern": LANGUAGE},
        "additionalProperties": one,
    }
    return {"anyOf": [one, many]}


def prose_schema(longest: int) -> Schema:
    """A text of several lines: as a text, or as a list of texts, in one language or in each."""
    one: Schema = {"type": SCALAR, "maxLength": longest}
    in_one = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
    many = {
        "type": "object",
        "minProperties": 1,
        "properties": {"zh": in_one, "en": in_one},
        "propertyNames": {"pattern": LANGUAGE},
        "additionalProperties": in_one,
    }
    listed = {"type": "array", "items": text_schema(longest), "minItems": 1}
    return {"anyOf": [one, many, listed]}


def pattern(regex: str) -> Schema:
    """A text of that form."""
    return {"type": "string", "pattern": regex}


def choice(words: Iterable[object]) -> Schema:
    """One of several words."""
    return {"enum": [*words]}


def _measure(units: MappingABC[str, float]) -> Schema:
    return pattern(rf"^\s*{_NUMBER}\s*({'|'.join(units)})\s*$")


def _sized(unit: str) -> Callable[[object], str]:
    return lambda value: f"{value:g} {unit}"


def _seconds(value: object) -> str:
    assert isinstance(value, float)
    return f"{value:g} s" if value >= 1 or not value else f"{value * 1000:g} ms"


def _enter(value: object) -> str:
    assert isinstance(value, Enter)
    length = "" if value.duration_s is None else f" {_seconds(value.duration_s)}"
    return f"{value.style}{length}"


def _turn(value: object) -> str:
    assert isinstance(value, Turn)
    return f"{value.kind} {_seconds(value.duration_s)}"


def _stay(value: object) -> str:
    assert isinstance(value, Stay)
    return "auto" if value.seconds is None else _seconds(value.seconds)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _canvas(value: object) -> str:
    assert isinstance(value, Canvas)
    return f"{value.width} x {value.height}"


def _number(value: object) -> str:
    assert isinstance(value, int | float)
    return f"{value:g}"


def turn_schema() -> Schema:
    """A transition's name, and how long it takes."""
    return pattern(rf"^\s*({'|'.join(kind_names(TRANSITIONS))})(\s+{_TIME})?\s*$")


_WORD: Schema = {"type": SCALAR}
_PATH: Schema = {"type": SCALAR, "pattern": _FILE}
_ID: Schema = {
    "type": SCALAR,
    "pattern": f"^[^{_PUNCTUATION}-][^{_PUNCTUATION}]*$",
    "maxLength": 80,
}
_TAG = pattern(LANGUAGE)
_BOX: Schema = {
    "type": "array", "items": {"type": "number", "minimum": 0}, "minItems": 4, "maxItems": 4,
}  # fmt: skip
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_BARE: Schema = {  # {=98} without quotes, which YAML reads as a field without a value
    "type": "object", "maxProperties": 1, "minProperties": 1,
    "patternProperties": {"^=": {"type": "null"}}, "additionalProperties": False,
}  # fmt: skip
QUANTITY: Schema = {"anyOf": [{"type": "number"}, pattern(r"^(\$|\{=)"), _BARE]}
_PAIR: Schema = {"type": "array", "minItems": 2, "maxItems": 2}
_TEXT = text_schema(2000)
_PLACE: Schema = {"anyOf": [_TEXT, QUANTITY, {**_PAIR, "items": {"anyOf": [_TEXT, QUANTITY]}}]}
_HUE: Schema = pattern("^#[0-9A-Fa-f]{6}$")
_DAY = pattern(rf"^\s*{_DATE}([ T]+[0-9]{{1,2}}:[0-9]{{2}})?\s*$")

VALUES: MappingABC[object, Value] = {
    bool: Value({"type": "boolean"}, "true", _plain),
    int: Value({"type": "integer"}, "3", _plain),
    float: Value({"type": "number"}, "0.5", _number),
    str: Value(_WORD, "…", _plain),
    Text: Value(text_schema(2000), "{zh: …, en: …}"),
    Prose: Value(prose_schema(2000), "{zh: …, en: …}"),
    Notes: Value(prose_schema(20000), "…"),
    AtPlace: Value(_PLACE, "2020"),
    AtValue: Value({"anyOf": [QUANTITY, {**_PAIR, "items": QUANTITY}]}, "100"),
    Column: Value(_WORD, "sector"),
    Name: Value(_ID, "two-pillars", _plain),
    SlideId: Value(_ID, "two-pillars", _plain),
    File: Value(_PATH, "photo.jpg", _plain),
    LiveFile: Value(_PATH, "live/gates.csv", _plain),
    FactsFile: Value(_PATH, "facts.yaml", _plain),
    ChapterFiles: Value({"type": "array", "items": _PATH}, "[one.yaml, two.yaml]"),
    Languages: Value({"anyOf": [_TAG, {"type": "array", "items": _TAG}]}, "[zh, en]"),
    LanguageTag: Value(_TAG, "en"),
    Host: Value(pattern(r"^((\*\.)?[\w.-]+|[0-9a-fA-F:]+)$"), "numbers.example.org"),
    Secrets: Value({"type": "object", "additionalProperties": _WORD}, "{meter: …}"),
    Address: Value(pattern(ADDRESS), "https://numbers.example.org/gates.json"),
    Seconds: Value(_measure(SECONDS), "800 ms", _seconds),
    Canvas: Value(pattern(_CANVAS), "1920 x 1080", _canvas),
    At: Value(_BOX, "[960, 240, 720, 600]"),
    PortraitAt: Value(_BOX, "[72, 960, 936, 600]"),
    Inches: Value(_measure(INCHES), "43 in", _sized("in")),
    Metres: Value(_measure(METRES), "1.5 m", _sized("m")),
    Millimetres: Value(_measure(MILLIMETRES), "800 mm", _sized("mm")),
    Share: Value(_SHARE, "0.5", _number),
    Colour: Value(
        {"anyOf": [_HUE, {"type": "array", "items": [_HUE, _SHARE], "minItems": 2, "maxItems": 2}]},
        '"#DFA126"',
    ),
    Enter: Value(pattern(rf"^\s*(grow|rise|fade|none)(\s+{_TIME})?\s*$"), "grow 1.2 s", _enter),
    Turn: Value(turn_schema(), "dissolve 800 ms", _turn),
    Stay: Value(pattern(rf"^(auto|\s*{_TIME}\s*)$"), "9 s", _stay),
    Since: Value(_DAY, "2026-12-01"),
    Until: Value(_DAY, "2026-12-31 18:00"),
    Layout: Value(choice(kind_names(LAYOUTS)), "picture-left"),
    Quantity: Value(QUANTITY, "$auto_output"),
    Figure: Value({"type": "number"}, "44.8"),
    Unit: Value(
        {"anyOf": [_WORD, {"type": "object", "additionalProperties": _WORD, "minProperties": 1}]},
        "{zh: 亿元, en: bn yuan}",
    ),
    Period: Value(_WORD, '"2024 H1"'),
}
