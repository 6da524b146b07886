"""One value on a half or a whole ring, its target a tick across it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Sectors, Segments, fours
from kiosk.charts.drawing import Drawn, fading
from kiosk.charts.figures import CAPITAL, FigureForm, set_figure, shifted
from kiosk.data.quantity import Quantity
from kiosk.marks import Label
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.charts.rings.tags import Ring
    from kiosk.geometry import Box
    from kiosk.marks import Mark, Marks
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_TRACK = 0.28  # of the line colour's opacity
_TICK = 4.0  # width, logical units
_INTO, BEYOND = 8.0, 12.0  # a tick reaches so far beyond the ring's edges
_GAP = 10.0  # from a tick to its words, and from a ring's foot to what is below
_SIDEWAYS = 0.35  # sine of the angle from which words stand beside a tick, not above it
_FREE_MIDDLE = 0.5  # of a half ring's inner radius, to both sides: nothing stands below there
_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Dial:
    """A ring, and the turns from which to which its scale goes, clockwise from the top."""

    ring: Ring
    start: float
    end: float

    def at(self, share: float) -> float:
        """Where the share of the scale lies, in turns; held at both ends."""
        return self.start + (self.end - self.start) * max(0.0, min(1.0, share))


@dataclass(frozen=True, slots=True)
class Arc:
    """A value on its own dial. key: of its mark. share: of the scale."""

    key: str
    dial: Dial
    share: float
    colour: Colour


def drawn_track(dials: tuple[Dial, ...], names: tuple[str, ...], setting: Setting) -> Drawn:
    """The tracks that arcs run on."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    radius = (dials[0].ring.outer - dials[0].ring.inner) / 2
    places = np.array([_place(dial, 1.0) for dial in dials])
    line = fours(setting.theme.line.faded(_TRACK) for _ in dials)
    track = Sectors("track", tuple(f"track/{name}" for name in names), places, line, radius)
    return fading((track,), Timing(0.0, _FADE_S))


def drawn_arcs(arcs: tuple[Arc, ...], setting: Setting, sweep: Timing) -> list[Drawn]:
    """The arcs growing along their tracks, one shortly after another."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    keys = tuple(arc.key for arc in arcs)
    tracks = drawn_track(tuple(arc.dial for arc in arcs), keys, setting)
    ring = arcs[0].dial.ring
    full = np.array([_place(arc.dial, arc.share) for arc in arcs])
    empty = np.array([_place(arc.dial, 0.0) for arc in arcs])
    colours = fours(arc.colour for arc in arcs)
    marks = Sectors("marks", keys, full, colours, (ring.outer - ring.inner) / 2)
    timings = {
        key: replace(sweep, delay_s=sweep.delay_s + 0.07 * number)
        for number, key in enumerate(keys)
    }
    return [tracks, Drawn((marks,), (replace(marks, places=empty),), timings)]


def _place(dial: Dial, share: float) -> tuple[float, ...]:
    """A row of the sectors."""
    ring = dial.ring
    return ring.x, ring.y, ring.inner, ring.outer, dial.start, dial.at(share)


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached. share: of the scale. words: what stands before its value."""

    share: float
    quantity: Quantity
    words: str


def drawn_target(
    target: Target, dial: Dial, box: Box, setting: Setting, at_s: float
) -> list[Drawn]:
    """A tick across the ring, and its value outside where that has room in `box`."""
    ring, turn = dial.ring, 2 * math.pi * dial.at(target.share)
    dx, dy = math.sin(turn), -math.cos(turn)
    near, far = ring.inner - _INTO, ring.outer + BEYOND
    ends = fours([(ring.x + near * dx, ring.y + near * dy, ring.x + far * dx, ring.y + far * dy)])
    theme = setting.theme
    tick = Segments("target", ("target/tick",), ends, fours([theme.text]), _TICK, round_ends=True)
    begins = Timing(at_s, _FADE_S)
    return [fading((tick,), begins), fading(_words(target, dial, (dx, dy), box, setting), begins)]


def _words(
    target: Target, dial: Dial, way: tuple[float, float], box: Box, setting: Setting
) -> Marks:
    """The target's name and value outside the ring, further up or down where it is too wide."""
    theme, ring = setting.theme, dial.ring
    style = replace(setting.style("caption"), size=setting.smallest)
    form = FigureForm(style, theme.text, style, theme.text, unit_size=1.0)
    figure = set_figure("value/target", target.quantity, form, setting)
    before = setting.measure.advance(f"{target.words} ", style) if target.words else 0.0
    name = Label("name/target", target.words, 0.0, 0.0, style, theme.quiet)
    width, high = before + figure.width, CAPITAL * style.size
    dx, dy = way
    far = ring.outer + BEYOND + _GAP
    x, y = ring.x + far * dx, ring.y + far * dy
    left = x - width / 2 if abs(dx) < _SIDEWAYS else x if dx > 0.0 else x - width
    top = y - high if abs(dx) < _SIDEWAYS and dy < 0.0 else y - high / 2
    left = max(box.x, min(left, box.right - width))
    aside = max(left - ring.x, ring.x - left - width, 0.0)
    above = math.sqrt(max(0.0, far**2 - aside**2))
    if aside < far and abs(top + high / 2 - ring.y) - high / 2 < above:
        top = ring.y - above - high if dy < 0.0 else ring.y + above
    if dial.end - dial.start < 1.0:  # below its feet stand the scale's ends
        top = min(top, ring.y - high)
    if width > box.width or not box.y <= top <= box.bottom - high:
        return ()
    names = shifted((name,), left, top + high) if target.words else ()
    return (*names, *shifted(figure.full, left + before, top + high))


def drawn_ends(
    dial: Dial, least: Quantity, most: Quantity, box: Box, setting: Setting
) -> list[Drawn]:
    """The scale's ends below the feet of a half ring; none where one has no room."""
    theme, ring = setting.theme, dial.ring
    style = replace(setting.style("caption"), size=setting.smallest)
    form = FigureForm(style, theme.quiet, style, theme.quiet, unit_size=1.0)
    middle = (ring.inner + ring.outer) / 2
    y = ring.y + foot_height(setting)
    marks: list[Mark] = []
    for key, quantity, x in (("least", least, ring.x - middle), ("most", most, ring.x + middle)):
        figure = set_figure(f"scale/{key}", quantity, form, setting)
        left = max(box.x, min(x - figure.width / 2, box.right - figure.width))
        away = left - ring.x if x > ring.x else ring.x - left - figure.width
        if away < _FREE_MIDDLE * ring.inner or y > box.bottom + 1.0:
            return []
        marks += shifted(figure.full, left, y)
    return [fading(tuple(marks), Timing(0.0, _FADE_S))]


def foot_height(setting: Setting) -> float:
    """The height of what stands below a half ring's feet."""
    return _GAP + CAPITAL * setting.smallest
