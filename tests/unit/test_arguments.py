"""The words of the command line, in the language of those who type them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.cli import WRONG_WORDS, main
from kiosk.commands.arguments import COMMANDS, parser_of


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (
            ["render"],
            "the following arguments are required: SHOW, ID, -o",
            "还需要这些参数：SHOW, ID, -o",
        ),
        (["check", "--jsn"], "unrecognized arguments: --jsn", "不认识的参数：--jsn"),
        (
            ["play", "--window"],
            "argument --window: expected one argument",
            "参数 --window：后面要跟一个值",
        ),
        (
            ["play", "--l", "en"],
            "ambiguous option: --l could match --lang, --large, --low, --loops",
            "--l 不够明确，可能是 --lang, --large, --low, --loops",
        ),
        (
            ["play", "--all=x"],
            "argument --all: ignored explicit argument 'x'",
            "参数 --all：它后面不能带 'x'",
        ),
        (
            ["play", "--window", "8x8"],
            "argument --window: a side has 16 to 16384 pixels, not '8x8'",
            "参数 --window：边长是 16 到 16384 像素，不能是「8x8」",
        ),
        (
            ["play", "--speed", "fast"],
            "argument --speed: a number above 0 is expected, not 'fast'",
            "参数 --speed：要写大于 0 的数，不能是「fast」",
        ),
        (
            ["play", "--loops", "0"],
            "argument --loops: a whole number from 1 on is expected, not '0'",
            "参数 --loops：要写不小于 1 的整数，不能是「0」",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line_of_either_language(
    words: list[str], english: str, chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []

    for language in ("en", "zh"):
        with pytest.raises(SystemExit):
            parser_of("1", language).parse_args(words)
        told.append(capsys.readouterr().err)

    assert english in told[0]
    assert chinese in told[1]
    assert [line.count("\n") for line in told] == [1, 1]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_the_help_has_no_word_of_english_in_chinese_but_what_is_typed(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser_of("1", "zh").parse_args([*command, "--help"])

    told = re.sub(
        r"^用法(.|\n)*?\n\n|`.*?`|^ +-.*?  +", "", capsys.readouterr().out, flags=re.MULTILINE
    )
    english = set(re.findall(r"\b[a-z]{2,}\b", told))
    views = {"home", "strip", "access", "countdown", "night", "staff"}
    assert english <= {*views, "png", *COMMANDS}


def test_a_command_with_a_slip_is_told_and_plays_no_show_of_that_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["chek", "hall"])

    assert status == WRONG_WORDS
    told = "kiosk: there is no command or folder 'chek' — did you mean 'check'?\n"
    assert capsys.readouterr().err == told


def test_a_folder_that_is_there_is_played_however_near_a_command_its_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chek").mkdir()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit, match="2"):
        main(["chek", "--no-such-option"])
