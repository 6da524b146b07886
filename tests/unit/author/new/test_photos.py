"""A show of a folder of photographs: words from the files, odd names, what is left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.author.check import check
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.new.captions import Told, chosen, told_by
from kiosk.author.new.finding import pictures_in
from kiosk.author.new.making import make_folder
from kiosk.author.new.names import in_order, sort_of, title_of, writable
from kiosk.author.new.photos import photo_show
from kiosk.author.new.wish import Screen, Wish
from kiosk.author.new.words import decoded
from kiosk.cli import main
from kiosk.elements.kinds.picture import PictureElement
from kiosk.phrases import said
from kiosk.show.load import load
from kiosk.show.model import Show, Slide
from kiosk.stage.app import application

WISH = Wish("照片", ("zh",), Screen())
BOTH = Wish("照片", ("zh", "en"), Screen())
XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
 <rdf:li xml:lang="x-default">The lake</rdf:li><rdf:li xml:lang="zh-CN">湖</rdf:li>
 <rdf:li xml:lang="en-US">The lake</rdf:li></rdf:Alt></dc:title>
 <dc:creator><rdf:Seq><rdf:li>Li Si</rdf:li></rdf:Seq></dc:creator>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


def jpeg(
    file: Path, size: tuple[int, int] = (160, 90), exif: Image.Exif | None = None, xmp: str = ""
) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, "#805020")
    image.save(file, "jpeg", exif=exif or Image.Exif(), xmp=xmp.encode())
    return file


def with_iptc(file: Path, **texts: bytes) -> Path:
    """Puts datasets of IPTC's record 2 (`d120=…`) into a JPEG file."""
    data = b"".join(
        b"\x1c\x02" + bytes([int(name[1:])]) + len(text).to_bytes(2, "big") + text
        for name, text in texts.items()
    )
    data += b"\0" * (len(data) % 2)
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data
    content = file.read_bytes()
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    file.write_bytes(content[:2] + segment + content[2:])
    return file


def shown(root: Path, into: Path, wish: Wish = WISH) -> Show:
    application("offscreen")
    make_folder(into, photo_show(root, pictures_in(root), wish, "zh").files)
    show = load(DiskFolder(into), theme_files())
    assert isinstance(show, Show)
    return show


def picture(slide: Slide) -> PictureElement:
    found = slide.parts.picture
    assert isinstance(found, PictureElement)
    return found


def names_shown(show: Show) -> list[str]:
    files = [picture(slide).file.choices[0][1] for slide in show.slides[1:]]
    return [file.removeprefix("pictures/") for file in files]


@pytest.mark.parametrize(
    "name",
    [
        "新建 图片(1).JPG", "no.jpg", "12:30.jpg", "#1 – view.jpg",
        "a: b.jpg",
        ".hidden.jpg",
        "~x.jpg", "🎉.jpg", "'quoted' \"twice\".jpg", "{a}.jpg", "[b].jpg", "*.jpg",
        "&c.jpg", "!d.jpg",
        "%e.jpg", "- f.jpg", "g .jpg", "null.jpg", "C:x.jpg", "1e3.jpg",
        "@h.jpg", "k\\l.jpg", "m\nn.jpg",
    ],
)  # fmt: skip
def test_an_odd_name_keeps_working(tmp_path: Path, name: str) -> None:
    jpeg(tmp_path / "photos" / name)

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert [problem for problem in show.problems if problem.level == "error"] == []
    assert names_shown(show) == [writable(name)]
    assert (tmp_path / "show" / "pictures" / writable(name)).is_file()


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are no bytes")
def test_a_name_in_the_bytes_of_an_old_chinese_system_is_read_and_written_anew(
    tmp_path: Path,
) -> None:
    picture = jpeg(tmp_path / "photos" / "a.jpg")
    picture.rename(picture.with_name(os.fsdecode("大门.jpg".encode("gbk"))))

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert names_shown(show) == ["大门.jpg"]
    assert show.slides[1].parts.title.in_language("zh") == "大门"


