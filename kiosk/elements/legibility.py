"""Inks and shades that can be told apart whatever picture lies behind them.

For what is lighter than its shade a picture is worst where it is white, for what is darker where it
is black; every other picture leaves it more contrast.
"""

from __future__ import annotations

from kiosk.theme import Colour, contrast

_WHITE, _BLACK = Colour(1.0, 1.0, 1.0), Colour(0.0, 0.0, 0.0)
_SPARE = 1.03  # times what is needed: a screen's colours come in steps
_DEEPEST = 0.5  # times as light an ink becomes before it loses its hue
_DARKEST = 0.01  # the largest part of a colour, of which there is no lighter one
_STEPS = 100  # of a strength
_SHADES = 32  # of an ink on its way to another


def over_any(ink: Colour, shade: Colour, strength: float) -> float:
    """The contrast of `ink` to `shade` over the picture that is worst for it; 1 where one is alike.

    strength: of the shade, 0 to 1. An ink that is seen through is measured as it lies there.
    """
    is_lighter = _light(ink) > _light(shade)
    behind = mixed(_WHITE if is_lighter else _BLACK, shade, strength)
    shown = mixed(behind, ink, ink.opacity)
    if (_light(shown) > _light(behind)) is not is_lighter:
        return 1.0
    return contrast(shown, behind)


def strength_for(ink: Colour, shade: Colour, needed: float) -> float:
    """The least strength of `shade` with which `ink` has a contrast of `needed` over any picture.

    0 where the ink has not even so much to the shade itself: no strength would help it.
    """
    if over_any(ink, shade, 1.0) < _SPARE * needed:
        return 0.0
    steps = (step / _STEPS for step in range(_STEPS + 1))
    return next(s for s in steps if over_any(ink, shade, s) >= _SPARE * needed)


def toned(ink: Colour, to: Colour, shade: Colour, strength: float, needed: float) -> Colour:
    """`ink`, as much lighter or darker as gives it a contrast of `needed` over any picture.

    It lies on `shade` of that strength. It keeps its hue as long as it can, then goes `to` another
    ink, which it is where nothing before has so much.
    """
    most = 1.0 / max(*ink[:3], _DARKEST) if _light(ink) > _light(shade) else _DEEPEST
    purest = _times(ink, most)
    steps = [step / _SHADES for step in range(_SHADES)]
    ways = (
        *(_times(ink, 1 + (most - 1) * s) for s in steps),
        *(mixed(purest, to, s) for s in steps),
    )
    return next((one for one in ways if over_any(one, shade, strength) >= _SPARE * needed), to)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of `other` on `one`, opaque."""
    return Colour(*(a + (b - a) * share for a, b in zip(one[:3], other[:3], strict=True)))


def _light(colour: Colour) -> float:
    """How light a colour is, whatever its opacity: its contrast to black."""
    return contrast(colour._replace(opacity=1.0), _BLACK)


def _times(colour: Colour, factor: float) -> Colour:
    """The colour with each of its parts so many times as large."""
    return Colour(*(min(1.0, factor * part) for part in colour[:3]))
