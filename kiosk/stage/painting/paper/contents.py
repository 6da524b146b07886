"""The table of contents of a PDF that Qt has written, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.stage.painting.paper.objects import Addition, Written


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the table of contents. page: that it leads to, from 0. below: what it holds."""

    title: str
    page: int
    below: tuple[Bookmark, ...] = ()


def add_contents(
    written: Written, added: Addition, language: str, bookmarks: Sequence[Bookmark]
) -> None:
    """Adds the language and the table of contents, and has viewers show the title."""
    catalogue = written.head(written.root)
    said = b"/Lang %s /ViewerPreferences << /DisplayDocTitle true >>" % _text(language)
    if bookmarks:
        root = added.next_number()
        said += b" /Outlines %d 0 R" % root
        ends = _add_bookmarks(added, bookmarks, root, written.pages, 1)
        added.put(root, b"<< /Type /Outlines %s >>" % ends)
    whole = catalogue.strip().removeprefix(b"<<").removesuffix(b">>")
    added.put(written.root, b"<< %s %s >>" % (whole, said))


def _add_bookmarks(
    added: Addition, bookmarks: Sequence[Bookmark], parent: int, pages: Sequence[int], opened: int
) -> bytes:
    """Adds the bookmarks; what their parent says of them.

    opened: 1 where they are seen at once, -1 where only when somebody opens their parent.
    """
    numbers = [added.next_number() for _ in bookmarks]
    around = zip(numbers, [0, *numbers[:-1]], [*numbers[1:], 0], bookmarks, strict=True)
    for number, before, after, bookmark in around:
        said = b"/Title %s /Parent %d 0 R " % (_text(bookmark.title), parent)
        said += b"/Dest [%d 0 R /Fit] " % pages[bookmark.page]
        said += b"/Prev %d 0 R " % before if before else b""
        said += b"/Next %d 0 R " % after if after else b""
        if bookmark.below:
            said += _add_bookmarks(added, bookmark.below, number, pages, -1)
        added.put(number, b"<< %s >>" % said)
    ends = (numbers[0], numbers[-1], opened * len(numbers))
    return b"/First %d 0 R /Last %d 0 R /Count %d" % ends


def _text(text: str) -> bytes:
    """A text as the format writes those in any language."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode("ascii")
