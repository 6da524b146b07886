"""What a visitor may adjust: larger text, high contrast, no motion, the page within reach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from kiosk.playback.events import Wish
    from kiosk.playback.look import Look
    from kiosk.show.model import Show

CONTRAST = "contrast"  # the theme


def wishes(show: Show, default: Look) -> tuple[Wish, ...]:
    """What can be switched in `show`, in the order in which it is offered.

    default: the look that visits begin with. Whether the page can be brought within reach depends
    on the page too.
    """
    has_contrast = CONTRAST in show.themes and default.theme != CONTRAST
    offered: dict[Wish, bool] = {
        "large": True,
        "contrast": has_contrast,
        "calm": True,
        "low": show.mounted_mm is not None,
    }
    return tuple(wish for wish, is_offered in offered.items() if is_offered)


def is_on(look: Look, wish: Wish) -> bool:
    """Whether `look` fulfils `wish`."""
    match wish:
        case "large":
            return look.is_large
        case "contrast":
            return look.theme == CONTRAST
        case "calm":
            return look.is_calm
        case "low":
            return look.is_low
    assert_never(wish)


def adjusted(look: Look, wish: Wish, default: Look) -> Look:
    """`look` with `wish` switched on, or where it was on as it is in `default`."""
    to = not is_on(look, wish)
    match wish:
        case "large":
            return replace(look, is_large=to)
        case "contrast":
            return replace(look, theme=CONTRAST if to else default.theme)
        case "calm":
            return replace(look, is_calm=to)
        case "low":
            return replace(look, is_low=to)
    assert_never(wish)
