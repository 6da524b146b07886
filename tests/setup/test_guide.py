"""The guides for staff are true: whoever follows them gets what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.author.check import check
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.commands.arguments import parser_of
from kiosk.phrases import phrase, said
from kiosk.show.load import load
from kiosk.show.model import Show
from tests.setup.scripts import script

LANGUAGES = ("en", "zh")
LEVELS = 12  # of 255, in any channel: how JPEG is rounded differs from machine to machine
MOST_SHARE = 0.001  # of the pixels that may differ by more


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that makes what is made of the guides."""
    return script("guide")


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(maker: Any, request: pytest.FixtureRequest) -> Any:
    """A guide as it stands in the documentation."""
    return maker.guide_in(request.param)


@pytest.fixture(scope="module")
def folder(guide: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the show that whoever follows the guide has in the end."""
    made = tmp_path_factory.mktemp("followed") / "hall"
    list(guide.make_show(made))
    return Path(made)


def pixels(file: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """The picture's levels, by row, column and channel."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.width(), 4).astype(np.int16)


def test_who_follows_the_guide_has_a_show_without_problems(
    folder: Path, guide: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check(folder, strict=True, language=guide.language)

    assert status == 0, capsys.readouterr().out


def test_what_may_be_written_instead_is_read_without_errors(guide: Any, tmp_path: Path) -> None:
    tried = []
    for step in guide.make_show(tmp_path / "hall"):
        show = load(DiskFolder(tmp_path / "hall"), theme_files())

        assert isinstance(show, Show)
        assert [each for each in show.problems if each.level == "error"] == []
        tried.append(step)

    assert tried


def test_ten_mistakes_are_told_as_the_guide_tells_them(guide: Any, folder: Path) -> None:
    told = tuple(guide.told(folder, mistake) for mistake in guide.mistakes)

    assert len(told) >= 10
    assert all(told)
    assert told == guide.said, "run `make guide`"


def test_its_table_of_limits_is_the_one_that_shows_are_checked_against(
    guide: Any, maker: Any
) -> None:
    assert guide.limits == maker.limits_table(guide.language), "run `make guide`"


def test_its_pictures_are_those_that_the_program_makes(
    guide: Any, folder: Path, maker: Any, tmp_path: Path
) -> None:
    for name in guide.pictures:
        guide.save_picture(folder, name, tmp_path / "new.jpg")

        old, new = pixels(maker.picture_file(guide.language, name)), pixels(tmp_path / "new.jpg")

        assert old.shape == new.shape, f"{name}: run `make guide`"
        differs = (np.abs(old - new) > LEVELS).any(axis=2)
        assert differs.mean() <= MOST_SHARE, f"{name}: run `make guide`"


def test_what_it_says_of_a_show_without_mistakes_is_what_the_program_says(guide: Any) -> None:
    watching = said(phrase("all is well, and on the screen"), guide.language)
    checking = said(phrase("no problems"), guide.language)

    assert f"kiosk: {watching}\n" in guide.text
    assert checking in guide.text


def test_its_commands_are_those_of_the_program(guide: Any) -> None:
    commands = re.findall(r"(?m)(?:^|`)(?:exec )?kiosk (\w[^`\n]*)", guide.text)
    parser = parser_of("0")

    read = [parser.parse_args(shlex.split(command)).command for command in commands]

    assert {"new", "play", "check", "export"} <= set(read)


def test_both_guides_lead_the_reader_through_the_same_steps(maker: Any) -> None:
    english, chinese = (maker.guide_in(language) for language in LANGUAGES)

    steps = [
        [(step.how, Path(step.file).suffix) for step in each.steps] for each in (english, chinese)
    ]

    assert steps[0] == steps[1]
    assert english.pictures == chinese.pictures
    assert english.text.count("\n## ") == chinese.text.count("\n## ")
