"""Texts without a language: who can read them."""

from __future__ import annotations

import pytest

from kiosk.data.scripts import unread

BOTH = ("zh", "en")


@pytest.mark.parametrize(
    "text",
    [
        "重庆", "T3航站楼", "渝北 GDP 增长", "人/平方公里", "“渝北”", "水", "C919 客机",
        "重庆江北国际机场 T3 航站楼在 Yubei",
    ],
)  # fmt: skip
def test_chinese_is_not_read_in_english(text: str) -> None:
    assert unread(text, BOTH) == ("en",)


@pytest.mark.parametrize(
    "text",
    [
        "A walk around the lake takes forty minutes", "people in the district each year",
        "Nine months in, this is how much already stands", "more than one in three",
    ],
)  # fmt: skip
def test_an_english_sentence_is_not_read_in_chinese(text: str) -> None:
    assert unread(text, BOTH) == ("zh",)


@pytest.mark.parametrize(
    "text",
    [
        "", "2024", "44.8%", "¥ 1,104", "T3", "C919", "GDP", "km²", "kWh", "m/s", "CO₂", "π · Ω",
        "Yubei 2024", "Chongqing Jiangbei International Airport", "BYD",
        "Bank of the West and of the East", "iPhone 16 Pro", "Museo de la Ciudad de México",
        "www.example.org/the/way/home", "hall@example.org", "Hello world", "photo: Li Lei",
        "《》——……", "🙂",
        "中央公园 Central Park", "重庆 Chongqing", "渝北 Yubei · 两江新区 Liangjiang New Area",
    ],
)  # fmt: skip
def test_figures_names_signs_and_what_says_all_twice_are_read_everywhere(text: str) -> None:
    assert unread(text, BOTH) == ()


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("重庆", ("zh", "ja", "ko", "de"), ("ko", "de")),
        ("さくら", ("ja", "zh"), ("zh",)),
        ("서울", ("ko", "en"), ("en",)),
        ("Привет", ("ru", "kk", "en"), ("en",)),
        ("שלום", ("he", "ar"), ("ar",)),
        ("مرحبا", ("ar", "zh-Hans"), ("zh-Hans",)),
        ("Eine Runde um den See", ("de", "en", "fr"), ()),
        ("a walk around our lake", ("en", "ru"), ("ru",)),
        ("重庆", ("zh-Hant", "yue"), ()),
    ],
)
def test_who_reads_a_script_is_known_of_other_languages_too(
    text: str, languages: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert unread(text, languages) == expected
