"""The home view: one window a chapter, behind which the chapter lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Size
from kiosk.marks import Label, Layer, Marks, Picture, Shape
from kiosk.playback.events import OpenAccess, OpenChapter, SwitchLanguage
from kiosk.playback.views.buttons import ACCESS_ICON, disc, pill
from kiosk.playback.views.chrome import BESIDE, CENTRE, language_pill
from kiosk.playback.views.outlines import rounded
from kiosk.playback.views.reach import FREE
from kiosk.playback.views.room import SLACK, Room, Target
from kiosk.playback.views.window_title import narrowest_window, window_head
from kiosk.playback.views.windows import BAR_ALONE, BELOW, windows
from kiosk.playback.views.words import CHOOSE_WINDOW
from kiosk.theme import is_chinese
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.paragraphs import Copy, set_text
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.show.model import Chapter

RADIUS = 6.0
BAR_BELOW, BAR = 14.0, 6.0
PROMPT = 30.0  # logical units an em
_HEAD = 104.0  # the middle of the title's line on a landscape page
_APART = 32.0  # the title and the prompt in one line
_CLEAR_OF_NEXT = 16.0  # that a title below a window ends before the window does


@dataclass(frozen=True, slots=True)
class Window:
    """A chapter's window. index: of the chapter, from 0. box: of the picture."""

    index: int
    chapter: Chapter
    box: Box


@dataclass(frozen=True, slots=True)
class HomePlaces:
    """Where the parts of the home view lie.

    says: what is written in the language's pill. free: room for the prompt after the last window;
    without it the prompt stands in the line of the buttons.
    """

    windows: tuple[Window, ...]
    access: Box
    language: Box | None
    says: str
    free: Box | None


def home_places(room: Room) -> HomePlaces:
    """The windows of the chapters that have something to show, and the buttons.

    On a screen that is hung too high or too low, they lie where those who sit can touch them.
    """
    band, page, show = room.band, room.page, room.show
    if band is not None:
        page = Size(page.width, min(page.height, band.bottom + FREE))
    is_high = band is not None and band.top > _HEAD - room.target_side / 2 - SLACK
    shown = [
        (i, chapter)
        for i, chapter in enumerate(show.chapters)
        if any(not slide.is_hidden for slide in chapter.slides)
    ]
    titles = [chapter.title.in_language(room.language) for _, chapter in shown]
    laid = windows(
        page, room.margin, len(shown), has_foot=is_high,
        narrowest=narrowest_window(titles, room.setting()), below=_below(room),
    )  # fmt: skip
    found = tuple(
        Window(i, chapter, box) for (i, chapter), box in zip(shown, laid.boxes, strict=True)
    )
    side, has_pill = room.target_side, len(show.languages) > 1
    free = page.width / 2 if laid.free is None else laid.free.width - BESIDE - side
    says, width = language_pill(room, free)
    right = page.width - room.margin
    y = page.height - CENTRE if page.is_portrait or is_high else _HEAD
    pill_box = Box(right - width, y - side / 2, width, side)
    access = Box(pill_box.x - BESIDE - side if has_pill else right - side, pill_box.y, side, side)
    if laid.free is not None:
        pill_box = Box(laid.free.x, laid.free.bottom - side, width, side)
        x = pill_box.right + BESIDE if has_pill else laid.free.x
        access = Box(x, pill_box.y, side, side)
    return HomePlaces(found, access, pill_box if has_pill else None, says, laid.free)


def home_layers(room: Room, pressed: str) -> tuple[Layer, ...]:
    """The home view as marks. pressed: the key of the target under a finger, or nothing."""
    at = home_places(room)
    prompt = _prompt(room, at)
    layers = [Layer("title", _title(room, _free_beside(prompt, room))), Layer("prompt", prompt)]
    for window in at.windows:
        key = f"window-{window.index}"
        marks = _window(room, window, is_pressed=pressed == key)
        layers.append(Layer(key, marks))
    is_pressed = pressed == "access"
    button = disc("access", at.access, ACCESS_ICON, room.setting(), is_pressed=is_pressed)
    layers.append(Layer("access", button))
    if at.language is not None:
        is_pressed = pressed == "language"
        marks = pill("language", at.language, at.says, room.setting(), is_pressed=is_pressed)
        layers.append(Layer("language", marks))
    return tuple(layers)


