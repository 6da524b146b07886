"""Nodes → a dataclass whose fields are `option(...)`: generic over the kinds and their types."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from collections.abc import Mapping as MappingABC
from dataclasses import field
from enum import Enum
from typing import Any, Literal, TypeVar, Union

from kiosk.kinds import kind_class, kind_names
from kiosk.phrases import Phrase, any_of, phrase, quoted, write
from kiosk.show.fields.elsewhere import field_here, kind_here
from kiosk.show.findings import Findings
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.show.yaml.resolve import bool_of, is_null
from kiosk.values import dataclass

T = TypeVar("T")


class Unfit(Enum):
    """What a converter returns when the value cannot be read; it has been reported."""

    UNFIT = 0


UNFIT = Unfit.UNFIT

Converter = Callable[[Node, "Binder"], object]
Elsewhere = Callable[[str], Phrase | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. name: in YAML. python: in the dataclass. type: without `None`.

    metadata: of `kiosk.options.option`.
    """

    name: str
    python: str
    type: object
    metadata: MappingABC[str, Any]
    convert: Converter
    is_required: bool

    def must_join(self, found: MappingABC[str, object]) -> bool:
        """Whether it is missing among those that were written, by their Python names."""
        instead = self.metadata.get("instead", "")
        may_miss = instead in found if instead else not self.is_required
        return self.python not in found and not may_miss


