"""What a picture's file says of the picture: IPTC first, then XMP, then EXIF.

Sources: IPTC-IIM 4.2 (record 2), XMP's Dublin Core and Iptc4xmpCore, EXIF 2.32, Windows' XP tags.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from kiosk.author.new.words import cleaned, decoded
from kiosk.values import dataclass

Versions = Mapping[str, str]  # a text by its languages; the empty one where none is told

_DESCRIPTION, _ARTIST, _COPYRIGHT, _DATE = 0x010E, 0x013B, 0x8298, 0x0132
_EXIF, _TAKEN = 0x8769, 0x9003
_XP_TITLE, _XP_COMMENT, _XP_SUBJECT = 0x9C9B, 0x9C9C, 0x9C9F
_MAKES = (0x010F, 0x0110)
# What cameras and programs write into every picture, in small letters.
_OF_CAMERAS = re.compile(
    r".*\bdigital (still )?camera\b.*|samsung( camera pictures)?|sony dsc|sony|default|untitled|"
    r"exif_jpeg_picture|jpeg|applemark|pentax image|<?digimax.*|<?kenox.*|dcim.*|cof|dav|hdr|"
    r"rhdr|sdr|rbt|mde|mef|oznor.*|picasa|processed with .*|created with .*|file written by .*|"
    r"burst\d*|screenshot|"
    r"lead technologies.*|microsoft.*|adobe.*|camera360.*|meitu.*|msft.*|unnamed|ascii|"
    r"[a-z]{2,5}(_[a-z]{1,4}){1,4}|[-_.\W\d]*|.*\.(jpe?g|png|heic|tiff?)"
)
_UNREADABLE = (
    AttributeError, EOFError, IndexError, KeyError, OSError, OverflowError, RecursionError,
    SyntaxError, TypeError, ValueError, ZeroDivisionError, struct.error,
    Image.DecompressionBombError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says, each the nearest first. taken: when, as EXIF writes it, or nothing.

    size: in pixels, as it is stored; zeros where it is not known.
    """

    titles: tuple[Versions, ...] = ()
    captions: tuple[Versions, ...] = ()
    credits: tuple[Versions, ...] = ()
    alts: tuple[Versions, ...] = ()
    rights: tuple[Versions, ...] = ()
    taken: str = ""
    size: tuple[int, int] = (0, 0)


def told_by(file: Path) -> Told:
    """What the picture's file says; nothing where it cannot be read.

    Its pixels are not decoded; whoever asks has seen to it that there are not too many.
    """
    try:
        with Image.open(file) as image:
            return _told(image)
    except _UNREADABLE:
        return Told()


def _told(image: ImageFile) -> Told:
    iptc, xmp, exif = _iptc(image), _xmp(image), _exif(image)
    makes = {cleaned(exif.get(tag, "")).casefold() for tag in _MAKES}

    def kept(*found: Versions) -> tuple[Versions, ...]:
        meant = ({k: v for k, v in each.items() if _is_meant(v, makes)} for each in found)
        return tuple(each for each in meant if each)

    return Told(
        titles=kept(
            _one(iptc.get(5)), _one(iptc.get(105)), xmp("title"), xmp("Headline"),
            _one(exif.get(_XP_TITLE)),
        ),
        captions=kept(
            _one(iptc.get(120)), xmp("description"), _one(exif.get(_DESCRIPTION)),
            _one(exif.get(_XP_COMMENT)), _one(exif.get(_XP_SUBJECT)),
        ),
        credits=kept(_one(iptc.get(80)), xmp("creator"), _one(exif.get(_ARTIST))),
        alts=kept(xmp("AltTextAccessibility"), xmp("ExtDescrAccessibility")),
        rights=kept(_one(iptc.get(116)), xmp("rights"), _one(exif.get(_COPYRIGHT))),
        taken=exif.get(_TAKEN, "") or exif.get(_DATE, ""),
        size=image.size,
    )  # fmt: skip


