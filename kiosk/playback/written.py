"""Values as JSON and back: by the names of their fields, and their own where there are several.

What a field holds is its type, so that an event or a field that is new can be written at once.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal, Union

from kiosk.geometry import Box
from kiosk.phrases import Phrase, any_of, phrase, quoted
from kiosk.playback.look import Look
from kiosk.playback.state import Options
from kiosk.problems import did_you_mean
from kiosk.show.model import Show

# Names in annotations that their modules import for the type checker alone.
_NAMES = {"Box": Box, "Look": Look, "Options": Options, "Show": Show, "datetime": datetime}


class UnreadError(Exception):
    """Something else was written than what is read. word: that, where it can be pointed at."""

    def __init__(self, what: Phrase, word: str = "", hint: Phrase | None = None) -> None:
        super().__init__(what.template)
        self.what, self.word, self.hint = what, word, hint


def written(value: object, kind: object, name_of: Callable[[Show], str]) -> Any:  # noqa: ANN401
    """`value`, which is a `kind`, as JSON has it. name_of: stands for a show.

    Fields that have their default are left out. One of several kinds is written as its name alone,
    or with its fields: `"GoHome"`, `{"OpenStrip": {"chapter": 2}}`.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Show):
        return name_of(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        kinds = typing.get_args(kind)
        return [written(*each, name_of) for each in zip(value, kinds, strict=True)]
    fields = _written_fields(value, name_of)
    if len(_members(kind)) == 1:
        return fields
    return {type(value).__name__: fields} if fields else type(value).__name__


def _written_fields(value: Any, name_of: Callable[[Show], str]) -> dict[str, Any]:  # noqa: ANN401
    hints = _hints(type(value))
    return {
        field.name: written(getattr(value, field.name), hints[field.name], name_of)
        for field in dataclasses.fields(value)
        if getattr(value, field.name) != field.default
    }


def read(json: object, kind: object, show_of: Callable[[str], Show]) -> Any:  # noqa: ANN401
    """The value that `written` wrote. show_of: the show of a name. Raises UnreadError."""
    members = _members(kind)
    if json is None and members != (kind,):
        return None
    if len(members) > 1:
        return _one_of(json, members, show_of)
    (only,) = members
    if dataclasses.is_dataclass(only) and only is not Show:
        return _fields(json, only, show_of)
    origin, args = typing.get_origin(only), typing.get_args(only)
    if origin is tuple:
        return _row(json, args, show_of)
    if origin is Literal:
        return _choice(json, args)
    return _plain(json, only, show_of)


def _plain(json: object, kind: object, show_of: Callable[[str], Show]) -> object:
    """A single value."""
    if kind is float and isinstance(json, int) and not isinstance(json, bool):
        return float(json)
    if type(json) is not (str if kind in {Show, datetime} else kind):
        raise _expected(_PLAIN[kind], json)
    if kind is datetime:
        return _moment(str(json))
    return show_of(str(json)) if kind is Show else json


_PLAIN: Mapping[object, Phrase] = {
    bool: phrase("true or false"),
    int: phrase("a whole number"),
    float: phrase("a number"),
    str: phrase("one text"),
    Show: phrase("one text"),
    datetime: phrase("a moment such as {example}", example="2026-06-01T09:00:00+08:00"),
}


def _moment(text: str) -> datetime:
    """A moment that knows its zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _expected(_PLAIN[datetime], text)
    return moment


def _row(json: object, args: tuple[Any, ...], show_of: Callable[[str], Show]) -> tuple[Any, ...]:
    """A list of just as many values as the type has."""
    if not isinstance(json, list) or len(json) != len(args):
        raise _expected(phrase("a list of {count} values", count=len(args)), json)
    return tuple(read(item, kind, show_of) for item, kind in zip(json, args, strict=True))


def _choice(json: object, choices: tuple[Any, ...]) -> object:
    """One of several words."""
    if json not in choices:
        raise _expected(any_of(quoted(str(choice)) for choice in choices), json)
    return json


def _one_of(json: object, members: tuple[Any, ...], show_of: Callable[[str], Show]) -> Any:  # noqa: ANN401
    """A value of one of several kinds, by its name."""
    name: object = json
    fields: object = {}
    if isinstance(json, dict) and len(json) == 1:
        ((name, fields),) = json.items()
    kinds = {member.__name__: member for member in members}
    if not isinstance(name, str):
        raise _expected(phrase("a name, or one with its fields"), json)
    if name not in kinds:
        hint = did_you_mean(name, kinds)
        raise UnreadError(phrase("nothing here is called '{word}'", word=name), name, hint)
    return _fields(fields, kinds[name], show_of)


def _fields(json: object, kind: Any, show_of: Callable[[str], Show]) -> Any:  # noqa: ANN401
    """A value of that kind, from its fields by name."""
    if not isinstance(json, dict):
        raise _expected(phrase("fields, each as 'name: value'"), json)
    hints = _hints(kind)
    unknown = next((name for name in json if name not in hints), None)
    if unknown is not None:
        hint = did_you_mean(unknown, hints)
        raise UnreadError(phrase("unknown field '{word}'", word=unknown), unknown, hint)
    for field in dataclasses.fields(kind):
        if field.default is dataclasses.MISSING and field.name not in json:
            raise UnreadError(phrase("'{name}' is missing", name=field.name))
    return kind(**{name: read(value, hints[name], show_of) for name, value in json.items()})


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


def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields of a dataclass."""
    return typing.get_type_hints(kind, localns=_NAMES)
