"""The schema that editors read: it takes every file that is shipped, and refuses what is wrong."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from kiosk.author.kinds import kinds
from kiosk.author.schema.command import schema_text, schema_texts
from kiosk.cli import main
from kiosk.show.load import load
from kiosk.show.machine import load_machine
from kiosk.show.yaml.nodes import Mapping as Fields
from kiosk.show.yaml.nodes import Node, Scalar, Sequence, Source
from kiosk.show.yaml.resolve import bool_of, is_null, number_of
from kiosk.show.yaml.source import parsed
from tests.unit.show.fullest import FULLEST, MACHINE
from tests.unit.show.memory import THEMES, MemoryFolder
from tests.unit.show.mutated import SHOWS, mutations_of
from tests.unit.show.mutations import mutated

ROOT = Path(__file__).parents[3]
SHIPPED = [
    file for folder in ("resources", "slides") for file in sorted((ROOT / folder).rglob("*.yaml"))
]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
COUNT = int(os.environ.get("KIOSK_MUTATIONS", "400"))


def value_of(node: Node) -> object:
    """What an editor takes the node for, which follows the core rules of YAML 1.2."""
    match node:
        case Fields():
            return {key.text: value_of(value) for key, value in node.entries}
        case Sequence():
            return [value_of(item) for item in node.items]
        case Scalar():
            truth, number = bool_of(node), number_of(node)
            if is_null(node):
                return None
            return truth if truth is not None else number if number is not None else node.text


def read(text: str) -> object:
    """The file's value. Raises AssertionError for what is no YAML at all."""
    found = parsed(Source("x.yaml", text))
    assert not found.problems
    assert found.node is not None
    return value_of(found.node)


def sort_of(path: str) -> str:
    """The sort of file that stands at that place in a show."""
    name = path.rpartition("/")[2]
    return {"show.yaml": "show", "facts.yaml": "facts", "machine.yaml": "machine"}.get(
        name, "chapter"
    )


@cache
def validator(sort: str) -> Draft7Validator:
    """What holds a file against the schema of its sort; the empty sort is any."""
    text = schema_texts("en")[f"{sort}.json"] if sort else schema_text("en")
    return Draft7Validator(json.loads(text))


def wrong(text: str, sort: str) -> list[str]:
    """What the schema says against it."""
    return [error.message for error in validator(sort).iter_errors(read(text))]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_every_file_names_its_schema_in_its_first_line_and_fits_it(file: Path) -> None:
    text = file.read_text("utf-8")

    modeline = MODELINE.match(text)

    assert modeline
    schema = (file.parent / modeline[1]).resolve()
    assert schema.parent == ROOT / "resources" / "schema"
    assert schema.name in schema_texts("en")
    assert wrong(text, schema.stem) == []
    assert wrong(text, "") == []


@pytest.mark.parametrize("sort", ["", "show", "chapter", "facts", "machine", "theme"])
def test_a_schema_keeps_to_its_draft(sort: str) -> None:
    Draft7Validator.check_schema(validator(sort).schema)


def test_every_kind_that_is_written_by_its_name_and_its_fields_are_in_the_schema() -> None:
    schema = json.dumps(validator("chapter").schema)

    # An element is the value of a field, such as `picture`, or a part of a layout.
    named = [kind.name for kind in kinds() if kind.sort != "element"]
    missing = [name for name in named if name not in schema]

    assert missing == []
    bar = validator("chapter").schema["definitions"]["chart-bar"]  # type: ignore[index]
    assert {"x", "y", "beside-title", "enter", "data", "id", "type"} <= set(bar["properties"])


def test_fields_are_explained_in_the_language_that_is_wished() -> None:
    assert '"The title."' in schema_text("en")
    assert '"标题。"' in schema_text("zh")