@dataclass(frozen=True, slots=True)
class Form:
    """The fields that staff may write for one dataclass. own: those that its base lacks."""

    fields: MappingABC[str, Field]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """The fields that could be read. is_whole: whether none was wrong or missing."""

    fields: dict[str, object]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Binder:
    """Reads nodes into dataclasses, with `converters` for the types of their fields."""

    findings: Findings
    converters: MappingABC[object, Converter]
    _forms: dict[type, Form] = field(default_factory=dict)
    _kinds: dict[tuple[str, str], type] = field(default_factory=dict)

    def knowing(self, converters: MappingABC[object, Converter]) -> Binder:
        """The same with other converters for some types."""
        return Binder(self.findings, {**self.converters, **converters})

    def bound(
        self,
        node: Node,
        cls: type[T],
        *,
        first: str = "",
        apart: str = "",
        given: MappingABC[str, object] | None = None,
    ) -> T | Unfit:
        """The fields of `cls` from `node`.

        first: the field that a single value stands for; the first own one by default. apart: a
        field of `node` that is not one of `cls` and was read before (`type`). given: fields that
        are not written, by their Python names.
        """
        form = self.form(cls)
        if not isinstance(node, Mapping):
            name = first or (form.own[0] if form.own else "")
            return self._single(node, cls, form, name)
        return made(cls, self.values(node, cls, apart=apart, given=given))

    def lenient(self, node: Mapping, cls: type[T]) -> T:
        """The fields of `cls` from `node`, each wrong one reported and left at its default."""
        return cls(**self.values(node, cls).fields)

    def values(
        self,
        node: Mapping,
        cls: type,
        *,
        apart: str = "",
        given: MappingABC[str, object] | None = None,
        elsewhere: Elsewhere = lambda _: None,
    ) -> Values:
        """The fields of `cls` in `node`, the wrong ones reported and left out.

        given: fields that are not written, by their Python names. elsewhere: the hint for an
        unknown field that others have.
        """
        form = self.form(cls)
        found: dict[str, object] = dict(given or {})
        wrong: set[str] = set()
        for key, value in node.entries:
            known = form.fields.get(key.text)
            if known is None:
                if not apart or key.text != apart:
                    self._unknown_field(key, value, (*form.fields, apart), elsewhere)
                    wrong.add(key.text)
                continue
            result = self._field(key, value, known)
            if result is UNFIT:
                wrong.add(key.text)
            elif result is not None:
                found[known.python] = result
        lacks = [f for f in form.fields.values() if f.must_join(found)]
        if not wrong:  # else the wrong one may be the one that is missing, misspelt
            for each in lacks:
                hint = _missing(each)
                self.findings.error(
                    node, "missing-field", phrase("'{name}' is missing", name=each.name), hint
                )
        return Values(found, not node.is_flawed and not wrong and not lacks)

    def form(self, cls: type) -> Form:
        """The form of `cls`. Raises TypeError for a field whose type has no converter."""
        if cls not in self._forms:
            hints = typing.get_type_hints(cls)
            fields = {}
            inherited = {f.name for base in cls.__mro__[1:] for f in _fields_of(base)}
            for each in _fields_of(cls):
                name = yaml_name(each.name)
                required = (
                    each.default is dataclasses.MISSING
                    and each.default_factory is dataclasses.MISSING
                )
                kind = without_none(hints[each.name])
                convert = _within(self.converter(kind), each.metadata.get("bounds"))
                fields[name] = Field(name, each.name, kind, each.metadata, convert, required)
            own = tuple(f.name for f in fields.values() if f.python not in inherited)
            self._forms[cls] = Form(fields, own)
        return self._forms[cls]

    def converter(self, annotation: Any) -> Converter:  # noqa: ANN401 - any type
        """What reads a value of that type. Raises TypeError when nothing does."""
        annotation = without_none(annotation)
        if annotation in self.converters:
            return self.converters[annotation]
        origin, args = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Literal:
            return _choice(args)
        if origin is tuple:
            return _items(self, args)
        if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
            return _nested(annotation)
        message = f"fields of type {annotation} cannot be written in YAML"
        raise TypeError(message)

    def _field(self, key: Scalar, value: Node, known: Field) -> object:
        """The field's value; None when it was left empty."""
        if not is_null(value):
            return known.convert(value, self)
        what = phrase("'{word}' is empty", word=key.text)
        if known.is_required:
            hint = phrase("write its value after the colon")
            self.findings.error(key, "empty-field", what, hint)
            return UNFIT
        hint = phrase("write its value after the colon, or remove the line")
        self.findings.warning(key, "empty-field", what, hint)
        return None

    def _single(self, node: Node, cls: type[T], form: Form, name: str) -> T | Unfit:
        """The dataclass of one value, where none of its other fields must be written."""
        known = form.fields.get(name)
        lacks = [f for f in form.fields.values() if f.is_required and f is not known]
        if isinstance(node, Sequence) or is_null(node) or known is None or lacks:
            hint = _unlisted(node) if known and not lacks else None
            return self.expected(node, phrase("fields, each as 'name: value'"), hint)
        value = known.convert(node, self)
        return UNFIT if value is UNFIT else cls(**{known.python: value})

    def expected(self, node: Node, expectation: Phrase, hint: Phrase | None = None) -> Unfit:
        """Reports that something else was written; the value to return then."""
        what = phrase(
            "expected {expectation}, found {found}", expectation=expectation, found=found(node)
        )
        self.findings.error(node, "wrong-value", what, wide_hint(node) or hint)
        return UNFIT

    def kind(
        self, node: Scalar, package: str, base: Callable[..., T], noun: Phrase
    ) -> type[T] | Unfit:
        """The class of the kind that `node` names; imports its module."""
        if (package, node.text) in self._kinds or node.text in kind_names(package):
            return self.known_kind(node.text, package, base)
        names = kind_names(package)
        hint = kind_here(node.text, names) or self.findings.meant_kind(node.text, names)
        self.findings.error(
            node, "unknown-kind", phrase("unknown {noun} '{word}'", noun=noun, word=node.text), hint
        )
        return UNFIT

    def known_kind(self, name: str, package: str, base: Callable[..., T]) -> type[T]:
        """The class of a kind that is known to exist, looked up once a load."""
        if (package, name) not in self._kinds:
            self._kinds[package, name] = kind_class(package, name, base)
        return self._kinds[package, name]

    def _unknown_field(
        self, key: Scalar, value: Node, names: tuple[str, ...], elsewhere: Elsewhere
    ) -> None:
        hint = wide_hint(key) or comma_hint(key, value) or field_here(key.text, names)
        hint = hint or elsewhere(key.text)
        hint = hint or self.findings.meant(key.text, [n for n in names if n])
        self.findings.error(
            key, "unknown-field", phrase("unknown field '{word}'", word=key.text), hint
        )


def made(cls: type[T], values: Values) -> T | Unfit:
    """The dataclass with those values, where none was wrong or missing."""
    return cls(**values.fields) if values.is_whole else UNFIT


def _unlisted(node: Node) -> Phrase | None:
    """The hint for a list of one value where the value itself is meant."""
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return phrase("write {word} without the brackets", word=node.items[0].text)
    return None


def found(node: Node) -> Phrase:
    """What was written, in words."""
    if not isinstance(node, Scalar):
        is_list = isinstance(node, Sequence)
        place = node.place
        written = node.source.line(place.line)[place.column : place.end_column]
        is_short = place.line == place.end_line and len(written) <= 40
        if not is_short:
            return phrase("a list") if is_list else phrase("fields")
        if is_list:
            return phrase("the list {written}", written=written)
        return phrase("the fields {written}", written=written)
    if is_null(node):
        return phrase("nothing")
    short = node.text if len(node.text) <= 40 else f"{node.text[:39]}…"
    return quoted(short)


