"""Text that fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.labels import fitted
from kiosk.charts.rows import unique_keys
from tests.unit.charts.stand_ins import LANDSCAPE, EmMeasure

STYLE = LANDSCAPE.style("label")


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert fitted("汽车", STYLE, 200, LANDSCAPE) == (("汽车",), STYLE)


def test_a_text_shrinks_before_it_is_cut() -> None:
    lines, style = fitted("汽车产业", STYLE, 130, LANDSCAPE)

    assert lines == ("汽车产业",)
    assert 0.7 * STYLE.size <= style.size < STYLE.size


def test_a_break_that_may_be_is_seen_only_where_it_is_taken() -> None:
    assert fitted("国家高新\u200b技术企业", STYLE, 2000, LANDSCAPE, 2)[0] == ("国家高新技术企业",)
    assert fitted("国家高新\u200b技术企业", STYLE, 130, LANDSCAPE, 2)[0] == ("国家高新", "技术企业")


def test_a_text_is_broken_where_two_lines_are_allowed() -> None:
    lines, _ = fitted("Electronics and phones", STYLE, 300, LANDSCAPE, 2)

    assert lines == ("Electronics and", "phones")


def test_no_letter_stands_twice_or_is_lost_where_a_text_is_cut_after_some_lines() -> None:
    text = "The multimodal transport project of the upper Yangtze"

    lines, _ = fitted(text, STYLE, 260, LANDSCAPE, 3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert text.startswith(" ".join(lines).removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Districts", 80.0, ()), ("Districts", 100.0, ("Distr…",)),
        ("经济技术开发区", 80.0, ()), ("经济技术开发区", 110.0, ("经济技…",)),
        ("两路", 60.0, ("两路",)),
    ],
)  # fmt: skip
def test_a_piece_of_a_name_that_tells_nothing_is_left_out(
    text: str, width: float, shown: tuple[str, ...]
) -> None:
    assert fitted(text, STYLE, width, LANDSCAPE)[0] == shown


@given(st.text("汽车 abc，1", max_size=60), st.floats(0, 900), st.integers(1, 3), st.booleans())
def test_no_line_is_wider_than_its_place(
    text: str, width: float, most: int, may_shrink: bool
) -> None:
    lines, style = fitted(text, STYLE, width, LANDSCAPE, most, may_shrink=may_shrink)

    assert len(lines) <= most
    assert all(EmMeasure().advance(line, style) <= width + 1e-6 for line in lines)


@given(st.lists(st.sampled_from(("a", "b", "a#2", "a#3", "")), max_size=40))
def test_keys_are_unique_and_keep_the_first_of_each_name(names: list[str]) -> None:
    keys = unique_keys(names)

    assert len(set(keys)) == len(names)
    assert all(key.startswith(name) for key, name in zip(keys, names, strict=True))