@pytest.mark.parametrize(
    "text",
    [
        "- a list",
        "{titel: x, slides: []}",
        "slides: {title: x}",
        "slides: [title]",
        "slides: [{title: {fact}}]",
        "slides: [{title: [a]}]",
        "slides: [{title: a, layout: gird}]",
        "slides: [{title: a, stay: 9}]",
        "slides: [{title: a, stay: 9 parsec}]",
        "slides: [{title: a, transition: fade}]",
        "slides: [{title: a, loop: no}]",
        "slides: [{title: a, from: today}]",
        "slides: [{title: a, id: two words}]",
        "slides: [{title: a, id: home}]",
        "slides: [{picture: /etc/x.jpg}]",
        "slides: [{picture: ../x.jpg}]",
        "slides: [{picture: a/../../x.jpg}]",
        "slides: [{picture: 'C:\\x.jpg'}]",
        "slides: [{picture: {focus: [0, 1]}}]",
        "slides: [{picture: {file: a.jpg, focus: [0, 2]}}]",
        "slides: [{picture: {file: a.jpg, fit: fill}}]",
        "slides: [{picture: {file: {night: a.jpg}}}]",
        "slides: [{number: many}]",
        "slides: [{chart: {data: [{a: 1}]}}]",
        "slides: [{chart: {type: gague}}]",
        "slides: [{chart: {type: bar, data: [{a: 1}], x: a}}]",
        "slides: [{chart: {type: bar, data: [{a: 1}], x: a, y: a, sort: up}}]",
        "slides: [{chart: {type: bar, data: [{a: 1}], x: a, y: a, enter: spin}}]",
        "slides: [{chart: {type: bar, data: {a: 1}, x: a, y: a}}]",
        "slides: [{chart: {type: bar, data: [a], x: a, y: a}}]",
        "slides: [{chart: {type: pictogram, icon: car, count: 100000}}]",
    ],
)
def test_what_is_plainly_wrong_in_a_chapter_is_refused(text: str) -> None:
    assert wrong(text, "chapter")


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("show", "title: x"),
        ("show", "{chapters: [a.yaml], kiosk: 2}"),
        ("show", "{chapters: [a.yaml], theme: blue}"),
        ("show", "{chapters: [a.yaml], idle: 45}"),
        ("show", "{chapters: [a.yaml], screen: 43 stone}"),
        ("show", "{chapters: [a.yaml], languages: [中文]}"),
        ("show", "{chapters: [a.yaml], shapes: [round]}"),
        ("show", "{chapters: [a.yaml], hours: {mon-fri: always}}"),
        ("show", "{chapters: a.yaml}"),
        ("facts", "{facts: [a]}"),
        ("facts", "{facts: {a.b: 1}}"),
        ("facts", "{facts: {a: {unit: km}}}"),
        ("facts", "{facts: {a: {value: many}}}"),
        ("facts", "{facts: {a: {value: 1, bound: under}}}"),
        ("facts", "{facts: {a: 1}, units: {km: km}}"),
        ("facts", "{facts: {a: 1}, units: {km: {en: km, factor: {en: 0}}}}"),
        ("machine", "{rotation: 45}"),
        ("machine", "{colour: red}"),
        ("theme", "{ground: red}"),
    ],
)
def test_what_is_plainly_wrong_in_other_files_is_refused(sort: str, text: str) -> None:
    assert wrong(text, sort)


def refused(content: bytes, sort: str) -> str:
    """What the schema says first against a file that is YAML; nothing where it says nothing."""
    found = parsed(Source("x.yaml", content.decode(errors="replace")))
    if found.problems or found.node is None:
        return ""
    return next((error.message for error in validator(sort).iter_errors(value_of(found.node))), "")


def refused_and_unsaid(count: int) -> Iterator[str]:
    """Mutations of files that the schema refuses, and of which the loader says nothing."""
    for mutation in mutations_of(range(count)):
        files, file = SHOWS[mutation.show], mutation.file
        content = mutated(files[file], mutation.number)
        if why := refused(content, sort_of(file)):
            loaded = load(MemoryFolder({**files, file: content}, name=mutation.show), THEMES)
            if not any(problem.span.file.endswith(file) for problem in loaded.problems):
                yield f"{mutation}: {why[:200]}"


def test_what_the_schema_refuses_the_loader_tells_too() -> None:
    assert [*refused_and_unsaid(COUNT)] == []


def test_what_the_schema_refuses_of_a_machine_is_told_too() -> None:
    for number in range(COUNT // 4):
        content = mutated(MACHINE, number)
        folder = MemoryFolder({"machine.yaml": content})

        found = load_machine(folder, "machine.yaml", tuple(THEMES))

        assert found.problems or not refused(content, "machine"), number


@pytest.mark.parametrize("file", [file for file in FULLEST if file.endswith(".yaml")])
def test_a_show_that_uses_every_field_fits_its_schemas(file: str) -> None:
    assert wrong(FULLEST[file].decode(), sort_of(file)) == []
    assert wrong(FULLEST[file].decode(), "") == []


def test_a_machine_that_uses_every_field_fits_its_schema() -> None:
    assert wrong(MACHINE.decode(), "machine") == []
    assert wrong(MACHINE.decode(), "") == []


def test_the_command_prints_one_schema_for_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["schema", "--lang", "zh"])

    assert status == 0
    assert capsys.readouterr().out == schema_text("zh")


def test_the_command_writes_a_schema_for_each_sort_of_file(tmp_path: Path) -> None:
    status = main(["schema", str(tmp_path / "schema"), "--lang", "en"])

    assert status == 0
    assert {file.name for file in (tmp_path / "schema").iterdir()} == {*schema_texts("en")}


def test_a_folder_that_cannot_be_made_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "file").touch()

    status = main(["schema", str(tmp_path / "file" / "schema")])

    assert status == 1
    assert "cannot be written: Not a directory" in capsys.readouterr().err
