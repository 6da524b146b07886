"""The licence texts that go along in the package, as pairs of a file and the folder it goes into.

Standard library alone; asked on the machine that makes the package, which has all of it installed.
"""

from __future__ import annotations

import re
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

TEXTS = Path(__file__).with_name("licences")
INTO = Path("licences")
Pair = tuple[str, str]

_NAMES = re.compile(r"licen[cs]e|copying|notice|authors|edl-|epl-", re.IGNORECASE)
_CODE = {".py", ".pyc"}
_NAME = re.compile(r"[\w.-]+")


def libraries(name: str = "kiosk") -> Iterator[str]:
    """What that distribution needs, and what those need; what is not installed is left out."""
    seen, coming = {name}, [name]
    while coming:
        for text in metadata.requires(coming.pop()) or ():
            requirement, _, marker = text.partition(";")
            found = _NAME.match(requirement)
            if found is None or "extra" in marker or found[0] in seen or not _is_here(found[0]):
                continue
            seen.add(found[0])
            coming.append(found[0])
            yield found[0]


def texts() -> Iterator[Pair]:
    """The texts that many share, what each library says of itself, and Python's own."""
    yield from ((str(file), str(INTO)) for file in sorted(TEXTS.iterdir()))
    for name in libraries():
        # Some of a wheel's texts lie beside what they are about as well.
        found: dict[Path, str] = {}
        for file in metadata.files(name) or ():
            if _NAMES.search(file.name) and file.suffix not in _CODE:
                place = INTO / name / _place(file.parent.parts)
                found.setdefault(place / file.name, str(file.locate()))
        yield from ((file, str(place.parent)) for place, file in found.items())
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.exists():
        yield str(python), str(INTO / "Python")


def of_the_system(files: Iterable[str]) -> Iterator[Pair]:
    """What Debian says of each package that one of `files` is from; nothing on other systems."""
    paths = {place for file in files for place in (file, str(Path(file).resolve()))}
    try:
        told = subprocess.run(
            ["dpkg-query", "--search", *sorted(paths)], check=False, capture_output=True, text=True
        ).stdout
    except FileNotFoundError:
        return
    for package in sorted({line.split(":")[0] for line in told.splitlines() if ": /" in line}):
        said = Path("/usr/share/doc") / package / "copyright"
        if said.exists():
            yield str(said), str(INTO / "system" / package)


def _place(parts: tuple[str, ...]) -> Path:
    """Where a text lies among those of its library, which may have more of one name."""
    is_told = parts[0].endswith(".dist-info")
    return Path(*parts[2 if parts[1:2] == ("licenses",) else 1 :] if is_told else parts)


def _is_here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
