"""Tells whether a JPEG file is all there; Qt fills what is missing with grey and says nothing."""

from __future__ import annotations

_START, _END_OF_IMAGE = b"\xff\xd8", b"\xff\xd9"
_MARK, _START_OF_SCAN = 0xFF, 0xDA  # the first byte of every marker, and a second one
_MARKER, _LENGTH = 2, 2  # bytes


def is_cut_off(data: bytes) -> bool:
    """Whether `data`, a JPEG file, ends before its picture does.

    The scan is followed by an end marker, which its data cannot hold (ITU-T T.81, B.1.1). A small
    picture in the file's head has one too, so that only what follows the head counts.
    """
    scan = _scan_at(data)
    return scan is None or data.rfind(_END_OF_IMAGE, scan) < 0


def _scan_at(data: bytes) -> int | None:
    """Where the first scan begins; None when the head does not lead to one."""
    if not data.startswith(_START):
        return None
    at = _MARKER
    while True:
        segment = data[at : at + _MARKER + _LENGTH]
        if len(segment) < _MARKER + _LENGTH or segment[0] != _MARK:
            return None
        if segment[1] == _MARK:  # a marker may be preceded by any number of fill bytes
            at += 1
            continue
        if segment[1] == _START_OF_SCAN:
            return at
        at += _MARKER + int.from_bytes(segment[_MARKER:], "big")
