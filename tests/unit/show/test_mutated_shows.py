"""Whatever a file of a show becomes, loading it ends soon and says where it is wrong.

`KIOSK_MUTATIONS=4000` looks further than the suite does, `python -m tests.bench.mutations` further
still.
"""

from __future__ import annotations

import json
import os

import pytest

from kiosk.author.schema.command import schema_texts
from kiosk.show.load import load
from kiosk.show.machine import load_machine
from tests.unit.show.fullest import FULLEST, MACHINE
from tests.unit.show.memory import THEMES, MemoryFolder
from tests.unit.show.mutated import SHOWS, mutated_machine, mutated_show, mutations_of

COUNT = int(os.environ.get("KIOSK_MUTATIONS", "400"))


@pytest.mark.parametrize("part", range(4))
def test_a_show_with_anything_changed_is_a_show_or_says_in_time_why_it_is_none(part: int) -> None:
    for mutation in mutations_of(range(part, COUNT, 4)):
        mutated_show(mutation)


def test_a_machine_with_anything_changed_is_one_and_says_what_is_wrong() -> None:
    for number in range(COUNT // 4):
        mutated_machine(number)


def test_the_shows_are_clean_before_anything_is_changed() -> None:
    for show, files in SHOWS.items():
        found = load(MemoryFolder(files, name=show), THEMES)

        assert found.problems == (), show
    machine = load_machine(MemoryFolder({"machine.yaml": MACHINE}), "machine.yaml", tuple(THEMES))
    assert machine.problems == ()


@pytest.mark.parametrize(
    ("schema", "written"),
    [("show", FULLEST["show.yaml"]), ("chapter", FULLEST["one.yaml"]), ("machine", MACHINE)],
)
def test_every_field_is_among_what_is_changed(schema: str, written: bytes) -> None:
    fields = json.loads(schema_texts("en")[f"{schema}.json"])["properties"]

    assert [name for name in fields if f"\n{name}:" not in f"\n{written.decode()}"] == []
