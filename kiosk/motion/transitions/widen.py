"""A window widens until it fills the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Box, Pose
from kiosk.motion.easing import SETTLE, Easing
from kiosk.motion.transition import Transition
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size


@dataclass(frozen=True, kw_only=True)
class Widen(Transition):
    """Opens the next slide out of what was touched."""

    chinese: ClassVar[str] = "下一页从触摸的地方展开。"

    easing: Easing = SETTLE  # it answers a finger: quick off

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The coming sheet is seen through `origin`, which grows to the page."""
        del direction
        left, top = origin.x * (1 - share), origin.y * (1 - share)
        right = origin.right + (page.width - origin.right) * share
        bottom = origin.bottom + (page.height - origin.bottom) * share
        return Pose(), Pose(
            clip=Box(left, top, right - left, bottom - top), opacity=min(1.0, share * 4)
        )
