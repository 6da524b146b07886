"""The pages of the show language say what the fields say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.setup.scripts import script

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_the_language_is_the_one_that_its_fields_make(language: str) -> None:
    pages = script("language_page")

    page = pages.Writer(language).page()

    assert page == (DOCS / pages.PAGES[language]).read_text("utf-8"), "run `make language`"
