"""The JSON Schema of each sort of file: made from the fields and what they say of themselves.

Draft 07: the newest that the YAML plugins of all editors understand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk.author.schema.making import Making, narrowed
from kiosk.author.schema.parts import parts
from kiosk.author.schema.values import SCALAR, Schema
from kiosk.data.text import Text
from kiosk.phrases import Language
from kiosk.show.facts import FactFields
from kiosk.show.fields.figures import LEAST, MOST
from kiosk.show.load import VERSION, ShowFields
from kiosk.show.machine import MachineFields
from kiosk.show.slides import ChapterFields
from kiosk.theme import Theme

DRAFT = "http://json-schema.org/draft-07/schema#"


def file_schemas(themes: tuple[str, ...], language: Language = "en") -> dict[str, Schema]:
    """The schema of each sort of file: `show`, `chapter`, `facts`, `machine`, `theme`.

    themes: the names of those that there are. language: of what explains the fields.
    """
    show, chapter, machine, theme = (Making(parts(themes), language) for _ in range(4))
    facts = Making({Text: lambda making: making.shared("words", _words)}, language)
    slides = ("slides",)
    return {
        "show": _whole("a show", _show(show), show),
        "chapter": _whole("a chapter", chapter.fields(ChapterFields, required=slides), chapter),
        "facts": _whole("figures", _facts(facts), facts),
        "machine": _whole("a machine", machine.fields(MachineFields), machine),
        "theme": _whole("a theme", _theme(theme), theme),
    }


def whole_schema(themes: tuple[str, ...], language: Language = "en") -> Schema:
    """One schema for all files, which tells by its fields what sort of file one is."""
    definitions: dict[str, object] = {}
    for name, file in file_schemas(themes, language).items():
        own = file["definitions"]
        assert isinstance(own, Mapping)
        body = {k: v for k, v in file.items() if k not in {"$schema", "title", "definitions"}}
        definitions |= {**own, f"{name}-file": body}
    return {
        "$schema": DRAFT,
        "title": "kiosk: the files of a show",
        **_one_of_files(),
        "definitions": dict(sorted(definitions.items())),
    }


def as_json(schema: Schema) -> str:
    """The schema as a file's text."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _whole(noun: str, body: Schema, making: Making) -> Schema:
    definitions = dict(sorted(making.definitions.items()))
    return {"$schema": DRAFT, "title": f"kiosk: {noun}", **body, "definitions": definitions}


def _one_of_files() -> Schema:
    """The sort of file that has such fields; a show where nothing tells."""
    has_facts = {"required": ["facts"], "properties": {"facts": {"type": "object"}}}
    of_machine = {"anyOf": [{"required": [name]} for name in ("show", "display", "rotation")]}
    schema = _file("show")
    for condition, name in (
        (of_machine, "machine"),
        ({"required": ["ground"]}, "theme"),
        (has_facts, "facts"),
        ({"required": ["slides"]}, "chapter"),
    ):
        schema = {"if": condition, "then": _file(name), "else": schema}
    return schema


def _file(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}-file"}


def _show(making: Making) -> Schema:
    """The fields of show.yaml, in the versions of the language that this program knows."""
    fields = making.fields(ShowFields, required=("chapters",))
    return narrowed(fields, "kiosk", {"maximum": VERSION})


def _words() -> Schema:
    """A text, or one for each of whatever languages."""
    several = {"type": "object", "additionalProperties": {"type": [*SCALAR, "null"]}}
    return {"anyOf": [{"type": SCALAR}, several]}


def _facts(making: Making) -> Schema:
    """A facts file. Notes of whatever kind may stand beside its four parts."""
    words = making.shared("words", _words)
    word: Schema = {"type": [*SCALAR, "null"]}
    factor = {"type": "number", "minimum": LEAST, "maximum": MOST}
    factors = {"type": "object", "additionalProperties": factor}
    unit = {
        "type": "object",
        "properties": {"factor": {"anyOf": [{"type": "null"}, factors]}},
        "additionalProperties": word,
    }
    fact = making.shared("fact", lambda: making.single_or_fields(FactFields))
    return {
        "type": "object",
        "required": ["facts"],
        "properties": {
            "source": {"anyOf": [{"type": "null"}, words]},
            "units": {"type": ["object", "null"], "additionalProperties": unit},
            "periods": {"type": ["object", "null"], "additionalProperties": words},
            "facts": {
                "type": "object",
                "propertyNames": {"pattern": "^[^.{}]*$"},
                "additionalProperties": fact,
            },
        },
    }


def _theme(making: Making) -> Schema:
    """A theme's colours; its name is the file's."""
    schema = making.fields(Theme)
    required = schema["required"]
    assert isinstance(required, list)
    return {**schema, "required": [name for name in required if name != "name"]}
