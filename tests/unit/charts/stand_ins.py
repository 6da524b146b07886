"""Settings, data and geometry to plot with, easy to reason about."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from hypothesis import strategies as st

from kiosk.batches import (
    ARRAYS,
    BATCHES,
    Bars,
    Points,
    Polygons,
    Polylines,
    Sectors,
    Segments,
    bounds,
)
from kiosk.data.quantity import NO_UNIT, Bound, Quantity, Unit
from kiosk.data.table import Cell, Table
from kiosk.data.text import Text, plain
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, Mark, Marks, Shape, figure_text
from kiosk.theme import Theme, colour
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import NEAR, Sight

if TYPE_CHECKING:
    from kiosk.theme import TextStyle


class EmMeasure:
    """Chinese characters are an em wide, all others 0.55 em."""

    def advance(self, text: str, style: TextStyle) -> float:
        """The width of `text`."""
        ems = (1.0 if unicodedata.east_asian_width(c) in "WF" else 0.55 for c in text)
        return style.size * sum(em + style.spacing for em in ems)


_ACCENTS = ("#DFA126", "#FFC49A", "#1FB8B0", "#B8DFFF", "#AE98FF", "#F06F80", "#E6F26B")
THEME = Theme(
    name="dusk", ground=colour("#0B1322"), glow=colour("#22365C"), surface=colour("#1A2842"),
    text=colour("#F5EFE3"), quiet=colour("#AEB9CB"), line=colour("#5F6F8C"),
    quiet_series=colour("#6F7F9C"), accents=tuple(map(colour, _ACCENTS)), disc=colour("#0B1322"),
    on_picture=colour("#F5EFE3"), on_picture_quiet=colour("#D3D9E6"), scrim=colour("#060A16"),
    bars_fade=True, glows=True,
)  # fmt: skip
LANDSCAPE = Setting(THEME, colour("#DFA126"), "zh", "en", "landscape", EmMeasure())
ENGLISH = replace(LANDSCAPE, language="en", companion="zh")
PORTRAIT = replace(LANDSCAPE, shape="portrait")
BODY = Box(96, 336, 1728, 508)
TALL = Box(72, 400, 936, 1200)

YI_YUAN = Unit(Text((("zh", "亿元"), ("en", "bn yuan"))), (("zh", 1.0), ("en", 0.1)), is_named=True)
PERCENT = Unit(Text((("zh", "%"), ("en", "%"))), is_named=True)


def both(zh: str, en: str) -> Text:
    """A text in Chinese and English."""
    return Text((("zh", zh), ("en", en)))


def table(*rows: tuple[str | float | Quantity | Text | None, ...]) -> Table:
    """Rows of the columns x, y, z …"""
    columns = tuple("xyzuvw"[: max((len(row) for row in rows), default=2)])
    return Table(columns, tuple(tuple(_cell(cell) for cell in row) for row in rows))


def _cell(value: str | float | Quantity | Text | None) -> Cell:
    if isinstance(value, str):
        return plain(value)
    return Quantity(float(value)) if isinstance(value, int | float) else value


@dataclass(frozen=True)
class Ink:
    """A rectangle that a mark covers. of: the mark's key."""

    of: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Ink) -> bool:
        """Whether they share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5

    def is_within(self, box: Box, slack: float) -> bool:
        """Whether it lies in `box`, give or take `slack`."""
        return (
            self.left >= box.x - slack
            and self.top >= box.y - slack
            and self.right <= box.right + slack
            and self.bottom <= box.bottom + slack
        )


def text_ink(mark: Label | Figure) -> Ink:
    """Where a text's capitals stand."""
    text = figure_text(mark) if isinstance(mark, Figure) else mark.text
    width = EmMeasure().advance(text, mark.style)
    left = mark.x - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
    return Ink(mark.key, left, mark.y - 0.73 * mark.style.size, left + width, mark.y)


def texts(marks: Marks) -> tuple[Label | Figure, ...]:
    """The marks that are text."""
    return tuple(mark for mark in marks if isinstance(mark, Label | Figure))


def overlaps(marks: Marks) -> list[tuple[str, str]]:
    """The texts that lie over each other."""
    inks = [text_ink(mark) for mark in texts(marks)]
    return [(a.of, b.of) for a, b in combinations(inks, 2) if a.overlaps(b)]


