"""The recorded widths that the golden display lists stand on are those of Qt and our faces."""

from __future__ import annotations

import json

import pytest

from kiosk.marks import Frame, Label
from kiosk.stage.fonts.measure import QtMeasure
from tests.gallery import (
    ADVANCES,
    GALLERY,
    RecordingMeasure,
    advances_file,
    frames,
    gallery_names,
    opened,
    recorded_measure,
)


def texts(frame: Frame) -> list[str]:
    """The lines of text that a frame shows."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    return [mark.text for mark in marks if isinstance(mark, Label)]


@pytest.mark.parametrize("name", gallery_names())
def test_qt_measures_a_show_of_the_gallery_as_recorded(name: str, accept: bool) -> None:
    measure = RecordingMeasure(QtMeasure())

    list(frames(opened(GALLERY / name), measure))

    if accept:
        ADVANCES.mkdir(exist_ok=True)
        advances_file(name).write_text(
            json.dumps(measure.advances, ensure_ascii=False, indent=0, sort_keys=True) + "\n",
            "utf-8",
        )
    assert advances_file(name).is_file(), "`pytest --accept` records its widths"
    assert measure.advances == json.loads(advances_file(name).read_text("utf-8"))


@pytest.mark.parametrize("name", gallery_names())
def test_qt_breaks_the_lines_as_the_recorded_widths_do(name: str) -> None:
    recorded, qt = recorded_measure(name), QtMeasure()
    show = opened(GALLERY / name)

    pairs = zip(frames(show, recorded), frames(show, qt), strict=True)

    assert all(texts(ours) == texts(theirs) for (_, ours), (_, theirs) in pairs)


def test_no_widths_are_kept_of_a_show_that_is_gone() -> None:
    assert {file.stem for file in ADVANCES.iterdir()} <= {*gallery_names()}
