"""The next slide is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Pose
from kiosk.motion.transition import Transition

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size


class Cut(Transition):
    """Changes at once, without motion."""

    chinese: ClassVar[str] = "直接切换，没有动画。"

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The coming sheet is all there at the end and not at all before."""
        del page, direction, origin
        return Pose(), Pose(opacity=1.0 if share >= 1.0 else 0.0)
