from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, qRgb

from kiosk.geometry import Box
from kiosk.marks import Picture
from kiosk.phrases import phrase, said
from kiosk.stage.assets import MIB, Assets, Refusal, Wanted, decoded, wanted_for
from kiosk.stage.device import Device

pytestmark = pytest.mark.usefixtures("app")


def written(folder: Path, name: str, width: int = 40, height: int = 20) -> str:
    """Writes a picture whose quarters are red, green, blue and white, and gives its name back."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    quarters = (("red", "green"), ("blue", "white"))
    for y in range(height):
        for x in range(width):
            colour = QColor(quarters[2 * y // height][2 * x // width])
            image.setPixelColor(x, y, colour)
    assert image.save(str(folder / name), quality=100)
    return name


def turned(folder: Path, orientation: int) -> str:
    """Writes a JPEG that says it is to be shown in that EXIF orientation."""
    plain = (folder / written(folder, "plain.jpg", 64, 32)).read_bytes()
    tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([orientation]) + b"\0" * 7
    exif = b"Exif\0\0" + tiff
    name = f"turned-{orientation}.jpg"
    head = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    (folder / name).write_bytes(head + plain[2:])
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


# The quarters from the top left in reading order, for each orientation EXIF knows.
UPRIGHT = {
    1: "red green blue white", 2: "green red white blue", 3: "white blue green red",
    4: "blue white red green", 5: "red blue green white", 6: "blue red white green",
    7: "white green blue red", 8: "green white red blue",
}  # fmt: skip


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_a_photograph_stands_upright_at_the_size_asked_for(
    tmp_path: Path, orientation: int
) -> None:
    name = turned(tmp_path, orientation)
    width, height = (64, 32) if orientation < 5 else (32, 64)

    image = shown(tmp_path, Wanted(name, width, height))

    assert image.size() == QSize(width, height)
    near, far_x, far_y = 4, width - 5, height - 5
    corners = ((near, near), (far_x, near), (near, far_y), (far_x, far_y))
    assert " ".join(named(image, x, y) for x, y in corners) == UPRIGHT[orientation]


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
        (b"not a picture", "is no PNG, JPEG, GIF or WebP picture"),
        (b"", "is no PNG, JPEG, GIF or WebP picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "is no PNG"),
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
