"""What `kiosk.values.dataclass` makes, against what it stands for: the standard library's."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

OURS: Callable[..., Any] = dataclass
THEIRS: Callable[..., Any] = dataclasses.dataclass
WISHES = (
    {"frozen": True, "slots": True},
    {"frozen": True, "kw_only": True},
    {"frozen": True, "slots": True, "eq": False},
    {"frozen": True, "slots": True, "order": True},
    {"slots": True},
    {"slots": True, "weakref_slot": True},
)


def made(maker: Callable[..., Any], wishes: dict[str, bool]) -> Any:  # noqa: ANN401 - a class
    """A class of three fields, of which one is neither compared nor printed."""

    @maker(**wishes)
    class Spot:
        """A place."""

        x: float
        name: str = "somewhere"
        notes: list[str] = field(default_factory=list, compare=False, repr=False)

        def moved(self) -> float:
            return self.x + 1

    return Spot


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_a_class_is_described_as_the_librarys(wishes: dict[str, bool]) -> None:
    ours, theirs = made(OURS, wishes), made(THEIRS, wishes)

    assert [(f.name, f.kw_only, f.compare) for f in dataclasses.fields(ours)] == [
        (f.name, f.kw_only, f.compare) for f in dataclasses.fields(theirs)
    ]
    assert ours.__match_args__ == theirs.__match_args__
    assert getattr(ours, "__slots__", None) == getattr(theirs, "__slots__", None)
    assert (ours.__name__, ours.__doc__) == (theirs.__name__, theirs.__doc__)


@pytest.mark.parametrize("wishes", WISHES, ids=str)
def test_values_are_compared_hashed_and_printed_as_the_librarys(wishes: dict[str, bool]) -> None:
    def answers(spot: Any) -> list[object]:  # noqa: ANN401 - a class
        one, same, other = spot(x=1.0, notes=["a"]), spot(x=1.0, notes=["b"]), spot(x=2.0)
        is_hashable = spot.__hash__ is not None
        return [
            one == same, one != same, one == other, one == (1.0, "somewhere"), repr(one),
            is_hashable, is_hashable and hash(one) == hash(same), one.moved(), one.notes,
            replace(one, x=2.0) == other, copy.copy(one) == one, hasattr(spot, "__lt__"),
        ]  # fmt: skip

    assert answers(made(OURS, wishes)) == answers(made(THEIRS, wishes))


@dataclass(frozen=True, slots=True)
class Name:
    """A value of one field."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value of none."""


def test_values_of_one_field_and_of_none_are_values_too() -> None:
    assert Name("a") == Name("a")
    assert Name("a") != Name("b")
    assert hash(Name("a")) == hash(Name("a"))
    assert repr(Name("a")) == "Name(text='a')"
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_values_of_two_classes_are_never_equal() -> None:
    spots = made(OURS, {"frozen": True}), made(OURS, {"frozen": True})

    assert spots[0](1.0) != spots[1](1.0)


def test_a_value_survives_being_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Name("a"))) == Name("a")


def test_a_value_has_no_other_fields_than_its_own() -> None:
    with pytest.raises(AttributeError):
        setattr(Name("a"), "colour", "red")  # noqa: B010 - a type checker refuses the other way
