"""What was filmed once is not filmed again: what checks of one process remember."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING

from kiosk.stage.stills.filming import Film

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.author.checking.flashes import Flashing, Values
    from kiosk.author.checking.seen import Seen
    from kiosk.geometry import Size
    from kiosk.playback.placing import Laid

_SHORT_PX = 64  # cells on the short side of a page: one is as wide as a stroke of a title
_STILLS = 24  # that are remembered: those of slides next to each other, in a few looks


def scale_of(page: Size) -> float:
    """How many cells a logical unit has."""
    return _SHORT_PX / min(page.width, page.height)


class Known:
    """What flashes by what is shown, the last stills by the slide and its look, and the films."""

    def __init__(self) -> None:
        self._flashes: dict[bytes, Flashing] = {}
        self._stills: dict[tuple[object, ...], Values] = {}
        self._films: dict[tuple[Size, int], Film] = {}

    def film(self, seen: Seen, fine: int = 1) -> Film:
        """What films a page of that shape in cells: its pictures and letters are made once.

        fine: pixels on the side of a cell.
        """
        page, scale = seen.page, scale_of(seen.page)
        if (page, fine) not in self._films:
            size = fine * round(page.width * scale), fine * round(page.height * scale)
            self._films[page, fine] = Film(size, seen.studio.assets, seen.studio.lines)
        return self._films[page, fine]

    def flashes(self, key: bytes, find: Callable[[], Flashing]) -> Flashing:
        """What flashes in what has that key."""
        if key not in self._flashes:
            self._flashes[key] = find()
        return self._flashes[key]

    def still(self, key: tuple[object, ...], make: Callable[[], Values]) -> Values:
        """The still of that key; the very same while it is remembered."""
        if key not in self._stills:
            for oldest in tuple(self._stills)[: len(self._stills) - _STILLS + 1]:
                del self._stills[oldest]
            self._stills[key] = make()
        return self._stills[key]


def key_of_stills(seen: Seen, stills: Sequence[Values], way: object) -> bytes:
    """What tells a film of stills that move from every other. way: how they do."""
    digest = blake2b(repr((way, _seen_from(seen))).encode())
    for one in stills:
        digest.update(one.tobytes())
    return digest.digest()


def key_of_laid(seen: Seen, slides: Iterable[Laid], way: object = None) -> bytes:
    """What tells a film of slides from every other: all that they show, and when."""
    parts = [
        (part.key, part.starts_s, scene.first, scene.empty, timeline.default, timeline.by_key)
        for laid in slides
        for part in laid.placed
        for scene, timeline in ((part.scene, part.scene.timeline),)
    ]
    return blake2b(pickle.dumps((way, *_seen_from(seen), parts))).digest()


def _seen_from(seen: Seen) -> tuple[object, ...]:
    """From where what is seen, on which ground."""
    return seen.page, seen.mm, seen.show.viewing_m, seen.room.theme.ground
