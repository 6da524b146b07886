"""`kiosk check` and `kiosk kinds`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.author.check import check
from kiosk.author.kinds import kind_lines

SHOW = "title: {zh: 题, en: T}\nchapters: [one.yaml]\n"
CLEAN = "title: {zh: 题, en: T}\nslides: [{title: {zh: 题, en: T}}]\n"
WARNED = "title: {zh: 题, en: T}\nslides: [{title: {zh: 题}}]\n"
WRONG = "title: {zh: 题, en: T}\nslides: [{titel: x}, {title: x}]\n"


def written(folder: Path, chapter: str, show: str = SHOW) -> Path:
    (folder / "show.yaml").write_text(show, encoding="utf-8")
    (folder / "one.yaml").write_text(chapter, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("chapter", "strict", "status"),
    [
        (CLEAN, False, 0),
        (CLEAN, True, 0),
        (WARNED, False, 0),
        (WARNED, True, 1),
        (WRONG, False, 1),
        ("slides: [", False, 1),
        ("", False, 2),
    ],
)
def test_the_status_tells_clean_from_wrong_from_nothing_there(
    tmp_path: Path, chapter: str, strict: bool, status: int
) -> None:
    assert check(written(tmp_path, chapter), strict=strict) == status


def test_what_is_mended_is_told_first_and_the_status_is_that_of_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path, WRONG)

    assert check(folder, mends=True) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{folder.as_posix()}/one.yaml:2: fixed: 'titel' is now 'title'"


def test_as_json_what_is_mended_is_told_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, WRONG), mends=True, as_json=True)

    told = capsys.readouterr()
    assert json.loads(told.out)["status"] == 0
    assert "fixed: 'titel' is now 'title'" in told.err


def test_a_slide_that_nobody_sees_any_more_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    past = "title: {zh: 题, en: T}\nslides: [{title: {zh: 题, en: T}, until: 1999-12-31}]\n"

    assert check(written(tmp_path, past)) == 0
    assert "warning[past]: nobody sees it any more" in capsys.readouterr().out


def test_a_syntax_error_in_the_show_itself_is_an_error_and_a_missing_show_is_none(
    tmp_path: Path,
) -> None:
    assert check(written(tmp_path, CLEAN, "title: [")) == 1
    assert check(tmp_path / "elsewhere") == 2


def test_the_report_ends_with_a_line_that_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, WRONG))

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{tmp_path.as_posix()}/one.yaml:2:11: error[unknown-field]:")
    assert lines[-1] == f"{tmp_path.as_posix()}: 1 slide in 1 chapter, in zh, en: 1 error"


@pytest.mark.parametrize(
    ("chapter", "last"),
    [
        (CLEAN, "1 章，共 1 页，语言 zh, en：没有问题"),
        (WRONG, "1 章，共 1 页，语言 zh, en：1 处错误"),
        (WRONG + "titel: x\npicture:\n", "1 章，共 1 页，语言 zh, en：2 处错误，1 处提醒"),
        ("slides: [", "没有可显示的内容，2 处错误"),
    ],
)
def test_the_report_is_chinese_for_those_who_read_chinese(
    tmp_path: Path, chapter: str, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, chapter), language="zh")

    assert capsys.readouterr().out.splitlines()[-1] == f"{tmp_path.as_posix()}：{last}"


def test_other_programs_get_the_same_codes_with_words_in_either_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, WRONG), as_json=True, language="zh")

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["level"], problem["code"]) == ("error", "unknown-field")
    assert (problem["what"], problem["hint"]) == ("没有「titel」这一项", "您是不是想写「title」？")


def test_the_report_is_json_for_other_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(written(tmp_path, WRONG), as_json=True)

    report = json.loads(capsys.readouterr().out)
    (problem,) = report["problems"]
    assert (report["status"], report["slides"]) == (1, ["one-2"])
    assert (problem["line"], problem["column"], problem["code"]) == (2, 11, "unknown-field")
    assert problem["hint"] == "did you mean 'title'?"


def test_every_kind_is_listed_with_what_it_is() -> None:
    listed = [line.split(maxsplit=2) for line in kind_lines()]

    assert ["chart", "bar"] in [words[:2] for words in listed]
    assert ["transition", "dissolve"] in [words[:2] for words in listed]
    assert all(len(words) == 3 and words[2].endswith(".") for words in listed)


def test_who_names_a_file_of_the_show_is_told_to_name_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "welcome.yaml").write_text("slides: []\n", "utf-8")

    check(tmp_path / "welcome.yaml")

    assert "— name the show's folder, not a file in it\n" in capsys.readouterr().out
