"""The page of the gallery says what the gallery says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def test_the_page_of_the_gallery_is_the_one_that_its_shows_make() -> None:
    pages = _pages()

    page = pages.gallery_page()

    assert page == (DOCS / "gallery.md").read_text("utf-8"), "run `make pictures`"


def test_every_picture_of_the_documentation_is_there_and_none_is_left_over() -> None:
    texts = [ROOT / "README.md", *DOCS.glob("*.md")]
    shown = {
        (text.parent / name).resolve()
        for text in texts
        for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text.read_text("utf-8"))
    }

    there = {path.resolve() for path in (DOCS / "pictures").rglob("*.png")}

    assert shown == there


def _pages() -> ModuleType:
    """The script that makes the page."""
    found = importlib.util.spec_from_file_location("pages", ROOT / "packaging" / "pages.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
