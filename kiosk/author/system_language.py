"""The language in which the system speaks to those who use it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from kiosk.phrases import Language

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the environment; the first that is set counts
_PRIMARY = 0x3FF  # of Windows' number of a language the part that stands for no country
_CHINESE = 0x04


def ui_language() -> int:
    """Windows' number of the language of its menus; 0 on any other system."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        return int(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return 0


def system_language(
    environment: Mapping[str, str], of_windows: Callable[[], int] = ui_language
) -> Language:
    """The language of the system's messages: Chinese, or else English.

    Windows has no locale in its environment; where somebody sets one all the same, it counts.
    """
    locale = next((environment[name] for name in LOCALE if environment.get(name)), None)
    if locale is not None:
        return "zh" if locale.casefold().startswith("zh") else "en"
    return "zh" if of_windows() & _PRIMARY == _CHINESE else "en"
