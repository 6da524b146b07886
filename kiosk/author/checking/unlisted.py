"""Chapters in a show's folder that show.yaml does not name: nobody sees their slides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.problems import Problem, Span
from kiosk.show.folder import file_name
from kiosk.show.yaml.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.show.folder import Folder

_SHOW = "show.yaml"
_SLIDES = re.compile(r"^slides\s*[:：]", re.MULTILINE)


def unlisted(folder: Folder) -> Iterator[Problem]:
    """A warning for each file with slides that is named nowhere in show.yaml, not in a comment.

    Folders that hold a show of their own are left alone.
    """
    source = opened(folder, _SHOW).source
    names = folder.names()
    shows = {name.removesuffix(_SHOW) for name in names if name.endswith(f"/{_SHOW}")}
    for name in names:
        is_other = name == _SHOW or any(name.startswith(show) for show in shows)
        if source is None or is_other or not name.endswith((".yaml", ".yml")):
            continue
        if name not in source.text and folder.is_inside(name):
            yield from _told(folder, name)


def _told(folder: Folder, name: str) -> Iterator[Problem]:
    """The warning at the slides of the file, where it has any."""
    source = opened(folder, name).source
    found = None if source is None else _SLIDES.search(source.text)
    if source is None or found is None:
        return
    line = source.text[: found.start()].count("\n") + 1
    what = phrase("nobody sees these slides: show.yaml does not name their file")
    hint = phrase("add {name} to 'chapters' in show.yaml", name=name)
    yield Problem(
        Span(file_name(folder, name), line, 1, len("slides")), "warning", "unlisted", what, hint
    )
