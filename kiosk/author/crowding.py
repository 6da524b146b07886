"""Which slides hold more text than they have room for, so that it is too small to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.geometry import page_size
from kiosk.layouts.uncut import placed_uncut
from kiosk.phrases import phrase
from kiosk.playback.look import Look
from kiosk.playback.views.room import Room
from kiosk.problems import Problem
from kiosk.typesetting.breaks import is_wide

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.problems import Span
    from kiosk.show.model import Show, Slide
    from kiosk.typesetting.setting import Measure

# Chinese characters, of which others are half: less than that any slide has room for, and laying
# out the whole show would take `check` ten times as long.
_MUCH = 150.0
_PAGES = {"landscape": page_size(1920, 1080), "portrait": page_size(1080, 1920)}


def crowded(show: Show, measure: Callable[[], Measure]) -> tuple[Problem, ...]:
    """A warning for each slide whose texts have no room in one of the show's shapes and languages.

    measure: asked for only where a slide says much.
    """
    return tuple(
        _problem(slide.places.whole, languages)
        for slide in show.slides
        if slide.places.whole and not slide.is_hidden
        if (languages := _crowded_in(slide, show, measure))
    )


def _crowded_in(slide: Slide, show: Show, measure: Callable[[], Measure]) -> tuple[str, ...]:
    """The languages in which the slide's texts have no room."""
    return tuple(
        language
        for language in show.languages
        if _amount(slide, show, language) > _MUCH
        and any(_share(slide, show, language, shape, measure()) < 1.0 for shape in show.shapes)
    )


def _share(slide: Slide, show: Show, language: str, shape: str, measure: Measure) -> float:
    """How much smaller than the smallest size the slide's type is there; 1 where it has room."""
    room = Room(show, _PAGES[shape], Look(language, show.theme), measure)
    return placed_uncut(slide.layout, slide.parts, room.page, room.setting(slide.chapter)).share


def _amount(slide: Slide, show: Show, language: str) -> float:
    """How much the slide says, in Chinese characters; the title is said in two languages."""
    parts = slide.parts
    other = next((name for name in show.languages if name != language), "")
    texts = [each.in_language(language) for each in (parts.title, parts.text, parts.caption)]
    texts.append(parts.subtitle.in_language(language) or parts.title.in_language(other))
    return sum(1.0 if is_wide(character) else 0.5 for text in texts for character in text)


def _problem(span: Span, languages: tuple[str, ...]) -> Problem:
    """What is wrong with a slide that says too much."""
    what = phrase(
        "the slide has no room for its text ({languages}): it is set smaller than can be read",
        languages=", ".join(languages),
    )
    hint = phrase("shorten it, or split it into slides")
    return Problem(span, "warning", "no-room", what, hint)
