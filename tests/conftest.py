"""What every test has: `--accept`, and hypothesis without a stopwatch."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The machine is shared with other work, so no example has a deadline; and a run says the same each
# time. `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")

# What the program says is read in English, wherever the tests run.
os.environ["LC_ALL"] = "C.UTF-8"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--accept`."""
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite golden files and the messages of tests/broken as they are now",
    )


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten rather than compared."""
    return bool(request.config.getoption("--accept"))
