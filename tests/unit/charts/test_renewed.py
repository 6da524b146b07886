"""Whatever kind a chart is of, it moves from its old rows to new ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.batches import BATCHES
from kiosk.charts.base import Chart
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.motion.blend import blend
from kiosk.motion.timeline import Even
from kiosk.typesetting.setting import Setting
from tests.unit.charts.every_kind import chart_kinds, charts_of
from tests.unit.charts.laws import is_real
from tests.unit.charts.stand_ins import boxes, inks, is_finite, keys, settings_of_slides, tables

_SLACK = 22.0  # logical units: half the widest stroke, and overhanging glyphs

every_kind = pytest.mark.parametrize("kind", chart_kinds(), ids=lambda kind: kind.__name__)


@every_kind
@settings(max_examples=10)
@given(
    data=st.data(), rows=tables(12), box=boxes.filter(is_real), setting=settings_of_slides,
    share=st.floats(0.01, 0.99),
)  # fmt: skip
def test_a_chart_moves_from_old_rows_to_new_ones(
    kind: type[Chart], data: st.DataObject, rows: Table, box: Box, setting: Setting, share: float
) -> None:
    chart = replace(data.draw(charts_of(kind)), facet=None)
    old, new = (one.plot(box, setting).full for one in (chart, replace(chart, data=rows)))

    between = blend(old, new, Even(share))

    assert blend(old, new, Even(1.0)) == new
    assert is_finite(between)
    assert {key.removesuffix("~") for key in keys(between)} <= {*keys(old), *keys(new)}
    assert set(keys(new)) <= set(keys(between))
    drawn = (mark for mark in between if isinstance(mark, BATCHES))
    assert [ink for mark in drawn for ink in inks(mark) if not ink.is_within(box, _SLACK)] == []
