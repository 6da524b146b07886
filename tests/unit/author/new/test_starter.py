"""The starter show: what is answered is in it, and nothing in it is wrong."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.author.check import check
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.new.making import is_taken, make_folder
from kiosk.author.new.starter import starter_files
from kiosk.author.new.templates import cells_in, table_in
from kiosk.author.new.wish import Screen, Wish
from kiosk.author.new.words import cleaned, scalar
from kiosk.cli import main
from kiosk.phrases import Language
from kiosk.show.load import load
from kiosk.show.model import Shape, Show

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def made(folder: Path, wish: Wish, language: Language = "en") -> Path:
    make_folder(folder, starter_files(wish, language))
    return folder


def loaded(folder: Path) -> Show:
    show = load(DiskFolder(folder), theme_files())
    assert isinstance(show, Show)
    return show


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("shapes", [("landscape",), ("portrait",), ("landscape", "portrait")])
def test_nothing_is_wrong_in_the_starter_show_whatever_was_answered(
    tmp_path: Path, languages: tuple[str, ...], shapes: tuple[Shape, ...]
) -> None:
    folder = made(tmp_path / "show", Wish("渝北 2024", languages, Screen(55.0, shapes)))

    assert check(folder, strict=True) == 0
    show = loaded(folder)
    assert (show.languages, show.shapes, show.screen_in) == (languages, shapes, 55.0)
    assert len(show.slides) == 5


@pytest.mark.parametrize(
    ("title", "zh", "en"),
    [
        ("重庆", "重庆", "Our exhibition"),
        ("重庆 / Chongqing", "重庆", "Chongqing"),
        ("Chongqing｜重庆", "重庆", "Chongqing"),
        ("Yubei 2024", "Yubei 2024", "Yubei 2024"),
        ("Where rivers meet mountains", "我们的展厅", "Where rivers meet mountains"),
        ("昼 / 夜", "昼 / 夜", "Our exhibition"),
        ("重庆 Chongqing", "重庆 Chongqing", "重庆 Chongqing"),
    ],
)  # fmt: skip
def test_a_title_in_one_language_leaves_the_other_one_its_own_until_it_is_written(
    tmp_path: Path, title: str, zh: str, en: str
) -> None:
    folder = made(tmp_path / "show", Wish(title, ("zh", "en"), Screen()))

    show = loaded(folder)
    assert [show.title.in_language(of) for of in LANGUAGES] == [zh, en]
    assert [show.slides[0].parts.title.in_language(of) for of in LANGUAGES] == [zh, en]
    assert check(folder, strict=True) == 0


def test_who_makes_a_show_is_told_which_title_is_still_to_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["new", str(tmp_path / "show"), "--lang", "zh,en", "--screen", "43", "--title"]

    assert main([*command, "重庆"]) == 0
    told = capsys.readouterr().out
    assert main([*command[:1], str(tmp_path / "other"), *command[2:], "Yubei 2024"]) == 0
    told_of_a_name = capsys.readouterr().out

    assert "'Our exhibition'" in told or "「Our exhibition」" in told
    assert "Our exhibition" not in told_of_a_name


@settings(max_examples=60)
@given(title=ANY)
def test_any_title_reads_back_as_it_was_typed(title: str) -> None:
    title = " ".join(cleaned(title).split()) or "T"
    with tempfile.TemporaryDirectory() as there:
        folder = made(Path(there) / "show", Wish(title, ("zh",), Screen()))

        show = loaded(folder)

    assert show.title.in_language("zh") == title
    assert show.slides[0].parts.title.in_language("zh") == title
    assert show.problems == ()


@given(text=ANY)
def test_any_text_reads_back_from_yaml_as_it_is(text: str) -> None:
    text = cleaned(text)

    assert yaml.safe_load(f"a: {{b: {scalar(text)}}}") == {"a": {"b": text}} or text == ""
    node = yaml.compose(f"a: {scalar(text)}")
    assert node is not None
    assert node.value[0][1].value == text


def test_comments_are_in_the_language_of_those_who_read_them_and_in_no_other() -> None:
    wish = Wish("T", ("en",), Screen())

    chinese, english = (starter_files(wish, of)["show.yaml"] for of in LANGUAGES)

    assert isinstance(chinese, bytes)
    assert isinstance(english, bytes)
    assert "# 写法的版本，不用改" in chinese.decode()
    assert " | " not in chinese.decode() + english.decode()
    assert english.isascii() is False or "版本" not in english.decode()


def test_an_editor_finds_the_schema_that_each_file_names(tmp_path: Path) -> None:
    folder = made(tmp_path / "show", Wish("T", ("zh",), Screen()))

    for file in folder.glob("*.yaml"):
        first = file.read_text("utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (folder / named).is_file(), first


def test_a_table_for_one_language_has_its_columns_alone() -> None:
    table = "season_zh,season_en,visitors\n夏,Summer,5\n"

    assert table_in(table, "en") == "season,visitors\nSummer,5\n"
    assert table_in(table, None) == table
    assert cells_in(table, "en") == {"夏": "Summer"}
    assert cells_in(table, "zh") == {}


def test_what_stops_before_its_end_leaves_nothing(tmp_path: Path) -> None:
    files: dict[str, bytes | Path] = {
        "show.yaml": b"",
        "pictures/a.jpg": tmp_path / "not-there.jpg",
    }

    with pytest.raises(FileNotFoundError):
        make_folder(tmp_path / "show", files)

    assert [*tmp_path.iterdir()] == []


def test_an_empty_folder_is_filled_and_one_with_anything_in_it_is_taken(tmp_path: Path) -> None:
    (tmp_path / "show").mkdir()

    assert not is_taken(tmp_path / "show")
    make_folder(tmp_path / "show", {"a/b.txt": b"c"})

    assert [file.name for file in (tmp_path / "show").iterdir()] == ["a"]
    assert is_taken(tmp_path / "show")
    shutil.rmtree(tmp_path / "show")
    (tmp_path / "show").write_bytes(b"")
    assert is_taken(tmp_path / "show")
