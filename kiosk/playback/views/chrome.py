"""The chrome of a visit: home, back, previous, one dash a chapter, next, access, language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.legibility import strength_for, toned
from kiosk.geometry import Box
from kiosk.limits import MEANING_CONTRAST
from kiosk.marks import Layer, Marks, Shape
from kiosk.playback.events import (
    GoBack,
    GoHome,
    Next,
    OpenAccess,
    OpenStrip,
    Previous,
    SwitchLanguage,
)
from kiosk.playback.plans import next_language
from kiosk.playback.views.buttons import (
    ACCESS_ICON,
    BACK_ICON,
    HOME_ICON,
    NEXT_ICON,
    PREVIOUS_ICON,
    disc,
    pill,
    pill_width,
)
from kiosk.playback.views.foot import FOOT, SHADE, foot_shade
from kiosk.playback.views.outlines import level
from kiosk.playback.views.room import LEAST_MM, SLACK, Room, Target
from kiosk.playback.views.steps import step_dots
from kiosk.playback.views.words import language_name, language_sign
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.views.foot import Below
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

CENTRE = FOOT
GAP = 10.0  # between dashes
DISC_GAP = 32.0  # between the dashes and the discs beside them
BESIDE = 24.0  # between buttons that belong together
_AROUND_SIGN, _AROUND_LARGE_SIGN = 20.0, 40.0  # the room for a language's sign in its button
DASH, FILL = 4.0, 6.0  # thickness
QUIET, PAST = 0.35, 0.8  # opacities: of a button that leads nowhere, of a dash that is past
_COMING_ON_PICTURE = 0.65  # of a dash that is not past; on the ground it is a quieter colour


@dataclass(frozen=True, slots=True)
class Place:
    """Where a visitor is. chapter: from 0; share: of its slides, up to and with this one.

    picture: that the dashes lie over; None on the ground. has_back: whether a link led there.
    step: of so many steps of the slide, from 0.
    """

    chapter: int
    share: float
    has_previous: bool
    has_next: bool
    picture: Below | None = None
    has_back: bool = False
    step: int = 0
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Chrome:
    """The outlines of the chrome's parts.

    dashes: one box for each of `chapters`, which have a slide to show; as thick as a fill. says:
    what is written in the language's pill, which a show of one language does not have.
    """

    home: Box
    back: Box
    previous: Box
    chapters: tuple[int, ...]
    dashes: tuple[Box, ...]
    next: Box
    access: Box
    language: Box | None
    says: str


def chrome_places(room: Room) -> Chrome:
    """Where the chrome's parts lie."""
    page, side, y = room.page, room.target_side, room.page.height - CENTRE
    chapters = tuple(
        index
        for index, chapter in enumerate(room.show.chapters)
        if any(not slide.is_hidden for slide in chapter.slides)
    )
    count = len(chapters)
    ends = side + BESIDE + max(side, language_pill(room, 0.0)[1])
    taken = 2 * (room.margin + ends + 2 * SLACK + side + DISC_GAP)
    pitch = max(LEAST_MM * room.px_per_mm, (40.0 if page.is_portrait else 52.0) + GAP)
    pitch = min(pitch, (page.width - taken) / max(1, count))
    total = max(0.0, count * pitch - GAP)
    left = (page.width - total) / 2
    dashes = tuple(
        Box(left + i * pitch, y - FILL / 2, max(1.0, pitch - GAP), FILL) for i in range(count)
    )
    right = left + total + DISC_GAP + side
    says, width = language_pill(room, page.width - room.margin - right - 4 * SLACK - side)
    has_pill = len(room.show.languages) > 1
    pill_box = Box(page.width - room.margin - width, y - side / 2, width, side)
    beside = Box(
        pill_box.x - BESIDE - side if has_pill else pill_box.right - side, pill_box.y, side, side
    )
    return Chrome(
        home=Box(room.margin, y - side / 2, side, side),
        back=Box(room.margin + side + BESIDE, y - side / 2, side, side),
        previous=Box(left - DISC_GAP - side, y - side / 2, side, side),
        chapters=chapters,
        dashes=dashes,
        next=Box(left + total + DISC_GAP, y - side / 2, side, side),
        access=_in_reach(room, beside, pill_box),
        language=pill_box if has_pill else None,
        says=says,
    )


def language_pill(room: Room, free: float) -> tuple[str, float]:
    """What is written in the pill that leads to the next language, and how wide it is.

    That is the language's own name, or a sign for it where the name needs more than `free`.
    """
    setting, language = room.setting(), next_language(room.show, room.language)
    name, sign = language_name(language), language_sign(language)
    width = max(room.target_side, pill_width(name, setting))
    if width <= free:
        return name, width
    around = _AROUND_LARGE_SIGN if setting.repeats_less else _AROUND_SIGN
    return sign, pill_width(sign, setting, room.target_side, around)


def _in_reach(room: Room, access: Box, pill_box: Box) -> Box:
    """The access button where those who sit can touch it: above the pill on a very low screen."""
    band = room.band
    lowest = room.page.height if band is None else band.bottom - SLACK
    if access.bottom <= lowest:
        return access
    foot = min(lowest, pill_box.y - 2 * SLACK)
    return Box(pill_box.right - access.width, foot - access.height, access.width, access.height)


