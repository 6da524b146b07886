"""The figures at the ends of a bridge's deck, with their markers and what they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.axes import hairlines
from kiosk.charts.drawing import Drawn, counting, fading
from kiosk.charts.figures import FigureForm, SetFigure, fitted_figure
from kiosk.charts.labels import fitted
from kiosk.marks import Label
from kiosk.motion.easing import EASE_OUT
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.quantity import Quantity
    from kiosk.data.text import Text
    from kiosk.geometry import Box
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

# Logical units from the deck's upper side, at full size.
_BELOW = 240.0  # the figures and what they are
_SECOND_ROW = 150.0  # a second row of them
_GAP = 24.0  # between a marker and its figure
_DONE, _PLANNED = 152.0, 88.0  # sizes of the figures
_DONE_FOOT, _PLANNED_FOOT = 181.0, 171.0  # their baselines
_LABEL, _LABEL_GAP = 30.0, 14.0
_LIT = 1.3  # times as large as text that has grown is the first figure at least
_ROWS, _ROW = 3, 1.3  # of such text: rows at most, and their step in em
_GROWN_TRIES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_LEAST_ABOVE = 0.55  # of its full height that a bridge keeps above the deck while figures shrink
LARGEST = 1.45  # how much larger a bridge is on a tall page


@dataclass(frozen=True, slots=True)
class End:
    """A figure at one end, and what it is. x: of its marker.

    label: from x = 0, in a row, or in rows where type has grown; the first row's baseline is y = 0.
    drop: how much lower than the other end it stands. depth: from the deck's upper side down to
    the last row's foot.
    """

    name: Literal["done", "planned"]
    figure: SetFigure
    label: tuple[Label, ...]
    width: float
    x: float
    left: float
    depth: float
    drop: float = 0.0

    def lowered(self, drop: float) -> End:
        """The end, so much lower."""
        return replace(self, drop=drop, depth=self.depth + drop)


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
    if setting.is_grown:
        return _grown_ends(words, box, at, above, setting)

    def tried(largest: float, rows: float) -> tuple[float, float, tuple[End, End]]:
        """All of it, at most so large and with so much height."""
        size = min(largest, box.height / (above + rows))
        return size, rows * size, _placed_ends(words, box, at, size, setting)

    for largest, rows in _tries(setting):
        found = tried(largest, rows)
        has_room = rows > _BELOW or not found[2][1].drop
        if has_room and _are_beside(found[2]):
            return found
    return tried(*_tries(setting)[-1])


def _grown_ends(
    words: Words, box: Box, at: tuple[float, float], above: float, setting: Setting
) -> tuple[float, float, tuple[End, End]]:
    """The same where what is to be read is larger: the figures, then the pylons give way to it."""
    largest = LARGEST if setting.shape == "portrait" else 1.0
    size, below, ends = 1.0, 0.0, _placed_ends(words, box, at, 1.0, setting)
    for share in _GROWN_TRIES:
        size = largest * share
        ends = _placed_ends(words, box, at, size, setting)
        below = max(end.depth for end in ends)
        if _are_beside(ends) and box.height - below >= _LEAST_ABOVE * above:
            break
    return size, min(below, 0.9 * box.height), ends


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
    most, least = _DONE * size, _PLANNED * size
    if setting.is_grown:
        most, least = max(most, _LIT * setting.readable), max(least, setting.readable)
    lit = FigureForm(
        replace(second, size=most), setting.accent, setting.style("unit"), theme.text, 0.263
    )
    quiet = FigureForm(
        replace(second, size=least), theme.quiet, setting.style("caption"), theme.quiet,
        max(0.364, _readable(size, setting) / least),
    )  # fmt: skip
    said = ((words.done_label, theme.text), (words.note, theme.quiet))
    gap, room = _GAP * size, 0.9 * box.width
    side = max(at[0] - box.x, box.right - at[0]) - gap if setting.is_grown else room
    done = _end("done", words.done, lit, said, at[0], size, box, side, setting)
    wanted = ((words.planned_label, theme.quiet),)
    between = at[1] - at[0] - 2 * gap
    if setting.is_grown and _has_rows(words.planned_label, between, size, setting):
        room = between  # in rows, so that it need not stand lower
    planned = _end("planned", words.planned, quiet, wanted, at[1], size, box, room, setting)
    is_apart = (
        done.left + done.width + gap <= planned.left
        and (done.left >= at[0] or planned.left >= at[0] + gap)
    ) or planned.left + planned.width + gap <= done.left
    if is_apart:
        return done, planned
    drop = _SECOND_ROW * size
    if setting.is_grown:
        room = 0.9 * box.width
        planned = _end("planned", words.planned, quiet, wanted, at[1], size, box, room, setting)
        drop = max(drop, done.depth + least - _PLANNED_FOOT * size)
    return done, planned.lowered(drop)


def _end(
    name: Literal["done", "planned"], quantity: Quantity, form: FigureForm,
    words: tuple[tuple[Text, Colour], ...], x: float, size: float, box: Box, room: float,
    setting: Setting,
) -> End:  # fmt: skip
    """A figure left of its marker at `x`, or right of it where there is no room."""
    figure, form = fitted_figure(f"figure/{name}", quantity, form, setting, 0.9 * box.width)
    label = _label(name, words, size, room, setting)
    width = max(figure.width, _width(label, setting))
    gap = _GAP * size
    left = x - gap - width
    if left < box.x:
        left = min(x + gap, box.right - width)
    return End(name, figure, label, width, x, left, _depth(label, size, setting))


def _width(label: tuple[Label, ...], setting: Setting) -> float:
    """How wide the rows of a label are."""
    ends = (mark.x + setting.measure.advance(mark.text, mark.style) for mark in label)
    return max(ends, default=0.0)


def _depth(label: tuple[Label, ...], size: float, setting: Setting) -> float:
    """How far below the deck's upper side the rows of a label reach."""
    if not label or not setting.is_grown:
        return _BELOW * size
    return _BELOW * size + _deeper(label, size, setting) + label[-1].y


