"""The pages of the documentation say what the program and its gallery say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gallery import GALLERY, gallery_names
from tests.setup.scripts import ROOT, script

DOCS = ROOT / "docs"


def pictures_on(page: Path) -> set[Path]:
    """The files of the pictures that the page shows."""
    names = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text("utf-8"))
    return {(page.parent / name).resolve() for name in names}


def links_on(page: Path) -> set[Path]:
    """The files and folders of this project that the page leads to."""
    names = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    return {(page.parent / name).resolve() for name in names}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", gallery_names())
def test_the_page_of_a_show_of_the_gallery_is_the_one_that_it_makes(
    name: str, language: str
) -> None:
    pages = script("gallery_pages")

    page = pages.page(name, language)

    written = GALLERY / name / pages.FILES[language]
    assert written.is_file(), f"run `make language KIND={name}`"
    assert page == written.read_text("utf-8"), f"run `make language KIND={name}`"


@pytest.mark.parametrize("name", gallery_names())
def test_every_picture_of_a_page_of_the_gallery_is_there_and_none_is_left_over(name: str) -> None:
    folder = GALLERY / name

    there = {path.resolve() for path in (folder / "stills").glob("*")}

    assert pictures_on(folder / "README.md") == there, f"run `make pictures KIND={name}`"


def test_every_picture_of_the_documentation_is_there_and_none_is_left_over() -> None:
    pages = [ROOT / "README.md", *DOCS.glob("*.md")]

    there = {path.resolve() for path in (DOCS / "pictures").rglob("*.*")}
    stills = {path.resolve() for path in GALLERY.glob("*/stills/*.png")}

    assert set().union(*map(pictures_on, pages)) - stills == there


def test_every_page_leads_to_pages_that_there_are() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *GALLERY.rglob("*.md")]

    gone = [
        (page.name, link.name) for page in pages for link in links_on(page) if not link.exists()
    ]

    assert gone == []
