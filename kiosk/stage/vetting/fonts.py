"""Whether the fonts of a show may be loaded, found out by processes that they may kill.

A file of a hundred bytes can end the process that draws text with it, and Qt says nothing before.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

from kiosk.phrases import Phrase, phrase
from kiosk.stage.fonts.faces import is_own
from kiosk.stage.vetting.brought import Brought, Fault, Font, FontRefusal
from kiosk.stage.vetting.font_names import set_apart
from kiosk.stage.vetting.font_worker import Status
from kiosk.stage.vetting.workers import PATIENCE_S, asked

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_S = 10.0  # of processor time
MOST_BYTES = 24 * 2**20  # a font with all of Chinese has 8 to 16 MiB
MOST_FILES = 16
WORKER = "kiosk.stage.vetting.font_worker"

_ENDINGS = frozenset({".ttf", ".otf", ".woff", ".woff2"})
_OTHER_FONTS = frozenset({".ttc", ".otc", ".eot", ".pfb", ".pfa", ".fon", ".dfont", ".bdf", ".pcf"})
_AT_ONCE = 2


def vetted(folder: Path, faults: dict[bytes, Fault | None]) -> Brought:
    """The fonts in `folder`, in the order of their names; what is no font is passed over.

    faults: what was found before, by the content's digest; new findings are added.
    """
    try:
        files = sorted(f for f in folder.iterdir() if f.suffix.lower() in _ENDINGS | _OTHER_FONTS)
    except OSError as error:
        return Brought((), (FontRefusal(folder.name, _unreadable(error)),))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = tuple(pool.map(lambda file: _judged(file, folder, faults), files[:MOST_FILES]))
    what = phrase("is one too many, {most} are the most", most=MOST_FILES)
    too_many = Fault(what, phrase("remove some"))
    found += tuple(FontRefusal(_name(file, folder), too_many) for file in files[MOST_FILES:])
    return Brought(
        tuple(each for each in found if isinstance(each, Font)),
        tuple(each for each in found if isinstance(each, FontRefusal)),
    )


def _judged(file: Path, folder: Path, faults: dict[bytes, Fault | None]) -> Font | FontRefusal:
    """The file as a font that may be loaded."""
    content = _content(file, folder)
    if isinstance(content, Fault):
        return FontRefusal(_name(file, folder), content)
    digest = sha256(content).digest()
    if digest not in faults:
        faults[digest] = fault_of(content)
    fault = faults[digest]
    return Font(digest, content) if fault is None else FontRefusal(_name(file, folder), fault)


def _name(file: Path, folder: Path) -> str:
    """What staff call the file."""
    return f"{folder.name}/{file.name}"


def _content(file: Path, folder: Path) -> bytes | Fault:
    """What the file holds, under a name of its own; or why it is not read."""
    if file.suffix.lower() not in _ENDINGS:
        what = phrase("is no .ttf, .otf, .woff or .woff2 file")
        return Fault(what, phrase("save it as one of these"))
    try:
        if not file.resolve().is_relative_to(folder.parent.resolve()):
            what = phrase("lies outside the show's folder")
            return Fault(what, phrase("copy the file itself into the show's folder"))
        if file.stat().st_size > MOST_BYTES:
            what = phrase("is larger than {most} MiB", most=MOST_BYTES // 2**20)
            return Fault(what, phrase("keep the characters that are needed, and no others"))
        return set_apart(file.read_bytes(), is_own)
    except OSError as error:
        return _unreadable(error)


def _unreadable(error: OSError) -> Fault:
    """A fault of the disk, or of who may read it."""
    what = phrase("cannot be read ({problem})", problem=error.strerror or "")
    return Fault(what, phrase("check the file's permissions, and the stick or network it is on"))


def fault_of(
    content: bytes, longest_s: float = LONGEST_S, patience_s: float = PATIENCE_S
) -> Fault | None:
    """What is wrong with the font, and what to do; None where it may be loaded.

    Takes about a second; `longest_s` of processor time at most, and `patience_s` on the clock.
    """
    answer = asked(WORKER, (), content, longest_s, patience_s)
    if answer.too_slow_s is not None:
        return _unfit(phrase("takes longer than {time} s to draw", time=f"{answer.too_slow_s:g}"))
    match answer.status:
        case Status.FINE:
            return _fault_of_name(answer.output.decode().split("\n"))
        case Status.NO_FONT:
            return _unfit(phrase("is no font that can be read"))
        case Status.NO_OUTLINES:
            return _unfit(phrase("has no outlines, as fonts of bitmaps and emoji"))
        case Status.TOO_LARGE:
            return _unfit(phrase("has characters that are far too large"))
    return _unfit(phrase("would end the program when it is drawn"))


def _unfit(reason: Phrase) -> Fault:
    """A fault that nothing but another font mends."""
    return Fault(reason, phrase("take another font"))


def _fault_of_name(families: list[str]) -> Fault | None:
    """What is wrong with the font's name: our own faces must not depend on a show."""
    taken = next(filter(is_own, families), "")
    if not taken:
        return None
    return _unfit(phrase("is called {family} as one of the program's own fonts", family=taken))
