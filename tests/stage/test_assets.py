from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QImageWriter, qRgb

from kiosk.geometry import Box
from kiosk.marks import Picture
from kiosk.phrases import phrase, said
from kiosk.stage.device import Device
from kiosk.stage.pictures.assets import MIB, Assets, Refusal, Wanted, decoded, wanted_for

pytestmark = pytest.mark.usefixtures("app")


def written(folder: Path, name: str, width: int = 40, height: int = 20) -> str:
    """Writes a picture whose quarters are red, green, blue and white, and gives its name back."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    quarters = (("red", "green"), ("blue", "white"))
    for y in range(height):
        for x in range(width):
            colour = QColor(quarters[2 * y // height][2 * x // width])
            image.setPixelColor(x, y, colour)
    # WebP is lossless at 100, and another format below it.
    assert image.save(str(folder / name), quality=90 if "lossy" in name else 100)
    return name


def exif(orientation: int, order: str = "II") -> bytes:
    """An EXIF block that states the orientation and nothing else. order: `II` or `MM`, of bytes."""
    mark = ">" if order == "MM" else "<"
    fields = (42, 8, 1, 274, 3, 1, orientation, 0, 0)
    return order.encode() + struct.pack(f"{mark}HIHHHIHHI", *fields)


def jpeg_turned(plain: bytes, block: bytes) -> bytes:
    block = b"Exif\0\0" + block
    return b"\xff\xd8\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block + plain[2:]


def png_turned(plain: bytes, block: bytes) -> bytes:
    chunk = len(block).to_bytes(4, "big") + b"eXIf" + block
    return plain[:33] + chunk + zlib.crc32(chunk[4:]).to_bytes(4, "big") + plain[33:]


def webp_turned(plain: bytes, block: bytes) -> bytes:
    size = (63).to_bytes(3, "little") + (31).to_bytes(3, "little")
    said = b"VP8X" + (10).to_bytes(4, "little") + b"\x08\0\0\0" + size
    behind = b"EXIF" + len(block).to_bytes(4, "little") + block
    content = b"WEBP" + said + plain[12:] + behind
    return b"RIFF" + len(content).to_bytes(4, "little") + content


# All that is read and has EXIF: GIF and SVG have none, TIFF and HEIF are refused.
TURNED = {
    "jpg": jpeg_turned,
    "png": png_turned,
    "webp": webp_turned,
    "lossy.webp": webp_turned,
}


def turned(folder: Path, orientation: int, kind: str = "jpg", order: str = "II") -> str:
    """Writes a picture of 64 x 32 that says it is to be shown in that EXIF orientation."""
    plain = (folder / written(folder, f"plain.{kind}", 64, 32)).read_bytes()
    name = f"turned-{orientation}.{kind}"
    (folder / name).write_bytes(TURNED[kind](plain, exif(orientation, order)))
    return name


def named(image: QImage, x: int, y: int) -> str:
    """The name of the colour that is nearest to a pixel's."""
    pixel = image.pixelColor(x, y)

    def distance(name: str) -> int:
        colour = QColor(name)
        return sum(abs(of(pixel) - of(colour)) for of in (QColor.red, QColor.green, QColor.blue))

    return min(("red", "green", "blue", "white"), key=distance)


def shown(folder: Path, wanted: Wanted) -> QImage:
    image = decoded(folder, wanted)
    assert isinstance(image, QImage), image
    return image


def why(answer: QImage | Refusal) -> str:
    """The reason for which a picture was refused."""
    assert isinstance(answer, Refusal)
    return said(answer.reason, "en")


# The quarters from the top left in reading order, for each orientation EXIF knows.
UPRIGHT = {
    1: "red green blue white", 2: "green red white blue", 3: "white blue green red",
    4: "blue white red green", 5: "red blue green white", 6: "blue red white green",
    7: "white green blue red", 8: "green white red blue",
}  # fmt: skip


