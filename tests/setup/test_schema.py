"""What the editors of the shipped shows read is what the program makes."""

from __future__ import annotations

from kiosk.author.schema.command import schema_texts
from tests.setup.scripts import ROOT


def test_the_set_up_has_written_the_schemas_of_the_program_as_it_is() -> None:
    folder = ROOT / "resources" / "schema"

    written = {file.name: file.read_text("utf-8") for file in folder.glob("*")}

    assert written == schema_texts("en"), "run `make setup`"
