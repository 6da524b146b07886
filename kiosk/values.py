"""`dataclass`: the standard library's to whoever reads or checks types, and far cheaper to run.

A show waits for hundreds of them to be made before its first slide, and each frame makes thousands
of values. The library compiles up to six functions for a frozen class; here one is compiled, and
those that compare, hash and print are the same for all classes. That nobody changes a frozen value
is left to the type checker: where the library sees to it, making a value takes six times as long.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field, dataclass

__all__ = ["dataclass"]


def _dataclass(*, frozen: bool = False, **wishes: bool) -> Callable[[type], type]:
    """What makes a dataclass of a class. wishes: the library's, by their names."""

    def made(described: type) -> type:
        """The dataclass that is described."""
        if not frozen:
            return dataclasses.dataclass(**wishes)(described)
        if wishes.get("order") or not wishes.get("eq", True):
            return dataclasses.dataclass(**wishes, unsafe_hash=wishes.get("eq", True))(described)
        cheap: type = dataclasses.dataclass(**wishes, eq=False, repr=False)(described)
        for name, method in _methods(dataclasses.fields(cheap)).items():
            setattr(cheap, name, method)
        return cheap

    return made


def _methods(fields: tuple[Field[object], ...]) -> dict[str, Callable[..., object]]:
    """What compares, hashes and prints values of those fields, by its name."""
    compared = [field.name for field in fields if field.compare]
    printed = [field.name for field in fields if field.repr]
    # Of one name, and of none, it gives no tuple.
    values = attrgetter(*compared) if len(compared) > 1 else _each_of(compared)

    def equal(one: object, other: object) -> object:
        is_comparable = one.__class__ is other.__class__
        return values(one) == values(other) if is_comparable else NotImplemented

    def hashed(value: object) -> int:
        return hash(values(value))

    def shown(value: object) -> str:
        inner = ", ".join(f"{name}={getattr(value, name)!r}" for name in printed)
        return f"{value.__class__.__qualname__}({inner})"

    return {"__eq__": equal, "__hash__": hashed, "__repr__": shown}


def _each_of(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    """What gives a value's fields of those names."""
    return lambda value: tuple([getattr(value, name) for name in names])


if not TYPE_CHECKING:
    dataclass = _dataclass
