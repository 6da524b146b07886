"""What every chart is: fields from YAML, and a pure function to a scene."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.entry import entered
from kiosk.charts.legend import NO_LEGEND
from kiosk.data.table import Table
from kiosk.options import At, Column, Enter, PortraitAt, SlideId, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.charts.doubts import Doubt
    from kiosk.charts.legend import Legend
    from kiosk.charts.reading import Course, Reading
    from kiosk.geometry import Box, Size
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

KINDS = "kiosk.charts.kinds"


@dataclass(frozen=True, kw_only=True)
class Chart(ABC):
    """Fields that all charts have. A kind is a subclass in a file of `kiosk/charts/kinds`.

    The docstring of the subclass is what staff read about it; its first line is in `kiosk kinds`.
    chinese: that first line in Chinese. small_shape: the width by height that suits it where it is
    one of many. may_bleed: whether it keeps to the margins by itself in a box as wide as the page,
    and draws beyond them what should reach the page's edges.
    """

    chinese: ClassVar[str] = ""
    small_shape: ClassVar[float] = 1.7
    may_bleed: ClassVar[bool] = False

    id: str = option(
        "A name; a chart of the same name on the next slide is morphed into.",
        "",
        zh="名称；下一页有同名的图表时，会变形过去。",
    )
    goto: SlideId = option(
        "A slide's id: a touch on the chart leads there.",
        SlideId(""),
        zh="某一页的 id：触摸图表就到那一页。",
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
    data: Table = option(
        "The rows: a list of `{column: value}`; `$fact` is a figure.",
        Table(),
        zh="数据行：每行写 `{列名: 值}`；`$fact` 是数字表里的一个数字。",
    )
    facet: Column | None = option(
        "A column: a small chart for each of its names, all of one scale.",
        None,
        zh="按这一列分成几个小图，刻度相同。",
    )
    enter: Enter = option(
        "How it comes on: `grow 1.2 s`, `rise`, `fade`, `none`.",
        Enter(),
        zh="怎样进入：`grow 1.2 s`、`rise`、`fade`、`none`。",
    )

    def plot(self, box: Box, setting: Setting) -> Scene:
        """The chart in `box` (logical units), with its entry. Pure; never raises for data."""
        return entered(self.grown(box, setting), self.enter)

    @abstractmethod
    def grown(self, box: Box, setting: Setting) -> Scene:
        """The chart in `box`, with the kind's own entry. Pure; never raises for data.

        Keys of marks come from the data (the row's name), not from the row's number, and do not
        hold the chart's id. Where what is compared is a batch, its key is `marks` and those of its
        rows are `mark/NAME`; the names beside them are `name/NAME` and the values `value/NAME`: so
        the marks of one kind find those of another. Marks stay inside `box`.
        """

    @property
    def goes_on(self) -> bool:
        """Whether new rows follow the old ones, so that it moves evenly from some to the next."""
        return False

    def seen(self) -> Table:
        """The rows of `data` that it shows; all of them by default."""
        return self.data

    @property
    def explores(self) -> str:
        """The column with the places that visitors go along, its scene being explorable; or none.

        They are times or numbers.
        """
        return ""

    def readings(self) -> Mapping[str, Reading]:
        """What a touch on its marks tells, by the keys of their rows; nothing by default."""
        return {}

    def courses(self, language: str) -> Mapping[str, Course]:
        """The values along its lines, by the keys of their rows; none by default.

        What a touch on such a row tells is the value next to the finger, in that language.
        """
        del language
        return {}

    def legend(self, box: Box, setting: Setting) -> Legend:
        """What colours mean that its marks do not say themselves, at the top of a chart in `box`.

        Small charts have one together, which each of them gives: a chart whose `data` is part
        of a whole draws none, and gives a name the colour that it has in the whole.
        """
        del box, setting
        return NO_LEGEND

    def doubts(self) -> tuple[Doubt, ...]:
        """What it cannot show as it is written, for those who write it; nothing by default."""
        return ()

    def height_in(self, box: Box, setting: Setting) -> float:
        """How much of the height of `box` it uses well; a layout leaves the rest empty."""
        del setting
        return box.height

    def free_foot(self, box: Box, setting: Setting) -> float:
        """How wide the lower left of `box` stays free, so that a caption may stand there."""
        del box, setting
        return 0.0

    def backdrop(self, box: Box, page: Size, setting: Setting) -> Marks:
        """What is behind the whole slide when the chart stands in `box` on the bare ground."""
        del box, page, setting
        return ()
