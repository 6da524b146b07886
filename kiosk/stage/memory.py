"""Memory while a show plays: it stays flat, and no frame waits for rubbish to be collected."""

from __future__ import annotations

import gc

_MMAP_THRESHOLD = -3  # its number in malloc.h
_LARGE_BYTES = 256 * 1024


def grow() -> None:
    """Nothing is looked through for rubbish until `settle`: what a start makes stays."""
    gc.disable()


def settle() -> None:
    """What there is now stays; from now on rubbish is collected by `collect` alone."""
    _keep_flat()
    gc.collect()
    gc.freeze()
    gc.disable()


def collect() -> None:
    """Collects rubbish, for which there is time between two slides."""
    gc.collect()


def release() -> None:
    """Rubbish is collected as in other programs again."""
    gc.enable()


def _keep_flat() -> None:
    """Large blocks are given back to the system when they are freed, on Linux's C library.

    It would otherwise learn from the first large image that is freed to keep such blocks in its
    heap, which then grows by what lies between them.
    """
    import ctypes  # noqa: PLC0415 - the first slide does not wait for it

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
