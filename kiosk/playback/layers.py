"""The sheets of slides and of the home view, alone and on their way from one to the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.geometry import Box, Point, Pose
from kiosk.marks import Label, Layer
from kiosk.motion.blend import blend, faded
from kiosk.motion.meeting import meeting
from kiosk.motion.morph import morphed
from kiosk.motion.timeline import Even
from kiosk.playback.live import NOTHING_TOLD, filled
from kiosk.playback.placing import (
    MARK,
    Laid,
    arrived,
    explored,
    fed_keys,
    lay_out,
    lay_out_home,
    on_screen,
)
from kiosk.playback.sharing import is_step, shared_keys
from kiosk.playback.state import HOME, NIGHT, NO_SLIDES
from kiosk.playback.turns import transition_of
from kiosk.playback.views.extents import held_alike
from kiosk.playback.views.night import GROUND, night_layer, step_at
from kiosk.playback.views.reach import reach_of
from kiosk.playback.views.room import Room
from kiosk.playback.views.strip import strip_layers

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geometry import Size
    from kiosk.layouts.base import Placed
    from kiosk.marks import Marks, Sheet
    from kiosk.playback.live import Live
    from kiosk.playback.look import Look
    from kiosk.playback.memo import Memo
    from kiosk.playback.state import Passage, State, Tween, View
    from kiosk.show.model import Show
    from kiosk.typesetting.setting import Measure

_MOST = 192  # laid-out views that are remembered: the strips of a show in several looks
_EDITIONS = 4  # of each: what its feeds told at first, before, tell now, will have told next
_SHOWS = 2  # of each without feeds: in the show that plays, and in the one that will take over
_NONE: frozenset[str] = frozenset()

Parts = tuple[Layer, ...]


def sheet_key(slide: str, room: Room) -> str:
    """The name of a view's sheet: the same as long as the view is."""
    return f"{slide} {room.look.name}"


