"""Where a race lies in its box: names left, bars, values at their ends, and the time apart."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import column, fours
from kiosk.charts.figures import CAPITAL, SIGNS, is_number
from kiosk.charts.labels import fitted
from kiosk.charts.race.course import course_of, shares_of
from kiosk.charts.race.play import RacePlay, Track
from kiosk.data.manner import manner_of
from kiosk.data.quantity import printed
from kiosk.geometry import Box
from kiosk.marks import Figure, Label, figure_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.charts.race.course import Course
    from kiosk.charts.race.entries import Entries
    from kiosk.data.quantity import Quantity
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_ROW = 1.1  # of a readable line, what a row needs
_PITCH = 132.0  # from bar to bar, at most
_LOW = 8.0  # of bars without names
_LEAST_READ = 6  # bars that have names, where others have none
_THICK = 0.7  # of the pitch
_NAME, _NAME_SHARE, _VALUE, _VALUE_SHARE = 40.0, 0.5, 56.0, 0.6  # sizes, and of the pitch
_LEFT = {"landscape": 0.24, "portrait": 0.34}  # of the width, what names may take
_SIDE, _FOOT = 0.22, 190.0  # the time: of the width beside the bars, or below them
_LEAST = 0.2  # of the width, what bars keep beside their values
_GAP = 20.0
_FOOT_FADES = 0.5  # opacity at the foot of a bar in the accent
_QUIET_FADES = 0.75


@dataclass(frozen=True, slots=True)
class _Number:
    """How values are printed: with a factor, digits, and a sign; unit: what is said once."""

    factor: float
    decimals: int
    grouped: bool
    suffix: str
    unit: str


def race_in(
    box: Box, entries: Entries, top: int, duration_s: float, colours: tuple[Colour, ...],
    setting: Setting, others: tuple[Entries, ...] = (),
) -> RacePlay:  # fmt: skip
    """The race of the first `top` at each time, as many as have room.

    Where not all have readable names, the last have none, and thin bars. colours: of all runners.
    others: those of races that are run at the same time, of one scale.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    time_box, box = _time_box(box, setting)
    line = _ROW * min(setting.smallest, box.height)
    every = (entries, *others)
    wanted = max(1, min(top, max(len(one.runners) for one in every)))
    shown = wanted if _read(wanted, box.height, line) else max(1, int(box.height / line))
    shares = np.array(shares_of([stop.place for stop in entries.stops]))
    course = course_of(entries.values, shares, shown, duration_s)
    scale = None
    if others:
        values = np.hstack([one.values for one in every])
        scale = course_of(values, shares, values.shape[1], duration_s)
    count = shown if others else max(1, min(shown, len(course.kept)))
    rows = (count, _read(count, box.height, line) or count)
    number = _number(entries.like, setting.language)
    track, names, figures = _laid(box, every, course, scale or course, rows, number, setting)
    kept = [colours[row] for row in course.kept.tolist()]
    is_flat = not setting.theme.bars_fade or len({*kept} - {setting.theme.quiet_series}) > 1
    fades = (_QUIET_FADES if one == setting.theme.quiet_series else _FOOT_FADES for one in kept)
    times, fixed = _times(time_box, entries, number, setting)
    return RacePlay(
        course, track, tuple(f"mark/{entries.runners[row].key}" for row in course.kept.tolist()),
        fours(kept), column((1.0 for _ in kept) if is_flat else fades), names, figures,
        number.factor, column(shares_of([stop.place for stop in entries.clock])), times, fixed,
        scale,
    )  # fmt: skip


def _read(count: int, height: float, line: float) -> int:
    """How many of so many bars are told by name, the others being thin; none where too few are."""
    if count * line <= height:
        return count
    read = int((height - count * _LOW) / max(line - _LOW, 1e-6))
    return read if read >= _LEAST_READ else 0


def race_height(count: int, box: Box, setting: Setting) -> float:
    """How much of the box's height `count` bars use, with the time."""
    rows = max(1, count) * _PITCH * setting.growth
    return min(box.height, rows if setting.shape == "landscape" else rows + _foot(box, setting))


def _foot(box: Box, setting: Setting) -> float:
    """The height of the time below the bars."""
    return min(_FOOT * setting.growth, box.height / 4)


def _time_box(box: Box, setting: Setting) -> tuple[Box, Box]:
    """The place of the time, and what is left: it stands beside the bars, on tall pages below."""
    if setting.shape == "landscape":
        side = _SIDE * box.width
        rest = replace(box, width=box.width - side)
        return Box(rest.right, box.y, side, box.height), rest
    foot = _foot(box, setting)
    rest = replace(box, height=box.height - foot)
    return Box(box.x, rest.bottom, box.width, foot), rest


