"""Which show is played where none is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.commands import play
from kiosk.stage.resources import packaged_show


def test_a_working_copy_has_no_show_that_came_along() -> None:
    assert packaged_show() is None


@pytest.mark.parametrize(
    ("named", "brought", "has_show_here", "chosen"),
    [
        ("mine", "brought", True, "mine"),
        ("gone", "brought", False, "gone"),
        (None, "brought", True, "."),
        (None, "brought", False, "brought"),
        (None, None, False, "."),
    ],
)
def test_the_named_show_comes_first_then_the_one_here_then_the_one_that_came_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    named: str | None, brought: str | None, has_show_here: bool, chosen: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(play, "packaged_show", lambda: None if brought is None else Path(brought))
    if has_show_here:
        Path("show.yaml").touch()

    assert play._chosen(None if named is None else Path(named)) == Path(chosen)
