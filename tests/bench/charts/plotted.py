"""Stock pyqtgraph: `python -m tests.bench.charts.plotted SCENE [--variant segmented]`.

With axes and grid, antialiased, each scene with the items that its documentation offers for it:
curves, bars, a scatter plot. `segmented` draws lines piece by piece, which is quick and has gaps.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer

from tests.bench.charts import data
from tests.bench.charts.pacing import Asked, Counter, Pace, asked

Update = Callable[[int], None]


def stream(plot: pg.PlotWidget) -> Update:
    """Four curves."""
    plot.setYRange(data.LOW, data.MOST, padding=0)
    plot.setXRange(0, data.VALUES, padding=0)
    x = np.arange(data.VALUES)
    curves = [plot.plot(pen=pg.mkPen(colour, width=3)) for colour in data.COLOURS]

    def update(frame: int) -> None:
        for curve, y in zip(curves, data.stream(frame), strict=True):
            curve.setData(x, y)

    return update


def race(plot: pg.PlotWidget) -> Update:
    """Bars that lie, with names and values as texts."""
    plot.setXRange(0, 1700, padding=0)
    plot.setYRange(-data.RACERS, 1, padding=0)
    brushes = [pg.mkBrush(data.COLOURS[n % 4]) for n in range(data.RACERS)]
    bars = pg.BarGraphItem(x0=0, y=np.zeros(data.RACERS), height=0.8, width=1, brushes=brushes)
    plot.addItem(bars)
    names = [pg.TextItem(f"City {n}", anchor=(1, 0.5)) for n in range(data.RACERS)]
    values = [pg.TextItem("", anchor=(0, 0.5)) for _ in range(data.RACERS)]
    for text in (*names, *values):
        plot.addItem(text)

    def update(frame: int) -> None:
        counts = data.race(frame)
        ahead = 1 / (1 + np.exp((counts[:, None] - counts[None, :]) / 12))
        y = -(ahead.sum(axis=1) - 0.5)
        bars.setOpts(y=y, width=counts)
        for n, (at, value) in enumerate(zip(y, counts, strict=True)):
            names[n].setPos(90, at)
            values[n].setPos(value, at)
            values[n].setText(f"{value:.0f}")

    return update


def points(plot: pg.PlotWidget) -> Update:
    """A scatter plot."""
    _page(plot)
    brushes = [pg.mkBrush(data.COLOURS[n % 4]) for n in range(data.DOTS)]
    dots = pg.ScatterPlotItem(size=10, pen=None)
    plot.addItem(dots)

    def update(frame: int) -> None:
        x, y = data.points(frame).T
        dots.setData(x=x, y=y, brush=brushes)

    return update


def morph(plot: pg.PlotWidget) -> Update:
    """Upright bars."""
    _page(plot)
    brushes = [pg.mkBrush(data.COLOURS[n % 4]) for n in range(data.BARS)]
    first, second = data.bar_boxes(0), data.bar_boxes(1)
    bars = pg.BarGraphItem(x0=[0], y0=0, width=1, height=1, brushes=brushes, pen=None)
    plot.addItem(bars)

    def update(frame: int) -> None:
        x, y, wide, high = (first + (second - first) * data.share(frame)).T
        bars.setOpts(x0=x, y0=y, width=wide, height=high)

    return update


def routes(plot: pg.PlotWidget) -> Update:
    """All arcs as one curve with gaps, as far as they are drawn."""
    _page(plot)
    places = data.routes()
    curve = plot.plot(pen=pg.mkPen(data.COLOURS[2], width=1.5))
    connect = np.ones(places.shape[:2], dtype=np.int32)
    connect[:, -1] = 0

    def update(frame: int) -> None:
        count = max(2, round(data.share(frame) * data.ARC))
        shown, joined = places[:, :count].reshape(-1, 2), connect[:, :count].copy()
        joined[:, -1] = 0
        curve.setData(shown[:, 0], shown[:, 1], connect=joined.reshape(-1))

    return update


def _page(plot: pg.PlotWidget) -> None:
    """The axes in the units of the page, downwards."""
    plot.setXRange(data.LEFT, data.LEFT + data.WIDE, padding=0)
    plot.setYRange(data.TOP, data.TOP + data.HIGH, padding=0)
    plot.invertY()


_SCENES = {"stream": stream, "race": race, "points": points, "morph": morph, "routes": routes}


def main(wanted: Asked) -> None:
    """Plays one scene and prints what it took."""
    pg.setConfigOptions(
        antialias=True,
        background=data.GROUND,
        segmentedLineMode="on" if wanted.variant == "segmented" else "auto",
    )
    app = pg.mkQApp()
    pace = Pace(wanted.seconds)
    plot = pg.PlotWidget()
    counter = Counter(pace, app.quit)
    plot.viewport().installEventFilter(counter)
    plot.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    plot.showGrid(x=True, y=True, alpha=0.3)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    update = _SCENES[wanted.scene](plot)
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: update(pace.frames))
    timer.start(16)
    plot.setGeometry(0, 0, wanted.width, wanted.height)
    plot.show()
    app.exec()
    pace.tell()


if __name__ == "__main__":
    main(asked())
