"""A chart morphs into any other one of the same data: of another kind, or of its own."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kiosk.charts.base import Chart
from kiosk.data.table import Table
from kiosk.geometry import Box
from kiosk.typesetting.setting import Setting
from tests.unit.charts.every_kind import chart_kinds, charts_about
from tests.unit.charts.morphs import keeps_the_laws_of_a_morph
from tests.unit.charts.stand_ins import boxes, settings_of_slides, sound_tables, tables

_FOUND = (Phase.explicit, Phase.reuse, Phase.generate)  # the least case would take many minutes
roomy = boxes.filter(lambda box: box.width > 300 and box.height > 160)
some_tables = st.one_of(sound_tables(), sound_tables(), tables(12))
every_kind = pytest.mark.parametrize("kind", chart_kinds(), ids=lambda kind: kind.__name__)


@settings(max_examples=3, phases=_FOUND)
@given(data=st.data(), rows=some_tables, box=roomy, setting=settings_of_slides)
def test_every_kind_morphs_into_every_other(
    data: st.DataObject, rows: Table, box: Box, setting: Setting
) -> None:
    charts = [data.draw(charts_about(kind, rows)) for kind in chart_kinds()]
    settled = {type(chart).__name__: chart.plot(box, setting).full for chart in charts}

    for old, new in product(settled, repeat=2):
        try:
            keeps_the_laws_of_a_morph(settled[old], settled[new])
        except AssertionError as error:
            error.add_note(f"from {old} to {new}")
            raise


@every_kind
@settings(max_examples=6, phases=_FOUND)
@given(data=st.data(), rows=some_tables, box=roomy, setting=settings_of_slides)
def test_a_kind_morphs_into_itself_with_other_fields_and_rows(
    kind: type[Chart], data: st.DataObject, rows: Table, box: Box, setting: Setting
) -> None:
    kept = data.draw(st.lists(st.sampled_from(rows.rows), unique_by=id)) if rows.rows else []
    filtered = Table(rows.columns, tuple(kept))
    old, new = data.draw(charts_about(kind, rows)), data.draw(charts_about(kind, filtered))

    before, after = old.plot(box, setting).full, new.plot(box, setting).full

    keeps_the_laws_of_a_morph(before, after)
    keeps_the_laws_of_a_morph(after, before)
