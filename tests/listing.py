"""A frame as text that a person can read and `diff` can compare: one line a mark."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kiosk.batches import BATCHES
from kiosk.geometry import Box, Point, Pose
from kiosk.marks import Figure, Label, figure_text
from kiosk.numerals import NUMERALS
from kiosk.theme import Colour, TextStyle

if TYPE_CHECKING:
    from kiosk.marks import Frame, Mark

_DEFAULTS: dict[str, Any] = {
    "opacity": 1.0, "scale": 1.0, "rotation": 0.0, "trim": 1.0, "dash": (), "align": "left",
    "shift": (0.0, 0.0), "round_ends": False, "fill": None, "stroke": None, "width": 0.0,
    "overscan": 1.0, "radius": 0.0, "squeeze": 1.0, "corner": 0.0, "grouped": False, "prefix": "",
    "suffix": "", "numerals": NUMERALS, "edition": "",
}  # fmt: skip

_MANY, _LISTED = 120, 12  # rows of a batch; of more than so many so many are told


def listed(frame: Frame) -> str:
    """The frame's sheets, layers and marks, from the back to the front."""
    lines = [f"page {_plain(frame.size.width)} x {_plain(frame.size.height)}"]
    for sheet in frame.sheets:
        pose = "" if sheet.pose == Pose() else f" {_value(sheet.pose)}"
        ground = f" on {_value(sheet.ground)}" if sheet.ground else ""
        lines.append(f"sheet {sheet.key}{ground}{pose}")
        for layer in sheet.layers:
            lines.append(f"  layer {layer.key}")
            for mark in layer.marks:
                lines += [f"    {line}" for line in _mark(mark)]
    return "\n".join(lines) + "\n"


def _mark(mark: Mark) -> list[str]:
    """The lines of one mark: one, and one more for each row of a batch, or some of very many."""
    shown = ""
    if isinstance(mark, Label | Figure):
        shown = f" {mark.text if isinstance(mark, Label) else figure_text(mark)!r}"
    head = f"{type(mark).__name__.lower()} {mark.key}{shown}"
    names = [f.name for f in fields(mark) if f.name not in {"key", "text", "keys", "at"}]
    rows: list[str] = []
    if isinstance(mark, BATCHES):
        arrays = [n for n in names if hasattr(getattr(mark, n), "shape")]
        names = [n for n in names if n not in arrays]
        step = 1 if len(mark.keys) <= _MANY else len(mark.keys) // _LISTED
        for i, key in [*enumerate(mark.keys)][::step]:
            values = (f"{n}={_value(getattr(mark, n)[i].tolist())}" for n in arrays)
            rows.append(f"  {key} " + " ".join(values))
    properties = ((n, getattr(mark, n)) for n in names)
    told = (f"{n}={_value(v)}" for n, v in properties if n not in _DEFAULTS or v != _DEFAULTS[n])
    return [" ".join([head, *told]), *rows]


def _value(value: Any) -> str:  # noqa: ANN401 - any property of a mark
    """One property, rounded to what an eye could see."""
    match value:
        case Colour():
            red, green, blue = (round(255 * part) for part in value[:3])
            alpha = "" if value.opacity == 1 else f"/{_plain(value.opacity)}"
            return f"#{red:02X}{green:02X}{blue:02X}{alpha}"
        case float() | int():
            return _plain(value)
        case tuple() | list():
            return "(" + " ".join(_value(part) for part in value) + ")"
        case Box():
            return _value((value.x, value.y, value.width, value.height))
        case Point():
            return _value((value.x, value.y))
        case TextStyle():
            tabular = " tabular" if value.tabular else ""
            return f"{value.face}@{_plain(value.size)}{tabular}"
        case Pose():
            clip = "" if value.clip is None else f" clip={_value(value.clip)}"
            place = _value((value.dx, value.dy))
            return f"opacity={_plain(value.opacity)} at={place} scale={_plain(value.scale)}{clip}"
    return str(value)


def _plain(value: float) -> str:
    """The number with at most three digits after the point, and no more zeros than needed."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
