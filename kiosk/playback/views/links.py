"""Links on a slide: a small arrow in a disc at the corner of what leads to another slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import Box
from kiosk.layouts.named import elements_of
from kiosk.marks import Layer, Picture, Wash
from kiosk.playback.events import FollowLink
from kiosk.playback.views.buttons import LINK_ICON, disc
from kiosk.playback.views.chrome import CENTRE
from kiosk.playback.views.extents import boxes_of, common, union
from kiosk.playback.views.room import SLACK, Room, Target
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.layouts.base import Placed
    from kiosk.show.model import Slide

DISC = 48.0  # across, where a target need not be larger
INSET = 24.0  # of the disc in a picture's corner
_CLEAR = 12.0  # around the disc


@dataclass(frozen=True, slots=True)
class Link:
    """An element that leads to a slide. whole: where it lies; disc: where its arrow does."""

    key: str
    slide: str
    whole: Box
    disc: Box


def links_on(
    slide: Slide, placed: tuple[Placed, ...], room: Room, taken: tuple[Box, ...] = ()
) -> tuple[Link, ...]:
    """The links of a laid-out slide, their discs where nothing is to be read.

    taken: what else can be touched.
    """
    parts = {part.key: part for part in placed}
    found: list[Link] = []
    for key, element in elements_of(slide.parts).items():
        part = parts.get(key)
        if not element.goto or part is None:
            continue
        place = union(b for m in part.scene.full for b in boxes_of(m, room.measure))
        whole = None if place is None else common(place, free_page(room))
        if whole is None:
            continue
        is_picture = any(isinstance(mark, Picture) for mark in part.scene.full)
        obstacles = (*_drawn(placed, room), *taken, *(link.disc for link in found))
        found.append(
            Link(key, element.goto, whole, _disc(whole, obstacles, room, is_picture=is_picture))
        )
    return tuple(found)


def link_targets(links: tuple[Link, ...], room: Room, taken: tuple[Box, ...]) -> tuple[Target, ...]:
    """What leads on: the whole element, or where more is to be touched in it, its disc alone."""
    side = room.target_side + 2 * SLACK
    targets = []
    for link in links:
        at = link.disc.centre
        around = Box(at.x - side / 2, at.y - side / 2, side, side)
        whole = union((link.whole, around))
        others = (*taken, *(other.disc for other in links if other is not link))
        others = (*others, *(other.whole for other in links if other is not link))
        is_alone = whole is not None and not any(common(whole, other) for other in others)
        box = whole if whole is not None and is_alone else around
        targets.append(Target(link_key(link), box, FollowLink(link.slide), is_round=box is around))
    return tuple(targets)


def link_layers(links: tuple[Link, ...], chapter: int, room: Room, pressed: str) -> Iterator[Layer]:
    """The discs as marks. pressed: the key of the target under a finger, or nothing."""
    setting = room.setting(chapter)
    for link in links:
        key = link_key(link)
        yield Layer(key, disc(key, link.disc, LINK_ICON, setting, is_pressed=pressed == key))


def link_key(link: Link) -> str:
    """The key of a link's target."""
    return f"goto-{link.key}"


def free_page(room: Room) -> Box:
    """The page without the chrome."""
    foot = CENTRE + room.target_side / 2 + SLACK
    return Box(0.0, 0.0, room.page.width, room.page.height - foot)


def _drawn(placed: tuple[Placed, ...], room: Room) -> tuple[Box, ...]:
    """Where the slide's marks lie that are not behind the others."""
    return tuple(
        box
        for part in placed
        for mark in part.scene.full
        if not isinstance(mark, Picture | Wash)
        for box in boxes_of(mark, room.measure)
    )


def _disc(whole: Box, obstacles: tuple[Box, ...], room: Room, *, is_picture: bool) -> Box:
    """The disc in a corner of the element or else beside it, clear of everything if it can be.

    Where the page's margins are free, so that what runs to its edges does not draw it there.
    """
    page = free_page(room)
    least = room.target_side / 2 + SLACK - DISC / 2
    side = least if is_picture else max(least, room.margin)
    free = Box(side, least, page.width - 2 * side, page.height - 2 * least)
    held = common(whole, free) or whole
    places = (_held(place, free) for place in _places(held, is_inside=is_picture))
    return min(places, key=lambda box: _covered(box, obstacles))


def _places(whole: Box, *, is_inside: bool) -> tuple[Box, ...]:
    """Where the disc may lie, the best place first."""
    inset = INSET if is_inside else 0.0
    left, right = whole.x + inset, whole.right - inset - DISC
    top, bottom = whole.y + inset, whole.bottom - inset - DISC
    beside, middle = whole.right + INSET, whole.centre.y - DISC / 2
    above, below = whole.y - INSET - DISC, whole.bottom + INSET
    corners = ((right, bottom), (right, top), (left, bottom), (left, top))
    outside = (
        (beside, middle), (beside, bottom), (left, below), (right, below), (beside, top),
        (right, above), (left, above),
    )  # fmt: skip
    return tuple(Box(x, y, DISC, DISC) for x, y in (*corners, *outside))


def _held(box: Box, free: Box) -> Box:
    """`box` moved into `free`."""
    x = max(free.x, min(box.x, free.right - box.width))
    y = max(free.y, min(box.y, free.bottom - box.height))
    return Box(x, y, box.width, box.height)


def _covered(box: Box, obstacles: Iterable[Box]) -> float:
    """How much of what is drawn the disc would cover or touch, in square units."""
    parts = (common(box.grown(_CLEAR), other) for other in obstacles)
    return sum(part.width * part.height for part in parts if part is not None)
