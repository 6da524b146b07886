"""`kiosk new`: a show to begin with, or one of a folder of pictures."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.author.new.asking import Asking, Given
from kiosk.author.new.making import is_taken, make_folder
from kiosk.author.new.starter import Content, starter_files
from kiosk.author.new.titles import OWN, titles_of, unwritten
from kiosk.author.new.words import mended
from kiosk.commands.saying import FAILED, put, tell
from kiosk.phrases import Phrase, phrase, said

if TYPE_CHECKING:
    import argparse

    from kiosk.author.new.wish import Wish


def new(options: argparse.Namespace) -> int:
    """`kiosk new`: 0 made, 1 not made, and then nothing is left of it."""
    target: Path = options.folder
    if is_taken(target):
        what = phrase("{folder} is there already, and nothing is overwritten", folder=str(target))
        hint = phrase("name a folder that is not there yet")
        tell(phrase("{what} — {hint}", what=what, hint=hint), options.speaks)
        return FAILED
    if options.photos is not None and not options.photos.is_dir():
        tell(phrase("there is no folder '{name}'", name=str(options.photos)), options.speaks)
        return FAILED
    named = (target if options.photos is None else options.photos).resolve().name
    wish = _wished(options, named or "kiosk")
    if wish is None:
        return FAILED
    if options.photos is None:
        lines = _to_write(wish.title, wish.languages)
        return _made(target, starter_files(wish, options.speaks), lines, options)
    return _of_photos(target, wish, options)


def _of_photos(target: Path, wish: Wish, options: argparse.Namespace) -> int:
    """Makes a show of the pictures that can be shown; says which cannot."""
    from kiosk.author.new.finding import pictures_in  # noqa: PLC0415 - it brings Pillow
    from kiosk.author.new.photos import photo_show  # noqa: PLC0415 - as above
    from kiosk.author.progress import progress  # noqa: PLC0415 - it is needed here alone
    from kiosk.stage.app import application  # noqa: PLC0415 - it brings Qt

    application("offscreen")
    try:
        with progress(phrase("looking at the pictures"), options.speaks) as tell_progress:
            found = pictures_in(options.photos, tell_progress)
    except OSError as error:
        why = Phrase(error.strerror or "")
        what = phrase("{folder} cannot be read: {why}", folder=str(error.filename), why=why)
        tell(what, options.speaks)
        return FAILED
    left = tuple(
        phrase("left out: {file} {reason}", file=mended(str(each.path)), reason=each.why)
        for each in found.left_out
    )
    if not found.folders:
        for line in left:
            tell(line, options.speaks)
        what = phrase(
            "there is no picture in {folder} that can be shown", folder=str(options.photos)
        )
        tell(what, options.speaks)
        return FAILED
    made = photo_show(options.photos, found, wish, options.speaks)
    renamed = tuple(
        phrase("{file} is called {name} in the show", file=old, name=new)
        for old, new in made.renamed
    )
    count = sum(map(len, found.folders))
    lines = (_pictures(count), *left, *renamed, *((_cut(made.cut),) if made.cut else ()))
    if made.languages != wish.languages:
        only = ", ".join(made.languages)
        lines += (phrase("the show is in {languages}, as the captions are", languages=only),)
    lines += _to_write(wish.title, made.languages)
    return _made(target, made.files, lines, options)


def _to_write(title: str, languages: tuple[str, ...]) -> tuple[Phrase, ...]:
    """What is said of the title in languages that nobody has written it in."""
    found = titles_of(title, languages)
    return tuple(
        phrase(
            "the title in '{language}' is '{title}' for now: write your own", language=of,
            title=found[of],
        )
        for of in (unwritten(title, languages) if "" not in found else ())
        if found[of] == OWN[of]
    )  # fmt: skip


def _pictures(count: int) -> Phrase:
    if count == 1:
        return phrase("1 picture, on one slide")
    return phrase("{count} pictures, a slide for each", count=count)


def _cut(count: int) -> Phrase:
    if count == 1:
        return phrase("1 caption is long: the whole of it is in its slide's notes")
    return phrase(
        "{count} captions are long: the whole of each is in its slide's notes", count=count
    )


def _wished(options: argparse.Namespace, title: str) -> Wish | None:
    """What the command line says and what is answered; None, which is said, where that fails."""
    asking = Asking(
        input if sys.stdin is not None and sys.stdin.isatty() else None,
        partial(tell, language=options.speaks),
        options.speaks,
    )
    try:
        return asking.wish(Given(options.title, options.lang, options.screen), title)
    except EOFError:
        print()
        tell(phrase("nothing was made"), options.speaks)
        return None


def _made(
    target: Path,
    files: Mapping[str, Content],
    lines: tuple[Phrase, ...],
    options: argparse.Namespace,
) -> int:
    """Writes the show; says what there is, and what comes next. lines: what else is said."""
    language = options.speaks
    status = put(target, lambda: make_folder(target, files), language)
    if status != 0:
        return status
    for line in (*lines, *_told(target)):
        print(said(line, language))
    return 0


def _told(target: Path) -> tuple[Phrase, ...]:
    """What was made, and the next commands."""
    name = target.as_posix()
    shown = f'"{name}"' if " " in name else name
    return (
        phrase("The show is in {folder}. Now:", folder=name),
        phrase("  kiosk play {folder} --watch   shows it, and follows each change", folder=shown),
        phrase("  kiosk check {folder}          says what is wrong in it, and where", folder=shown),
    )
