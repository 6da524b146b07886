"""Words that somebody typed, or a camera wrote, as texts of a show's files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from kiosk.show.yaml.unseen import plain

_UNSEEN = frozenset(
    {"Cc", "Cs", "Co", "Cn"}
)  # control characters, halves of pairs, and no characters
_PLAIN = " ，。、（）《》·—–-"
_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_NUMBER = re.compile(r"(?<![A-Za-z_#.\-0-9])[0-9]+(?:[.,][0-9]+)*")
_YEARS = range(1800, 2200)


def cleaned(text: str) -> str:
    """The text without what nobody sees, its lines and words parted by single signs."""
    lines = plain(mended(text)).split("\n")
    seen = ("".join(c for c in line if unicodedata.category(c) not in _UNSEEN) for line in lines)
    return "\n".join(line for line in (" ".join(line.split()) for line in seen) if line)


def mended(text: str) -> str:
    """The text with the bytes that the system could not read (PEP 383) read after all."""
    if text.isascii() or not any("\udc80" <= c <= "\udcff" for c in text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"))


def decoded(content: bytes) -> str:
    """The bytes as a text: UTF-8; else Chinese as Windows writes it; else Western.

    A single foreign letter between Latin ones is Western: `Müller` is no Chinese word.
    """
    for encoding in ("utf-8-sig", "gb2312"):
        try:
            return content.decode(encoding)
        except ValueError:
            continue
    try:
        chinese = content.decode("gb18030")
    except ValueError:
        chinese = ""
    is_chinese = re.search(r"[一-鿿]{2}", chinese) or (
        chinese and not re.search("[A-Za-z]", chinese)
    )
    return chinese if is_chinese else content.decode("cp1252", "replace").replace("\ufffd", "")


def written(text: str, *, has_facts: bool = False) -> str:
    """The text with what texts of a show mean otherwise set apart: braces, stars, figures.

    has_facts: whether the show has figures, so that a number typed by hand is doubted.
    """
    text = re.sub(r"[{*]", lambda match: f"{{={match[0]}}}", text)
    return _NUMBER.sub(_kept, text) if has_facts else text


def _kept(match: re.Match[str]) -> str:
    """A number as it is meant; years and small numbers without a unit are not doubted."""
    number, after = match[0], match.string[match.end() : match.end() + 1]
    is_year = number.isdigit() and len(number) == 4 and int(number) in _YEARS
    if is_year and (not after or after in "年-–—/，。、：；！？）)》」"):
        return number
    if number.isdigit() and len(number) < 3 and after and after in "届期号楼层章月日":
        return number
    return f"{{={number}}}"


def scalar(text: str) -> str:
    """The text as a value of YAML, with quotes unless it is plainly a text without them."""
    is_plain = text[:1].isalpha() and all(c.isalnum() or c in _PLAIN for c in text)
    if is_plain and text == text.strip() and text.casefold() not in _OF_YAML:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def said(versions: Mapping[str, str]) -> str:
    """A text as a value of YAML: one for all languages (the empty one), or one for each."""
    if len(versions) == 1:
        return scalar(next(iter(versions.values())))
    return f"{{{', '.join(f'{language}: {scalar(text)}' for language, text in versions.items())}}}"


def _escaped(character: str) -> str:
    """The character between double quotes."""
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    number = ord(character)
    is_seen = 0x20 <= number < 0x7F or (number >= 0xA0 and number not in {0x2028, 0x2029, 0xFEFF})
    if is_seen and not 0xD800 <= number < 0xE000 and number not in {0xFFFE, 0xFFFF}:
        return character
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
