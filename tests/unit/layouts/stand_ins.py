"""A measure and a chart that are easy to reason about."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kiosk.charts.base import Chart
from kiosk.marks import Shape
from kiosk.motion.scene import Scene
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size
    from kiosk.marks import Marks
    from kiosk.theme import TextStyle
    from kiosk.typesetting.setting import Setting


class EmMeasure:
    """Chinese characters are an em wide, all others 0.56 em: a little more than Inter's."""

    def advance(self, text: str, style: TextStyle) -> float:
        """The width of `text`."""
        ems = (1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in text)
        return style.size * sum(em + style.spacing for em in ems)


@dataclass(frozen=True, kw_only=True)
class BoxChart(Chart):
    """A chart that fills its box."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        """One rectangle, as large as the box."""
        del setting
        path = f"M0,0 h{box.width} v{box.height} h{-box.width} Z"
        return Scene((Shape("box", path, box.x, box.y),))


@dataclass(frozen=True, kw_only=True)
class LowChart(BoxChart):
    """A chart that uses 300 units of its place's height, and not the left of its foot."""

    free: float = 0.0

    def height_in(self, box: Box, setting: Setting) -> float:
        """Three hundred at most."""
        del setting
        return min(box.height, 300.0)

    def free_foot(self, box: Box, setting: Setting) -> float:
        """As it was made."""
        del box, setting
        return self.free

    def backdrop(self, box: Box, page: Size, setting: Setting) -> Marks:
        """One rectangle, as large as the page."""
        del box, setting
        path = f"M0,0 h{page.width} v{page.height} h{-page.width} Z"
        return (Shape("ground", path),)