def _deeper(label: tuple[Label, ...], size: float, setting: Setting) -> float:
    """How much lower the first row stands because it has grown."""
    return label[0].style.size - _LABEL * size if label and setting.is_grown else 0.0


def _readable(size: float, setting: Setting) -> float:
    """The smallest size of text in a bridge whose type is multiplied with `size`."""
    if setting.is_grown:
        return setting.smallest
    return min(setting.smallest, 1.4 * _LABEL * size)


def _label_style(size: float, setting: Setting) -> TextStyle:
    """The style of what figures are in a bridge whose type is multiplied with `size`."""
    return replace(setting.style("mark"), size=max(_readable(size, setting), _LABEL * size))


def _label(
    name: str, words: tuple[tuple[Text, Colour], ...], size: float, room: float, setting: Setting
) -> tuple[Label, ...]:
    """What the figure is, in one row from x = 0, or in rows where type has grown."""
    style = _label_style(size, setting)
    marks: list[Label] = []
    if setting.is_grown:
        return _rows(name, words, style, room, setting)
    x = 0.0
    for index, (text, colour) in enumerate(words):
        lines, shown = fitted(text.in_language(setting.language), style, room - x, setting)
        for line in lines:
            marks.append(Label(f"label/{name}/{index}", line, x, 0.0, shown, colour))
            x += setting.measure.advance(line, shown) + _LABEL_GAP * size
    return tuple(marks)


def _has_rows(text: Text, room: float, size: float, setting: Setting) -> bool:
    """Whether a few rows of the text have room."""
    said, style = text.in_language(setting.language), _label_style(size, setting)
    lines, _ = fitted(said, style, max(room, 0.0), setting, _ROWS, may_shrink=False)
    return "".join(lines).replace(" ", "") == said.replace(" ", "")


def _rows(
    name: str, words: tuple[tuple[Text, Colour], ...], style: TextStyle, room: float,
    setting: Setting,
) -> tuple[Label, ...]:  # fmt: skip
    """The words in as many rows as they need."""
    texts = [(text.in_language(setting.language), colour) for text, colour in words]
    lines = [
        (line, colour)
        for text, colour in texts
        for line in fitted(text, style, room, setting, _ROWS, may_shrink=False)[0]
    ]
    return tuple(
        Label(f"label/{name}/{row}", line, 0.0, _ROW * style.size * row, style, colour)
        for row, (line, colour) in enumerate(lines)
    )


def drawn_ends(
    ends: tuple[End, End], deck: float, foot: float, size: float, setting: Setting, grow: Timing
) -> list[Drawn]:
    """The figures with their markers. deck: its upper side. foot: of all. grow: how it grows."""
    theme = setting.theme
    drawn: list[Drawn] = []
    for end in ends:
        is_done = end.name == "done"
        timing = Timing(0.5 * grow.duration_s if is_done else 0.0, 0.9, EASE_OUT)
        top = deck + (-52.0 if is_done else 30.0) * size
        if end.drop and any(_crosses(end, other) for other in ends):
            top = deck + _BELOW * size
        bottom = min(deck + _SECOND_ROW * size + end.drop, foot)
        line = ((f"marker/{end.name}", (end.x, top, end.x, bottom)),)
        colour = theme.text if is_done else theme.line
        marker = replace(hairlines(f"{end.name}-marker", line, colour, is_zero=True), width=3.0)
        drawn.append(fading((marker,), Timing(timing.delay_s, 0.4)))
        baseline = deck + (_DONE_FOOT if is_done else _PLANNED_FOOT) * size + end.drop
        right = end.left + end.width
        at = (right - end.figure.width if end.left < end.x else end.left, baseline)
        drawn.append(counting(end.figure, at, at, timing))
        below = deck + 227.0 * size + _deeper(end.label, size, setting) + end.drop
        drawn.append(fading(_set_label(end, below, setting), timing))
    return drawn


def _crosses(end: End, other: End) -> bool:
    """Whether the marker of `end` would pass through the figure of `other`."""
    return end is not other and other.left <= end.x <= other.left + other.width


def _set_label(end: End, baseline: float, setting: Setting) -> Marks:
    """What the figure is, ending or beginning where the figure does."""
    if not end.label:
        return ()
    is_left = end.left < end.x
    if len({mark.y for mark in end.label}) > 1:  # rows: each of them ends or begins there
        right = end.left + end.width
        return tuple(
            replace(mark, x=right - _width((mark,), setting) if is_left else end.left,
                    y=baseline + mark.y)
            for mark in end.label
        )  # fmt: skip
    left = end.left + end.width - _width(end.label, setting) if is_left else end.left
    return tuple(replace(mark, x=left + mark.x, y=baseline) for mark in end.label)
