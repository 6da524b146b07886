"""The one loader for pictures: sizes first, own limits in own words, decoded at the size shown."""

from __future__ import annotations

import math
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QTransform

from kiosk.phrases import Phrase, phrase
from kiosk.stage.disk import is_file
from kiosk.stage.pictures.bounded import Bounded
from kiosk.stage.pictures.copies import Copies
from kiosk.stage.pictures.jpeg import is_cut_off
from kiosk.stage.pictures.orientation import UPRIGHT, orientation_in
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from kiosk.marks import Picture
    from kiosk.stage.device import Device

MIB = 2**20
ROOM_AT_1080P = 96 * MIB
PIXELS_OF_1080P = 1920 * 1080
MOST_PIXELS = 64_000_000
MOST_BYTES = 64 * MIB
FORMATS = (b"png", b"jpeg", b"gif", b"webp")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture as it is shown: width and height in pixels of what it fills, overscan included.

    edition: which content of the file, where it may change.
    """

    file: str
    width: int
    height: int
    fit: str = "cover"
    focus: tuple[float, float] = (0.5, 0.5)
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a picture is not shown, for the one who chose it. reason: what the picture does."""

    file: str
    reason: Phrase

    @property
    def said(self) -> Phrase:
        """The whole sentence."""
        return phrase("the picture {file} {reason}", file=self.file, reason=self.reason)


def wanted_for(picture: Picture, device: Device) -> Wanted:
    """What must be decoded to paint `picture` on `device`."""
    box = device.snapped(picture.box)
    overscan = picture.overscan if picture.fit == "cover" else 1.0
    return Wanted(
        picture.file, max(1, math.ceil(box.width() * overscan)),
        max(1, math.ceil(box.height() * overscan)), picture.fit, picture.focus, picture.edition,
    )  # fmt: skip


