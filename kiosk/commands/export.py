"""`kiosk export`: the file's name says which format is wanted."""
# ruff: noqa: PLC0415 - each format imports what it needs when it is wanted

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.commands.saying import (
    FAILED,
    NO_SHOW,
    put_whole,
    show_or_reason,
    tell,
    unknown_wishes,
    wished_look,
)
from kiosk.phrases import Phrase, phrase

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from kiosk.author.exporting.wish import Export, Wish
    from kiosk.show.model import Show
    from kiosk.stage.assets import Refusal
    from kiosk.stage.brought import FontRefusal


@dataclass(frozen=True, slots=True)
class Format:
    """One format. load: gives what writes it. is_folder: whether that fills a folder."""

    load: Callable[[], Export]
    is_folder: bool = False


def export(options: argparse.Namespace) -> int:
    """`kiosk export`: 0 written, 1 not written or not whole, 2 no show."""
    show = show_or_reason(options.show, options.speaks)
    if show is None:
        return NO_SHOW
    if unknown_wishes(options, show, "lang", "theme"):
        return FAILED
    wanted = format_of(options.file, are_sheets=options.sheets)
    if isinstance(wanted, Phrase):
        tell(wanted, options.speaks)
        return FAILED
    from kiosk.author.exporting.wish import Wish

    wish = Wish(options.size, wished_look(options))
    return put_whole(
        options.file,
        lambda: _write(wanted, show, options.show, wish, options.file),
        options.speaks,
    )


def format_of(file: Path, *, are_sheets: bool = False) -> Format | Phrase:
    """The format that the name of `file` asks for; or why there is none.

    are_sheets: whether contact sheets are to fill the folder.
    """
    if is_folder(file):
        return Format(_sheets if are_sheets else _pages, is_folder=True)
    if are_sheets:
        return phrase("--sheets needs a folder to write into, not {file}", file=str(file))
    found = _BY_ENDING.get(file.suffix.lower())
    if found is not None:
        return found
    return phrase(
        "{file}: what can be written is {names}, or a folder of pictures",
        file=str(file), names=", ".join(_BY_ENDING),
    )  # fmt: skip


def is_folder(file: Path) -> bool:
    """Whether many files are wanted: it is a folder, or would be one by its name."""
    return not file.suffix or (file.is_dir() and not file.suffix[1:].isalpha())


def _write(
    wanted: Format, show: Show, folder: Path, wish: Wish, file: Path
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes all of `file` or nothing; what is missing in it is returned. Raises OSError."""
    from kiosk.author.exporting.whole import whole_file, whole_folder
    from kiosk.author.stills import Studio

    write = wanted.load()
    with (whole_folder if wanted.is_folder else whole_file)(file) as made:
        studio = Studio.of(show, folder)
        write(studio, wish, made, _silent)
        names = sorted(part.name for part in made.iterdir()) if wanted.is_folder else ()
    for name in names:
        print(file / name)
    return studio.refusals


def _silent(done: int, total: int) -> None:
    """Says nothing of how far the work has come."""


def _sheet() -> Export:
    from kiosk.author.exporting.sheets import export_sheet

    return export_sheet


def _sheets() -> Export:
    from kiosk.author.exporting.sheets import export_sheets

    return export_sheets


def _pages() -> Export:
    from kiosk.author.exporting.pages import export_pages

    return export_pages


_BY_ENDING: Mapping[str, Format] = {".png": Format(_sheet)}
