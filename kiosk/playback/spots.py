"""What can be touched on a slide itself, where it lies and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.marks import Layer
from kiosk.motion.blend import faded
from kiosk.playback.layers import Layers, sheet_key
from kiosk.playback.order import visit_ids
from kiosk.playback.views.links import Link, link_layers, link_targets, links_on

if TYPE_CHECKING:
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.views.room import Target


@dataclass(frozen=True, slots=True)
class Spots:
    """Finds and draws them; what it finds depends on its arguments alone."""

    layers: Layers
    memo: Memo

    def targets(self, state: State, view: View) -> tuple[Target, ...]:
        """What a touch on the slide of `view` may mean; on home and at night that is nothing."""
        if view.slide is None:
            return ()
        room = self.layers.room_of(view)
        return link_targets(self._links(state, view), room, ())

    def drawn(self, state: State, view: View, now: float, pressed: str = "") -> tuple[Layer, ...]:
        """The discs of the links of `view`, in sight as far as the chrome is.

        pressed: the key of the target under a finger, or nothing.
        """
        opacity = state.chrome.at(now)
        if opacity <= 0.0 or view.slide is None:
            return ()
        links = self._links(state, view)
        if not links:
            return ()
        room, chapter = self.layers.room_of(view), view.slide.chapter
        return self.memo.same(
            f"discs of {sheet_key(view.id, room)}", (links, room, pressed, opacity),
            lambda: tuple(
                Layer(layer.key, tuple(faded(mark, opacity) for mark in layer.marks))
                for layer in room.layers_on_screen(
                    tuple(link_layers(links, chapter, room, pressed))
                )
            ),
        )  # fmt: skip

    def _links(self, state: State, view: View) -> tuple[Link, ...]:
        """The links of a slide that lead to one that visitors can reach, and not to itself."""
        slide, room = view.slide, self.layers.room_of(view)
        if slide is None:
            return ()
        laid = self.layers.lay(view.show, view.id, room)
        links = self.memo.same(
            f"links of {sheet_key(view.id, room)}", (laid, room),
            lambda: links_on(slide, laid.placed, room),
        )  # fmt: skip
        ids = visit_ids(state)
        return tuple(link for link in links if link.slide in ids and link.slide != view.id)
