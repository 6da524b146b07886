"""A chapter's number and title in its window: Chinese from top to bottom, others in lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.legibility import toned
from kiosk.geometry import Box, Point
from kiosk.marks import Label, Marks, Wash
from kiosk.theme import contrast, is_chinese
from kiosk.typesetting.paragraphs import set_text, title_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

TOP = 28.0  # from the window's upper side
SIDE = 26.0  # from its sides
_AT_END = 10.0  # where a line in type that has grown may end, from the right one
_NUMBER = 40.0
_SIZE, _SMALLEST = 50.0, 38.0  # of a character from top to bottom
_STEP = 1.05  # from character to character, in em
_FROM_RIGHT = 57.0  # the column's middle
_LONGEST = 0.72  # of the window's height
_ASCENT = 0.88  # of a Chinese character, in em
_STRENGTH = 0.64  # of the shade behind the title: 4.5:1 even over white, or over black
_NUMBER_STRENGTH = 0.68  # of the shade behind the number, whose colour does the rest
_NUMBER_DOWN = 0.86  # from the upper side of its line to its baseline, in em
_FADE = 190.0  # logical units below a title in lines in which its shade goes to nothing
_NUMBER_FADE = 140.0  # the same below a number beside a column
_COLUMN_FADE = 0.3  # of the window's width, beside a column
_END = 560.0  # the height of a column's rounded end, as long as light falls: a short one is a blot
_HELD = 0.5  # of the end's dark part
_BESIDE = 14.0  # a shade reaches so far beyond the characters
_CORNER = 6.0
# From a shade's dark part outward: (share of the way, of the strength); no edge is seen.
_SOFTLY = ((0.0, 1.0), (0.2, 0.92), (0.4, 0.68), (0.6, 0.35), (0.8, 0.1), (1.0, 0.0))


def window_head(
    chapter: int, title: str, box: Box, setting: Setting, *, has_picture: bool
) -> Marks:
    """The number and the title, and if it `has_picture` the shade for both over whatever it is.

    chapter: from 0.
    """
    size, shade = _number_size(setting), _NUMBER_STRENGTH if has_picture else 1.0
    ground = setting.theme.ground if has_picture else setting.theme.glow
    needed = setting.sight.contrast(size)
    style = replace(setting.style("chapter-number"), size=size)
    number = Label(
        "number", str(chapter + 1), box.x + SIDE, box.y + TOP + _NUMBER_DOWN * size, style,
        toned(setting.accent, _inks(setting)[0], ground, shade, needed),
    )  # fmt: skip
    marks = (*_title(title, box, setting), number)
    return tuple(mark for mark in marks if has_picture or not isinstance(mark, Wash))


def _title(title: str, box: Box, setting: Setting) -> Marks:
    """The title and the shade that keeps it and the number readable over any picture."""
    if is_chinese(setting.language):
        characters = _column(title)
        size = min(
            max(_SIZE, setting.smallest), _LONGEST * box.height / (_STEP * max(1, len(characters)))
        )
        if size >= max(_SMALLEST, min(_SIZE, setting.smallest)):
            return _from_top_to_bottom(characters, size, box, setting)
    return _in_lines(title, box, setting)


def narrowest_window(titles: Sequence[str], setting: Setting) -> float:
    """How wide a window has to be for titles in type that has grown; 0 where it has not.

    Chinese stands in columns, for which any window is wide enough.
    """
    if is_chinese(setting.language) or not setting.repeats_less:
        return 0.0
    style = replace(setting.style("title"), size=setting.smallest)
    words = (word for title in titles for word in title.split())
    widest = max((setting.measure.advance(word, style) for word in words), default=0.0)
    return widest + 2 * SIDE + 1.0


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
    foot = max(top + len(characters) * step, box.y + 0.3 * box.height)
    labels = tuple(
        Label(
            f"title-{i}", character, x, top + i * step + _ASCENT * size, style, ink, "centre"
        )
        for i, character in enumerate(characters)
        if not character.isspace()
    )  # fmt: skip
    shades = _column_shades(box, foot, _FROM_RIGHT + size / 2 + _BESIDE, shade)
    return (_number_shade(box, setting), *shades, *labels)


def _in_lines(title: str, box: Box, setting: Setting) -> Marks:
    """The title in lines under the chapter's number."""
    size = max(34.0, setting.smallest, min(0.16 * box.width, 0.12 * box.height, 60.0))
    style = replace(setting.style("title"), size=size, line=1.2)
    ink, shade = _inks(setting)
    top = box.y + TOP + _number_size(setting) + 28.0
    copy = title_copy(title, style, setting.smallest)
    at_end = _AT_END if setting.repeats_less else SIDE
    block = set_text(copy, box.width - SIDE - at_end, box.height * 0.6, setting.measure)
    held = min(box.height, top + block.height - box.y)
    depth = min(box.height, held + _FADE)
    dark = Box(box.x, box.y, box.width, depth)
    above = setting.theme.ground.faded(_NUMBER_STRENGTH)
    stops = ((0.0, above), (_number_foot(setting) / depth, above), *_stops(shade, held / depth)[1:])
    wash = Wash(
        "shade", dark, stops, Point(box.x, box.y), Point(box.x, dark.bottom), corner=_CORNER
    )  # fmt: skip
    return (wash, *block.labels("title", box.x + SIDE, top, ink))


