"""What every layout is: it gives each part of a slide its box, its place in the order and time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.data.text import NO_TEXT, Text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.charts.base import Chart
    from kiosk.elements.base import Element
    from kiosk.geometry import Box, Size
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

KINDS = "kiosk.layouts.kinds"

PartName = Literal["title", "subtitle", "text", "caption", "picture", "number", "charts"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a slide consists of; what it does not have is empty or None.

    subtitle: as written; where a slide has none, layouts show the title in the companion
    language. sources: who says what the charts show, told after the caption. number: the chart of
    `number:`, a hero figure. chapter: its index from 0. chapter_title: beside the chapter's number
    at the top. stay_s: how long a drift may take.
    """

    title: Text = NO_TEXT
    subtitle: Text = NO_TEXT
    text: Text = NO_TEXT
    caption: Text = NO_TEXT
    sources: tuple[Text, ...] = ()
    picture: Element | None = None
    number: Chart | None = None
    charts: tuple[Chart, ...] = ()
    chapter: int = 0
    chapter_title: Text = NO_TEXT
    stay_s: float = 9.0

    @property
    def with_data(self) -> tuple[Chart, ...]:
        """The number, if there is one, and the charts: all that may have rows."""
        return self.charts if self.number is None else (self.number, *self.charts)

    def each_chart(self, change: Callable[[Chart], Chart]) -> Parts:
        """The same with the number and the charts changed."""
        number = None if self.number is None else change(self.number)
        return replace(self, number=number, charts=tuple(map(change, self.charts)))


@dataclass(frozen=True, slots=True)
class Placed:
    """One part in its place. key: the element's id, else the part's name (`title`, `picture`).

    starts_s: when its scene starts after the slide does. box: what it was given, in logical units;
    None of what has no bounds, such as a shade.
    """

    key: str
    scene: Scene
    starts_s: float = 0.0
    box: Box | None = None


@dataclass(frozen=True, kw_only=True)
class Layout(ABC):
    """A named arrangement, in a file of `kiosk/layouts/kinds`; its docstring is for staff.

    chinese: its first line in Chinese. shows: the parts that it has a place for.
    """

    chinese: ClassVar[str] = ""
    shows: ClassVar[frozenset[PartName]] = frozenset()

    @abstractmethod
    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The parts from the back to the front, none outside `page`; pure.

        page: logical units, short side 1080. Title first, then picture or chart, then the
        highlighted value: one thing moves at a time.
        """
