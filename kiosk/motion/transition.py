"""What every transition is: the poses of two sheets at any share of the way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from kiosk.motion.easing import EASE_IN_OUT, Easing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box, Pose, Size

KINDS = "kiosk.motion.transitions"


@dataclass(frozen=True, kw_only=True)
class Transition(ABC):
    """A way from one slide to the next; a subclass in a file of `kiosk/motion/transitions`.

    The docstring of the subclass is for staff. chinese: its first line in Chinese. passes: whether
    a slide moves past an eye on its way.
    """

    chinese: ClassVar[str] = ""
    passes: ClassVar[bool] = False

    easing: Easing = EASE_IN_OUT

    @abstractmethod
    def poses(self, share: float, page: Size, direction: int, origin: Box) -> tuple[Pose, Pose]:
        """The poses of the sheet that leaves and of the one that comes, which lies above it.

        share: of the way, eased already, 0 to 1. direction: 1 forwards, -1 back. origin: the box
        that was touched, the middle of the page when none was. At 0 the leaving sheet alone fills
        the page, at 1 the coming one does.
        """
