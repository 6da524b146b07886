"""The PDF of a show, read back by another program: its pages, text, fonts, and how it looks."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING
from unicodedata import normalize

import numpy as np
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from PySide6.QtGui import QFontDatabase, QImage

from kiosk.author.exporting.titles import title_of
from kiosk.author.exporting.wish import Wish
from kiosk.author.stills import Studio
from kiosk.cli import main
from kiosk.marks import Figure, Label, Picture, figure_text
from kiosk.playback.look import Look, look_in
from kiosk.stage.painting.frames import render
from tests.gallery import GALLERY, SLIDES, gallery_names, opened
from tests.stage.brewing import box_font, write_font

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.marks import Frame, Mark
    from kiosk.show.model import Show

YUBEI = SLIDES / "yubei"
FULL, HALF = (1920, 1080), (960, 540)
FACES = {
    "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "InterDisplay-Light",
    "InterDisplay-Regular", "InterDisplay-Medium", "NotoSansCJKSC-Regular", "NotoSansCJKSC-Bold",
    "NotoSerifCJKSC-Bold",
}  # fmt: skip


def exported(folder: Path, into: Path, *words: str) -> pdfium.PdfDocument:
    file = into / "show.pdf"
    assert main(["export", str(folder), str(file), *words]) == 0
    return pdfium.PdfDocument(file)


def pages_of(folder: Path, show: Show, look: Look) -> Iterator[tuple[str, Frame]]:
    studio = Studio.of(show, folder)
    composer = studio.composer(FULL)
    for slide in show.slides:
        yield slide.id, studio.page(slide.id, look_in(show, look), composer)


def marks_of(frame: Frame) -> Iterator[Mark]:
    return (m for sheet in frame.sheets for layer in sheet.layers for m in layer.marks)


def written_in(frame: Frame) -> list[str]:
    """What can be read on a frame, spaces apart."""
    seen = [mark for mark in marks_of(frame) if mark.opacity > 0.0]
    texts = [m.text if isinstance(m, Label) else figure_text(m)
             for m in seen if isinstance(m, Label | Figure)]  # fmt: skip
    return ["".join(text.split()) for text in texts]


def read_from(page: pdfium.PdfPage) -> str:
    """What another program reads on a page, spaces apart."""
    return "".join(page.get_textpage().get_text_range().split())


def fonts_of(page: pdfium.PdfPage) -> dict[str, bool]:
    """The fonts on a page by name, and whether they come with the file."""
    found = {}
    for part in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(part.raw)
        name = ctypes.create_string_buffer(100)
        raw.FPDFFont_GetBaseFontName(font, name, 100)
        found[name.value.decode()] = raw.FPDFFont_GetIsEmbedded(font) == 1
    return found


def pixels(image: QImage) -> NDArray[np.int16]:
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, :3].astype(np.int16)


def drawn(page: pdfium.PdfPage, width: int) -> NDArray[np.int16]:
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True).to_numpy()
    colours: NDArray[np.int16] = bitmap[:, :, :3].astype(np.int16)
    return colours


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_of_every_slide_of_yubei_is_found_on_its_page(
    language: str, tmp_path: Path
) -> None:
    show = opened(YUBEI)

    document = exported(YUBEI, tmp_path, "--lang", language)

    assert len(document) == len(show.slides)
    frames = pages_of(YUBEI, show, Look(language))
    for page, (slide, frame) in zip(document, frames, strict=True):
        read = read_from(page)
        assert [text for text in written_in(frame) if text not in read] == [], slide


@pytest.mark.parametrize("name", gallery_names())
def test_a_page_looks_as_the_slide_does_and_reads_as_it_does(name: str, tmp_path: Path) -> None:
    folder = GALLERY / name
    show = opened(folder)
    studio = Studio.of(show, folder)

    document = exported(folder, tmp_path, "--size", "960x540")

    for page, (slide, frame) in zip(document, pages_of(folder, show, Look()), strict=True):
        painted = pixels(render(frame, HALF, studio.assets, studio.lines))
        difference = np.abs(painted - drawn(page, HALF[0]))
        # Of 255: edges of letters and thin lines differ, and what JPEG leaves of a picture. A part
        # that is missing, or lies elsewhere, changes whole squares.
        assert difference.mean() < 3.0, slide
        squares = difference.max(axis=2).reshape(27, 20, 48, 20).mean(axis=(1, 3))
        assert squares.max() < 100.0, slide
        assert [text for text in written_in(frame) if text not in read_from(page)] == [], slide


def test_all_fonts_come_with_the_file_and_are_the_programs_own(tmp_path: Path) -> None:
    document = exported(YUBEI, tmp_path)

    fonts = [font for page in document for font in fonts_of(page).items()]
    assert {name for name, _ in fonts} <= FACES
    assert {is_embedded for _, is_embedded in fonts} == {True}


def test_what_is_a_picture_on_a_page_is_a_picture_on_the_slide(tmp_path: Path) -> None:
    show = opened(YUBEI)

    document = exported(YUBEI, tmp_path)

    for page, (slide, frame) in zip(document, pages_of(YUBEI, show, Look()), strict=True):
        images = [*page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]
        assert len(images) == sum(isinstance(mark, Picture) for mark in marks_of(frame)), slide


def test_the_contents_are_the_chapters_and_the_slides_without_their_steps(tmp_path: Path) -> None:
    show = opened(GALLERY / "steps")

    document = exported(GALLERY / "steps", tmp_path, "--lang", "en")

    listed = [(mark.level, mark.get_title(), mark.get_dest().get_index())
              for mark in document.get_toc()]  # fmt: skip
    ids = [slide.id for slide in show.slides]
    assert listed[0] == (0, show.chapters[0].title.in_language("en"), 0)
    assert listed[1:] == [
        (1, title_of(show, slide, "en"), ids.index(slide.id)) for slide in show.chapters[0].pages
    ]
    assert len(ids) > len(listed) - 1
    assert document.get_metadata_value("Title") == show.title.in_language("en")


@pytest.mark.parametrize(
    ("size", "points"), [("1920x1080", (960, 540)), ("2160x3840", (540, 960)),
                         ("1024x768", (720, 540))],
)  # fmt: skip
def test_a_page_has_the_shape_of_the_wished_screen(
    size: str, points: tuple[int, int], tmp_path: Path
) -> None:
    document = exported(GALLERY / "cut", tmp_path, "--size", size)

    assert document[0].get_size() == points


def test_a_larger_size_has_finer_pictures_and_the_same_pages(tmp_path: Path) -> None:
    folder = GALLERY / "layout-full-picture"
    widths = []
    for size in ("960x540", "1920x1080"):
        page = exported(folder, tmp_path, "--size", size)[0]
        (image,) = page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])
        widths.append((image.get_px_size()[0], page.get_width()))

    assert widths == [(960, 960), (1920, 960)]


def test_no_size_is_too_odd_for_a_page(tmp_path: Path) -> None:
    document = exported(GALLERY / "bar", tmp_path, "--size", "1366x767")

    assert [round(side) for side in document[0].get_size()] == [962, 540]


def test_wishes_hold_for_pages_too(tmp_path: Path) -> None:
    show, folder = opened(GALLERY / "bar"), GALLERY / "bar"
    wish = Wish(look=Look("en", "paper"))

    document = exported(folder, tmp_path, "--lang", "en", "--theme", "paper")

    ground = show.themes["paper"].ground
    corner = drawn(document[0], 96)[-2, 2]
    assert np.abs(corner - [round(255 * part) for part in ground[:3]]).max() <= 2
    assert "Two" in document[0].get_textpage().get_text_range()
    assert wish.look_in(show).theme == "paper"


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A show of two slides, of which the first has more notes than fit beside it."""
    folder = tmp_path / "noted"
    folder.mkdir()
    (folder / "show.yaml").write_text(
        "kiosk: 1\ntitle: Noted\nlanguages: [en]\nchapters: [one.yaml]\n", "utf-8"
    )
    notes = " ".join(f"word{number}" for number in range(700))
    (folder / "one.yaml").write_text(
        "title: One\nslides:\n"
        f"  - {{id: first, title: First, notes: {notes}}}\n  - {{id: second, title: Second}}\n",
        "utf-8",
    )
    return folder


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_notes_stand_with_their_slide_on_a4_and_go_on_where_they_do_not_fit(
    size: str, noted: Path, tmp_path: Path
) -> None:
    document = exported(noted, tmp_path, "--notes", "--size", size)

    texts = [page.get_textpage().get_text_range() for page in document]
    assert {page.get_size() for page in document} == {(595, 842)}
    first, *further, second = texts
    assert further
    assert first.index("First") < first.index("word0")
    words = [word for text in (first, *further) for word in text.split() if "word" in word]
    assert words == [f"word{number}" for number in range(700)]
    assert "Second" in second
    assert [mark.get_dest().get_index() for mark in document.get_toc()] == [0, 0, len(further) + 1]


