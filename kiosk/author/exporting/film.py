"""A show as a film, for screens that play nothing else: one round of its loop, to be repeated."""

from __future__ import annotations

import errno
from functools import cache
from typing import TYPE_CHECKING

from kiosk.author.exporting.encoder import Encoder
from kiosk.phrases import phrase
from kiosk.playback.reel import one_round
from kiosk.stage.clock import wall_time
from kiosk.stage.stills.camera import Camera

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Studio
    from kiosk.playback.effects import Wanted


def export_film(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes one round of the loop as MP4: the frames that the stage paints, at an even rate.

    Its end leads to its beginning, so that it can be repeated without a jump. Nothing invites to
    touch it; feeds show what they told while the show was loaded. Raises OSError.
    """
    show, size = wish.part_of(studio.show), wish.size_in(studio.show)
    camera = Camera(size, studio.assets, studio.lines)

    @cache
    def entry_of(wanted: Wanted) -> float | None:
        return camera.entry_of(show, wanted)

    reel = one_round(show, wish.look_in(show), wall_time(), entry_of)
    if reel is None:
        nothing = phrase("no slide can be shown")
        raise OSError(errno.ENODATA, nothing.template)
    count = max(1, round(reel.length_s * wish.rate))
    tell(0, count)
    with Encoder(file, size, wish.rate) as encoder:
        for number in range(count):
            if camera.shoot(*reel.at(float(number / wish.rate))):
                encoder.add(camera.pixels)
            else:
                encoder.repeat()
            tell(number + 1, count)
