"""The colours that a slide's texts are set in, on the ground or over a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.theme import contrast

if TYPE_CHECKING:
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_READABLE = 4.5


@dataclass(frozen=True, slots=True)
class Inks:
    """Text, quiet text and the accent."""

    text: Colour
    quiet: Colour
    accent: Colour


def inks(setting: Setting, *, is_over_picture: bool = False) -> Inks:
    """The theme's own colours, or those for a shaded picture, dark in every theme."""
    theme = setting.theme
    if not is_over_picture:
        return Inks(theme.text, theme.quiet, setting.accent)
    is_readable = contrast(setting.accent, theme.scrim) >= _READABLE
    accent = setting.accent if is_readable else theme.on_picture
    return Inks(theme.on_picture, theme.on_picture_quiet, accent)
