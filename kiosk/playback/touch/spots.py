"""What can be touched on a slide itself: links and figures; and what a figure's note says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Pose
from kiosk.playback.events import OpenNote
from kiosk.playback.layers import Layers, dimmed, sheet_key
from kiosk.playback.order import visit_ids
from kiosk.playback.views.extents import common
from kiosk.playback.views.figures import Spot, figures_on
from kiosk.playback.views.links import Link, link_layers, link_targets, links_on
from kiosk.playback.views.note import Told, figure_layers, note_layers, told
from kiosk.playback.views.room import Target
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Point
    from kiosk.marks import Layer, Sheet
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.touch.exploring import Exploring
    from kiosk.playback.touch.pointing import Pointing
    from kiosk.playback.views.room import Room
    from kiosk.show.model import Slide

_RISE = 12.0  # how far a note rises when it opens


@dataclass(frozen=True, slots=True)
class Spots:
    """Finds and draws them; what it finds depends on its arguments alone."""

    layers: Layers
    pointing: Pointing
    exploring: Exploring
    memo: Memo

    def targets(self, state: State, view: View) -> tuple[Target, ...]:
        """What a touch on the slide of `view` may mean; on home and at night that is nothing.

        What lies under an open note cannot be touched.
        """
        slide = view.slide
        if slide is None:
            return ()
        room = self.layers.room_of(view)
        figures = self._figures(slide, view, room)
        links = link_targets(self._links(state, view), room, tuple(f.reach for f in figures))
        targets = (*(Target(f.key, f.reach, OpenNote(f.key)) for f in figures), *links)
        targets = (*self.exploring.targets(view), *targets)
        note = self._note(state, view)
        if note is None or state.note is None or state.note.share.end == 0.0:
            return targets
        return tuple(target for target in targets if common(target.box, note[1].box) is None)

    def drawn(self, state: State, view: View, now: float, pressed: str = "") -> tuple[Layer, ...]:
        """What shows on `view` that there is more to touch, in sight as far as the chrome is.

        pressed: the key of the target under a finger, or nothing.
        """
        opacity, slide = state.chrome.at(now), view.slide
        if opacity <= 0.0 or slide is None:
            return ()
        room = self.layers.room_of(view)
        links, figures = self._links(state, view), self._figures(slide, view, room)
        spots = self.memo.same(
            f"spots of {sheet_key(view.id, room)}", (links, figures, room, pressed, opacity),
            lambda: dimmed(
                room.layers_on_screen((
                    *figure_layers(figures, room, slide.chapter, pressed),
                    *link_layers(links, slide.chapter, room, pressed),
                )),
                opacity,
            ),
        )  # fmt: skip
        return (*spots, *self.exploring.drawn(state, view, now, pressed))

    def note(self, state: State, now: float) -> Sheet | None:
        """The note on a figure of the slide that is shown, as far as it is open."""
        view = state.view
        share = 0.0 if state.note is None else state.note.share.at(now)
        found = None if share <= 0.0 else self._note(state, view)
        if found is None or view.slide is None:
            return None
        room, chapter = self.layers.room_of(view), view.slide.chapter
        spot, note = found
        layers = self.memo.same(
            "note", (room, chapter, spot, note),
            lambda: room.layers_on_screen(note_layers(note, spot, room, chapter)),
        )  # fmt: skip
        rise = 0.0 if view.look.is_calm else (1 - share) * _RISE
        return self.memo.sheet("note", layers, Pose() if share >= 1.0 else Pose(share, 0.0, rise))

    def touched(self, state: State, view: View, at: Point) -> Target | None:
        """The mark of a chart, or the entry of a legend, that a touch at `at` means; else None."""
        if view.slide is None:
            return None
        point, note = self.layers.room_of(view).point_on_page(at), self._note(state, view)
        is_open = state.note is not None and state.note.share.end > 0.0
        if note is not None and is_open and note[1].box.holds(point):
            return None
        found = self.pointing.at(view, at)
        return None if found is None else found.target

    def _figures(self, slide: Slide, view: View, room: Room) -> tuple[Spot, ...]:
        """The figures of a slide of which more can be told; none in a chart shown in part."""
        laid, found = self.layers.lay(view.show, view.id, room, view.live), view.explored
        part = "" if found is None or found.is_whole else found.part
        return self.memo.same(
            f"figures of {sheet_key(view.id, room)}", (laid, room, part),
            lambda: figures_on(slide, tuple(p for p in laid.placed if p.key != part), room),
        )  # fmt: skip

    def _links(self, state: State, view: View) -> tuple[Link, ...]:
        """The links of a slide that lead to one that visitors can reach, and not to itself."""
        slide, room = view.slide, self.layers.room_of(view)
        if slide is None:
            return ()
        laid = self.layers.lay(view.show, view.id, room, view.live)
        figures = self._figures(slide, view, room)
        links = self.memo.same(
            f"links of {sheet_key(view.id, room)}", (laid, room, figures),
            lambda: links_on(slide, laid.placed, room, tuple(spot.reach for spot in figures)),
        )  # fmt: skip
        if not links:
            return ()
        ids = visit_ids(state)
        return tuple(link for link in links if link.slide in ids and link.slide != view.id)

    def _note(self, state: State, view: View) -> tuple[Spot, Told] | None:
        """The figure that a note is on, and the note; None where there is none."""
        slide, note = view.slide, state.note
        if slide is None or note is None:
            return None
        room = self.layers.room_of(view)
        figures = self._figures(slide, view, room)
        spot = next((spot for spot in figures if spot.key == note.figure), None)
        if spot is None and (touched := self.pointing.by_key(view, note.figure)) is not None:
            spot = touched.spot(room)
        if spot is None:
            return None
        laid = self.layers.lay(view.show, view.id, room, view.live)
        return self.memo.same(
            "told", (laid, room, spot),
            lambda: (spot, told(spot, room, slide.chapter, laid.placed)),
        )  # fmt: skip
