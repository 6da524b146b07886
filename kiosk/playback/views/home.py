"""The home view: one window a chapter, behind which the chapter lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.marks import Label, Layer, Marks, Picture, Shape, Wash
from kiosk.playback.events import OpenChapter, SwitchLanguage
from kiosk.playback.plans import next_language
from kiosk.playback.views.buttons import pill, pill_width
from kiosk.playback.views.chrome import CENTRE
from kiosk.playback.views.outlines import rounded
from kiosk.playback.views.room import SLACK, Room, Target
from kiosk.playback.views.window_title import window_title
from kiosk.playback.views.windows import windows
from kiosk.playback.views.words import CHOOSE_WINDOW, language_name
from kiosk.theme import is_chinese
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.paragraphs import Copy, set_text

if TYPE_CHECKING:
    from kiosk.show.model import Chapter
    from kiosk.typesetting.setting import Setting

RADIUS = 6.0
BAR_BELOW, BAR = 14.0, 6.0
PROMPT = 30.0  # logical units an em
_APART = 32.0  # the title and the prompt in one line


@dataclass(frozen=True, slots=True)
class Window:
    """A chapter's window. index: of the chapter, from 0. box: of the picture."""

    index: int
    chapter: Chapter
    box: Box


@dataclass(frozen=True, slots=True)
class HomePlaces:
    """Where the parts of the home view lie. free: room for the prompt after the last window."""

    windows: tuple[Window, ...]
    language: Box | None
    free: Box | None


def home_places(room: Room) -> HomePlaces:
    """The windows of the chapters that have something to show, and the language's pill."""
    page, show = room.page, room.show
    shown = [
        (i, chapter)
        for i, chapter in enumerate(show.chapters)
        if any(not slide.is_hidden for slide in chapter.slides)
    ]
    laid = windows(page, room.margin, len(shown))
    found = tuple(
        Window(i, chapter, box) for (i, chapter), box in zip(shown, laid.boxes, strict=True)
    )
    name = language_name(next_language(show, room.language))
    width, side = pill_width(name, room.setting()), room.target_side
    x, y = page.width - room.margin - width, 104.0 - side / 2
    if page.is_portrait:
        y = page.height - CENTRE - side / 2
    if laid.free is not None:
        x, y = laid.free.x, laid.free.bottom - side
    has_several = len(show.languages) > 1
    return HomePlaces(found, Box(x, y, width, side) if has_several else None, laid.free)


def home_layers(room: Room, pressed: str) -> tuple[Layer, ...]:
    """The home view as marks. pressed: the key of the target under a finger, or nothing."""
    at = home_places(room)
    prompt = _prompt(room, at)
    layers = [Layer("title", _title(room, _free_beside(prompt, room))), Layer("prompt", prompt)]
    for window in at.windows:
        key = f"window-{window.index}"
        marks = _window(room, window, is_pressed=pressed == key)
        layers.append(Layer(key, marks))
    if at.language is not None:
        name = language_name(next_language(room.show, room.language))
        is_pressed = pressed == "language"
        marks = pill("language", at.language, name, room.setting(), is_pressed=is_pressed)
        layers.append(Layer("language", marks))
    return tuple(layers)


def home_targets(room: Room) -> tuple[Target, ...]:
    """Each window with the title below it, and the language."""
    at = home_places(room)
    targets = []
    for window in at.windows:
        box = window.box
        reach = Box(box.x, box.y, box.width, box.height + 100.0)
        action = OpenChapter(window.index, box)
        targets.append(Target(f"window-{window.index}", reach, action))
    if at.language is not None:
        pill_box = at.language.grown(SLACK)
        targets.append(Target("language", pill_box, SwitchLanguage(), is_round=True))
    return tuple(targets)


def _free_beside(prompt: Marks, room: Room) -> float:
    """Where the room for the title's line ends: the margin, or the prompt that shares the line."""
    starts = [
        mark.x - room.measure.advance(mark.text, mark.style)
        for mark in prompt
        if isinstance(mark, Label) and mark.align == "right"
    ]
    return min([room.page.width - room.margin, *(start - _APART for start in starts)])


def _title(room: Room, free: float) -> Marks:
    """The show's title, and beside it the same in the companion language where that fits.

    free: the x that neither reaches beyond.
    """
    is_portrait, setting = room.page.is_portrait, room.setting()
    title = room.show.title.in_language(room.language)
    size, top, beside = (76.0, 84.0, 38.0) if is_portrait else (64.0, 60.0, 34.0)
    style = replace(setting.style("title"), size=size, line=1.2)
    block = set_text(Copy(title, style, 0.6), free - room.margin, style.size * 1.2, room.measure)
    y = baseline(style, top)
    text = block.lines[0] if block.lines else ""
    labels = [Label("title", text, room.margin, y, block.style, setting.theme.text)]
    if room.companion and room.show.title.has(room.companion):
        other = replace(setting.style("subtitle", room.companion), size=beside)
        x = room.margin + block.width + 0.6 * size
        text = room.show.title.in_language(room.companion)
        if x + room.measure.advance(text, other) <= free:
            labels.append(Label("companion", text, x, y - 5, other, setting.theme.quiet))
    return tuple(labels)


