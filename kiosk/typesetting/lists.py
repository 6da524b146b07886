"""Lists in a text: lines that begin with `- ` or `1. ` are its items.

Staff also type `•`, `·` and `*`, and `1、` in Chinese, which are the same.
"""

from __future__ import annotations

import re

from kiosk.values import dataclass

BULLET = "•"

_ITEM = re.compile(
    r"[ \t]*(?:(?:[-*][ \u3000]|[•·●‧・])|(?P<number>\d{1,2})(?:[.．][ \u3000]|、))[ \u3000]*(?=\S)"
)
_GOES_ON = re.compile(r"(?: {2,}|\t)(?=\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text as it was written.

    start: where `text` begins in the whole. marker: `•` or `1.` of the item that begins here.
    is_item: whether it belongs to a list; an item may go on in lines that begin with two spaces.
    """

    text: str
    start: int
    marker: str = ""
    is_item: bool = False


def paragraphs_of(text: str, *, has_lists: bool = True) -> tuple[Paragraph, ...]:
    """The lines of `text`, without the empty ones before the first and after the last."""
    start = len(text) - len(text.lstrip("\n"))
    found: list[Paragraph] = []
    for line in text.strip("\n").split("\n"):
        is_in_list = bool(found) and found[-1].is_item
        found.append(
            _paragraph(line, start, is_in_list=is_in_list) if has_lists else Paragraph(line, start)
        )
        start += len(line) + 1
    return tuple(found)


def _paragraph(line: str, start: int, *, is_in_list: bool) -> Paragraph:
    """The line as an item, as the next line of one, or as it is."""
    item = _ITEM.match(line)
    if item is not None:
        number = item["number"]
        marker = f"{int(number)}." if number else BULLET
        return Paragraph(line[item.end() :], start + item.end(), marker, is_item=True)
    more = _GOES_ON.match(line) if is_in_list else None
    if more is not None:
        return Paragraph(line[more.end() :], start + more.end(), is_item=True)
    return Paragraph(line, start)
