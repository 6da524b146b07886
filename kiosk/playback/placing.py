"""A view laid out: its parts in their places, and what another view shares with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.base import Chart
from kiosk.layouts.base import Placed
from kiosk.layouts.named import elements_of
from kiosk.layouts.uncut import placed_uncut
from kiosk.motion.scene import Drift, PlayElsewhere, Scene
from kiosk.motion.timeline import Timeline
from kiosk.playback.views.home import home_layers
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.playback.live import News
    from kiosk.playback.views.room import Room
    from kiosk.show.model import Slide

MARK = "mark"  # the layouts' key of the chapter's number and title


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A laid-out view. source: the slide, or the show of the home view. news: of its feeds.

    placed: from the back to the front. entry_s: when the last part has come on and played.
    moves: whether anything goes on moving for ever. share: of the sizes at which its texts can be
    read, 1 where they have room.
    """

    source: object
    placed: tuple[Placed, ...]
    entry_s: float
    moves: bool
    news: tuple[News | None, ...] = ()
    share: float = 1.0


def lay_out(slide: Slide, room: Room) -> Laid:
    """`slide` on the page of `room`. Pure; it may take some milliseconds."""
    stay_s = slide.parts.stay_s if slide.stay_s is None else slide.stay_s
    parts = slide.parts if slide.parts.stay_s == stay_s else replace(slide.parts, stay_s=stay_s)
    uncut = placed_uncut(slide.layout, parts, room.page, room.setting(slide.chapter))
    placed = tuple(map(_calm, uncut.placed)) if room.look.is_calm else uncut.placed
    return replace(_laid(slide, placed), share=uncut.share)


def fed_keys(slide: Slide) -> frozenset[str]:
    """The keys of the charts that follow feeds, and of what says how old their rows are."""
    elements = elements_of(slide.parts).items()
    fed = (k for k, e in elements if isinstance(e, Chart) and e.data.feed is not None)
    return frozenset((*fed, "caption"))


def lay_out_home(room: Room, pressed: str = "") -> Laid:
    """The home view; it has no entry of its own. pressed: the target under a finger."""
    placed = tuple(
        Placed(layer.key, Scene(layer.marks, layer.marks)) for layer in home_layers(room, pressed)
    )
    return _laid(room.show, placed)


def arrived(laid: Laid, keys: frozenset[str]) -> Laid:
    """`laid` with the elements `keys` there from the beginning, because they have morphed there."""
    if not keys:
        return laid
    placed = tuple(
        replace(part, scene=replace(part.scene, empty=(), timeline=Timeline()), starts_s=0.0)
        if part.key in keys
        else part
        for part in laid.placed
    )
    return replace(_laid(laid.source, placed), news=laid.news, share=laid.share)


def explored(laid: Laid, part: str, stretch: tuple[float, float]) -> Laid:
    """`laid` with that stretch of the chart `part`, settled; as it is where it shows no other."""
    placed = tuple(
        replace(one, scene=Scene(shows.at(*stretch), explorable=shows))
        if one.key == part and (shows := one.scene.explorable) is not None
        else one
        for one in laid.placed
    )
    return replace(laid, placed=placed)


def on_screen(laid: Laid, room: Room) -> Laid:
    """`laid`, which lies on the page of `room`, as it lies on the screen's page."""
    scale = 1.0 if room.reach is None else room.reach.scale

    def lying(part: Placed) -> Placed:
        scene = part.scene
        full, empty = room.on_screen(scene.full), room.on_screen(scene.empty)
        ambient = scene.ambient
        if isinstance(ambient, Drift):
            ambient = replace(ambient, dx=ambient.dx * scale, dy=ambient.dy * scale)
        play = None if scene.play is None else PlayElsewhere(scene.play, room.on_screen)
        lying = replace(scene, full=full, empty=empty, ambient=ambient, play=play)
        box = None if part.box is None else room.box_on_screen(part.box)
        return replace(part, scene=lying, box=box)

    return replace(laid, placed=tuple(map(lying, laid.placed)))


def _laid(source: object, placed: tuple[Placed, ...]) -> Laid:
    """The view of those parts."""
    entry_s = max((part.starts_s + part.scene.end_s for part in placed), default=0.0)
    moves = any(part.scene.ambient is not None for part in placed)
    return Laid(source, placed, entry_s, moves)


def _calm(part: Placed) -> Placed:
    """`part` as it stands in the end, from the beginning."""
    full = part.scene.full
    return Placed(part.key, Scene(full, full, explorable=part.scene.explorable), box=part.box)
