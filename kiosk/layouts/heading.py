"""What the layouts share: the mark at the top, titles, texts and captions of a slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.entrance import faded_in
from kiosk.layouts.base import Placed
from kiosk.layouts.column import Item
from kiosk.layouts.inks import emphasis_in
from kiosk.layouts.sources import source_line
from kiosk.marks import Label, Shape
from kiosk.motion.scene import Scene
from kiosk.theme import is_chinese
from kiosk.typesetting import limits
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.breaks import holds_chinese
from kiosk.typesetting.paragraphs import Copy, set_text, title_copy
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.layouts.base import Parts
    from kiosk.layouts.inks import Inks
    from kiosk.theme import Role
    from kiosk.typesetting.setting import Setting

SUBTITLE_S, TEXT_S, CAPTION_S = 0.1, 0.3, 0.4
PICTURE_S, CHART_S = 0.0, 0.5
LONGEST_LINE = 28.0  # em
_UNDER, _UNDER_GROWN = 8.0, 18.0  # between the mark and the title, at the least
_DOT = " · "  # between a caption and the source
_ONE_LINE = 1.5  # lines, at the most
# How far the source may stand below the line of captions, above the chrome, in logical units.
_BELOW = {"landscape": 32.0, "portrait": 72.0}
_SUBTITLE_DX = 2.0  # Latin under a Chinese title: their stems then stand above each other


@dataclass(frozen=True, slots=True)
class Rule:
    """How a chapter's number and the dash beside it are drawn, in logical units."""

    size: float
    gap: float
    length: float
    thickness: float


TOP_RULE = Rule(34.0, 20.0, 48.0, 2.0)
COVER_RULE = Rule(44.0, 22.0, 64.0, 3.0)


def mark(
    parts: Parts, x: float, top: float, room: float, ink: Inks, setting: Setting
) -> tuple[tuple[Placed, ...], float]:
    """The chapter's number, a dash and its title in a row, and where they end below.

    It is there from the beginning, so that it stands still from slide to slide. Nothing where the
    chapter has no title.
    """
    title = parts.chapter_title.in_language(setting.language)
    if not title:
        return (), top
    number = setting.style("chapter-number")
    line = number.size * number.line
    marks, end = numbered_dash(parts.chapter, x, top, line, TOP_RULE, ink, setting)
    beside = end + TOP_RULE.gap
    style = setting.style("mark")
    copy = Copy(title, style, smallest=setting.smallest)
    block = set_text(copy, x + room - beside, style.size * style.line, setting.measure)
    first = top + (line - block.style.size * block.style.line) / 2
    labels = replace(block, column=0.0).labels("mark-title", beside, first, ink.quiet)
    whole = (*marks, *labels)
    return (Placed("mark", Scene(whole, whole)),), max(top + line, first + block.height)


def under_mark(setting: Setting) -> float:
    """The least room between the mark and a title below it."""
    return _UNDER_GROWN if setting.is_grown else _UNDER


def numbered_dash(
    chapter: int, x: float, top: float, line: float, rule: Rule, ink: Inks, setting: Setting
) -> tuple[tuple[Label | Shape, ...], float]:
    """The chapter's number and a dash, in the middle of a line so high; and where they end."""
    style = setting.style("chapter-number")
    style = replace(style, size=rule_size(rule, setting))
    number = str(chapter + 1)
    label = Label("mark-number", number, x, baseline(style, top, line), style, ink.accent)
    start = x + setting.measure.advance(number, style) + rule.gap
    y = top + (line - rule.thickness) / 2
    bar = f"M0,0 h{rule.length} v{rule.thickness} h-{rule.length} Z"
    return (label, Shape("mark-dash", bar, start, y, fill=ink.accent)), start + rule.length


def rule_size(rule: Rule, setting: Setting) -> float:
    """The size of the number: no less than that of the chapter's title beside it.

    It is large text, as the chapter's colour has not the contrast that small text needs.
    """
    return max(rule.size, setting.style("mark").size, setting.sight.large)


def title_item(
    parts: Parts, ink: Inks, setting: Setting, role: Role = "title", size: float = 1.0,
    gap: float = 0.0,
) -> Item:  # fmt: skip
    """The slide's title. size: a multiple of the role's."""
    style = setting.style(role)
    words = parts.title.words(setting.language)
    style = replace(style, size=max(style.size * size, setting.readable))
    copy = title_copy(words.text, style, setting.readable)
    copy = replace(copy, emphasis=words.emphasis, accent=emphasis_in(setting, style.size))
    return Item("title", copy, ink.text, gap)


