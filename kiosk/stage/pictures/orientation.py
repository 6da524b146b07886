"""Which way up a PNG or WebP picture is, as its EXIF says; Qt reads that of JPEG only.

Source: PNG 1.2 extension eXIf, RIFF container of WebP, TIFF 6.0 tag 274.
"""

from __future__ import annotations

from typing import BinaryIO, Literal

UPRIGHT = 1
_MOST_CHUNKS = 10_000
_MOST_BYTES = 65_536
_PNG = b"\x89PNG\r\n\x1a\n"
_TAG = 274


def orientation_in(file: BinaryIO) -> int:
    """EXIF's number from 1 to 8 for the picture in `file`; 1, upright, where it says nothing."""
    head = file.read(12)
    if head.startswith(_PNG):
        file.seek(8)
        return _orientation(_chunk(file, b"eXIf", "big"))
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return _orientation(_chunk(file, b"EXIF", "little"))
    return UPRIGHT


def _chunk(file: BinaryIO, name: bytes, order: Literal["big", "little"]) -> bytes:
    """The start of the first chunk of that name, from where `file` stands; nothing without one.

    PNG writes length before name and a sum behind; WebP name before length, to even lengths.
    """
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            break
        length = int.from_bytes(head[:4] if order == "big" else head[4:], order)
        if (head[4:] if order == "big" else head[:4]) == name:
            return file.read(min(length, _MOST_BYTES))
        file.seek(length + 4 if order == "big" else length + length % 2, 1)
    return b""


def _orientation(exif: bytes) -> int:
    """The orientation that the first directory of an EXIF block states."""
    exif = exif.removeprefix(b"Exif\0\0")
    orders: dict[bytes, Literal["big", "little"]] = {b"II*\0": "little", b"MM\0*": "big"}
    order = orders.get(exif[:4])
    if order is None:
        return UPRIGHT
    at = int.from_bytes(exif[4:8], order)
    count = int.from_bytes(exif[at : at + 2], order)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        if entry + 12 > len(exif):
            break
        if int.from_bytes(exif[entry : entry + 2], order) == _TAG:
            stated = int.from_bytes(exif[entry + 8 : entry + 10], order)
            return stated if 1 <= stated <= 8 else UPRIGHT
    return UPRIGHT
