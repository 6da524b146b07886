"""Which mark of a chart a finger or a key means, and how that shows on the slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.playback.events import OpenNote
from kiosk.playback.layers import sheet_key
from kiosk.playback.live import filled
from kiosk.playback.views.charts.marker import marker_layer
from kiosk.playback.views.charts.readable import along, readable_on, touched_at, touched_by
from kiosk.playback.views.charts.strides import first_row, next_row
from kiosk.playback.views.charts.touched import CHART, TOUCHED, standing_out
from kiosk.playback.views.extents import common
from kiosk.playback.views.links import free_page
from kiosk.playback.views.room import Target
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Point
    from kiosk.marks import Sheet
    from kiosk.playback.layers import Layers
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import State, View
    from kiosk.playback.views.charts.readable import Readable
    from kiosk.playback.views.charts.strides import Way
    from kiosk.playback.views.charts.touched import Touched


_AROUND = 12.0  # a chart that keys come to


@dataclass(frozen=True, slots=True)
class Pointing:
    """Finds and shows it; what it finds depends on its arguments alone."""

    layers: Layers
    memo: Memo

    def at(self, view: View, at: Point) -> Touched | None:
        """The mark, the value along a line or the series that a touch at `at` means; else None."""
        room = self.layers.room_of(view)
        return touched_at(self._charts(view), room, room.point_on_page(at))

    def along(self, view: View, key: str, at: Point) -> Touched | None:
        """The value next to a finger at `at` that goes along the lines of the chart of `key`."""
        room, charts = self.layers.room_of(view), self._charts(view)
        parts = [one.part for one in charts if key.startswith(f"{TOUCHED}{one.part}-")]
        chart = _called(charts, max(parts, key=len, default=""))
        return None if chart is None else along(chart, room, room.point_on_page(at))

    def by_key(self, view: View, key: str) -> Touched | None:
        """What was touched, by its key."""
        if not key.startswith(TOUCHED):
            return None
        room, charts = self.layers.room_of(view), self._charts(view)
        return self.memo.same(
            f"touched {sheet_key(view.id, room)}", (charts, room, key),
            lambda: touched_by(charts, room, key),
        )  # fmt: skip

    def stops(self, state: State, view: View) -> tuple[Target, ...]:
        """The charts that keys go into, and the mark that they are on in one of them."""
        room = self.layers.room_of(view)
        stops: list[Target] = []
        for chart in self._charts(view):
            whole = chart.box(room)
            box = None if whole is None else common(whole.grown(_AROUND), free_page(room))
            first = touched_by((chart,), room, f"{TOUCHED}{chart.part}-{first_row(chart, 1)}")
            if box is not None and first is not None:
                key = f"{CHART}{chart.part}"
                stops.append(Target(key, box, OpenNote(first.key), role="chart"))
        focused = self.by_key(view, state.focus[-1]) if state.focus else None
        return (*stops, *([] if focused is None else [focused.target]))

    def beside(self, view: View, focus: Target, way: Way) -> Target | None:
        """The mark that an arrow leads to from a chart, or from a mark or series in it."""
        room, charts = self.layers.room_of(view), self._charts(view)
        part = (focus.inside or focus.key).removeprefix(CHART)
        chart = _called(charts, part)
        if chart is None:
            return None
        begins = f"{TOUCHED}{part}-"
        row = next_row(chart, focus.key.removeprefix(begins), way) if focus.inside else ""
        row = row or first_row(chart, way[0] + way[1])
        found = touched_by((chart,), room, f"{begins}{row}")
        return None if found is None else found.target

    def shown(self, state: State, view: View, sheet: Sheet, now: float) -> Sheet:
        """The sheet of `view` with what is under a finger, or told, marked on its line.

        While it is told, all of its chart is quiet but that.
        """
        note, room = state.note, self.layers.room_of(view)
        share = 0.0 if note is None else note.share.at(now)
        told = None if note is None or share <= 0.0 else self.by_key(view, note.figure)
        finger = state.finger
        pressed = None if finger is None else self.by_key(view, finger.target)
        if pressed is not None and (pressed.stand is None or told is not None):
            pressed = None
        if told is None and pressed is None:
            return sheet
        return self.memo.same(
            f"standing out {sheet_key(view.id, room)}", (sheet, told, pressed, share),
            lambda: self._marked(view, sheet, told, pressed, share),
        )  # fmt: skip

    def _marked(
        self, view: View, sheet: Sheet, told: Touched | None, pressed: Touched | None, share: float
    ) -> Sheet:
        """The sheet with what is told, as far as `share`, and what is pressed."""
        room = self.layers.room_of(view)
        layers = sheet.layers if told is None else standing_out(sheet.layers, told, share)
        for one, opacity in ((told, share), (pressed, 1.0)):
            if one is not None and one.stand is not None:
                layers = (
                    *layers,
                    *room.layers_on_screen((marker_layer(one.stand, room, opacity),)),
                )
        return replace(sheet, layers=layers)

    def _charts(self, view: View) -> tuple[Readable, ...]:
        """The charts of the slide that tell something."""
        slide, room = view.slide, self.layers.room_of(view)
        if slide is None:
            return ()
        laid = self.layers.lay(view.show, view.id, room, view.live)
        charts = self.memo.same(
            f"readable {sheet_key(view.id, room)}", (laid,),
            lambda: readable_on(
                filled(slide, view.live, view.show.languages), laid.placed, room.language
            ),
        )  # fmt: skip
        seen = self.layers.seen(view, room, view.live)
        if seen is laid:
            return charts
        marks = {part.key: part.scene.full for part in seen.placed}
        return self.memo.same(
            f"readable stretch {sheet_key(view.id, room)}", (charts, seen),
            lambda: tuple(replace(chart, marks=marks[chart.part]) for chart in charts),
        )  # fmt: skip


def _called(charts: tuple[Readable, ...], part: str) -> Readable | None:
    """The chart of that key."""
    return next((chart for chart in charts if chart.part == part), None)