def test_two_names_that_become_one_stay_two(tmp_path: Path) -> None:
    jpeg(tmp_path / "photos" / "a\\b.jpg")
    jpeg(tmp_path / "photos" / "a_b.jpg")

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert sorted(names_shown(show)) == ["a_b-2.jpg", "a_b.jpg"]


def test_pictures_follow_each_other_as_people_count(tmp_path: Path) -> None:
    for name in ("图10.jpg", "图2.jpg", "图1.jpg"):
        jpeg(tmp_path / "photos" / name)

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert names_shown(show) == ["图1.jpg", "图2.jpg", "图10.jpg"]


def test_names_of_cameras_give_way_to_when_pictures_were_taken(tmp_path: Path) -> None:
    for name, hour in (("IMG_0001.jpg", "12"), ("DSC0007.jpg", "09")):
        exif = Image.Exif()
        exif[0x0132] = f"2026:05:01 {hour}:00:00"
        jpeg(tmp_path / "photos" / name, exif=exif)

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert names_shown(show) == ["DSC0007.jpg", "IMG_0001.jpg"]


def test_each_folder_is_a_chapter(tmp_path: Path) -> None:
    jpeg(tmp_path / "photos" / "2 春天" / "a.jpg")
    jpeg(tmp_path / "photos" / "10 夏天" / "a.jpg")

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert [chapter.title.in_language("zh") for chapter in show.chapters] == ["2 春天", "10 夏天"]
    assert [len(chapter.slides) for chapter in show.chapters] == [2, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_words_come_from_iptc_before_exif_in_whatever_encoding(
    tmp_path: Path, encoding: str
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Another"
    file = jpeg(tmp_path / "photos" / "IMG_1.jpg", exif=exif)
    with_iptc(
        file, d5="公园的秋色".encode(encoding), d120="银杏落了一地。".encode(encoding),
        d80="朱镕基".encode(encoding),
    )  # fmt: skip

    (_, slide) = shown(tmp_path / "photos", tmp_path / "show").slides

    assert slide.parts.title.in_language("zh") == "公园的秋色"
    assert slide.parts.text.in_language("zh") == "银杏落了一地。"
    assert picture(slide).credit.in_language("zh") == "摄影：朱镕基"
    assert picture(slide).alt.in_language("zh") == "银杏落了一地。"


def test_the_languages_of_xmp_are_those_of_the_slide(tmp_path: Path) -> None:
    jpeg(tmp_path / "photos" / "IMG_1.jpg", xmp=XMP)

    (_, slide) = shown(tmp_path / "photos", tmp_path / "show", BOTH).slides

    assert slide.parts.title.versions == (("zh", "湖"), ("en", "The lake"))
    assert picture(slide).credit.in_language("en") == "Photo: Li Si"


@pytest.mark.parametrize(
    "rubbish",
    ["OLYMPUS DIGITAL CAMERA", "SAMSUNG", "SONY DSC", "dav", "oznorWT", "IMG_1.jpg", "  "],
)
def test_what_a_camera_writes_into_every_picture_is_no_caption(
    tmp_path: Path, rubbish: str
) -> None:
    exif = Image.Exif()
    exif[0x010E] = rubbish

    assert told_by(jpeg(tmp_path / "a.jpg", exif=exif)).captions == ()


def test_the_words_of_windows_are_read(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x9C9B] = "江边\0".encode("utf-16-le")
    exif[0x9C9C] = "傍晚\0".encode("utf-16-le")

    told = told_by(jpeg(tmp_path / "a.jpg", exif=exif))

    assert (told.titles, told.captions) == (({"": "江边"},), ({"": "傍晚"},))


def test_a_bomb_of_xml_and_broken_words_leave_the_picture_without_a_caption(
    tmp_path: Path,
) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'

    assert told_by(jpeg(tmp_path / "a.jpg", xmp=bomb)) == Told(size=(160, 90))
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe1")
    assert told_by(tmp_path / "b.jpg") == Told()


@given(content=st.binary(max_size=300))
def test_no_bytes_stop_the_reading_of_words(content: bytes) -> None:
    assert isinstance(decoded(content), str)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Müller am Café".encode("cp1252"), "Müller am Café"),
        ("朱镕基".encode("gbk"), "朱镕基"),
        ("公园 Park".encode("gbk"), "公园 Park"),
        ("é🎉".encode(), "é🎉"),
    ],
)
def test_bytes_are_read_as_what_they_most_likely_are(content: bytes, text: str) -> None:
    assert decoded(content) == text