def inks(mark: Mark) -> list[Ink]:
    """What a mark covers, at most."""
    match mark:
        case Label() | Figure():
            return [text_ink(mark)]
        case Bars():
            return [
                Ink(key, x, y, x + width, y + height)
                for key, (x, y, width, height) in zip(mark.keys, mark.boxes, strict=True)
            ]
        case Segments():
            return [
                Ink(key, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
                for key, (x1, y1, x2, y2) in zip(mark.keys, mark.ends, strict=True)
            ]
        case Shape():
            return [_shape_ink(mark)]
        case Points() | Sectors() | Polylines() | Polygons():
            sides = bounds(mark).tolist()
            return [Ink(key, *row) for key, row in zip(mark.keys, sides, strict=True)]
    return []


def _shape_ink(mark: Shape) -> Ink:
    """The hull of an outline's points."""
    turn = math.radians(mark.rotation)
    cos, sin = mark.scale * math.cos(turn), mark.scale * math.sin(turn)
    corners = _corners(mark.path)
    xs = [mark.x + x * cos - y * sin for x, y in corners]
    ys = [mark.y + x * sin + y * cos for x, y in corners]
    return Ink(mark.key, min(xs), min(ys), max(xs), max(ys))


@lru_cache(4096)
def _corners(path: str) -> tuple[tuple[float, float], ...]:
    """The points of an outline, those between which its curves run among them."""
    numbers = [float(word) for word in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", path)]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def keys(marks: Marks) -> list[str]:
    """The keys of all marks and of the rows of batches."""
    found: list[str] = []
    for mark in marks:
        found.append(mark.key)
        if isinstance(mark, BATCHES):
            found += mark.keys
    return found


def is_finite(marks: Marks) -> bool:
    """Whether all places and opacities are numbers."""
    return all(
        math.isfinite(value)
        for mark in marks
        for ink in inks(mark)
        for value in (ink.left, ink.top, ink.right, ink.bottom, mark.opacity)
    )


def is_seen(mark: Mark) -> bool:
    """Whether anything of it is painted."""
    if isinstance(mark, BATCHES):
        colours = [getattr(mark, name) for name in ARRAYS[type(mark)][1]]
        return mark.opacity > 0.0 and any(bool((c[:, 3] > 0.0).any()) for c in colours)
    return mark.opacity > 0.0


def bar_lengths(marks: Marks) -> dict[str, float]:
    """The lengths of the bars by their rows' keys."""
    return {
        key.removeprefix("mark/"): float(box[2] if mark.along == "right" else box[3])
        for mark in marks
        if isinstance(mark, Bars)
        for key, box in zip(mark.keys, mark.boxes, strict=True)
    }


def shown(marks: Marks) -> dict[str, str]:
    """The texts by their keys."""
    return {
        mark.key: figure_text(mark) if isinstance(mark, Figure) else mark.text
        for mark in texts(marks)
    }


# --- random data -------------------------------------------------------------------------------

_BOUNDS: tuple[Bound, ...] = ("exact", "over", "about")
_UNITS = (NO_UNIT, YI_YUAN, PERCENT, Unit(Text((("zh", "辆"), ("en", "vehicles")))))
_SHAPES: tuple[Literal["landscape", "portrait"], ...] = ("landscape", "portrait")
_LETTERS = st.sampled_from("汽车电子产业装备制造ABCdefg  -1290，。")

values = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(-1e6, 1e6),
    st.integers(0, 5000).map(float),
    st.just(0.0),
)
quantities = st.builds(
    Quantity,
    value=values,
    decimals=st.integers(0, 3),
    unit=st.sampled_from(_UNITS),
    bound=st.sampled_from(_BOUNDS),
    text=st.sampled_from(("", "", "", "1/3")),
)
names = st.one_of(
    st.text(_LETTERS, max_size=40).map(plain),
    st.builds(both, st.text(_LETTERS, max_size=12), st.text(_LETTERS, max_size=30)),
)
boxes = st.builds(
    Box, st.sampled_from((0.0, 72.0, 96.0)), st.floats(0, 400), st.floats(1, 1920),
    st.floats(1, 1760),
)  # fmt: skip
settings_of_slides = st.builds(
    Setting, st.just(THEME), st.just(THEME.accents[0]), st.sampled_from(("zh", "en")),
    st.sampled_from(("", "zh", "en")), st.sampled_from(_SHAPES),
    st.just(EmMeasure()), st.sampled_from((NEAR, Sight(viewing_m=2.6))), st.booleans(),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn, most_rows: int = 24) -> Table:
    """Tables with the columns name, value, member, beside and icon, some cells left out."""
    cells = (
        st.none() | names | quantities,
        st.none() | quantities | names,
        st.none() | st.sampled_from(("2023", "2024")).map(plain),
        st.none() | quantities,
        st.none() | st.sampled_from(("car", "phone", "bicycle")).map(plain),
    )
    rows = draw(st.lists(st.tuples(*cells), max_size=most_rows))
    return Table(("name", "value", "member", "beside", "icon"), tuple(rows))


@st.composite
def sound_tables(draw: st.DrawFn, most_rows: int = 12) -> Table:
    """The same columns with nothing wrong: a number in each row, and names that differ."""
    several = st.sampled_from(("2023", "2024", "2025")).map(plain)
    numbers = st.builds(Quantity, value=st.floats(0.1, 5000.0), decimals=st.integers(0, 1))
    named = draw(
        st.lists(st.sampled_from("ABCDEFGHIJKL"), min_size=1, max_size=most_rows, unique=True)
    )
    icons = st.sampled_from(("car", "phone", "bicycle")).map(plain)
    rows = tuple(
        (both(f"甲{name}", name), draw(numbers), draw(several), draw(numbers), draw(icons))
        for name in named
    )
    return Table(("name", "value", "member", "beside", "icon"), rows)
