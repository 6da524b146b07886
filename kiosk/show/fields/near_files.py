"""The file that may have been meant by a name that no file has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.show.slips import slips

if TYPE_CHECKING:
    from collections.abc import Iterable

_PICTURES = frozenset({"jpg", "jpeg", "png", "svg", "webp", "gif", "bmp", "tif", "tiff"})
_TABLES = frozenset({"csv", "tsv", "xlsx", "json"})
_TEXTS = frozenset({"yaml", "yml"})
_LETTERS = 3  # of a name for each slip; `foto` may be `photo`, and `cup` is no `hut`
_CHARACTERS = 4  # the same of Chinese, where each character tells far more


def near_file(path: str, names: Iterable[str]) -> str:
    """The name among `names` that `path` most likely stands for, or nothing.

    It is of the same sort (a picture, a table), and without its folder and ending it differs by no
    more than a slip for each three letters. Another number is another file: `hall-2` is no
    `hall-3`.
    """
    _, stem, ending = _parts(path)
    sort, digits = _sort(ending), _digits(stem)
    best, fewest = "", 0
    for name in names:
        folder, other, its_ending = _parts(name)
        most = _most(other)
        is_like = _sort(its_ending) == sort and _digits(other) == digits
        if not stem or not is_like or abs(len(stem) - len(other)) > most:
            continue
        found = slips(stem, other)
        cost = 2 * found + (folder != _parts(path)[0])
        if found <= most and (not best or cost < fewest):
            best, fewest = name, cost
    return best


def _parts(path: str) -> tuple[str, str, str]:
    """Its folder, its name and its ending, without what is easily mistaken: case, hyphens."""
    folded = path.casefold().replace("_", "-").replace(" ", "-")
    folder, _, name = folded.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    return (folder, stem, ending) if dot else (folder, name, "")


def _sort(ending: str) -> str:
    """What files of that ending are."""
    for sort, endings in (("picture", _PICTURES), ("table", _TABLES), ("text", _TEXTS)):
        if ending in endings:
            return sort
    return ending


def _digits(stem: str) -> str:
    return "".join(filter(str.isdigit, stem))


def _most(stem: str) -> int:
    """How many slips a name may have."""
    latin = sum(map(str.isascii, stem))
    return (latin + 1) // _LETTERS + (len(stem) - latin) // _CHARACTERS