def _column_shades(box: Box, foot: float, wide: float, shade: Colour) -> tuple[Wash, Wash]:
    """A shade along the window's right side, `wide` at its darkest, that ends softly below `foot`.

    The second continues the first without a seam: where they meet they are the same.
    """
    reach = min(box.width, wide + max(60.0, min(_COLUMN_FADE * box.width, 150.0)))
    stops = _stops(shade, wide / reach)
    turn = max(box.y + 1.0, foot - _HELD * _END * wide / reach)
    left, corner = box.right - reach, Point(box.right, turn)
    upper = Box(left, box.y, reach, turn - box.y)
    lower = Box(left, turn, reach, min(_END, box.bottom - turn))
    return (
        Wash("shade", upper, stops, corner, Point(left, turn)),
        Wash("shade-foot", lower, stops, corner, corner, reach, _END / reach),
    )


def _number_shade(box: Box, setting: Setting) -> Wash:
    """A shade over the window's whole width behind its number: a corner of it would be a blot."""
    held = _number_foot(setting)
    depth = min(box.height, held + _NUMBER_FADE)
    stops = _stops(setting.theme.ground.faded(_NUMBER_STRENGTH), held / depth)
    dark = Box(box.x, box.y, box.width, depth)
    start, end = Point(box.x, box.y), Point(box.x, dark.bottom)
    return Wash("shade-top", dark, stops, start, end, corner=_CORNER)


def _number_size(setting: Setting) -> float:
    """The size of the number: large text, as the chapter's colour has no more contrast."""
    return max(setting.grown(_NUMBER), setting.sight.large)


def _number_foot(setting: Setting) -> float:
    """From the window's upper side to where the shade behind its number may begin to end."""
    return TOP + _NUMBER_DOWN * _number_size(setting) + _BESIDE


def _stops(shade: Colour, held: float) -> tuple[tuple[float, Colour], ...]:
    """The stops of a gradient that is `shade` for the share `held` and then softly nothing."""
    way = 1.0 - held
    return ((0.0, shade), *((held + way * at, shade.faded(part)) for at, part in _SOFTLY))


def _inks(setting: Setting) -> tuple[Colour, Colour]:
    """The colours of the title and of the shade behind it."""
    theme = setting.theme
    if is_dark(theme.ground):
        return theme.on_picture, theme.ground.faded(_STRENGTH)
    return theme.text, theme.ground.faded(_STRENGTH)


def _column(title: str) -> str:
    """The characters as they stand in a column: wide dots, no commas."""
    column = title.replace("·", "・").replace("\n", "").strip()
    return "".join(" " if character in "，,、；" else character for character in column)
