"""What a source tells becomes a table: numbers with units, names, and nothing where nothing is."""

from __future__ import annotations

import math
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.quantity import Quantity, Unit
from kiosk.data.records import Records, Value, in_zone
from kiosk.data.tabling import Need, cell_of, misfit, table_of
from kiosk.data.text import Text, plain
from kiosk.phrases import said

FLIGHTS = Unit(Text((("zh", "架次"), ("en", "flights"))))
NEEDS = (Need("gate"), Need("flights", is_number=True))


def why_not(*rows: tuple[Value, ...], columns: tuple[str, ...] = ("gate", "flights")) -> str:
    why = misfit(Records(columns, rows), NEEDS)
    return "" if why is None else said(why, "en")


@pytest.mark.parametrize(
    ("value", "number", "decimals"),
    [
        ("3", 3.0, 0), ("-0.50", -0.5, 2), ("1,234.5", 1234.5, 1), ("+4", 4.0, 0), ("−7", -7.0, 0),
        (3, 3.0, 0), (12.5, 12.5, 1), (3.0, 3.0, 0), (0.30000000000000004, 0.3, 1),
        (21.4378213, 21.4378213, 2), (1e-07, 1e-07, 7), ("1e3", 1000.0, 0),
        ("45.5%", 45.5, 1), ("32 %", 32.0, 0), ("１５，１００", 15100.0, 0),
    ],
)  # fmt: skip
def test_what_reads_as_a_number_is_one_as_precise_as_somebody_can_read(
    value: Value, number: float, decimals: int
) -> None:
    cell = cell_of(value)

    assert isinstance(cell, Quantity)
    assert cell.value == pytest.approx(number)
    assert cell.decimals == decimals


def test_a_percentage_has_its_sign_unless_the_feed_says_what_it_counts() -> None:
    assert cell_of("45.5%") == Quantity(45.5, 1, Unit(plain("%")))
    assert cell_of("45.5%", FLIGHTS) == Quantity(45.5, 1, FLIGHTS)


@pytest.mark.parametrize("text", ["T3", "08:30", "2024-05-17", "007", "12 t", "nan", "1,23", "-"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert cell_of(text) == plain(text)


def test_numbers_count_what_their_column_says() -> None:
    table = table_of(Records(("gate", "flights"), (("A", "3"), ("B", None))), {"flights": FLIGHTS})

    assert table.column("gate") == (plain("A"), plain("B"))
    assert table.column("flights") == (Quantity(3.0, unit=FLIGHTS), None)


def test_rows_that_a_chart_cannot_show_say_why() -> None:
    assert why_not(("A", 3), ("B", None), ("C", "4"), ("D", " ")) == ""
    assert why_not(("A", "three")) == "'three' in the column 'flights' is no number"
    assert why_not(("A", math.nan)) == "'nan' in the column 'flights' is no number"
    assert why_not(("A", -math.inf)) == "'-inf' in the column 'flights' is no number"
    assert why_not(("A", "x" * 99)).startswith(f"'{'x' * 40}…' in")
    assert why_not(("A", 3), columns=("gate", "flight")) == (
        "it has no column 'flights', but gate, flight"
    )
    assert why_not(*[("A", 3)] * 100_001) == "it has more than 100,000 rows"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2026-06-01T06:05:00Z", "2026-06-01 14:05:00"),
        ("2026-06-01T06:05:00.250+00:00", "2026-06-01 14:05:00.250"),
        ("2026-06-01 23:30:00+0800", "2026-06-01 23:30:00"),
        ("2026-06-01T06:05:00.999", "2026-06-01 06:05:00.999"),
        ("2026-13-01T06:05:00Z", "2026-13-01T06:05:00Z"),
        ("0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00+09:00"),
        ("2026-06-01", "2026-06-01"),
        ("T3", "T3"),
    ],
)
def test_moments_are_shown_as_a_clock_in_the_hall_shows_them(told: str, shown: str) -> None:
    zone = timezone(timedelta(hours=8))

    records = in_zone(Records(("at", "n"), ((told, 1), (None, 2))), zone)

    assert records == Records(("at", "n"), ((shown, 1), (None, 2)))


@given(st.text() | st.integers() | st.floats() | st.none())
def test_no_value_is_more_than_a_cell_can_bear(value: Value) -> None:
    cell = cell_of(value)

    assert cell is None or isinstance(cell, Text | Quantity)
    if isinstance(cell, Quantity):
        assert 0 <= cell.decimals < 400


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("name_zh", "name_en"), ("name.zh", "name.en"), ("name-zh", "name-en"),
     ("name (zh)", "name (en)"), ("name_zh_Hans", "name_en-GB"), ("name_zh-CN", "name_en")],
)  # fmt: skip
def test_columns_of_a_language_each_are_one_column_in_all_of_them(
    chinese: str, english: str
) -> None:
    records = Records((chinese, english, "count"), (("登机口 3", "Gate 3", 12), ("", None, 4)))

    table = table_of(records, {})

    first, second = table.column("name")
    assert isinstance(first, Text)
    assert [text for _, text in first.versions] == ["登机口 3", "Gate 3"]
    assert second is None
    assert table.column(english)[0] == plain("Gate 3")
    assert misfit(records, (Need("name"), Need("count", is_number=True))) is None


def test_a_row_that_lacks_a_language_says_it_in_another() -> None:
    table = table_of(Records(("of_zh", "of_en"), (("北京", ""), (None, "Rome"))), {})

    beijing, rome = table.column("of")
    assert isinstance(beijing, Text)
    assert isinstance(rome, Text)
    assert beijing.in_language("en") == "北京"
    assert rome.in_language("zh") == "Rome"


def test_a_column_that_is_there_is_no_other_ones_together() -> None:
    rows = (("T3", "三号", "three"),)

    table = table_of(Records(("name", "name_zh", "name_en"), rows), {})

    assert table.columns == ("name", "name_zh", "name_en")


def test_one_column_alone_is_no_languages() -> None:
    assert table_of(Records(("gate_in", "flights"), (("A", 3),)), {}).columns == (
        "gate_in", "flights",
    )  # fmt: skip


def test_a_name_in_languages_is_no_number() -> None:
    records = Records(("count_zh", "count_en"), ((3, 3),))

    why = misfit(records, (Need("count", is_number=True),))

    assert why is not None
    assert said(why, "en") == "it has no column 'count', but count_zh, count_en"
