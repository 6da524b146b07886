"""How far long work has come: a bar in the terminal, and nothing where nobody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from kiosk.phrases import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from kiosk.phrases import Language, Phrase

_BAR = "{desc}  {percentage:3.0f} %|{bar}| {n_fmt}/{total_fmt}  {remaining}"
_LOOK_S = 0.1  # seconds between two looks of the bar


class Tell(Protocol):
    """Is called each time a part is done, such as a page or a frame."""

    def __call__(self, done: int, total: int) -> None:
        """So many parts of `total` are done by now; 0 before the work."""


@contextmanager
def progress(label: Phrase, language: Language, stream: TextIO | None = None) -> Iterator[Tell]:
    """Shows how far the block has come, which calls what it is given; gone without a trace then.

    label: what is being made. stream: standard error by default; where it is no terminal nothing
    is shown.
    """
    shown_on = stream or sys.stderr
    if not shown_on.isatty():
        yield _untold
        return
    from tqdm import tqdm  # noqa: PLC0415 - most commands show none, and a pipe never

    tqdm.monitor_interval = 0  # no thread that looks after it
    tqdm.set_lock(RLock())  # its own is one between processes, which there are none of
    with tqdm(
        total=0, desc=said(label, language), file=shown_on, bar_format=_BAR, leave=False,
        mininterval=_LOOK_S, miniters=1, dynamic_ncols=True, delay=_LOOK_S,
    ) as bar:  # fmt: skip

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield tell


def _untold(done: int, total: int) -> None:
    """Nobody watches."""
    del done, total