def subtitle_text(parts: Parts, setting: Setting) -> tuple[str, str]:
    """The subtitle and its language: as written, else the title in the companion language.

    One that is written in Latin letters alone is set as such, under a Chinese title too.
    """
    written = parts.subtitle.in_language(setting.language)
    if written:
        return written, setting.language if holds_chinese(written) else "en"
    if setting.companion and parts.title.has(setting.companion):
        title = parts.title.in_language(setting.companion)
        return _in_one_line(title), setting.companion
    return "", setting.language


def _in_one_line(text: str) -> str:
    """The text without the line breaks it has as a title."""
    return text.replace("\n", "" if holds_chinese(text) else " ")


def subtitle_item(
    parts: Parts, ink: Inks, setting: Setting, gap: float = 10.0, size: float = 1.0
) -> Item:
    """The subtitle, under the title. size: a multiple of the role's."""
    words, language = subtitle_text(parts, setting)
    style = setting.style("subtitle", language)
    style = replace(style, size=max(style.size * size, setting.smallest))
    copy = Copy(words, style, limits.TEXT, setting.smallest, is_balanced=True)
    is_latin_below = is_chinese(setting.language) and not is_chinese(language)
    dx = _SUBTITLE_DX if is_latin_below else 0.0
    is_spare = not parts.subtitle.in_language(setting.language)
    return Item("subtitle", copy, ink.quiet, gap, starts_s=SUBTITLE_S, dx=dx, is_spare=is_spare)


def text_item(parts: Parts, ink: Inks, setting: Setting, gap: float = 48.0) -> Item:
    """The body text, which may hold lists."""
    words = parts.text.words(setting.language)
    style = setting.style("body")
    limit = max(limits.TEXT, min(1.0, setting.readable / style.size))
    copy = Copy(words.text, style, limit, setting.smallest, has_lists=True)
    copy = replace(copy, emphasis=words.emphasis, accent=emphasis_in(setting, style.size))
    widest = LONGEST_LINE / setting.sight.share**2  # wider as well where there is no room
    return Item("text", copy, ink.text, gap, starts_s=TEXT_S, widest=widest)


def space_item(key: str, height: float, ink: Inks, gap: float = 0.0, least: float = 0.4) -> Item:
    """A place in a column for what is no text, such as the number."""
    return Item(key, None, ink.text, gap, height, least)


def caption_item(
    parts: Parts, ink: Inks, setting: Setting, gap: float = 28.0, room: float = 0.0
) -> Item:
    """The data caption as part of a column `room` wide."""
    copy = replace(_caption(parts, room, setting), limit=limits.TEXT, smallest=setting.smallest)
    return Item("caption", copy, ink.quiet, gap, starts_s=CAPTION_S)


def caption_at(
    parts: Parts, x: float, foot: float, room: float, ink: Inks, setting: Setting
) -> tuple[tuple[Placed, ...], float]:
    """The data caption with the lower side of its last line at `foot`, and where it begins.

    Lines that tell the source alone may stand below that, so that nothing has less room for them.
    """
    copy = _caption(parts, room, setting)
    if not copy.text:
        return (), foot
    block = set_text(copy, room, 0.0, setting.measure)
    source = source_line(parts.sources, setting.language)
    below = 0.0
    if source and copy.text.endswith(f"\n{source}"):
        lines = set_text(replace(copy, text=source, emphasis=()), room, 0.0, setting.measure)
        below = min(lines.height, _BELOW[setting.shape])
    top = foot + below - block.height
    scene = faded_in(block.labels("caption", x, top, ink.quiet))
    return (Placed("caption", scene, CAPTION_S),), top


def _caption(parts: Parts, room: float, setting: Setting) -> Copy:
    """The data caption and the source of what charts show, in one line where there is room.

    Where type has grown, lines of a source alone would take the charts' room; there it is told as
    everywhere where a figure is touched.
    """
    words = parts.caption.words(setting.language)
    style = setting.style("caption")
    source = source_line(parts.sources, setting.language)
    text = _DOT.join(filter(None, (words.text, source)))
    set_in = set_text(Copy(text, style, 1.0, style.size), room, 0.0, setting.measure)
    if source and set_in.height > _ONE_LINE * style.size * style.line:
        text = "\n".join(filter(None, (words.text, "" if setting.repeats_less else source)))
    return Copy(text, style, 1.0, style.size, emphasis=words.emphasis)
