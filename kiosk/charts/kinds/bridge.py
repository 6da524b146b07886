"""A bridge whose deck shows how much is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Bars, Segments, column, fours
from kiosk.charts.axes import hairlines
from kiosk.charts.base import Chart
from kiosk.charts.bridge_figures import LARGEST, End, Words, drawn_ends, fitted_ends
from kiosk.charts.drawing import Drawn, fading, scene, travelling
from kiosk.charts.evening import evening, mixed
from kiosk.charts.figures import is_number
from kiosk.charts.scales import LinearScale
from kiosk.data.quantity import Quantity
from kiosk.data.text import NO_TEXT, Text
from kiosk.geometry import Box, Point, Size
from kiosk.marks import Shape
from kiosk.motion.easing import SETTLE
from kiosk.motion.timeline import Timing
from kiosk.options import option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

# At full size, logical units, from the deck's upper side.
_ABOVE = 314.0  # a pylon's top
_STEEPEST = 2.0  # of half a span, where a pylon would be higher
_HOLD = 14.0  # from a pylon's top to its first stay
_HOLD_STEP = 8.0  # from there to the next
_FOOT, _SHORT_FOOT = 118.0, 56.0  # its foot, below; and where it would reach into a figure
_PYLON = 17.0  # half its width at the foot
_DECK = 18.0
_SPAN = 576.0  # about so far are the pylons from each other
_STAYS = 13  # on each side of a pylon
_REACH = 0.966  # of half a span that the outermost stay bridges
_STAY_STRENGTH = 0.8  # of the accent
_GROW_S = 1.2


@dataclass(frozen=True, kw_only=True)
class Bridge(Chart):
    """A cable-stayed bridge whose deck is a scale from 0 to what is planned.

    What is done is solid, in the accent; the rest is dashed. Both figures stand at their ends.
    """

    chinese: ClassVar[str] = "斜拉桥：桥面就是刻度，从 0 到计划的总量。"

    done: Quantity = option(
        "What is done: `$fact`, or a number.", zh="已经完成的：`$fact` 或一个数。"
    )
    planned: Quantity = option("The whole: `$fact`, or a number.", zh="总量：`$fact` 或一个数。")
    done_label: Text = option("What the first figure is.", NO_TEXT, zh="第一个数字是什么。")
    done_note: Text = option(
        "What stands quietly beside that, such as its period.", NO_TEXT, zh="旁边的小字，例如时期。"
    )
    planned_label: Text = option("What the second figure is.", NO_TEXT, zh="第二个数字是什么。")

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The bridge in the box, the figures under its deck on the box's lower side."""
        span = _span(self, box, setting)
        grow = Timing(0.0, self.enter.duration_s or _GROW_S)
        return scene(
            [
                *_stays(span, setting, grow),
                *_pylons(span, setting, grow),
                *_deck(span, setting, grow),
                *drawn_ends(span.ends, span.y, box.bottom, span.size, setting, grow),
            ]
        )

    def height_in(self, box: Box, setting: Setting) -> float:
        """What bridge and figures use at their largest; in landscape all, as they end below."""
        span = _span(self, box, setting)
        return box.bottom - span.top if setting.shape == "portrait" else box.height

    def free_foot(self, box: Box, setting: Setting) -> float:
        """The room left of both figures."""
        return min(end.left for end in _span(self, box, setting).ends) - box.x

    def backdrop(self, box: Box, page: Size, setting: Setting) -> Marks:
        """The light behind the place where the deck ends so far, and ridges behind the bridge."""
        span = _span(self, box, setting)
        return evening(Point(span.done_x, span.y), page, setting)


@dataclass(frozen=True, slots=True)
class _Span:
    """Where the bridge stands. scale: what sizes are multiplied with; size: what type is.

    y, top: of the deck and of the pylons. pylons: their x. ends: the figures.
    """

    box: Box
    scale: float
    size: float
    y: float
    top: float
    done_x: float
    pylons: tuple[float, ...]
    ends: tuple[End, End]

    @property
    def half(self) -> float:
        """Half of what lies between two pylons."""
        return self.box.width / (2 * len(self.pylons))


def _span(bridge: Bridge, box: Box, setting: Setting) -> _Span:
    """The bridge's places, as large as the box lets it be."""
    box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
    count = max(3, round(box.width / _SPAN))
    half = box.width / (2 * count)
    above = min(_ABOVE, _STEEPEST * half)
    done, planned = _value(bridge.done), _value(bridge.planned)
    along = LinearScale(box.x, box.width, max(done, planned))
    at = along(done), along(planned) if planned > 0.0 else box.right
    words = Words(
        bridge.done, bridge.planned, bridge.done_label, bridge.done_note, bridge.planned_label
    )
    size, below, ends = fitted_ends(words, box, at, above, setting)
    largest = LARGEST if setting.shape == "portrait" else 1.0
    scale = min(largest, (box.height - below) / above)
    y = box.bottom - below
    pylons = tuple(box.x + (2 * number + 1) * half for number in range(count))
    return _Span(box, scale, size, y, y - above * scale, at[0], pylons, ends)


