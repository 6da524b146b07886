"""What a chart's tests ask of it over random data, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.charts.stand_ins import inks, is_finite, keys, overlaps

if TYPE_CHECKING:
    from kiosk.charts.base import Chart
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting

_SLACK = 10.0  # logical units: half a stroke, and overhanging glyphs


def is_real(box: Box) -> bool:
    """Whether a chart has room in it at all."""
    return box.width > 300 and box.height > 160


def keeps_the_laws(chart: Chart, box: Box, setting: Setting) -> None:
    """Asserts that the chart is finite at any time, keeps its keys and comes to rest.

    In a box with room it stays inside, and no text lies over another.
    """
    scene = chart.plot(box, setting)
    settled = keys(scene.full)

    assert len(settled) == len(set(settled))
    for t in (0.0, scene.entry_s / 2, scene.entry_s, 1e6):
        assert is_finite(scene.at(t))
        assert set(keys(scene.at(t))) <= set(settled)
    assert scene.at(scene.entry_s) is scene.full
    assert scene.entry_s < 15.0
    assert repr(chart.plot(box, setting).full) == repr(scene.full)
    if is_real(box):
        assert overlaps(scene.full) == []
        found = [ink for mark in scene.full for ink in inks(mark)]
        assert [ink for ink in found if not ink.is_within(box, _SLACK)] == []
