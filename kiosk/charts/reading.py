"""What a mark says when it is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.data.text import NO_TEXT

if TYPE_CHECKING:
    from kiosk.data.quantity import Quantity
    from kiosk.data.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One mark in words: what it is, of which series, and its value."""

    name: Text
    quantity: Quantity
    series: Text = NO_TEXT
