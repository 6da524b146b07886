"""No file outside the show's folder is opened, whichever field names it, however it is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.author.folder import DiskFolder
from kiosk.show.load import load
from tests.unit.show.memory import FACTS, SHOW, THEMES, MemoryFolder

# The files of a show that names `path` in one field.
FIELDS: dict[str, Callable[[str], dict[str, str]]] = {
    "chapters": lambda path: {"show.yaml": SHOW.replace("one.yaml", f"one.yaml, {path!r}")},
    "facts": lambda path: {"show.yaml": SHOW.replace("facts.yaml", repr(path))},
    "a slide's picture": lambda path: {"one.yaml": f"slides: [{{picture: {path!r}}}]\n"},
    "a picture's file": lambda path: {"one.yaml": f"slides: [{{picture: {{file: {path!r}}}}}]\n"},
    "a picture for a theme": lambda path: {
        "one.yaml": f"slides: [{{picture: {{file: {{dusk: {path!r}}}}}}}]\n"
    },
    "a picture for a shape": lambda path: {
        "one.yaml": f"slides: [{{picture: {{file: {{portrait: {path!r}}}}}}}]\n"
    },
    "a chapter's picture": lambda path: {
        "one.yaml": f"picture: {path!r}\nslides: [{{title: {{zh: 好, en: Good}}}}]\n"
    },
}
OUTSIDE = (
    "/etc/passwd",
    "//server/share/x.jpg",
    "~/x.jpg",
    "~root/x.jpg",
    "../x.jpg",
    "a/../../x.jpg",
    "./../x.jpg",
    "a/..",
    "..",
    "C:/x.jpg",
    "c:x.jpg",
    "file:///etc/passwd",
    "https://example.com/x.jpg",
)
BACKSLASHES = ("C:\\x.jpg", "\\\\server\\share\\x.jpg", "..\\x.jpg", "a\\..\\..\\x.jpg")
NOTHING = (
    "",
    ".",
    "a",  # a folder
    "./",
    "x.jpg/",
    "a//x.jpg",
    "a/./x.jpg",
    "x.jpg.",
    "x.jpg ",
    "x.jpg:stream",
    "CON",
    "NUL.jpg",
    "X.JPG",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show's folder with a picture in a folder of it, beside files of others."""
    show = tmp_path / "show"
    (show / "a").mkdir(parents=True)
    for file in (tmp_path / "x.jpg", show / "x.jpg", show / "a" / "x.jpg"):
        file.touch()
    files = {"show.yaml": SHOW, "facts.yaml": FACTS, "one.yaml": "slides: [{title: x}]\n"}
    for name, text in files.items():
        (show / name).write_text(text, "utf-8")
    return show


def codes(folder: Path, files: dict[str, str]) -> set[str]:
    """The mistakes in the show with those files."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return {problem.code for problem in load(DiskFolder(folder), THEMES).problems}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_leads_out_of_the_folder_is_refused(
    field: str, path: str, folder: Path
) -> None:
    assert "outside-path" in codes(folder, FIELDS[field](path))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", BACKSLASHES)
def test_a_path_of_windows_is_refused(field: str, path: str, folder: Path) -> None:
    assert "backslash" in codes(folder, FIELDS[field](path))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", NOTHING)
def test_what_is_no_file_of_just_that_spelling_is_missing(
    field: str, path: str, folder: Path
) -> None:
    assert "missing-file" in codes(folder, FIELDS[field](path))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("link", ["link.jpg", "elsewhere/x.jpg"])
def test_a_link_that_leads_out_of_the_folder_is_refused(
    field: str, link: str, folder: Path
) -> None:
    (folder / "link.jpg").symlink_to(folder.parent / "x.jpg")
    (folder / "elsewhere").symlink_to(folder.parent)

    assert "outside-path" in codes(folder, FIELDS[field](link))


def test_a_show_file_that_is_a_link_out_of_the_folder_is_not_read(folder: Path) -> None:
    (folder / "show.yaml").rename(folder.parent / "show.yaml")
    (folder / "show.yaml").symlink_to(folder.parent / "show.yaml")

    assert codes(folder, {}) == {"outside-path"}


def test_a_folder_that_is_a_link_itself_is_followed(folder: Path) -> None:
    link = folder.parent / "current"
    link.symlink_to(folder)

    assert codes(link, {}) == set()


def test_a_link_to_a_file_of_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder / "a" / "x.jpg")

    assert codes(folder, FIELDS["a slide's picture"]("link.jpg")) == set()


def test_links_in_a_circle_and_what_is_no_plain_file_are_missing(folder: Path) -> None:
    (folder / "circle.jpg").symlink_to(folder / "circle.jpg")
    os.mkfifo(folder / "pipe.jpg")

    for name in ("circle.jpg", "pipe.jpg"):
        assert codes(folder, FIELDS["a slide's picture"](name)) == {"missing-file", "no-slides"}


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_is_read_to_find_out_that_a_path_leads_out(field: str) -> None:
    files = {"show.yaml": SHOW, "facts.yaml": FACTS, "one.yaml": "slides: [{title: x}]\n"}
    folder = MemoryFolder({**files, **FIELDS[field]("../x.jpg"), "../x.jpg": "secret"})

    load(folder, THEMES)

    assert "../x.jpg" not in folder.was_read