def test_a_long_caption_is_cut_at_a_sentence_and_kept_whole_in_the_notes(tmp_path: Path) -> None:
    whole = "A sentence of some words stands here. " * 20
    with_iptc(jpeg(tmp_path / "photos" / "IMG_1.jpg"), d5=b"Title", d120=whole.encode())

    (_, slide) = shown(tmp_path / "photos", tmp_path / "show").slides

    text = slide.parts.text.in_language("zh")
    assert text.endswith("here.")
    assert len(text.split()) <= 60
    assert slide.notes.in_language("zh") == f"Title\n{whole.strip()}"


def test_captions_of_braces_and_stars_are_shown_as_they_are(tmp_path: Path) -> None:
    with_iptc(jpeg(tmp_path / "photos" / "IMG_1.jpg"), d5=b"{a} *b* 98%", d120=b"c { d")

    show = shown(tmp_path / "photos", tmp_path / "show")

    assert show.problems == ()
    assert show.slides[1].parts.title.in_language("zh") == "{a} *b* 98%"
    assert show.slides[1].parts.text.in_language("zh") == "c { d"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("IMG_2034.JPG", ""), ("DSC0001.jpg", ""), ("新建 图片(1).JPG", ""),
        ("mmexport1612.jpg", ""),
        ("微信图片_20230101.jpg", ""), ("20240101_120000.jpg", ""),
        ("PXL_20230101_1200.MP.jpg", ""),
        ("3f2a9c81-77aa-4b12.jpg", ""), ("Screenshot 2024-05-01.png", ""), ("12:30.jpg", ""),
        ("矿山公园.jpg", "矿山公园"), ("01 大门.jpg", "大门"), ("#1 – view.jpg", "view"),
        ("old_street.jpg", "old street"),
        ("大厅 副本.png", "大厅"), ("west-gate (2).jpg", "west gate"),
    ],
)  # fmt: skip
def test_only_a_name_that_tells_something_is_a_title(name: str, title: str) -> None:
    assert title_of(name) == title


def test_orders_and_sorts_of_names() -> None:
    assert sorted(["b10", "B2", "a"], key=in_order) == ["a", "B2", "b10"]
    assert [sort_of(name) for name in ("IMG_1.jpg", "图片2.jpg", "x y.jpg")] == [
        "camera", "numbered", "readable",
    ]  # fmt: skip


def test_of_several_texts_the_one_with_all_languages_counts_before_the_first() -> None:
    found = ({"": "a"}, {"zh": "乙", "en": "b"})

    assert chosen(found, ("zh", "en")) == {"zh": "乙", "en": "b"}
    assert chosen(found, ("zh",)) == {"": "乙"}
    assert chosen(found[:1], ("zh", "en")) == {"": "a"}
    assert chosen((), ("zh",)) == {}


def test_a_picture_on_its_side_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    jpeg(tmp_path / "photos" / "IMG_1.jpg", (160, 90), exif)

    application("offscreen")
    ((photo,),) = pictures_in(tmp_path / "photos").folders

    assert photo.height > photo.width


