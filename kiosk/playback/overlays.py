"""What lies above the slides: strip, chrome, invitation and countdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Box, Pose
from kiosk.marks import Layer
from kiosk.playback.layers import Layers, between, dimmed, sheet_key
from kiosk.playback.machine import COUNTDOWN_S
from kiosk.playback.order import neighbour
from kiosk.playback.plans import way_back
from kiosk.playback.staff import wrong_with
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES, STRIP, still
from kiosk.playback.views.chrome import Place, chrome_layers, chrome_places
from kiosk.playback.views.countdown import countdown, stepped_back
from kiosk.playback.views.foot import FOOT, SHADE, below
from kiosk.playback.views.invitation import breath, invitation
from kiosk.playback.views.staff import Health, corners, staff_layers, staff_panel
from kiosk.playback.views.strip import RISE

if TYPE_CHECKING:
    from kiosk.geometry import Point
    from kiosk.marks import Sheet
    from kiosk.playback.adjusting import Adjusting
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.touch.spots import Spots
    from kiosk.playback.views.foot import Below

_REST = Pose()
_SOONER = 3.0  # so many times faster than the chrome comes, the invitation goes
_PAST_HOME = 0.6  # of a turn between a slide and home, during which there is no chrome


def place_of(state: State, view: View) -> Place:
    """Where a visitor of `view`, a slide, is in the show."""
    slide = view.show.slide(view.id)
    chapter = view.show.chapters[slide.chapter]
    ids = [s.id for s in chapter.pages]
    steps = [s.id for s in chapter.slides if s.root == slide.root and s.id not in state.broken]
    return Place(
        slide.chapter,
        (ids.index(slide.root) + 1) / len(ids),
        neighbour(state, view.id, -1) is not None,
        neighbour(state, view.id, 1) is not None,
        has_back=way_back(state, view) is not None,
        step=steps.index(view.id) if view.id in steps else 0,
        steps=len(steps),
    )


class Overlays:
    """Composes what lies above the slides."""

    def __init__(self, layers: Layers, spots: Spots, adjusting: Adjusting, memo: Memo) -> None:
        self._layers = layers
        self._spots = spots
        self._adjusting = adjusting
        self._memo = memo

    def sheets(self, state: State, now: float) -> tuple[Sheet, ...]:
        """Note, strip, chrome, panels and invitation, as far as they are in sight."""
        shade, chrome = self._chrome(state, now)
        found = (
            shade, self._spots.note(state, now), self._strip(state, now), chrome,
            self._adjusting.sheet(state, now), self._invitation(state, now),
            self._staff(state, now),
        )  # fmt: skip
        return tuple(sheet for sheet in found if sheet is not None)

    def stepped(self, state: State, now: float) -> tuple[Sheet, ...]:
        """The view on its way back or forward, with its chrome, and the countdown around it."""
        assert state.back is not None
        view, share = state.view, state.back.at(now)
        room = self._layers.room_of(view)
        key = f"{sheet_key(view.id, room)} back"
        since = state.counting_since
        left_s = COUNTDOWN_S if since is None else max(0.0, COUNTDOWN_S - (now - since))
        around = room.layers_on_screen(countdown(room, share, left_s, COUNTDOWN_S))
        pose = room.pose_on_screen(stepped_back(room, share))
        slide = self._layers.of(key, self._layers.laid(view), view.local_t(now))
        discs = self._spots.drawn(replace(state, chrome=still(1.0)), view, now)
        return (
            self._memo.sheet("ground", (), _REST, room.theme.ground),
            self._memo.sheet(
                key, (*slide, *discs, *self._chrome_of(state, view, "")), pose, room.theme.ground
            ),
            self._memo.sheet("countdown", self._memo.layers("countdown", around), _REST),
        )  # fmt: skip

    def is_corner(self, state: State, point: Point) -> bool:
        """Whether a finger that rests at `point` opens the panel for staff."""
        room = self._layers.room_of(state.current)
        return any(box.holds(point) for box in corners(room))

    def told_to_staff(self, state: State) -> Box | None:
        """Where the panel for staff lies on the screen; None where it is not open."""
        if not state.is_telling_staff:
            return None
        room, health = self._layers.room_of(state.current), health_of(state)
        return self._memo.same(
            "staff box", (room, health),
            lambda: room.box_on_screen(staff_panel(room, health).box),
        )  # fmt: skip

    def _staff(self, state: State, now: float) -> Sheet | None:
        """The panel for staff, as far as it is open."""
        share = 0.0 if state.staff.share is None else state.staff.share.at(now)
        if share <= 0.0:
            return None
        room, health = self._layers.room_of(state.current), health_of(state)
        layers = self._memo.same(
            "staff", (room, health), lambda: room.layers_on_screen(staff_layers(room, health))
        )
        rise = 0.0 if room.look.is_calm else (1 - share) * RISE
        return self._memo.sheet("staff", layers, _REST if share >= 1.0 else Pose(share, 0.0, rise))

    def _chrome(self, state: State, now: float) -> tuple[Sheet | None, Sheet | None]:
        """The chrome, and the shade below it; on a turn on its way from one view's to the other's.

        The shade is apart, as what is opened lies between the two.
        """
        opacity, turn = state.chrome.at(now), state.turn
        if opacity <= 0.0:
            return None, None
        finger = state.finger
        pressed = "" if finger is None or finger.grip is not None else finger.target
        if turn is None:
            layers = self._chrome_of(state, state.view, pressed)
        elif turn.plan.returns:
            layers = self._chrome_of(state, turn.plan.to, pressed)
        else:
            layers = between(
                self._chrome_of(state, state.view, pressed),
                self._chrome_of(state, turn.plan.to, pressed),
                _share_of(state.view, turn.plan.to, turn.share.at(now)),
            )
        layers = self._memo.layers("chrome", dimmed(layers, opacity))
        shade = tuple(layer for layer in layers if layer.key == SHADE and layer.marks)
        rest = tuple(layer for layer in layers if layer.key != SHADE)
        return (
            self._memo.sheet("foot", shade, _REST) if shade else None,
            self._memo.sheet("chrome", rest, _REST),
        )

    def _chrome_of(self, state: State, view: View, pressed: str) -> tuple[Layer, ...]:
        """The settled chrome of a view; home and the night have none."""
        if view.id in NO_SLIDES:
            return ()
        room, place = self._layers.room_of(view), place_of(state, view)
        at = chrome_places(room)
        picture = self._below(view, at.previous.x, at.next.right)
        place = replace(place, picture=picture)
        return self._memo.same(
            f"chrome of {sheet_key(view.id, room)}",
            (room, place, pressed),
            lambda: room.layers_on_screen(chrome_layers(room, place, pressed)),
        )

    def _strip(self, state: State, now: float) -> Sheet | None:
        """The strip, as far as it is open."""
        strip, view = state.strip, state.current
        share = 0.0 if strip is None else strip.share.at(now)
        if strip is None or share <= 0.0 or view.id in NO_SLIDES:
            return None
        room = self._layers.room_of(view)
        if strip.chapter >= len(room.show.chapters):
            return None
        pressed = "" if state.finger is None else state.finger.target
        root = view.show.slide(view.id).root
        are_ready = state.entry_of(replace(view.wanted, slide=STRIP)) is not None
        layers = self._memo.same(
            "strip of", (room, strip.chapter, root, pressed, are_ready),
            lambda: self._layers.strip(room, strip.chapter, root, pressed, are_ready=are_ready),
        )  # fmt: skip
        rise = 0.0 if view.look.is_calm else (1 - share) * RISE
        pose = _REST if share >= 1.0 else Pose(min(1.0, 2 * share), 0.0, rise)
        return self._memo.sheet("strip", self._memo.layers("strip", layers), pose)

    def _invitation(self, state: State, now: float) -> Sheet | None:
        """The invitation of the attract loop; it goes out as the chrome comes on."""
        opacity, turn, view = 1.0 - _SOONER * state.chrome.at(now), state.turn, state.view
        opacity *= _by_day(state, now)
        if opacity <= 0.0 or not state.options.invites:
            return None
        breathing = 1.0 if view.look.is_calm else breath(view.local_t(now))
        if turn is not None:
            share = turn.share.at(now)
            to = turn.plan.to
            breathing += ((1.0 if to.look.is_calm else breath(to.local_t(now))) - breathing) * share
            opacity *= share if turn.plan.returns else 1.0
            view = turn.plan.to if share > 0.5 or turn.plan.returns else view
            if view.id == NIGHT:
                view = state.view if turn.plan.to.id == NIGHT else turn.plan.to
        room = self._layers.room_of(view)
        middle, side = room.page.width / 2, room.page.width - room.margin
        spans = (room.margin, middle) if room.page.is_portrait else (middle, side)
        picture = self._below(view, *spans)
        found = self._memo.same(
            "invitation of", (room, picture),
            lambda: room.layers_on_screen(invitation(room, picture)),
        )  # fmt: skip
        layers = tuple(
            layer
            for one in found
            for layer in dimmed((one,), opacity * (1.0 if one.key == SHADE else breathing))
        )
        return self._memo.sheet("invitation", self._memo.layers("invitation", layers), _REST)

    def _below(self, view: View, left: float, right: float) -> Below | None:
        """The picture of the settled view between two x of its page, where the chrome begins."""
        room = self._layers.room_of(view)
        y = room.page.height - FOOT - room.target_side / 2
        spots = (Box(x, y, 0.0, 0.0) for x in (left, (left + right) / 2, right))
        picture = None if view.id in NO_SLIDES else view.show.slide(view.id).parts.picture
        theme = room.theme
        if isinstance(picture, PictureElement):
            theme = picture.theme_on(room.setting())
        places = tuple(room.box_on_screen(spot).centre for spot in spots)
        laid = self._layers.laid(view)
        return self._memo.same(
            f"below {sheet_key(view.id, room)} {left:.0f}",
            (laid, places, theme),
            lambda: below([m for part in laid.placed for m in part.scene.full], places, theme),
        )


def health_of(state: State) -> Health:
    """How the show is that plays, for staff."""
    edited = state.staff.edited
    held_back = None if edited is None or edited.is_shown else edited.at
    return Health(wrong_with(state), state.staff.came, held_back)


def _by_day(state: State, now: float) -> float:
    """How much of what is shown is not the night, 0 to 1."""
    turn = state.turn
    if turn is None:
        return 0.0 if state.view.id == NIGHT else 1.0
    share = turn.share.at(now)
    if turn.plan.to.id == NIGHT:
        return 0.0 if turn.plan.returns else 1.0 - share
    return share if state.view.id == NIGHT else 1.0


def _share_of(view: View, to: View, share: float) -> float:
    """The chrome's share of a turn; where it would lie over the home view's windows, it waits.

    In a calm look it does not travel to where it is within reach.
    """
    if to.look.is_calm and view.look.is_low != to.look.is_low:
        return float(share >= 0.5)
    if view.id == HOME:
        return max(0.0, (share - _PAST_HOME) / (1 - _PAST_HOME))
    return min(1.0, share / (1 - _PAST_HOME)) if to.id == HOME else share
