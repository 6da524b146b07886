"""The web page of a show: one file, in the show's language and order, told to those who listen."""

from __future__ import annotations

from base64 import b64decode
from html.parser import HTMLParser
from shutil import copy
from typing import TYPE_CHECKING
from urllib.parse import unquote

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
        self.paths: list[tuple[str, list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.paths.append((tag, [*self.opened]))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.opened[-1], data.strip()))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def path_of(self, tag: str) -> list[list[str]]:
        return [path for name, path in self.paths if name == tag]

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
    assert page.path_of("a")[-1][-3:] == ["figure", "figcaption", "h3"]
    assert page.said_in("a")[1:] == [title_of(show, s, "en") for s in show.slides]
    assert page.said_in("h1") == [show.title.in_language("en")]
    assert page.of("html")[0] == {"lang": "en", "dir": "ltr"}


def test_who_has_only_keys_comes_to_each_chapter_and_each_slide(tmp_path: Path) -> None:
    page = exported(STEPS, tmp_path)

    chapters = [section["id"] for section in page.of("section")]
    slides = [slide["id"] for slide in page.of("figure")]
    links = [unquote(link["href"]) for link in page.of("a")]
    assert chapters
    assert links == [f"#{place}" for place in (*chapters, *slides)]
    assert [section["aria-labelledby"] for section in page.of("section")] == [
        title["id"] for title in page.of("h2")
    ]


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
    assert page.said_in("a")[-1] == "<script>x</script>"
    assert page.of("script") == []


SPOKEN = """\
title: {zh: 一, en: One}
slides:
  - id: park
    title: {zh: "秋天的\\n公园", en: The park in autumn}
    picture: {file: park.jpg, alt: {zh: 湖边的树, en: Trees by a lake}, caption: {zh: 湖, en: Lake}}
    text: {zh: 早上*六点*开门。, en: It opens at *six* in the morning.}
    notes:
      zh: 先说湖，再说树。
      en: |
        The lake first:
        - <then> the trees
  - title: {zh: 二, en: Two}
"""


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """A show of a photograph with notes, and a slide whose id has spaces."""
    folder = tmp_path / "spoken"
    folder.mkdir()
    (folder / "show.yaml").write_text(
        "kiosk: 1\ntitle: {zh: 试验, en: A trial}\nlanguages: [zh, en]\nchapters: [我的 章.yaml]\n",
        "utf-8",
    )
    (folder / "我的 章.yaml").write_text(SPOKEN, "utf-8")
    copy(GALLERY / "picture" / "park.jpg", folder)
    return folder


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "秋天的公园；The park in autumn；早上六点开门。湖边的树；湖"),
        (
            "en",
            "The park in autumn; 秋天的公园; It opens at six in the morning. Trees by a lake; Lake",
        ),
    ],
)
def test_a_photograph_is_told_in_words_after_what_is_written(
    language: str, told: str, spoken: Path, tmp_path: Path
) -> None:
    page = exported(spoken, tmp_path, "--lang", language)

    assert page.of("img")[0]["alt"] == told


def test_a_chart_is_told_without_its_scale(tmp_path: Path) -> None:
    page = exported(GALLERY / "line", tmp_path, "--lang", "en")

    several = page.of("img")[1]["alt"]
    assert "60° N, 45° N, Equator, 13.9, 30° N; Hours of daylight" in several
    assert "Jan" not in several


def test_notes_stand_below_their_slide_where_they_are_wished(spoken: Path, tmp_path: Path) -> None:
    with_notes = exported(spoken, tmp_path, "--lang", "en", "--notes")
    without = exported(spoken, tmp_path, "--lang", "en")

    assert with_notes.said_in("p") == ["The lake first:\n- <then> the trees"]
    assert with_notes.path_of("p") == [["html", "body", "main", "section"]]
    assert without.of("p") == []


def test_an_id_with_spaces_can_be_linked_to(spoken: Path, tmp_path: Path) -> None:
    page = exported(spoken, tmp_path)

    assert page.of("figure")[1]["id"] == "slide-我的-章-2"
    assert unquote(page.of("a")[-1]["href"]) == "#slide-我的-章-2"


def test_a_page_in_hebrew_runs_from_the_right(tmp_path: Path) -> None:
    (tmp_path / "show.yaml").write_text(
        "kiosk: 1\ntitle: גן\nlanguages: [he]\nchapters: [one.yaml]\n", "utf-8"
    )
    (tmp_path / "one.yaml").write_text("title: א\nslides:\n  - {id: one, title: אב}\n", "utf-8")

    main(["export", str(tmp_path), str(tmp_path / "show.html"), "--size", "64x36"])

    assert '<html lang="he" dir="rtl">' in (tmp_path / "show.html").read_text("utf-8")
