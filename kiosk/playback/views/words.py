"""The few words that the program itself says to visitors."""

from __future__ import annotations

from kiosk.data.text import Text

# English comes first: it stands in for the languages that are not here.
STILL_THERE = Text((("en", "Still looking?"), ("zh", "还在看吗？")))
TOUCH_TO_STAY = Text((("en", "Touch anywhere to stay"), ("zh", "轻触任意处，留在这一页")))
TOUCH_BRIEFLY = Text((("en", "Touch to stay"), ("zh", "轻触留下")))
# Where there is no room for one line, it breaks here.
CHOOSE_WINDOW = Text((("en", "Choose\na window"), ("zh", "选一扇窗\n走进去")))
INVITATION = Text((("en", "Touch to begin"), ("zh", "轻触屏幕，开始浏览")))
# What a visitor may adjust, by the wishes of `kiosk.playback.events`.
WISHES = {
    "large": Text((("en", "Larger text"), ("zh", "放大文字"))),
    "contrast": Text((("en", "High contrast"), ("zh", "高对比度"))),
    "calm": Text((("en", "Less motion"), ("zh", "减少动态"))),
    "low": Text((("en", "Within reach"), ("zh", "触手可及"))),
}
SOURCE = Text((("en", "Source: {source}"), ("zh", "来源：{source}")))
EXPLORE = Text((("en", "Drag and pinch"), ("zh", "拖动、双指缩放")))
OPENS = Text((("en", "Opens {day}, {time}"), ("zh", "{day}{time} 开放")))
# What staff are told.
NO_PROBLEMS = Text((("en", "No problems"), ("zh", "没有问题")))
ONE_ERROR = Text((("en", "1 error"), ("zh", "1 处错误")))
ERRORS = Text((("en", "{count} errors"), ("zh", "{count} 处错误")))
ONE_WARNING = Text((("en", "1 warning"), ("zh", "1 处警告")))
WARNINGS = Text((("en", "{count} warnings"), ("zh", "{count} 处警告")))
MORE = Text((("en", "and {count} more"), ("zh", "另有 {count} 处")))
CHECK_TELLS = Text((("en", "kiosk check tells of each"), ("zh", "用 kiosk check 可逐一查看")))
NOT_SHOWN = Text((
    ("en", "The change of {time} is not shown, because of what is wrong in it."),
    ("zh", "{time} 的改动有错，暂不播放；屏幕上仍是之前的内容。"),
))  # fmt: skip
COMES_FROM = Text((("en", "Loaded {time}"), ("zh", "{time} 载入")))

_NAMES = {
    "zh": "中文", "en": "English", "ja": "日本語", "ko": "한국어", "fr": "Français",
    "de": "Deutsch", "es": "Español", "it": "Italiano", "pt": "Português", "ru": "Русский",
    "nl": "Nederlands", "pl": "Polski", "tr": "Türkçe", "el": "Ελληνικά", "uk": "Українська",
    "vi": "Tiếng Việt", "th": "ไทย", "ar": "العربية", "fa": "فارسی", "he": "עברית",
}  # fmt: skip
_SIGNS = {"zh": "中", "ja": "日", "ko": "한"}


def language_name(language: str) -> str:
    """What a language (a BCP 47 tag) calls itself; the tag where that is not known."""
    return _NAMES.get(language.split("-", maxsplit=1)[0], language)


def language_sign(language: str) -> str:
    """A sign for a language where there is no room for its name: `中`, `EN`."""
    known = language.split("-", maxsplit=1)[0]
    return _SIGNS.get(known, known.upper())
