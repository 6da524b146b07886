"""What is installed is pinned, hashed, and the same wherever it comes from."""

from __future__ import annotations

import re

import pytest

from tests.setup.scripts import ROOT

LOCKS = sorted((ROOT / "packaging").glob("*.lock"))
LOCK = "".join(lock.read_text(encoding="utf-8") for lock in LOCKS)
REQUIREMENTS = re.findall(r"^[a-z].*?(?=^[a-z]|\Z)", LOCK, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda text: text.split("==")[0])
def test_a_requirement_has_one_version_and_a_hash(requirement: str) -> None:
    assert re.match(r"[\w.-]+==[\w.]+ ", requirement)
    assert "--hash=sha256:" in requirement


def test_what_makes_packages_agrees_with_what_is_packaged() -> None:
    versions = {
        lock.stem: set(re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    shared = {name for name, _ in versions["package"]} & {n for n, _ in versions["requirements"]}

    differing = versions["package"] - versions["requirements"]

    assert "packaging" in shared
    assert not {name for name, _ in differing} & shared


def test_the_lock_names_no_index() -> None:
    assert REQUIREMENTS
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_pyside_is_the_release_that_keeps_its_reference_counts() -> None:
    pinned = re.findall(r"^(?:pyside6|shiboken6)\S*==(\S+)", LOCK, flags=re.MULTILINE)

    assert pinned == ["6.11.3", "6.11.3"]
