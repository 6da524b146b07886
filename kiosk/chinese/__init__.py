"""What the program says in Chinese, by its English phrase; see `kiosk.phrases`.

A name in braces stands for what the English one stands for, wherever Chinese wants it. Words of
YAML stay as they are written. Quotes are 「」: they are as wide as they look on every terminal, and
nobody takes them for the quotes of YAML.

What kinds and fields say of themselves stands beside the English, in their own modules.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.chinese.charts import CHARTS
from kiosk.chinese.checking import CHECKING
from kiosk.chinese.commands import COMMANDS
from kiosk.chinese.doctor import DOCTOR
from kiosk.chinese.feeds import FEEDS
from kiosk.chinese.fonts import FONTS
from kiosk.chinese.limits import LIMITS
from kiosk.chinese.making import MAKING
from kiosk.chinese.pages import PAGES
from kiosk.chinese.pictures import PICTURES
from kiosk.chinese.seeing import SEEING
from kiosk.chinese.show import SHOW
from kiosk.chinese.syntax import SYNTAX
from kiosk.chinese.watching import WATCHING

CHINESE: Mapping[str, str] = {
    **SHOW, **CHARTS, **SYNTAX, **COMMANDS, **PICTURES, **FONTS, **DOCTOR, **FEEDS, **PAGES,
    **LIMITS, **CHECKING, **SEEING, **WATCHING, **MAKING,
}  # fmt: skip
