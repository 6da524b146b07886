"""Arrays as Qt's own structures, without a copy of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import shiboken6

if TYPE_CHECKING:
    from kiosk.batches import Floats

Structure = TypeVar("Structure")


def first_of(kind: type[Structure], rows: Floats) -> Structure:
    """The first of as many `kind` as `rows` has, for Qt's functions that take it and their number.

    kind: a structure of Qt that is nothing but doubles, as many as a row of `rows` has, which lies
    in one piece. It is good for as long as `rows` is.
    """
    if not rows.flags.c_contiguous:
        message = "the rows lie apart"
        raise ValueError(message)
    return cast("Structure", shiboken6.wrapInstance(rows.ctypes.data, kind))
