"""Excel's workbooks become records, or a sentence says why not."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.feeds.kinds.excel import Excel
from kiosk.phrases import Phrase, said


def book(*rows: tuple[object, ...], title: str = "Sheet") -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append([*row])
    made.create_sheet("empty")
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def read(content: bytes, sheet: str = "") -> Records | str:
    answer = Excel(excel=LiveFile("x.xlsx"), sheet=sheet).records(content)
    return said(answer, "en") if isinstance(answer, Phrase) else answer


def test_the_first_row_names_the_columns_and_the_others_are_rows() -> None:
    content = book((), ("gate", None, "flights"), ("A", "x", 3), (), ("B", None, 2.5))

    assert read(content) == Records(("gate", "flights"), (("A", 3), ("B", 2.5)))


def test_times_are_written_as_charts_read_them() -> None:
    moment = datetime(2026, 6, 1, 8, 30)  # noqa: DTZ001 - Excel knows no zones
    content = book(("at",), (moment,), (date(2026, 6, 1),), (time(8, 30),), (True,))

    assert read(content) == Records(
        ("at",), (("2026-06-01 08:30:00",), ("2026-06-01",), ("08:30:00",), ("true",))
    )


def test_a_sheet_is_found_by_its_name() -> None:
    content = book(("a",), (1,), title="闸口")

    assert read(content, "闸口") == Records(("a",), ((1,),))
    assert read(content, "Gates") == "it has no sheet 'Gates', but 闸口, empty"
    assert read(content, "empty") == "it is empty"


@pytest.mark.parametrize("cut", [0, 10, 1000, -1])
def test_a_workbook_that_is_half_saved_is_none(cut: int) -> None:
    assert read(book(("a",), (1,))[:cut]) == "it is no Excel workbook"


def test_a_small_file_that_holds_a_large_one_is_refused() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(250_000_000))

    assert len(content.getvalue()) < 1_000_000
    assert read(content.getvalue()) == "it has more than 200 MB"


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_no_damage_is_more_than_it_can_bear(place: int, damage: bytes) -> None:
    content = bytearray(DAMAGED)
    content[place : place + len(damage)] = damage

    answer = read(bytes(content))

    assert isinstance(answer, Records | str)


DAMAGED = book(("gate", "flights"), ("A", 3))
