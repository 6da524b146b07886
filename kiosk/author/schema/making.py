"""From dataclasses of options to JSON Schema."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Literal

from kiosk.author.schema.fields import Described, fields_of
from kiosk.author.schema.values import VALUES, Schema, Value, choice
from kiosk.phrases import Language, said, write
from kiosk.values import dataclass

Part = Callable[["Making"], Schema]


@dataclass(frozen=True, slots=True)
class Making:
    """Makes the schema of one file; what it needs more than once is kept in `definitions`.

    parts: of types whose schema is made of others. language: of what explains the fields.
    """

    parts: Mapping[object, Part]
    language: Language
    definitions: dict[str, Schema] = field(default_factory=dict)

    def shared(self, name: str, build: Callable[[], Schema]) -> Schema:
        """A reference to the schema of that name, which `build` makes the first time."""
        if name not in self.definitions:
            self.definitions[name] = {}  # for what refers to itself
            self.definitions[name] = build()
        return {"$ref": f"#/definitions/{name}"}

    def fields(
        self,
        cls: type,
        *,
        required: tuple[str, ...] = (),
        apart: Mapping[str, Schema] | None = None,
    ) -> Schema:
        """The fields of `cls`, and no others.

        required: fields that must be written though they have a default. apart: fields that are
        none of `cls`.
        """
        fields = fields_of(cls)
        must = sorted({f.name for f in fields if f.is_required} | set(required))
        return {
            "type": "object",
            "properties": {**(apart or {}), **{f.name: self._field(f) for f in fields}},
            "additionalProperties": False,
            **({"required": must} if must else {}),
        }

    def single_or_fields(self, cls: type, apart: Mapping[str, Schema] | None = None) -> Schema:
        """The value of its first field alone, or its fields; where no other must be written."""
        first, *others = fields_of(cls)
        whole = self.fields(cls, apart=apart)
        if any(f.is_required for f in others):
            return whole
        return {"anyOf": [self._alone(self.of(first)), whole]}

    def of(self, described: Described) -> Schema:
        """What may be written for the field."""
        schema = self.of_type(described.type)
        bounds = described.metadata.get("bounds")
        return {**schema, "minimum": bounds[0], "maximum": bounds[1]} if bounds else schema

    def of_type(self, of: object) -> Schema:
        """What may be written for a value. Raises TypeError where nobody has said."""
        if of in self.parts:
            return self.parts[of](self)
        if of in VALUES:
            return self._with_example(VALUES[of])
        origin, arguments = typing.get_origin(of), typing.get_args(of)
        if origin is Literal:
            return choice(arguments)
        if origin is tuple:
            return self._items(arguments)
        if dataclasses.is_dataclass(of) and isinstance(of, type):
            return self.single_or_fields(of)
        message = f"say in kiosk/author/schema what is written for {of}"
        raise TypeError(message)

    def _with_example(self, value: Value) -> Schema:
        """What may be written, and what an editor says of anything else."""
        if "pattern" not in value.schema:
            return value.schema
        hint = write(value.example)
        return {**value.schema, "patternErrorMessage": said(hint, self.language)}

    def _field(self, described: Described) -> Schema:
        """What may be written for the field, what it is for, and what it is otherwise."""
        schema = self.of(described)
        otherwise = json_default(described)
        told: Schema = {
            **({"description": described.explained(self.language)} if described.doc else {}),
            **({} if otherwise is None else {"default": otherwise}),
        }
        if "$ref" in schema and told:  # beside a reference nothing else counts
            return {"allOf": [schema], **told}
        return {**schema, **told}

    def _items(self, arguments: tuple[object, ...]) -> Schema:
        """A list of any length, or of just as many values as the type has."""
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            item = self.of_type(arguments[0])
            many: Schema = {"type": "array", "items": item}
            alone = self._alone(item)
            return {"anyOf": [alone, many]} if alone else many
        items = [self.of_type(each) for each in arguments]
        return {"type": "array", "items": items, "minItems": len(items), "maxItems": len(items)}

    def _alone(self, schema: Schema) -> Schema:
        """The part of it that is one value, neither list nor fields; empty where there is none."""
        reference = schema.get("$ref")
        if isinstance(reference, str):
            return self._alone(self.definitions[reference.rpartition("/")[2]])
        several = schema.get("anyOf")
        if isinstance(several, list):
            left = [part for each in several if (part := self._alone(each))]
            return {"anyOf": left} if len(left) > 1 else (left or [{}])[0]
        return {} if schema.get("type") in {"object", "array"} else schema


def narrowed(schema: Schema, name: str, narrower: Schema) -> Schema:
    """The schema of fields, of which the one of that name must fit `narrower` too."""
    properties = schema["properties"]
    assert isinstance(properties, dict)
    return {**schema, "properties": {**properties, name: {**properties[name], **narrower}}}


def json_default(described: Described) -> object:
    """What a field is that is left out, as it would be written; None where that says nothing."""
    is_plain = described.type in {bool, int, float} or typing.get_origin(described.type) is Literal
    if is_plain and isinstance(described.default, bool | int | float):
        return described.default
    return default_text(described) or None


def default_text(described: Described) -> str:
    """What a field is that is left out, as text; nothing where that says nothing."""
    value, of = described.default, described.type
    if value in (None, "", ()):
        return ""
    if of in VALUES:
        return VALUES[of].default(value)
    if typing.get_origin(of) is Literal:
        return str(value).lower() if isinstance(value, bool) else str(value)
    if typing.get_origin(of) is tuple and isinstance(value, tuple):
        each = typing.get_args(of)[0]
        item = dataclasses.replace(described, type=each, default=None)
        return f"[{', '.join(default_text(dataclasses.replace(item, default=v)) for v in value)}]"
    return ""