class Assets:
    """The pictures of the show, those used last kept decoded. Safe to use from several threads.

    root: the show's folder; nothing outside it is read but copies of its files. room: bytes of
    decoded pictures.
    """

    def __init__(self, root: Path, room: int = ROOM_AT_1080P) -> None:
        self.copies = Copies()
        self._roots: tuple[Path, ...] = (root.resolve(),)
        self._images: Bounded[Wanted, QImage] = Bounded(room)
        self._of_file: dict[str, Wanted] = {}
        self._refusals: dict[tuple[str, str], Refusal] = {}  # by file and edition
        self._sizes: dict[tuple[str, str], tuple[int, int] | None] = {}  # likewise
        self._lock = Lock()
        self._decoding = Lock()  # one at a time: each may take much memory, and seconds
        # Ours come first; Qt's own limit counts pixels as four bytes and gives no reason.
        QImageReader.setAllocationLimit(4 * MOST_PIXELS // MIB + 1)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every picture that could not be loaded, once."""
        return tuple(self._refusals.values())

    @property
    def size(self) -> int:
        """The bytes of decoded pictures that are held."""
        return self._images.size

    def set_room(self, device: Device) -> None:
        """Makes room in keeping with the screen: 96 MiB at 1080p."""
        pixels = device.width * device.height
        self._images.room = ROOM_AT_1080P * max(pixels, PIXELS_OF_1080P) // PIXELS_OF_1080P

    def turn_to(self, root: Path) -> None:
        """Reads from another show's folder from now on.

        What is not there is looked for in the folder before, whose slide is still on the screen.
        What was refused is tried again.
        """
        with self._lock:
            self._roots = (root.resolve(), self._roots[0])
            self._refusals.clear()

    def image(self, wanted: Wanted) -> QImage | None:
        """The picture, if it is decoded already."""
        return self._images.get(wanted)

    def size_of(self, picture: Picture) -> tuple[int, int] | None:
        """The pixels of its file, upright, by the head alone; None of SVG and of no picture."""
        key = picture.file, picture.edition
        if key not in self._sizes:
            self._sizes[key] = size_in(_root_of(picture.file, self._roots), picture.file)
        return self._sizes[key]

    def stand_in(self, wanted: Wanted) -> QImage | None:
        """The same picture decoded last for another size, if it is still held."""
        other = self._of_file.get(wanted.file)
        return None if other is None else self._images.get(other)

    def is_refused(self, wanted: Wanted) -> bool:
        """Whether loading that content of the file was tried in vain."""
        return (wanted.file, wanted.edition) in self._refusals

    def load(self, wanted: Wanted) -> QImage | Refusal:
        """The picture, decoded now unless it is held. Takes as long as it takes."""
        found = self._images.get(wanted)
        if found is not None:
            return found
        refused = self._refusals.get((wanted.file, wanted.edition))
        if refused is not None:
            return refused
        with self._decoding:
            roots = self._roots
            loaded = self._decoded(wanted, roots)
        with self._lock:
            if not isinstance(loaded, Refusal):
                self._images.put(wanted, loaded, loaded.sizeInBytes())
                self._of_file[wanted.file] = wanted
            elif roots == self._roots:  # what another show refuses is not refused here
                self._refusals[wanted.file, wanted.edition] = loaded
        return loaded

    def _decoded(self, wanted: Wanted, roots: tuple[Path, ...]) -> QImage | Refusal:
        """The picture: of its copy, where there is a good one, as its folder may be gone."""
        copied = self.copies.root_of(wanted.file, wanted.edition)
        if copied is not None:
            loaded = decoded(copied, wanted)
            if not isinstance(loaded, Refusal):
                return loaded
        return decoded(_root_of(wanted.file, roots), wanted)

    def forgive(self) -> None:
        """What was refused is tried again."""
        with self._lock:
            self._refusals.clear()

    def keep(self, wanted: AbstractSet[Wanted]) -> None:
        """Lets go of all pictures but these."""
        self._images.keep(wanted)


def _root_of(file: str, roots: tuple[Path, ...]) -> Path:
    """The first folder that has the file; the show's own, which comes first, when none has."""
    return next((root for root in roots if is_file(root / file)), roots[0])


def decoded(root: Path, wanted: Wanted) -> QImage | Refusal:
    """Reads and decodes a picture of the folder `root` at the size and with the cut `wanted`.

    What it is, its content says and not its name. Of pictures that move the first frame is shown.
    """
    path = (root / wanted.file).resolve()
    if not path.is_relative_to(root):
        return Refusal(wanted.file, phrase("lies outside the show's folder"))
    if not is_file(path):
        return Refusal(wanted.file, phrase("is not there"))
    if path.stat().st_size > MOST_BYTES:
        return Refusal(wanted.file, phrase("is larger than {most} MiB", most=MOST_BYTES // MIB))
    try:
        with path.open("rb") as file:
            head = file.read(1024)
            if _is_vector(head):
                file.seek(0)
                return _drawn(file.read(), wanted)
            file.seek(0)
            turn = orientation_in(file)
        return _of_pixels(path, head, turn, wanted)
    except OSError as error:
        reason = phrase("cannot be read ({problem})", problem=error.strerror or "")
        return Refusal(wanted.file, reason)


def size_in(root: Path, file: str) -> tuple[int, int] | None:
    """The pixels of a picture of the folder `root`, upright, none of them decoded.

    None of SVG, which has no pixels, and of what is not read as a picture.
    """
    path = (root / file).resolve()
    try:
        with path.open("rb") as opened:
            head = opened.read(1024)
            opened.seek(0)
            turn = orientation_in(opened)
    except OSError:
        return None
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = _stored_size(reader, head)
    if _is_vector(head) or _refused(reader, size, Wanted(file, 1, 1)) is not None:
        return None
    upright = size.transposed() if _is_turned(reader, turn) else size
    return upright.width(), upright.height()


def _of_pixels(path: Path, head: bytes, turn: int, wanted: Wanted) -> QImage | Refusal:
    """Decodes a picture of pixels. head: how its file begins. turn: see `_read`."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = _stored_size(reader, head)
    refusal = _refused(reader, size, wanted)
    if refusal is not None:
        return refusal
    if reader.format() == b"jpeg" and is_cut_off(path.read_bytes()):
        reason = phrase("ends in the middle of the picture; copy the file again")
        return Refusal(wanted.file, reason)
    return _read(reader, size, wanted, turn)


def _is_vector(head: bytes) -> bool:
    """Whether a file that begins so is taken for SVG: markup, and no format of pixels."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _drawn(content: bytes, wanted: Wanted) -> QImage | Refusal:
    """Draws an SVG picture at the size that fills what is wanted, as far as it is seen."""
    # The first slide does not wait for what only few shows need.
    from kiosk.stage.vetting.vector_text import Unfit, vetted  # noqa: PLC0415 - see above
    from kiosk.stage.vetting.vectors import drawn  # noqa: PLC0415 - see above

    size = vetted(content)
    if isinstance(size, Unfit):
        return Refusal(wanted.file, size.reason)
    shown = _scaled(*size, wanted)
    if _is_too_large(*shown):
        return _too_long(wanted)
    image = drawn(content, QSize(*shown), _cut(QSize(*shown), wanted))
    return Refusal(wanted.file, image.reason) if isinstance(image, Unfit) else image


def _stored_size(reader: QImageReader, head: bytes) -> QSize:
    """The size of the picture as it is stored; empty where it says none.

    Of a large GIF Qt gives the size of its first frame and decodes its page, which the head states.
    """
    if not head.startswith(b"GIF8"):
        return reader.size()
    page = QSize(int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little"))
    return page.expandedTo(reader.size())


def _refused(reader: QImageReader, size: QSize, wanted: Wanted) -> Refusal | None:
    """Why the picture is not read, judged by its head alone; None when it may be."""
    if bytes(reader.format().data()) not in FORMATS:
        return Refusal(wanted.file, phrase("is no PNG, JPEG, GIF, WebP or SVG picture"))
    if size.isEmpty():
        return Refusal(wanted.file, phrase("does not say how large it is"))
    if _is_too_large(size.width(), size.height()):
        reason = phrase(
            "has {width} x {height} pixels, more than {most} million",
            width=size.width(), height=size.height(), most=MOST_PIXELS // 1_000_000,
        )  # fmt: skip
        return Refusal(wanted.file, reason)
    return None


def _is_too_large(width: int, height: int) -> bool:
    """Whether a picture of that size is not held in memory, not even while it is made smaller."""
    return width * height > MOST_PIXELS


def _too_long(wanted: Wanted) -> Refusal:
    """Says of a picture like a ribbon that it would be far too large if it covered its place."""
    reason = phrase(
        "is too long and narrow for {width} x {height} pixels; cut it",
        width=wanted.width, height=wanted.height,
    )  # fmt: skip
    return Refusal(wanted.file, reason)


def _read(reader: QImageReader, stored: QSize, wanted: Wanted, turn: int) -> QImage | Refusal:
    """Decodes at the size that fills what is wanted, and cuts what lies outside.

    `QImageReader.read` lets other threads run; scaling or copying afterwards would not, so the
    reader does all of it where it can. turn: EXIF's number where the reader does not see to it.
    """
    is_turned = _is_turned(reader, turn)
    upright = stored.transposed() if is_turned else stored
    size = _scaled(upright.width(), upright.height(), wanted)
    if _is_too_large(*size):
        return _too_long(wanted)
    shown = QSize(*size)
    cut = _cut(shown, wanted)
    reader.setScaledSize(shown.transposed() if is_turned else shown)
    is_plain = reader.transformation() == QImageIOHandler.Transformation.TransformationNone
    if is_plain and turn == UPRIGHT and cut.size() != shown:
        reader.setScaledClipRect(cut)
    image = reader.read()
    if image.isNull():
        reason = phrase("cannot be read ({problem})", problem=reader.errorString())
        return Refusal(wanted.file, reason)
    image = _turned(image, turn)
    if image.size() != cut.size():
        image = image.copy(cut)
    return _fastest(image)


def _is_turned(reader: QImageReader, turn: int) -> bool:
    """Whether the picture is stored on its side. turn: see `_read`."""
    turned = QImageIOHandler.Transformation.TransformationRotate90
    return turn >= 5 or bool(reader.transformation() & turned)


def _turned(image: QImage, turn: int) -> QImage:
    """The picture upright. turn: EXIF's number for how it is stored."""
    if turn in {2, 5, 7}:
        image = image.flipped(Qt.Orientation.Horizontal)
    if turn == 4:
        image = image.flipped(Qt.Orientation.Vertical)
    degrees = {3: 180, 5: 270, 6: 90, 7: 90, 8: 270}.get(turn, 0)
    return image.transformed(QTransform().rotate(degrees)) if degrees else image


def _scaled(width: float, height: float, wanted: Wanted) -> tuple[int, int]:
    """The whole picture's size such that it covers, or fits into, what is wanted."""
    across, down = wanted.width / width, wanted.height / height
    scale = max(across, down) if wanted.fit == "cover" else min(across, down)

    def scaled(length: float) -> int:
        exact = length * scale
        # The hair's breadth keeps a rounding error of the product from costing or adding a pixel.
        whole = math.ceil(exact - 1e-9) if wanted.fit == "cover" else math.floor(exact + 1e-9)
        return max(1, whole)

    return scaled(width), scaled(height)


def _cut(shown: QSize, wanted: Wanted) -> QRect:
    """What is seen of a picture scaled to `shown`: about its focus, as far as it reaches."""
    width, height = min(wanted.width, shown.width()), min(wanted.height, shown.height())
    left = _held(round(wanted.focus[0] * shown.width() - width / 2), shown.width() - width)
    top = _held(round(wanted.focus[1] * shown.height() - height / 2), shown.height() - height)
    return QRect(left, top, width, height)


def _held(value: int, most: int) -> int:
    """`value` held between 0 and `most`."""
    return max(0, min(value, most))


def _fastest(image: QImage) -> QImage:
    """The picture in the format that is painted fastest."""
    kind = (
        QImage.Format.Format_ARGB32_Premultiplied
        if image.hasAlphaChannel()
        else QImage.Format.Format_RGB32
    )
    return image if image.format() == kind else image.convertToFormat(kind)
