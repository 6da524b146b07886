"""What holds for every transition, and what is each one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.geometry import Box, Pose, Size
from kiosk.kinds import kind_class, kind_names
from kiosk.motion.transition import KINDS, Transition

PAGE = Size(1920, 1080)
WHOLE = Box(0, 0, 1920, 1080)
WINDOW = Box(96, 168, 236, 760)
SHARES = st.floats(0, 1)


def made(kind: str) -> Transition:
    """The transition of that name."""
    transition = kind_class(KINDS, kind, object)()
    assert isinstance(transition, Transition)
    return transition


def is_seen(pose: Pose) -> bool:
    """Whether anything of a sheet in that pose is on the page."""
    is_near = abs(pose.dx) < PAGE.width and abs(pose.dy) < PAGE.height
    return pose.opacity > 0 and is_near


def fills(pose: Pose) -> bool:
    """Whether a sheet in that pose hides the whole page."""
    is_in_place = (pose.opacity, pose.dx, pose.dy, pose.scale) == (1.0, 0.0, 0.0, 1.0)
    return is_in_place and (pose.clip is None or pose.clip == WHOLE)


@pytest.mark.parametrize("kind", kind_names(KINDS))
@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize("origin", [WHOLE, WINDOW])
def test_at_the_start_the_old_slide_alone_is_seen_and_at_the_end_the_new_one(
    kind: str, direction: int, origin: Box
) -> None:
    leaving, coming = made(kind).poses(0.0, PAGE, direction, origin)
    left, come = made(kind).poses(1.0, PAGE, direction, origin)

    assert fills(leaving)
    assert not is_seen(coming)
    assert fills(come)
    assert fills(left) or not is_seen(left)


@pytest.mark.parametrize("kind", kind_names(KINDS))
@given(share=SHARES, direction=st.sampled_from([1, -1]))
def test_the_page_is_covered_at_every_moment(kind: str, share: float, direction: int) -> None:
    leaving, coming = made(kind).poses(share, PAGE, direction, WINDOW)

    touch = abs(abs(leaving.dx - coming.dx) - PAGE.width) < 1e-6
    assert fills(leaving) or fills(coming) or (touch and coming.opacity == leaving.opacity == 1)


@given(SHARES)
def test_dissolving_only_ever_makes_the_new_slide_more_opaque(share: float) -> None:
    _, coming = made("dissolve").poses(share, PAGE, 1, WHOLE)

    assert coming == Pose(opacity=share)


def test_pushing_back_moves_the_other_way() -> None:
    on = made("push").poses(0.25, PAGE, 1, WHOLE)
    back = made("push").poses(0.25, PAGE, -1, WHOLE)

    assert [pose.dx for pose in on] == [-480, 1440]
    assert [pose.dx for pose in back] == [480, -1440]


@pytest.mark.parametrize(("direction", "starts_at"), [(1, 1920), (-1, -1920)])
@given(share=SHARES)
def test_covering_moves_the_new_slide_alone(direction: int, starts_at: int, share: float) -> None:
    leaving, coming = made("cover").poses(share, PAGE, direction, WHOLE)

    assert leaving == Pose()
    assert coming == Pose(dx=starts_at * (1 - share))


@given(SHARES, st.sampled_from([WHOLE, WINDOW]))
def test_zooming_grows_the_new_slide_about_the_middle_of_what_was_touched(
    share: float, origin: Box
) -> None:
    leaving, coming = made("zoom").poses(share, PAGE, 1, origin)

    assert leaving == Pose()
    assert 0.8 <= coming.scale <= 1.0
    middle = origin.centre
    assert coming.dx + coming.scale * middle.x == pytest.approx(middle.x)
    assert coming.dy + coming.scale * middle.y == pytest.approx(middle.y)


def test_a_slide_that_zooms_in_is_opaque_before_it_has_its_size() -> None:
    late = made("zoom").poses(0.7, PAGE, 1, WHOLE)[1]

    assert late.opacity == 1.0
    assert late.scale < 1.0


def test_a_window_widens_from_where_it_was_touched() -> None:
    clips = [made("widen").poses(share, PAGE, 1, WINDOW)[1].clip for share in (0.0, 0.5, 1.0)]

    assert clips == [WINDOW, Box(48, 84, 1078, 920), WHOLE]
