"""A map in a box: what of the globe is seen, the land as dots, and the ways over it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.charts.maps.outline import on_land
from kiosk.charts.maps.projection import Projection, projection_for
from kiosk.geometry import Box
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.batches import Floats
    from kiosk.charts.maps.places import Place

_MARGIN = 0.07  # of the box's shorter side, around all places and ways
_NARROWEST = 0.16  # radians of the globe that the box's shorter side shows, at least
_LIFT = 0.15  # of its length, the height of a way above a great circle
_FINE = 33  # points of the longest way
_EVERY = 30.0  # logical units, from one point of a way to the next
_FEWEST = 7  # points of the shortest way
_DOTS = 6500  # in the whole box, if all of it were land
_CLOSEST, _WIDEST = 7.0, 15.0  # logical units from one dot to the next
_DOT = 0.46  # of that way, a dot's diameter
_EDGE = 0.16  # of the box's shorter side, in which dots fade away
_AROUND = 0.9  # of the same, so far from its places a region is seen
_FAINTEST = 0.05  # share of its opacity that a dot has at least
EARTH_KM = 6371.0  # the mean radius


@dataclass(frozen=True, slots=True)
class View:
    """A projection at a scale. left, top: where its middle on the equator lies on the page.

    seen: what the places and ways take on the page.
    """

    projection: Projection
    scale: float
    left: float
    top: float
    seen: Box

    def dots(self, places: Sequence[Place]) -> Floats:
        """Where the places lie on the page: (n, 2)."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        east = np.array([place.longitude for place in places])
        north = np.array([place.latitude for place in places])
        x, y = self.projection.places(east, north)
        return np.stack((self.left + self.scale * x, self.top + self.scale * y), axis=-1)

    def ways(self, hub: Place, places: Sequence[Place]) -> Floats:
        """Lifted great circles from the hub to each place: (n, m, 2), NaN after the last point.

        A short way has fewer points than a long one. Where one leaves the map at one side and comes
        back on the other, it is parted.
        """
        import numpy as np  # noqa: PLC0415 - with the first batch

        rough = _ways(self.projection, hub, places, np.full((len(places), 1), float(_FINE - 1)))
        steps = np.hypot(*np.moveaxis(np.diff(rough, axis=1), -1, 0)) * self.scale
        counts = np.clip(np.ceil(np.nansum(steps, axis=1) / _EVERY), _FEWEST - 1, _FINE - 1)
        ways = _ways(self.projection, hub, places, counts[:, None])
        return np.asarray(ways * self.scale + (self.left, self.top))