def _prompt(room: Room, at: HomePlaces) -> Marks:
    """The line that says what to do here: beside the pill, or above it after the last window."""
    setting, pill_box = room.setting(), at.language
    style = replace(setting.style("label"), size=PROMPT)
    quiet = setting.theme.quiet
    if at.free is not None:
        below = 0.0 if pill_box is None else pill_box.height + 36.0
        return _prompt_in(room, at.free, at.free.bottom - below)
    text = CHOOSE_WINDOW.in_language(room.language).replace("\n", _space(room.language))
    centre = room.page.height - CENTRE if room.page.is_portrait else 104.0
    y = centre + 0.38 * style.size
    if room.page.is_portrait:
        return (Label("prompt", text, room.margin, y, style, quiet),)
    right = room.page.width - room.margin if pill_box is None else pill_box.x - 32.0
    return (Label("prompt", text, right, y, style, quiet, "right"),)


def _prompt_in(room: Room, box: Box, foot: float) -> Marks:
    """The same in both languages, in lines in `box` that end at `foot`."""
    setting = room.setting()
    style = replace(setting.style("label"), size=34.0, line=1.5)
    other = replace(setting.style("label", room.companion), size=28.0, line=1.5)
    said = [("prompt", room.language, style), ("prompt-companion", room.companion, other)]
    marks: Marks = ()
    for key, language, look in reversed(said):
        if language:
            copy = Copy(CHOOSE_WINDOW.in_language(language), look)
            block = set_text(copy, box.width, 200.0, room.measure)
            foot -= block.height
            marks = (*block.labels(key, box.x, foot, setting.theme.quiet), *marks)
    return marks


def _space(language: str) -> str:
    """What stands between words."""
    return "" if is_chinese(language) else " "


def _window(room: Room, window: Window, *, is_pressed: bool) -> Marks:
    """One window: its picture, number and title, the bar and the companion's title below."""
    box, chapter = window.box, window.chapter
    setting = room.setting(window.index)
    picture = _picture(room, chapter, box)
    ground = rounded(box.width, box.height, RADIUS)
    number_style = replace(setting.style("chapter-number"), size=40.0)
    centre = box.centre
    bar = rounded(box.width, BAR, BAR / 2)
    pressed: Marks = ()
    if is_pressed:
        frame = rounded(box.width - BAR, box.height - BAR, RADIUS)
        pressed = (
            Shape("pressed", frame, centre.x, centre.y, stroke=setting.accent, width=BAR),
        )  # fmt: skip
    return (
        Shape("ground", ground, centre.x, centre.y, fill=setting.theme.glow),
        *picture,
        *_window_title(room, chapter, box, setting),
        Label(
            "number", str(window.index + 1), box.x + 26, box.y + 28 + 0.86 * number_style.size,
            number_style, setting.accent,
        ),
        Shape("bar", bar, centre.x, box.bottom + BAR_BELOW + BAR / 2, fill=setting.accent),
        *_companion(room, window),
        *pressed,
    )  # fmt: skip


def _window_title(room: Room, chapter: Chapter, box: Box, setting: Setting) -> Marks:
    """The chapter's title; the shade behind it is for pictures alone."""
    marks = window_title(chapter.title.in_language(room.language), box, setting)
    if chapter.picture is not None:
        return marks
    return tuple(mark for mark in marks if not isinstance(mark, Wash))


def _picture(room: Room, chapter: Chapter, box: Box) -> Marks:
    """The chapter's picture, filling its window."""
    if chapter.picture is None:
        return ()
    shape = "portrait" if room.page.is_portrait else "landscape"
    file = chapter.picture.for_case(room.theme.name, shape)
    return (Picture("picture", file, box, focus=(0.5, 0.72), radius=RADIUS),)


def _companion(room: Room, window: Window) -> Marks:
    """The chapter's title in the companion language, under its window."""
    title = window.chapter.title
    if not room.companion or not title.has(room.companion):
        return ()
    setting = room.setting(window.index)
    style = replace(setting.style("caption", room.companion), line=1.25)
    text = title.in_language(room.companion)
    box = window.box
    block = set_text(
        Copy(text, style, 0.85, is_balanced=True), box.width, style.size * 2.6, room.measure
    )
    return block.labels("companion", box.x, box.bottom + 30.0, setting.theme.quiet)
