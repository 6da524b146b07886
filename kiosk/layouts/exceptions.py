"""Elements in places of their own: `at:` on wide pages, `at-portrait:` on tall ones.

A place is a share of the page each way, so that it keeps to its neighbours on every aspect; what
stands in it flows. The layout places the rest as if the element were not there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.base import Chart
from kiosk.elements.kinds.picture import Hanging, PictureElement
from kiosk.elements.shade import strength_in
from kiosk.geometry import Box
from kiosk.layouts.base import Parts, Placed
from kiosk.layouts.heading import CHART_S, PICTURE_S
from kiosk.layouts.inks import in_own_place
from kiosk.layouts.named import elements_of
from kiosk.layouts.needs import shade_for
from kiosk.layouts.pieces import still
from kiosk.marks import Picture, Wash

if TYPE_CHECKING:
    from kiosk.elements.base import Element
    from kiosk.geometry import Size
    from kiosk.layouts.base import Layout
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_AROUND, _CORNER = 24.0, 12.0  # of the shade under what stands on a picture


def place(layout: Layout, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
    """The parts as the layout places them, and in front those with a place of their own.

    Pictures come first, then charts, the number last. What stands on a picture gets a shade, under
    which any picture is dark enough for it.
    """
    own = {key: box for key, element in elements_of(parts).items() if (box := _box(element, page))}
    if not own:
        return layout.place(parts, page, setting)
    placed = list(layout.place(flowing(parts, frozenset(own)), page, setting))
    starts_s = CHART_S
    for key, box in own.items():
        element = elements_of(parts)[key]
        is_over = any(_overlap(mark.box, box) for part in placed for mark in part.scene.full
                      if isinstance(mark, Picture))  # fmt: skip
        if isinstance(element, PictureElement):
            hanging = Hanging(drift_s=parts.stay_s)
            placed.append(Placed(key, element.hung(box, setting, hanging), PICTURE_S, box))
            continue
        own_setting = in_own_place(parts, setting) if is_over else setting
        scene = _scene(element, box, own_setting)
        if is_over:
            placed.append(Placed(f"shade-{key}", still(_shade(box, page, scene, own_setting))))
        placed.append(Placed(key, scene, starts_s, box))
        starts_s += scene.entry_s
    return tuple(placed)


def flowing(parts: Parts, own: frozenset[str]) -> Parts:
    """The parts without the elements of those keys; the others keep theirs."""
    charts = elements_of(replace(parts, picture=None, number=None))
    return replace(
        parts,
        picture=None if _key(parts.picture, "picture") in own else parts.picture,
        number=None if _key(parts.number, "number") in own else parts.number,
        charts=tuple(
            replace(chart, id=key)
            for key, chart in zip(charts, parts.charts, strict=True)
            if key not in own
        ),
    )


def _key(element: Element | Chart | None, name: str) -> str:
    """The key of an element that is called so where it has no id."""
    return (element.id if element is not None else "") or name


def _box(element: Element | Chart, page: Size) -> Box | None:
    """The element's own place on the page; None where the layout finds it one."""
    at = element.at_portrait if page.is_portrait else element.at
    if at is None:
        return None
    return Box(
        at.x * page.width, at.y * page.height, at.width * page.width, at.height * page.height
    )


def _scene(element: Element | Chart, box: Box, setting: Setting) -> Scene:
    """What the element shows in its place."""
    return element.plot(box, setting) if isinstance(element, Chart) else element.scene(box, setting)


def _shade(box: Box, page: Size, scene: Scene, setting: Setting) -> Wash:
    """An even shade under what stands on a picture, as dark as that needs, at least the usual."""
    x, y = max(0.0, box.x - _AROUND), max(0.0, box.y - _AROUND)
    right = min(page.width, box.right + _AROUND)
    bottom = min(page.height, box.bottom + _AROUND)
    around = Box(x, y, right - x, bottom - y)
    scrim = setting.theme.scrim
    needed = shade_for(scene.full, scrim, setting.sight)
    dark = scrim.faded(max(strength_in(setting.theme), needed))
    return Wash(
        "shade", around, ((0.0, dark), (1.0, dark)), around.centre, around.centre, corner=_CORNER
    )


def _overlap(one: Box, other: Box) -> bool:
    """Whether both have a part in common."""
    return (
        min(one.right, other.right) > max(one.x, other.x)
        and min(one.bottom, other.bottom) > max(one.y, other.y)
    )  # fmt: skip
