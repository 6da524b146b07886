"""Arabic and Hebrew as they are seen: the order of their glyphs, and where their ink lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.stills import render_still
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.fonts.glyphs import EM, shaped
from kiosk.typesetting.direction import RIGHT_TO_LEFT_MARK
from tests.stage.brewing import box_font, write_font

pytestmark = pytest.mark.usefixtures("app")

# Each character is as high as nothing else, so that a box tells which one it is.
CHARACTERS = "אבגדabc123().,!? "
HEIGHTS = {character: 100 * number for number, character in enumerate(CHARACTERS, 1)} | {" ": 0}
MARGIN = 96  # of a page of 1920 x 1080
SHOW = "title: אב\nlanguages: [he]\nhome: none\nchapters: [a.yaml]\n"


@pytest.fixture(autouse=True)
def _no_font_stays() -> Iterator[None]:
    yield
    QFontDatabase.removeAllApplicationFonts()


@pytest.fixture
def boxes() -> QFont:
    """A font of boxes, at `EM` pixels an em."""
    number = QFontDatabase.addApplicationFontFromData(box_font("Boxes", HEIGHTS))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPixelSize(EM)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def seen(text: str, font: QFont) -> str:
    """The characters from left to right; of brackets the ones that look so."""
    by_height = {height: character for character, height in HEIGHTS.items()}
    boxes = [glyph.boundingRect() for glyph in shaped(text, font).glyphs]
    inked = sorted((box for box in boxes if not box.isEmpty()), key=lambda box: box.left())
    return "".join(by_height[round(box.height())] for box in inked)


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("אבג", "גבא"),
        ("אב גד.", ".דגבא"),
        ("אב abc גד!", "!דגabcבא"),
        ("אב 123 גד", "דג123בא"),
        ("אב (abc) גד", "דג(abc)בא"),
        ("אב (גד)?", "?(דג)בא"),
        ("abc אב, גד.", "abcדג,בא."),
        ("123 אב", "בא123"),
        (f"{RIGHT_TO_LEFT_MARK}abc אב.", ".באabc"),
        (f"{RIGHT_TO_LEFT_MARK}123.", ".123"),
    ],
)
def test_a_line_is_seen_in_the_order_that_unicode_says(read: str, shown: str, boxes: QFont) -> None:
    assert seen(read, boxes) == shown


def test_a_line_begins_at_the_origin_whichever_way_it_runs(boxes: QFont) -> None:
    for text in ("אבג", "abc", "אב abc"):
        line = shaped(text, boxes)
        assert line.ink.left() == pytest.approx(50.0)
        assert line.ink.right() == pytest.approx(line.advance - 50.0)


def rendered(folder: Path, text: str) -> QImage:
    """A page of one slide with that text."""
    write_font(folder, "boxes.ttf", box_font("Boxes", dict.fromkeys("אבגד", 700)))
    (folder / "show.yaml").write_text(SHOW, "utf-8")
    slide = f"slides:\n  - id: a\n    layout: text\n    title: אבגד\n    text: {text}\n"
    (folder / "a.yaml").write_text(slide, "utf-8")
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show), show
    assert not render_still(show, folder, "a", folder / "a.png", (1920, 1080))
    return QImage(str(folder / "a.png"))


def ink_rows(image: QImage) -> list[tuple[int, int]]:
    """The leftmost and rightmost light pixel of each line of text above the chrome."""
    ends: list[tuple[int, int] | None] = []
    for y in range(0, 940, 2):
        light = [x for x in range(0, 1920, 2) if QColor(image.pixel(x, y)).lightness() > 150]
        ends.append((min(light), max(light)) if light else None)
    rows: list[tuple[int, int]] = []
    for before, row in zip([None, *ends], ends, strict=False):
        if row is None:
            continue
        if before is None:
            rows.append(row)
        else:
            rows[-1] = (min(rows[-1][0], row[0]), max(rows[-1][1], row[1]))
    return rows


def test_every_line_of_a_hebrew_text_begins_at_the_right_side_of_the_page(tmp_path: Path) -> None:
    rows = ink_rows(rendered(tmp_path, "אבגד " * 40))

    right = 1920 - MARGIN
    assert len(rows) > 3
    assert all(right - 0.08 * 72 - 4 <= end <= right for _, end in rows)
    assert all(start > MARGIN for start, _ in rows)


def test_a_line_that_holds_latin_alone_begins_there_too(tmp_path: Path) -> None:
    rows = ink_rows(rendered(tmp_path, "אבגד " + "Yubei 2024 " * 20))

    assert len(rows) > 3
    assert all(end == pytest.approx(1920 - MARGIN, abs=10) for _, end in rows)
