"""Ways that fly out of one place, and the dots where they end."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.batches import Points, Polylines
from kiosk.charts.drawing import Drawn, stagger_s, travelling
from kiosk.charts.inks import over
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

FIRST_S = 0.4  # before the first way starts
_FLY_S, _LAST_S, _LAND_S = 1.0, 1.4, 0.3
_HUB, _SMALLEST_HUB = 1.6, 18.0  # of a dot; logical units


@dataclass(frozen=True, slots=True)
class Look:
    """Of so many ways: their width and opacity, and the diameter of the dots at their ends."""

    width: float
    opacity: float
    dot: float

    @property
    def hub(self) -> float:
        """The diameter of the dot where they begin."""
        return max(_HUB * self.dot, _SMALLEST_HUB)


_LOOKS = (
    (16, Look(3.5, 0.9, 18.0)), (40, Look(3.0, 0.8, 15.0)), (120, Look(2.0, 0.65, 11.0)),
    (math.inf, Look(1.0, 0.7, 8.0)),  # one pixel wide they cost half
)  # fmt: skip


def look_of(count: int) -> Look:
    """How so many ways look: thinner and paler the more there are."""
    return next(look for most, look in _LOOKS if count <= most)


def take_offs(order: Sequence[float], seconds: float | None) -> tuple[Timing, ...]:
    """When each way flies, the one with the least number in `order` first."""
    apart = stagger_s(len(order), _LAST_S)
    ranks = {row: at for at, row in enumerate(sorted(range(len(order)), key=order.__getitem__))}
    return tuple(
        Timing(FIRST_S + apart * ranks[row], seconds or _FLY_S) for row in range(len(order))
    )


def painted(colour: Colour, opacity: Floats, setting: Setting) -> Floats:
    """The colour at those opacities on the ground, (n, 4), itself opaque.

    Lines that are seen through cost several times as much to paint.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    by_share = {share: over(colour.faded(share), setting.theme.ground) for share in set(opacity)}
    return np.array([by_share[share] for share in opacity]).reshape(-1, 4)


def discs(places: Floats, across: float) -> Floats:
    """Dots of one size: (n, 3)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    return np.hstack((places, np.full((len(places), 1), across)))


def drawn_ways(
    keys: tuple[str, ...], ways: Floats, colours: Floats, width: float, timings: Sequence[Timing]
) -> Drawn:
    """The ways, drawn from where they begin; a way ends with its last point that is a number."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    names = tuple(f"route/{key}" for key in keys)
    there = ~np.isnan(ways[:, :, 0])
    last = ways.shape[1] - 1 - np.argmax(there[:, ::-1], axis=1)
    whole = last / max(ways.shape[1] - 1, 1)
    full = Polylines("routes", names, ways, whole, colours, width)
    empty = replace(full, trim=np.zeros_like(whole))
    return Drawn((full,), (empty,), dict(zip(names, timings, strict=True)))


def drawn_ends(
    keys: tuple[str, ...], dots: Floats, colours: Floats, timings: Sequence[Timing]
) -> Drawn:
    """The dots at the ends, which open as their ways arrive."""
    names = tuple(f"mark/{key}" for key in keys)
    full = Points("marks", names, dots, colours)
    empty = replace(full, places=dots * (1.0, 1.0, 0.0))
    landing = [Timing(timing.end_s - _LAND_S, _LAND_S) for timing in timings]
    return Drawn((full,), (empty,), dict(zip(names, landing, strict=True)))


def drawn_hub(x: float, y: float, across: float, colour: Colour) -> Drawn:
    """The dot where all ways begin."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    full = Points("hub", ("hub/dot",), np.array([[x, y, across]]), np.array([colour]))
    empty = replace(full, places=full.places * (1.0, 1.0, 0.0))
    return travelling((full,), (empty,), Timing(0.0, FIRST_S))
