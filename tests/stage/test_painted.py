"""Golden pictures: what the painter makes of frames that have every kind of mark between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QImageWriter

from kiosk.geometry import Box
from kiosk.phrases import phrase
from kiosk.playback.events import Commanded, Edited, GoHome, OpenChapter, OpenStaff
from kiosk.playback.findings import Finding
from kiosk.playback.look import Look
from kiosk.playback.machine import next_due
from kiosk.playback.plans import CHAPTER_TURN
from kiosk.playback.staff import OPENING_S
from kiosk.playback.state import Options
from kiosk.playback.views import staff
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.pictures.assets import Assets
from tests.gallery import GALLERY, opened
from tests.stage.screening import Screening

pytestmark = pytest.mark.usefixtures("app")

GOLDEN = Path(__file__).parents[1] / "golden" / "pictures"
WIDE, TALL = (480, 270), (270, 480)
ENGLISH_PAPER = Options(takes_all=True, look=Look("en", "paper"))
CHINESE_DUSK = Options(takes_all=True)

WINDOW = Box(200.0, 300.0, 700.0, 500.0)  # of the home view, in logical units

# Fonts and Qt are pinned, so that all that may differ between machines is how their vector units
# round: by a level or two, and by a few more where such pixels lie over one another. An edge that
# moved by a tenth of a pixel differs by 25 levels.
LEVELS = 8  # of 255, in any channel: what differs by no more is the same
MOST_PIXELS = 12  # of 129 600 that may differ by more: an edge on the border between two roundings


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a show of the gallery. name: the file's.

    share: how much of the slide's entry is over, or of the turn to it where `turns`. opens: that
    turn leads out of a window of the home view. tells: the panel for staff is open.
    """

    name: str
    show: str
    slide: str
    share: float = 1.0
    turns: bool = False
    opens: bool = False
    tells: bool = False
    size: tuple[int, int] = WIDE
    options: Options = CHINESE_DUSK


MOMENTS = (
    Moment("bars-growing", "bar", "lying", 0.6),
    Moment("bars-grouped-paper", "bar", "grouped", options=ENGLISH_PAPER),
    Moment("shapes-lighting-up", "pictogram", "one-in-three", 0.7, size=TALL),
    Moment("line-drawn-halfway", "climb", "take-off", 0.6),
    Moment("area-drawn-halfway", "line", "area", 0.6),
    Moment("lines-named", "line", "several", size=TALL, options=ENGLISH_PAPER),
    Moment("picture-contained", "picture", "still", options=ENGLISH_PAPER),
    Moment("picture-covering", "layout-picture-left", "with-a-number", size=TALL),
    Moment("chinese-lines", "text", "punctuation"),
    Moment("dissolve-midway", "dissolve", "second", 0.5, turns=True, options=ENGLISH_PAPER),
    Moment("push-midway", "push", "second", 0.25, turns=True),
    Moment("window-opening", "layout-full-picture", "with-words", 0.3, opens=True),
    Moment("staff-wide-chinese", "bar", "lying", tells=True),
    Moment("staff-tall-chinese", "bar", "lying", tells=True, size=TALL),
    Moment("staff-wide-english", "bar", "lying", tells=True, options=ENGLISH_PAPER),
    Moment("staff-tall-english", "bar", "lying", tells=True, size=TALL, options=ENGLISH_PAPER),
)


EVENING = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)
FINDINGS = (
    Finding("error", "hall.yaml:14", phrase("unknown field '{word}'", word="layot")),
    Finding("error", "hall.yaml:31", phrase("there is no file '{path}'", path="bridge.jpg")),
    Finding("error", "hall.yaml:40", phrase("'{word}' is written twice", word="title")),
    Finding("warning", "hall.yaml:52", phrase("write it, or remove the language")),
)


def painted(moment: Moment) -> QImage:
    """The moment's frame, painted anew."""
    show = opened(GALLERY / moment.show)
    every = [slide.id for slide in show.slides]
    first = every[every.index(moment.slide) - moment.turns]
    measure, assets = QtMeasure(), Assets(GALLERY / moment.show)
    screening = Screening(show, first, moment.options, moment.size, assets, measure)
    at = moment.share * screening.entry_s
    if moment.turns:
        due = next_due(screening.state)
        assert due is not None
        at = due + moment.share * show.slide(moment.slide).turn.duration_s
    elif moment.opens:
        screening.take(Commanded(GoHome()), 0.0)
        screening.take(Commanded(OpenChapter(0, WINDOW)), 1.0)
        at = 1.0 + moment.share * CHAPTER_TURN.duration_s
    elif moment.tells:
        screening.take(Edited(FINDINGS, is_shown=False, at=EVENING), at)
        screening.take(Commanded(OpenStaff()), at)
        at += OPENING_S
    screening.play_to(at)
    return screening.anew(screening.state, at)


def channels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """Blue, green and red of each pixel: (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return pixels[:, :, :3].astype(np.int16)


def difference(golden: QImage, now: QImage) -> str:
    """How `now` differs from `golden`, in words; empty while it is within the tolerance."""
    if golden.size() != now.size():
        return f"it has {now.width()} x {now.height()} pixels"
    levels = np.abs(channels(golden) - channels(now)).max(axis=2)
    rows, columns = np.nonzero(levels > LEVELS)
    if len(rows) <= MOST_PIXELS:
        return ""
    corner, end = (columns.min(), rows.min()), (columns.max(), rows.max())
    box = f"({corner[0]}, {corner[1]}) and ({end[0]}, {end[1]})"
    return f"{len(rows)} pixels between {box} differ, by up to {levels.max()} levels"


def save(image: QImage, path: Path) -> None:
    """Writes a PNG that is as small as can be."""
    writer = QImageWriter(str(path), b"png")
    writer.setQuality(0)
    assert writer.write(image), writer.errorString()


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.name)
def test_a_moment_of_the_gallery_is_painted_as_it_was_before(
    moment: Moment, accept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff, "__version__", "1.2.3")
    golden = GOLDEN / f"{moment.name}.png"
    changed = golden.with_name(f"{moment.name}-changed.png")

    now = painted(moment)

    differs = difference(QImage(str(golden)), now) if golden.exists() else "there is none yet"
    if differs and accept:
        golden.parent.mkdir(exist_ok=True)
        save(now, golden)
    elif differs:
        save(now, changed)
        pytest.fail(
            f"{golden.name}: {differs}; {changed.name} lies beside it, `pytest --accept` takes it"
        )
    changed.unlink(missing_ok=True)


def test_every_golden_picture_is_of_a_moment_and_all_are_small() -> None:
    files = {path for path in GOLDEN.glob("*.png") if not path.stem.endswith("-changed")}

    assert {path.stem for path in files} == {moment.name for moment in MOMENTS}
    assert sum(path.stat().st_size for path in files) < 700_000
