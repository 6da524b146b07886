"""The colours that a slide's texts are set in, on the ground or over a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.elements.legibility import over_any, toned
from kiosk.elements.shade import strength_in
from kiosk.limits import CONTRAST, LARGE_CONTRAST
from kiosk.theme import READABLE, contrast
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.layouts.base import Parts
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

_OWN_SHADE = 0.77  # a shade so strong keeps the accents of the themes as they are


@dataclass(frozen=True, slots=True)
class Inks:
    """Text, quiet text and the accent."""

    text: Colour
    quiet: Colour
    accent: Colour


def inks(setting: Setting) -> Inks:
    """The colours of that setting."""
    return Inks(setting.theme.text, setting.theme.quiet, setting.accent)


def emphasis_in(setting: Setting, size: float) -> Colour:
    """The colour of emphasised words of that size: the accent where it can be read as text.

    On a picture that is over any. size: logical units an em.
    """
    theme, accent = setting.theme, setting.accent
    found, needed = contrast(accent, theme.ground), READABLE
    if theme.ground == theme.scrim:
        found = over_any(accent, theme.scrim, strength_in(theme))
        needed = setting.sight.contrast(size)
    return accent if found >= needed else theme.text


def is_over_picture(parts: Parts, setting: Setting) -> bool:
    """Whether a slide's texts lie on its picture; in a light theme they stand beside it.

    So they do where shades are so strong that little of the picture would be seen in them.
    """
    theme = setting.theme
    is_dark = contrast(theme.text, theme.scrim) >= READABLE
    return parts.picture is not None and is_dark and theme.scrim_strength <= 1.0


def over_picture(parts: Parts, setting: Setting) -> Setting:
    """`setting` for what stands on the slide's picture: light on dark, in every theme.

    It is dark on light where the picture was made for a light theme. The accent is as much lighter,
    or darker, as large text and charts need on the usual shade over any picture. Unchanged without
    a picture.
    """
    if parts.picture is None:
        return setting
    return _on_shade(parts, setting, strength_in(setting.theme))


def in_own_place(parts: Parts, setting: Setting) -> Setting:
    """The same for what has a shade of its own there, which is as strong as its inks need."""
    return _on_shade(parts, setting, max(_OWN_SHADE, strength_in(setting.theme)))


def _on_shade(parts: Parts, setting: Setting, strength: float) -> Setting:
    """The colours for what stands on the slide's picture and a shade of that strength."""
    theme = setting.theme
    if isinstance(parts.picture, PictureElement):
        theme = parts.picture.theme_on(setting)
    text, scrim = theme.on_picture, theme.scrim
    accent = toned(setting.accent, text, scrim, strength, LARGE_CONTRAST.value)
    on_shade = replace(
        theme,
        ground=scrim,
        text=text,
        quiet=toned(theme.on_picture_quiet, text, scrim, strength, CONTRAST.value),
        quiet_series=theme.on_picture_quiet,
        line=theme.on_picture_quiet,
        bars_fade=False,
    )
    return replace(setting, theme=on_shade, accent=accent)