def wide_hint(node: Node) -> Phrase | None:
    """The hint for a full-width colon, which makes one text of a field and its value."""
    if isinstance(node, Scalar) and node.is_plain and "：" in node.text:
        return phrase("write ': ' (the colon of the English keyboard, and a space)")
    return None


def comma_hint(key: Scalar, value: Node) -> Phrase | None:
    """The hint for a comma in a text between braces, which makes a field of what follows it."""
    if not is_null(value) or not key.is_plain:
        return None
    if key.text[:3].isdecimal():
        return phrase("write a number without commas, and a text with a comma in quotes")
    if set(key.text) & set("“”＂"):
        return phrase('write " (the quotation mark of the English keyboard)')
    if ":" in key.text:
        return phrase("write a space after the colon")
    is_word = key.text.isascii() and " " not in key.text
    return None if is_word else phrase("put quotes around a text with a comma in it")


def yaml_name(python: str) -> str:
    """The name in YAML of a dataclass field: `beside-title`, and `from` for `from_`."""
    return python.rstrip("_").replace("_", "-")


def without_none(annotation: Any) -> Any:  # noqa: ANN401 - any type
    """The type that `annotation` is, or may be beside None."""
    if typing.get_origin(annotation) in {Union, types.UnionType}:
        inner = [a for a in typing.get_args(annotation) if a is not type(None)]
        return inner[0] if len(inner) == 1 else annotation
    return annotation


def _fields_of(cls: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()


def _missing(field: Field) -> Phrase:
    """What to write where the field is missing."""
    if other := field.metadata.get("instead"):
        return phrase("write '{name}: …', or '{other}: …'", name=field.name, other=yaml_name(other))
    return phrase("write '{name}: …'", name=field.name)


def _choice(choices: tuple[Any, ...]) -> Converter:
    """One of several words, true and false among them."""

    def convert(node: Node, binder: Binder) -> object:
        for choice in choices:
            if isinstance(node, Scalar) and node.text == str(choice):
                return choice
        words = [str(choice) for choice in choices]
        text = node.text if isinstance(node, Scalar) else ""
        hint = binder.findings.near(text, words)
        return binder.expected(node, any_of(map(quoted, words)), hint)

    return convert


def _within(convert: Converter, bounds: tuple[float, float] | None) -> Converter:
    """The same for numbers from the first to the second of `bounds` only."""
    if bounds is None:
        return convert
    least, most = bounds

    def bounded(node: Node, binder: Binder) -> object:
        value = convert(node, binder)
        if isinstance(value, int | float) and not least <= value <= most:
            hint = phrase(
                "write a number from {least} to {most}", least=f"{least:g}", most=f"{most:g}"
            )
            binder.findings.error(
                node, "out-of-range", phrase("{found} is out of range", found=found(node)), hint
            )
            return UNFIT
        return value

    return bounded


def _items(binder: Binder, args: tuple[Any, ...]) -> Converter:
    """A list of any length, or of just as many values as the type has."""
    many = len(args) == 2 and args[1] is Ellipsis
    converters = [binder.converter(a) for a in args if a is not Ellipsis]

    def convert(node: Node, binder: Binder) -> object:
        if not isinstance(node, Sequence):
            if many and isinstance(node, Scalar):
                single = converters[0](node, binder)
                return UNFIT if single is UNFIT else (single,)
            count = len(converters)
            row = phrase("a list of {count} values", count=count)
            example = phrase("write [first, second]")
            return binder.expected(node, phrase("a list") if many else row, example)
        if not many and len(node.items) != len(converters):
            what = phrase(
                "expected a list of {count} values, found {found}",
                count=len(converters),
                found=len(node.items),
            )
            hint = phrase("write [first, second]") if len(converters) == 2 else None
            binder.findings.error(node, "wrong-value", what, hint)
            return UNFIT
        each = converters * len(node.items) if many else converters
        values = [c(item, binder) for c, item in zip(each, node.items, strict=True)]
        return UNFIT if UNFIT in values else tuple(values)

    return convert


def _nested(cls: type[Any]) -> Converter:
    """Another dataclass of options."""

    def convert(node: Node, binder: Binder) -> object:
        return binder.bound(node, cls)

    return convert


def truth(node: Node, binder: Binder) -> object:
    """`true` or `false`; `yes` and `no` are texts in YAML 1.2 and get a hint."""
    value = bool_of(node) if isinstance(node, Scalar) else None
    if value is not None:
        return value
    text = node.text.casefold() if isinstance(node, Scalar) else ""
    hint = write("true") if text in {"yes", "on", "1", "是"} else None
    hint = write("false") if text in {"no", "off", "0", "否"} else hint
    hint = hint or binder.findings.near(text, ("true", "false"))
    return binder.expected(node, phrase("true or false"), hint)
