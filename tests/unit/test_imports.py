"""What is not imported before the first slide, which waits for every import."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

GALLERY = Path(__file__).parents[2] / "slides" / "gallery"
KIOSK = Path(__file__).parents[2] / "kiosk"
LOADS = """
import sys
from pathlib import Path
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.load import load
import kiosk.playback.compose
load(DiskFolder(Path(sys.argv[1])), theme_files())
print(*sorted({"babel", "numpy", "PySide6", "kiosk.motion.batches"} & sys.modules.keys()))
"""


SPEAKS_CHINESE = """
import sys
from pathlib import Path
from kiosk.commands.arguments import parser_of
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.show.load import load
parser_of("1", "zh").parse_args(["play", sys.argv[1]])
load(DiskFolder(Path(sys.argv[1])), theme_files())
print(*sorted(name for name in sys.modules if name.startswith("kiosk.chinese")))
"""


def test_neither_numpy_nor_babel_is_imported_before_the_first_batch_is_drawn() -> None:
    command = [sys.executable, "-c", LOADS, str(GALLERY / "bar")]

    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert told.stdout.split() == []


def test_what_the_program_says_in_chinese_is_not_imported_before_something_is_said() -> None:
    command = [sys.executable, "-c", SPEAKS_CHINESE, str(GALLERY / "bar")]

    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert told.stdout.split() == []


def test_what_only_exports_need_is_not_imported_by_what_plays_a_show() -> None:
    asks = (
        "import sys, kiosk.cli, kiosk.commands.play, kiosk.stage.playing; "
        "print(*sorted({'PIL', 'av', 'fractions', 'tqdm'} & sys.modules.keys()))"
    )

    told = subprocess.run(
        [sys.executable, "-c", asks], check=True, capture_output=True, text=True, timeout=60
    )

    assert told.stdout.split() == []


def test_the_command_line_is_read_before_what_reads_shows_is_imported() -> None:
    asks = "import sys, kiosk.cli; print(*sorted({'kiosk.show', 'yaml'} & sys.modules.keys()))"

    told = subprocess.run(
        [sys.executable, "-c", asks], check=True, capture_output=True, text=True, timeout=60
    )

    assert told.stdout.split() == []


def test_every_dataclass_is_one_that_a_start_need_not_wait_for() -> None:
    dear = re.compile(r"\n *(from dataclasses import .*\bdataclass\b|@dataclasses\.)")

    found = [file for file in KIOSK.rglob("*.py") if dear.search(file.read_text("utf-8"))]

    assert found == [KIOSK / "values.py"]  # whose import is the type checker's alone
