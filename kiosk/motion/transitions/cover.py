"""The coming slide slides over the one that rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Pose
from kiosk.motion.easing import SETTLE, Easing
from kiosk.motion.transition import Transition
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size


@dataclass(frozen=True, kw_only=True)
class Cover(Transition):
    """Slides the next slide over the one that rests, as a sheet is laid on a pile."""

    chinese: ClassVar[str] = "下一页滑过来盖住这一页，像往一叠纸上再放一张。"
    passes: ClassVar[bool] = True

    easing: Easing = SETTLE  # it comes quickly and is laid down gently

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The coming sheet alone moves, in from the side that it is turned to."""
        del origin
        return Pose(), Pose(dx=direction * page.width * (1 - share))
