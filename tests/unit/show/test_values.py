"""What staff write is what is read: YAML 1.2, and values with their units."""

from __future__ import annotations

from typing import Literal

import pytest

from kiosk.options import Column, Enter, Seconds, Share, option
from kiosk.show.fields.bind import UNFIT, Binder
from kiosk.show.fields.values import CONVERTERS, Inches, Metres
from kiosk.show.findings import Findings
from kiosk.show.yaml.nodes import Mapping, Scalar, Source
from kiosk.show.yaml.resolve import bool_of, is_null, number_of
from kiosk.show.yaml.source import parsed
from kiosk.theme import Colour
from kiosk.values import dataclass


def scalar(text: str) -> Scalar:
    node = parsed(Source("x.yaml", f"a: {text}\n")).node
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    return value


def read(text: str, kind: object) -> object:
    """The value of `text` for a field of that type, or UNFIT."""
    binder = Binder(Findings(), CONVERTERS)
    node = parsed(Source("x.yaml", f"a: {text}\n")).node
    assert isinstance(node, Mapping)
    return binder.converter(kind)(node.entries[0][1], binder)


@pytest.mark.parametrize(
    "text", ["12:30", "no", "yes", "on", "1_000", "08:30-18:00", "0b11", "1e", "٣"]
)
def test_what_yaml_1_1_would_have_changed_is_a_text(text: str) -> None:
    node = scalar(text)

    assert node.text == text
    assert number_of(node) is None
    assert bool_of(node) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("010", 10),
        ("0o14", 12),
        ("0x1F", 31),
        ("-7", -7),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1e3", 1000),
    ],
)
def test_numbers_are_those_of_yaml_1_2(text: str, number: float) -> None:
    assert number_of(scalar(text)) == number


@pytest.mark.parametrize("text", [".inf", ".nan", "1e999", "9" * 5000, '"12"'])
def test_what_is_no_finite_number_or_is_quoted_is_none(text: str) -> None:
    assert number_of(scalar(text)) is None


def test_only_what_was_not_written_is_nothing() -> None:
    assert is_null(scalar("~"))
    assert is_null(scalar(""))
    assert not is_null(scalar('""'))
    assert not is_null(scalar("none"))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("800 ms", Seconds, 0.8),
        ("800ms", Seconds, 0.8),
        ("9 s", Seconds, 9.0),
        ("2 min", Seconds, 120.0),
        ("43 in", Inches, 43.0),
        ("109.22 cm", Inches, 43.0),
        ("1.5 m", Metres, 1.5),
        ("80 cm", Metres, 0.8),
        ("0.4", Share, 0.4),
        ("grow 1.2 s", Enter, Enter("grow", 1.2)),
        ("none", Enter, Enter("none")),
        ("sector", Column, "sector"),
        ("12:30", str, "12:30"),
        ("no", str, "no"),
        ("010", str, "010"),
        ("2.5", float, 2.5),
        ("[1, 2, 3]", tuple[int, ...], (1, 2, 3)),
        ("7", tuple[int, ...], (7,)),
        ("true", bool | None, True),
        ("left", Literal["left", "right"], "left"),
        ('"#FF0000"', Colour, Colour(1, 0, 0)),
        ('["#FF0000", 0.5]', Colour, Colour(1, 0, 0, 0.5)),
    ],
)
def test_a_value_is_read_by_the_type_of_its_field(text: str, kind: object, value: object) -> None:
    found = read(text, kind)

    assert found == (pytest.approx(value) if isinstance(value, float) else value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9", Seconds),
        ("-1 s", Seconds),
        ("25 h", Seconds),
        ("９ s", Seconds),
        ("2", Share),
        ("many", float),
        ("2.5", int),
        ("[1, x]", tuple[int, ...]),
        ("red", Colour),
        ('["#FF0000", 2]', Colour),
        ("up", Literal["left", "right"]),
    ],
)
def test_a_value_that_does_not_fit_is_reported_and_left_out(text: str, kind: object) -> None:
    assert read(text, kind) is UNFIT


@dataclass(frozen=True, kw_only=True)
class Base:
    id: str = option("A name.", "")


@dataclass(frozen=True, kw_only=True)
class Gauge(Base):
    value: float = option("What it shows.")
    from_: float = option("Where it begins.", 0.0)
    full_circle: bool = option("Whether it goes all the way round.", default=False)


def bound(text: str) -> tuple[object, list[str]]:
    findings = Findings()
    node = parsed(Source("x.yaml", text)).node
    assert node is not None
    gauge = Binder(findings, CONVERTERS).bound(node, Gauge)
    return gauge, [problem.code for problem in findings.problems]


def test_the_fields_of_a_kind_are_written_with_hyphens() -> None:
    gauge, problems = bound("{value: 3, from: 1, full-circle: true, id: a}")

    assert gauge == Gauge(id="a", value=3.0, from_=1.0, full_circle=True)
    assert problems == []


def test_a_single_value_is_the_first_field_that_the_kind_has_of_its_own() -> None:
    assert bound("3") == (Gauge(value=3.0), [])


def test_all_mistakes_of_a_kind_are_found_at_once() -> None:
    assert bound("{value: x, fulcircle: true, from: y}") == (
        UNFIT,
        ["wrong-value", "unknown-field", "wrong-value"],
    )


def test_a_field_type_that_nobody_can_write_is_a_bug() -> None:
    with pytest.raises(TypeError, match="complex"):
        Binder(Findings(), CONVERTERS).converter(complex)
