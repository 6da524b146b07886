"""The language in which the program speaks to staff."""

from __future__ import annotations

import sys

import pytest

from kiosk.author.system_language import system_language, ui_language
from kiosk.phrases import Language


@pytest.mark.parametrize(
    ("number", "language"),
    [(0x0804, "zh"), (0x0404, "zh"), (0x0C04, "zh"), (0x0409, "en"), (0x0407, "en"), (0, "en")],
)
def test_windows_says_it_by_a_number_whose_low_bits_are_the_language(
    number: int, language: Language
) -> None:
    assert system_language({}, lambda: number) == language


def test_a_locale_that_somebody_has_set_counts_before_the_menus_of_windows() -> None:
    assert system_language({"LANG": "en_US.UTF-8"}, lambda: 0x0804) == "en"
    assert system_language({"LC_ALL": "zh_CN.UTF-8"}, lambda: 0x0409) == "zh"


@pytest.mark.skipif(sys.platform == "win32", reason="only Windows has such a number")
def test_no_other_system_has_such_a_number() -> None:
    assert ui_language() == 0


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "ZH_CN.GBK"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_CTYPE": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_systems_messages(
    environment: dict[str, str], language: Language
) -> None:
    assert system_language(environment, lambda: 0) == language
