"""`check` tells of pictures that cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from kiosk.author.check import check

if TYPE_CHECKING:
    from pathlib import Path

SHOW = "title: 湖\nlanguages: [zh]\nchapters: [one.yaml]\n"
CHAPTER = """\
title: 湖
picture: {window}
slides:
  - title: 湖
    picture: {{file: {{dusk: {dusk}, paper: good.png}}}}
  - title: 山
    picture: {dusk}
    hidden: true
"""
VECTOR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/passwd"/></svg>'
)


def checked(folder: Path, dusk: str = "good.png", window: str = "good.png") -> int:
    """The status of a show with those pictures."""
    (folder / "show.yaml").write_text(SHOW, "utf-8")
    (folder / "one.yaml").write_text(CHAPTER.format(dusk=dusk, window=window), "utf-8")
    image = QImage(2400, 1600, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(folder / "good.png"))
    whole = folder / "whole.jpg"
    assert image.save(str(whole))
    (folder / "cut.jpg").write_bytes(whole.read_bytes()[:-40])
    (folder / "words.png").write_text("no picture", "utf-8")
    (folder / "reads.svg").write_text(VECTOR, "utf-8")
    return check(folder)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("cut.jpg", "ends in the middle of the picture; copy the file again"),
        ("words.png", "is no PNG, JPEG, GIF, WebP or SVG picture"),
        ("reads.svg", "loads another file (/etc/passwd); it must hold all that it shows"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_an_error_where_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, why: str
) -> None:
    status = checked(tmp_path, dusk=file)

    told = capsys.readouterr().out
    place = f"{tmp_path.as_posix()}/one.yaml:5:21"
    assert told.startswith(f"{place}: error[unusable-picture]: the picture {file} {why} — ")
    assert told.count("unusable-picture") == 1
    assert status == 1


def test_a_chapters_window_that_cannot_be_shown_is_an_error_where_it_is_named_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = checked(tmp_path, window="words.png")

    place = f"{tmp_path.as_posix()}/one.yaml:2:10"
    assert capsys.readouterr().out.startswith(f"{place}: error[unusable-picture]: ")
    assert status == 1


def test_pictures_that_can_be_shown_are_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path) == 0
