"""The panel of what a visitor may adjust, as it lies above what is shown, and what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Pose
from kiosk.playback.access import wishes
from kiosk.playback.layers import between
from kiosk.playback.plans import default_look
from kiosk.playback.state import HOME, NIGHT
from kiosk.playback.views.access import button_of, panel_layers, panel_targets
from kiosk.playback.views.strip import RISE

if TYPE_CHECKING:
    from kiosk.marks import Layer, Sheet
    from kiosk.playback.events import Wish
    from kiosk.playback.layers import Layers
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.views.room import Room, Target


class Adjusting:
    """Composes the panel."""

    def __init__(self, layers: Layers, memo: Memo) -> None:
        self._layers = layers
        self._memo = memo

    def sheet(self, state: State, now: float) -> Sheet | None:
        """The panel as far as it is open, on the way to another look with what lies below it."""
        share = 0.0 if state.access is None else state.access.at(now)
        view, turn = state.current, state.turn
        if share <= 0.0 or view.id == NIGHT:
            return None
        layers = self._of(state, view)
        if turn is not None and turn.plan.to is view and state.view.id == view.id:
            layers = between(self._of(state, state.view), layers, turn.share.at(now))
        kept = self._memo.layers("access", layers)
        pose = Pose(min(1.0, 2 * share), 0.0, 0.0 if view.look.is_calm else (1 - share) * RISE)
        return self._memo.sheet("access", kept, Pose() if share >= 1.0 else pose)

    def targets(self, state: State) -> tuple[Target, ...]:
        """The rows of the panel where it is open."""
        view = state.current
        if not state.is_adjusting or view.id == NIGHT:
            return ()
        room = self._layers.room_of(view)
        button = button_of(room, is_home=view.id == HOME)
        return panel_targets(room, button, offered(state, room))

    def _of(self, state: State, view: View) -> tuple[Layer, ...]:
        """The panel over `view`, with the switches as they are wished."""
        room, slide = self._layers.room_of(view), view.slide
        pressed = "" if state.finger is None else state.finger.target
        chapter = 0 if slide is None else slide.chapter
        wished, look = offered(state, room), state.heading.look
        button = button_of(room, is_home=view.id == HOME)
        return self._memo.same(
            f"access of {view.look.name}", (room, chapter, button, wished, look, pressed),
            lambda: room.layers_on_screen(
                panel_layers(room, chapter, button, wished, look, pressed)
            ),
        )  # fmt: skip


def offered(state: State, room: Room) -> tuple[Wish, ...]:
    """What can be adjusted on the page of `room`."""
    can_reach = room.reach is not None or room.band is not None
    every = wishes(state.show, default_look(state))
    return tuple(wish for wish in every if wish != "low" or can_reach)
