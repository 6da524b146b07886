"""What must be painted again when one frame follows another, in whole pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.batches import BATCHES
from kiosk.geometry import Pose
from kiosk.marks import Figure, Picture, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QRect

    from kiosk.marks import Frame, Layer, Mark, Marks, Sheet
    from kiosk.stage.device import Device
    from kiosk.stage.rects import Rects
    from kiosk.theme import Colour


class Extents(Protocol):
    """Knows the pixels that a mark may touch."""

    def extents(self, mark: Mark) -> Rects:
        """One rectangle, or one for each row of a batch."""

    def difference(self, old: Mark, new: Mark) -> Rects:
        """The pixels in which two marks of one key may differ."""


def is_whole(sheet: Sheet) -> bool:
    """Whether `sheet` hides all that lies below it."""
    return sheet.ground is not None and sheet.ground.opacity >= 1.0 and sheet.pose == Pose()


def in_sight(frame: Frame) -> tuple[Sheet, ...]:
    """The sheets that can be seen: from the topmost one that hides what is below it."""
    first = max((i for i, sheet in enumerate(frame.sheets) if is_whole(sheet)), default=0)
    return tuple(sheet for sheet in frame.sheets[first:] if sheet.pose.opacity > 0.0)


def backdrop(frame: Frame) -> Colour | None:
    """What is seen where no sheet lies: the ground of the lowest sheet that has one."""
    return next((sheet.ground for sheet in frame.sheets if sheet.ground is not None), None)


def damage(old: Frame | None, new: Frame, device: Device, extents: Extents) -> Rects:
    """Where `new` may differ from `old`; everywhere when there was none."""
    if old is new:
        return []
    if old is None or old.size != new.size or backdrop(old) != backdrop(new):
        return [device.page]
    before = {sheet.key: sheet for sheet in in_sight(old)}
    after = {sheet.key: sheet for sheet in in_sight(new)}
    if not _is_same_order(before, after):
        return [device.page]
    rects: Rects = []
    for key in before | after:
        rects += _sheet_damage(before.get(key), after.get(key), device, extents)
        if device.page in rects:
            return [device.page]
    return _within(device.page, rects)


def is_traced(layer: Layer, layers: tuple[Layer, ...]) -> bool:
    """Whether `layer`, one of a sheet's `layers`, is painted through an image of its own.

    Where outlines lie over a picture that drifts, but not those in the picture's own layer: all of
    that changes with it. It follows from the frame alone, so that playing and seeking give the
    same pixels.
    """
    return (
        any(isinstance(mark, (Shape, Figure, *BATCHES)) for mark in layer.marks)
        and not _drifts(layer)
        and any(_drifts(one) for one in layers)
    )


def _drifts(layer: Layer) -> bool:
    """Whether `layer` has a picture that moves in its box."""
    return any(isinstance(mark, Picture) and mark.overscan > 1.0 for mark in layer.marks)


def layers_damage(old: tuple[Layer, ...], new: tuple[Layer, ...], extents: Extents) -> Rects:
    """Where a sheet may look different when its layers change."""
    if old is new:
        return []
    before = {layer.key: layer for layer in old}
    after = {layer.key: layer for layer in new}
    is_odd = len(before) < len(old) or len(after) < len(new)
    if is_odd or not _is_same_order(before, after):
        return layers_extent((*old, *new), extents)
    rects: Rects = []
    for key in before | after:
        was, now = before.get(key), after.get(key)
        if was is not None and now is not None and is_traced(was, old) != is_traced(now, new):
            rects += layers_extent((was, now), extents)
        else:
            rects += _marks_damage(was.marks if was else (), now.marks if now else (), extents)
    return rects


def layers_extent(layers: Iterable[Layer], extents: Extents) -> Rects:
    """The pixels that some layers may touch."""
    return [rect for layer in layers for rect in _marks_extent(layer.marks, extents)]


def _is_same_order(old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """Whether the keys that stay keep their order."""
    return [key for key in old if key in new] == [key for key in new if key in old]


def _within(bounds: QRect, rects: Rects) -> Rects:
    """What of `rects` lies inside `bounds`."""
    cut = (rect.intersected(bounds) for rect in rects)
    return [rect for rect in cut if not rect.isEmpty()]


def _sheet_damage(old: Sheet | None, new: Sheet | None, device: Device, extents: Extents) -> Rects:
    """Where a sheet may look different."""
    if old is None or new is None or old.pose != new.pose or old.ground != new.ground:
        return _seen(old, device, extents) + _seen(new, device, extents)
    changed = layers_damage(old.layers, new.layers, extents)
    if not changed:
        return []
    if new.pose.scale != 1.0:
        return _seen(old, device, extents) + _seen(new, device, extents)
    return _posed(changed, new.pose, device)


def _seen(sheet: Sheet | None, device: Device, extents: Extents) -> Rects:
    """The pixels that a sheet may touch."""
    if sheet is None or sheet.pose.opacity <= 0.0:
        return []
    pose = sheet.pose
    if sheet.ground is None and pose.scale == 1.0:
        return _posed(layers_extent(sheet.layers, extents), pose, device)
    place = device.placed(pose)
    return [place] if pose.clip is None else _within(device.snapped(pose.clip), [place])


def _posed(rects: Rects, pose: Pose, device: Device) -> Rects:
    """Where pixels of a sheet, which is not scaled, are seen."""
    corner = device.placed(pose).topLeft()
    moved = [rect.translated(corner) for rect in _within(device.page, rects)]
    return moved if pose.clip is None else _within(device.snapped(pose.clip), moved)


def _marks_extent(marks: Marks, extents: Extents) -> Rects:
    """The pixels that some marks may touch."""
    return [rect for mark in marks for rect in extents.extents(mark)]


def _marks_damage(old: Marks, new: Marks, extents: Extents) -> Rects:
    """Where a layer may look different when its marks change."""
    if old is new:
        return []
    before = {mark.key: mark for mark in old}
    after = {mark.key: mark for mark in new}
    is_odd = len(before) < len(old) or len(after) < len(new)
    if is_odd or not _is_same_order(before, after):
        return _marks_extent((*old, *new), extents)
    rects: Rects = []
    for key in before | after:
        was, now = before.get(key), after.get(key)
        if was is not now:
            rects += _mark_damage(was, now, extents)
    return rects


def _mark_damage(old: Mark | None, new: Mark | None, extents: Extents) -> Rects:
    """Where one mark may look different."""
    if old is not None and new is not None:
        return extents.difference(old, new)
    return _marks_extent(tuple(mark for mark in (old, new) if mark is not None), extents)