def chosen(found: Sequence[Versions], languages: tuple[str, ...]) -> dict[str, str]:
    """The nearest of `found`, in the show's languages; before it one that has all of them.

    One text for all languages stands under the empty language; nothing where there is none.
    """
    whole = next((each for each in found if all(of in each for of in languages)), None)
    if whole is not None:
        texts = {of: whole[of] for of in languages}
        return {"": texts[languages[0]]} if len({*texts.values()}) == 1 else texts
    for each in found:
        for of in (*languages, "", *each):
            if each.get(of):
                return {"": each[of]}
    return {}


def _is_meant(text: str, makes: Iterable[str]) -> bool:
    """Whether somebody wrote it, and not the camera."""
    folded = text.casefold()
    return bool(text) and folded not in makes and not _OF_CAMERAS.fullmatch(folded)


def _one(text: str | None) -> Versions:
    return {"": cleaned(text)} if text else {}


def _iptc(image: ImageFile) -> dict[int, str]:
    """The datasets of IPTC's record 2 by their numbers; several names stand in one line."""
    try:
        found = IptcImagePlugin.getiptcinfo(image) if image.format == "JPEG" else None
    except _UNREADABLE:
        return {}
    texts: dict[int, str] = {}
    for (record, number), value in (found or {}).items():
        several = value if isinstance(value, list) else [value]
        if record == 2:
            texts[number] = ", ".join(map(decoded, several))
    return texts


class _Xmp:
    """Finds properties in what XMP says, wherever its descriptions have them."""

    def __init__(self, tree: object) -> None:
        self._tree = tree

    def __call__(self, name: str) -> Versions:
        """The property of that name, in its languages."""
        found = _property(self._tree, name)
        items = _items(found)
        versions: dict[str, str] = {}
        usual = ""
        for language, text in items:
            primary = language.partition("-")[0].casefold()
            if primary in {"", "x"}:
                usual = usual or text
            else:
                versions.setdefault(primary, cleaned(text))
        if name == "creator":
            return _one(", ".join(text for _, text in items))
        return {**versions, **_one(usual)}


def _xmp(image: Image.Image) -> _Xmp:
    try:
        return _Xmp(image.getxmp())
    except _UNREADABLE:
        return _Xmp({})


def _property(tree: Any, name: str) -> object:  # noqa: ANN401 - XML of anybody's, as Pillow reads it
    """The first property of that name in a tree of dictionaries and lists."""
    if isinstance(tree, dict):
        if name in tree:
            return tree[name]
        tree = [*tree.values()]
    if isinstance(tree, list):
        found = (_property(each, name) for each in tree)
        return next((each for each in found if each is not None), None)
    return None


def _items(found: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - as above
    """The texts of a property with their languages: of one, or of an Alt, Seq or Bag."""
    if isinstance(found, str):
        return [("", found)]
    if isinstance(found, list):
        return [item for each in found for item in _items(each)]
    if not isinstance(found, dict):
        return []
    if isinstance(found.get("text"), str):
        return [(str(found.get("lang", "")), found["text"])]
    inner = (found.get(key) for key in ("Alt", "Seq", "Bag", "li"))
    return [item for each in inner for item in _items(each)]


def _exif(image: Image.Image) -> dict[int, str]:
    """The texts of EXIF by their tags."""
    try:
        exif = image.getexif()
        tags = {**exif, **exif.get_ifd(_EXIF)}
    except _UNREADABLE:
        return {}
    return {tag: text for tag, value in tags.items() if (text := _text_of(tag, value))}


def _text_of(tag: int, value: object) -> str:
    """A tag's text: Windows' own in UTF-16, the others in whatever a program took for ASCII."""
    if _XP_TITLE <= tag <= _XP_SUBJECT:
        content = bytes(value) if isinstance(value, bytes | tuple) else b""
        return content.decode("utf-16-le", "ignore").strip("\0")
    if isinstance(value, str):
        try:
            return decoded(value.encode("latin-1")).strip("\0 ")
        except UnicodeEncodeError:
            return value.strip("\0 ")
    return ""
