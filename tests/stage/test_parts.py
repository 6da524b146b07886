"""A part of a show: which slides are meant by what is written, and what exports make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QImage

from kiosk.author.exporting.part import Part, part_of
from kiosk.author.stills import Studio
from kiosk.cli import main
from kiosk.playback.look import Look
from tests.gallery import GALLERY, opened
from tests.stage.playing import show_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("app")

STEPS = GALLERY / "steps"


def export(folder: Path, file: Path, *words: str) -> int:
    return main(["export", str(folder), str(file), "--size", "480x270", *words])


def length_of(film: Path) -> float:
    with av.open(str(film)) as container:
        return container.streams.video[0].frames / 10


@pytest.mark.parametrize(
    ("wished", "meant"),
    [
        ("b", "b"),
        ("a,d", "ad"),
        (" d, a ", "ad"),
        ("a，c、d", "acd"),
        ("two", "cd"),
        ("two, a", "acd"),
        ("b..c", "bc"),
        ("c..b", "bc"),
        ("b .. two", "bcd"),
        ("a…c", "abc"),
    ],
)
def test_slides_chapters_and_stretches_are_meant_in_the_shows_order(
    wished: str, meant: str, tmp_path: Path
) -> None:
    show = show_in(tmp_path)

    part = part_of(show, wished)

    assert isinstance(part, Part)
    assert [slide.id for slide in part.of(show).slides] == [*meant]


@pytest.mark.parametrize(
    ("wished", "unknown"),
    [("e", ("e",)), ("a, x, y", ("x", "y")), ("a..x", ("x",)), ("a..b..c", ("b..c",)), ("", ("",))],
)
def test_what_no_slide_is_called_is_named(
    wished: str, unknown: tuple[str, ...], tmp_path: Path
) -> None:
    assert part_of(show_in(tmp_path), wished) == unknown


def test_a_slide_comes_with_its_steps_and_a_step_alone_without_it() -> None:
    show = opened(STEPS)
    steps = [slide.id for slide in show.slides if slide.of == "sectors"]

    whole, alone = part_of(show, "sectors"), part_of(show, steps[0])

    assert isinstance(whole, Part)
    assert isinstance(alone, Part)
    assert [slide.id for slide in whole.of(show).slides] == ["sectors", *steps]
    (step,) = alone.of(show).slides
    assert (step.id, step.of) == (steps[0], "")


def test_chapters_keep_their_numbers(tmp_path: Path) -> None:
    show = show_in(tmp_path)

    part = part_of(show, "c")

    assert isinstance(part, Part)
    assert [chapter.id for chapter in part.of(show).chapters] == ["one", "two"]
    assert part.of(show).slides[0].chapter == 1


def test_a_film_has_the_slides_that_are_wished_and_those_the_loop_leaves_out_where_named(
    tmp_path: Path,
) -> None:
    show_in(tmp_path)
    chapter = tmp_path / "two.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("id: c\n", "id: c\n    loop: false\n"))
    lengths = {}

    for wished in ("a..b", "two", "two, c"):
        film = tmp_path / "film.mp4"
        assert export(tmp_path, film, "--rate", "10", "--slides", wished) == 0
        lengths[wished] = length_of(film)

    two_slides = 2 * 2.4  # each stays for two seconds after a turn of 0.4
    assert lengths == {
        "a..b": pytest.approx(two_slides),
        "two": pytest.approx(2.0),
        "two, c": pytest.approx(two_slides),
    }


def test_pages_of_a_part_are_called_as_among_all_and_replace_those_alone(tmp_path: Path) -> None:
    show = show_in(tmp_path)
    into = tmp_path / "pages"
    export(tmp_path, into)
    (into / "03-c.png").write_bytes(b"old")

    assert export(tmp_path, into, "--slides", "c") == 0

    names = [f"{number:02}-{slide.id}.png" for number, slide in enumerate(show.slides, start=1)]
    assert sorted(file.name for file in into.iterdir()) == names
    assert QImage(str(into / "03-c.png")).width() == 480


def test_a_part_as_pdf_has_its_chapters_alone_in_the_contents(tmp_path: Path) -> None:
    show_in(tmp_path)

    export(tmp_path, tmp_path / "part.pdf", "--slides", "b, d", "--lang", "en")

    document = pdfium.PdfDocument(tmp_path / "part.pdf")
    listed = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert len(document) == 2
    assert listed == [("Chapter one", 0), ("Slide b", 0), ("Chapter two", 1), ("Slide d", 1)]


def test_a_part_as_web_page_has_its_slides_alone(tmp_path: Path) -> None:
    show_in(tmp_path)

    export(tmp_path, tmp_path / "part.html", "--slides", "d")

    page = (tmp_path / "part.html").read_text("utf-8")
    assert page.count("<figure") == 1
    assert 'id="slide-d"' in page


def test_a_contact_sheet_of_a_part_has_its_chapters_and_no_views() -> None:
    show = opened(STEPS)
    studio = Studio.of(show, STEPS)
    part = part_of(show, "sorted")
    assert isinstance(part, Part)

    rows = studio.rows((480, 270), Look("en", show.theme), part.of(show))

    assert [tile.name for row in rows for tile in row.tiles] == ["sorted", "sorted.1", "sorted.2"]


def test_an_unknown_slide_is_refused_with_the_nearest_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    assert export(STEPS, tmp_path / "part.pdf", "--slides", "sector") == 1

    said = "kiosk: this show has no slide 'sector' — did you mean 'sectors'?\n"
    assert capsys.readouterr().err == said
    assert not [*tmp_path.iterdir()]
