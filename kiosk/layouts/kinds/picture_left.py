"""A picture to the left of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.split import split

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.typesetting.setting import Setting


@dataclass(frozen=True, kw_only=True)
class PictureLeft(Layout):
    """A picture at the left that runs to the page's edges, and title and text beside it.

    In portrait the picture is above the text. A number stands over the title, a chart below the
    text.
    """

    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "picture", "number", "charts"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The picture from the beginning, then title, number and text."""
        return split(parts, page, setting, "left")