class Layers:
    """Lays views out, once each, and gives their layers and sheets at any time."""

    def __init__(self, page: Size, measure: Measure, memo: Memo) -> None:
        self.page = page
        self.measure = measure
        self._memo = memo
        self._laid: dict[str, tuple[Laid, ...]] = {}

    def room(self, show: Show, look: Look) -> Room:
        """The page in that look: the screen's, or the one within reach."""
        reach = reach_of(show, self.page) if look.is_low else None
        page = self.page if reach is None else reach.page
        return Room(show, page, look, self.measure, reach)

    def room_of(self, view: View) -> Room:
        """The page in the look of `view`; the night wanders over all of it."""
        if view.look.is_low and view.id == NIGHT:
            return self.room(view.show, replace(view.look, is_low=False))
        return self.room(view.show, view.look)

    def lay(self, show: Show, slide_id: str, room: Room, live: Live = NOTHING_TOLD) -> Laid:
        """A slide or the home view laid out on the page of `room`, with what its feeds told.

        It is the same object while what it is made of is.
        """
        slide = None if slide_id == HOME else show.slide(slide_id)
        source: object = show if slide is None else slide
        key, news = sheet_key(slide_id, room), live.of(slide)
        known = self._laid.get(key, ())
        found = next((one for one in known if one.source is source and one.news == news), None)
        if found is not None:
            return found
        if slide is None:
            laid = lay_out_home(room)
        else:
            with_rows = lay_out(filled(slide, live, show.languages), room)
            laid = replace(with_rows, source=slide, news=news)
        if len(self._laid) >= _MOST:
            for oldest in tuple(self._laid)[: _MOST // 2]:
                self._laid.pop(oldest, None)
        self._laid[key] = (laid, *known)[: _EDITIONS if news else _SHOWS]
        return laid

    def laid_on_screen(
        self, show: Show, slide_id: str, room: Room, live: Live = NOTHING_TOLD
    ) -> Laid:
        """A slide or the home view laid out as it lies on the screen's page."""
        return self._on_screen(self.lay(show, slide_id, room, live), slide_id, room)

    def _on_screen(self, laid: Laid, slide_id: str, room: Room) -> Laid:
        """What lies on the page of `room` as it lies on the screen's page."""
        if room.reach is None:
            return laid
        key = f"on screen {sheet_key(slide_id, room)}"
        return self._memo.same(key, (laid, room.reach), lambda: on_screen(laid, room))

    def seen(self, view: View, room: Room, live: Live) -> Laid:
        """`view` laid out on the page of `room`, with the stretch of a chart that is explored."""
        laid, found = self.lay(view.show, view.id, room, live), view.explored
        if found is None or found.is_whole:
            return laid
        stretch = found.start.end, found.end.end
        return self._memo.same(
            f"explored {sheet_key(view.id, room)} {live.edition}", (laid, found.part, stretch),
            lambda: explored(laid, found.part, stretch),
        )  # fmt: skip

    def laid(self, view: View, pressed: str = "") -> Laid:
        """`view` laid out on the screen, what has morphed into it settled from the beginning.

        pressed: the target under a finger, which the home view shows in itself.
        """
        room = self.room_of(view)
        if view.id == HOME and pressed:
            return self._memo.same(
                "pressed home", (room, pressed),
                lambda: on_screen(lay_out_home(room, pressed), room),
            )  # fmt: skip
        return self._arrived(view, room, view.live)

    def _arrived(self, view: View, room: Room, live: Live, name: str = "arrived") -> Laid:
        """`view` laid out with what its feeds told then."""
        slide = view.slide
        laid = self._on_screen(self.seen(view, room, live), view.id, room)
        keys = shared_keys(view.after, slide)
        if is_step(view.after, slide):
            keys = frozenset(part.key for part in laid.placed)
        elif view.renewal is not None and slide is not None:
            keys |= fed_keys(slide)
        return self._memo.same(
            f"{name} {sheet_key(view.id, room)}", (laid, keys), lambda: arrived(laid, keys)
        )

    def _renewed(self, key: str, view: View, now: float, without: frozenset[str]) -> Parts:
        """The layers of a view whose charts move to what their feeds tell now."""
        t = view.local_t(now)
        after = self.of(key, self.laid(view), t, without)
        renewal, slide = view.renewal, view.slide
        share = 1.0 if renewal is None else renewal.share.at(now)
        if renewal is None or slide is None or share >= 1.0:
            return after
        laid = self._arrived(view, self.room_of(view), renewal.before, "before")
        before = self.of(f"before {key}", laid, t, without)
        keys = fed_keys(slide)
        moving = (
            tuple(one for one in before if one.key in keys),
            tuple(one for one in after if one.key in keys),
        )
        shares = share, renewal.share.counted(now)
        moved = self._memo.same(
            f"renewed {key}", (*moving, *shares), lambda: between(*moving, *shares)
        )
        by_key = {one.key: one for one in moved}
        gone = tuple(one for one in moved if all(one.key != other.key for other in after))
        return (*(by_key.get(one.key, one) for one in after), *gone)

    def sheet(
        self, view: View, now: float, pose: Pose, *, pressed: str = "", key: str = "",
        without: frozenset[str] = _NONE, above: tuple[Layer, ...] = (),
    ) -> Sheet:  # fmt: skip
        """The sheet of a view. key: its own by default; without: parts that lie elsewhere.

        above: what lies on the slide and goes where it goes.
        """
        room = self.room_of(view)
        key = key or sheet_key(view.id, room)
        if view.id == NIGHT:
            layer = self._memo.same(
                "night", (room, view.opens, step_at(view.local_t(now))),
                lambda: night_layer(room, view.opens, view.local_t(now)),
            )  # fmt: skip
            return self._memo.sheet(key, (layer,), pose, GROUND)
        if view.renewal is None:
            layers = self.of(key, self.laid(view, pressed), view.local_t(now), without)
        else:
            layers = self._renewed(key, view, now, without)
        return self._memo.sheet(key, (*layers, *above), pose, room.theme.ground)

    def of(
        self, key: str, laid: Laid, t: float, without: frozenset[str] = _NONE
    ) -> tuple[Layer, ...]:
        """The layers of a laid-out view at its local time `t`, for the sheet `key`."""
        return tuple(
            self._memo.layer(
                f"{key} {part.key}", part.key, self._marks(f"{key} {part.key}", part, t)
            )
            for part in laid.placed
            if part.key not in without
        )

    def strip(
        self, room: Room, chapter: int, current: str, pressed: str = "", *, are_ready: bool = True
    ) -> tuple[Layer, ...]:
        """A chapter's strip. are_ready: whether its slides made small can be painted."""
        slides = room.show.chapters[chapter].pages if are_ready else ()
        settled = {
            slide.id: tuple(
                mark
                for part in self.lay(room.show, slide.id, room).placed
                if part.key != MARK  # the strip has its own
                for mark in part.scene.full
            )
            for slide in slides
        }
        return room.layers_on_screen(strip_layers(room, chapter, current, pressed, settled))

    def turning(
        self, state: State, turn: Passage, now: float,
        above: tuple[tuple[Layer, ...], tuple[Layer, ...]] = ((), ()),
    ) -> tuple[Sheet, ...]:  # fmt: skip
        """The leaving and the coming view, and above them what both share.

        above: what lies on each of the two.
        """
        view, plan = state.view, turn.plan
        share = turn.share.at(now)
        if is_step(view.slide, plan.to.slide) and not plan.to.look.is_calm:
            return (self._stepping(view, plan.to, turn.share, now, above),)
        wide, high = self.page.width / 3, self.page.height / 3
        middle = Box(wide, high, wide, high)
        origin = plan.origin or middle
        leaving, coming = transition_of(plan.kind).poses(share, self.page, plan.direction, origin)
        key = sheet_key(view.id, self.room_of(view))
        if key == sheet_key(plan.to.id, self.room_of(plan.to)):
            key += " leaving"
        shared = _NONE if plan.returns else self._shared(view, plan.to)
        sheets = (
            self.sheet(view, now, leaving, key=key, without=shared, above=above[0]),
            self.sheet(plan.to, now, coming, without=shared, above=above[1]),
        )
        return (
            (*sheets, self._morphing(view, plan.to, shared, turn.share, now)) if shared else sheets
        )

    def _stepping(
        self, view: View, to: View, share: Tween, now: float,
        above: tuple[tuple[Layer, ...], tuple[Layer, ...]],
    ) -> Sheet:  # fmt: skip
        """A slide on its way to its next or last step: all of it morphs."""
        old = {part.key: part for part in self.laid(view).placed}
        coming = self.laid(to).placed
        gone = [part for part in old.values() if part.key not in {one.key for one in coming}]
        layers = []
        for part in (*gone, *coming):
            before = self._part(f"from {part.key}", old.get(part.key), view, now)
            after = () if part in gone else self._part(f"to {part.key}", part, to, now)
            layers.append(self._morphed(part.key, before, after, share, now))
        spots = between(*above, share.at(now))
        key, ground = sheet_key(to.id, self.room_of(to)), self.room_of(to).theme.ground
        return self._memo.sheet(key, (*layers, *spots), Pose(), ground)

    def _part(self, name: str, part: Placed | None, view: View, now: float) -> Marks:
        """The marks of a part of `view`; none where there is no such part."""
        return () if part is None else self._marks(name, part, view.local_t(now))

    def _morphed(self, key: str, before: Marks, after: Marks, share: Tween, now: float) -> Layer:
        """A part on its way from some marks to others."""
        shares = share.at(now), share.counted(now)
        marks = self._memo.same(
            f"morph {key}", (before, after, *shares),
            _blended(before, after, shares, self.measure),
        )  # fmt: skip
        return self._memo.layer(f"morph {key}", key, marks)

    def _morphing(
        self, view: View, to: View, shared: frozenset[str], share: Tween, now: float
    ) -> Sheet:
        """What both views share, on its way from its place in one to its place in the other."""
        old = {part.key: part for part in self.laid(view).placed}
        layers = []
        for part in self.laid(to).placed:
            if part.key in shared:
                before = self._marks(f"from {part.key}", old[part.key], view.local_t(now))
                after = self._marks(f"to {part.key}", part, to.local_t(now))
                layers.append(self._morphed(part.key, before, after, share, now))
        return self._memo.sheet("shared", tuple(layers), Pose())

    def _marks(self, name: str, part: Placed, t: float) -> Marks:
        """The marks of a part at its view's local time `t`; the same object while it is still."""
        scene, own = part.scene, t - part.starts_s
        if own < 0.0:
            own = -1.0
        elif scene.ambient is None:
            own = min(own, scene.end_s)
        return self._memo.same(f"marks {name}", (scene, own), lambda: scene.at(own))

    def _shared(self, view: View, to: View) -> frozenset[str]:
        """The keys of the parts that both views have and that travel above them."""
        if view.id == to.id or to.look.is_calm or NO_SLIDES & {view.id, to.id}:
            return _NONE
        old = {part.key: part for part in self.laid(view).placed}
        new = {part.key: part for part in self.laid(to).placed}
        keys = old.keys() & new.keys() & shared_keys(to.after, to.slide)
        has_mark = MARK in old and MARK in new
        if has_mark and _place(old[MARK]) == _place(new[MARK]):  # else it goes with its slide
            keys |= {MARK}
        return frozenset(keys)


def between(
    old: tuple[Layer, ...], new: tuple[Layer, ...], share: float, shown: float | None = None
) -> tuple[Layer, ...]:
    """The layers on the way from `old` to `new`, each by its key.

    shown: the share of the way that figures show, if another.
    """
    before: dict[str, Marks] = {layer.key: layer.marks for layer in old}
    after: dict[str, Marks] = {layer.key: layer.marks for layer in new}
    return tuple(
        Layer(key, blend(before.get(key, ()), after.get(key, ()), Even(share, shown)))
        for key in dict.fromkeys([*before, *after])
    )


def dimmed(layers: tuple[Layer, ...], opacity: float) -> tuple[Layer, ...]:
    """Those layers at `opacity`."""
    if opacity >= 1.0:
        return layers
    return tuple(
        Layer(layer.key, tuple(faded(mark, opacity) for mark in layer.marks)) for layer in layers
    )


def _place(part: Placed) -> Point | None:
    """Where a mark at the top of a slide stands: its number's place."""
    number = next((mark for mark in part.scene.full if isinstance(mark, Label)), None)
    return None if number is None else Point(number.x, number.y)


def _blended(
    before: Marks, after: Marks, shares: tuple[float, float], measure: Measure
) -> Callable[[], Marks]:
    """Gives the marks on the way. shares: of it, and the one that figures show."""
    return lambda: morphed(held_alike(meeting(before, after), after, measure), after, *shares)
