"""The web page of a show: one file, in the show's language and order, told to those who listen."""

from __future__ import annotations

from base64 import b64decode
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from kiosk.author.exporting.titles import title_of
from kiosk.cli import main
from tests.gallery import GALLERY, opened

if TYPE_CHECKING:
    from pathlib import Path

STEPS = GALLERY / "steps"
VOID = {"meta", "img"}


class Page(HTMLParser):
    """What a page consists of: its elements with their attributes, and its text by element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.opened: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.opened[-1], data.strip()))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def said_in(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


def exported(folder: Path, into: Path, *words: str) -> Page:
    file = into / "show.html"
    assert main(["export", str(folder), str(file), "--size", "480x270", *words]) == 0
    page = Page(file.read_text("utf-8"))
    assert page.opened == []
    return page


def test_the_page_has_every_slide_in_the_shows_order_under_its_title(tmp_path: Path) -> None:
    show = opened(STEPS)

    page = exported(STEPS, tmp_path, "--lang", "en")

    assert [one["id"] for one in page.of("figure")] == [f"slide-{s.id}" for s in show.slides]
    assert page.said_in("figcaption") == [title_of(show, s, "en") for s in show.slides]
    assert page.said_in("h1") == [show.title.in_language("en")]
    assert page.of("html")[0]["lang"] == "en"


def test_the_links_lead_to_the_chapters(tmp_path: Path) -> None:
    page = exported(STEPS, tmp_path)

    ids = [section["id"] for section in page.of("section")]
    assert ids
    assert [link["href"] for link in page.of("a")] == [f"#{chapter}" for chapter in ids]


def test_the_pictures_are_in_the_page_and_nothing_else_is_asked_for(tmp_path: Path) -> None:
    page = exported(STEPS, tmp_path)

    for picture in page.of("img"):
        kind, _, data = picture["src"].partition(",")
        image = QImage.fromData(b64decode(data))
        assert kind == "data:image/webp;base64"
        assert (image.width(), image.height()) == (480, 270)
        assert (picture["width"], picture["height"]) == ("480", "270")
    assert not {"script", "link", "iframe"} & {tag for tag, _ in page.elements}


@pytest.mark.parametrize(("language", "said"), [("zh", "2024"), ("en", "2024")])
def test_who_does_not_see_a_picture_is_told_what_is_written_on_it(
    language: str, said: str, tmp_path: Path
) -> None:
    show = opened(GALLERY / "bar")

    page = exported(GALLERY / "bar", tmp_path, "--lang", language)

    told = [picture["alt"] for picture in page.of("img")]
    titles = [title_of(show, slide, language) for slide in show.slides]
    assert all(
        title.replace(" ", "") in alt.replace(" ", "")
        for title, alt in zip(titles, told, strict=True)
    )
    assert any(said in alt for alt in told)


def test_signs_that_mean_something_in_a_page_are_only_signs(tmp_path: Path) -> None:
    show = tmp_path / "show"
    show.mkdir()
    (show / "show.yaml").write_text(
        "kiosk: 1\ntitle: '<b>R & D</b>'\nlanguages: [en]\nchapters: [one.yaml]\n", "utf-8"
    )
    (show / "one.yaml").write_text(
        "title: A \"quoted\" chapter\nslides:\n  - id: one\n    title: '<script>x</script>'\n",
        "utf-8",
    )

    page = exported(show, tmp_path)

    assert page.said_in("h1") == ["<b>R & D</b>"]
    assert page.said_in("figcaption") == ["<script>x</script>"]
    assert page.of("script") == []
