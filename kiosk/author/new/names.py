"""Names of pictures' files: their order, what they say, and how they can be written in a show."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from typing import Literal

from kiosk.author.new.words import cleaned, mended

# What cameras, telephones and programs call pictures, as words between digits.
_OF_CAMERAS = frozenset({
    "img", "dsc", "dscn", "dscf", "mvimg", "pxl", "dji", "gopr", "vid", "mg", "sam", "imag", "wp",
    "cimg", "hpim", "kic", "pict", "mmexport", "wx", "camera", "burst", "pano", "edr", "hdr", "wa",
    "img wa", "p", "wechat", "signal", "microsoftteams", "fb", "screenshot", "screen shot",
    "snipaste", "微信图片", "qq图片", "qq截图", "截图", "屏幕截图", "捕获", "照片来自", "frame",
})  # fmt: skip
_EMPTY = frozenset({
    "", "image", "photo", "picture", "pic", "scan", "untitled", "new", "download", "file", "page",
    "slide", "图片", "照片", "图像", "相片", "新建", "新建图片", "新建图像", "新建位图图像",
    "未标题", "无标题", "扫描", "下载",
    "幻灯片", "图",
})  # fmt: skip
_COPIES = re.compile(r"(?i)[\s_-]*(\(\d+\)|（\d+）|\bcopy\b|副本|拷贝|复制|\bedited\b|\bkopie\b)")
_NUMBERED = re.compile(r"^[#№]?\d{1,3}\s*[.、_)）–—-]*\s*(?=\D)")
_FORBIDDEN = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def in_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """What names are sorted by: numbers in them by what they count, 2 before 10."""
    folded = unicodedata.normalize("NFKC", mended(name)).casefold()
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+|[0-9]+", folded)
    return tuple((0, int(p), "") if p.isdigit() and len(p) <= 18 else (1, 0, p) for p in parts)


def title_of(name: str) -> str:
    """What a file's name says of its picture; nothing where it is a camera's, or a number."""
    stem = cleaned(unicodedata.normalize("NFC", mended(PurePath(name.lstrip(".")).stem)))
    stem = _COPIES.sub("", stem).replace("_", " ").strip()
    if sort_of(name) != "readable":
        return ""
    title = _NUMBERED.sub("", stem).strip(" -–—·.,，、")
    if "-" in title and " " not in title:
        title = title.replace("-", " ")
    return " ".join(title.split())


def sort_of(name: str) -> Literal["readable", "numbered", "camera"]:
    """Whether a file's name tells of its picture, of a place among others, or of nothing at all."""
    stem = _COPIES.sub("", cleaned(mended(PurePath(name.lstrip(".")).stem)))
    folded = unicodedata.normalize("NFKC", stem).casefold()
    words = " ".join(re.findall(r"[^\W\d_]+", folded))
    is_made_up = re.fullmatch(r"[0-9a-f-]{12,}", folded) and re.search(r"\d", folded)
    if is_made_up or (re.fullmatch(r"\d{6,}.*", re.sub(r"[\s_.-]", "", folded)) and len(words) < 4):
        return "camera"
    first = words.partition(" ")[0]
    is_of_camera = first in _OF_CAMERAS and len(words) <= len(first) + 4  # PXL_1234.MP, IMG-1-WA2
    if is_of_camera or {words, words.replace(" ", "")} & _OF_CAMERAS:
        return "camera"
    if words.replace(" ", "") in _EMPTY or (len(words) < 2 and words.isascii()):
        return "numbered"
    return "readable"


def writable(name: str) -> str:
    """The file's name, another only where no show or no disk of another system could have it."""
    return _FORBIDDEN.sub("_", mended(name))
