"""What must be painted again when one frame follows another, in whole pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from kiosk.geometry import Pose
from kiosk.marks import Bars, Layer, Segments, Sheet
from kiosk.stage.device import Device

if TYPE_CHECKING:
    from kiosk.marks import Frame, Mark, Marks

_MOST_RECTS = 24  # more of them cost more than the pixels between them


class Extents(Protocol):
    """Knows the pixels that a mark may touch."""

    def extents(self, mark: Mark) -> list[QRect]:
        """One rectangle, or one for each row of a batch."""


def is_whole(sheet: Sheet) -> bool:
    """Whether `sheet` hides all that lies below it."""
    return sheet.ground is not None and sheet.ground.opacity >= 1.0 and sheet.pose == Pose()


def in_sight(frame: Frame) -> tuple[Sheet, ...]:
    """The sheets that can be seen: from the topmost one that hides what is below it."""
    first = max((i for i, sheet in enumerate(frame.sheets) if is_whole(sheet)), default=0)
    return tuple(sheet for sheet in frame.sheets[first:] if sheet.pose.opacity > 0.0)


def damage(old: Frame | None, new: Frame, device: Device, extents: Extents) -> QRegion:
    """The pixels in which `new` may differ from `old`; everything when there was none."""
    page = device.page
    if old is None or old.size != new.size:
        return QRegion(page)
    if old is new:
        return QRegion()
    before = {sheet.key: sheet for sheet in in_sight(old)}
    after = {sheet.key: sheet for sheet in in_sight(new)}
    if _backdrop(old) != _backdrop(new) or not _is_same_order(tuple(before), tuple(after)):
        return QRegion(page)
    region = QRegion()
    for key in before.keys() | after.keys():
        region += _sheet_damage(before.get(key), after.get(key), device, extents)
    return _simplified(region.intersected(page))


def _backdrop(frame: Frame) -> object:
    """What is seen where no sheet lies."""
    return next((sheet.ground for sheet in frame.sheets if sheet.ground is not None), None)


def _is_same_order(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether what stays keeps its order, and every key stands once."""
    stays = set(old) & set(new)
    return [key for key in old if key in stays] == [key for key in new if key in stays]


def _simplified(region: QRegion) -> QRegion:
    """`region`, or its bounding rectangle where it has too many pieces."""
    return QRegion(region.boundingRect()) if region.rectCount() > _MOST_RECTS else region


def _sheet_damage(
    old: Sheet | None, new: Sheet | None, device: Device, extents: Extents
) -> QRegion:
    """The pixels in which a sheet may look different."""
    if old is None or new is None or old.pose != new.pose or old.ground != new.ground:
        return _seen(old, device, extents) + _seen(new, device, extents)
    if old.layers is new.layers:
        return QRegion()
    if new.pose.scale != 1.0:
        return _seen(old, device, extents) + _seen(new, device, extents)
    region = layers_damage(old.layers, new.layers, extents)
    return _clipped(region.translated(device.placed(new.pose).topLeft()), new.pose, device)


def _seen(sheet: Sheet | None, device: Device, extents: Extents) -> QRegion:
    """The pixels that a sheet may touch."""
    if sheet is None or sheet.pose.opacity <= 0.0:
        return QRegion()
    place = device.placed(sheet.pose)
    if sheet.ground is not None or sheet.pose.scale != 1.0:
        return _clipped(QRegion(place), sheet.pose, device)
    return _clipped(
        _layers_extent(sheet.layers, extents).translated(place.topLeft()), sheet.pose, device
    )


def _clipped(region: QRegion, pose: Pose, device: Device) -> QRegion:
    """`region` as far as the pose shows it."""
    return region if pose.clip is None else region.intersected(device.snapped(pose.clip))


def _layers_extent(layers: tuple[Layer, ...], extents: Extents) -> QRegion:
    """The pixels that some layers may touch."""
    region = QRegion()
    for layer in layers:
        region += _marks_extent(layer.marks, extents)
    return region


def _marks_extent(marks: Marks, extents: Extents) -> QRegion:
    """The pixels that some marks may touch."""
    region = QRegion()
    for mark in marks:
        for rect in extents.extents(mark):
            region += rect
    return region


def layers_damage(old: tuple[Layer, ...], new: tuple[Layer, ...], extents: Extents) -> QRegion:
    """The pixels in which a sheet may differ when its layers change."""
    before = {layer.key: layer for layer in old}
    after = {layer.key: layer for layer in new}
    is_odd = len(before) < len(old) or len(after) < len(new)
    if is_odd or not _is_same_order(tuple(before), tuple(after)):
        return _layers_extent(old, extents) + _layers_extent(new, extents)
    region = QRegion()
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            region += _layers_extent(tuple(x for x in (was, now) if x is not None), extents)
        elif was.marks is not now.marks:
            region += _marks_damage(was.marks, now.marks, extents)
    return region


def _marks_damage(old: Marks, new: Marks, extents: Extents) -> QRegion:
    """The pixels in which a layer may differ when its marks change."""
    before = {mark.key: mark for mark in old}
    after = {mark.key: mark for mark in new}
    is_odd = len(before) < len(old) or len(after) < len(new)
    if is_odd or not _is_same_order(tuple(before), tuple(after)):
        return _marks_extent(old, extents) + _marks_extent(new, extents)
    region = QRegion()
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        if was is now or _is_same(was, now):
            continue
        region += _mark_damage(was, now, extents)
    return region


def _is_same(old: Mark | None, new: Mark | None) -> bool:
    """Whether two marks are equal; batches are only when they are one object."""
    return not isinstance(old, Bars | Segments) and old == new


def _mark_damage(old: Mark | None, new: Mark | None, extents: Extents) -> QRegion:
    """The pixels in which one mark may look different."""
    if isinstance(old, Bars) and isinstance(new, Bars) and _is_like(old, new):
        return _rows_damage(old, new, extents)
    region = QRegion()
    for mark in (old, new):
        if mark is not None:
            region += _marks_extent((mark,), extents)
    return region


def _is_like(old: Bars, new: Bars) -> bool:
    """Whether two batches have the same rows and look, so that rows can be compared."""
    return (
        old.keys == new.keys and old.along == new.along and old.radius == new.radius
        and old.opacity == new.opacity
    )  # fmt: skip


def _rows_damage(old: Bars, new: Bars, extents: Extents) -> QRegion:
    """The pixels of the bars that changed."""
    changed = (
        (old.boxes != new.boxes).any(axis=1)
        | (old.fill != new.fill).any(axis=1)
        | (old.fade != new.fade)
    )
    region = QRegion()
    for is_changed, was, now in zip(
        changed.tolist(), extents.extents(old), extents.extents(new), strict=True
    ):
        if is_changed:
            region += was.united(now)
    return region
