"""What every element is: something with fields from YAML that fills a box of a slide."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.options import At, PortraitAt, SlideId, option

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

KINDS = "kiosk.elements.kinds"


@dataclass(frozen=True, kw_only=True)
class Element(ABC):
    """Fields that all elements have. A kind is a subclass in a file of `kiosk/elements/kinds`."""

    id: str = option("A name; an element of the same name on the next slide is morphed into.", "")
    goto: SlideId = option("A slide's id: a touch on the element leads there.", SlideId(""))
    at: At | None = option(
        "Its place where the layout's does not suit: `[x, y, width, height]` in units of `canvas`.",
        None,
    )
    at_portrait: PortraitAt | None = option(
        "The same on a tall page; left out, the layout finds its place there.", None
    )

    @abstractmethod
    def scene(self, box: Box, setting: Setting) -> Scene:
        """The element in `box` (logical units), with its entry. Pure."""
