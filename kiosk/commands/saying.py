"""What commands say to whoever called them, and what they all begin and end with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.phrases import Phrase, phrase, said
from kiosk.playback.look import Look
from kiosk.problems import nearest, offer, rendered
from kiosk.show.load import NoShow, load
from kiosk.show.machine import fitted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kiosk.phrases import Language
    from kiosk.show.machine import Machine
    from kiosk.show.model import Show
    from kiosk.stage.pictures.assets import Refusal
    from kiosk.stage.vetting.brought import FontRefusal

FAILED = 1
NO_SHOW = 2


def load_show(folder: Path, machine: Machine | None = None) -> Show | NoShow:
    """The show in `folder`, as it lies there now, for the screen of `machine`."""
    show = load(DiskFolder(folder), theme_files())
    return show if machine is None or isinstance(show, NoShow) else fitted(show, machine)


def show_or_reason(folder: Path, language: Language) -> Show | None:
    """The show in `folder`; None, with the reason on standard error, when there is none."""
    show = load_show(folder)
    if isinstance(show, NoShow):
        say(rendered(show.problem, language))
        return None
    return show


def say(line: str) -> None:
    """Says something to whoever reads the log."""
    print(line, file=sys.stderr, flush=True)


def tell(what: Phrase, language: Language) -> None:
    """Says something of the program's own."""
    say(f"kiosk: {said(what, language)}")


def wished_look(options: argparse.Namespace) -> Look:
    """The look that was asked for."""
    return Look(options.lang or "", options.theme or "", options.large, options.calm, options.low)


def unknown_wishes(options: argparse.Namespace, show: Show, *wishes: str) -> tuple[str, ...]:
    """Those of `wishes` (the options' names) that the show cannot fulfil; each of them is said."""
    known = {
        "lang": (phrase("language"), show.languages),
        "theme": (phrase("theme"), tuple(show.themes)),
        "start": (phrase("slide"), tuple(slide.id for slide in show.slides)),
    }
    found = []
    for wish in wishes:
        wished, (noun, names) = getattr(options, wish), known[wish]
        if wished is not None and wished not in names:
            say_unknown(noun, wished, names, options.speaks)
            found.append(wish)
    return tuple(found)


def say_unknown(noun: Phrase, name: str, known: tuple[str, ...], language: Language) -> None:
    """Says that the show has nothing of that name, and what comes nearest."""
    near = nearest(name, known)
    hint = offer(near) if near else phrase("there are: {names}", names=", ".join(known))
    what = phrase("this show has no {noun} '{name}' — {hint}", noun=noun, name=name, hint=hint)
    tell(what, language)


def put(file: Path, write: Callable[[], object], language: Language) -> int:
    """Runs `write`, which makes `file`; one that cannot be written is said in a line."""
    try:
        write()
    except OSError as error:
        why = Phrase(error.strerror or str(error).rpartition(": ")[2])
        what = phrase("{file} cannot be written: {why}", file=str(file), why=why)
        if not file.parent.is_dir():
            folder = phrase("there is no folder '{name}'", name=str(file.parent))
            what = phrase("{what} — {hint}", what=what, hint=folder)
        tell(what, language)
        return FAILED
    return 0


def put_whole(
    file: Path, write: Callable[[], tuple[Refusal | FontRefusal, ...]], language: Language
) -> int:
    """Runs `write`, which makes `file`; what cannot be written or shown is said, a line each."""
    missing: list[Refusal | FontRefusal] = []
    status = put(file, lambda: missing.extend(write()), language)
    for refusal in missing:
        what = phrase("{refusal}, and is missing in {file}", refusal=refusal.said, file=str(file))
        tell(what, language)
    return FAILED if missing else status
