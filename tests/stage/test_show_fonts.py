"""Fonts that a show brings: which are taken, which are refused, and what they draw."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from kiosk.author.check import check
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.phrases import said
from kiosk.playback.look import Look
from kiosk.playback.state import Options
from kiosk.show.load import load
from kiosk.show.model import Show
from kiosk.stage.fonts.coverage import Coverage
from kiosk.stage.fonts.faces import font_folder, is_own
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.vetting import fonts as font_vetting
from kiosk.stage.vetting.brought import Brought, Fault
from kiosk.stage.vetting.font_names import set_apart
from kiosk.stage.vetting.fonts import MOST_BYTES, MOST_FILES, fault_of
from kiosk.stage.vetting.show_fonts import ShowFonts
from kiosk.stage.wishes import Wishes
from kiosk.theme import TextStyle
from tests.stage.brewing import DEADLY, box_font, write_font
from tests.stage.playing import playing, show_in, until

pytestmark = pytest.mark.usefixtures("app")

HEBREW = "אבגדה"
BOXES = box_font("Boxes", dict.fromkeys(HEBREW, 700))
BODY = TextStyle("sans", 36.0)


@pytest.fixture(autouse=True)
def _no_font_stays() -> Iterator[None]:
    yield
    QFontDatabase.removeAllApplicationFonts()


def own(name: str) -> bytes:
    """One of the program's own fonts."""
    return (font_folder() / name).read_bytes()


def reasons(brought: Brought) -> dict[str, str]:
    """Why fonts are refused, by their files."""
    return {each.file: said(each.fault.reason, "en") for each in brought.refusals}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is no font that can be read"),
        (b"title: x", "is no font that can be read"),
        (own("Inter-Regular.otf")[:5000], "is no font that can be read"),
        (own("Inter-Regular.otf"), "is called Inter as one of the program's own fonts"),
        (box_font("INTER ", {"a": 700}), "is called INTER as one of the program's own fonts"),
        (box_font("Empty", {"a": 0}), "has no outlines, as fonts of bitmaps and emoji"),
        (box_font("Tower", {"a": 30_000}, em=16), "has characters that are far too large"),
        (DEADLY, "would end the program when it is drawn"),
    ],
    ids=["nothing", "yaml", "cut off", "own name", "nearly own", "empty", "tower", "deadly"],
)
def test_a_font_that_cannot_be_drawn_with_is_refused_with_the_reason(
    content: bytes, why: str
) -> None:
    fault = fault_of(content)

    assert fault is not None
    assert said(fault.reason, "en") == why
    assert said(fault.remedy, "zh") == "请换一个字体"


@pytest.mark.parametrize("most", [{"longest_s": 0.05}, {"patience_s": 0.05}])
def test_a_font_that_takes_too_long_is_given_up(most: dict[str, float]) -> None:
    fault = fault_of(BOXES, **most)

    assert fault is not None
    assert said(fault.reason, "en") == "takes longer than 0.05 s to draw"


def test_what_is_in_the_folder_is_taken_unless_something_is_wrong_with_it(tmp_path: Path) -> None:
    write_font(tmp_path, "boxes.TTF", BOXES)
    write_font(tmp_path, "deadly.otf", DEADLY)
    write_font(tmp_path, "several.ttc", BOXES)
    write_font(tmp_path, "vast.ttf", bytes(MOST_BYTES + 1))
    write_font(tmp_path, "OFL.txt", b"The licence")

    brought = ShowFonts().vetted(tmp_path)

    assert [font.content for font in brought.fonts] == [BOXES]
    assert reasons(brought) == {
        "fonts/deadly.otf": "would end the program when it is drawn",
        "fonts/several.ttc": "is no .ttf, .otf, .woff or .woff2 file",
        "fonts/vast.ttf": "is larger than 24 MiB",
    }


def test_a_font_that_is_called_like_one_of_ours_is_taken_under_another_name(
    tmp_path: Path,
) -> None:
    write_font(tmp_path, "inter.ttf", box_font("Inter", {"א": 700, "a": 700}))
    fonts = ShowFonts()

    families = fonts.load(fonts.vetted(tmp_path))

    assert families == ("Inte+",)
    assert Lines(families).line("א", BODY).advance == pytest.approx(600)
    assert Lines(families).line("a", BODY).advance == Lines().line("a", BODY).advance


@pytest.mark.parametrize("cut", [0, 3, 5, 20, 200, 540])
def test_a_file_that_ends_too_early_keeps_its_names(cut: int) -> None:
    content = box_font("Inter", {"a": 700})[:cut]

    assert set_apart(content, is_own) == content


def test_a_name_that_nobody_has_stays() -> None:
    assert set_apart(BOXES, is_own) == BOXES


def test_a_link_out_of_the_show_is_no_font_of_it(tmp_path: Path) -> None:
    (tmp_path / "show" / "fonts").mkdir(parents=True)
    (tmp_path / "boxes.ttf").write_bytes(BOXES)
    (tmp_path / "show" / "fonts" / "boxes.ttf").symlink_to(tmp_path / "boxes.ttf")

    brought = ShowFonts().vetted(tmp_path / "show")

    assert reasons(brought) == {"fonts/boxes.ttf": "lies outside the show's folder"}


