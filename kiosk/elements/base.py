"""What every element is: something with fields from YAML that fills a box of a slide."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from kiosk.options import At, PortraitAt, SlideId, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

KINDS = "kiosk.elements.kinds"


@dataclass(frozen=True, kw_only=True)
class Element(ABC):
    """Fields that all elements have. A kind is a subclass in a file of `kiosk/elements/kinds`.

    chinese: the first line of the subclass's docstring, in Chinese.
    """

    chinese: ClassVar[str] = ""

    id: str = option(
        "A name; an element of the same name on the next slide is morphed into.",
        "",
        zh="名称；下一页有同名的元素时，会变形过去。",
    )
    goto: SlideId = option(
        "A slide's id: a touch on the element leads there.",
        SlideId(""),
        zh="某一页的 id：触摸这个元素就到那一页。",
    )
    at: At | None = option(
        "Its place where the layout's does not suit: `[x, y, width, height]` in units of `canvas`.",
        None,
        zh="版式给的位置不合适时，自己定位置：`[x, y, 宽, 高]`，单位同 `canvas`。",
    )
    at_portrait: PortraitAt | None = option(
        "The same on a tall page; left out, the layout finds its place there.",
        None,
        zh="竖屏上的位置；不写则由版式安排。",
    )

    @abstractmethod
    def scene(self, box: Box, setting: Setting) -> Scene:
        """The element in `box` (logical units), with its entry. Pure."""