def _value(quantity: Quantity) -> float:
    """Its length on the deck: never below zero."""
    return max(0.0, quantity.value) if is_number(quantity) else 0.0


def _reached_s(grow: Timing, share: float) -> float:
    """When the deck has grown to `share` of its way."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if SETTLE(middle) < share else (low, middle)
    return grow.delay_s + high * grow.duration_s


def _arrives_s(span: _Span, x: float, grow: Timing) -> float:
    """When the deck reaches `x`."""
    length = span.done_x - span.box.x
    return _reached_s(grow, (x - span.box.x) / length) if length > 0.0 else 0.0


def _foot(span: _Span) -> float:
    """How far the pylons reach below the deck: not into a figure."""
    reach = _PYLON * span.scale
    is_free = all(
        x + reach < end.left or x - reach > end.left + end.width
        for x in span.pylons
        for end in span.ends
    )
    return (_FOOT if is_free else _SHORT_FOOT) * span.scale


def _pylons(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The pylons: those the deck has passed rise, the others are dashed."""
    theme, foot = setting.theme, _foot(span)
    high, thin = foot + span.y - span.top, (span.y - span.top) / _ABOVE
    path = (
        f"M{-_PYLON * thin:.2f},0 L{-5 * thin:.2f},{-high:.2f} "
        f"L{5 * thin:.2f},{-high:.2f} L{_PYLON * thin:.2f},0 Z"
    )
    drawn: list[Drawn] = []
    for number, x in enumerate(span.pylons, start=1):
        pylon = Shape(f"pylon/{number}", path, x, span.y + foot)
        if x < span.done_x:
            rise_s = _arrives_s(span, x - span.half, grow)
            pylon = replace(pylon, fill=theme.text)
            drawn.append(travelling((pylon,), (replace(pylon, scale=0.0),), Timing(rise_s, 0.6)))
        else:
            outline = replace(
                pylon, fill=theme.ground, stroke=theme.line, width=2.5, dash=(7.0, 8.0)
            )
            drawn.append(fading((outline,), Timing(0.0, 0.4)))
    return drawn


_Ends = tuple[float, float, float, float]


def _stays(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The stays: built ones are drawn as the deck passes, the others are dashed."""
    built: dict[str, tuple[_Ends, Timing]] = {}
    planned: dict[str, tuple[_Ends, Timing]] = {}
    tall, step = (span.y - span.top) / _ABOVE, span.half * _REACH / _STAYS
    for number, tower in enumerate(span.pylons, start=1):
        up_s = _arrives_s(span, tower - span.half, grow) + 0.3
        for index in (*range(-_STAYS, 0), *range(1, _STAYS + 1)):
            x = tower + index * step
            hold = span.top + tall * (_HOLD + _HOLD_STEP * (_STAYS + 1 - abs(index)))
            key, ends = f"stay/{number}/{index}", (tower, hold, x, span.y)
            if max(x, tower) <= span.done_x and tower < span.done_x:
                built[key] = ends, Timing(max(up_s, _arrives_s(span, x, grow)), 0.4)
            else:
                planned[key] = ends, Timing(0.0, 0.4)
    theme = setting.theme
    # Opaque: many long lines that let others through take ten times as long to paint.
    strong = mixed(theme.ground, setting.accent, _STAY_STRENGTH)
    solid = _lines("stays", built, strong, 2.4)
    dashed = replace(_lines("planned-stays", planned, theme.line.faded(0.55), 2.0), dash=(5.0, 9.0))
    start = solid.ends.copy()
    start[:, 2:] = start[:, :2]
    return [
        Drawn((dashed,), (), {key: timing for key, (_, timing) in planned.items()}),
        Drawn(
            (solid,), (replace(solid, ends=start),),
            {key: timing for key, (_, timing) in built.items()},
        ),
    ]  # fmt: skip


def _lines(
    key: str, rows: dict[str, tuple[_Ends, Timing]], colour: Colour, width: float
) -> Segments:
    """The rows as one batch."""
    ends = tuple((name, places) for name, (places, _) in rows.items())
    return replace(hairlines(key, ends, colour, is_zero=True), width=width)


def _deck(span: _Span, setting: Setting, grow: Timing) -> list[Drawn]:
    """The deck: what is done grows over the dashed rest."""
    thick = _DECK * span.scale
    rest = (("deck/rest", (span.done_x, span.y + thick / 2, span.box.right, span.y + thick / 2)),)
    dashed = replace(
        hairlines("rest", rest, setting.theme.line, is_zero=True), width=thick, dash=(26.0, 14.0)
    )
    boxes = fours([(span.box.x, span.y, span.done_x - span.box.x, thick)])
    solid = Bars(
        "deck", ("deck/done",), boxes, fours([setting.accent]), column([1.0]), radius=2.0
    )  # fmt: skip
    start = replace(solid, boxes=fours([(span.box.x, span.y, 0.0, thick)]))
    pieces = [travelling((solid,), (start,), grow)]
    if span.done_x < span.box.right:
        pieces.insert(0, fading((dashed,), Timing(0.0, 0.4)))
    return pieces
