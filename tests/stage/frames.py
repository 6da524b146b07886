"""Frames for tests: random ones of every kind of mark, on a page of 1920 x 1080."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

import numpy as np

from kiosk.batches import Bars, Points, Polygons, Polylines, Sectors, Segments
from kiosk.geometry import Box, Point, Pose, Size
from kiosk.marks import Figure, Frame, Gradient, Label, Layer, Mark, Picture, Shape, Sheet, Wash
from kiosk.theme import Colour, TextStyle

if TYPE_CHECKING:
    from kiosk.batches import Floats

PAGE = Size(1920.0, 1080.0)
GROUND = Colour(0.05, 0.1, 0.2)
PATHS = ("M0 0H300V200H0Z", "M0 0C100 -200 300 200 400 0", "M0 0a90 90 0 1 1 1 0z M50 0l200 90")

Item = TypeVar("Item")


class Chance(Protocol):
    """As much of `random.Random` as is needed."""

    def uniform(self, a: float, b: float) -> float: ...
    def choice(self, seq: Sequence[Item]) -> Item: ...
    def sample(self, population: Sequence[Item], k: int) -> list[Item]: ...


def colour(chance: Chance) -> Colour:
    red, green, blue = (chance.uniform(0, 1) for _ in range(3))
    return Colour(red, green, blue, chance.choice([1.0, 1.0, 0.5]))


def box(chance: Chance) -> Box:
    place = chance.uniform(-200, 1900), chance.uniform(-200, 1000)
    return Box(*place, chance.uniform(0, 1400), chance.uniform(0, 900))


def point(chance: Chance) -> Point:
    return Point(chance.uniform(-100, 1900), chance.uniform(0, 1100))


def style(chance: Chance) -> TextStyle:
    return TextStyle(
        chance.choice(["serif-bold", "sans", "display-light"]), chance.uniform(60, 400)
    )


def rows(chance: Chance, columns: int, low: float, high: float) -> Floats:
    return np.array([[chance.uniform(low, high) for _ in range(columns)] for _ in range(3)])


def label(chance: Chance) -> Mark:
    text = chance.choice(["渝北", "Yubei 2024", "", " "])
    aligns: tuple[Literal["left", "centre", "right"], ...] = ("left", "centre", "right")
    at, align = point(chance), chance.choice(aligns)
    return Label("", text, at.x, at.y, style(chance), colour(chance), align=align)


def figure(chance: Chance) -> Mark:
    at = point(chance)
    value = chance.uniform(-999, 2442)
    return Figure("", value, at.x, at.y, style(chance), colour(chance), chance.choice([0, 1]))


def gradient(chance: Chance) -> Gradient:
    return Gradient(((0.0, colour(chance)), (chance.uniform(1, 400), colour(chance))))


def shape(chance: Chance) -> Mark:
    at = point(chance)
    return Shape(
        "", chance.choice(PATHS), at.x, at.y, chance.uniform(0.2, 3), chance.uniform(0, 360),
        fill=chance.choice([None, colour(chance)]),
        stroke=chance.choice([None, colour(chance), gradient(chance)]),
        width=chance.uniform(0, 40), trim=chance.choice([1.0, chance.uniform(0, 1)]),
        dash=chance.choice([(), (60.0, 40.0)]), round_ends=chance.choice([True, False]),
    )  # fmt: skip


def wash(chance: Chance) -> Mark:
    stops = ((0.0, colour(chance)), (1.0, colour(chance)))
    return Wash(
        "", box(chance), stops, point(chance), point(chance), chance.choice([0.0, 700.0]),
        squeeze=chance.uniform(0.3, 1), corner=chance.choice([0.0, 60.0]),
    )  # fmt: skip


def picture(chance: Chance) -> Mark:
    return Picture(
        "", chance.choice(["hills.png", "ridge.png"]), box(chance),
        fit=chance.choice(["cover", "contain"]), overscan=chance.choice([1.0, 1.1]),
        shift=(chance.uniform(-60, 60), chance.uniform(-60, 60)),
        radius=chance.choice([0.0, 80.0]),
    )  # fmt: skip


def bars(chance: Chance) -> Mark:
    return Bars(
        "", ("x", "y", "z"), rows(chance, 4, 0, 1200), rows(chance, 4, 0, 1),
        rows(chance, 1, 0, 1)[:, 0], along=chance.choice(["up", "right"]),
        radius=chance.choice([0.0, 30.0]),
    )  # fmt: skip


def segments(chance: Chance) -> Mark:
    # On the page, where layouts put them: Qt cuts dashes that leave it by what it paints.
    return Segments(
        "", ("x", "y", "z"), rows(chance, 4, 60, 1020), rows(chance, 4, 0, 1),
        width=chance.uniform(5, 60), dash=chance.choice([(), (90.0, 50.0)]),
        round_ends=chance.choice([True, False]),
    )  # fmt: skip


def points(chance: Chance) -> Mark:
    return Points(
        "", ("x", "y", "z"), rows(chance, 3, 0, 1200), rows(chance, 4, 0, 1),
        symbol=chance.choice(["disc", "square", "diamond", "triangle"]),
    )  # fmt: skip


def sectors(chance: Chance) -> Mark:
    radii = np.sort(rows(chance, 2, 0, 500), axis=1)
    turns = np.sort(rows(chance, 2, 0, 1), axis=1)
    places = np.hstack((rows(chance, 2, 0, 1200), radii, turns))
    radius, gap = chance.choice([0.0, chance.uniform(0, 60)]), chance.choice([0.0, 8.0])
    return Sectors("", ("x", "y", "z"), places, rows(chance, 4, 0, 1), radius, gap)


def polylines(chance: Chance) -> Mark:
    lines = rows(chance, 12, 60, 1020).reshape(3, 6, 2)  # on the page, as segments are
    lines[1, 2] = np.nan
    trim = rows(chance, 1, 0, 1)[:, 0]
    width = chance.uniform(1, 40)
    return Polylines("", ("x", "y", "z"), lines, trim, rows(chance, 4, 0, 1), width)


def polygons(chance: Chance) -> Mark:
    corners = rows(chance, 12, 0, 1200).reshape(3, 6, 2)
    fill, line = rows(chance, 4, 0, 1), rows(chance, 4, 0, 1)
    width, trim = chance.choice([0.0, 9.0]), rows(chance, 1, 0, 1)[:, 0]
    return Polygons("", ("x", "y", "z"), corners, fill, line, width, trim=trim)


KINDS = (
    label, figure, shape, wash, picture, bars, segments, points, sectors, polylines, polygons
)  # fmt: skip


def layer(chance: Chance, key: str) -> Layer:
    keys = chance.sample("abcdef", chance.choice([0, 1, 2, 3]))
    opacity = chance.choice([1.0, 1.0, 0.4, 0.0])
    made = [chance.choice(KINDS)(chance) for _ in keys]
    return Layer(
        key,
        tuple(
            replace(mark, key=key, opacity=opacity) for mark, key in zip(made, keys, strict=True)
        ),
    )


def pose(chance: Chance) -> Pose:
    return chance.choice([Pose(), Pose(), Pose(
        chance.choice([1.0, 0.3]), chance.choice([0.0, -333.3]), chance.choice([0.0, 120.0]),
        chance.choice([1.0, 0.64]), chance.choice([None, box(chance)]),
    )])  # fmt: skip


def sheet(chance: Chance, key: str, ground: Colour | None) -> Sheet:
    keys = chance.sample("uvwx", chance.choice([1, 2, 3]))
    return Sheet(key, tuple(layer(chance, name) for name in keys), pose(chance), ground)


def frame(chance: Chance) -> Frame:
    sheets = (
        sheet(chance, "leaving", GROUND),
        sheet(chance, "coming", GROUND),
        sheet(chance, "chrome", None),
    )
    return Frame(PAGE, sheets[chance.choice([0, 0, 1]) :])


def grown(chance: Chance, old: Layer) -> Layer:
    def with_trim(mark: Mark) -> Mark:
        return replace(mark, trim=chance.uniform(0, 1)) if isinstance(mark, Shape) else mark

    return replace(old, marks=tuple(with_trim(mark) for mark in old.marks))


def changed(chance: Chance, old: Frame) -> Frame:
    """`old` with some layers and sheets as they were and others changed."""

    def next_of(was: Sheet) -> Sheet:
        kept = tuple(
            chance.choice([item, grown(chance, item), layer(chance, item.key)])
            for item in was.layers
        )
        return replace(was, layers=kept, pose=chance.choice([was.pose, was.pose, pose(chance)]))

    return replace(
        old, sheets=tuple(chance.choice([sheet, next_of(sheet)]) for sheet in old.sheets)
    )
