"""Our own marks and painter in a window of their own: `python -m tests.bench.charts.ours SCENE`.

    [--size 1920x1080] [--seconds 10]

Prints `{"frames": …, "cpu_s": …, "seconds": …}` of the seconds after the first two. Each frame is
composed as marks, compared with the last one and painted where it differs, as the player does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter

from kiosk.batches import Bars, Points, Polylines, Segments
from kiosk.charts.icons import circle
from kiosk.geometry import Pose, Size
from kiosk.marks import Figure, Frame, Label, Layer, Mark, Marks, Shape, Sheet
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.stage.app import application
from kiosk.stage.painting.frames import FramePainter
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.window import StageWindow
from kiosk.theme import Colour, TextStyle, colour
from tests.bench.charts import data
from tests.bench.charts.pacing import Pace, asked

_STYLE = TextStyle("sans", 26)
_FIGURES = replace(_STYLE, tabular=True)
_INK, _LINE = colour("#AEB9CB"), colour("#2c3440")


def axes() -> Marks:
    """A grid with five lines across and eight down, and their values."""
    rows = [data.TOP + data.HIGH * step / 7 for step in range(8)]
    columns = [data.LEFT + data.WIDE * step / 5 for step in range(6)]
    right, bottom = data.LEFT + data.WIDE, data.TOP + data.HIGH
    ends = [(data.LEFT, y, right, y) for y in rows] + [(x, data.TOP, x, bottom) for x in columns]
    colours = np.array([_LINE] * len(ends))
    keys = tuple(map(str, range(len(ends))))
    left = (
        Label(f"y{5 - step}", str(5 - step), data.LEFT - 14, y + 9, _STYLE, _INK, "right")
        for step, y in enumerate(rows)
    )
    below = (
        Label(f"x{step}", str(200 * step), x, bottom + 34, _STYLE, _INK, "centre")
        for step, x in enumerate(columns)
    )
    return (Segments("grid", keys, np.array(ends), colours, 1.5), *left, *below)


def colours(count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The four colours in turn: (count, 4)."""
    return np.array([colour(data.COLOURS[n % 4]) for n in range(count)])


def stream() -> Callable[[int], Marks]:
    """New values in every frame."""
    x = np.linspace(data.LEFT, data.LEFT + data.WIDE, data.VALUES)
    keys, inks, whole = tuple("abcd"), colours(data.SERIES), np.ones(data.SERIES)

    def marks(frame: int) -> Marks:
        share = (data.stream(frame) - data.LOW) / (data.MOST - data.LOW)
        y = data.TOP + data.HIGH * (1 - share)
        places = np.stack((np.broadcast_to(x, y.shape), y), axis=-1)
        return (Polylines("marks", keys, places, whole, inks, 3.0),)

    return marks


def race() -> Callable[[int], Marks]:
    """Bars with their names and values, sorted in every frame."""
    keys = tuple(f"mark/{n}" for n in range(data.RACERS))
    pitch = data.HIGH / data.RACERS
    inks, solid = colours(data.RACERS), np.ones(data.RACERS)

    def marks(frame: int) -> Marks:
        values = data.race(frame)
        # Ranks that pass each other smoothly: how many are larger, softly counted.
        ahead = 1 / (1 + np.exp((values[:, None] - values[None, :]) / 12))
        y = data.TOP + pitch * (ahead.sum(axis=1) - 0.5)
        wide = 0.8 * data.WIDE * values / values.max()
        boxes = np.column_stack((np.full_like(y, data.LEFT + 90), y, wide, 0.8 * pitch + 0 * y))
        texts: list[Mark] = []
        for n, (at, end, value) in enumerate(np.column_stack((y, wide, values)).tolist()):
            x, base = data.LEFT + 80, at + 0.6 * pitch
            texts += (
                Label(f"name/{n}", f"City {n}", x, base, _STYLE, _INK, "right"),
                Figure(f"value/{n}", value, x + 18 + end, base, _FIGURES, _INK, align="left"),
            )
        return (Bars("marks", keys, boxes, inks, solid), *texts)

    return marks


def points() -> Callable[[int], Marks]:
    """Dots on their way there and back."""
    keys = tuple(map(str, range(data.DOTS)))
    inks, wide = colours(data.DOTS), np.full((data.DOTS, 1), 10.0)
    first, second = (
        (Points("marks", keys, np.hstack((data.points(frame), wide)), inks),)
        for frame in (0, data.PERIOD // 2)
    )
    return lambda frame: blend(first, second, Even(data.share(frame)))


def morph() -> Callable[[int], Marks]:
    """Bars that change places."""
    keys = tuple(map(str, range(data.BARS)))
    inks, solid = colours(data.BARS), np.ones(data.BARS)
    first, second = (
        (Bars("marks", keys, data.bar_boxes(turn), inks, solid, "up"),) for turn in (0, 1)
    )
    return lambda frame: blend(first, second, Even(data.share(frame)))


def routes() -> Callable[[int], Marks]:
    """Arcs that are drawn, and go back."""
    places = data.routes()
    keys = tuple(map(str, range(data.ROUTES)))
    inks = np.array([colour(data.COLOURS[2])] * data.ROUTES)
    full = Polylines("marks", keys, places, np.ones(data.ROUTES), inks, 1.5)
    empty = Polylines("marks", keys, places, np.zeros(data.ROUTES), inks, 1.5)
    x, y = places[0, 0].tolist()
    hub = Shape("hub", circle(0, 0, 8), x, y, fill=Colour(1, 1, 1))
    return lambda frame: (*blend((empty,), (full,), Even(data.share(frame))), hub)


_MARKS = {"stream": stream, "race": race, "points": points, "morph": morph, "routes": routes}


def main() -> None:
    """Plays one scene and prints what it took."""
    wanted = asked()
    app = application()
    window = StageWindow()
    window.open_sized(wanted.width, wanted.height)
    window.show()
    marks, fixed = _MARKS[wanted.scene](), Layer("axes", axes())
    pace = Pace(wanted.seconds)
    timer = QTimer()
    timer.setTimerType(timer.timerType().PreciseTimer)
    painter: FramePainter | None = None
    shown: Frame | None = None

    def tick() -> None:
        nonlocal painter, shown
        if painter is None or painter.device != window.device:
            painter, shown = FramePainter(window.device, Assets(wanted.folder)), None
        layers = (fixed, Layer("marks", marks(pace.frames)))
        sheet = Sheet("slide", layers, Pose(), colour(data.GROUND))
        frame = Frame(Size(1920.0, 1080.0), (sheet,))
        rects = painter.damage(shown, frame)
        brush = painter

        def draw(on: QPainter) -> None:
            brush.paint(on, frame, rects)

        window.paint(rects, draw)
        shown = frame
        if pace.painted():
            timer.stop()
            app.quit()

    timer.timeout.connect(tick)
    timer.start(16)
    app.exec()
    pace.tell()


if __name__ == "__main__":
    main()
