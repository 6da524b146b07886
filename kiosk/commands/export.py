"""`kiosk export`: the file's name says which format is wanted."""
# ruff: noqa: PLC0415 - each format imports what it needs when it is wanted

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kiosk.author.progress import progress
from kiosk.commands.saying import (
    FAILED,
    NO_SHOW,
    put_whole,
    say_unknown,
    show_or_reason,
    tell,
    unknown_wishes,
    wished_look,
)
from kiosk.commands.stopping import stoppable
from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from kiosk.author.exporting.part import Part
    from kiosk.author.exporting.wish import Export, Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Pixels
    from kiosk.phrases import Language
    from kiosk.show.model import Show
    from kiosk.stage.pictures.assets import Refusal
    from kiosk.stage.vetting.brought import FontRefusal


@dataclass(frozen=True, slots=True)
class Format:
    """One format. load: gives what writes it. is_folder: whether that fills a folder.

    takes: the options that not all formats have. unfit: why it cannot be of that size, if so.
    needs: a library that a package may lack.
    """

    load: Callable[[], Export]
    is_folder: bool = False
    takes: tuple[str, ...] = ()
    unfit: Callable[[Pixels], Phrase | None] | None = None
    needs: str = ""


def export(options: argparse.Namespace) -> int:
    """`kiosk export`: 0 written, 1 not written or not whole, 2 no show."""
    with stoppable():
        try:
            return _exported(options)
        except KeyboardInterrupt:
            with suppress(OSError):  # a terminal that is closed
                tell(_stopped(options.file), options.speaks)
            raise


def _stopped(file: Path) -> Phrase:
    """What is left where an export was stopped."""
    if file.exists():
        return phrase("stopped: {file} stays as it was", file=str(file))
    return phrase("stopped: {file} was not written", file=str(file))


def _exported(options: argparse.Namespace) -> int:
    """What is wished is written; the exit status."""
    show = show_or_reason(options.show, options.speaks)
    if show is None:
        return NO_SHOW
    if unknown_wishes(options, show, "lang", "theme"):
        return FAILED
    wanted = _wanted(options)
    if isinstance(wanted, Phrase):
        tell(wanted, options.speaks)
        return FAILED
    part = None if options.slides is None else _part(show, options.slides, options.speaks)
    if options.slides is not None and part is None:
        return FAILED
    from kiosk.author.exporting.wish import Wish

    wish = Wish(options.size, wished_look(options), options.notes, options.rate or USUAL_RATE, part)

    def write() -> tuple[Refusal | FontRefusal, ...]:
        with progress(phrase("writing {file}", file=options.file.name), options.speaks) as done:
            return _write(wanted, show, options.show, wish, options.file, done)

    return put_whole(options.file, write, options.speaks)


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


def _wanted(options: argparse.Namespace) -> Format | Phrase:
    """The format that is wanted; or why what is wished cannot be written."""
    wanted = format_of(options.file, are_sheets=options.sheets)
    if isinstance(wanted, Phrase):
        return wanted
    for name, ending in _OF_SOME_FORMATS.items():
        if getattr(options, name) and name not in wanted.takes:
            return phrase("--{name} is for {ending} alone", name=name, ending=ending)
    if wanted.needs and find_spec(wanted.needs) is None:
        return phrase("this kiosk makes no films: {name} was left out of it", name=wanted.needs)
    unfit = None if wanted.unfit is None or not options.size else wanted.unfit(options.size)
    return unfit or wanted


def _part(show: Show, wished: str, speaks: Language) -> Part | None:
    """The wished slides; None, each unknown name said, where there are none of that name."""
    from kiosk.author.exporting.part import Part, names_in, part_of

    part = part_of(show, wished)
    if isinstance(part, Part):
        return part
    for name in part:
        say_unknown(phrase("slide"), name, names_in(show), speaks)
    return None


def is_folder(file: Path) -> bool:
    """Whether many files are wanted: it is a folder, or would be one by its name."""
    return not file.suffix or (file.is_dir() and not file.suffix[1:].isalpha())


def _write(
    wanted: Format, show: Show, folder: Path, wish: Wish, file: Path, done: Tell
) -> tuple[Refusal | FontRefusal, ...]:
    """Writes all of `file` or nothing; what is missing in it is returned. Raises OSError."""
    from kiosk.author.exporting.whole import whole_file, whole_folder
    from kiosk.author.stills import Studio

    write = wanted.load()
    with (whole_folder if wanted.is_folder else whole_file)(file) as made:
        studio = Studio.of(show, folder)
        write(studio, wish, made, done)
        names = sorted(part.name for part in made.iterdir()) if wanted.is_folder else ()
    for name in names:
        print(file / name)
    return studio.refusals


def _sheet() -> Export:
    from kiosk.author.exporting.sheets import export_sheet

    return export_sheet


def _sheets() -> Export:
    from kiosk.author.exporting.sheets import export_sheets

    return export_sheets


def _pages() -> Export:
    from kiosk.author.exporting.pages import export_pages

    return export_pages


def _pdf() -> Export:
    from kiosk.author.exporting.pdf import export_pdf

    return export_pdf


def _web() -> Export:
    from kiosk.author.exporting.web import export_web

    return export_web


def _film() -> Export:
    from kiosk.author.exporting.film import export_film

    return export_film


def _unfit_for_a_film(size: Pixels) -> Phrase | None:
    """Why a film cannot have those pixels: its colours are those of four at a time."""
    width, height = size
    if width % 2 or height % 2:
        even = f"{width - width % 2}x{height - height % 2}"
        return phrase("the sides of a film are even numbers: --size {size}", size=even)
    blocks = -(-width // 16) * -(-height // 16)
    if blocks > _MOST_BLOCKS:
        return phrase("no player shows a film so large: at most 8192x4352")
    return None


USUAL_RATE = Fraction(30)
_MOST_BLOCKS = 139_264  # of 16 by 16 pixels: the highest level of H.264
_OF_SOME_FORMATS = {"rate": ".mp4", "notes": ".pdf/.html"}
_BY_ENDING: Mapping[str, Format] = {
    ".pdf": Format(_pdf, takes=("notes",)),
    ".html": Format(_web, takes=("notes",)),
    ".png": Format(_sheet),
    ".mp4": Format(_film, takes=("rate",), unfit=_unfit_for_a_film, needs="av"),
}
