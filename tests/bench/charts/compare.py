"""Charts in motion: ours, pyqtgraph, matplotlib and ECharts, the same numbers in one run.

    python -m tests.bench.charts.compare [--seconds 8] [--scenes stream,race] [--sizes 1920x1080]

Each contender shows each scene on a virtual screen of its own, one after another. What counts is
the processor time of a frame, of the program and all that it starts: frames that a program cannot
show it does not pay for. Writes what was measured to `build/bench/charts/compared.json` too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.charts import data
from tests.bench.corpora.fetch import BENCH, npm_package
from tests.bench.peers.processes import Program, on_screen
from tests.bench.peers.screen import Screen
from tests.bench.peers.web import ECHARTS, chromium

_WARM_S = 3.0
_COUNT = (8, 8)  # where the page shows its number of frames as a colour


@dataclass(frozen=True, slots=True)
class Cost:
    """What a contender took for a scene. cpu_ms: of a frame; fps: frames shown a second."""

    contender: str
    scene: str
    size: str
    cpu_ms: float
    fps: float


PROGRAMS = {
    "kiosk": ("ours", ""),
    "pyqtgraph": ("plotted", ""),
    "pyqtgraph, segmented": ("plotted", "segmented"),
    "matplotlib": ("figure", ""),
    "matplotlib, blit": ("figure", "blit"),
}
BROWSER = "ECharts in Chromium"


def of_program(name: str, scene: str, size: str, seconds: float) -> Cost:
    """A contender in Python, which counts for itself."""
    module, variant = PROGRAMS[name]
    options = ["--size", size, "--seconds", str(seconds), "--variant", variant]
    command = [sys.executable, "-m", f"tests.bench.charts.{module}", scene, *options]
    with Screen(size) as screen:
        environment = {**os.environ, "DISPLAY": screen.display}
        environment.pop("QT_QPA_PLATFORM", None)
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, timeout=120
        )
    told = json.loads(done.stdout.splitlines()[-1])
    return Cost(
        name, scene, size,
        1000 * told["cpu_s"] / told["frames"], told["frames"] / told["seconds"],
    )  # fmt: skip


def of_browser(page: Path, scene: str, size: str, seconds: float) -> Cost:
    """The browser, whose frames are read off the screen."""
    home = BENCH / "charts" / "home"
    shutil.rmtree(home, ignore_errors=True)
    wide, high = size.split("x")
    command = chromium(home / "profile", page)
    command = [part.replace("1920,1080", f"{wide},{high}") for part in command]
    command = [part + f"?scene={scene}" if part.startswith("--app=") else part for part in command]
    with (
        Screen(size) as screen,
        Program(command, on_screen(screen.display, home, screen.folder)) as program,
    ):
        _started(screen)
        time.sleep(_WARM_S)
        first, began, used = _frames(screen), time.monotonic(), program.cpu_s()
        time.sleep(seconds)
        frames, passed = _frames(screen) - first, time.monotonic() - began
        return Cost(BROWSER, scene, size, 1000 * (program.cpu_s() - used) / frames, frames / passed)


def _started(screen: Screen) -> None:
    """Waits until the page counts."""
    for _ in range(400):
        if 0 < _frames(screen) < 100_000:
            return
        time.sleep(0.05)
    message = "the page did not come"
    raise TimeoutError(message)


def _frames(screen: Screen) -> int:
    """The number that the page shows as a colour."""
    blue, green, red, _ = screen.pixels(*_COUNT)
    return red << 16 | green << 8 | blue


def write_page(folder: Path) -> Path:
    """The page with ECharts and the numbers of all scenes."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(npm_package(ECHARTS) / "dist" / "echarts.min.js", folder)
    page = shutil.copy(Path(__file__).with_name("charts.html"), folder)
    numbers = {
        "COLOURS": data.COLOURS, "PERIOD": data.PERIOD, "LEFT": data.LEFT, "TOP": data.TOP,
        "WIDE": data.WIDE, "HIGH": data.HIGH, "LOW": data.LOW, "MOST": data.MOST,
        "VALUES": data.VALUES, "RACERS": data.RACERS, "ARC": data.ARC,
        "DOTS": [data.points(frame).tolist() for frame in (0, data.PERIOD // 2)],
        "BARS": [data.bar_boxes(turn).tolist() for turn in (0, 1)],
        "ROUTES": data.routes().tolist(),
    }  # fmt: skip
    (folder / "numbers.js").write_text(f"const N = {json.dumps(numbers)};\n", "utf-8")
    return Path(page)


def table(costs: list[Cost]) -> str:
    """Milliseconds of a frame, a row a scene and size, and how many times ours that is."""
    names = list(dict.fromkeys(cost.contender for cost in costs))
    lines = ["| scene | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for scene, size in dict.fromkeys((cost.scene, cost.size) for cost in costs):
        of = {c.contender: c for c in costs if (c.scene, c.size) == (scene, size)}
        own = of["kiosk"].cpu_ms if "kiosk" in of else 0.0
        cells = [
            f"{c.cpu_ms:.1f} ms, {c.fps:.0f} fps" + (f" (x {c.cpu_ms / own:.1f})" if own else "")
            if (c := of.get(name))
            else "–"
            for name in names
        ]
        lines.append(f"| {scene}, {size} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """0 when everything was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--scenes", default=",".join(data.SCENES))
    parser.add_argument("--sizes", default="1920x1080,3840x2160")
    parser.add_argument("--json", type=Path, default=BENCH / "charts" / "compared.json")
    chosen = parser.parse_args(arguments)
    page = write_page(BENCH / "charts" / "page")
    costs: list[Cost] = []
    for size in chosen.sizes.split(","):
        for scene in chosen.scenes.split(","):
            costs += (of_program(name, scene, size, chosen.seconds) for name in PROGRAMS)
            costs.append(of_browser(page, scene, size, chosen.seconds))
            print(costs[-len(PROGRAMS) - 1 :], file=sys.stderr, flush=True)
    result = {"load": os.getloadavg()[0], "costs": [asdict(cost) for cost in costs]}
    chosen.json.write_text(json.dumps(result, indent=1), "utf-8")
    print(table(costs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
