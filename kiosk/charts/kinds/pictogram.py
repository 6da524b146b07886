"""Things in a row, some of them lit: one car in three."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.charts.axes import hairlines
from kiosk.charts.base import Chart
from kiosk.charts.doubts import Doubt
from kiosk.charts.drawing import Drawn, fading, scene, travelling
from kiosk.charts.glyphs import beam_marks, lit_marks, outline_marks
from kiosk.charts.icons import ICONS, IconName, seen_at
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Segments
    from kiosk.charts.icons import Icon
    from kiosk.marks import Shape
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_MOST = 1000  # icons; more could not be told apart
_MANY = 200  # icons that an eye still tells apart
_LINED_UP = 5  # so many stand in one row, in portrait in one column
_GAP, _WIDEST_GAP = 0.2, 0.8  # between icons, in their widths
_ROW_GAP = 0.41  # between rows, in their heights
_WIDEST = 0.68  # of the width, where they stand in a column
_HEAD = 20.0  # above the first row, logical units
_GROUND = 3.5  # the ground's own height below an icon, logical units
_OUTLINE_S, _LIT_S, _STEP_S = 0.6, 0.4, 0.3
_LONGEST_S = 1.8  # from the first outline's start to the last one's
_MARGIN = {"landscape": 96.0, "portrait": 72.0}


@dataclass(frozen=True, kw_only=True)
class Pictogram(Chart):
    """Counts things by drawing each: the outlines first, then the last ones light up.

    A few stand in a row, in portrait in a column; many wrap into rows.
    """

    chinese: ClassVar[str] = "一个一个画出来数：先画轮廓，再点亮最后几个。"
    may_bleed: ClassVar[bool] = True

    icon: IconName = option(
        "What is counted: `car`, `phone`, `plane`, `person`, `house`, `train`.",
        zh="数什么：`car` 汽车、`phone` 手机、`plane` 飞机、`person` 人、`house` 房屋、"
        "`train` 列车。",
    )
    count: int = option("How many there are.", 3, zh="一共多少个。", bounds=(1, _MOST))
    lit: int = option(
        "How many of them, the last ones, light up in the accent.",
        1,
        zh="最后几个用强调色点亮。",
        bounds=(0, _MOST),
    )

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The icons, the last row's ground on the lower side of the box."""
        icon, count = ICONS[self.icon], max(0, min(self.count, _MOST))
        inner = _inner(box, setting)
        grid = _grid(icon, count, inner, setting)
        icon = seen_at(icon, grid.size[1] * grid.scale)
        step = min(_STEP_S, _LONGEST_S / max(count, 1))
        outline_s = self.enter.duration_s or _OUTLINE_S
        lit_at = (count - 1) * step + outline_s if count else 0.0
        grounds = _grounds(grid, icon, box, inner, setting.theme.line)
        drawn = [_drawn_lines(line, Timing(0.0, outline_s)) for line in grounds]
        for index in range(count):
            outlines = outline_marks(
                f"icon/{index}", icon, grid.at(index), setting.theme.line, setting.theme.ground
            )
            drawn.append(_traced(outlines, Timing(index * step, outline_s)))
        drawn += [
            _lit(index, grid, icon, box, setting, Timing(lit_at, _LIT_S))
            for index in range(max(0, count - self.lit), count)
        ]
        return scene(drawn)

    def doubts(self) -> tuple[Doubt, ...]:
        """About more icons than can be told apart, or than there are."""
        found: list[Doubt] = []
        if self.count > _MANY:
            what = phrase("so many icons cannot be told apart")
            hint = phrase("write at most {most}, and what one of them stands for", most=_MANY)
            found.append(Doubt(what, hint, "count"))
        if self.lit > self.count:
            what = phrase("more icons light up than there are")
            found.append(Doubt(what, phrase("write at most {most}", most=self.count), "lit"))
        return tuple(found)

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of its rows."""
        icon, count = ICONS[self.icon], max(0, min(self.count, _MOST))
        inner = _inner(box, setting)
        return box.bottom - _grid(icon, count, inner, setting).y if count else 0.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the icons stand. x, y: the first one's box. origin: of an icon in its box."""

    x: float
    y: float
    scale: float
    columns: int
    rows: int
    step_x: float
    step_y: float
    origin: tuple[float, float]
    size: tuple[float, float]

    def at(self, index: int) -> tuple[float, float, float]:
        """The place of an icon's origin, and its scale."""
        row, column = divmod(index, self.columns)
        return (
            self.x + column * self.step_x - self.origin[0] * self.scale,
            self.y + row * self.step_y - self.origin[1] * self.scale,
            self.scale,
        )

    def foot(self, row: int) -> float:
        """The lower side of a row's icons."""
        return self.y + row * self.step_y + self.size[1] * self.scale


