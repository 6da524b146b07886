"""Margins and lines that every layout keeps to, on any shape of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size

SPLIT_GAP = 96.0  # between a picture and the text beside it


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a page, in logical units; below `bottom` lies the chrome.

    caption_foot: the lower side of a data caption.
    """

    page: Size
    margin: float
    mark_top: float
    title_top: float
    bottom: float
    caption_foot: float

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.page.width - 2 * self.margin

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.page.width - self.margin

    @property
    def whole(self) -> Box:
        """The whole page."""
        return Box(0.0, 0.0, self.page.width, self.page.height)

    def between(self, top: float, bottom: float) -> Box:
        """The box between the margins from `top` to `bottom`, flat where they cross."""
        return Box(self.margin, top, self.width, max(0.0, bottom - top))


def grid_for(page: Size) -> Grid:
    """The grid of a page of that size: its margins are fixed and the room between them flows."""
    if page.is_portrait:
        return Grid(page, 72.0, 104.0, 176.0, page.height - 160, page.height - 253.6)
    return Grid(page, 96.0, 88.0, 158.0, page.height - 152, page.height - 175.6)


def split_text_width(page: Size) -> float:
    """The width of the text beside a picture: a third of the page, within what reads well."""
    return min(max(0.33 * page.width, 560.0), 800.0, page.width / 2)
