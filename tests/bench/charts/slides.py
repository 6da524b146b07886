"""The same numbers as charts of a show: what a frame costs that the player composes and paints.

    python -m tests.bench.charts.slides [1920x1080 3840x2160]

Each scene is two slides whose charts have the same `id`, so that the second one comes as a morph
over the dissolve. Milliseconds of processor time, all threads of the process.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from tests.bench.charts import data
from tests.bench.corpora.fetch import BENCH
from tests.bench.loop import Cost, bench_of, percentile

Rows = list[dict[str, object]]


def streams(turn: int) -> Rows:
    """Four series of a thousand values."""
    values = data.stream(turn * data.PERIOD).round(4).tolist()
    return [
        {"x": x, "y": y, "series": f"Series {number}"}
        for number, series in enumerate(values, 1)
        for x, y in enumerate(series)
    ]


def race(turn: int) -> Rows:
    """Thirty racers at thirteen times."""
    times = range(0, data.PERIOD, data.PERIOD // 12)
    return [
        {"year": 2000 + place, "name": f"City {number}", "y": round(value, 1)}
        for place, time in enumerate(times)
        for number, value in enumerate(data.race(time + turn).tolist())
    ]


def points(turn: int) -> Rows:
    """Five thousand dots."""
    places = (100 * data.spread(data.DOTS, turn)).round(2).tolist()
    return [{"x": x, "y": y, "name": f"Dot {n}"} for n, (x, y) in enumerate(places)]


def bars(turn: int) -> Rows:
    """Two hundred bars."""
    heights = (data.bar_boxes(turn)[:, 3]).round(1).tolist()
    order = [n if turn == 0 else (n * 73) % data.BARS for n in range(data.BARS)]
    rows: Rows = [{"name": f"Bar {n}", "y": heights[n]} for n in range(data.BARS)]
    return [rows[n] for n in order]


SCENES: dict[str, tuple[Callable[[int], Rows], dict[str, object]]] = {
    "stream": (streams, {"type": "line", "x": "x", "y": "y", "color": "series"}),
    "race": (race, {"type": "race", "time": "year", "x": "name", "y": "y", "top": data.RACERS}),
    "points": (points, {"type": "scatter", "x": "x", "y": "y", "label": "name"}),
    "morph": (bars, {"type": "bar", "x": "name", "y": "y"}),
    "routes": (lambda _: [], {"type": "routes", "count": data.ROUTES, "places": 200}),
}


def write_show(folder: Path) -> None:
    """A show of all scenes, a chapter each."""
    folder.mkdir(parents=True, exist_ok=True)
    show: dict[str, object] = {"kiosk": 1, "title": "Charts", "languages": ["en"], "stay": "5 s"}
    show["chapters"] = [f"{name}.yaml" for name in SCENES]
    (folder / "show.yaml").write_text(json.dumps(show), "utf-8")
    for name, (rows, fields) in SCENES.items():
        charts = ({**fields, "id": name, "data": rows(turn)} for turn in (0, 1))
        slides = [
            {"id": f"{name}-{turn}", "title": name, "chart": chart}
            for turn, chart in enumerate(charts)
        ]
        text = json.dumps({"title": name, "slides": slides}, indent=1)
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def costs_of(folder: Path, size: str) -> dict[tuple[str, str], list[Cost]]:
    """What the frames cost, by scene and by what goes on."""
    width, height = map(int, size.split("x"))
    by_phase: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    for cost in bench_of(folder, width, height).loop():
        scene, _, turn = cost.slide.partition("-")
        if cost.phase.startswith("transition"):
            if turn == "1":
                by_phase[scene, "morph"].append(cost)
        else:
            by_phase[scene, cost.phase].append(cost)
    return by_phase


def main(sizes: list[str]) -> None:
    """Prints a table."""
    folder = BENCH / "charts" / "show"
    write_show(folder)
    print("| scene | frames | p50, ms | p99 | most |\n|---|---|---|---|---|")
    for size in sizes or ["1920x1080"]:
        for (scene, phase), costs in costs_of(folder, size).items():
            p50, p99, most = (percentile(costs, share) for share in (0.5, 0.99, 1.0))
            print(
                f"| {scene}, {phase}, {size} | {len(costs)} | {p50:.1f} | {p99:.1f} | {most:.1f} |"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
