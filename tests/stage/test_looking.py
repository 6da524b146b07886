"""How changes of a folder are learnt, without a window."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from kiosk.stage.following.looking import News, at_rest, stamps_of
from kiosk.stage.following.volumes import is_told_of


@pytest.mark.parametrize(
    ("file_system", "expected"),
    [("ext4", True), ("btrfs", True), ("overlay", True), ("NTFS", True), ("vfat", True),
     ("nfs4", False), ("cifs", False), ("smb3", False), ("smbfs", False), ("9p", False),
     ("fuse.sshfs", False), ("fuseblk", False), ("", False)],
)  # fmt: skip
def test_what_others_write_on_a_network_is_looked_for(file_system: str, expected: bool) -> None:
    assert is_told_of(file_system) is expected


def test_a_file_has_another_stamp_when_it_is_written_or_exchanged(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = stamps_of(tmp_path, ["a", "b"])
    (tmp_path / "c").write_text("2")
    (tmp_path / "c").replace(tmp_path / "a")

    assert first["b"] is None
    assert stamps_of(tmp_path, ["a", "b"])["a"] not in {first["a"], None}


def test_a_name_that_no_file_can_have_is_no_file(tmp_path: Path) -> None:
    assert stamps_of(tmp_path, ["a\0b", "x" * 5000]) == {"a\0b": None, "x" * 5000: None}


def test_news_are_taken_once_and_all_together() -> None:
    news = News()

    news.put(["a", "b"])
    news.put(["b", "c"])

    assert news.take(0.0) == {"a", "b", "c"}
    assert news.take(0.0) == frozenset()


def test_files_that_never_rest_are_not_waited_for_for_ever(tmp_path: Path) -> None:
    over = Event()

    class Restless(Event):
        """Whoever waits finds the file written again."""

        count = 0

        def wait(self, timeout: float | None = None) -> bool:
            del timeout
            self.count += 1
            (tmp_path / "a").write_text("x" * self.count)
            return False

    restless = Restless()
    at_rest(tmp_path, ["a"], restless)

    assert 1 < restless.count < 10
    assert at_rest(tmp_path, ["a"], over) == stamps_of(tmp_path, ["a"])
