"""The starter show: five slides that staff change into their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.author.new.templates import Changes, cells_in, changed, table_in
from kiosk.author.new.titles import OWN, titles_of
from kiosk.author.new.wish import Wish
from kiosk.author.new.words import said, written
from kiosk.author.schema.command import schema_texts
from kiosk.phrases import Language
from kiosk.stage.resources import resources_folder

Content = bytes | Path  # of a file: its bytes, or the file that it is copied from

SCHEMAS = ".kiosk"  # the folder, beside show.yaml, of what editors read
_SORTS = ("show", "chapter", "facts")
_MARK = b"\xef\xbb\xbf"  # without it Excel takes a table for one in the system's own encoding


def starter_files(wish: Wish, language: Language) -> dict[str, Content]:
    """The files of the starter show by their paths. language: of the comments in them."""
    folder = resources_folder() / "starter"
    tables = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.csv"))}
    only = wish.languages[0] if len(wish.languages) == 1 else None
    cells: dict[str, str] = {}
    for table in tables.values():
        cells |= cells_in(table, only)
    titles = titles_of(wish.title, wish.languages)
    title = said({of: written(text, has_facts=True) for of, text in titles.items()})
    changes = Changes(title, OWN["zh"], values_of(wish), only, cells)
    files: dict[str, Content] = {}
    for file in sorted(folder.glob("*.yaml")):
        text = changed(file.read_text("utf-8"), changes, language)
        files[file.name] = text.replace("$schema=../schema/", f"$schema={SCHEMAS}/").encode()
    for name, table in tables.items():
        files[name] = _MARK + table_in(table, only).encode()
    for picture in sorted((folder / "pictures").iterdir()):
        files[f"pictures/{picture.name}"] = picture
    return {**files, **schema_files(language)}


def schema_files(language: Language) -> Mapping[str, Content]:
    """What an editor with a YAML plugin reads, explained in `language`."""
    texts = schema_texts(language)
    return {f"{SCHEMAS}/{sort}.json": texts[f"{sort}.json"].encode() for sort in _SORTS}


def modeline(sort: str) -> str:
    """The first line of a file of that sort, by which an editor finds its schema."""
    return f"# yaml-language-server: $schema={SCHEMAS}/{sort}.json\n"


def values_of(wish: Wish) -> dict[str, str]:
    """The fields of show.yaml that were asked for, as YAML."""
    return {
        "languages": f"[{', '.join(wish.languages)}]",
        "shapes": f"[{', '.join(wish.screen.shapes)}]",
        "screen": f"{wish.screen.inches:g} in",
    }
