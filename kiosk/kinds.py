"""Finds the kinds of a package (charts, elements, layouts, transitions) by their file names.

A kind is one module; its file's name, with `-` for `_`, is its name in YAML. Modules are listed
without importing them and imported when a show first uses them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import TypeVar

Kind = TypeVar("Kind")


def kind_names(package: str) -> tuple[str, ...]:
    """The YAML names of the kinds in the importable `package`, sorted.

    Raises RuntimeError when it has none: a frozen program whose modules were not collected would
    otherwise know no chart at all and say nothing.
    """
    path = importlib.import_module(package).__path__
    names = sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(path))
    if not names:
        message = f"no kinds found in {package}: were its submodules packaged?"
        raise RuntimeError(message)
    return tuple(names)


def kind_class(package: str, name: str, base: Callable[..., Kind]) -> type[Kind]:
    """The subclass of `base` that module `name` of `package` defines; imports the module.

    base: a class, which may be abstract; types allow that in a `Callable`, and not in a `type`.
    Raises LookupError when the module does not define exactly one.
    """
    module = importlib.import_module(f"{package}.{name.replace('-', '_')}")
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and base in inspect.getmro(value)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        message = f"{module.__name__} defines {len(found)} kinds of {base.__name__}, not one"
        raise LookupError(message)
    return found[0]
