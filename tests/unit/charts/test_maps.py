"""Maps: where there is land, and how the globe lies flat."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.charts.maps.fountain import fountain_in
from kiosk.charts.maps.outline import on_land
from kiosk.charts.maps.places import Place
from kiosk.charts.maps.projection import Projection, projection_for
from kiosk.charts.maps.view import distance_km, land_in, view_of
from kiosk.data.text import NO_TEXT
from kiosk.geometry import Box
from tests.unit.charts.stand_ins import BODY

CHONGQING, SYDNEY = (106.6, 29.7), (151.2, -33.9)


def place(longitude: float, latitude: float) -> Place:
    """A place without a name."""
    return Place(f"{longitude},{latitude}", NO_TEXT, NO_TEXT, longitude, latitude)


def test_cities_are_on_land_and_the_middles_of_oceans_are_not() -> None:
    land = {latitude: on_land(np.array([x]), latitude)[0] for x, latitude in (
        CHONGQING, (121.0, 23.8), (109.8, 19.2), (-60.0, -10.0), (-100.0, 40.0), (25.0, 0.5),
    )}  # fmt: skip
    sea = {latitude: on_land(np.array([x]), latitude)[0] for x, latitude in (
        (-150.0, 20.0), (-30.0, 35.0), (80.0, -30.0), (0.0, -55.0), (150.0, 0.4),
    )}  # fmt: skip

    assert all(land.values())
    assert not any(sea.values())


@given(
    st.floats(-180, 180), st.none() | st.floats(-60, 60), st.floats(-179, 179), st.floats(-89, 89)
)
def test_a_place_is_found_again_from_where_it_lies(
    centre: float, parallel: float | None, east: float, north: float
) -> None:
    projection = Projection(centre, parallel)

    x, y = projection.places(np.array([centre + east]), np.array([north]))

    assert projection.latitudes(y) == pytest.approx([north], abs=0.01)
    found = projection.longitudes(x, north)[0]
    assert (found - centre - east + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)


def test_near_places_have_a_map_of_their_region_and_far_ones_one_of_the_world() -> None:
    near = projection_for(np.array([104.0, 116.0]), np.array([30.0, 40.0]))
    far = projection_for(np.array([-120.0, 100.0]), np.array([30.0, 40.0]))

    assert near == Projection(110.0, 35.0)
    assert far == Projection(170.0)


def test_the_distance_is_that_on_the_globe() -> None:
    assert distance_km(place(*CHONGQING), place(*SYDNEY)) == pytest.approx(8470, rel=0.01)
    assert distance_km(place(0, 0), place(180, 0)) == pytest.approx(20015, rel=0.001)


def test_ways_begin_at_the_hub_and_end_at_their_places() -> None:
    hub, places = place(*CHONGQING), [place(*SYDNEY), place(2.4, 48.9), place(107.0, 30.0)]

    view = view_of(hub, places, BODY)
    ways = view.ways(hub, places)

    assert ways[:, 0] == pytest.approx(np.tile(view.dots([hub]), (3, 1)), abs=0.01)
    ends = [way[~np.isnan(way[:, 0])][-1] for way in ways]
    assert np.array(ends) == pytest.approx(view.dots(places), abs=0.01)
    counts = (~np.isnan(ways[:, :, 0])).sum(axis=1)
    assert counts[2] < counts[0]


def test_land_lies_inside_the_box_and_fades_towards_its_sides() -> None:
    view = view_of(place(*CHONGQING), [place(116.4, 39.9)], BODY)

    dots, opacity = land_in(view, BODY)

    assert len(dots) > 1000
    assert dots[:, 0].min() >= BODY.x
    assert dots[:, 1].max() <= BODY.bottom
    middle = np.hypot(dots[:, 0] - BODY.centre.x, dots[:, 1] - BODY.centre.y) < 100
    assert opacity[middle].min() > 0.9
    assert opacity.min() < 0.1


@given(
    st.builds(Box, st.just(0.0), st.just(0.0), st.floats(1, 2000), st.floats(1, 2000)),
    st.integers(1, 400), st.integers(1, 400),
)  # fmt: skip
def test_a_fountain_fills_its_box_and_stays_in_it(box: Box, ways: int, places: int) -> None:
    found = fountain_in(box, ways, min(ways, places))

    assert found.ways.shape[0] == ways
    assert np.isfinite(found.ways).all()
    assert found.ways.min() >= -1e-6
    assert found.ways[:, :, 0].max() <= box.right + 1e-6
    assert found.ways[:, :, 1].max() <= box.bottom + 1e-6
    assert (found.ways[:, -1] == found.ends[np.arange(ways) % min(ways, places)]).all()
