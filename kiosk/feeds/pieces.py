"""JSON that is large, read piece by piece.

Python's own reader holds the interpreter until it is through, for half a second where a source
tells 16 MB: no frame could be painted meanwhile.
"""

from __future__ import annotations

import json
import re

_PIECE = 4096  # characters that are read in one go
_AFTER = {"", ",", ":", "]", "}", " ", "\t", "\n", "\r"}  # a value
_WHITE = re.compile(r"[ \t\n\r]*")


def tree_of(text: str, piece: int = _PIECE) -> object:
    """What the JSON says. Raises ValueError where it is none, and RecursionError.

    piece: characters that may be read in one go.
    """
    if len(text) <= piece:
        return json.loads(text)
    reader = _Reader(text, piece)
    tree, end = reader.value(reader.past_white(0))
    end = reader.past_white(end)
    if end < len(text):
        message = "Extra data"
        raise json.JSONDecodeError(message, text, end)
    return tree


class _Reader:
    """Reads values out of a text: each returns it, and where it ends."""

    def __init__(self, text: str, piece: int) -> None:
        self._text, self._piece = text, piece
        self._decoder = json.JSONDecoder()

    def past_white(self, at: int) -> int:
        """The next place that is no white space."""
        found = _WHITE.match(self._text, at)
        return at if found is None else found.end()

    def value(self, at: int) -> tuple[object, int]:
        """The value that begins there."""
        piece = self._text[at : at + self._piece]
        try:
            value, end = self._decoder.raw_decode(piece)
        except ValueError:
            pass  # it is larger, or wrong
        else:
            if self._text[at + end : at + end + 1] in _AFTER:
                return value, at + end  # else it is a number that goes on
        match piece[:1]:
            case "[":
                return self._items(at + 1)
            case "{":
                return self._fields(at + 1)
            case _:
                return self._decoder.raw_decode(self._text, at)

    def _items(self, at: int) -> tuple[list[object], int]:
        """The items of a list, and its end."""
        items: list[object] = []
        at = self.past_white(at)
        if self._text.startswith("]", at):
            return items, at + 1
        while True:
            item, at = self.value(self.past_white(at))
            items.append(item)
            at, is_over = self._after(at, "]")
            if is_over:
                return items, at

    def _fields(self, at: int) -> tuple[dict[str, object], int]:
        """The fields between braces, and their end."""
        fields: dict[str, object] = {}
        at = self.past_white(at)
        if self._text.startswith("}", at):
            return fields, at + 1
        while True:
            at = self.past_white(at)
            name, at = self._decoder.raw_decode(self._text, at)
            at = self.past_white(at)
            if not isinstance(name, str) or not self._text.startswith(":", at):
                message = "Expecting property name and ':'"
                raise json.JSONDecodeError(message, self._text, at)
            fields[name], at = self.value(self.past_white(at + 1))
            at, is_over = self._after(at, "}")
            if is_over:
                return fields, at

    def _after(self, at: int, end: str) -> tuple[int, bool]:
        """Where it goes on after a comma, or the end, and whether it is that."""
        at = self.past_white(at)
        sign = self._text[at : at + 1]
        if sign not in {",", end}:
            message = "Expecting ',' delimiter"
            raise json.JSONDecodeError(message, self._text, at)
        return at + 1, sign == end
