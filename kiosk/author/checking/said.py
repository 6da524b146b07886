"""All that somebody has written to be shown on a slide."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from kiosk.data.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


def all_texts(part: object) -> Iterator[Text]:
    """Every text in a slide's parts, however deep: of charts, their data and annotations too."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple | list):
        for item in part:
            yield from all_texts(item)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from all_texts(getattr(part, field.name))
