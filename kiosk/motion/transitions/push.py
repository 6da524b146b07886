"""The coming slide pushes the other one off the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.geometry import Pose
from kiosk.motion.easing import SETTLE, Easing
from kiosk.motion.transition import Transition
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Size


@dataclass(frozen=True, kw_only=True)
class Push(Transition):
    """Pushes the slide aside, the way a finger would."""

    chinese: ClassVar[str] = "像用手指那样把这一页推开。"
    passes: ClassVar[bool] = True

    easing: Easing = SETTLE  # it answers a finger: quick off

    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """Both sheets move by the page's width, edge to edge."""
        del origin
        way = direction * page.width
        return Pose(dx=-way * share), Pose(dx=way * (1 - share))
