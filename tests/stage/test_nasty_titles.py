"""Titles as they come in from other programs: shown as they are written, or told what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from kiosk.geometry import page_size
from kiosk.marks import Label
from kiosk.playback.compose import Composer
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.state import HOME, Options
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.stage.device import Device
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.painting.frames import render
from kiosk.stage.painting.texts import TextPainter
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.pictures.bounded import Bounded
from kiosk.theme import TextStyle, colour
from tests.unit.show.memory import THEMES, MemoryFolder

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.timeout(30)]

SIZES = ((640, 360), (360, 640))
SHOW = "title: %s\nlanguages: [en]\nchapters: [one.yaml]\n"
CHAPTER = "title: %s\nslides:\n  - {id: a, title: %s, text: %s}\n"
UNSEEN = frozenset("\u200b\u200e\u200f")
NASTY = {
    "markup": "<b>bold</b> <img src='file:///etc/passwd'> &amp; &#65; <script>alert(1)</script>",
    "accents piled up": "Z" + "\u0351\u036b\u0343" * 200 + "algo",
    "right to left": "אב (abc) 12: \u200f\ufdfa \ufdfd.",
    "mixed lines": "abc אב " * 60,
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇳 ✋🏿 ❤️",
    "one long word": "Donaudampfschifffahrtsgesellschaft" * 40,
    "one long line of Chinese": "渝北" * 900,
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\u00adf",
    "nothing to see": "\u200b \u200e\u3000",
    "accents alone": "\u0301\u0302",
    "privately used": "\ue000\uf8ff\U0010fffd",
    "no characters": "\U0001ffff\U0010ffff",
    "above 16 bits": "𝕋𝕙𝕖 𠜎𠜱𡿺",
    "spaces of all kinds": "a\u00a0b\u2003c\u3000d\u202fe",
    "lists and numbers": "- one\n1. two\n-three",
    "percent and dollar": "%s %n $HOME `id` $(id) ../../etc",
}


def shown(show: Show, view: str, size: tuple[int, int]) -> tuple[str, QImage]:
    """All that is written on a view, and how it looks."""
    lines = Lines()
    composer = Composer(page_size(*size), QtMeasure(lines))
    frame = composer.frame(seek(show, view, LONG_S, Options(takes_all=True)), 0.0)
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    words = "".join(mark.text for mark in marks if isinstance(mark, Label))
    return words, render(frame, size, Assets(Path()), lines)


def letters(text: str) -> str:
    """The text without spaces and what nobody sees."""
    return "".join(c for c in text if not c.isspace() and c not in UNSEEN)


def loaded(written: str) -> Show | NoShow:
    """A show whose every text is written so."""
    chapter = CHAPTER % (written, written, written)
    return load(MemoryFolder({"show.yaml": SHOW % written, "one.yaml": chapter}), THEMES)


@pytest.mark.parametrize("title", NASTY.values(), ids=NASTY.keys())
@pytest.mark.parametrize("size", SIZES, ids=["landscape", "portrait"])
def test_a_title_is_shown_letter_by_letter(title: str, size: tuple[int, int]) -> None:
    show = loaded(json.dumps(title, ensure_ascii=False))
    assert isinstance(show, Show), show

    words, image = shown(show, "a", size)
    _, home = shown(show, HOME, size)

    assert letters(title) in letters(words)
    assert not image.isNull()
    assert not home.isNull()


def test_ink_that_is_larger_than_the_page_is_painted_without_an_image_of_its_own() -> None:
    images: Bounded[tuple[object, ...], QImage] = Bounded(1 << 30)
    device = Device(640, 360)
    page = QImage(640, 360, QImage.Format.Format_RGB32)
    page.fill(0)
    painter = TextPainter(device, Lines(), images)
    label = Label("a", "I" * 300, 0.0, 800.0, TextStyle("sans", 2000.0), colour("#FFFFFF"))

    painter.warm(label)
    with QPainter(page) as on:
        painter.paint(on, label)

    assert images.size == 0
    assert {page.pixelColor(x, 100).name() for x in range(640)} >= {"#ffffff", "#000000"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('"a\\u0007b"', "control-character"),
        ('"a\\0b"', "control-character"),
        ('"\\ud83d\\ude00"', "backslash"),
        ('"a\\ud800b"', "backslash"),
        ("a\x1bb", "control-character"),
        ("<{x", "unclosed-brace"),
        ("a: b", "second-colon"),
    ],
)
def test_a_title_that_no_screen_can_show_is_told_at_its_line(written: str, code: str) -> None:
    show = loaded(written)

    assert code in {problem.code for problem in show.problems}