def _laid(
    box: Box, every: tuple[Entries, ...], course: Course, scale: Course, rows: tuple[int, int],
    number: _Number, setting: Setting,
) -> tuple[Track, tuple[Label | None, ...], tuple[Figure, ...]]:  # fmt: skip
    """Where bars lie, and the names and values of those that are kept, on a bar at 0.

    every: the runners of this race, which come first, and of those of the same scale. rows: how
    many bars there are, and how many of them are told by name.
    """
    count, read = rows
    entries = every[0]
    pitch = min((box.height - (count - read) * _LOW) / read, _PITCH * setting.growth)
    low = pitch if read == count else _LOW
    names, widest = _names(box, entries, course.kept.tolist(), pitch, setting)
    for other in every[1:]:
        own = _names(box, other, range(len(other.runners)), pitch, setting)[1]
        widest = max(widest, own)
    left = box.x + min(widest + (_GAP if widest else 0.0), box.width / 2)
    size = max(min(_VALUE_SHARE * pitch, _VALUE * setting.growth), setting.smallest)
    style = replace(setting.style("value"), size=min(size, pitch), tabular=True)
    gap = 0.35 * style.size
    figures = _figures(entries, course, number, style, setting)
    wide = max(
        (
            setting.measure.advance(figure_text(replace(figure, value=value)), style)
            for figure in figures[:1]
            for value in _extremes(scale, number)
        ),
        default=0.0,
    )
    room = box.right - left - gap - wide
    if room < _LEAST * box.width:
        figures, room = (), box.right - left
    track = Track(left, box.y, count, read, pitch, low, _THICK, max(0.0, room), gap)
    return track, names, figures


def _names(
    box: Box, entries: Entries, rows: Iterable[int], pitch: float, setting: Setting
) -> tuple[tuple[Label | None, ...], float]:
    """The names of the runners in those places, and the width of the widest."""
    size = max(min(_NAME_SHARE * pitch, _NAME * setting.growth), min(setting.smallest, pitch))
    style, room = setting.style("label"), _LEFT[setting.shape] * box.width
    style = replace(style, size=min(size, style.size * max(1.0, size / setting.grown(_NAME))))
    labels: list[Label | None] = []
    widest = 0.0
    for row in rows:
        runner = entries.runners[row]
        name = runner.name.in_language(setting.language)
        lines, own = fitted(name, style, room, setting)
        y = CAPITAL / 2 * own.size
        text = setting.theme.text
        labels.append(Label(f"name/{runner.key}", lines[0], box.x, y, own, text) if lines else None)
        widest = max([widest, *(setting.measure.advance(line, own) for line in lines)])
    return tuple(labels), widest


def _figures(
    entries: Entries, course: Course, number: _Number, style: TextStyle, setting: Setting
) -> tuple[Figure, ...]:
    """The values, which begin where bars end; none where they cannot be printed."""
    if not math.isfinite(number.factor):
        return ()
    return tuple(
        Figure(
            f"value/{entries.runners[row].key}", 0.0, 0.0, CAPITAL / 2 * style.size, style,
            setting.theme.text, number.decimals, number.grouped, suffix=number.suffix, align="left",
            numerals=manner_of(setting.language).numerals,
        )
        for row in course.kept.tolist()
    )  # fmt: skip


def _extremes(course: Course, number: _Number) -> tuple[float, float]:
    """The least and the greatest value that is printed."""
    values = course.values
    return (
        float(values.min(initial=0.0)) * number.factor,
        float(values.max(initial=0.0)) * number.factor,
    )


def _number(like: Quantity, language: str) -> _Number:
    """How all values are printed: in the size in which the greatest is, to three digits of it.

    Without a unit the digits are all there is.
    """
    if not is_number(like) or abs(like.value) >= 1e15:
        return _Number(math.nan, 0, grouped=False, suffix="", unit="")
    found = printed(like, language)
    if not like.unit.name.versions:
        return _Number(1.0, like.decimals, found.grouped, "", "")
    factor = found.value / like.value if like.value and found.value else 1.0  # tiny ones print 0
    decimals = like.decimals
    if factor != 1.0:
        exact = like.decimals + math.ceil(-math.log10(abs(factor)) - 1e-9)
        digits = 2 - math.floor(math.log10(abs(found.value))) if found.value else 0
        decimals = max(0, found.decimals, min(exact, digits))
    is_sign = found.unit in SIGNS
    return _Number(
        factor, decimals, found.grouped,
        f"{manner_of(language).sign_gap}{found.unit}" if is_sign else "",
        "" if is_sign else found.unit,
    )  # fmt: skip


def _times(
    box: Box, entries: Entries, number: _Number, setting: Setting
) -> tuple[tuple[Label, ...], Marks]:
    """The time at each stop, large at the lower right, and the unit over it."""
    texts = [stop.text for stop in entries.clock]
    small = replace(setting.style("caption"), size=min(setting.smallest, box.height / 4))
    room = max(1.0, box.width - _GAP)
    height = max(1.0, box.height - (1.6 * small.size if number.unit else 0.0))
    style = setting.style("second")
    widest = max((setting.measure.advance(text, style) for text in texts), default=0.0)
    share = min(1.0, room / max(widest, 1e-9), height / style.size)
    style = replace(style, size=style.size * share, tabular=True)
    colour = setting.theme.quiet
    baseline = box.bottom - 0.1 * style.size
    labels = tuple(
        Label("time", text, box.right, baseline, style, colour, "right") for text in texts
    )
    lines, small = fitted(number.unit, small, room, setting)
    over = baseline - CAPITAL * style.size - 0.6 * small.size
    units = tuple(Label("unit", one, box.right, over, small, colour, "right") for one in lines)
    return labels, units if texts else ()
