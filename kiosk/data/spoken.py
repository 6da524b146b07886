"""Columns of a source that say one thing in several languages: `name_zh` and `name_en` are `name`.

Files have no languages: a cell is one text. So it is the columns' names that tell, as those who
keep such lists write them: `name_zh`, `name.zh`, `name-zh` or `name (zh)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# A name, and behind it a language's tag with or without its script or region.
_SPOKEN = re.compile(
    r"(?P<name>.+?)(?:[_.-]| ?\((?=.*\)$))(?P<tag>[a-z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}))?)\)?"
)

Versions = tuple[tuple[str, int], ...]  # languages and the places of their columns


def spoken_in(columns: tuple[str, ...]) -> Mapping[str, Versions]:
    """The names that two columns or more say in a language each, and that no column has.

    What merely looks so, as `gate_in` and `gate_to`, keeps its own columns: nobody asks for `gate`.
    """
    found: dict[str, dict[str, int]] = {}
    for place, column in enumerate(columns):
        if match := _SPOKEN.fullmatch(column.strip()):
            found.setdefault(match["name"], {}).setdefault(match["tag"].replace("_", "-"), place)
    return {
        name: tuple(versions.items())
        for name, versions in found.items()
        if len(versions) > 1 and name not in columns
    }
