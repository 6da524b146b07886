"""A show's folder on a real disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show

CHAPTER = "title: x\nslides:\n  - title: x\n  - picture: {}\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    folder = tmp_path / "hall"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "Lobby.jpg").write_bytes(b"")
    (folder / "show.yaml").write_text("title: x\nchapters: [one.yaml]\n", encoding="utf-8")
    return folder


def test_a_file_is_there_only_in_its_own_spelling(show: Path) -> None:
    folder = DiskFolder(show)

    assert folder.exists("pictures/Lobby.jpg")
    assert not folder.exists("pictures/lobby.jpg")
    assert not folder.exists("Pictures/Lobby.jpg")
    assert not folder.exists("pictures")
    assert folder.exists("")
    assert not DiskFolder(show / "elsewhere").exists("")


def test_a_link_out_of_the_folder_is_not_inside(show: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"")
    (show / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (show / "in.jpg").symlink_to(show / "pictures" / "Lobby.jpg")
    (show / "round.jpg").symlink_to(show / "round.jpg")
    folder = DiskFolder(show)

    assert not folder.is_inside("out.jpg")
    assert folder.is_inside("in.jpg")
    assert not folder.exists("round.jpg")


def test_hidden_files_are_not_suggested(show: Path) -> None:
    (show / ".trash").mkdir()
    (show / ".trash" / "a.jpg").write_bytes(b"")

    assert DiskFolder(show).names() == ("show.yaml", "pictures/Lobby.jpg")


def test_a_show_on_the_disk_is_loaded_and_a_link_out_of_it_takes_its_slide_out(
    show: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"")
    (show / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (show / "one.yaml").write_text(CHAPTER.format("out.jpg"), encoding="utf-8")

    found = load(DiskFolder(show), theme_files())

    assert isinstance(found, Show)
    assert [s.id for s in found.slides] == ["one-1"]
    assert [p.code for p in found.problems] == ["outside-path"]


def test_a_file_in_the_place_of_a_folder_is_no_show(show: Path) -> None:
    found = load(DiskFolder(show / "show.yaml"), theme_files())

    assert isinstance(found, NoShow)
    assert found.problem.code == "no-folder"
