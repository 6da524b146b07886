"""The title of a new show in each of its languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.data.scripts import unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN: Mapping[str, str] = {"zh": "我们的展厅", "en": "Our exhibition"}  # until staff write another
_BETWEEN = re.compile(r"\s*[/／|｜]\s*")


def titles_of(title: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The title by languages; one that is read in all of them stands under the empty one.

    `重庆 / Chongqing` says it in both. A language whose readers cannot read it has a title of the
    program's own for now (`unwritten` tells which).
    """
    if len(languages) < 2:
        return {"": title}
    parts = _BETWEEN.split(title)
    if len(parts) == len(languages):
        for names in (parts, parts[::-1]):
            found = dict(zip(languages, names, strict=True))
            if all(_is_for(of, name, languages) for of, name in found.items()):
                return found
    lacks = unwritten(title, languages)
    return {of: OWN[of] if of in lacks else title for of in languages} if lacks else {"": title}


def unwritten(title: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which a title in one of the others is still to be written."""
    lacks = unread(title, languages)
    return tuple(of for of in lacks if of in OWN) if len(lacks) < len(languages) else ()


def _is_for(language: str, name: str, languages: tuple[str, ...]) -> bool:
    """Whether that part of a title is meant for the readers of that language."""
    foreign = unread(name, languages)
    return bool(name) and language not in foreign and (bool(foreign) or language != "zh")


def readable_in(texts: Iterable[str], languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages whose readers can read all of the texts; the first where nobody can."""
    foreign = {of for text in texts for of in unread(text, languages)}
    return tuple(of for of in languages if of not in foreign) or languages[:1]
