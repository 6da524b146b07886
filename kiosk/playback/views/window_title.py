"""A chapter's title in its window: Chinese from top to bottom, other scripts in lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Point
from kiosk.marks import Label, Marks, Wash
from kiosk.theme import contrast, is_chinese
from kiosk.typesetting.paragraphs import set_text, title_copy

if TYPE_CHECKING:
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

TOP = 28.0  # from the window's upper side
SIDE = 26.0  # from its sides
NUMBER = 40.0
_SIZE, _SMALLEST = 50.0, 38.0  # of a character from top to bottom
_STEP = 1.05  # from character to character, in em
_FROM_RIGHT = 57.0  # the column's middle
_LONGEST = 0.72  # of the window's height
_ASCENT = 0.88  # of a Chinese character, in em
_STRENGTH = 0.62  # of the shade behind the title
_FADE = 150.0  # logical units in which a shade goes to nothing


def window_title(title: str, box: Box, setting: Setting) -> Marks:
    """The title and the shade that keeps it readable over any picture."""
    if is_chinese(setting.language):
        characters = _column(title)
        size = min(_SIZE, _LONGEST * box.height / (_STEP * max(1, len(characters))))
        if size >= _SMALLEST:
            return _from_top_to_bottom(characters, size, box, setting)
    return _in_lines(title, box, setting)


def is_dark(colour: Colour) -> bool:
    """Whether white is easier to read on it than black."""
    white, black = replace_all(colour, 1.0), replace_all(colour, 0.0)
    return contrast(white, colour) >= contrast(black, colour)


def replace_all(colour: Colour, value: float) -> Colour:
    """The grey of that value, as opaque as `colour`."""
    return colour._replace(red=value, green=value, blue=value)


def _from_top_to_bottom(characters: str, size: float, box: Box, setting: Setting) -> Marks:
    """The characters one below the other, near the window's right side."""
    x, top = box.right - _FROM_RIGHT, box.y + TOP
    step = _STEP * size
    style = replace(setting.style("title"), size=size, spacing=0.0, half_punctuation=False)
    ink, shade = _inks(setting)
    half = max(len(characters) * step, 0.3 * box.height) / 2
    radius = min(126.0, box.width * 0.53)
    stops = (
        (0.0, shade),
        (0.64, shade.faded(0.85)),
        (0.84, shade.faded(0.25)),
        (1.0, shade.faded(0.0)),
    )
    middle = Point(x, top + half)
    wash = Wash("shade", box, stops, middle, middle, radius, (half * 1.3 + 70) / radius, corner=6.0)
    labels = tuple(
        Label(
            f"title-{i}", character, x, top + i * step + _ASCENT * size, style, ink, "centre"
        )
        for i, character in enumerate(characters)
        if not character.isspace()
    )  # fmt: skip
    return (wash, *labels)


def _in_lines(title: str, box: Box, setting: Setting) -> Marks:
    """The title in lines under the chapter's number."""
    size = max(34.0, min(0.16 * box.width, 60.0))
    style = replace(setting.style("title"), size=size, line=1.2)
    ink, shade = _inks(setting)
    top = box.y + TOP + NUMBER + 28.0
    block = set_text(
        title_copy(title, style), box.width - 2 * SIDE, box.height * 0.6, setting.measure
    )
    depth = min(box.height, top + block.height + _FADE - box.y)
    dark = Box(box.x, box.y, box.width, depth)
    held = max(0.0, 1.0 - _FADE / depth)
    stops = ((0.0, shade), (held, shade.faded(0.9)), (1.0, shade.faded(0.0)))
    wash = Wash(
        "shade", dark, stops, Point(box.x, box.y), Point(box.x, dark.bottom), corner=6.0
    )  # fmt: skip
    return (wash, *block.labels("title", box.x + SIDE, top, ink))


def _inks(setting: Setting) -> tuple[Colour, Colour]:
    """The colours of the title and of the shade behind it."""
    theme = setting.theme
    if is_dark(theme.ground):
        return theme.on_picture, theme.scrim.faded(_STRENGTH)
    return theme.text, theme.ground.faded(_STRENGTH)


def _column(title: str) -> str:
    """The characters as they stand in a column: wide dots, no commas."""
    column = title.replace("·", "・").replace("\n", "").strip()
    return "".join(" " if character in "，,、；" else character for character in column)
