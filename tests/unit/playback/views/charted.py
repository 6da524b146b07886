"""A visitor before charts that tell something, for tests of fingers and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.batches import Points, Polygons, Polylines, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.reading import Course, Reading
from kiosk.data.quantity import Quantity
from kiosk.data.text import plain
from kiosk.layouts.base import Parts
from kiosk.marks import Frame, Label, Shape
from kiosk.motion.scene import Scene
from kiosk.playback.compose import Composer
from kiosk.playback.events import Pressed, Released
from kiosk.values import dataclass
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at, changed, playing, show_of

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.geometry import Box
    from kiosk.show.model import Show
    from kiosk.typesetting.setting import Setting


@dataclass(frozen=True, kw_only=True)
class Lines(Chart):
    """Two lines from 200 to 1200 with a value each 200: `high` at 300, and `low` at 700 and 500.

    `low` has no value at 600; `high` none before 400. asked: the numbers of the readings made.
    """

    asked: list[int] | None = None

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box
        nan = float("nan")
        xs = (200.0, 400.0, 600.0, 800.0, 1000.0, 1200.0)
        high = (nan, 300.0, 300.0, 300.0, 300.0, 300.0)
        low = (700.0, 700.0, nan, 700.0, 500.0, 700.0)
        inks = fours([setting.accent] * 2)
        lines = Polylines(
            "lines", ("line/high", "line/low"), points(xs, high, low), column((1.0, 1.0)), inks,
            at=points(tuple(map(float, range(6))), (0.0,) * 6, (0.0,) * 6)[..., 0],
        )  # fmt: skip
        style, ink = setting.style("body"), setting.theme.text
        foot = Shape("zero", "M0,0 L1000,0 L1000,2 L0,2 Z", 200.0, 800.0, fill=setting.accent)
        end = Points("dots", ("dot/low",), column((1200.0, 700.0, 20.0)).reshape(1, 3), inks[:1])
        return Scene((foot, lines, end, Label("name/low/0", "low", 1220.0, 710.0, style, ink)), ())

    def readings(self) -> dict[str, Reading]:
        return {f"dot/{name}": Reading(plain(name), Quantity(1.0)) for name in ("high", "low")}

    def courses(self, language: str) -> dict[str, Course]:
        asked = self.asked if self.asked is not None else []

        def told(name: str, first: int) -> Course:
            known = [n for n in range(first, 6) if (name, n) != ("low", 2)]

            def reading(number: int) -> Reading:
                asked.append(number)
                value = Quantity(10.0 * known[number])
                return Reading(plain(f"{language}{known[number]}"), value, plain(name))

            return Course(column(map(float, known)), reading)

        return {"line/high": told("high", 1), "line/low": told("low", 0)}


@dataclass(frozen=True, kw_only=True)
class Areas(Chart):
    """A triangle to the upper left of 600, 600 from 200, one over it, and a dot."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box
        inks = fours([setting.accent] * 2)
        outlines = points(
            (200.0, 600.0, 600.0, 200.0), (200.0, 600.0, 600.0, 600.0), (400.0, 600.0, 600.0, 600.0)
        )
        areas = Polygons("marks", ("mark/back", "mark/front"), outlines, inks, 0 * inks)
        dot = Points("dots", ("mark/dot",), column((1000.0, 300.0, 20.0)).reshape(1, 3), inks[:1])
        return Scene((areas, dot), ())

    def readings(self) -> dict[str, Reading]:
        return {
            f"mark/{name}": Reading(plain(name), Quantity(1.0)) for name in ("back", "front", "dot")
        }


def points(xs: tuple[float, ...], *rows: tuple[float, ...]) -> Floats:
    """Lines through the same x."""
    flat = column(number for row in rows for pair in zip(xs, row, strict=True) for number in pair)
    return flat.reshape(len(rows), len(xs), 2)


def before(*charts: Chart) -> Playing:
    """A visitor before a slide with those charts, at 4 s."""
    parts = Parts(title=plain("题"), charts=charts)
    return visiting(changed(show_of(3), "a1", parts=parts))


def visiting(show: Show) -> Playing:
    """A visitor before the first slide of that show, at 4 s."""
    return at(after(after(playing(show), Pressed(), 1.0), Released(), 1.1), 4.0)


def frame_at(show: Playing, now: float) -> Frame:
    """What is seen."""
    return Composer(LANDSCAPE, Ems()).frame(show.state, now)


def said(show: Playing, now: float) -> list[str]:
    """What stands in the note."""
    sheets = frame_at(show, now).sheets
    layers = [layer for sheet in sheets if sheet.key == "note" for layer in sheet.layers]
    return [mark.text for la in layers for mark in la.marks if isinstance(mark, Label)]


def marked(show: Playing, now: float) -> tuple[float, float] | None:
    """Where the dot on a line is."""
    layers = frame_at(show, now).sheets[0].layers
    marks = [mark for layer in layers for mark in layer.marks]
    dots = (m for m in marks if isinstance(m, Shape) and m.key == "marker-dot")
    return next(((dot.x, dot.y) for dot in dots), None)
