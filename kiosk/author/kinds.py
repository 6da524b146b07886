"""`kiosk kinds`: what a show can be made of, one kind a line."""

from __future__ import annotations

import inspect

from kiosk.charts.base import KINDS as CHARTS
from kiosk.charts.base import Chart
from kiosk.data.feed import KINDS as FEEDS
from kiosk.data.feed import Feed
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.elements.base import Element
from kiosk.kinds import kind_class, kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.layouts.base import Layout
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.motion.transition import Transition
from kiosk.phrases import Language
from kiosk.values import dataclass

KindClass = type[Chart] | type[Element] | type[Feed] | type[Layout] | type[Transition]

_SORTS: tuple[tuple[str, str, type], ...] = (
    ("chart", CHARTS, Chart),
    ("element", ELEMENTS, Element),
    ("feed", FEEDS, Feed),
    ("layout", LAYOUTS, Layout),
    ("transition", TRANSITIONS, Transition),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. sort: `chart`, `element`, `feed` …. name: in YAML."""

    sort: str
    name: str
    of: KindClass


def kinds() -> tuple[Kind, ...]:
    """Every kind that there is."""
    return tuple(
        Kind(sort, name, kind_class(package, name, base))
        for sort, package, base in _SORTS
        for name in kind_names(package)
    )


def kind_lines(language: Language = "en") -> tuple[str, ...]:
    """Every kind: its sort, its name in YAML, and the first line of what its docstring says.

    That line is in `language`; the other two are words of YAML and of the documentation.
    """
    found = kinds()
    width = max(len(kind.name) for kind in found)
    return tuple(
        f"{kind.sort:<10}  {kind.name:<{width}}  {about(kind.of, language)}" for kind in found
    )


def about(kind: KindClass, language: Language) -> str:
    """What a kind says of itself in a line: its docstring's first, or the same in Chinese."""
    return (inspect.getdoc(kind) or "").partition("\n")[0] if language == "en" else kind.chinese
