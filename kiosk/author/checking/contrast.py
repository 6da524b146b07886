"""Contrast of texts over pictures, as it is painted.

What lies on a theme's own ground is in colours that were chosen for it, and needs no look. A
picture is looked at all along its drift, and only where shades do not make up for whatever picture
could be there.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from kiosk.author.checking.behind import ROUGH_PX, behind, drifting
from kiosk.author.checking.faults import Fault
from kiosk.charts.base import Chart
from kiosk.elements.kinds.picture import PictureElement
from kiosk.elements.shade import STRENGTH
from kiosk.layouts.named import elements_of
from kiosk.limits import CONTRAST, LARGE_CONTRAST, LARGE_TEXT
from kiosk.marks import Picture, Shape
from kiosk.phrases import phrase
from kiosk.playback.placing import MARK
from kiosk.theme import Colour, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.author.checking.seen import Seen, Written
    from kiosk.geometry import Box
    from kiosk.marks import Mark
    from kiosk.phrases import Phrase
    from kiosk.theme import TextStyle

    _Over = tuple[Written, str]  # a text, and the key of the part whose picture it lies on

ANOTHER_PLACE = phrase("give it another place ('at'), or choose another picture or 'focus'")
WHITE, BLACK = Colour(1.0, 1.0, 1.0), Colour(0.0, 0.0, 0.0)


def low_contrast(seen: Seen) -> Iterator[Fault]:
    """Of each picture the text that is hardest to tell from it, where that is too hard."""
    elements = {} if seen.slide is None else elements_of(seen.slide.parts)
    hard: dict[str, list[tuple[bool, float, Written, float]]] = {}
    for text, picture, found in measured(seen):
        short = needed(text.style, seen) / found
        if short > 1.0:  # the chapter's title says least to who wrote the slide
            subject = text.part if text.part in elements else picture
            hard.setdefault(subject, []).append((text.part != MARK, short, text, found))
    for subject, texts in hard.items():
        _, short, text, found = max(texts, key=itemgetter(0, 1))
        what = phrase(
            "'{text}' has a contrast of {found}:1 to the picture behind it, and needs {needed}:1",
            text=text.brief, found=floored(found),
            needed=f"{needed(text.style, seen):g}",
        )  # fmt: skip
        part, hint = _remedy(subject, seen)
        yield Fault(part, "low-contrast", what, hint, short)


def needed(style: TextStyle, seen: Seen) -> float:
    """The contrast that text in that style needs: what is large from where people stand, less."""
    em = style.size * seen.mm / seen.show.viewing_m
    return LARGE_CONTRAST.value if em >= LARGE_TEXT.value else CONTRAST.value


def measured(seen: Seen) -> Iterator[tuple[Written, str, float]]:
    """The texts that are in doubt, the key of the picture behind each, and the contrast to it."""
    doubtful = [*_doubtful(_over_pictures(seen), seen)]
    if doubtful:
        moments = [behind(seen, marks) for marks in drifting(seen)]
        for text, picture in doubtful:
            yield text, picture, min(one.contrast(text.box, text.colour) for one in moments)


def _over_pictures(seen: Seen) -> list[_Over]:
    """The texts that lie on a picture, each with the part of the uppermost below it."""
    pictures: list[tuple[str, Box]] = []
    below: dict[str, list[tuple[str, Box]]] = {}
    for part in seen.laid.placed:
        pictures += ((part.key, m.box) for m in part.scene.full if isinstance(m, Picture))
        below[part.key] = [*pictures]
    found = []
    for text in seen.texts:
        keys = [key for key, box in below[text.part] if box.meets(text.box)]
        found += [(text, keys[-1])] if keys else []
    return found


def _doubtful(texts: Sequence[_Over], seen: Seen) -> Iterator[_Over]:
    """Those of the texts that would be hard to read on some picture or other.

    For what is light a picture is worst where it is white, for what is dark where it is black.
    """
    for blank, is_lighter in ((WHITE, True), (BLACK, False)):
        sided = [over for over in texts if _is_light(over[0].colour) is is_lighter]
        if not sided:
            continue
        painted = behind(seen, (blanked(mark, blank) for mark in marks_of(seen)), ROUGH_PX)
        for text, picture in sided:
            margin = painted.margin(text.box, text.colour, is_lighter=is_lighter)
            if text.colour.opacity < 1.0 or margin < needed(text.style, seen):
                yield text, picture


def marks_of(seen: Seen) -> Iterator[Mark]:
    """All of the slide, from the back to the front."""
    return (mark for part in seen.laid.placed for mark in part.scene.full)


def _is_light(ink: Colour) -> bool:
    """Whether black would be farther from it than white."""
    return contrast(ink, BLACK) > contrast(ink, WHITE)


def blanked(mark: Mark, blank: Colour) -> Mark:
    """The mark; of a picture, a sheet of that colour in its place."""
    if not isinstance(mark, Picture):
        return mark
    box = mark.box
    return Shape(mark.key, f"M0 0H{box.width}V{box.height}H0Z", box.x, box.y, fill=blank)


def _remedy(subject: str, seen: Seen) -> tuple[str, Phrase]:
    """Where the picture, or the element that lies on it, may be mended, and how."""
    if seen.slide is None:
        return f"{subject}.picture", phrase("choose a darker picture for the chapter")
    element = elements_of(seen.slide.parts).get(subject)
    if isinstance(element, Chart):
        return subject, ANOTHER_PLACE
    if isinstance(element, PictureElement) and element.scrim < STRENGTH:
        name = f"{subject}.scrim"
        hint = phrase("leave out its 'scrim', which is {usual} then", usual=f"{STRENGTH:g}")
        return (name if name in seen.slide.places.parts else subject), hint
    return subject, phrase(
        "write a larger 'scrim' (it is {usual} where none is written), choose another 'focus' or "
        "picture, or a layout with the text beside it, such as picture-left", usual=f"{STRENGTH:g}",
    )  # fmt: skip


def floored(found: float) -> str:
    """A contrast with one digit, never as good as what it misses."""
    return f"{int(found * 10) / 10:.1f}"
