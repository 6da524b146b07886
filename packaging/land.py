"""Makes `kiosk/charts/maps/land.py`: the outline of all land, simplified, in a few kilobytes.

    npm install --no-save --prefix build/land world-atlas@2.0.2
    python packaging/land.py build/land/node_modules/world-atlas/land-50m.json

The outlines are Natural Earth's (1:50 million, public domain), which npm's `world-atlas` has as
TopoJSON. The same file gives the same bytes. It is run by hand, as land does not change.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Place = tuple[float, float]
Ring = list[Place]

OUT = Path("kiosk/charts/maps/land.py")
TOLERANCE = 0.2  # degrees by which a simplified outline may be off
SMALLEST = 0.25  # square degrees; what is smaller is left out, as Natural Earth leaves out more
SOUTHERNMOST = -60.0  # degrees; what lies below is Antarctica, which is left out
STEPS = 10  # of a degree
WIDTH = 92  # characters of a line

HEAD = '''"""The outline of all land but Antarctica, from Natural Earth (public domain).

Made by `packaging/land.py`; not edited by hand. The rings have blanks between them; each is
longitudes and latitudes in tenths of degrees, as differences in Google's encoded polyline format.
"""

OUTLINE = (
'''


def rings_in(topology: dict[str, Any]) -> list[Ring]:
    """The rings of the land in a TopoJSON file, in degrees."""
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = []
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings += [_joined(ring, arcs) for polygon in polygons for ring in polygon]
    return rings


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc's places from its differences."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    places, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        places.append((x * wide + left, y * high + low))
    return places


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """A ring of arcs; a negative number is an arc taken backwards."""
    ring: Ring = []
    for number in numbers:
        ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[bool(ring) :]
    return ring


def simplified(line: Ring) -> Ring:
    """The line without places that are off it by less than the tolerance.

    By the algorithm of Ramer (1972), Douglas and Peucker (1973).
    """
    if len(line) < 3:
        return line
    far, at = max((_off(place, line[0], line[-1]), at) for at, place in enumerate(line))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:])


def _off(place: Place, start: Place, end: Place) -> float:
    """How far a place is from the piece between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = place[0] - start[0], place[1] - start[1]
    length = dx * dx + dy * dy
    share = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - share * dx) ** 2 + (py - share * dy) ** 2) ** 0.5)


def area(ring: Ring) -> float:
    """The area of a ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def encoded(ring: Ring) -> str:
    """The ring in Google's encoded polyline format, longitude before latitude."""
    text, before = "", (0, 0)
    for place in ring:
        steps = (round(place[0] * STEPS), round(place[1] * STEPS))
        text += "".join(_number(now - was) for now, was in zip(steps, before, strict=True))
        before = steps
    return text


def _number(value: int) -> str:
    """A whole number in that format."""
    rest, text = (~(value << 1) if value < 0 else value << 1), ""
    while rest >= 0x20:
        text, rest = text + chr((0x20 | (rest & 0x1F)) + 63), rest >> 5
    return text + chr(rest + 63)


def main(source: Path) -> None:
    """Writes the module."""
    rings = [
        ring
        for ring in rings_in(json.loads(source.read_text("utf-8")))
        if area(ring) >= SMALLEST and max(y for _, y in ring) > SOUTHERNMOST
    ]
    kept = [simplified(ring) for ring in sorted(rings, key=area, reverse=True)]
    text = " ".join(encoded(ring) for ring in kept if len(ring) > 3)
    lines = [f'    r"{text[at : at + WIDTH]}"' for at in range(0, len(text), WIDTH)]
    OUT.write_text(HEAD + "\n".join(lines) + "\n)\n", "utf-8")
    print(f"{len(kept)} rings with {sum(map(len, kept))} places, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
