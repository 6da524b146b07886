"""Text that fits: shrunk first, then broken, then cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.marks import Label

if TYPE_CHECKING:
    from kiosk.data.text import Text
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

SMALLEST = 26.0  # nothing on a screen is smaller, unless it would lie over something else
_MOST_SHRUNK = 0.7
_ELLIPSIS = "…"


def fitted(
    text: str, style: TextStyle, width: float, setting: Setting, most_lines: int = 1
) -> tuple[tuple[str, ...], TextStyle]:
    """The lines of `text`, none wider than `width`, and the style they are set in.

    The type shrinks to 0.7 of its size at most, then the text is broken into `most_lines`, then
    cut with an ellipsis. Nothing is left where not even that fits.
    """
    wide = setting.measure.advance(text, style)
    if not text or wide <= width:
        return ((text,) if text else ()), style
    floor = min(style.size, max(style.size * _MOST_SHRUNK, SMALLEST * setting.type_factor))
    style = replace(style, size=max(floor, style.size * max(width, 0.0) / wide))
    lines = _broken(text, style, width, setting)
    if len(lines) > most_lines:
        rest = _cut("".join(lines[most_lines - 1 :]), style, width, setting)
        lines = (*lines[: most_lines - 1], rest)
    return tuple(line.strip() for line in lines if line.strip()), style


def _broken(text: str, style: TextStyle, width: float, setting: Setting) -> tuple[str, ...]:
    """The text in lines that fit, broken between words and between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and setting.measure.advance((line + piece).rstrip(), style) > width:
            lines.append(line)
            line = ""
        line += piece
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str) -> list[str]:
    """The text's words with the spaces after them, and its Chinese characters one by one."""
    pieces: list[str] = []
    for char in text:
        is_wide = ord(char) >= 0x2E80
        ends_piece = not pieces or pieces[-1][-1] == " " or ord(pieces[-1][-1]) >= 0x2E80
        if (is_wide or ends_piece) and char != " ":
            pieces.append(char)
        elif pieces:
            pieces[-1] += char
    return pieces


def _cut(text: str, style: TextStyle, width: float, setting: Setting) -> str:
    """As much of the text as fits, with an ellipsis; nothing if that does not fit either."""
    if setting.measure.advance(text.strip(), style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        shown = text[:middle].rstrip() + _ELLIPSIS
        low, high = (
            (middle, high) if setting.measure.advance(shown, style) <= width else (low, middle - 1)
        )
    return text[:low].rstrip() + _ELLIPSIS if low else ""


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a name is written. size: of the first language's type, logical units."""

    size: float
    colour: Colour
    companion_colour: Colour


def name_marks(
    key: str, name: Text, x: float, y: float, width: float, form: NameForm, setting: Setting
) -> Marks:
    """One line of `name` on the baseline `y`, and its second language small beside it.

    The second language is left out where it does not fit.
    """
    style = setting.style("label")
    style = replace(style, size=min(form.size, style.size))
    lines, style = fitted(name.in_language(setting.language), style, width, setting)
    if not lines:
        return ()
    first = Label(f"{key}", lines[0], x, y, style, form.colour)
    other = name.in_language(setting.companion) if name.has(setting.companion) else ""
    if not setting.companion or not other or other == lines[0]:
        return (first,)
    small = setting.style("label", setting.companion)
    small = replace(small, size=min(small.size, style.size * 0.8))
    left = x + setting.measure.advance(lines[0], style) + 0.45 * style.size
    if left + setting.measure.advance(other, small) > x + width:
        return (first,)
    return first, Label(f"{key}/companion", other, left, y, small, form.companion_colour)
