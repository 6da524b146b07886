"""Fingers and the mouse become presses, drags and releases."""

from __future__ import annotations

import pytest

from kiosk.geometry import Box, Point, Size
from kiosk.playback.events import Cancelled, Dragged, Next, OpenNote, Pressed, Released, Traced
from kiosk.playback.touch.gestures import Contact, Phase, Touch, feel
from kiosk.playback.views.room import Target

PAGE = Size(1000, 500)
BUTTON = Target("next", Box(900, 400, 64, 64), Next())
LINE = Target("value-1", Box(100, 100, 400, 50), OpenNote("value-1"), follows=True)
Happened = Pressed | Dragged | Traced | Released | Cancelled


def target_at(point: Point) -> Target | None:
    return next((target for target in (BUTTON, LINE) if target.box.holds(point)), None)


def along(key: str, point: Point) -> Target | None:
    """The value next to a finger; there is a value every hundred units."""
    assert key.startswith("value-")
    number = f"value-{round(point.x / 100)}"
    return Target(number, LINE.box, OpenNote(number), follows=True)


def felt(*contacts: tuple[float, float, float, Phase] | Contact) -> list[Happened]:
    """What happens when finger 1 is at (x, y) at a time; the slack is 24 units."""
    touch: Touch | None = None
    happened: list[Happened] = []
    for given in contacts:
        contact = given
        if not isinstance(contact, Contact):
            x, y, time, phase = contact
            contact = Contact(1, Point(x, y), time, phase)
        touch, events = feel(touch, contact, PAGE, 2.0, target_at, along)
        happened += events
    return happened


def test_a_finger_that_hardly_moves_taps_what_it_touched() -> None:
    happened = felt((910, 410, 0.0, "down"), (925, 420, 0.1, "move"), (930, 415, 0.2, "up"))

    assert happened == [Pressed("next", Next()), Released(0.0, is_tap=True)]


def test_a_finger_on_the_bare_page_presses_nothing() -> None:
    assert felt((10, 10, 0.0, "down")) == [Pressed()]


def test_a_drag_begins_where_the_slack_ends_so_that_the_page_does_not_jump() -> None:
    happened = felt(
        (500, 250, 0.0, "down"), (480, 250, 0.01, "move"), (475, 250, 0.02, "move"),
        (376, 250, 0.03, "move"),
    )  # fmt: skip

    assert happened == [Pressed(), Dragged(-0.001), Dragged(-0.1)]


def test_the_speed_is_that_of_the_last_moments() -> None:
    happened = felt(
        (900, 250, 0.0, "down"), (500, 250, 1.0, "move"), (490, 250, 1.04, "move"),
        (480, 250, 1.08, "up"),
    )  # fmt: skip

    release = happened[-1]

    assert isinstance(release, Released)
    assert not release.is_tap
    assert release.velocity == pytest.approx(-0.25)


def test_a_finger_that_rests_before_it_leaves_has_no_speed() -> None:
    happened = felt(
        (900, 250, 0.0, "down"), (500, 250, 0.1, "move"), (500, 250, 0.5, "move"),
        (500, 250, 0.55, "up"),
    )  # fmt: skip

    assert happened[-1] == Released(0.0, is_tap=False)


def test_a_finger_that_moves_up_or_down_means_nothing() -> None:
    happened = felt((500, 50, 0.0, "down"), (510, 250, 0.1, "move"), (900, 250, 0.2, "up"))

    assert happened == [Pressed(), Released(0.0, is_tap=False)]


def test_a_second_finger_is_ignored() -> None:
    second = Contact(2, Point(900, 400), 0.1, "down")
    moved = Contact(2, Point(100, 400), 0.2, "up")

    happened = felt((10, 10, 0.0, "down"), second, moved, (10, 10, 0.3, "up"))

    assert happened == [Pressed(), Released(0.0, is_tap=True)]


def test_a_finger_that_was_forgotten_gives_way_to_another() -> None:
    other = Contact(2, Point(910, 410), 11.0, "down")

    assert felt((10, 10, 0.0, "down"), other) == [
        Pressed(), Cancelled(), Pressed("next", Next()),
    ]  # fmt: skip


def test_a_touch_that_the_system_takes_is_cancelled() -> None:
    happened = felt((10, 10, 0.0, "down"), (10, 10, 0.1, "cancel"), (10, 10, 0.2, "up"))

    assert happened == [Pressed(), Cancelled()]


def test_the_mouse_does_nothing_while_no_button_is_down() -> None:
    assert felt((10, 10, 0.0, "move"), (500, 10, 0.1, "move")) == []


def test_a_finger_that_goes_down_on_a_line_goes_along_it_and_turns_no_page() -> None:
    happened = felt(
        (200, 120, 0.0, "down"), (210, 120, 0.1, "move"), (330, 300, 0.2, "move"),
        (420, 20, 0.3, "up"),
    )  # fmt: skip

    assert happened == [
        Pressed("value-1", OpenNote("value-1")), Traced("value-3"), Traced("value-4"),
        Released(0.0, is_tap=False),
    ]  # fmt: skip