@pytest.mark.parametrize("kind", TURNED)
@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_photograph_stands_upright_at_the_size_asked_for(
    tmp_path: Path, orientation: int, kind: str
) -> None:
    name = turned(tmp_path, orientation, kind)
    width, height = (64, 32) if orientation < 5 else (32, 64)

    image = shown(tmp_path, Wanted(name, width, height))

    assert image.size() == QSize(width, height)
    near, far_x, far_y = 4, width - 5, height - 5
    corners = ((near, near), (far_x, near), (near, far_y), (far_x, far_y))
    assert " ".join(named(image, x, y) for x, y in corners) == UPRIGHT[orientation]


# Where in the stored picture, of 64 x 32, the pixel (x, y) of the upright one lies.
STORED: dict[int, Callable[[int, int], tuple[int, int]]] = {
    1: lambda x, y: (x, y), 2: lambda x, y: (63 - x, y),
    3: lambda x, y: (63 - x, 31 - y), 4: lambda x, y: (x, 31 - y),
    5: lambda x, y: (y, x), 6: lambda x, y: (y, 31 - x),
    7: lambda x, y: (63 - y, 31 - x), 8: lambda x, y: (63 - y, x),
}  # fmt: skip


@pytest.mark.parametrize("order", ["II", "MM"])
@pytest.mark.parametrize("kind", TURNED)
@pytest.mark.parametrize("orientation", STORED)
def test_a_turned_picture_has_the_pixels_of_the_upright_one(
    tmp_path: Path, orientation: int, kind: str, order: str
) -> None:
    name = turned(tmp_path, orientation, kind, order)
    width, height = (64, 32) if orientation < 5 else (32, 64)

    image = shown(tmp_path, Wanted(name, width, height))

    plain = shown(tmp_path, Wanted(f"plain.{kind}", 64, 32))
    for x in range(width):
        for y in range(height):
            assert image.pixel(x, y) == plain.pixel(*STORED[orientation](x, y)), (x, y)


def test_a_turned_picture_keeps_its_focus_in_sight(tmp_path: Path) -> None:
    name = turned(tmp_path, 6, "png")  # blue red above white green

    above, below = (shown(tmp_path, Wanted(name, 32, 32, focus=(0.5, y))) for y in (0.0, 1.0))

    assert (named(above, 4, 4), named(above, 27, 4)) == ("blue", "red")
    assert (named(below, 4, 27), named(below, 27, 27)) == ("white", "green")


