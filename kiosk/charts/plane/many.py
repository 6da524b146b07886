"""The places of many values at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.charts.plane.domain import LinearDomain, LogDomain

if TYPE_CHECKING:
    from kiosk.batches import Floats
    from kiosk.charts.plane.domain import Domain
    from kiosk.charts.plane.plane import Plane


def heights(plane: Plane, values: Floats) -> Floats:
    """The y of each of the values, as `plane.y` gives it; (n,). NaN where the value is."""
    return plane.room.bottom - shares_of(plane.domain, values) * plane.room.height


def shares_of(domain: Domain, values: Floats) -> Floats:
    """The place of each of the values, as `domain.share` gives it; (n,). NaN where the value is."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    match domain:
        case LogDomain():
            is_above = ~(values <= 0.0)
            exponents = np.log10(values, out=np.full_like(values, domain.low), where=is_above)
            return np.asarray((exponents - domain.low) / (domain.high - domain.low))
        case LinearDomain():
            ratios = values / domain.largest if domain.largest > 0.0 else 0.0 * values
            return np.asarray((ratios - domain.low) / (domain.high - domain.low))
        case _:
            return np.array([domain.share(value) for value in values.tolist()])
