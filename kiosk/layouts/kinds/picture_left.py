"""A picture to the left of its text."""

from __future__ import annotations

from typing import ClassVar, Literal

from kiosk.layouts.split import Split
from kiosk.values import dataclass


@dataclass(frozen=True, kw_only=True)
class PictureLeft(Split):
    """A picture at the left that runs to the page's edges, and title and text beside it.

    In portrait the picture is above the text. A number stands over the title, a chart below the
    text.
    """

    chinese: ClassVar[str] = "左边是出血的图片，旁边是标题和文字。"
    side: ClassVar[Literal["left", "right"]] = "left"
