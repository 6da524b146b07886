"""matplotlib on Qt: `python -m tests.bench.charts.figure SCENE [--variant blit]`.

With axes and grid; `blit` repaints only what moves, over a picture of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.collections import LineCollection
from PySide6.QtCore import Qt, QTimer

from tests.bench.charts import data
from tests.bench.charts.pacing import Asked, Counter, Pace, asked

Update = Callable[[int], None]


def stream(axes: Axes) -> tuple[Sequence[Artist], Update]:
    """Four lines."""
    axes.set_xlim(0, data.VALUES)
    axes.set_ylim(data.LOW, data.MOST)
    x = np.arange(data.VALUES)
    lines = [axes.plot(x, 0 * x, lw=3 * 0.72, color=colour)[0] for colour in data.COLOURS]

    def update(frame: int) -> None:
        for line, y in zip(lines, data.stream(frame), strict=True):
            line.set_ydata(y)

    return lines, update


def race(axes: Axes) -> tuple[Sequence[Artist], Update]:
    """Bars that lie, with names and values."""
    axes.set_xlim(0, 1700)
    axes.set_ylim(-data.RACERS, 1)
    colours = [data.COLOURS[n % 4] for n in range(data.RACERS)]
    bars = axes.barh(range(data.RACERS), [1] * data.RACERS, color=colours)
    names = [axes.text(0, 0, f"City {n}", ha="right", va="center") for n in range(data.RACERS)]
    values = [axes.text(0, 0, "", va="center") for _ in range(data.RACERS)]

    def update(frame: int) -> None:
        counts = data.race(frame)
        ahead = 1 / (1 + np.exp((counts[:, None] - counts[None, :]) / 12))
        for n, (at, value) in enumerate(zip(-(ahead.sum(axis=1) - 0.5), counts, strict=True)):
            bars[n].set_y(at - 0.4)
            bars[n].set_width(value)
            names[n].set_position((90, at))
            values[n].set_position((value, at))
            values[n].set_text(f"{value:.0f}")

    return [*bars, *names, *values], update


def points(axes: Axes) -> tuple[Sequence[Artist], Update]:
    """A scatter plot."""
    _page(axes)
    colours = [data.COLOURS[n % 4] for n in range(data.DOTS)]
    dots = axes.scatter(*data.points(0).T, s=(10 * 0.72) ** 2, c=colours, linewidths=0)
    return [dots], lambda frame: dots.set_offsets(data.points(frame))


def morph(axes: Axes) -> tuple[Sequence[Artist], Update]:
    """Upright bars."""
    _page(axes)
    first, second = data.bar_boxes(0), data.bar_boxes(1)
    colours = [data.COLOURS[n % 4] for n in range(data.BARS)]
    bars = axes.bar(first[:, 0], first[:, 3], first[:, 2], first[:, 1], align="edge", color=colours)

    def update(frame: int) -> None:
        boxes = first + (second - first) * data.share(frame)
        for bar, (x, y, wide, high) in zip(bars, boxes.tolist(), strict=True):
            bar.set_bounds(x, y, wide, high)

    return list(bars), update


def routes(axes: Axes) -> tuple[Sequence[Artist], Update]:
    """Arcs as far as they are drawn."""
    _page(axes)
    places = data.routes()
    lines = LineCollection([], linewidths=1.5 * 0.72, colors=data.COLOURS[2])
    axes.add_collection(lines)

    def update(frame: int) -> None:
        count = max(2, round(data.share(frame) * data.ARC))
        lines.set_segments(list(places[:, :count]))

    return [lines], update


def _page(axes: Axes) -> None:
    """The axes in the units of the page, downwards."""
    axes.set_xlim(data.LEFT, data.LEFT + data.WIDE)
    axes.set_ylim(data.TOP + data.HIGH, data.TOP)


_SCENES = {"stream": stream, "race": race, "points": points, "morph": morph, "routes": routes}


def main(wanted: Asked) -> None:
    """Plays one scene and prints what it took."""
    mpl.use("QtAgg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after the choice of its window

    mpl.rcParams["toolbar"] = "None"
    plt.style.use("dark_background")
    figure, axes = plt.subplots(figsize=(wanted.width / 100, wanted.height / 100), dpi=100)
    axes.grid(visible=True, alpha=0.3)
    artists, update = _SCENES[wanted.scene](axes)
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasQTAgg)
    pace, is_blit = Pace(wanted.seconds), wanted.variant == "blit"
    timer = QTimer()

    def done() -> None:
        timer.stop()
        plt.close(figure)

    counter = Counter(pace, done)
    canvas.installEventFilter(counter)
    for artist in artists if is_blit else ():
        artist.set_animated(True)
    rest: list[object] = []

    def tick() -> None:
        update(pace.frames)
        if not is_blit:
            canvas.draw_idle()
            return
        if not rest:
            canvas.draw()
            rest.append(canvas.copy_from_bbox(figure.bbox))
        canvas.restore_region(rest[0])
        for artist in artists:
            axes.draw_artist(artist)
        canvas.update()

    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(16)
    window = canvas.manager.window
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(0, 0, wanted.width, wanted.height)
    window.show()
    plt.show()
    pace.tell()


if __name__ == "__main__":
    main(asked())
