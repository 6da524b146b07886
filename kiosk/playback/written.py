"""Values as JSON and back: by the names of their fields, and their own where there are several.

What a field holds is its type, so that an event or a field that is new can be written at once.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal, Union

from kiosk.data.records import Records
from kiosk.geometry import Box
from kiosk.phrases import Phrase, any_of, phrase, quoted
from kiosk.playback.findings import Finding
from kiosk.playback.look import Look
from kiosk.playback.state import Options
from kiosk.problems import did_you_mean
from kiosk.show.model import Show
from kiosk.values import dataclass

# Names in annotations that their modules import for the type checker alone.
_NAMES = {
    "Box": Box, "Finding": Finding, "Look": Look, "Options": Options, "Records": Records,
    "Show": Show, "datetime": datetime,
}  # fmt: skip
_MOST_KINDS = 100


class UnreadError(Exception):
    """Something else was written than what is read. word: that, where it can be pointed at."""

    def __init__(self, what: Phrase, word: str = "", hint: Phrase | None = None) -> None:
        super().__init__(what.template)
        self.what, self.word, self.hint = what, word, hint


def _nameless(show: Show) -> str:
    raise TypeError(show.title)


def _unknown(name: str) -> Show:
    raise TypeError(name)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of value. default: `dataclasses.MISSING` where it must be written."""

    name: str
    kind: Any
    default: object


class Notation:
    """How values are written. name_of: stands for a show; show_of: the show of such a name."""

    def __init__(
        self, name_of: Callable[[Show], str] = _nameless, show_of: Callable[[str], Show] = _unknown
    ) -> None:
        self._name_of = name_of
        self._show_of = show_of
        self._fields: Callable[[type], tuple[Field, ...]] = lru_cache(_MOST_KINDS)(_fields_of)

    def written(self, value: object, kind: object) -> Any:  # noqa: ANN401 - whatever JSON has
        """`value`, which is a `kind`, as JSON has it.

        Fields that have their default are left out. One of several kinds is written as its name
        alone, or with its fields: `"GoHome"`, `{"OpenStrip": {"chapter": 2}}`.
        """
        if value is None or isinstance(value, bool | int | float | str):
            return value
        if isinstance(value, Show):
            return self._name_of(value)
        if isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, tuple):
            return [
                self.written(item, each)
                for item, each in zip(value, _kinds_of_items(kind, len(value)), strict=True)
            ]
        fields = {
            field.name: self.written(held, field.kind)
            for field in self._fields(type(value))
            if (held := getattr(value, field.name)) != field.default
        }
        if len(_members(kind)) == 1:
            return fields
        return {type(value).__name__: fields} if fields else type(value).__name__

    def read(self, json: object, kind: Any) -> Any:  # noqa: ANN401 - any type
        """The value that `written` wrote. Raises UnreadError."""
        members = _members(kind)
        if json is None and members != (kind,):
            return None
        if len(members) > 1 and all(member in _PLAIN for member in members):
            return _plain(json, members)
        if len(members) > 1:
            return self._one_of(json, members)
        (only,) = members
        if dataclasses.is_dataclass(only) and only is not Show:
            return self._with_fields(json, only)
        origin, args = typing.get_origin(only), typing.get_args(only)
        if origin is tuple:
            return self._row(json, args)
        return _choice(json, args) if origin is Literal else self._single(json, only)

    def _single(self, json: object, kind: object) -> object:
        """A single value."""
        if kind is float and isinstance(json, int) and not isinstance(json, bool):
            return float(json)
        if type(json) is not (str if kind in {Show, datetime} else kind):
            raise _expected(_PLAIN[kind], json)
        if kind is datetime:
            return _moment(str(json))
        return self._show_of(str(json)) if kind is Show else json

    def _row(self, json: object, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
        """A list of just as many values as the type has, or of any number of the same kind."""
        if isinstance(json, list) and Ellipsis in kinds:
            kinds = kinds[:1] * len(json)
        if not isinstance(json, list) or len(json) != len(kinds):
            raise _expected(phrase("a list of {count} values", count=len(kinds)), json)
        return tuple(self.read(item, kind) for item, kind in zip(json, kinds, strict=True))

    def _one_of(self, json: object, members: tuple[Any, ...]) -> Any:  # noqa: ANN401
        """A value of one of several kinds, by its name."""
        if type(json) in members:
            return json
        name: object = json
        fields: object = {}
        if isinstance(json, dict) and len(json) == 1:
            ((name, fields),) = json.items()
        if not isinstance(name, str):
            raise _expected(phrase("a name, or one with its fields"), json)
        for member in members:
            if member.__name__ == name:
                return self._with_fields(fields, member)
        hint = did_you_mean(name, [member.__name__ for member in members])
        raise UnreadError(phrase("nothing here is called '{word}'", word=name), name, hint)

    def _with_fields(self, json: object, kind: Any) -> Any:  # noqa: ANN401
        """A value of that kind, from its fields by name."""
        if not isinstance(json, dict):
            raise _expected(phrase("fields, each as 'name: value'"), json)
        known = self._fields(kind)
        names = [field.name for field in known]
        unknown = next((name for name in json if name not in names), None)
        if unknown is not None:
            hint = did_you_mean(unknown, names)
            raise UnreadError(phrase("unknown field '{word}'", word=unknown), unknown, hint)
        for field in known:
            if field.default is dataclasses.MISSING and field.name not in json:
                raise UnreadError(phrase("'{name}' is missing", name=field.name))
        written = (field for field in known if field.name in json)
        return kind(**{field.name: self.read(json[field.name], field.kind) for field in written})


_PLAIN: Mapping[object, Phrase] = {
    bool: phrase("true or false"),
    int: phrase("a whole number"),
    float: phrase("a number"),
    str: phrase("one text"),
    Show: phrase("one text"),
    datetime: phrase("a moment such as {example}", example="2026-06-01T09:00:00+08:00"),
}


def _kinds_of_items(kind: object, count: int) -> tuple[Any, ...]:
    """What each item of a tuple of that type is."""
    kinds = typing.get_args(kind)
    return kinds[:1] * count if Ellipsis in kinds else kinds


def _plain(json: object, kinds: tuple[Any, ...]) -> object:
    """A single value of one of those kinds."""
    if type(json) not in kinds:
        raise _expected(any_of(_PLAIN[kind] for kind in kinds), json)
    return json


def _moment(text: str) -> datetime:
    """A moment that knows its zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _expected(_PLAIN[datetime], text)
    return moment


def _choice(json: object, choices: tuple[Any, ...]) -> object:
    """One of several words."""
    if json not in choices:
        raise _expected(any_of(quoted(str(choice)) for choice in choices), json)
    return json


def _expected(expectation: Phrase, json: object) -> UnreadError:
    """That something else was written than `expectation`."""
    shown = str(json)
    found = quoted(shown if len(shown) <= 40 else f"{shown[:39]}…")
    what = phrase("expected {expectation}, found {found}", expectation=expectation, found=found)
    return UnreadError(what, shown)


def _members(kind: object) -> tuple[Any, ...]:
    """The kinds that a type allows, without None."""
    if typing.get_origin(kind) in {Union, types.UnionType}:
        return tuple(each for each in typing.get_args(kind) if each is not type(None))
    return (kind,)


def _fields_of(kind: Any) -> tuple[Field, ...]:  # noqa: ANN401
    """The fields of a dataclass."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    return tuple(
        Field(field.name, hints[field.name], field.default) for field in dataclasses.fields(kind)
    )
