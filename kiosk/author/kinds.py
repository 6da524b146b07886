"""`kiosk kinds`: what a show can be made of, one kind a line."""

from __future__ import annotations

import inspect

from kiosk.charts.base import KINDS as CHARTS
from kiosk.charts.base import Chart
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.elements.base import Element
from kiosk.kinds import kind_class, kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.layouts.base import Layout
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.motion.transition import Transition

_SORTS: tuple[tuple[str, str, type], ...] = (
    ("chart", CHARTS, Chart),
    ("element", ELEMENTS, Element),
    ("layout", LAYOUTS, Layout),
    ("transition", TRANSITIONS, Transition),
)


def kind_lines() -> tuple[str, ...]:
    """Every kind: its sort, its name in YAML, and the first line of what its docstring says."""
    kinds: list[tuple[str, str, type]] = [
        (sort, name, kind_class(package, name, base))
        for sort, package, base in _SORTS
        for name in kind_names(package)
    ]
    width = max(len(name) for _, name, _ in kinds)
    return tuple(f"{sort:<10}  {name:<{width}}  {_first_line(cls)}" for sort, name, cls in kinds)


def _first_line(cls: type) -> str:
    """The first line of the class's docstring."""
    return (inspect.getdoc(cls) or "").partition("\n")[0]
