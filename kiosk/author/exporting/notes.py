"""Slides with what is said or remembered with each, as it is handed out: on A4, notes below."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.author.exporting.titles import title_of
from kiosk.geometry import Box, Pose, Size
from kiosk.marks import Frame, Label, Layer, Shape, Sheet
from kiosk.theme import Colour, text_style
from kiosk.typesetting.paragraphs import Copy, measured
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.marks import Marks
    from kiosk.show.model import Show, Slide
    from kiosk.theme import TextStyle
    from kiosk.typesetting.blocks import TextBlock
    from kiosk.typesetting.setting import Measure

_BLACK, _GREY = Colour(0.1, 0.1, 0.1), Colour(0.4, 0.4, 0.4)
_EDGE = Colour(0.75, 0.75, 0.75)  # around a slide, which may be as light as the paper
_WIDTH, _HEIGHT, _MARGIN, _FOOT, _GAP = 210.0, 297.0, 16.0, 12.0, 8.0  # mm
_BESIDE = 0.42  # of the width: what an upright slide has, its notes beside it
_NOTES_PT, _SMALL_PT, _MOST_EMS = 11.5, 8.5, 40.0  # wider lines are hard to follow
_INCH_MM, _INCH_PT = 25.4, 72.0


@dataclass(frozen=True, slots=True)
class Handout:
    """Sheets of A4 with slides of that size, in the slides' own units. units: of those an inch."""

    slide: Size
    units: int

    @classmethod
    def of(cls, slide: Size) -> Handout:
        """For slides of that size: as wide as the paper allows, upright ones with room beside."""
        width = (_WIDTH - 2 * _MARGIN) * (_BESIDE if slide.is_portrait else 1.0)
        return cls(slide, math.ceil(slide.width / width * _INCH_MM))

    @property
    def size(self) -> Size:
        """Of a sheet of paper."""
        return Size(self._mm(_WIDTH), self._mm(_HEIGHT))

    def sheets(
        self, show: Show, slide: Slide, language: str, measure: Measure
    ) -> tuple[Sheet, ...]:
        """What stands beside a slide, and on further pages where its notes need them."""
        style = replace(text_style("body", language), size=self._pt(_NOTES_PT))
        small = replace(text_style("caption", language), size=self._pt(_SMALL_PT))
        beside, page = self._beside, self._page
        text = Copy(slide.notes.in_language(language).strip(), style, has_lists=True)
        width = min(beside.width, _MOST_EMS * style.size)
        block = measured(text, measure).block(1.0, width)
        first, *others = _parts(block, beside.height, page.height)
        title = title_of(show, slide, language)
        head = Label("title", title, page.x, page.y - self._mm(_GAP), small, _GREY)
        foot = self._foot(show, slide, language, small)
        return (
            _sheet((self._edge(), *first.labels("notes", beside.x, beside.y, _BLACK), *foot)),
            *(
                _sheet((head, *other.labels("notes", page.x, page.y, _BLACK), *foot))
                for other in others
            ),
        )

    def frame(self, beside: Sheet, slide: Frame | None = None) -> Frame:
        """A page as a whole. slide: what stands at its top left."""
        side = self._side
        seen = Pose(dx=side, dy=side, clip=Box(side, side, self.slide.width, self.slide.height))
        sheets = () if slide is None else slide.sheets
        return Frame(self.size, (*(replace(sheet, pose=seen) for sheet in sheets), beside))

    @property
    def _side(self) -> float:
        """The margin, in whole units, as slides are painted."""
        return float(round(self._mm(_MARGIN)))

    @property
    def _page(self) -> Box:
        """What of a page without a slide the notes may fill."""
        top, side = self._mm(_MARGIN + 2 * _GAP), self._side
        foot = self._mm(_HEIGHT - _MARGIN - _FOOT)
        return Box(side, top, self._mm(_WIDTH) - 2 * side, foot - top)

    @property
    def _beside(self) -> Box:
        """What of a page with a slide the notes may fill: below it, or to its right."""
        side, gap, page = self._side, self._mm(_GAP), self._page
        if self.slide.is_portrait:
            left = side + self.slide.width + gap
            return Box(left, side, page.right - left, page.bottom - side)
        top = side + self.slide.height + gap
        return Box(side, top, page.width, page.bottom - top)

    def _edge(self) -> Shape:
        """The outline of the slide."""
        side, (width, height) = self._side, (self.slide.width, self.slide.height)
        path = f"M0 0 H{width:.2f} V{height:.2f} H0 Z"
        return Shape("edge", path, side, side, stroke=_EDGE, width=self._pt(0.5))

    def _foot(self, show: Show, slide: Slide, language: str, style: TextStyle) -> Marks:
        """Whose notes they are, and which slide's of how many."""
        left, right = self._side, self._page.right
        line = self._mm(_HEIGHT - _MARGIN)
        number = f"{show.slides.index(slide) + 1} / {len(show.slides)}"
        title = show.title.in_language(language)
        return (
            Label("show", title, left, line, style, _GREY),
            Label("number", number, right, line, style, _GREY, "right"),
        )

    def _mm(self, length: float) -> float:
        return length / _INCH_MM * self.units

    def _pt(self, length: float) -> float:
        return length / _INCH_PT * self.units


def _parts(block: TextBlock, first: float, height: float) -> Iterator[TextBlock]:
    """The text in parts that are at most so high; the first may be another height, and empty."""
    line = block.style.size * block.style.line
    rows, room = [*block.rows], first
    while True:
        top = rows[0].top if rows else 0.0
        count = max(1, sum(row.top - top + line <= room for row in rows))
        yield replace(block, rows=tuple(replace(row, top=row.top - top) for row in rows[:count]))
        del rows[:count]
        room = height
        if not rows:
            return


def _sheet(marks: Marks) -> Sheet:
    """A sheet that is as white as the paper."""
    return Sheet("notes", (Layer("notes", marks),), Pose())
