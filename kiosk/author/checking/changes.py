"""Whether a slide flashes as it comes on: its turn is filmed in small, and what plays on it.

What a turn moves may flash: stripes that pass an eye. Where it only fades or uncovers, nothing
changes twice, and so that is not filmed. Nor are other entries: what enters changes once, as a test
finds out for all kinds. (Digits that count change often; a show has no say in that.) No slide stays
less than a second (`SHORTEST_STAY_S`), so that cuts alone do not flash.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.author.checking.faults import Fault
from kiosk.author.checking.flashes import Flashing, worst_flashes
from kiosk.geometry import Box, Pose, page_size
from kiosk.limits import FLASH_AREA, FLASHES
from kiosk.marks import Frame, Layer, Picture, Sheet
from kiosk.phrases import phrase
from kiosk.playback.plans import TOUCH_TURN, view_of
from kiosk.playback.seek import LONG_S, seek
from kiosk.playback.sharing import is_step
from kiosk.playback.state import Options, Plan
from kiosk.playback.turns import transition_of
from kiosk.playback.visit import set_off
from kiosk.stage.stills.filming import Film
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Size
    from kiosk.layouts.base import Placed
    from kiosk.marks import Marks
    from kiosk.phrases import Phrase
    from kiosk.playback.placing import Laid
    from kiosk.show.model import Slide, Turn

RATE = 60  # frames a second, as screens have: what passes quickly needs all of them
_SLOW_RATE, _LONG_S = 30, 5.0  # of what plays for long
SHORT_PX = 64


def flashing(seen: Seen) -> Iterator[Fault]:
    """What flashes while the slide comes on after the one before it, and while a chart plays.

    Each change is looked at once, in the first of the show's languages and shapes: it is pictures
    that flash, and bars.
    """
    shape = "portrait" if seen.page.is_portrait else "landscape"
    is_first = (seen.room.language, shape) == (seen.show.languages[0], seen.show.shapes[0])
    if seen.slide is None or not is_first:
        return
    for part, film, hint in _films(seen, seen.slide):
        found = worst(seen, film)
        if not found.is_allowed:
            yield Fault(part, "flashes", _told(found, seen.show.viewing_m), hint, found.area_sr)


@dataclass(frozen=True, slots=True)
class Shot:
    """Frames, and how many of them there are in a second."""

    frames: Iterator[Frame]
    rate: int = RATE


def _films(seen: Seen, slide: Slide) -> Iterator[tuple[str, Shot, Phrase]]:
    """What may flash as the slide comes on: the part that is to blame, how it looks, what to do."""
    loop, touched = before(slide, seen)
    if loop is not None and _may_flash(seen, loop, slide, slide.turn):
        hint = phrase("write 'transition: dissolve', or choose a picture without stripes")
        yield "transition", turning(seen, loop, slide.turn), hint
    if touched is not None and _may_flash(seen, touched, slide, TOUCH_TURN):
        hint = phrase("a finger pushes it aside: choose a picture with fewer stripes")
        yield "picture", turning(seen, touched, TOUCH_TURN), hint
    for part in seen.laid.placed:
        if part.scene.play is not None:
            hint = phrase("write a longer 'duration', or give the chart less room")
            yield part.key, playing(seen, part), hint


def before(slide: Slide, seen: Seen) -> tuple[Slide | None, Slide | None]:
    """The slide that the loop shows before, and the one that visitors come from."""
    slides = seen.show.slides
    loop = [one for one in slides if one.in_loop] or list(slides)
    place, turn = slides.index(slide), loop.index(slide) if slide in loop else 0
    last = loop[turn - 1] if slide in loop and len(loop) > 1 else None
    return last, slides[place - 1] if place else None


def turning(seen: Seen, leaving: Slide, turn: Turn) -> Shot:
    """The turn by which the slide comes on after `leaving`."""
    assert seen.slide is not None
    look = seen.room.look
    state = seek(seen.show, leaving.id, LONG_S, Options(takes_all=True, look=look))
    plan = Plan(view_of(state, seen.slide.id, look), turn.kind, turn.duration_s)
    state = set_off(state, plan, 0.0)
    return Shot(seen.composer.frame(state, t) for t in _times(turn.duration_s, RATE))


def playing(seen: Seen, part: Placed) -> Shot:
    """One part from its entry to its end, over all others as they stand."""

    def frame(t: float) -> Frame:
        layers = tuple(
            Layer(one.key, one.scene.at(t) if one is part else one.scene.full)
            for one in seen.laid.placed
        )
        return Frame(seen.page, (Sheet("slide", layers, Pose(), seen.room.theme.ground),))

    rate = _SLOW_RATE if part.scene.end_s > _LONG_S else RATE
    return Shot(map(frame, _times(part.scene.end_s, rate)), rate)


def worst(seen: Seen, shot: Shot) -> Flashing:
    """What flashes too often in it, as it is seen from the viewing distance."""
    page, show = seen.page, seen.show
    scale = SHORT_PX / min(page.width, page.height)
    size = (round(page.width * scale), round(page.height * scale))
    film = Film(size, seen.studio.assets, seen.studio.lines)
    side = seen.mm / scale / (show.viewing_m * 1000)  # a cell's, at a distance of 1
    return worst_flashes(map(film.colours, shot.frames), shot.rate, side * side)


def _may_flash(seen: Seen, leaving: Slide, coming: Slide, turn: Turn) -> bool:
    """Whether it is worth to film that turn: its pictures alone, which takes less, would flash."""
    has_picture = leaving.parts.picture is not None or coming.parts.picture is not None
    if not has_picture or is_step(leaving, coming) or not _moves(turn.kind):
        return False
    laid, _ = seen.composer.laid(seen.show, leaving.id, seen.room.look)
    return not worst(seen, _passing(seen, laid, turn)).is_allowed


def _passing(seen: Seen, leaving: Laid, turn: Turn) -> Shot:
    """That turn with nothing but pictures."""
    page, ground, transition = seen.page, seen.room.theme.ground, transition_of(turn.kind)
    old, new = ((Layer("pictures", _pictures(laid)),) for laid in (leaving, seen.laid))

    def frame(t: float) -> Frame:
        share = transition.easing(t / turn.duration_s if turn.duration_s else 1.0)
        below, above = transition.poses(share, page, 1, _middle(page))
        return Frame(page, (Sheet("old", old, below, ground), Sheet("new", new, above, ground)))

    return Shot(map(frame, _times(turn.duration_s, RATE)))


def _pictures(laid: Laid) -> Marks:
    return tuple(m for part in laid.placed for m in part.scene.full if isinstance(m, Picture))


def _moves(kind: str) -> bool:
    """Whether that transition moves what it shows, by more than a tenth of the page.

    A zoom does so by a twentieth: what would flash in that is too fine to be painted so small.
    """
    page, transition = page_size(1920, 1080), transition_of(kind)
    poses = (
        p for share in (0.0, 0.5, 1.0) for p in transition.poses(share, page, 1, _middle(page))
    )
    return any(
        max(abs(pose.dx), abs(pose.dx + page.width * (pose.scale - 1))) > page.width / 10
        or max(abs(pose.dy), abs(pose.dy + page.height * (pose.scale - 1))) > page.height / 10
        for pose in poses
    )


def _middle(page: Size) -> Box:
    """Where a turn starts that nobody touched off."""
    return Box(page.width / 3, page.height / 3, page.width / 3, page.height / 3)


def _times(duration_s: float, rate: int) -> Iterator[float]:
    """The moments that are filmed, from the start to the end."""
    return (min(n / rate, duration_s) for n in range(math.ceil(duration_s * rate) + 1))


def _told(found: Flashing, viewing_m: float) -> Phrase:
    """What flashes how often and how large, and what may."""
    return phrase(
        "it flashes {count} times in a second over {area} sr, seen from {viewing} m; "
        "{most} times, or {least} sr, are harmless",
        count=f"{found.count:g}", area=f"{found.area_sr:.3f}", viewing=f"{viewing_m:g}",
        most=f"{FLASHES.value:g}", least=f"{FLASH_AREA.value:g}",
    )  # fmt: skip
