"""The recorded widths that the golden display lists stand on are those of Qt and our faces."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.marks import Frame, Label
from kiosk.stage.app import application
from kiosk.stage.measure import QtMeasure
from tests.gallery import GALLERY, RecordedMeasure, RecordingMeasure, frames, gallery_names, opened

ADVANCES = Path(__file__).parents[1] / "golden" / "advances.json"


def texts(frame: Frame) -> list[str]:
    """The lines of text that a frame shows."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return [mark.text for mark in marks if isinstance(mark, Label)]


def test_qt_measures_the_gallery_as_recorded(accept: bool) -> None:
    application("offscreen")
    measure = RecordingMeasure(QtMeasure())

    for name in gallery_names():
        list(frames(opened(GALLERY / name), measure))

    if accept:
        ADVANCES.write_text(
            json.dumps(measure.advances, ensure_ascii=False, indent=0, sort_keys=True), "utf-8"
        )
    assert measure.advances == json.loads(ADVANCES.read_text("utf-8"))


def test_qt_breaks_the_lines_as_the_recorded_widths_do() -> None:
    application("offscreen")
    recorded, qt = RecordedMeasure(json.loads(ADVANCES.read_text("utf-8"))), QtMeasure()

    for name in gallery_names():
        show = opened(GALLERY / name)
        pairs = zip(frames(show, recorded), frames(show, qt), strict=True)
        assert all(texts(ours) == texts(theirs) for (_, ours), (_, theirs) in pairs)
