"""Paper, colours, gradients and soft light: what every scene is painted with.

Scenes are drawn in logical pixels (1920 x 1080, or upright) on sheets of sixteen bits a channel.
Only `save` goes down to eight bits, with a little grain, so that a long gradient shows no bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

Stop = tuple[float, str] | tuple[float, str, float]
Point = tuple[float, float]


def colour(name: str, opacity: float = 1.0) -> QColor:
    """The colour `name` (#RRGGBB) at an opacity from 0 to 1."""
    mixed_in = QColor(name)
    mixed_in.setAlphaF(min(1.0, max(0.0, opacity)))
    return mixed_in


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way (0 to 1) from `first` to `second`, as #RRGGBB."""
    share = min(1.0, max(0.0, share))
    channels = (
        round(int(first[i : i + 2], 16) * (1 - share) + int(second[i : i + 2], 16) * share)
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _with_stops(gradient: QGradient, stops: Sequence[Stop]) -> QBrush:
    for stop in stops:
        gradient.setColorAt(stop[0], colour(stop[1], stop[2] if len(stop) == 3 else 1.0))
    return QBrush(gradient)


def smooth(stops: Sequence[Stop], steps: int = 40) -> list[Stop]:
    """`stops` (colour only) eased from one to the next, so that no edge shows where they meet.

    A cubic through the stops (Catmull-Rom) instead of straight ramps.
    """
    channels = np.array([[int(stop[1][i : i + 2], 16) for i in (1, 3, 5)] for stop in stops])
    places = np.array([stop[0] for stop in stops])
    slopes = np.gradient(channels.astype(float), places, axis=0)
    eased: list[Stop] = []
    for at in np.linspace(0, 1, steps + 1):
        k = int(np.clip(np.searchsorted(places, at) - 1, 0, len(stops) - 2))
        span = places[k + 1] - places[k]
        t = float((at - places[k]) / span)
        value = (
            (2 * t**3 - 3 * t**2 + 1) * channels[k]
            + (t**3 - 2 * t**2 + t) * span * slopes[k]
            + (3 * t**2 - 2 * t**3) * channels[k + 1]
            + (t**3 - t**2) * span * slopes[k + 1]
        )
        red, green, blue = (int(np.clip(round(v), 0, 255)) for v in value)
        eased.append((float(at), f"#{red:02x}{green:02x}{blue:02x}"))
    return eased


def linear(stops: Sequence[Stop], start: Point, end: Point) -> QBrush:
    """A brush that runs through `stops` (place 0 to 1, colour, opacity) from `start` to `end`."""
    return _with_stops(QLinearGradient(QPointF(*start), QPointF(*end)), stops)


def downward(stops: Sequence[Stop], top: float, bottom: float) -> QBrush:
    """A brush that runs through `stops` from row `top` to row `bottom`."""
    return linear(stops, (0, top), (0, bottom))


def across(stops: Sequence[Stop], left: float, right: float) -> QBrush:
    """A brush that runs through `stops` from column `left` to column `right`."""
    return linear(stops, (left, 0), (right, 0))


def radial(stops: Sequence[Stop], centre: Point, radius: float) -> QBrush:
    """A brush that runs through `stops` from `centre` outward to `radius`."""
    return _with_stops(QRadialGradient(QPointF(*centre), radius), stops)


def shape(points: Sequence[Point]) -> QPainterPath:
    """The closed polygon through `points`."""
    path = line(points)
    path.closeSubpath()
    return path


def line(points: Sequence[Point]) -> QPainterPath:
    """The open line through `points`."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def pen(name: str | QBrush, width: float, opacity: float = 1.0) -> QPen:
    """A round pen of `width` logical pixels, of one colour or with a gradient."""
    brush = name if isinstance(name, QBrush) else QBrush(colour(name, opacity))
    return QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


@contextmanager
def mode(painter: QPainter, composition: QPainter.CompositionMode) -> Iterator[None]:
    """Everything painted inside is put on the sheet by `composition`."""
    before = painter.compositionMode()
    painter.setCompositionMode(composition)
    yield
    painter.setCompositionMode(before)


def glow(
    painter: QPainter,
    centre: Point,
    radius: float,
    stops: Sequence[Stop],
    squash: float = 1.0,
    composition: QPainter.CompositionMode = QPainter.CompositionMode.CompositionMode_Screen,
) -> None:
    """A soft light round `centre`, `squash` times as high as wide, added to what is there."""
    painter.save()
    painter.translate(*centre)
    painter.scale(1.0, squash)
    painter.setCompositionMode(composition)
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.fillRect(box, radial(stops, (0, 0), radius))
    painter.restore()


def lamp(painter: QPainter, centre: Point, radius: float, name: str, opacity: float = 1.0) -> None:
    """A point of light: a bright core of `radius` in a halo five times as wide."""
    halo: list[Stop] = [(0, name, 0.5 * opacity), (0.3, name, 0.16 * opacity), (1, name, 0.0)]
    glow(painter, centre, 5 * radius, halo)
    painter.setBrush(colour(mix(name, "#ffffff", 0.45), opacity))
    painter.drawEllipse(QPointF(*centre), radius, radius)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper of `width` x `height` logical pixels, `scale` real pixels each."""

    width: int
    height: int
    scale: float
    image: QImage

    @staticmethod
    def blank(width: int, height: int, scale: float = 2.0) -> Sheet:
        """An empty, transparent sheet."""
        size = (round(width * scale), round(height * scale))
        image = QImage(*size, QImage.Format.Format_RGBA64_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        return Sheet(width, height, scale, image)

    def another(self) -> Sheet:
        """An empty sheet of the same size, for what is reflected or softened as a whole."""
        return Sheet.blank(self.width, self.height, self.scale)

    @property
    def area(self) -> QRectF:
        """The whole sheet in logical pixels."""
        return QRectF(0, 0, self.width, self.height)

    @contextmanager
    def painter(self) -> Iterator[QPainter]:
        """A smooth painter without outline, in logical pixels."""
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(self.scale, self.scale)
        try:
            yield painter
        finally:
            painter.end()

    def softened(self, wide: float, high: float) -> QImage:
        """The sheet blurred by about `wide` and `high` logical pixels, at a quarter of its size."""
        size = self.image.size() / 4
        small = self.image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return _image_of(_blurred(_channels(small), wide * self.scale / 8, high * self.scale / 8))


def _pixels(image: QImage) -> NDArray[np.uint16]:
    """The image's (rows, columns, 4) channels, a view that lives as long as the image."""
    words = np.frombuffer(image.constBits(), dtype=np.uint16)
    rows = words.reshape(image.height(), image.bytesPerLine() // 2)
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def _channels(image: QImage) -> NDArray[np.float32]:
    """The image's (rows, columns, 4) channels from 0 to 1."""
    return _pixels(image).astype(np.float32) / np.float32(65535)


def _image_of(channels: NDArray[np.float32]) -> QImage:
    """The image with these (rows, columns, 4) channels from 0 to 1."""
    words = (np.clip(channels, 0, 1) * 65535).astype(np.uint16)
    rows, columns = words.shape[:2]
    shared = QImage(
        words.tobytes(), columns, rows, columns * 8, QImage.Format.Format_RGBA64_Premultiplied
    )
    return shared.copy()


def _box_blurred(light: NDArray[np.float32], radius: int, axis: int) -> NDArray[np.float32]:
    """Running mean over 2 x radius + 1 neighbours along `axis`; edges repeat."""
    padding = [(0, 0)] * light.ndim
    padding[axis] = (radius + 1, radius)
    sums = np.cumsum(np.pad(light, padding, mode="edge"), axis=axis, dtype=np.float64)
    far = np.take(sums, range(2 * radius + 1, sums.shape[axis]), axis=axis)
    near = np.take(sums, range(sums.shape[axis] - 2 * radius - 1), axis=axis)
    return ((far - near) / (2 * radius + 1)).astype(np.float32)


def _blurred(light: NDArray[np.float32], wide: float, high: float) -> NDArray[np.float32]:
    """`light` blurred by `wide` and `high` pixels: three box blurs are close to a lens's."""
    for _ in range(3):
        light = _box_blurred(light, max(1, round(high)), 0)
        light = _box_blurred(light, max(1, round(wide)), 1)
    return light


def bloom(sheet: Sheet, radius: float, strength: float, threshold: float = 0.6) -> None:
    """Whatever is brighter than `threshold` (0 to 1) spills light over `radius` logical pixels."""
    small = sheet.image.scaled(
        sheet.image.size() / 8,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    light = _channels(small)
    peak = light[..., :3].max(axis=2, keepdims=True)
    light[..., :3] *= strength * np.clip((peak - threshold) / (1 - threshold), 0, 1)
    spread = radius * sheet.scale / 16
    spill = _blurred(light, spread, spread)
    spill[..., 3] = 1.0
    with sheet.painter() as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        painter.drawImage(sheet.area, _image_of(spill))


def save(image: QImage, file: Path, quality: int = 90, grain: float = 0.7) -> None:
    """Write `image` as JPEG, with noise of `grain` levels (of 255) that dithers its gradients."""
    levels = _pixels(image)[..., :3].astype(np.float32) / 257
    noise = np.random.default_rng(2024).normal(0, grain, (*levels.shape[:2], 1))
    eight_bits = np.clip(levels + noise.astype(np.float32) + 0.5, 0, 255).astype(np.uint8)
    rows, columns = eight_bits.shape[:2]
    picture = QImage(eight_bits.tobytes(), columns, rows, columns * 3, QImage.Format.Format_RGB888)
    if not picture.save(str(file), quality=quality):
        raise OSError(f"cannot write {file}")
