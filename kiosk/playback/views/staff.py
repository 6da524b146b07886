"""What staff are told who hold the lower left corner: how the show is, above that corner.

It is read at arm's length, so that its type is that of a page and not of a wall.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.data.dates import clock_written, day_written
from kiosk.geometry import Box
from kiosk.marks import Layer, Marks, Shape
from kiosk.phrases import Language, said
from kiosk.playback.views.buttons import OUTLINE
from kiosk.playback.views.links import free_page
from kiosk.playback.views.outlines import circle, rounded
from kiosk.playback.views.room import LEAST_PX, Room
from kiosk.playback.views.words import (
    CHECK_TELLS,
    COMES_FROM,
    ERRORS,
    MORE,
    NO_PROBLEMS,
    NOT_SHOWN,
    ONE_ERROR,
    ONE_WARNING,
    WARNINGS,
)
from kiosk.theme import is_chinese
from kiosk.typesetting.paragraphs import Copy, set_text
from kiosk.typesetting.sight import Sight
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.findings import Finding
    from kiosk.theme import Colour, TextStyle
    from kiosk.typesetting.blocks import TextBlock
    from kiosk.typesetting.setting import Setting

CORNER_MM = 30.0  # the side of what is held to open the panel
ARM_M = 0.7  # from which the panel is read
PADDING, ROUND = 32.0, 12.0
_EMS = 24.0  # of its texts, that it is wide
_EDGE = 24.0  # of the page that it leaves free
_TOLD = ((3, 2), (2, 2), (1, 2), (1, 1), (0, 1))  # findings and lines of each, until they fit
_DOT, _DOT_GAP = 0.2, 0.5  # the radius of the sign before the count, and what follows it; em
_LONGEST = 300  # characters of a finding that are set at all


@dataclass(frozen=True, slots=True)
class Health:
    """How a show is. findings: all that is wrong, the worst first. came: when it was loaded.

    held_back: when its files were changed to what is not shown; None where all is shown.
    """

    findings: tuple[Finding, ...]
    came: datetime | None
    held_back: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """A text of the panel. gap: above it. indent: before it."""

    key: str
    block: TextBlock
    colour: Colour
    gap: float
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """The panel in its place."""

    box: Box
    lines: tuple[Line, ...]


def corners(room: Room) -> tuple[Box, ...]:
    """Where a finger is held: the lower left corner of the screen, and of a page within reach."""
    side, reach = max(LEAST_PX, CORNER_MM * room.px_per_mm), room.reach
    own = room.box_on_screen(Box(0.0, room.page.height - side, side, side))
    if reach is None:
        return (own,)
    side *= reach.scale
    return (own, Box(0.0, reach.screen.height - side, side, side))


def staff_panel(room: Room, health: Health) -> Told:
    """The panel above the chrome at the left, as high as what it says."""
    free = free_page(room)
    left = max(_EDGE, room.margin - PADDING)
    wide = min(_EMS * _at_hand(room).style("mark").size, free.width - 2 * left - 2 * PADDING)
    lines: tuple[Line, ...] = ()
    height = 0.0
    for most, long in _TOLD:
        lines = tuple(_lines(room, health, wide, most, long))
        height = sum(line.gap + line.block.height for line in lines) + 2 * PADDING
        if height <= free.height - 2 * _EDGE:
            break
    box = Box(left, free.bottom - _EDGE - height, wide + 2 * PADDING, height)
    return Told(box, lines)


def staff_layers(room: Room, health: Health) -> tuple[Layer, ...]:
    """The panel as marks."""
    panel, theme = staff_panel(room, health), room.theme
    box = panel.box
    ground = Shape(
        "ground", rounded(box.width, box.height, ROUND), box.centre.x, box.centre.y,
        fill=theme.surface, stroke=theme.line.faded(0.5), width=OUTLINE,
    )  # fmt: skip
    words: Marks = ()
    top = box.y + PADDING
    for line in panel.lines:
        top += line.gap
        x = box.x + PADDING + line.indent
        if line.indent > 0.0:
            words = (*words, _sign(line, box.x + PADDING, top, room, health))
        words = (*words, *line.block.labels(line.key, x, top, line.colour))
        top += line.block.height
    return (Layer("panel", (ground,)), Layer("words", words))


def _sign(line: Line, x: float, top: float, room: Room, health: Health) -> Shape:
    """A dot before the count: full where something is wrong, a ring where nothing is."""
    em = line.block.style.size
    middle = top + em * line.block.style.line / 2
    accent = room.theme.accent(0)
    if health.findings:
        return Shape("sign", circle(_DOT * em), x + _DOT * em, middle, fill=accent)
    width = 0.3 * _DOT * em
    ring = circle(_DOT * em - width / 2)
    return Shape("sign", ring, x + _DOT * em, middle, stroke=accent, width=width)


def _lines(room: Room, health: Health, wide: float, most: int, long: int) -> Iterator[Line]:
    """What the panel says, from the top. most: how many findings it names, in `long` lines each."""
    theme, hand = room.theme, _at_hand(room)
    spoken: Language = (
        "zh" if is_chinese(room.language) else "en"
    )  # no sentence is half in a third language
    small, text = hand.style("mark", spoken), replace(hand.style("mark", spoken), line=1.35)
    caption, head = hand.style("caption", spoken), hand.style("subtitle", spoken)

    def block(words: str, style: TextStyle, width: float, lines: int = 1) -> TextBlock:
        return _cut(words, style, width, lines, room)

    title = room.show.title.in_language(room.language)
    if title:
        yield Line("title", block(title, hand.style("mark"), wide), theme.quiet, 0.0)
    indent = (2 * _DOT + _DOT_GAP) * head.size
    count = block(_counted(health.findings, spoken), head, wide - indent, 2)
    yield Line("count", count, theme.text, 6.0, indent)
    if health.held_back is not None:
        when = NOT_SHOWN.in_language(spoken).format(time=_moment(health.held_back, spoken))
        yield Line("held-back", block(when, text, wide, 3), theme.text, 10.0)
    for number, finding in enumerate(health.findings[:most]):
        place = block(finding.where, caption, wide)
        what = block(_in_brief(said(finding.what, spoken)), text, wide, long)
        yield Line(f"where-{number}", place, theme.quiet, 16.0)
        yield Line(f"what-{number}", what, theme.text, 0.0)
    left = len(health.findings) - most
    if left > 0 and most > 0:
        more = MORE.in_language(spoken).format(count=left)
        yield Line("more", block(more, small, wide), theme.text, 16.0)
    if health.findings:
        yield Line(
            "check", block(CHECK_TELLS.in_language(spoken), caption, wide, 2), theme.quiet, 16.0
        )
    about = f"kiosk {__version__}"
    if health.came is not None:
        came = COMES_FROM.in_language(spoken).format(time=_moment(health.came, spoken))
        about = f"{came} · {about}"
    yield Line("about", block(about, caption, wide, 2), theme.quiet, 16.0)


def _counted(findings: tuple[Finding, ...], spoken: Language) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(one.level == "error" for one in findings)
    counts = ((errors, ONE_ERROR, ERRORS), (len(findings) - errors, ONE_WARNING, WARNINGS))
    parts = [
        (one if count == 1 else many).in_language(spoken).format(count=count)
        for count, one, many in counts
        if count
    ]
    comma = "，" if spoken == "zh" else ", "
    return comma.join(parts) if parts else NO_PROBLEMS.in_language(spoken)


def _moment(at: datetime, spoken: Language) -> str:
    """The day and the time: `24 Nov, 18:05`."""
    day, time = day_written(at.date(), spoken), clock_written(at.time(), spoken)
    return f"{day} {time}" if spoken == "zh" else f"{day}, {time}"


def _in_brief(words: str) -> str:
    """What is said in one line; of an error of the program the last line, which says what it is."""
    lines = [line for line in words.splitlines() if line.strip()]
    return lines[-1][:_LONGEST] if lines else words


def _cut(words: str, style: TextStyle, width: float, lines: int, room: Room) -> TextBlock:
    """The words in so many lines at most, the last one cut to fit."""
    copy = Copy(words.replace("\n", " "), style, 1.0)
    whole = set_text(copy, width, math.inf, room.measure)
    if len(whole.rows) <= lines and whole.width <= width:
        return whole
    least, most = 0, len(words)  # so many characters fit, and so many do not
    while most - least > 1:
        half = (least + most) // 2
        short = replace(copy, text=words[:half].rstrip("，。,. ") + "…")
        tried = set_text(short, width, math.inf, room.measure)
        fits = len(tried.rows) <= lines and tried.width <= width
        least, most = (half, most) if fits else (least, half)
    short = replace(copy, text=words[:least].rstrip("，。,. ") + "…")
    return set_text(short, width, math.inf, room.measure)


def _at_hand(room: Room) -> Setting:
    """The setting of those who stand before the screen."""
    return replace(room.setting(), sight=Sight(room.px_per_mm, ARM_M))