@pytest.mark.parametrize("name", ["bar", "layout-full-picture", "gauge", "area"])
def test_a_slide_with_its_notes_looks_as_it_does_alone(name: str, tmp_path: Path) -> None:
    folder = GALLERY / name
    show = opened(folder)
    studio = Studio.of(show, folder)

    document = exported(folder, tmp_path, "--notes")

    assert len(document) == len(show.slides)
    inch, margin, wide = 25.4, 16.0, 178.0  # millimetres
    for page, (slide, frame) in zip(document, pages_of(folder, show, Look()), strict=True):
        painted = pixels(render(frame, HALF, studio.assets, studio.lines))
        scale = HALF[0] / (wide / inch * 72)
        whole = page.render(scale=scale, rev_byteorder=True).to_numpy()
        edge = round(margin / inch * 72 * scale)
        seen = whole[edge : edge + HALF[1], edge : edge + HALF[0], :3].astype(np.int16)
        difference = np.abs(painted - seen)
        assert difference.mean() < 5.0, slide
        squares = difference.max(axis=2).reshape(27, 20, 48, 20).mean(axis=(1, 3))
        assert squares.max() < 120.0, slide


def test_nobody_reads_notes_that_were_not_wished(noted: Path, tmp_path: Path) -> None:
    document = exported(noted, tmp_path)

    assert len(document) == 2
    assert "word1" not in "".join(page.get_textpage().get_text_range() for page in document)


