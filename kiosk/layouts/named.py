"""The elements of a slide by the keys that the layouts place them under."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.charts.base import Chart
    from kiosk.elements.base import Element
    from kiosk.layouts.base import Parts


def elements_of(parts: Parts) -> dict[str, Element | Chart]:
    """Picture, charts and number by their ids, or else by what they are, in the order of entry."""
    found: dict[str, Element | Chart] = {}
    if parts.picture is not None:
        found[parts.picture.id or "picture"] = parts.picture
    for index, chart in enumerate(parts.charts):
        found[chart.id or chart_key(index)] = chart
    if parts.number is not None:
        found[parts.number.id or "number"] = parts.number
    return found


def chart_key(index: int) -> str:
    """The key of the chart of that index among several, where it has no id."""
    return "chart" if index == 0 else f"chart-{index + 1}"
