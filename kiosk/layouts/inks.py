"""The colours that a slide's texts are set in, on the ground or over a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.theme import READABLE, contrast

if TYPE_CHECKING:
    from kiosk.layouts.base import Parts
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting


@dataclass(frozen=True, slots=True)
class Inks:
    """Text, quiet text and the accent."""

    text: Colour
    quiet: Colour
    accent: Colour


def inks(setting: Setting) -> Inks:
    """The colours of that setting."""
    return Inks(setting.theme.text, setting.theme.quiet, setting.accent)


def emphasis_in(setting: Setting) -> Colour:
    """The colour of emphasised words: the accent where it can be read as text."""
    is_readable = contrast(setting.accent, setting.theme.ground) >= READABLE
    return setting.accent if is_readable else setting.theme.text


def is_over_picture(parts: Parts, setting: Setting) -> bool:
    """Whether a slide's texts lie on its picture; in a light theme they stand beside it.

    So they do where shades are so strong that little of the picture would be seen in them.
    """
    theme = setting.theme
    is_dark = contrast(theme.text, theme.scrim) >= READABLE
    return parts.picture is not None and is_dark and theme.scrim_strength <= 1.0


def over_picture(parts: Parts, setting: Setting) -> Setting:
    """`setting` for what stands on the slide's picture: light on dark, in every theme.

    It is dark on light where the picture was made for a light theme. The accent gives way where it
    cannot be read on the shade. Unchanged without a picture.
    """
    if parts.picture is None:
        return setting
    theme = setting.theme
    if isinstance(parts.picture, PictureElement):
        theme = parts.picture.theme_on(setting)
    is_readable = contrast(setting.accent, theme.scrim) >= READABLE
    on_shade = replace(
        theme,
        ground=theme.scrim,
        text=theme.on_picture,
        quiet=theme.on_picture_quiet,
        quiet_series=theme.on_picture_quiet,
        line=theme.on_picture_quiet,
    )
    return replace(
        setting, theme=on_shade, accent=setting.accent if is_readable else theme.on_picture
    )
