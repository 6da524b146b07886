"""The coming slide appears through the one that leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Pose
from kiosk.motion.transition import Transition

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size


class Dissolve(Transition):
    """Dissolves into the next slide."""

    chinese: ClassVar[str] = "渐渐化成下一页。"

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The leaving sheet stays opaque beneath, so that the ground never shows through."""
        del page, direction, origin
        return Pose(), Pose(opacity=share)
