"""How long a slide must stay to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.kinds.bar import Bar
from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import Text, plain
from kiosk.layouts.base import Parts
from kiosk.options import Column
from kiosk.show.reading import reading_s


def test_a_slide_without_words_settles_for_three_seconds() -> None:
    assert reading_s(Parts(), "zh") == 3.0


def test_chinese_takes_a_fifth_of_a_second_a_character() -> None:
    parts = Parts(title=plain("渝北两千"), text=plain("一二三四五，六。"))

    assert reading_s(parts, "zh") == pytest.approx(3.0 + 10 / 5)


def test_english_takes_a_third_of_a_second_a_word() -> None:
    parts = Parts(title=plain("One car in three"), caption=plain("Chongqing's cars, 2024"))

    assert reading_s(parts, "en") == pytest.approx(3.0 + 7 / 3.3)


def test_only_the_language_shown_is_read() -> None:
    parts = Parts(title=Text((("zh", "渝北"), ("en", "One two three four five six seven"))))

    assert reading_s(parts, "zh") == pytest.approx(3.4)


@given(first=st.text(), second=st.text())
def test_more_text_never_takes_less_time(first: str, second: str) -> None:
    short = reading_s(Parts(title=plain(first)), "zh")

    longer = reading_s(Parts(title=plain(first), text=plain(second)), "zh")

    assert longer >= short >= 3.0


def test_what_was_read_before_takes_no_time_again() -> None:
    before = Parts(title=plain("one two"), caption=plain("three"))
    after = Parts(title=plain("one two"), caption=plain("four five six"))

    assert reading_s(after, "en", before) == pytest.approx(3 + 3 / 3.3)


def test_a_name_in_a_chart_is_read_once_and_of_very_many_only_the_first() -> None:
    def chart(names: list[str]) -> Parts:
        rows = tuple((plain(name), Quantity(1.0)) for name in names)
        table = Table(("name", "y"), rows)
        return Parts(charts=(Bar(data=table, x=Column("name"), y=Column("y")),))

    assert reading_s(chart(["cars", "phones", "cars"]), "en") == pytest.approx(3 + 2 / 3.3)
    assert reading_s(chart([f"n{n}" for n in range(5000)]), "en") < 15.0
