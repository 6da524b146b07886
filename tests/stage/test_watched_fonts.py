"""A font that is added to a show while it plays, or changed, is what its text is set in at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread

import pytest
from PySide6.QtGui import QFontDatabase, QImage

from kiosk.phrases import said
from kiosk.playback.staff import wrong_with
from kiosk.stage.player import Player
from kiosk.stage.vetting import show_fonts
from kiosk.stage.vetting.brought import Font
from kiosk.stage.wishes import Wishes
from tests.stage.brewing import DEADLY, box_font, write_font
from tests.stage.playing import on_screen, playing, show_in, until
from tests.stage.watched import LONG, Staff, watched, words

pytestmark = pytest.mark.usefixtures("app")

_STILL = 25  # looks
HEBREW = "אבגדה"
HIGH, LOW = (box_font("Boxes", dict.fromkeys(HEBREW, height)) for height in (700, 200))


@pytest.fixture(autouse=True)
def _no_font_stays() -> Iterator[None]:
    yield
    QFontDatabase.removeAllApplicationFonts()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a show whose first slide has a word in its title that our own fonts lack."""
    made = tmp_path / "show"
    made.mkdir()
    show_in(made, LONG)
    text = (made / "one.yaml").read_text("utf-8").replace("第a页", f"第{HEBREW}页")
    (made / "one.yaml").write_text(text, "utf-8")
    return made


def title(player: Player) -> QImage:
    """What is on the screen where the title stands."""
    return on_screen(player.window).copy(0, 84, 640, 44)


def at_rest(player: Player) -> QImage:
    """The title a moment after all has come on."""
    until(lambda: not player.composer.is_moving(player.state, player._clock.now()))
    seen: list[QImage] = []

    def is_still() -> bool:
        seen.append(title(player))
        return len(seen) > _STILL and all(one == seen[-1] for one in seen[-_STILL:])

    until(is_still)
    return seen[-1]


def started_with(folder: Path, font: bytes) -> QImage:
    """The title where the show is started with that font."""
    other = Path(shutil.copytree(folder, folder.with_name(f"other-{len(font)}-{hash(font)}")))
    write_font(other, "boxes.ttf", font)
    with watched(other) as staff:
        page = at_rest(staff.player)
    QFontDatabase.removeAllApplicationFonts()  # no other show has it
    return page


def shows(staff: Staff, page: QImage) -> Callable[[], bool]:
    """Whether that is what is on the screen."""
    return lambda: title(staff.player) == page


def test_text_is_set_in_a_font_that_is_added_and_in_what_it_is_changed_to(folder: Path) -> None:
    high, low = started_with(folder, HIGH), started_with(folder, LOW)
    assert high != low

    with watched(folder) as staff:
        assert at_rest(staff.player) not in (high, low)
        for font, page in ((HIGH, high), (LOW, low), (HIGH, high)):
            write_font(folder, "boxes.ttf", font)
            until(shows(staff, page))

        assert staff.player.report.blank_frames == 0
        assert staff.player.state.turn is None
        assert staff.problems == []


def test_a_broken_font_is_told_and_the_old_one_stays(folder: Path) -> None:
    high, low = started_with(folder, HIGH), started_with(folder, LOW)
    write_font(folder, "boxes.ttf", HIGH)

    with watched(folder) as staff:
        until(shows(staff, high))
        write_font(folder, "boxes.ttf", DEADLY)
        until(lambda: len(staff.problems) == 1)
        write_font(folder, "other.ttf", LOW)
        until(lambda: len(staff.reads) > 1)

        assert [problem.code for problem in staff.problems[0]] == ["unusable-font"]
        assert staff.lines[-1] == "kiosk: 1 error; the last good show stays on the screen"
        assert at_rest(staff.player) == high

        (folder / "fonts" / "boxes.ttf").unlink()
        until(shows(staff, low))
        assert staff.lines[-1] == "kiosk: all is well, and on the screen"


def test_a_font_that_was_refused_from_the_beginning_keeps_no_edit_from_the_screen(
    folder: Path,
) -> None:
    write_font(folder, "deadly.ttf", DEADLY)
    chapter = folder / "one.yaml"

    with watched(folder) as staff:
        chapter.write_text(chapter.read_text("utf-8").replace(HEBREW, "改过了"), "utf-8")
        until(lambda: "第改过了页" in words(staff.player))

        assert staff.problems == []


def test_fonts_that_are_refused_are_among_what_staff_are_told(folder: Path) -> None:
    write_font(folder, "deadly.ttf", DEADLY)
    show = show_in(folder)
    what = "the font fonts/deadly.ttf would end the program when it is drawn"

    with playing(show, folder, Wishes()) as player:
        found = [(one.where, said(one.what, "en")) for one in wrong_with(player.state)]
        assert found == [("deadly.ttf:1", what)]

        player.take_over(show_in(folder), folder)
        assert [said(one.what, "en") for one in wrong_with(player.state)] == [what]


def test_no_frame_waits_for_a_font_to_be_tried_or_loaded(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    load = show_fonts._families_of

    def seen(font: Font) -> tuple[str, ...]:
        threads.append(current_thread().name)
        return load(font)

    monkeypatch.setattr(show_fonts, "_families_of", seen)
    page = started_with(folder, HIGH)
    with watched(folder) as staff:
        threads.clear()
        write_font(folder, "boxes.ttf", HIGH)
        until(shows(staff, page))

    assert threads == ["watching"]