def home_targets(room: Room) -> tuple[Target, ...]:
    """Each window with the title below it, and the buttons."""
    at = home_places(room)
    targets = []
    for window in at.windows:
        box = window.box
        reach = Box(box.x, box.y, box.width, box.height + 0.8 * _below(room))
        action = OpenChapter(window.index, box)
        targets.append(Target(f"window-{window.index}", reach, action))
    return (*targets, *home_buttons(room))


def home_buttons(room: Room) -> tuple[Target, ...]:
    """What can be touched besides the windows."""
    at = home_places(room)
    targets = [Target("access", at.access.grown(SLACK), OpenAccess(), is_round=True)]
    if at.language is not None:
        pill_box = at.language.grown(SLACK)
        targets.append(Target("language", pill_box, SwitchLanguage(), is_round=True))
    return tuple(targets)


def _below(room: Room) -> float:
    """The room under a window: for the companion's title too, unless type is large."""
    return BAR_ALONE if room.setting().repeats_less else BELOW


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
    copy = Copy(title, style, 0.6, setting.smallest)
    block = set_text(copy, free - room.margin, style.size * 1.2, room.measure)
    y = baseline(style, top)
    text = block.lines[0] if block.lines else ""
    labels = [Label("title", text, room.margin, y, block.style, setting.theme.text)]
    if room.companion and room.show.title.has(room.companion):
        other = replace(setting.style("subtitle", room.companion), size=setting.grown(beside))
        x = room.margin + block.width + 0.6 * size
        text = room.show.title.in_language(room.companion)
        if x + room.measure.advance(text, other) <= free:
            labels.append(Label("companion", text, x, y - 5, other, setting.theme.quiet))
    return tuple(labels)


def _prompt(room: Room, at: HomePlaces) -> Marks:
    """The line that says what to do here: beside the buttons, or above them."""
    setting = room.setting()
    style = replace(setting.style("label"), size=setting.grown(PROMPT))
    quiet = setting.theme.quiet
    if at.free is not None:
        return _prompt_in(room, at.free, at.access.y - 36.0)
    text = CHOOSE_WINDOW.in_language(room.language).replace("\n", _space(room.language))
    y = at.access.centre.y + 0.38 * style.size
    if at.access.centre.y > room.page.height / 2:
        return (Label("prompt", text, room.margin, y, style, quiet),)
    return (Label("prompt", text, at.access.x - _APART, y, style, quiet, "right"),)


def _prompt_in(room: Room, box: Box, foot: float) -> Marks:
    """The same in both languages, in lines in `box` that end at `foot`."""
    setting = room.setting()
    style = replace(setting.style("label"), size=setting.grown(34.0), line=1.5)
    other = replace(setting.style("label", room.companion), size=28.0, line=1.5)
    said = [("prompt", room.language, style)]
    if not setting.repeats_less:
        said.append(("prompt-companion", room.companion, other))
    marks: Marks = ()
    for key, language, look in reversed(said):
        if language:
            copy = Copy(CHOOSE_WINDOW.in_language(language), look, smallest=setting.smallest)
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
    title, centre = chapter.title.in_language(room.language), box.centre
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
        *window_head(window.index, title, box, setting, has_picture=chapter.picture is not None),
        Shape("bar", bar, centre.x, box.bottom + BAR_BELOW + BAR / 2, fill=setting.accent),
        *_companion(room, window),
        *pressed,
    )  # fmt: skip


def _picture(room: Room, chapter: Chapter, box: Box) -> Marks:
    """The chapter's picture, filling its window."""
    if chapter.picture is None:
        return ()
    shape = "portrait" if room.page.is_portrait else "landscape"
    file = chapter.picture.for_case(room.theme.name, shape)
    edition = chapter.picture.edition_of(file)
    return (Picture("picture", file, box, focus=(0.5, 0.72), radius=RADIUS, edition=edition),)


def _companion(room: Room, window: Window) -> Marks:
    """The chapter's title in the companion language, under its window; not where type is large."""
    title, setting = window.chapter.title, room.setting(window.index)
    if not room.companion or not title.has(room.companion) or setting.repeats_less:
        return ()
    style = replace(setting.style("caption", room.companion), line=1.25)
    text = title.in_language(room.companion)
    box = window.box
    width = box.width - _CLEAR_OF_NEXT
    block = set_text(
        Copy(text, style, 0.85, is_balanced=True), width, style.size * 2.6, room.measure
    )
    return block.labels("companion", box.x, box.bottom + 30.0, setting.theme.quiet)
