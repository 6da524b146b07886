from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.machine import LATER, Machine, fitted, load_machine
from tests.unit.show.memory import THEMES, MemoryFolder, show_of

WHOLE = """\
show: ../shows/yubei
display: 1
rotation: 90
screen: 55 in
viewing: 2 m
mounted: 80 cm
language: en
theme: paper
"""


def machine_of(text: str | bytes) -> Machine:
    """The machine of a file that says that."""
    return load_machine(MemoryFolder({"machine.yaml": text}), "machine.yaml", tuple(THEMES))


def test_a_machine_is_what_its_file_says() -> None:
    machine = machine_of(WHOLE)

    assert machine.problems == ()
    assert machine == Machine("../shows/yubei", 1, 90, 55, 2, 800, "en", "paper")


def test_what_is_left_out_is_left_to_the_show() -> None:
    assert machine_of("display: 0\n") == Machine(display=0)


def test_a_wrong_field_leaves_the_others_as_they_are() -> None:
    machine = machine_of("display: 1\nrotation: 45\nlanguage: en\n")

    assert machine == Machine(display=1, language="en")
    assert [problem.code for problem in machine.problems] == ["wrong-value"]


@pytest.mark.parametrize("name", sorted(LATER))
def test_a_field_of_a_later_kiosk_is_refused_rather_than_believed_in(name: str) -> None:
    machine = machine_of(f"{name}: true\ndisplay: 1\n")

    assert machine.display == 1
    assert [problem.code for problem in machine.problems] == ["not-yet"]


def test_a_machine_watches_its_show_where_that_is_written() -> None:
    assert machine_of("watch: true\n").watch
    assert not machine_of("display: 1\n").watch


def test_a_show_is_fitted_to_the_screen_that_it_is_played_on() -> None:
    show = show_of("slides: [{title: x}]")

    fit = fitted(show, machine_of("screen: 55 in\nviewing: 2 m\nmounted: 1 m\n"))

    assert (fit.screen_in, fit.viewing_m, fit.mounted_mm) == (55, 2, 1000)
    assert fit.chapters is show.chapters


def test_a_show_keeps_the_sizes_that_the_machine_does_not_tell() -> None:
    show = show_of("slides: [{title: x}]")

    assert fitted(show, machine_of("display: 1\n")) == show


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_stands_in_the_file_there_is_a_machine(content: bytes) -> None:
    assert isinstance(machine_of(content), Machine)


@given(st.lists(st.sampled_from([*WHOLE.splitlines(), "- x", "show:", "pin: 1", "\t", "a: {"])))
def test_lines_in_any_order_give_a_machine_or_problems(lines: list[str]) -> None:
    machine = machine_of("\n".join(lines))

    assert machine != Machine() or machine.problems
