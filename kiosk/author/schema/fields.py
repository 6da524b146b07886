"""The fields of a dataclass of options, as staff see them."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from typing import Any

from kiosk.phrases import Language
from kiosk.show.fields.bind import without_none, yaml_name
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Described:
    """One field. name: in YAML. type: without `None`. doc, zh: the sentence that explains it.

    default: what it is when it is left out; meaningless where `is_required`. metadata: of
    `kiosk.options.option`.
    """

    name: str
    type: object
    doc: str
    zh: str
    default: object
    is_required: bool
    metadata: Mapping[str, Any]

    def explained(self, language: Language) -> str:
        """The sentence in that language."""
        return self.doc if language == "en" else self.zh


def fields_of(cls: type) -> tuple[Described, ...]:
    """The fields that staff may write for `cls`; its own ones first, then those of its base."""
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)
    inherited = {
        f.name
        for base in cls.__mro__[1:]
        if dataclasses.is_dataclass(base)
        for f in dataclasses.fields(base)
    }
    own = [f for f in fields if f.name not in inherited]
    rest = [f for f in fields if f.name in inherited]
    return tuple(_described(f, hints[f.name]) for f in (*own, *rest))


def _described(field: dataclasses.Field[Any], hint: object) -> Described:
    is_required = (
        field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )
    return Described(
        name=yaml_name(field.name),
        type=without_none(hint),
        doc=str(field.metadata.get("doc", "")),
        zh=str(field.metadata.get("zh", "")),
        default=None if is_required else field.default,
        is_required=is_required,
        metadata=field.metadata,
    )
