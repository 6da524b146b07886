"""How figures are printed in Chinese and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.quantity import Bound, Quantity, Unit, number_in, printed, sentence
from kiosk.data.text import Text
from kiosk.numerals import number_text


def unit(zh: str, en: str) -> Unit:
    return Unit(Text((("zh", zh), ("en", en))))


YI_YUAN = Unit(Text((("zh", "亿元"), ("en", "bn yuan"))), (("zh", 1.0), ("en", 0.1)), is_named=True)
YI_USD = Unit(
    Text((("zh", "亿美元"), ("en", "m US$"))), (("zh", 1.0), ("en", 100.0)), is_named=True
)
WAN_USD = Unit(
    Text((("zh", "万美元"), ("en", "m US$"))), (("zh", 1.0), ("en", 0.01)), is_named=True
)


@pytest.mark.parametrize(
    ("quantity", "zh", "en"),
    [
        (Quantity(2442, 0, YI_YUAN), "2442亿元", "244.2 bn yuan"),
        (Quantity(1990.8, 1, YI_YUAN), "1990.8亿元", "199.08 bn yuan"),
        (Quantity(36, 0, YI_YUAN), "36亿元", "3.6 bn yuan"),
        (Quantity(5.1, 1, YI_USD), "5.1亿美元", "510 m US$"),
        (Quantity(2193, 0, WAN_USD), "2193万美元", "21.93 m US$"),
        (Quantity(1600, 0, YI_YUAN, "over"), "超过1600亿元", "more than 160 bn yuan"),
        (Quantity(300, 0, unit("个", "parks"), "over"), "超过300个", "more than 300 parks"),
        (Quantity(190, 0, unit("家", "firms"), "about"), "约190家", "nearly 190 firms"),
        (Quantity(18.5, 1, unit("%", "%")), "18.5%", "18.5%"),
        (Quantity(18.0, 1, unit("%", "%")), "18.0%", "18.0%"),
        (Quantity(70, 0, unit("%", "%"), "over"), "超过70%", "more than 70%"),
        (Quantity(448000, 0, unit("辆", "vehicles")), "44.8万辆", "448,000 vehicles"),
        (Quantity(45000000, 0, unit("人次", "passengers")), "4500万人次", "45 m passengers"),
        (Quantity(8000000, 0, unit("平方米", "m²")), "800万平方米", "8 million m²"),
        (Quantity(320000000, 0, unit("人", "people")), "3.2亿人", "320 m people"),
        (Quantity(2.5e9, 0, unit("人次", "trips")), "25亿人次", "2.5 bn trips"),
        (Quantity(1234000000, 0, unit("人次", "trips")), "12.34亿人次", "1,234 m trips"),
        (Quantity(1.2e12, 0, unit("元", "yuan")), "1.2万亿元", "1.2 tn yuan"),
        (Quantity(1492, 0, unit("人", "people")), "1492人", "1,492 people"),
        (Quantity(1990, 0, unit("年", "year")), "1990年", "1990"),
        (Quantity(10, 0, unit("年", "years")), "10年", "10 years"),
        (Quantity(1 / 3, 6, text="1/3"), "1/3", "1/3"),
        (Quantity(1 / 7, 6, bound="over", text="1/7"), "超过1/7", "more than 1/7"),
        (Quantity(-3.5, 1, unit("%", "%")), "−3.5%", "−3.5%"),
    ],
)
def test_a_sentence_says_bound_number_and_unit_as_the_language_does(
    quantity: Quantity, zh: str, en: str
) -> None:
    assert sentence(quantity, "zh") == zh
    assert sentence(quantity, "zh-Hans-CN") == zh
    assert sentence(quantity, "en") == en


def test_the_bare_number_keeps_the_word_for_its_size() -> None:
    vehicles = Quantity(448000, 0, unit("辆", "vehicles"), "over")

    assert number_in(vehicles, "zh") == "44.8万"
    assert number_in(vehicles, "en") == "448,000"
    assert number_in(Quantity(45000000), "en") == "45 m"


def test_a_big_figure_keeps_its_bound_apart_and_its_size_with_its_unit() -> None:
    vehicles = Quantity(448000, 0, unit("辆", "vehicles"), "over")

    chinese, english = printed(vehicles, "zh"), printed(vehicles, "en")

    assert (chinese.value, chinese.decimals, chinese.unit) == (44.8, 1, "万辆")
    assert (english.value, english.decimals, english.unit) == (448000, 0, "vehicles")
    assert (chinese.grouped, english.grouped) == (False, True)
    assert chinese.bound == english.bound == "over"
    assert printed(Quantity(45000000, 0, unit("人次", "passengers")), "en").unit == "m passengers"


def test_a_ratio_is_shown_instead_of_its_number() -> None:
    assert printed(Quantity(0.05, 2, text="1/20"), "zh").text == "1/20"


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    assert number_text(-0.04, 1, grouped=True) == "0.0"
    assert number_text(-1234.5, 1, grouped=True) == "−1,234.5"


@given(
    value=st.integers(-(10**11), 10**11),
    decimals=st.integers(0, 3),
    bound=st.sampled_from(["exact", "over", "about"]),
    kind=st.sampled_from([YI_YUAN, WAN_USD, unit("个", "parks"), unit("年", "years"), Unit()]),
)
def test_no_language_states_another_value_than_the_source(
    value: int, decimals: int, bound: Bound, kind: Unit
) -> None:
    quantity = Quantity(value / 10**decimals, decimals, kind, bound)
    sizes = {"亿": 1e8, "万": 1e4, "万亿": 1e12, "m": 1e6, "million": 1e6, "bn": 1e9}

    for language in ("zh", "en"):
        said = number_in(quantity, language).replace("−", "-").replace(",", "")
        digits = said.rstrip("亿万milonb ")
        size = sizes.get(said[len(digits) :].strip(), 1.0)

        stated = float(digits) * size / kind.factor(language)
        assert stated == pytest.approx(quantity.value, rel=1e-12, abs=1e-9)
