"""A text states the same figures in every language."""

from __future__ import annotations

import pytest

from kiosk.data.differing import differing
from kiosk.data.text import Mention, Words


def differ(chinese: str, other: str, language: str = "en") -> tuple[str, str] | None:
    found = differing(Words(chinese), "zh", Words(other), language)
    return None if found is None else (found[0].written, found[1].written)


@pytest.mark.parametrize(
    ("chinese", "english", "figures"),
    [
        ("产值 98 亿元", "output of 89 bn yuan", ("98", "89")),
        ("产值 98 亿元", "output of 98 bn yuan", ("98", "98")),  # 9.8 bn
        ("1104亿元", "110.4 m yuan", ("1104", "110.4")),
        ("1.2 万人", "1,200 people", ("1.2", "1,200")),
        ("3 成", "about 40 %", ("3", "40")),
        ("三成", "40 per cent of it", None),  # a word for a number may be something else
        ("占百分之三十五", "53 % of it", ("百分之三十五", "53")),
        ("九十八家", "89 firms", ("九十八", "89")),
        ("98 家", "eighty-nine firms", ("98", "eighty-nine")),
        ("2024年上半年", "first half of 2023", ("2024", "2023")),
        ("自1990年，增长49.9%", "up 94.9 % since 1990", ("49.9", "94.9")),
        ("占 1/3", "1/4 of them", ("1/3", "1/4")),
        ("5.1亿美元", "51 m US$", ("5.1", "51")),
    ],
)
def test_another_figure_is_found_with_both_as_they_are_written(
    chinese: str, english: str, figures: tuple[str, str] | None
) -> None:
    assert differ(chinese, english) == figures


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("1104 亿元", "110.4 bn yuan"),
        ("1.2 万人", "12,000 people"),
        ("4500万人次", "45 million passengers"),
        ("800万平方米", "8 million m²"),
        ("5.1亿美元", "510 m US$"),
        ("3 成", "30 %"),
        ("三成", "30 per cent"),
        ("百分之三十", "30%"),
        ("超过44万辆", "more than 440,000 vehicles"),
        ("近45万辆", "448,000 vehicles"),
        ("44.8万辆", "448,000 vehicles"),
        ("前8月", "in eight months"),
        ("2024年1—8月", "January to August 2024"),
        ("2024年10月1日", "1 October 2024"),
        ("新中国成立75周年", "the 75th anniversary of the People's Republic"),
        ("上世纪90年代", "in the 1990s"),
        ("百强企业15家", "15 of the top 100 firms"),
        ("每三台车有一台", "one car in 3"),
        ("三分之一", "1/3 of them"),
        ("C919 的玻璃纤维", "glass fibre for the C919, 5G and Wi-Fi 6"),
        ("T3 航站楼有 3 条跑道", "Terminal 3 has three runways"),
        ("8:30 开门，下午5点关门", "opens at 8.30 am, closes at 5 pm"),
        ("长 5 公里", "5,000 m long"),
        ("面积 3 平方公里", "300 hectares"),
        ("从十七到两千四", "From 17 to 2442"),
        ("产值2442亿元", "about US$ 34 bn"),  # another money
        ("超过300个公园", "parks everywhere"),
        ("十分好看", "worth 10 visits"),
        ("增长1倍", "doubled, to 2 m"),
        ("1500米，两小时", "1.5 km, 120 minutes"),
        ("２０２４年", "2024"),
        ("", "2024"),
        ("前8月产值大增", "448 firms"),  # a month is said in many ways
    ],
)
def test_the_same_in_other_units_words_and_precision_is_no_difference(
    chinese: str, english: str
) -> None:
    assert differ(chinese, english) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [("110,4 Milliarden", None), ("1.104 Millionen", None), ("89 Milliarden", ("1104", "89"))],
)
def test_of_a_language_whose_sizes_are_not_known_digits_alone_are_compared(
    text: str, figures: tuple[str, str] | None
) -> None:
    assert differ("1104 亿元", text, "de") == figures


def test_a_fact_that_both_name_is_the_same_however_it_is_printed() -> None:
    chinese = Words("宽 2.5 厘米", mentions=(Mention((2, 5), "width"),))
    english = Words("1 inch wide", mentions=(Mention((0, 1), "width"),))

    assert differing(chinese, "zh", english, "en") is None


def test_two_facts_with_other_figures_differ() -> None:
    chinese = Words("产值1104亿元", mentions=(Mention((2, 8), "cars"),))
    english = Words("114.9 bn yuan", mentions=(Mention((0, 13), "phones"),))

    assert differing(chinese, "zh", english, "en") is not None
