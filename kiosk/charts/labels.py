"""Text that fits: shrunk first, then broken, then cut."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.marks import Label
from kiosk.typesetting import limits
from kiosk.typesetting.breaks import ZERO_WIDTH_SPACE
from kiosk.typesetting.direction import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK
from kiosk.typesetting.lines import broken, runs
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.data.text import Text
    from kiosk.marks import Marks
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.setting import Setting

_NAME = 40.0  # of a name that has not grown
_BESIDE = 1.15  # so much larger than its second language is a name
_ELLIPSIS = "…"
_TELLS = 3.2  # em: five letters, or three characters; a shorter piece of a name tells nothing


def fitted(
    text: str, style: TextStyle, width: float, setting: Setting, most_lines: int = 1,
    *, may_shrink: bool = True,
) -> tuple[tuple[str, ...], TextStyle]:  # fmt: skip
    """The lines of `text`, none wider than `width`, and the style they are set in.

    The type shrinks to 0.7 of its size, then the text is broken into `most_lines`, then the type
    shrinks to the smallest there is, and what is still too wide is cut with an ellipsis. Nothing is
    left where of a line so little would be that it tells nothing.
    """
    text = text.replace("\n", " ")
    shown = text.replace(ZERO_WIDTH_SPACE, "")
    wide = setting.measure.advance(shown, style)
    if not shown or wide <= width:
        return ((shown,) if shown else ()), style
    floor = min(style.size, max(style.size * limits.NAME, setting.smallest))
    if may_shrink:
        style = replace(style, size=max(floor, style.size * max(width, 0.0) / wide))
    lines = _broken(text, style, width, setting)
    if may_shrink and not _fits(lines, style, width, most_lines, setting):
        style = replace(style, size=min(style.size, setting.smallest))
        lines = _broken(text, style, width, setting)
    if len(lines) > most_lines:
        kept = lines[: most_lines - 1]
        lines = (*kept, _rest(shown, kept))
    cut = tuple(_cut(line, style, width, setting) for line in lines)
    return (cut if all(cut) else ()), style


def shared_size(wanted: Iterable[tuple[str, float]], style: TextStyle, setting: Setting) -> float:
    """The one size of names that stand together. wanted: each with the width that it may take.

    As large as the longest allows, down to the smallest that can be read. Where one is longer even
    so, they shrink to 0.7 of their size, and that one is broken or cut.
    """
    advance = setting.measure.advance
    needed = ((max(width, 0.0), advance(text, style)) for text, width in wanted)
    share = min((width / wide for width, wide in needed if wide > width), default=1.0)
    size = style.size if share == 1.0 else 0.999 * share * style.size  # rounding may cut no name
    least = min(style.size, setting.smallest)
    return size if size >= least else max(least, limits.NAME * style.size)


def _rest(text: str, kept: tuple[str, ...]) -> str:
    """What of the text stands after the lines that are kept: a break has taken its spaces."""
    end = 0
    for line in kept:
        seen = line.lstrip(RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK)
        end = max(end, text.find(seen, end) + len(seen))
    return text[end:].strip()


def is_whole(lines: tuple[str, ...], text: str) -> bool:
    """Whether the lines that were made of `text` hold all of it."""
    return _letters("".join(lines)) == _letters(text)


def _letters(text: str) -> str:
    """The text without what is lost where lines break."""
    return "".join(text.replace(ZERO_WIDTH_SPACE, "").split())


def in_height(size: float, height: float, share: float, setting: Setting) -> float:
    """`size`, or less in a place so low that it would take more than `share` of its height.

    In a low place what can still be read may take a quarter.
    """
    return min(size, max(share * height, min(setting.smallest, height / 4)))


def widest_piece(text: str, style: TextStyle, setting: Setting) -> float:
    """The width of the longest piece of `text` that is not broken, such as a word."""
    return max((run.widest for run in runs(text, _advance(style, setting))), default=0.0)


def _broken(text: str, style: TextStyle, width: float, setting: Setting) -> tuple[str, ...]:
    """The text in lines, none wider than `width` but single words."""
    return tuple(
        line.text
        for run in runs(text, _advance(style, setting))
        for line in broken(run, width)
        if line.text
    )


def _fits(
    lines: tuple[str, ...], style: TextStyle, width: float, most_lines: int, setting: Setting
) -> bool:
    """Whether the lines are few enough and none is wider than `width`."""
    widths = (setting.measure.advance(line, style) for line in lines)
    return len(lines) <= most_lines and all(wide <= width for wide in widths)


def _advance(style: TextStyle, setting: Setting) -> Callable[[str], float]:
    """How wide text in `style` is."""
    return lambda text: setting.measure.advance(text, style)


def _cut(text: str, style: TextStyle, width: float, setting: Setting) -> str:
    """As much of the text as fits, with an ellipsis; nothing if that tells nothing."""
    if setting.measure.advance(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        shown = text[:middle].rstrip() + _ELLIPSIS
        low, high = (
            (middle, high) if setting.measure.advance(shown, style) <= width else (low, middle - 1)
        )
    shown = text[:low].rstrip() + _ELLIPSIS
    tells = low > 0 and setting.measure.advance(shown, style) >= _TELLS * style.size
    return shown if tells else ""


@dataclass(frozen=True, slots=True)
class NameForm:
    """How a name is written. size: of Chinese type, logical units; Latin is a little smaller.

    shared: the size of all names beside it, below which it is cut rather than set smaller.
    """

    size: float
    colour: Colour
    companion_colour: Colour
    shared: float = math.inf


def name_style(form: NameForm, setting: Setting) -> TextStyle:
    """The style of a name that has room."""
    style, grown = setting.style("label"), max(1.0, form.size / setting.grown(_NAME))
    return replace(style, size=min(form.size, style.size * grown, form.shared))


def shared_form(form: NameForm, wanted: Iterable[tuple[str, float]], setting: Setting) -> NameForm:
    """The same for names that stand together, in one size. wanted: as in `shared_size`."""
    return replace(form, shared=shared_size(wanted, name_style(form, setting), setting))


def name_marks(
    key: str, name: Text, x: float, y: float, width: float, form: NameForm, setting: Setting
) -> Marks:
    """One line of `name` on the baseline `y`, and its second language small beside it.

    The second language is left out where it does not fit or would be as large as the first.
    """
    style, grown = name_style(form, setting), max(1.0, form.size / setting.grown(_NAME))
    text, may_shrink = name.in_language(setting.language), form.shared == math.inf
    lines, style = fitted(text, style, width, setting, may_shrink=may_shrink)
    if not lines:
        return ()
    first = Label(f"{key}", lines[0], x, y, style, form.colour)
    other = name.in_language(setting.companion) if name.has(setting.companion) else ""
    if not setting.companion or not other or other == lines[0]:
        return (first,)
    small = setting.style("label", setting.companion)
    least = setting.smallest
    small = replace(small, size=max(least, min(small.size * grown, style.size * 0.8)))
    if style.size < _BESIDE * least:
        return (first,)
    left = x + setting.measure.advance(lines[0], style) + 0.45 * style.size
    if left + setting.measure.advance(other, small) > x + width:
        return (first,)
    return first, Label(f"{key}/companion", other, left, y, small, form.companion_colour)
