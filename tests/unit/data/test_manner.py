"""How numbers are said in languages that the program has no style of its own for."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from kiosk.data.manner import manner_of
from kiosk.data.quantity import Quantity, Unit, number_in, printed, sentence
from kiosk.data.text import Text, plain
from kiosk.numerals import number_text

LANGUAGES = ("de", "fr", "es", "ru", "ar", "hi", "ja", "sv", "pt-PT", "tr")
PER_CENT = Unit(plain("%"))


def by_babel(value: float, decimals: int, language: str) -> str:
    """The same number as Babel prints it, with a true minus sign."""
    exact = Decimal(f"{value:.{decimals}f}")
    pattern = Locale.parse(language, sep="-").decimal_formats[None].pattern
    digits = "." + decimals * "0" if decimals else ""
    shown = format_decimal(
        abs(exact), pattern.replace(".###", digits), locale=language.replace("-", "_")
    )
    sign = Locale.parse(language, sep="-").number_symbols["latn"]["minusSign"]
    return f"{sign.replace('-', '−')}{shown}" if exact < 0 else shown


@given(
    value=st.floats(-1e12, 1e12),
    decimals=st.integers(0, 4),
    language=st.sampled_from(LANGUAGES),
)
def test_digits_are_set_apart_as_babel_does(value: float, decimals: int, language: str) -> None:
    numerals = manner_of(language).numerals

    shown = number_text(value, decimals, grouped=True, numerals=numerals)

    assert shown == by_babel(value, decimals, language)


@given(language=st.sampled_from(locale_identifiers()), value=st.floats(-1e14, 1e14))
def test_every_language_of_cldr_says_every_number(language: str, value: float) -> None:
    tag = language.replace("_", "-")
    metres = Quantity(value, 1, Unit(plain("m²")), "about")

    assert sentence(metres, tag).endswith("m²")
    assert printed(metres, tag).unit.endswith("m²")


@pytest.mark.parametrize(
    ("language", "number", "sized", "share", "below"),
    [
        ("de", "1.234,5", "45\xa0Mio.", "12,5\xa0%", "−3,5\xa0%"),
        ("de-CH", "1’234.5", "45\xa0Mio.", "12.5%", "−3.5%"),
        ("fr", "1\u202f234,5", "45\xa0M", "12,5\xa0%", "−3,5\xa0%"),
        ("es", "1.234,5", "45\xa0M", "12,5\xa0%", "−3,5\xa0%"),
        ("sv", "1\xa0234,5", "45\xa0mn", "12,5\xa0%", "−3,5\xa0%"),
        ("en-US", "1,234.5", "45M", "12.5%", "−3.5%"),
        ("tr", "1.234,5", "45\xa0Mn", "%12,5", "%−3,5"),
        ("ja", "1,234.5", "4500万", "12.5%", "−3.5%"),
        ("ko", "1,234.5", "4500만", "12.5%", "−3.5%"),
        ("zh-Hant", "1234.5", "4500萬", "12.5%", "−3.5%"),
        ("hi", "1,234.5", "4.5\xa0क॰", "12.5%", "−3.5%"),
        ("ar", "1,234.5", "45\xa0مليون", "12.5%", "\u200e−3.5%"),
    ],
)
def test_a_language_has_its_own_signs_and_words(
    language: str, number: str, sized: str, share: str, below: str
) -> None:
    assert number_in(Quantity(1234.5, 1), language) == number
    assert number_in(Quantity(45e6), language) == sized
    assert sentence(Quantity(12.5, 1, PER_CENT), language) == share
    assert sentence(Quantity(-3.5, 1, PER_CENT), language) == below


@pytest.mark.parametrize("language", ["de", "fr", "ru", "sv", "en-US", "hi"])
@pytest.mark.parametrize("value", [2e6, 45e6, 3e9])
def test_round_numbers_have_the_word_for_their_size_that_babel_has(
    language: str, value: float
) -> None:
    compact = format_compact_decimal(value, locale=language.replace("-", "_"), fraction_digits=2)

    assert number_in(Quantity(value), language).casefold() == compact.casefold()


@given(value=st.integers(-1000, 1000), language=st.sampled_from(LANGUAGES))
def test_per_cent_stands_where_babel_puts_it(value: int, language: str) -> None:
    shown = sentence(Quantity(value, 0, PER_CENT), language)

    expected = format_percent(abs(value) / 100, locale=language.replace("-", "_"))
    bare = expected.replace("\u200e", "")
    minus = manner_of(language).numerals.minus
    assert shown.replace(minus, "") == bare


def test_a_number_and_its_unit_never_part_at_the_end_of_a_line() -> None:
    cars = Quantity(448000, 0, Unit(Text((("de", "Autos"),))), "over")

    assert sentence(cars, "de") == ">\xa0448.000\xa0Autos"


def test_digits_are_western_even_where_the_language_has_others() -> None:
    for language in ("ar", "ar-EG", "fa", "mr", "bn", "my"):
        digits = [sign for sign in number_in(Quantity(1234.5, 1), language) if sign.isdigit()]
        assert "".join(digits) == "12345"


def test_years_are_written_without_a_sign_between_their_digits() -> None:
    year = Quantity(1990, 0, Unit(Text((("de", "Jahr"), ("en", "year")))))

    assert number_in(year, "de") == "1990"


def test_a_variant_that_cldr_does_not_know_is_said_like_its_language() -> None:
    assert manner_of("de-1996") == manner_of("de")


def test_an_unknown_language_is_said_like_english() -> None:
    assert manner_of("tlh") == manner_of("en")


def test_chinese_and_english_do_without_babel() -> None:
    says = (
        "import sys; from datetime import datetime as d; from kiosk.data.quantity import *;"
        "from kiosk.data.dates import *; whole = Quantity(45e6);"
        "print([f(whole, x) for x in ('zh', 'en') for f in (printed, sentence)]);"
        "print([weekday_written(d(2024, 5, 17), x) for x in ('zh', 'en')]);"
        "sys.exit('babel' in sys.modules)"
    )

    told = subprocess.run([sys.executable, "-c", says], check=False, timeout=60)

    assert told.returncode == 0