def view_of(hub: Place, places: Sequence[Place], box: Box) -> View:
    """The hub, the places and the ways between them, as large as they fit in the box."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    all_places = (hub, *places)
    east = np.array([place.longitude for place in all_places])
    north = np.array([place.latitude for place in all_places])
    projection = projection_for(east, north)
    x, y = projection.places(east, north)
    ways = _ways(projection, hub, places, np.full((len(places), 1), float(_FINE - 1)))
    xs = np.concatenate((x, ways[:, :, 0].ravel()))
    ys = np.concatenate((y, ways[:, :, 1].ravel()))
    left, right = float(np.nanmin(xs)), float(np.nanmax(xs))
    high, low = float(np.nanmin(ys)), float(np.nanmax(ys))
    margin = margin_in(box)
    wide, tall = box.width - 2 * margin, box.height - 2 * margin
    most = min(box.width, box.height) / _NARROWEST
    scale = min(wide / max(right - left, 1e-9), tall / max(low - high, 1e-9), most)
    page_x = box.centre.x - scale * (left + right) / 2
    page_y = box.centre.y - scale * (high + low) / 2
    wide, tall = scale * (right - left), scale * (low - high)
    seen = Box(page_x + scale * left, page_y + scale * high, wide, tall)
    return View(projection, scale, page_x, page_y, seen)


def margin_in(box: Box) -> float:
    """The room around all places and ways, logical units."""
    return _MARGIN * min(box.width, box.height)


def land_in(view: View, box: Box) -> tuple[Floats, Floats]:
    """Land as dots in staggered rows, (n, 3) x, y, diameter, and the opacity of each, (n,).

    Towards the box's sides they fade away, and on the map of a region far from its places.
    """
    import numpy as np  # noqa: PLC0415 - with the first batch

    apart = min(max(math.sqrt(box.width * box.height / _DOTS), _CLOSEST), _WIDEST)
    half = _DOT * apart / 2
    rows = np.arange(box.y + half, box.bottom - half, apart * math.sqrt(3) / 2)
    latitudes = view.projection.latitudes((rows - view.top) / view.scale)
    found = [np.empty((0, 2))]
    for index, (y, latitude) in enumerate(zip(rows.tolist(), latitudes.tolist(), strict=True)):
        if math.isnan(latitude):
            continue
        xs = np.arange(box.x + half + index % 2 * apart / 2, box.right - half, apart)
        east = view.projection.longitudes((xs - view.left) / view.scale, latitude)
        xs = xs[~np.isnan(east)]
        xs = xs[on_land(east[~np.isnan(east)], latitude)]
        found.append(np.stack((xs, np.full(len(xs), y)), axis=-1))
    dots = np.concatenate(found)
    x, y = dots.T
    short = max(min(box.width, box.height), 1e-9)
    inside = np.minimum.reduce((x - box.x, box.right - x, y - box.y, box.bottom - y))
    share = np.clip(inside / (_EDGE * short), 0.0, 1.0)
    if view.projection.parallel is not None:
        seen = view.seen
        beside = np.maximum.reduce((seen.x - x, x - seen.right, 0.0 * x))
        above = np.maximum.reduce((seen.y - y, y - seen.bottom, 0.0 * y))
        share *= np.clip(1.0 - np.hypot(beside, above) / (_AROUND * short), 0.0, 1.0)
    is_seen = share > _FAINTEST
    places = np.hstack((dots, np.full((len(dots), 1), _DOT * apart)))[is_seen]
    share = share[is_seen]
    return places, share * share * (3.0 - 2.0 * share)


def distance_km(one: Place, other: Place) -> float:
    """The way from one place to another on the globe (the haversine formula)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    chord = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def _ways(projection: Projection, hub: Place, places: Sequence[Place], steps: Floats) -> Floats:
    """The ways in so many steps each, (n, 1), in the projection's units: (n, m, 2)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    at = np.arange(int(steps.max(initial=1.0)) + 1)[None, :] / steps
    shares = np.where(at <= 1.0 + 1e-9, at, np.nan)
    start = _on_globe(np.array([[hub.longitude, hub.latitude]]))
    ends = _on_globe(np.array([[p.longitude, p.latitude] for p in places]).reshape(-1, 2))
    # Slerp: K. Shoemake, "Animating Rotation with Quaternion Curves" (1985).
    angle = np.arccos(np.clip((start * ends).sum(axis=1), -1.0, 1.0))[:, None]
    whole = np.maximum(np.sin(angle), 1e-9)
    first = np.where(angle > 1e-6, np.sin((1 - shares) * angle) / whole, 1 - shares)
    second = np.where(angle > 1e-6, np.sin(shares * angle) / whole, shares)
    globe = first[:, :, None] * start[:, None] + second[:, :, None] * ends[:, None]
    east = np.degrees(np.arctan2(globe[:, :, 1], globe[:, :, 0]))
    flat = np.hypot(globe[:, :, 0], globe[:, :, 1])
    x, y = projection.places(east, np.degrees(np.arctan2(globe[:, :, 2], flat)))
    y = y - _LIFT * angle * 4 * shares * (1 - shares)
    jumps = np.abs(np.diff(x, axis=1, prepend=x[:, :1])) > np.pi / 2
    return np.asarray(np.where(jumps[:, :, None], np.nan, np.stack((x, y), axis=-1)))


def _on_globe(degrees: Floats) -> Floats:
    """Longitudes and latitudes as points of the unit sphere: (n, 3)."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    east, north = np.radians(degrees).T
    flat = np.cos(north)
    return np.stack((flat * np.cos(east), flat * np.sin(east), np.sin(north)), axis=-1)
