"""The pictures in a folder: which can be shown, in which order, and why the others cannot."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from kiosk.author.new.captions import Told, told_by
from kiosk.author.new.names import in_order, sort_of
from kiosk.author.progress import Tell
from kiosk.phrases import Phrase, phrase
from kiosk.stage.pictures.assets import Refusal, Wanted, decoded
from kiosk.values import dataclass

_SHOWN = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".svg"})
_OF_TELEPHONES = frozenset({".heic", ".heif", ".hif"})
_OTHERS = frozenset({
    ".tif", ".tiff", ".bmp", ".avif", ".psd", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf",
    ".rw2", ".raf", ".jp2", ".jxl", ".ico", ".eps", ".ai", ".pdf", ".mp4", ".mov", ".avi",
    ".mkv", ".m4v",
})  # fmt: skip
_SMALL_PX = 64
_SURROGATE = re.compile("[\udc80-\udcff]")  # a byte of a name that is no UTF-8
_THREADS = 4
_MOST = 5000  # pictures; more than any show has


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that can be shown. path: below the folder, as the disk has it.

    width, height: upright, in whatever unit. told: what its file says of it.
    """

    path: Path
    width: int
    height: int
    told: Told


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A picture that is not shown, and why. path: below the folder, as the disk has it."""

    path: Path
    why: Phrase


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder has. folders: its pictures, folder by folder, in order."""

    folders: tuple[tuple[Photo, ...], ...]
    left_out: tuple[LeftOut, ...]


def pictures_in(root: Path, tell: Tell | None = None) -> Found:
    """The pictures in a folder and in those in it. Raises OSError where it cannot be listed.

    tell: is told how many of them have been looked at.
    """
    listed = [*_folders(root)]
    count, done = sum(map(len, listed)), 0
    found: list[tuple[Photo, ...]] = []
    left: list[LeftOut] = []
    with ThreadPoolExecutor(_THREADS) as pool:
        for paths in listed:
            photos: list[Photo] = []
            for each in pool.map(partial(_photo, root), paths):
                if isinstance(each, Photo):
                    photos.append(each)
                else:
                    left.append(each)
                done += 1
                if tell is not None:
                    tell(done, count)
            if photos:
                found.append(_sorted(photos))
    return Found(tuple(found), tuple(left))


def _folders(root: Path) -> Iterator[list[Path]]:
    """The paths of what may be pictures, folder by folder; shows in it are no photos."""
    count = 0

    def refuse(error: OSError) -> None:
        raise error

    for folder, below, files in os.walk(root, onerror=refuse):
        below[:] = sorted((f for f in below if not f.startswith(".")), key=in_order)
        here = Path(folder).relative_to(root)
        if here.parts and "show.yaml" in files:
            below.clear()
            continue
        known = _SHOWN | _OF_TELEPHONES | _OTHERS
        paths = [here / f for f in files if Path(f).suffix.casefold() in known and f[:2] != "._"]
        paths = sorted(paths, key=lambda path: in_order(path.name))[: max(0, _MOST - count)]
        count += len(paths)
        yield paths


def _sorted(photos: list[Photo]) -> tuple[Photo, ...]:
    """In order of their names; of when they were taken where the names are all a camera's."""
    if all(sort_of(photo.path.name) == "camera" and photo.told.taken for photo in photos):
        photos = sorted(photos, key=lambda photo: photo.told.taken)
    return tuple(photos)


def _photo(root: Path, path: Path) -> Photo | LeftOut:
    """The picture at that path below `root`, or why it is none."""
    suffix = path.suffix.casefold()
    if suffix in _OF_TELEPHONES or _is_of_telephone(root / path):
        return LeftOut(
            path,
            phrase(
                "is HEIC, which is not shown: export it as JPEG, or set the phone's camera to "
                "`Most Compatible`"
            ),
        )
    if suffix not in _SHOWN:
        return LeftOut(path, phrase("is no PNG, JPEG, GIF, WebP or SVG picture"))
    size = _size(root.resolve(), path)
    if isinstance(size, Refusal):
        return LeftOut(path, size.reason)
    told = Told() if suffix == ".svg" else told_by(root / path)
    return Photo(path, *size, told)


def _size(root: Path, path: Path) -> tuple[int, int] | Refusal:
    """Width and height of the upright picture in small, or why it is not shown.

    Qt cannot open what is named in bytes that are no UTF-8; then a copy is looked at.
    """
    if _SURROGATE.search(str(path)):
        with tempfile.TemporaryDirectory() as aside:
            copy = Path(f"copy{path.suffix}")
            shutil.copyfile(root / path, aside / copy)
            return _size(Path(aside).resolve(), copy)
    small = decoded(root, Wanted(str(path), _SMALL_PX, _SMALL_PX, "contain"))
    return small if isinstance(small, Refusal) else (small.width(), small.height())


def _is_of_telephone(file: Path) -> bool:
    """Whether it is HEIC, whatever its name says."""
    try:
        with file.open("rb") as opened:
            head = opened.read(12)
    except OSError:
        return False
    return head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"hevc", b"mif1", b"msf1"}