def _inner(box: Box, setting: Setting) -> Box:
    """The box without the margins, where it begins at the page's edge."""
    margin = _MARGIN[setting.shape] if box.x <= 0.0 else 0.0
    room = min(_GROUND, box.height / 4)
    above = min(_HEAD, box.height / 4)
    width, height = box.width - 2 * margin, box.height - room - above
    return Box(box.x + margin, box.y + above, max(1.0, width), max(1.0, height))


def _grid(icon: Icon, count: int, inner: Box, setting: Setting) -> _Grid:
    """The largest icons that fit; few of them in one row or column."""
    best = max(_columns(count, setting), key=lambda n: (_scale(icon, count, n, inner), n))
    rows = max(1, math.ceil(count / best))
    best = max(1, math.ceil(count / rows)) if count > _LINED_UP else best  # rows equally long
    scale = _scale(icon, count, best, inner)
    width, height = icon.box.width * scale, icon.box.height * scale
    x = inner.x
    if best == 1 and rows > 1:
        x += (inner.width - width) / 2
    step_x = (inner.width - width) / (best - 1) if best > 1 else 0.0
    step_x = min(step_x, width * (1 + _WIDEST_GAP))
    block = height * (rows + (rows - 1) * _ROW_GAP)
    return _Grid(
        x, inner.bottom - block, scale, best, rows, step_x, height * (1 + _ROW_GAP),
        (icon.box.x, icon.box.y), (icon.box.width, icon.box.height),
    )  # fmt: skip


def _columns(count: int, setting: Setting) -> range:
    """How many columns there may be."""
    if count <= _LINED_UP:
        return range(1, 2) if setting.shape == "portrait" else range(max(count, 1), count + 2)
    return range(1, count + 1)


def _scale(icon: Icon, count: int, columns: int, inner: Box) -> float:
    """The scale at which so many columns fit."""
    rows = max(1, math.ceil(count / columns))
    wide = inner.width / (columns + (columns - 1) * _GAP)
    if columns == 1 and rows > 1:
        wide *= _WIDEST
    high = inner.height / (rows + (rows - 1) * _ROW_GAP)
    return min(wide / icon.box.width, high / icon.box.height)


def _grounds(grid: _Grid, icon: Icon, box: Box, inner: Box, colour: Colour) -> tuple[Segments, ...]:
    """The ground under each row; the last one's is the strongest and reaches the box's sides."""
    if not icon.stands:
        return ()
    low = tuple(
        (f"ground/{row}", (inner.x, grid.foot(row) + 2, inner.right, grid.foot(row) + 2))
        for row in range(grid.rows - 1)
    )
    y = grid.foot(grid.rows - 1) + 2
    last = ((f"ground/{grid.rows - 1}", (box.x, y, box.right, y)),)
    strong = replace(hairlines("ground", last, colour, is_zero=True), width=3.0)
    if not low:
        return (strong,)
    return (hairlines("grounds", low, colour.faded(0.6), is_zero=True), strong)


def _drawn_lines(lines: Segments, timing: Timing) -> Drawn:
    """Lines that are drawn from their left ends."""
    start = lines.ends.copy()
    start[:, 2:] = start[:, :2]
    return travelling((lines,), (replace(lines, ends=start),), timing)


def _traced(outlines: tuple[Shape, ...], timing: Timing) -> Drawn:
    """Outlines that are drawn along; what is filled appears meanwhile."""
    start = tuple(
        replace(mark, trim=0.0, fill=None if mark.fill is None else mark.fill.faded(0.0))
        for mark in outlines
    )
    return travelling(outlines, start, timing)


def _lit(index: int, grid: _Grid, icon: Icon, box: Box, setting: Setting, timing: Timing) -> Drawn:
    """An icon that lights up over its outline."""
    at, light = grid.at(index), setting.accent
    marks = lit_marks(f"lit/{index}", icon, at, light, setting.theme.ground)
    is_last = index % grid.columns == grid.columns - 1
    if is_last and setting.theme.glows:
        marks = (*beam_marks(f"beam/{index}", icon, at, box.right, light), *marks)
    return fading(marks, timing)