FORMS = ("init", "medi", "fina")
JOINING = "languagesystem arab dflt;" + "".join(
    f"feature {form} {{ sub u0628 by u0628.{form}; sub u0633 by u0633.{form}; }} {form};"
    for form in FORMS
)


@pytest.mark.parametrize("text", ["אב גדא", "سبب بس", "בא 2024 גד"])
def test_text_from_right_to_left_is_found_as_written_in_whatever_forms_it_is_set(
    text: str, tmp_path: Path
) -> None:
    folder = tmp_path / "show"
    folder.mkdir()
    heights = {sign: 100 * number for number, sign in enumerate("אבגדسب", start=1)}
    forms = {
        f"u{ord(sign):04X}.{form}": heights[sign] + 10 * number
        for sign in "سب"
        for number, form in enumerate(FORMS, start=1)
    }
    write_font(folder, "boxes.ttf", box_font("Boxes", heights, forms=forms, features=JOINING))
    (folder / "show.yaml").write_text(
        "kiosk: 1\ntitle: x\nlanguages: [ar]\nchapters: [one.yaml]\n", "utf-8"
    )
    (folder / "one.yaml").write_text(
        f"title: x\nslides:\n  - {{id: one, title: '{text}'}}\n", "utf-8"
    )

    document = exported(folder, tmp_path)
    QFontDatabase.removeAllApplicationFonts()

    assert "".join(text.split()) in read_from(document[0])


@pytest.mark.parametrize("text", ["——…", "ffi 1x2 12:30 (A)", "e\u0301a\u0308", "全角，“引号”"])
def test_signs_that_share_a_glyph_or_have_another_one_are_found_as_written(
    text: str, tmp_path: Path
) -> None:
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "show.yaml").write_text(
        "kiosk: 1\ntitle: Signs\nlanguages: [zh]\nchapters: [one.yaml]\n", "utf-8"
    )
    (folder / "one.yaml").write_text(
        f"title: 一\nslides:\n  - {{id: one, title: 标题, text: '{text}'}}\n", "utf-8"
    )

    document = exported(folder, tmp_path)

    read = normalize("NFC", read_from(document[0]))
    assert "".join(normalize("NFC", text).split()) in read
