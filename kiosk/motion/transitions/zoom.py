"""The coming slide grows out of the depth while it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Pose
from kiosk.motion.transition import Transition
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size

_FROM = 0.86  # its size when it appears
_SEEN_AT = 0.6  # the share of the way at which it hides what lies below it


@dataclass(frozen=True, kw_only=True)
class Zoom(Transition):
    """Brings the next slide nearer, out of the middle of the screen or of what was touched."""

    chinese: ClassVar[str] = "下一页从屏幕中间或触摸的地方由远而近。"

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The coming sheet grows from a little smaller; the leaving one rests beneath."""
        del direction, page
        scale = _FROM + (1 - _FROM) * share
        left = origin.centre.x * (1 - scale)
        return Pose(), Pose(
            opacity=min(1.0, share / _SEEN_AT),
            dx=left,
            dy=origin.centre.y * (1 - scale),
            scale=scale,
        )
