"""How places on the globe lie on a flat map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.batches import Floats

# The Natural Earth projection by Tom Patterson, as polynomials of the latitude: B. Šavrič,
# B. Jenny, T. Patterson, D. Petrovič, L. Hurni, "A Polynomial Equation for the Natural Earth
# Projection", Cartography and Geographic Information Science 38 (2011). By powers of the latitude.
_LENGTH = ((0, 0.870700), (2, -0.131979), (4, -0.013791), (10, 0.003971), (12, -0.001529))
_HEIGHT = ((1, 1.007226), (3, 0.015085), (7, -0.044475), (9, 0.028874), (11, -0.005916))
_WIDE, _TALL = 100.0, 55.0  # degrees: what spans more is shown as on a map of the world
_STEEPEST = 80.0  # degrees north or south, of the parallel that has its true length
_KNOWN = 721  # latitudes at which the height is computed to find the latitude of a height


@dataclass(frozen=True, slots=True)
class Projection:
    """A flat map about a meridian. x and y grow to the right and down, in radians at the middle.

    centre: the meridian in its middle. parallel: the one as long as it should be on a map of a
    region, which is equirectangular; None for one of the world, which is Natural Earth's. Degrees.
    Parallels are straight on both.
    """

    centre: float
    parallel: float | None = None

    def places(self, longitudes: Floats, latitudes: Floats) -> tuple[Floats, Floats]:
        """Where those places lie; degrees. Each side of the map is half a turn from its middle."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        turns = (longitudes - self.centre + 180.0) % 360.0 - 180.0
        phi = np.radians(latitudes)
        return np.radians(turns) * self._length(phi), -self._height(phi)

    def latitudes(self, y: Floats) -> Floats:
        """The latitudes of those heights, degrees; beyond the poles NaN."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        known = np.linspace(-np.pi / 2, np.pi / 2, _KNOWN)
        found = np.interp(-y, self._height(known), known, left=np.nan, right=np.nan)
        return np.asarray(np.degrees(found))

    def longitudes(self, x: Floats, latitude: float) -> Floats:
        """The longitudes of those x at a latitude, -180 to 180; beside the map NaN. Degrees."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        turns = np.degrees(x / self._length(np.radians(latitude)))
        there = np.where(np.abs(turns) <= 180.0, turns, np.nan)
        return np.asarray((there + self.centre + 180.0) % 360.0 - 180.0)

    def _length(self, phi: Floats) -> Floats:
        """How long a radian of a parallel is."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        if self.parallel is not None:
            return np.asarray(np.cos(np.radians(self.parallel)) + 0.0 * phi)
        return np.asarray(sum(factor * phi**power for power, factor in _LENGTH))

    def _height(self, phi: Floats) -> Floats:
        """How far a parallel is above the equator."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        if self.parallel is not None:
            return np.asarray(phi)
        return np.asarray(sum(factor * phi**power for power, factor in _HEIGHT))


def projection_for(longitudes: Floats, latitudes: Floats) -> Projection:
    """A projection that suits those places (degrees, one at least), which lie about its middle."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    rising = np.sort(longitudes % 360.0)
    gaps = np.diff(rising, append=rising[0] + 360.0)
    widest = int(np.argmax(gaps))
    span = 360.0 - float(gaps[widest])
    first = float(rising[(widest + 1) % len(rising)])
    centre = (first + span / 2 + 180.0) % 360.0 - 180.0
    low, high = float(latitudes.min()), float(latitudes.max())
    if span > _WIDE or high - low > _TALL:
        return Projection(centre)
    return Projection(centre, min(max((low + high) / 2, -_STEEPEST), _STEEPEST))
