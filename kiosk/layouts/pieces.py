"""Pictures, charts, shades and glows in their places on a slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import Hanging, PictureElement
from kiosk.elements.shade import FOOT_OF_PAGE, STRENGTH, shade
from kiosk.geometry import Box
from kiosk.layouts.base import Placed
from kiosk.layouts.named import chart_key
from kiosk.marks import Figure, Label, Wash
from kiosk.motion.scene import Scene
from kiosk.theme import Colour

if TYPE_CHECKING:
    from kiosk.charts.base import Chart
    from kiosk.elements.shade import Edge
    from kiosk.geometry import Point, Size
    from kiosk.layouts.base import Parts
    from kiosk.layouts.grid import Grid
    from kiosk.marks import Mark, Marks
    from kiosk.typesetting.setting import Setting

_ABOVE_TEXT = 40.0  # between a picture and the text below it
_CHART_GAP = 64.0  # between charts beside or above each other
_DESCENT = 0.21  # of a letter, below its baseline, in em
# A unit below its number is smaller than beside it, and near, so that it is not read as a title.
_UNIT_BELOW, _NEAR, _CAPITAL = 0.62, 0.15, 0.73  # of its size, em of the number, em of the unit
_SOFT = 180.0  # logical units that a shade takes to go to nothing, at least
_GLOW = ((0.0, 0.85), (0.5, 0.22), (1.0, 0.0))  # (share of the radius, of the glow)


def hung(parts: Parts, box: Box, setting: Setting, hanging: Hanging) -> tuple[Placed, ...]:
    """The picture in `box`; nothing where the slide has none."""
    element = parts.picture
    if element is None:
        return ()
    if isinstance(element, PictureElement):
        scene = element.hung(box, setting, hanging)
    else:
        scene = element.scene(box, setting)
    return (Placed(element.id or "picture", scene, box=box),)


def behind(
    parts: Parts, grid: Grid, top: float, setting: Setting, *, is_over: bool
) -> tuple[Placed, ...]:
    """The picture behind texts that begin at `top` and end the page, with their shade.

    is_over: whether they lie on it; otherwise it ends above them.
    """
    corner = Hanging("top-right", (grid.margin, grid.mark_top), drift_s=parts.stay_s)
    if not is_over:
        return hung(parts, Box(0.0, 0.0, grid.page.width, top - _ABOVE_TEXT), setting, corner)
    reach = grid.page.height - top + 12
    return (
        *hung(parts, grid.whole, setting, corner),
        *scrim(parts, grid.whole, "bottom", reach, setting),
    )


def scrim(
    parts: Parts, box: Box, dark: Edge, reach: float, setting: Setting, key: str = "scrim"
) -> tuple[Placed, ...]:
    """A shade over the picture, from the side `dark` of `box` to beyond `reach` logical units.

    It ends at the middle of the box, or where it is still soft if the text reaches further.
    """
    if parts.picture is None:
        return ()
    strength = STRENGTH
    if isinstance(parts.picture, PictureElement):
        strength = parts.picture.scrim
    if strength <= 0.0:
        return ()
    full = box.height if dark in {"top", "bottom"} else box.width
    depth = min(full, max(full / 2, reach + max(_SOFT, reach / 2)))
    sides = {
        "top": Box(box.x, box.y, box.width, depth),
        "bottom": Box(box.x, box.bottom - depth, box.width, depth),
        "left": Box(box.x, box.y, depth, box.height),
        "right": Box(box.right - depth, box.y, depth, box.height),
    }
    wash = shade(key, sides[dark], dark, reach, setting.theme, strength, FOOT_OF_PAGE)
    return (Placed(key, still(wash)),)


def still(*marks: Mark) -> Scene:
    """A scene of what is there from the beginning."""
    return Scene(marks, marks)


def glow(at: Point, radius: float, page: Size, setting: Setting) -> tuple[Placed, ...]:
    """The light behind a slide's subject, in themes that glow."""
    if not setting.theme.glows:
        return ()
    whole = Box(0.0, 0.0, page.width, page.height)
    theme = setting.theme
    # Opaque, so that it is rounded to a screen's steps once only, and shows no rings.
    stops = tuple((share, _mixed(theme.ground, theme.glow, part)) for share, part in _GLOW)
    return (Placed("glow", still(Wash("glow", whole, stops, at, at, radius))),)


