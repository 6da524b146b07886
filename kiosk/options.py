"""How a kind declares its YAML fields: typed dataclass fields with a documentation text.

The binder (`kiosk.show.fields.bind`) reads the fields of a kind's dataclass, converts each YAML
value to the field's type and reports what does not fit; `kiosk kinds` prints the same texts. The
types it knows: `bool`, `int`, `float`, `str`, `Literal[...]` (choices), the types below, `Text`,
`Quantity`, `Table`, `Colour`, tuples of one of them, and each of them `| None`.
"""

from __future__ import annotations

from dataclasses import MISSING, field
from typing import Any, Literal, NewType

from kiosk.values import dataclass

Column = NewType("Column", str)  # a column of the chart's data
File = NewType("File", str)  # a path inside the show's folder, of a file that exists
Seconds = NewType("Seconds", float)  # written `800 ms`, `9 s`, `2 min`
Share = NewType("Share", float)  # a number from 0 to 1
SlideId = NewType("SlideId", str)  # the id of a slide of the show


@dataclass(frozen=True, slots=True)
class At:
    """A place on the page: its left and upper side, width and height as shares of the page's."""

    x: float
    y: float
    width: float
    height: float


PortraitAt = NewType("PortraitAt", At)  # the same on a tall page


@dataclass(frozen=True, slots=True)
class Enter:
    """How a chart comes on, written `grow 1.2 s`, `rise`, `none`.

    `grow` is a kind's own entry (bars grow, numbers count, outlines draw).
    """

    style: Literal["grow", "rise", "fade", "none"] = "grow"
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class FileChoice:
    """A file, or one for each theme or shape: `{dusk: a.jpg, paper: b.jpg}`.

    choices: (theme's name, `landscape`, `portrait`, `theme portrait` for one shape of a theme, or
    the empty string for every case; file). editions: (file; what tells its content from that of
    other times), where files are watched; the choice is another one where they are.
    """

    choices: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def for_case(self, theme: str, shape: str) -> str:
        """The file for that theme and shape; the first one written when none names them."""
        files = dict(self.choices)
        cases = (f"{theme} {shape}", theme, shape)
        return next((files[case] for case in cases if case in files), self.choices[0][1])

    def edition_of(self, file: str) -> str:
        """The edition of one of its files; nothing where files are not watched."""
        return dict(self.editions).get(file, "")

    def is_for(self, theme: str, shape: str) -> bool:
        """Whether that theme has a file of its own on pages of that shape."""
        return any(case in {theme, f"{theme} {shape}"} for case, _ in self.choices)


def option(
    doc: str,
    default: Any = MISSING,  # noqa: ANN401 - as dataclasses.field
    *,
    zh: str = "",
    bounds: tuple[float, float] | None = None,
    names_row_of: tuple[str, ...] = (),
    cells: tuple[str, ...] | Literal["numbers"] = (),
    instead: str = "",
) -> Any:  # noqa: ANN401 - as dataclasses.field
    """A dataclass field that staff set in YAML. doc: one sentence that explains it to them.

    zh: the same sentence in Chinese.

    Without `default` the field must be written. bounds: the least and the largest number. For
    charts, names_row_of: fields that name columns; the text written must stand in one of those.
    cells: what the cells of the column that is written may say: numbers, or one of these words.
    instead: another field, where this one must be written unless that one is.
    """
    metadata = {
        "doc": doc,
        "zh": zh,
        "bounds": bounds,
        "names_row_of": names_row_of,
        "cells": cells,
        "instead": instead,
    }
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)
