"""The figures at the ends of a bridge's deck, with their markers and what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.axes import hairlines
from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import FigureForm, SetFigure, fitted_figure
from kiosk.charts.labels import fitted
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing

if TYPE_CHECKING:
    from kiosk.data.quantity import Quantity
    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

# Logical units from the deck's upper side, at full size.
_BELOW = 240.0  # the figures and what they are
_SECOND_ROW = 150.0  # a second row of them
_GAP = 24.0  # between a marker and its figure
_DONE, _PLANNED = 152.0, 88.0  # sizes of the figures
_LABEL, _LABEL_GAP = 30.0, 14.0
LARGEST = 1.45  # how much larger a bridge is on a tall page


@dataclass(frozen=True, slots=True)
class End:
    """A figure at one end, and what it is. x: of its marker. label: in a row from x = 0."""

    name: Literal["done", "planned"]
    figure: SetFigure
    label: tuple[Label, ...]
    width: float
    x: float
    left: float
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at the ends: both figures, and what they are. note: quietly beside that."""

    done: Quantity
    planned: Quantity
    done_label: Text
    note: Text
    planned_label: Text


def fitted_ends(
    words: Words, box: Box, at: tuple[float, float], above: float, setting: Setting
) -> tuple[float, float, tuple[End, End]]:
    """What type is multiplied with, the height it takes below the deck, and the figures.

    They are as large as leaves the pylons, which are `above` high, their room, and themselves
    beside their own markers.
    """
    factor = setting.growth

    def tried(largest: float, rows: float) -> tuple[float, float, tuple[End, End]]:
        """All of it, at most so large and with so much height."""
        size = min(largest, box.height / (above + rows * factor)) * factor
        return size, rows * size, _placed_ends(words, box, at, size, setting)

    for largest, rows in _tries(setting):
        found = tried(largest, rows)
        has_room = rows > _BELOW or not found[2][1].drop
        if has_room and _are_beside(found[2]):
            return found
    return tried(*_tries(setting)[-1])


def _tries(setting: Setting) -> tuple[tuple[float, float], ...]:
    """Sizes of type with the height that the figures take below the deck, the best first.

    On a tall page large figures in two rows are better than small ones in one.
    """
    one, two = _BELOW, _BELOW + _SECOND_ROW
    if setting.shape == "portrait":
        return tuple((size, rows) for size in (LARGEST, 1.3, 1.15, 1.0) for rows in (one, two))
    return (1.0, one), (0.9, one), (0.8, one), (1.0, two)


def _are_beside(ends: tuple[End, End]) -> bool:
    """Whether both figures stand beside their markers and not across them."""
    return all(end.x <= end.left or end.left + end.width <= end.x for end in ends)


def _placed_ends(
    words: Words, box: Box, at: tuple[float, float], size: float, setting: Setting
) -> tuple[End, End]:
    """Both figures: beside each other where they fit, else the second one lower.

    at: the x of their markers. size: what type is multiplied with.
    """
    theme, second = setting.theme, setting.style("second")
    lit = FigureForm(
        replace(second, size=_DONE * size), setting.accent, setting.style("unit"), theme.text, 0.263
    )
    quiet = FigureForm(
        replace(second, size=_PLANNED * size), theme.quiet, setting.style("caption"), theme.quiet,
        max(0.364, _readable(size, setting) / (_PLANNED * size)),
    )  # fmt: skip
    said = ((words.done_label, theme.text), (words.note, theme.quiet))
    done = _end("done", words.done, lit, said, at[0], size, box, setting)
    wanted = ((words.planned_label, theme.quiet),)
    planned = _end("planned", words.planned, quiet, wanted, at[1], size, box, setting)
    gap = _GAP * size
    is_apart = (
        done.left + done.width + gap <= planned.left
        and (done.left >= at[0] or planned.left >= at[0] + gap)
    ) or planned.left + planned.width + gap <= done.left
    return done, planned if is_apart else replace(planned, drop=_SECOND_ROW * size)


def _end(
    name: Literal["done", "planned"], quantity: Quantity, form: FigureForm,
    words: tuple[tuple[Text, Colour], ...], x: float, size: float, box: Box, setting: Setting,
) -> End:  # fmt: skip
    """A figure left of its marker at `x`, or right of it where there is no room."""
    room = 0.9 * box.width
    figure, form = fitted_figure(f"figure/{name}", quantity, form, setting, room)
    label = _label(name, words, size, room, setting)
    label_width = sum(setting.measure.advance(mark.text, mark.style) for mark in label)
    label_width += _LABEL_GAP * size * max(0, len(label) - 1)
    width = max(figure.width, label_width)
    gap = _GAP * size
    left = x - gap - width
    if left < box.x:
        left = min(x + gap, box.right - width)
    return End(name, figure, label, width, x, left)


def _readable(size: float, setting: Setting) -> float:
    """The smallest size of text in a bridge whose type is multiplied with `size`."""
    return min(setting.smallest, 1.4 * _LABEL * size)


def _label(
    name: str, words: tuple[tuple[Text, Colour], ...], size: float, room: float, setting: Setting
) -> tuple[Label, ...]:
    """What the figure is, in one row from x = 0."""
    style = setting.style("mark")
    style = replace(style, size=max(_readable(size, setting), _LABEL * size))
    marks: list[Label] = []
    x = 0.0
    for index, (text, colour) in enumerate(words):
        lines, shown = fitted(text.in_language(setting.language), style, room - x, setting)
        for line in lines:
            marks.append(Label(f"label/{name}/{index}", line, x, 0.0, shown, colour))
            x += setting.measure.advance(line, shown) + _LABEL_GAP * size
    return tuple(marks)


def drawn_ends(
    ends: tuple[End, End], deck: float, size: float, setting: Setting, grow: Timing
) -> list[Drawn]:
    """The figures with their markers. deck: its upper side. grow: how it grows."""
    theme = setting.theme
    drawn: list[Drawn] = []
    for end in ends:
        is_done = end.name == "done"
        timing = Timing(0.5 * grow.duration_s if is_done else 0.0, 0.9, EASE_OUT)
        top = deck + (-52.0 if is_done else 30.0) * size
        if end.drop and any(_crosses(end, other) for other in ends):
            top = deck + _BELOW * size
        bottom = deck + _SECOND_ROW * size + end.drop
        line = ((f"marker/{end.name}", (end.x, top, end.x, bottom)),)
        colour = theme.text if is_done else theme.line
        marker = replace(hairlines(f"{end.name}-marker", line, colour, is_zero=True), width=3.0)
        drawn.append(fading((marker,), Timing(timing.delay_s, 0.4)))
        baseline = deck + (181.0 if is_done else 171.0) * size + end.drop
        right = end.left + end.width
        at = (right - end.figure.width if end.left < end.x else end.left, baseline)
        drawn.append(counting(end.figure, at, at, timing))
        drawn.append(fading(_set_label(end, deck + 227.0 * size + end.drop, setting), timing))
    return drawn


def _crosses(end: End, other: End) -> bool:
    """Whether the marker of `end` would pass through the figure of `other`."""
    return end is not other and other.left <= end.x <= other.left + other.width


def _set_label(end: End, baseline: float, setting: Setting) -> Marks:
    """What the figure is, ending or beginning where the figure does."""
    if not end.label:
        return ()
    last = end.label[-1]
    width = last.x + setting.measure.advance(last.text, last.style)
    left = end.left + end.width - width if end.left < end.x else end.left
    return tuple(replace(mark, x=left + mark.x, y=baseline) for mark in end.label)