@pytest.mark.parametrize(
    "block",
    [
        b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x12", exif(0), exif(9), b"no EXIF at all",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["png", "webp"])
def test_a_picture_whose_exif_is_broken_is_shown_as_it_is_stored(
    tmp_path: Path, kind: str, block: bytes
) -> None:
    plain = (tmp_path / written(tmp_path, f"plain.{kind}", 64, 32)).read_bytes()
    (tmp_path / "odd").write_bytes(TURNED[kind](plain, block))

    image = shown(tmp_path, Wanted("odd", 64, 32))

    assert image == shown(tmp_path, Wanted(f"plain.{kind}", 64, 32))


def gif(width: int, height: int, frames: int) -> bytes:
    """A GIF of so many frames of one red pixel each, on a page of that size."""
    page = width.to_bytes(2, "little") + height.to_bytes(2, "little") + b"\x80\0\0"
    frame = b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return b"GIF89a" + page + b"\xff\0\0\0\0\0" + frame * frames + b";"


def test_of_a_picture_that_moves_the_first_frame_is_shown(tmp_path: Path) -> None:
    (tmp_path / "moves.gif").write_bytes(gif(1, 1, frames=200_000))

    image = shown(tmp_path, Wanted("moves.gif", 4, 4))

    assert image.size() == QSize(4, 4)
    assert named(image, 2, 2) == "red"


def test_a_moving_picture_keeps_its_shape_where_its_first_frame_has_another(tmp_path: Path) -> None:
    (tmp_path / "page.gif").write_bytes(gif(8000, 2000, frames=1))

    image = shown(tmp_path, Wanted("page.gif", 80, 80, "contain"))

    assert image.size() == QSize(80, 20)


def test_a_moving_picture_on_a_huge_page_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "huge.gif").write_bytes(gif(65_535, 65_535, frames=1))

    refusal = decoded(tmp_path, Wanted("huge.gif", 4, 4))

    assert why(refusal) == "has 65535 x 65535 pixels, more than 64 million"


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "gif"])
def test_a_picture_that_is_cut_off_anywhere_is_refused_or_shown_in_its_size(
    tmp_path: Path, kind: str
) -> None:
    name = f"whole.{kind}"
    if kind == "gif":
        (tmp_path / name).write_bytes(gif(40, 20, frames=3))
    else:
        written(tmp_path, name)
    content = (tmp_path / name).read_bytes()

    answers = []
    listener = qInstallMessageHandler(lambda *_said: None)  # Qt warns of each, and may
    for length in range(0, len(content), max(1, len(content) // 50)):
        (tmp_path / "cut").write_bytes(content[:length])
        answers.append(decoded(tmp_path, Wanted("cut", 40, 20)))
    qInstallMessageHandler(listener)

    assert isinstance(answers[0], Refusal)
    assert all(isinstance(a, Refusal) or a.size() == QSize(40, 20) for a in answers)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_what_a_picture_is_its_content_says_and_not_its_name(tmp_path: Path, kind: str) -> None:
    name = written(tmp_path, f"true.{kind}")
    (tmp_path / name).rename(tmp_path / "false.gif")

    assert named(shown(tmp_path, Wanted("false.gif", 40, 20)), 4, 4) == "red"


def test_a_photograph_of_70_million_pixels_is_refused_in_words(tmp_path: Path) -> None:
    image = QImage(10_000, 7_000, QImage.Format.Format_Grayscale8)
    image.fill(200)
    assert QImageWriter(str(tmp_path / "large.jpg")).write(image)

    refusal = decoded(tmp_path, Wanted("large.jpg", 90, 70))

    assert why(refusal) == "has 10000 x 7000 pixels, more than 64 million"


def test_a_ribbon_that_would_be_huge_where_it_covers_is_refused_in_words(tmp_path: Path) -> None:
    image = QImage(30_000, 2, QImage.Format.Format_Grayscale8)
    assert QImageWriter(str(tmp_path / "ribbon.png")).write(image)

    covers, fits = (
        decoded(tmp_path, Wanted("ribbon.png", 1920, 1080, f)) for f in ("cover", "contain")
    )

    assert why(covers) == "is too long and narrow for 1920 x 1080 pixels; cut it"
    assert isinstance(fits, QImage)


def test_a_picture_that_covers_keeps_its_focus_in_sight(tmp_path: Path) -> None:
    name = written(tmp_path, "wide.png", 400, 100)

    left, right = (shown(tmp_path, Wanted(name, 50, 50, focus=(x, 0.5))) for x in (0.0, 1.0))

    assert left.size() == right.size() == QSize(50, 50)
    assert (named(left, 25, 5), named(right, 25, 5)) == ("red", "green")


def test_a_picture_that_is_contained_is_seen_whole(tmp_path: Path) -> None:
    name = written(tmp_path, "wide.png", 400, 100)

    image = shown(tmp_path, Wanted(name, 50, 50, "contain"))

    assert image.size() == QSize(50, 12)


def test_a_drifting_picture_is_decoded_larger_than_its_box() -> None:
    picture = Picture("p", "a.png", Box(0, 0, 1920, 1080), overscan=1.04)

    wanted = wanted_for(picture, Device(3840, 2160))

    assert (wanted.width, wanted.height) == (3994, 2247)


@pytest.mark.parametrize(
    "file", ["../secret.png", "/etc/hostname", "link.png", "deep/../../secret.png"]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "show"
    (folder / "deep").mkdir(parents=True)
    written(tmp_path, "secret.png")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")

    refusal = decoded(folder.resolve(), Wanted(file, 10, 10))

    assert isinstance(refusal, Refusal)
    assert said(refusal.reason, "en") == "lies outside the show's folder"


def png_that_claims(width: int, height: int) -> bytes:
    """The head of a PNG of that size, without its pixels."""
    data = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    chunk = (13).to_bytes(4, "big") + data + zlib.crc32(data).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT\x35\xaf\x06\x1e"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a picture", "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"", "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"BM" + bytes(60), "is no PNG"),
        (b"<html/>", "is no picture but a file of <html>"),
        (png_that_claims(9000, 9000), "has 9000 x 9000 pixels, more than 64 million"),
        (png_that_claims(300, 300), "cannot be read"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "it.png").write_bytes(content)

    refusal = decoded(tmp_path, Wanted("it.png", 10, 10))

    assert isinstance(refusal, Refusal)
    assert said(refusal.reason, "en").startswith(reason)


@pytest.mark.parametrize("lost", [1, 2, 50])
def test_a_jpeg_that_was_not_copied_to_its_end_is_refused(tmp_path: Path, lost: int) -> None:
    name = turned(tmp_path, 1)
    data = (tmp_path / name).read_bytes()
    thumbnail = b"\xff\xe2" + (2 + len(data)).to_bytes(2, "big") + data  # in the head, whole
    whole = data[:2] + thumbnail + data[2:]
    (tmp_path / name).write_bytes(whole[:-lost])

    loaded = decoded(tmp_path, Wanted(name, 64, 32))

    assert isinstance(loaded, Refusal)
    assert "middle of the picture" in loaded.reason.template


def test_a_jpeg_on_a_stick_that_is_pulled_out_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    name = turned(tmp_path, 1)
    monkeypatch.setattr(Path, "read_bytes", gone)

    loaded = decoded(tmp_path, Wanted(name, 64, 32))

    assert isinstance(loaded, Refusal)
    assert "Input/output error" in said(loaded.reason, "en")


def test_a_jpeg_with_something_after_its_end_is_shown(tmp_path: Path) -> None:
    name = turned(tmp_path, 1)
    with (tmp_path / name).open("ab") as file:
        file.write(b"a film of the same moment" * 100)

    assert isinstance(decoded(tmp_path, Wanted(name, 64, 32)), QImage)


def test_a_missing_picture_is_refused_once_and_told_once(tmp_path: Path) -> None:
    assets = Assets(tmp_path)

    answers = [assets.load(Wanted("gone.png", size, size)) for size in (10, 20)]

    assert answers == [Refusal("gone.png", phrase("is not there"))] * 2
    assert assets.refusals == (Refusal("gone.png", phrase("is not there")),)


def test_a_honest_photograph_of_63_million_pixels_is_shown(tmp_path: Path) -> None:
    image = QImage(9000, 7000, QImage.Format.Format_Grayscale8)
    image.fill(200)
    assert QImageWriter(str(tmp_path / "large.jpg")).write(image)

    assert shown(tmp_path, Wanted("large.jpg", 90, 70)).size() == QSize(90, 70)


def test_the_pictures_held_never_take_more_than_the_room(tmp_path: Path) -> None:
    name = written(tmp_path, "a.png")
    assets = Assets(tmp_path, room=MIB)

    for width in range(100, 400, 10):
        assets.load(Wanted(name, width, 200))
        assert assets.size <= MIB

    assert assets.image(Wanted(name, 390, 200)) is not None
    assert assets.image(Wanted(name, 100, 200)) is None


def test_a_larger_screen_has_more_room_for_pictures(tmp_path: Path) -> None:
    written(tmp_path, "a.png")
    assets = Assets(tmp_path)

    assets.set_room(Device(3840, 2160))
    for index in range(15):
        assets.load(Wanted("a.png", 3840, 2160 - index))

    assert 300 * MIB < assets.size <= 4 * 96 * MIB


def test_transparency_is_kept(tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(qRgb(255, 0, 0) & 0x80FFFFFF)
    assert image.save(str(tmp_path / "glass.png"))

    assert shown(tmp_path, Wanted("glass.png", 8, 8)).pixelColor(4, 4).alpha() == 128
