"""What slides are called where they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.theme import is_chinese

if TYPE_CHECKING:
    from kiosk.show.model import Show, Slide


def title_of(show: Show, slide: Slide, language: str) -> str:
    """The slide's title in one line; its chapter's, or its id, where it has none."""
    title = slide.parts.title.in_language(language)
    title = title or show.chapters[slide.chapter].title.in_language(language) or slide.id
    return title.replace("\n", "" if is_chinese(language) else " ")
