"""Files are followed as they change, whoever writes them, and however."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from kiosk.data.feed import LiveFile
from kiosk.data.records import Records
from kiosk.feeds.kinds.csv import Csv
from kiosk.options import Seconds
from tests.unit.feeds.scripted import Script, nothing

GATES = Csv(csv=LiveFile("gates.csv"))
A = Records(("gate", "flights"), (("A", "3"),))
B = Records(("gate", "flights"), (("B", "12"),))


def writes(folder: Path, text: str) -> None:
    (folder / "gates.csv").write_text(text, "utf-8")


def test_a_file_is_told_at_once_and_again_when_it_changes(tmp_path: Path) -> None:
    writes(tmp_path, "gate,flights\nA,3\n")
    line = Script(tmp_path, nothing, nothing, lambda: writes(tmp_path, "gate,flights\nB,12\n"))

    GATES.follow(line)

    assert line.told == [A, B]
    assert line.waits == [0.0, 2.0, 2.0, 2.0]


def test_a_file_that_stays_as_it_is_is_read_once(tmp_path: Path) -> None:
    writes(tmp_path, "gate,flights\nA,3\n")
    line = Script(tmp_path, *[nothing] * 5)

    GATES.follow(line)

    assert line.told == [A]
    assert line.answers == 4


def test_a_file_that_is_being_written_is_left_until_it_rests(tmp_path: Path) -> None:
    texts = iter(["gate,fli", "gate,flights\nB,1"])
    writes(tmp_path, "gate")

    def goes_on() -> None:
        text = next(texts, None)
        if text is not None:
            writes(tmp_path, text)

    finished = [nothing, nothing, lambda: writes(tmp_path, "gate,flights\nB,12\n")]
    line = Script(tmp_path, *finished, while_settling=goes_on)

    GATES.follow(line)

    assert line.told == [B]
    assert line.wrong == []
    assert line.waits[1:3] == [0.25, 0.25]


def test_a_file_that_comes_later_is_followed_then_and_one_that_goes_is_missed(
    tmp_path: Path,
) -> None:
    line = Script(
        tmp_path,
        nothing,
        lambda: writes(tmp_path, "gate,flights\nA,3\n"),
        (tmp_path / "gates.csv").unlink,
        lambda: writes(tmp_path, "gate,flights\nB,12\n"),
    )

    GATES.follow(line)

    assert line.told == [A, B]
    assert line.wrong == ["there is no file 'gates.csv'"] * 2


def test_a_file_put_in_the_place_of_another_is_told(tmp_path: Path) -> None:
    writes(tmp_path, "gate,flights\nA,3\n")

    def replaces() -> None:
        new = tmp_path / "new.csv"
        new.write_text("gate,flights\nB,12\n", "utf-8")
        new.replace(tmp_path / "gates.csv")

    line = Script(tmp_path, nothing, replaces)

    GATES.follow(line)

    assert line.told == [A, B]


def test_a_disk_that_tells_no_times_is_read_again_all_the_same(tmp_path: Path) -> None:
    writes(tmp_path, "gate,flights\nA,3\n")
    before = (tmp_path / "gates.csv").stat()

    def changes_unseen() -> None:
        with (tmp_path / "gates.csv").open("r+") as file:
            file.write("gate,flights\nA,4\n")
        os.utime(tmp_path / "gates.csv", ns=(before.st_atime_ns, before.st_mtime_ns))

    line = Script(tmp_path, nothing, changes_unseen, *[nothing] * 9)

    GATES.follow(line)

    assert [records.rows for records in line.told] == [(("A", "3"),), (("A", "4"),)]


def test_rows_that_charts_cannot_show_are_wrong_as_long_as_they_stand_there(
    tmp_path: Path,
) -> None:
    writes(tmp_path, "gate,flights\nA,3\n")
    line = Script(tmp_path, *[nothing] * 3, lambda: writes(tmp_path, "gate,flights\nB,12\n"))
    line.can_show = lambda records: records == B

    GATES.follow(line)

    assert line.wrong == ["misfit"] * 3
    assert line.told == [B]
    assert line.answers == 0


def test_a_file_larger_than_anybody_can_show_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "gates.csv").open("wb") as file:
        file.truncate(1_000_000_000)
    line = Script(tmp_path, nothing)

    GATES.follow(line)

    assert line.told == []
    assert line.wrong == ["it has more than 16 MB"]


def test_a_folder_in_the_place_of_the_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "gates.csv").mkdir()
    line = Script(tmp_path, nothing)

    GATES.follow(line)

    assert line.wrong == ["the file cannot be read: Is a directory"]


def test_a_file_that_is_missing_or_wrong_is_looked_at_again_soon_however_seldom_it_is_read(
    tmp_path: Path,
) -> None:
    line = Script(
        tmp_path,
        nothing,
        lambda: writes(tmp_path, "gate,gate\nA,3\n"),
        lambda: writes(tmp_path, "gate,flights\nA,3\n"),
    )

    replace(GATES, every=Seconds(600.0)).follow(line)

    assert line.waits == [0.0, 2.0, 2.0, 600.0]
    assert line.told == [A]
