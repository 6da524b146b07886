"""The charts of a slide that can be explored: where they lie, and the signs that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.playback.layers import dimmed, sheet_key
from kiosk.playback.touch.stretches import stretch_of
from kiosk.playback.views.charts.sign import Sign, sign_layer, sign_of, sign_target
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.geometry import Box
    from kiosk.marks import Layer
    from kiosk.motion.exploring import Explorable
    from kiosk.playback.layers import Layers
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.views.room import Room, Target


@dataclass(frozen=True, slots=True)
class Pane:
    """A chart that can be explored, as it lies on the screen's page.

    slide, part: where it stands. box: of its places. least: the least stretch; start, end: the one
    that is shown; all shares of the whole.
    """

    slide: str
    part: str
    box: Box
    least: float
    start: float
    end: float

    @property
    def span(self) -> float:
        """How much is shown."""
        return self.end - self.start

    @property
    def is_whole(self) -> bool:
        """Whether all is shown."""
        return self.start <= 0.0 and self.end >= 1.0


@dataclass(frozen=True, slots=True)
class Exploring:
    """Finds and draws them; what it finds depends on its arguments alone."""

    layers: Layers
    memo: Memo

    def panes(self, state: State, now: float) -> tuple[Pane, ...]:
        """The charts that a finger may take hold of at `now`; none while anything lies above."""
        view = state.view
        is_covered = state.strip is not None or state.access is not None or state.staff.share
        if state.is_waiting or state.turn or state.back or state.counting_since or is_covered:
            return ()
        room = self.layers.room_of(view)
        return tuple(
            Pane(
                view.id, part, room.box_on_screen(shows.room), shows.least,
                *stretch_of(view, part, now),
            )
            for part, shows in self._shown(view, room)
        )  # fmt: skip

    def targets(self, view: View) -> tuple[Target, ...]:
        """The signs, on the page of their room."""
        room = self.layers.room_of(view)
        return tuple(sign_target(sign, room) for sign in self._signs(view, room))

    def drawn(self, state: State, view: View, now: float, pressed: str = "") -> tuple[Layer, ...]:
        """The signs of `view`, in sight as far as the chrome is. pressed: a target's key."""
        opacity, slide = state.chrome.at(now), view.slide
        if opacity <= 0.0 or slide is None:
            return ()
        room = self.layers.room_of(view)
        signs = self._signs(view, room)
        return self.memo.same(
            f"signs of {sheet_key(view.id, room)}", (signs, room, pressed, opacity),
            lambda: dimmed(
                room.layers_on_screen(
                    tuple(sign_layer(sign, room, slide.chapter, pressed) for sign in signs)
                ),
                opacity,
            ),
        )  # fmt: skip

    def _signs(self, view: View, room: Room) -> tuple[Sign, ...]:
        """The signs of the slide's charts, which say what is shown at last."""
        found = view.explored
        return tuple(
            sign_of(part, shows, stretch_of(view, part, found.start.ends if found else 0.0), room)
            for part, shows in self._shown(view, room)
        )

    def _shown(self, view: View, room: Room) -> Iterator[tuple[str, Explorable]]:
        """The charts of the view's slide that show stretches, by their keys."""
        if view.slide is None:
            return
        for part in self.layers.lay(view.show, view.id, room, view.live).placed:
            if part.scene.explorable is not None:
                yield part.key, part.scene.explorable
