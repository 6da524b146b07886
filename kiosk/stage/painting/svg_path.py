"""SVG path data (SVG 1.1, chapter 8.3) as a Qt path."""

from __future__ import annotations

import re
from dataclasses import field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from kiosk.stage.painting.svg_arc import Arc, curves_of
from kiosk.values import dataclass

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_FLAG = re.compile("[01]")
_SPACE = re.compile(r"[\s,]*")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def parsed(data: str) -> QPainterPath:
    """The outline that `data` describes. Raises ValueError where it is no path data."""
    pen = _Pen()
    rest = _COMMAND.sub("", data).strip(" ,\t\r\n")
    if rest:
        message = f"no SVG path data: {rest[:40]!r}"
        raise ValueError(message)
    for letter, text in _COMMAND.findall(data):
        numbers = _arc_numbers(text) if letter in "Aa" else _numbers(text)
        pen.command(letter, numbers)
    return pen.path


def _numbers(text: str) -> list[float]:
    """All numbers in `text`; raises ValueError when anything else stands between them."""
    if _NUMBER.sub("", text).strip(" ,\t\r\n"):
        message = f"no numbers: {text[:40]!r}"
        raise ValueError(message)
    return [float(number) for number in _NUMBER.findall(text)]


def _arc_numbers(text: str) -> list[float]:
    """The numbers of arcs, whose two flags may be written without a space after them."""
    numbers: list[float] = []
    place = 0
    while match := _SPACE.match(text, place):
        place = match.end()
        if place >= len(text):
            return numbers
        is_flag = len(numbers) % 7 in (3, 4)
        found = _FLAG.match(text, place) if is_flag else _NUMBER.match(text, place)
        if found is None:
            message = f"no arc: {text[:40]!r}"
            raise ValueError(message)
        numbers.append(float(found.group()))
        place = found.end()
    return numbers


@dataclass(slots=True)
class _Pen:
    """Draws commands one after another. handle: the last control point, reflected by S and T."""

    path: QPainterPath = field(default_factory=QPainterPath)
    at: complex = 0j
    start: complex = 0j
    handle: complex = 0j
    before: str = ""

    def command(self, letter: str, numbers: list[float]) -> None:
        """Draws all repetitions of one command."""
        kind = letter.upper()
        takes = _TAKES[kind]
        if (takes == 0) != (not numbers) or (takes and len(numbers) % takes):
            message = f"{letter} takes {takes} numbers each time, not {len(numbers)}"
            raise ValueError(message)
        if kind == "Z":
            self._close()
            return
        for first in range(0, len(numbers), takes):
            values = numbers[first : first + takes]
            kind_now = ("M" if first == 0 else "L") if kind == "M" else kind
            self._draw(kind_now, values, self.at if letter.islower() else 0j)
            self.before = kind_now

    def _close(self) -> None:
        """Back to where the subpath began."""
        self.path.closeSubpath()
        self.at = self.start
        self.before = "Z"

    def _draw(self, kind: str, values: list[float], origin: complex) -> None:
        """One command, its points relative to `origin`."""
        points = [origin + complex(x, y) for x, y in zip(values[::2], values[1::2], strict=False)]
        match kind:
            case "M":
                self._move(points[0])
            case "L":
                self._line(points[0])
            case "H":
                self._line(complex(values[0] + origin.real, self.at.imag))
            case "V":
                self._line(complex(self.at.real, values[0] + origin.imag))
            case "A":
                end = origin + complex(values[5], values[6])
                self._arc(values, end)
            case _:
                self._curve(kind, points)

    def _move(self, to: complex) -> None:
        """Starts a subpath."""
        self.path.moveTo(to.real, to.imag)
        self.at = self.start = to

    def _line(self, to: complex) -> None:
        """A straight line."""
        self.path.lineTo(to.real, to.imag)
        self.at = to

    def _curve(self, kind: str, points: list[complex]) -> None:
        """A Bézier curve: C and S are cubic, Q and T quadratic, S and T go on smoothly."""
        is_smooth = self.before in {"S": "CS", "T": "QT"}.get(kind, "") and bool(self.before)
        reflected = 2 * self.at - self.handle if is_smooth else self.at
        if kind in "ST":
            points = [reflected, *points]
        self._add_curve(points)
        self.handle, self.at = points[-2], points[-1]

    def _add_curve(self, points: list[complex]) -> None:
        """Adds the curve with these control points and end."""
        places = [QPointF(point.real, point.imag) for point in points]
        if len(places) == 3:
            self.path.cubicTo(*places)
        else:
            self.path.quadTo(*places)

    def _arc(self, values: list[float], end: complex) -> None:
        """An elliptical arc; without a radius it is a straight line."""
        rx, ry = abs(values[0]), abs(values[1])
        if not rx or not ry:
            self._line(end)
            return
        arc = Arc(rx, ry, values[2], is_large=bool(values[3]), is_clockwise=bool(values[4]))
        for curve in curves_of(arc, self.at, end):
            self._add_curve(list(curve))
        self.at = end
