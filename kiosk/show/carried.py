"""What a show has in common with the one that plays, so that only what is new is made anew."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from kiosk.show.model import Chapter, Show

if TYPE_CHECKING:
    from kiosk.problems import Problem
    from kiosk.show.model import Slide

# Of a show, what each of its pages is laid out by.
_LAID_BY = ("languages", "themes", "theme", "screen_in", "viewing_m", "mounted_mm", "shapes")


def is_laid_alike(show: Show, other: Show) -> bool:
    """Whether a slide that both shows have looks the same in both."""
    return all(getattr(show, name) == getattr(other, name) for name in _LAID_BY)


def carried_over(show: Show, playing: Show) -> Show:
    """`show`, made of the very objects of `playing` where they say the same.

    What is laid out by a slide's identity stays so; a show that says nothing new is `playing`
    itself. Where a slide was written counts for nothing.
    """
    if show == playing:
        return playing
    if not is_laid_alike(show, playing):
        return show
    known = {slide.id: slide for chapter in playing.chapters for slide in chapter.slides}
    before = {chapter.id: chapter for chapter in playing.chapters}
    chapters = tuple(_chapter(chapter, before.get(chapter.id), known) for chapter in show.chapters)
    same = {
        field.name: getattr(playing, field.name)
        for field in fields(Show)
        if field.init and field.compare and field.name != "chapters"
        and getattr(show, field.name) == getattr(playing, field.name)
    }  # fmt: skip
    return replace(show, chapters=chapters, **same)


def has_new_errors(problems: tuple[Problem, ...], playing: tuple[Problem, ...]) -> bool:
    """Whether there are errors that the show that plays does not have; wherever they stand."""
    return bool(_errors(problems) - _errors(playing))


def _errors(problems: tuple[Problem, ...]) -> set[tuple[str, str, object]]:
    return {(p.span.file, p.code, p.what) for p in problems if p.level == "error"}


def _chapter(chapter: Chapter, before: Chapter | None, known: dict[str, Slide]) -> Chapter:
    """The chapter with those of its slides that are known already; as it was where it is so."""
    if chapter == before:
        return before
    slides = (
        old if (old := known.get(slide.id)) is not None and old == slide else slide
        for slide in chapter.slides
    )
    return replace(chapter, slides=tuple(slides))