def chrome_layers(room: Room, place: Place, pressed: str) -> tuple[Layer, ...]:
    """The chrome as marks. pressed: the key of the target under a finger, or nothing."""
    at, setting = chrome_places(room), room.setting(place.chapter)

    def button(key: str, box: Box, icon: str) -> Marks:
        return disc(key, box, icon, setting, is_pressed=pressed == key)

    previous = button("previous", at.previous, PREVIOUS_ICON)
    following = button("next", at.next, NEXT_ICON)
    inks = _Inks.of(setting, place.picture)
    shade = foot_shade(room, place.picture, inks.shade) if place.picture else ()
    layers = [
        *((Layer(SHADE, shade),) if shade else ()),
        Layer("home", button("home", at.home, HOME_ICON)),
        *((Layer("back", button("back", at.back, BACK_ICON)),) if place.has_back else ()),
        Layer("previous", previous if place.has_previous else _quiet(previous)),
        Layer("dashes", _dashes(at, place, pressed, inks)),
        Layer("next", following if place.has_next else _quiet(following)),
        Layer("access", button("access", at.access, ACCESS_ICON)),
    ]
    if at.language is not None:
        is_pressed = pressed == "language"
        marks = pill("language", at.language, at.says, setting, is_pressed=is_pressed)
        layers.append(Layer("language", marks))
    return tuple(layers)


def chrome_targets(room: Room, place: Place) -> tuple[Target, ...]:
    """What can be touched: each outline and 12 units around it; the dashes fill their pitch."""
    at = chrome_places(room)
    targets = [Target("home", at.home.grown(SLACK), GoHome(), is_round=True)]
    if place.has_back:
        targets.append(Target("back", at.back.grown(SLACK), GoBack(), is_round=True))
    if place.has_previous:
        targets.append(Target("previous", at.previous.grown(SLACK), Previous(), is_round=True))
    height = room.target_side + 2 * SLACK
    for chapter, dash in zip(at.chapters, at.dashes, strict=True):
        y = dash.centre.y - height / 2
        box = Box(dash.x - GAP / 2, y, dash.width + GAP, height)
        targets.append(Target(f"dash-{chapter}", box, OpenStrip(chapter)))
    if place.has_next:
        targets.append(Target("next", at.next.grown(SLACK), Next(), is_round=True))
    targets.append(Target("access", at.access.grown(SLACK), OpenAccess(), is_round=True))
    if at.language is not None:
        pill_box = at.language.grown(SLACK)
        targets.append(Target("language", pill_box, SwitchLanguage(), is_round=True))
    return tuple(targets)


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of dashes: what is past, what is coming, how far one is; 3:1 on any picture.

    shade: how strong the shade below them has to be, where they lie on a picture.
    """

    past: Colour
    coming: Colour
    accent: Colour
    shade: float = 0.0

    @classmethod
    def of(cls, setting: Setting, picture: Below | None) -> _Inks:
        """Those on the ground, or on a picture."""
        if picture is None:
            theme = setting.theme
            return cls(theme.quiet.faded(PAST), theme.line, setting.accent)
        theme, needed = picture.theme, MEANING_CONTRAST.value
        coming = theme.on_picture_quiet.faded(_COMING_ON_PICTURE)
        strength = strength_for(coming, theme.scrim, needed)
        accent = toned(setting.accent, theme.on_picture, theme.scrim, strength, needed)
        return cls(theme.on_picture_quiet, coming, accent, strength)


def _dashes(at: Chrome, place: Place, pressed: str, inks: _Inks) -> Marks:
    """One dash a chapter; the fill of the current one is the place within the chapter.

    Below that one is a dot for each step of the slide.
    """
    marks = []
    for chapter, box in zip(at.chapters, at.dashes, strict=True):
        is_current, is_pressed = chapter == place.chapter, pressed == f"dash-{chapter}"
        colour = inks.past if chapter < place.chapter else inks.coming
        thick = FILL if is_pressed else DASH
        shown = inks.accent if is_pressed else colour
        marks.append(_line(f"dash-{chapter}", box, shown, thick, 1.0))
        share = place.share if is_current else 0.0
        fill = _line(f"fill-{chapter}", box, inks.accent, FILL, share)
        if is_current:
            room = min(box.centre.x - at.previous.right, at.next.x - box.centre.x)
            dots = step_dots(box, place.step, place.steps, room, inks.accent, inks.past)
            marks += [fill, *dots]
    return tuple(marks)


def _line(key: str, box: Box, colour: Colour, thick: float, trim: float) -> Shape:
    """A level line with round ends, all of it in `box`; trim: the share that is drawn."""
    return Shape(
        key, level(max(0.1, box.width - thick)), box.x + thick / 2, box.centre.y, stroke=colour,
        width=thick, trim=trim, round_ends=True,
    )  # fmt: skip


def _quiet(marks: Marks) -> Marks:
    """A button that leads nowhere: its outline alone, as a faint disc would be a grey blot."""
    quiet = [replace(mark, opacity=QUIET) for mark in marks]
    return tuple(
        replace(mark, fill=None) if isinstance(mark, Shape) and mark.stroke else mark
        for mark in quiet
    )