def _mixed(ground: Colour, light: Colour, share: float) -> Colour:
    """`share` of `light` on `ground`."""
    return Colour(*(a + (b - a) * share for a, b in zip(ground[:3], light[:3], strict=True)))


def number_in(
    parts: Parts, box: Box | None, setting: Setting, starts_s: float, *, is_titled: bool = True
) -> tuple[Placed, ...]:
    """The number in `box`; nothing where the slide has none.

    is_titled: whether a title may stand under it, which a unit on a line below keeps clear of.
    """
    if parts.number is None or box is None:
        return ()
    scene = parts.number.plot(box, setting)
    if is_titled and not setting.is_grown:
        full, empty = _unit_near(scene.full, setting), _unit_near(scene.empty, setting)
        scene = replace(scene, full=full, empty=empty)
    return (Placed(parts.number.id or "number", scene, starts_s, box),)


def _unit_near(marks: Marks, setting: Setting) -> Marks:
    """A number's marks, its unit small and near if it stands on a line below the figure."""
    figure = max(
        (mark for mark in marks if isinstance(mark, Label | Figure)),
        key=lambda mark: mark.style.size,
        default=None,
    )
    if figure is None:
        return marks
    near: list[Mark] = []
    unit = f"{figure.key}/unit"  # a change below it has one of its own
    for mark in marks:
        if isinstance(mark, Label) and mark.key == unit and mark.y > figure.y + 1:
            size = max(min(setting.readable, mark.style.size), _UNIT_BELOW * mark.style.size)
            y = figure.y + _NEAR * figure.style.size + _CAPITAL * size
            near.append(replace(mark, y=y, style=replace(mark.style, size=size)))
        else:
            near.append(mark)
    return tuple(near)


def unit_foot(number: tuple[Placed, ...]) -> float:
    """How far down the letters of a number's unit reach; 0 without one."""
    units = (
        mark
        for part in number
        for mark in part.scene.full
        if isinstance(mark, Label) and mark.key.endswith("/unit")
    )
    return max((mark.y + _DESCENT * mark.style.size for mark in units), default=0.0)


def charts_in(
    parts: Parts, box: Box, setting: Setting, starts_s: float, page: Size | None = None
) -> tuple[Placed, ...]:
    """The charts in `box`: beside each other, in portrait above each other, one after another.

    page: given where a chart that may bleed gets the whole width of the page.
    """
    placed: list[Placed] = []
    boxes = cells(box, len(parts.charts), setting)
    for index, (chart, cell) in enumerate(zip(parts.charts, boxes, strict=True)):
        own = _bled(chart, cell, box, page)
        scene = chart.plot(own, setting)
        key = chart.id or chart_key(index)
        placed.append(Placed(key, scene, starts_s, own))
        starts_s += scene.entry_s
    return tuple(placed)


def _bled(chart: Chart, cell: Box, box: Box, page: Size | None) -> Box:
    """The box of one chart of those in `box`: as wide as the page where it may bleed."""
    if page is None or not chart.may_bleed or cell.width != box.width:
        return cell
    return Box(0.0, cell.y, page.width, cell.height)


def cells(box: Box, count: int, setting: Setting) -> tuple[Box, ...]:
    """The boxes of `count` charts in `box`."""
    if setting.shape == "portrait":
        height = (box.height - _CHART_GAP * (count - 1)) / max(count, 1)
        step = height + _CHART_GAP
        return tuple(Box(box.x, box.y + i * step, box.width, height) for i in range(count))
    width = (box.width - _CHART_GAP * (count - 1)) / max(count, 1)
    step = width + _CHART_GAP
    return tuple(Box(box.x + i * step, box.y, width, box.height) for i in range(count))
