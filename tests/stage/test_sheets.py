"""Contact sheets: everything a show can show, in each look it is made for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.author.exporting.sheets import sheets_of
from kiosk.author.exporting.wish import Wish
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.stills import Studio
from kiosk.cli import main
from kiosk.playback.look import Look
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.stills.contact import fitting

SLIDES = Path(__file__).parents[2] / "slides"
BAR = SLIDES / "gallery" / "bar"
SMALL = (480, 270)


def show_in(folder: Path) -> Show:
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    return show


def test_a_sheet_is_named_after_its_theme_language_and_shape() -> None:
    show = replace(show_in(BAR), shapes=("landscape", "portrait"))

    sheets = sheets_of(show, Wish(look=Look(theme="dusk")))

    assert sheets == {
        "dusk-zh-landscape.png": ((1920, 1080), Look("zh", "dusk")),
        "dusk-zh-portrait.png": ((1080, 1920), Look("zh", "dusk")),
        "dusk-en-landscape.png": ((1920, 1080), Look("en", "dusk")),
        "dusk-en-portrait.png": ((1080, 1920), Look("en", "dusk")),
    }


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        (Wish(look=Look("en", "paper")), {"paper-en-landscape.png"}),
        (Wish(look=Look("en", "paper", is_large=True)), {"paper-en-landscape-large.png"}),
        (Wish((1080, 1920), Look("en", "paper")), {"paper-en-portrait.png"}),
        (Wish((1280, 1024), Look("en", "paper")), {"paper-en-1280x1024.png"}),
    ],
)
def test_what_is_wished_is_made_and_nothing_else(wish: Wish, names: set[str]) -> None:
    assert set(sheets_of(show_in(BAR), wish)) == names


def test_a_sheet_holds_every_slide_by_chapter_and_then_every_view() -> None:
    folder = SLIDES / "yubei"
    show = show_in(folder)

    rows = Studio.of(show, folder).rows(SMALL, Look("en", show.theme))

    slides = [[tile.name for tile in row.tiles] for row in rows]
    assert slides[:-1] == [[slide.id for slide in chapter.slides] for chapter in show.chapters]
    assert slides[-1] == ["home", "strip", "access", "countdown", "night"]
    assert rows[1].title == "2   Yubei at work"
    notes = {tile.name: tile.note for row in rows for tile in row.tiles}
    assert notes["emerging"] == "loop: false"
    assert notes["one-in-three"] == ""


def test_a_folder_is_filled_with_a_sheet_of_each_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "new" / "sheets"

    status = main(["export", str(BAR), str(into), "--sheets", "--theme", "paper"])

    names = ["paper-en-landscape.png", "paper-zh-landscape.png"]
    assert status == 0
    assert capsys.readouterr().out.splitlines() == [str(into / name) for name in names]
    assert {file.name for file in into.iterdir()} == {*names}
    assert not any(QImage(str(file)).isNull() for file in into.iterdir())


def test_larger_text_makes_another_sheet(tmp_path: Path) -> None:
    usual, large = tmp_path / "usual.png", tmp_path / "large.png"

    main(["export", str(BAR), str(usual)])
    main(["export", str(BAR), str(large), "--large"])

    assert usual.read_bytes() != large.read_bytes()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("two-pillars", "two-pillars"), ("i" * 80, "i" * 15 + "…"), ("名" * 80, "名" * 9 + "…")],
)
def test_a_name_that_is_too_long_for_its_place_ends_in_dots(text: str, shown: str) -> None:
    assert fitting(text, 20, 200) == shown