def test_there_may_be_so_many_fonts_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_vetting, "fault_of", lambda _: None)
    for number in range(MOST_FILES + 1):
        write_font(tmp_path, f"{number:02}.ttf", BOXES)

    brought = ShowFonts().vetted(tmp_path)

    assert len(brought.fonts) == MOST_FILES
    assert reasons(brought) == {"fonts/16.ttf": "is one too many, 16 are the most"}


def test_a_font_is_vetted_once_and_another_content_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vetted: list[bytes] = []

    def fault(content: bytes) -> Fault | None:
        vetted.append(content)
        return None

    monkeypatch.setattr(font_vetting, "fault_of", fault)
    fonts = ShowFonts()
    write_font(tmp_path, "a.ttf", b"one")

    fonts.vetted(tmp_path)
    fonts.vetted(tmp_path)
    write_font(tmp_path, "a.ttf", b"two")
    fonts.vetted(tmp_path)

    assert vetted == [b"one", b"two"]


def test_a_folder_that_cannot_be_looked_into_brings_nothing() -> None:
    assert ShowFonts().vetted(Path("x" * 300)) == Brought()


def test_a_show_without_fonts_imports_nothing_that_vets_them(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from kiosk.stage.vetting.show_fonts import ShowFonts\n"
        "ShowFonts().vetted(Path(sys.argv[1])); print('subprocess' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]

    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert told.stdout == "False\n"


def test_what_our_faces_lack_is_drawn_in_the_shows_font_and_nothing_else_is(
    tmp_path: Path,
) -> None:
    write_font(tmp_path, "boxes.ttf", box_font("Boxes", {"א": 700, "a": 700}))
    fonts = ShowFonts()

    lines = Lines(fonts.load(fonts.vetted(tmp_path)))

    assert lines.line("א", BODY).ink.getRect() == pytest.approx((50.0, -700.0, 500.0, 700.0))
    assert lines.line("a", BODY).advance == Lines().line("a", BODY).advance


def test_a_font_adds_to_the_characters_that_are_not_missing(tmp_path: Path) -> None:
    write_font(tmp_path, "boxes.ttf", BOXES)
    fonts = ShowFonts()
    without, with_it = Coverage(tuple), Coverage(lambda: fonts.load(fonts.vetted(tmp_path)))

    assert without.missing("aאבé渝א☃\u200f") == "אב☃"
    assert with_it.missing("aאבé渝א☃\u200f") == "☃"


def test_an_accent_is_missing_where_no_letter_has_it() -> None:
    assert Coverage(tuple).missing("e\u0301") == ""
    assert Coverage(tuple).missing("x\u0301") == "\u0301"


def test_a_player_sets_text_in_the_shows_font_and_reports_what_is_wrong_with_others(
    tmp_path: Path,
) -> None:
    show = show_in(tmp_path)
    write_font(tmp_path, "boxes.ttf", BOXES)
    write_font(tmp_path, "deadly.ttf", DEADLY)

    with playing(show, tmp_path, Wishes()) as player:
        assert player._props.measure.advance("אבג", BODY) == pytest.approx(3 * 0.6 * 36)
        assert player.report.problems == [
            "the font fonts/deadly.ttf would end the program when it is drawn"
        ]


def test_a_show_that_takes_over_brings_its_fonts(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first, second = show_in(tmp_path / "first"), show_in(tmp_path / "second")
    write_font(tmp_path / "second", "boxes.ttf", BOXES)

    with playing(first, tmp_path / "first", Wishes()) as player:
        before = player._props.measure.advance("אבג", BODY)
        player.take_over(second, tmp_path / "second")

        assert player._props.measure.advance("אבג", BODY) == pytest.approx(3 * 0.6 * 36)
        assert before != pytest.approx(3 * 0.6 * 36)


def test_a_player_reports_characters_that_no_font_has_once_a_slide(tmp_path: Path) -> None:
    show_in(tmp_path, stay="1 s")
    first = tmp_path / "one.yaml"
    first.write_text(first.read_text("utf-8").replace("Slide a", "Slide ☃"), "utf-8")
    show = load(DiskFolder(tmp_path), theme_files())
    assert isinstance(show, Show)

    with playing(
        show, tmp_path, Wishes(speed=20, options=Options(loops=2, look=Look("en")))
    ) as player:
        until(lambda: player.is_finished)

    assert player.report.problems == ["a: no font has '☃'"]


def test_check_tells_of_fonts_and_of_characters_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_font(tmp_path, "boxes.ttf", BOXES)
    write_font(tmp_path, "deadly.ttf", DEADLY)
    (tmp_path / "show.yaml").write_text("title: אב\nlanguages: [he]\nchapters: [a.yaml]\n", "utf-8")
    (tmp_path / "a.yaml").write_text("slides:\n  - title: אב ज\n", "utf-8")

    status = check(tmp_path, as_json=True, language="zh")

    problems = json.loads(capsys.readouterr().out)["problems"]
    assert status == 1
    assert [(p["code"], p["level"], p["line"], p["column"]) for p in problems] == [
        ("missing-glyph", "warning", 2, 15),
        ("unusable-font", "error", 1, 1),
    ]
    assert [p["what"] for p in problems] == [
        "没有字体含有「ज」",
        "字体 fonts/deadly.ttf 画它的时候程序会崩溃",
    ]
