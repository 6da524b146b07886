"""`kiosk check --fix` mends what nobody need be asked about, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.author import fixing
from kiosk.author.fixing import fix
from tests.unit.show.memory import FACTS, SHOW

NOW = datetime(2026, 11, 24, tzinfo=UTC)
HEAD = "title: {zh: 题, en: T}\nslides:\n"


def written(folder: Path, chapter: str | bytes, show: str | bytes = SHOW) -> Path:
    for name, content in (("show.yaml", show), ("facts.yaml", FACTS), ("one.yaml", chapter)):
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(raw)
    return folder


def lines(folder: Path) -> list[str]:
    """What is told of the mends, without the folder."""
    return [one.told("en").removeprefix(f"{folder.as_posix()}/") for one in fix(folder, NOW)]


SIGNS = "full-width signs are those of the English keyboard now"


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("\t- title: x\n", "  - title: x\n", "spaces stand where tabs stood"),
        ("  - title: x\n\ttext: y\n",
         "  - title: x\n    text: y\n", "spaces stand where tabs stood"),
        ("  - title: x\n    text：y\n    caption: z\n",
         "  - title: x\n    text: y\n    caption: z\n", SIGNS),
        ("  - title：题\n", "  - title: 题\n", SIGNS),
        ("  - title: x\n    text:y\n    caption: z\n",
         "  - title: x\n    text: y\n    caption: z\n",
         "a space stands after the colon"),
        ("  - title: {zh: 题， en: \"x\"}\n", "  - title: {zh: 题, en: \"x\"}\n", SIGNS),
        ("  - title: {zh: 你好，世界，en: \"x\"}\n",
         "  - title: {zh: 你好，世界, en: \"x\"}\n", SIGNS),
        ("  - title: “one: two”\n", "  - title: \"one: two\"\n", SIGNS),
        ("  - title: {zh: “题, 目”, en: “T: t”}\n",
         "  - title: {zh: \"题, 目\", en: \"T: t\"}\n", SIGNS),
        ("  - title: “one \"two\": three”\n", "  - title: 'one \"two\": three'\n", SIGNS),
        ("  - titel: x\n", "  - title: x\n", "'titel' is now 'title'"),
        ("  - \"titel\": x\n", "  - \"title\": x\n", "'titel' is now 'title'"),
        ("  - {title: x, layout: txet}\n",
         "  - {title: x, layout: text}\n", "'txet' is now 'text'"),
        ("  - text: about {auto_ouput}\n", "  - text: about {auto_output}\n",
         "'auto_ouput' is now 'auto_output'"),
        ("  - number: $auto_ouput\n",
         "  - number: $auto_output\n", "'auto_ouput' is now 'auto_output'"),
        ("  - {title: x, transition: disolve 1 s}\n", "  - {title: x, transition: dissolve 1 s}\n",
         "'disolve' is now 'dissolve'"),
        ("  - title: {cn: 题, en: T}\n", "  - title: {zh: 题, en: T}\n", "'cn' is now 'zh'"),
    ],
)  # fmt: skip
def test_what_is_meant_beyond_doubt_is_mended_and_the_rest_of_the_file_stays(
    tmp_path: Path, wrong: str, right: str, said: str
) -> None:
    folder = written(tmp_path, f"# 注释\n{HEAD}{wrong}  # the end")

    told = lines(folder)

    assert (folder / "one.yaml").read_text("utf-8") == f"# 注释\n{HEAD}{right}  # the end"
    assert all(line.endswith(f": fixed: {said}") for line in told)
    assert told


@pytest.mark.parametrize(
    "doubtful",
    [
        "  - title: x\n\ttext: [\n",  # a bracket stays open
        "  - title: x\n    chart:\n\ttype: bar\n",  # a field of the chart, or of the slide?
        "  - {title: x, layout: picture}\n",  # left, or right?
        "  - {title: x, colr: y, nonsense: z}\n",
        "  - text: \"{urban_parcs_and_more}\"\n",
        "  - number: 1,104\n",
        "  - text: 产值1104亿元\n",  # a number typed by hand
        "  - {title: x, hidden: treu}\n",
        "  - title: {zh: 题, cn: 题, en: T}\n",
        "  - title: “one: two\n",
    ],
)  # fmt: skip
def test_what_may_be_meant_otherwise_is_left_to_people(tmp_path: Path, doubtful: str) -> None:
    folder = written(tmp_path, HEAD + doubtful)

    assert lines(folder) == []
    assert (folder / "one.yaml").read_text("utf-8") == HEAD + doubtful


def test_a_name_that_two_facts_may_have_is_left_to_people(tmp_path: Path) -> None:
    chapter = HEAD + "  - number: $output_202\n"
    folder = written(tmp_path, chapter)
    facts = FACTS + "  output_2023: {value: 1}\n  output_2024: {value: 2}\n"
    (folder / "facts.yaml").write_text(facts, "utf-8")

    assert lines(folder) == []
    assert (folder / "one.yaml").read_text("utf-8") == chapter


def test_a_file_saved_in_gbk_becomes_utf_8(tmp_path: Path) -> None:
    chapter = HEAD + "  - title: 渝北的湖，和山\n    titel: x\n"
    folder = written(tmp_path, chapter.encode("gbk"))

    told = lines(folder)

    assert told == ["one.yaml:1: fixed: the file is saved as UTF-8"]
    assert (folder / "one.yaml").read_bytes() == chapter.encode()


def test_what_a_tab_had_hidden_is_mended_too(tmp_path: Path) -> None:
    folder = written(tmp_path, f"{HEAD}\t- titel: x\r\n\t  text：“a, b: c”\r\n")

    told = lines(folder)

    assert (folder / "one.yaml").read_bytes().decode() == (
        f'{HEAD}  - title: x\r\n    text: "a, b: c"\r\n'
    )
    assert "one.yaml:3: fixed: 'titel' is now 'title'" in told


def test_several_files_are_mended_and_the_show_itself_first(tmp_path: Path) -> None:
    show = SHOW.replace("chapters:", "them: dusk\nchapters：").replace("\n", "\r\n")
    folder = written(tmp_path, HEAD + "  - titel: x\n", show)

    told = lines(folder)

    assert [line.split(" ")[0] for line in told] == ["show.yaml:6:", "show.yaml:5:", "one.yaml:3:"]
    assert (folder / "show.yaml").read_bytes().decode() == show.replace("them:", "theme:").replace(
        "chapters：", "chapters:"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_marks_and_comments_stay_byte_for_byte(
    tmp_path: Path, mark: bytes, end: str
) -> None:
    chapter = f"{HEAD}  - titel: x  # \t“，”  \n\n  - text: |\n      a\n      \tb\n"
    chapter = chapter.replace("\n", end)
    folder = written(tmp_path, mark + chapter.encode())

    fix(folder, NOW)

    after = (folder / "one.yaml").read_bytes()
    assert after == mark + chapter.replace("titel", "title").encode()


def test_fixing_twice_changes_nothing_more(tmp_path: Path) -> None:
    folder = written(tmp_path, f"{HEAD}\t- titel: x\n\t  text：y\n\t  nonsense: 1\n")
    fix(folder, NOW)
    once = (folder / "one.yaml").read_bytes()

    assert fix(folder, NOW) == ()
    assert (folder / "one.yaml").read_bytes() == once


def test_a_show_without_problems_is_not_written_at_all(tmp_path: Path) -> None:
    folder = written(
        tmp_path, b"\xef\xbb\xbf" + HEAD.encode() + "  - title: “题”，\t目\r\n".encode()
    )
    before = {file: (file.stat().st_ino, file.read_bytes()) for file in folder.iterdir()}

    assert fix(folder, NOW) == ()
    assert {file: (file.stat().st_ino, file.read_bytes()) for file in folder.iterdir()} == before


def test_nothing_but_the_mended_file_is_left_and_who_may_read_it_stays(tmp_path: Path) -> None:
    folder = written(tmp_path, HEAD + "  - titel: x\n")
    (folder / "one.yaml").chmod(0o640)

    fix(folder, NOW)

    assert sorted(file.name for file in folder.iterdir()) == ["facts.yaml", "one.yaml", "show.yaml"]
    assert (folder / "one.yaml").stat().st_mode & 0o777 == 0o640


BROKEN = sorted((Path(__file__).parents[2] / "broken").glob("*.yaml"))
OURS = sorted((Path(__file__).parents[3] / "slides").glob("**/show.yaml"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.stem) for case in BROKEN])
def test_whatever_is_wrong_a_second_time_mends_nothing_more(tmp_path: Path, case: Path) -> None:
    folder = written(tmp_path, case.read_bytes())
    fix(folder, NOW)
    once = (folder / "one.yaml").read_bytes()

    assert fix(folder, NOW) == ()
    assert (folder / "one.yaml").read_bytes() == once


@pytest.mark.parametrize("show", [pytest.param(show, id=show.parent.name) for show in OURS])
def test_of_our_own_shows_no_byte_changes(tmp_path: Path, show: Path) -> None:
    for file in show.parent.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())

    assert fix(tmp_path, NOW) == ()


def test_a_file_that_somebody_saves_meanwhile_is_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path, HEAD + "  - titel: x\n")
    theirs = (HEAD + "  - titel: y\n").encode()
    real = fixing._is_saved

    def late(drafts: fixing._Drafts, path: str) -> bool:
        (folder / "one.yaml").write_bytes(theirs)
        return real(drafts, path)

    monkeypatch.setattr(fixing, "_is_saved", late)

    assert fix(folder, NOW) == ()
    assert (folder / "one.yaml").read_bytes() == theirs


def test_a_folder_without_a_show_has_nothing_to_be_mended(tmp_path: Path) -> None:
    assert fix(tmp_path / "nowhere", NOW) == ()
