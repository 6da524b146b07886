"""Whether a slide flashes as it comes on, and while something plays on it.

All that moves is looked at, each in the first of the show's languages and shapes, as it is
pictures that flash, and bars:

- its turn, in the loop and by a finger to either side. One that fades or uncovers changes each
  place once and is not filmed; one that slides by is worked out of two stills; one that grows is
  filmed where the slide is finely striped;
- its entry, where more can change than may (`stirs`);
- what plays on it, such as a race.

No slide stays less than a second (`SHORTEST_STAY_S`), so that cuts alone do not flash. Of slides
that a visitor leafs through without a rest, no two pass within a second (`playback.visit`); the
others dissolve, and what that adds to the first one's turn is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.author.checking.faults import Fault
from kiosk.author.checking.films import (
    RATE,
    cell_sr,
    counted,
    entering,
    filmed,
    finely_filmed,
    playing,
    still,
    turning,
)
from kiosk.author.checking.flashes import Flashing
from kiosk.author.checking.known import key_of_laid, key_of_stills, scale_of
from kiosk.author.checking.passing import grows, passing, slides_by
from kiosk.author.checking.stirs import Stirs
from kiosk.limits import FLASH_AREA, FLASH_RED, FLASH_STEP, FLASHES
from kiosk.motion.counting import HELD_S
from kiosk.phrases import phrase
from kiosk.playback.plans import STEP_TURN, TOUCH_TURN
from kiosk.playback.sharing import is_step, shared_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from kiosk.author.checking.flashes import Values
    from kiosk.author.checking.seen import Seen
    from kiosk.layouts.base import Placed
    from kiosk.phrases import Phrase
    from kiosk.show.model import Slide, Turn

_LOOK_RATE = round(1 / HELD_S)  # frames a second of a first look: each value of a figure is in one
_SUSPECT = 0.5  # of the area that may flash: from there on all frames are looked at
_GROWN = 4  # cells to each side, of the way of a place in a zoom
_MOST = 2 * FLASHES.value  # changes of a place


def flashing(seen: Seen) -> Iterator[Fault]:
    """What flashes while the slide comes on, and while a chart plays."""
    shape = "portrait" if seen.page.is_portrait else "landscape"
    is_first = (seen.room.language, shape) == (seen.show.languages[0], seen.show.shapes[0])
    if seen.slide is None or not is_first:
        return
    for part, found, hint in _found(seen, seen.slide):
        if not found.is_allowed:
            yield Fault(part, "flashes", _told(found, seen.show.viewing_m), hint, found.area_sr)


def _found(seen: Seen, slide: Slide) -> Iterator[tuple[str, Flashing, Phrase]]:
    """How much flashes: the part that is to blame, what was found, what to do."""
    yield from _turns(seen, slide)
    found = entry(seen)
    if not found.is_allowed:
        hint = phrase("write 'enter: fade', or let fewer parts move")
        yield busiest(seen), found, hint
    for part in seen.laid.placed:
        if part.scene.play is not None:
            hint = phrase("write a longer 'duration', or give the chart less room")
            yield part.key, filmed(seen, playing(seen, part)), hint


# --- turns --------------------------------------------------------------------------------------


def _turns(seen: Seen, slide: Slide) -> Iterator[tuple[str, Flashing, Phrase]]:
    """The turns by which the slide comes on: in the loop, and by a finger to either side."""
    loop, last, following = beside(slide, seen)
    if loop is not None:
        yield (
            "transition",
            turned(seen, loop, slide.turn),
            phrase("change less at once, or give what changes less room")
            if is_morph(loop, slide)
            else phrase("write 'transition: dissolve', or choose a picture without stripes"),
        )
    for leaving, direction in ((last, 1), (following, -1)):
        if leaving is not None and not is_morph(leaving, slide):
            hint = phrase("a finger pushes it aside: choose a picture with fewer stripes")
            yield _front(slide), turned(seen, leaving, TOUCH_TURN, direction), hint
    if last is not None and is_morph(last, slide):
        hint = phrase("change less at once, or give what changes less room")
        yield "transition", turned(seen, last, STEP_TURN), hint


def beside(slide: Slide, seen: Seen) -> tuple[Slide | None, Slide | None, Slide | None]:
    """The slide that the loop shows before, and those that visitors come from."""
    slides = seen.show.slides
    loop = [one for one in slides if one.in_loop] or list(slides)
    place, turn = slides.index(slide), loop.index(slide) if slide in loop else 0
    before = loop[turn - 1] if slide in loop and len(loop) > 1 else None
    last = slides[place - 1] if place else None
    return before, last, slides[place + 1] if place + 1 < len(slides) else None


def is_morph(leaving: Slide, slide: Slide) -> bool:
    """Whether something of one slide turns into something of the other."""
    return is_step(leaving, slide) or bool(shared_keys(leaving, slide))


def turned(seen: Seen, leaving: Slide, turn: Turn, direction: int = 1) -> Flashing:
    """What flashes in the turn by which the slide comes on after `leaving`."""
    slide, page = seen.slide, seen.page
    assert slide is not None
    if is_morph(leaving, slide):
        laid, _ = seen.composer.laid(seen.show, leaving.id, seen.room.look)
        key = key_of_laid(seen, (laid, seen.laid), turn)
        return seen.known.flashes(key, lambda: filmed(seen, turning(seen, leaving, turn)))
    old, new = _still(seen, leaving, is_settled=True), _still(seen, slide, is_settled=False)
    key = key_of_stills(seen, (old, new), (turn, direction))
    if slides_by(turn.kind, page):
        frames = passing(old, new, turn, page, direction)
        return seen.known.flashes(key, lambda: counted(seen, frames))
    if grows(turn.kind, page) and _is_fine(new, cell_sr(seen)):
        return seen.known.flashes(key, lambda: finely_filmed(seen, turning(seen, leaving, turn)))
    return Flashing()


def _still(seen: Seen, slide: Slide, *, is_settled: bool) -> Values:
    """The slide as it leaves or comes."""
    key = slide.id, seen.room.look, seen.page, is_settled
    return seen.known.still(key, lambda: still(seen, slide, is_settled=is_settled))


def _is_fine(values: Values, sr_per_cell: float) -> bool:
    """Whether a slide is so finely striped that it may flash as it grows.

    A zoom moves what is on it by a seventh of the way from the middle: at most by eight cells to a
    side and by five up or down (or the other way round). It fades in too, which is one change.
    """
    steps = np.array([FLASH_STEP.value, FLASH_RED.value], np.float32)[:, None, None] / 2
    across, down = (_near(np.abs(np.diff(values, axis=axis)) >= steps, axis) for axis in (2, 1))
    often = (across + down > _MOST - 1).any(axis=0)
    return bool(np.count_nonzero(often) * sr_per_cell > FLASH_AREA.value)


def _near(edges: NDArray[np.bool_], axis: int) -> NDArray[np.intp]:
    """How many edges lie within as many cells as a zoom moves a place along that axis."""
    sums = np.insert(np.cumsum(edges, axis=axis), 0, 0, axis=axis)
    at = np.arange(sums.shape[axis])
    first, last = np.maximum(at - _GROWN, 0), np.minimum(at + _GROWN, len(at) - 1)
    return np.asarray(sums.take(last, axis=axis) - sums.take(first, axis=axis))


# --- entries ------------------------------------------------------------------------------------


def entry(seen: Seen) -> Flashing:
    """What flashes while all that is on the slide enters.

    Where texts alone may change too often, one frame of each value that figures hold is looked at
    first: what else moves goes one way. All frames are, where that is near what may flash.
    """
    stirs = stirred(seen)
    limit = FLASH_AREA.value / cell_sr(seen)
    if np.count_nonzero(stirs.every > _MOST) <= limit:
        return Flashing()
    return seen.known.flashes(key_of_laid(seen, (seen.laid,)), lambda: _entry(seen, stirs))


def _entry(seen: Seen, stirs: Stirs) -> Flashing:
    """The same, filmed."""
    limit = FLASH_AREA.value / cell_sr(seen)
    if np.count_nonzero(stirs.others > _MOST) <= limit:
        suspect_sr = _SUSPECT * FLASH_AREA.value
        if filmed(seen, entering(seen, _LOOK_RATE), suspect_sr).area_sr <= suspect_sr:
            return Flashing()
    return filmed(seen, entering(seen, RATE))


def stirred(seen: Seen, parts: Iterable[Placed] | None = None) -> Stirs:
    """How often each cell may change as all parts enter, or those; what plays is not counted."""
    stirs = Stirs(seen.page, scale_of(seen.page), seen.room.measure)
    for part in seen.laid.placed if parts is None else parts:
        if part.scene.play is None:
            stirs.enter(part)
    return stirs


def busiest(seen: Seen) -> str:
    """The key of the part that may change most: who is to blame for an entry that flashes."""
    return max(seen.laid.placed, key=lambda part: float(stirred(seen, (part,)).every.sum())).key


def _front(slide: Slide) -> str:
    """The part of a slide that is seen first."""
    return "picture" if slide.parts.picture is not None else "title"


def _told(found: Flashing, viewing_m: float) -> Phrase:
    """What flashes how often and how large, and what may."""
    return phrase(
        "it flashes {count} times in a second over {area} sr, seen from {viewing} m; "
        "{most} times, or {least} sr, are harmless",
        count=f"{found.count:g}", area=f"{found.area_sr:.3f}", viewing=f"{viewing_m:g}",
        most=f"{FLASHES.value:g}", least=f"{FLASH_AREA.value:g}",
    )  # fmt: skip