def test_what_cannot_be_shown_is_left_out_and_told(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    whole = jpeg(photos / "whole.jpg", (800, 600)).read_bytes()
    (photos / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (photos / "phone.HEIC").write_bytes(b"\0\0\0\x18ftypheic")
    (photos / "named.jpg").write_bytes(b"\0\0\0\x18ftypheic")
    (photos / "scan.tif").write_bytes(b"II*\0")
    (photos / "notes.txt").write_bytes(b"no picture")
    (photos / "._whole.jpg").write_bytes(b"of macOS")

    application("offscreen")
    found = pictures_in(photos)

    assert [[photo.path.name for photo in each] for each in found.folders] == [["whole.jpg"]]
    told = {each.path.name: said(each.why, "en") for each in found.left_out}
    assert sorted(told) == ["half.jpg", "named.jpg", "phone.HEIC", "scan.tif"]
    assert told["half.jpg"] == "ends in the middle of the picture; copy the file again"
    assert told["named.jpg"].startswith("is HEIC")


def test_a_picture_of_too_many_pixels_is_left_out_before_it_is_opened(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    Image.new("1", (20_000, 20_000)).save(photos / "bomb.png")

    application("offscreen")
    (left,) = pictures_in(photos).left_out

    assert "million" in said(left.why, "en")


@pytest.mark.parametrize(
    ("size", "layout"),
    [((160, 90), "FullPicture"), ((90, 160), "PictureLeft"), ((100, 100), "PictureLeft")],
)
def test_a_wide_picture_fills_a_wide_page_and_another_stands_beside_its_words(
    tmp_path: Path, size: tuple[int, int], layout: str
) -> None:
    jpeg(tmp_path / "photos" / "大门.jpg", size)

    (_, slide) = shown(tmp_path / "photos", tmp_path / "show").slides

    assert type(slide.layout).__name__ == layout


def test_the_command_makes_a_show_that_passes_and_renders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("大门.jpg", "IMG_1.jpg"):
        jpeg(tmp_path / "photos" / name, (1920, 1080))
    words = ["new", str(tmp_path / "show"), "--from", str(tmp_path / "photos"), "--lang", "zh"]

    assert main(words) == 0
    assert "2 pictures, a slide for each" in capsys.readouterr().out
    assert check(tmp_path / "show", strict=True) == 0
    still = tmp_path / "still.png"
    assert main(["render", str(tmp_path / "show"), "photos-2", "-o", str(still)]) == 0
    assert still.stat().st_size > 0


def test_a_folder_without_pictures_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photos").mkdir()

    assert main(["new", str(tmp_path / "show"), "--from", str(tmp_path / "photos")]) == 1
    assert main(["new", str(tmp_path / "show"), "--from", str(tmp_path / "nowhere")]) == 1
    assert not (tmp_path / "show").exists()
    assert "there is no picture in" in capsys.readouterr().err


def test_what_is_there_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.txt").write_bytes(b"kept")

    assert main(["new", str(tmp_path)]) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["kept.txt"]
    assert "nothing is overwritten" in capsys.readouterr().err


@pytest.mark.parametrize("stops", [EOFError, KeyboardInterrupt])
def test_whoever_stops_answering_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: type[BaseException]
) -> None:
    def stop(_: str) -> str:
        raise stops

    monkeypatch.setattr("builtins.input", stop)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert main(["new", str(tmp_path / "show")]) in {1, 130}
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("names", "languages"),
    [
        (("湖.jpg", "山.jpg"), ("zh",)),
        (("IMG_1234.jpg",), ("zh", "en")),
        (("Lake.jpg", "Yubei 2024.jpg"), ("zh", "en")),
        (("a walk around the lake.jpg",), ("en",)),
        (("a walk around the lake.jpg", "湖.jpg"), ("zh",)),
    ],
)
def test_a_show_of_captions_in_one_language_is_a_show_in_one_language(
    tmp_path: Path, names: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    for name in names:
        jpeg(tmp_path / "photos" / name, (1600, 900))

    show = shown(tmp_path / "photos", tmp_path / "show", BOTH)

    assert show.languages == languages
    check(tmp_path / "show")
