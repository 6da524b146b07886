"""The program's fonts: the pinned faces, all their characters, and the features the look needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.setup.scripts import ROOT, script

FONTS = ROOT / "resources" / "fonts"

LIST_FAMILIES = """
import json
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication([])
print(json.dumps({name: sorted(QFontDatabase.styles(name)) for name in QFontDatabase.families()}))
"""


def test_qt_sees_the_pinned_faces_and_no_font_of_the_system() -> None:
    environment = {
        **os.environ,
        "FONTCONFIG_FILE": str(FONTS / "fonts.conf"),
        "QT_QPA_PLATFORM": "offscreen",
    }

    answer = subprocess.run(
        [sys.executable, "-c", LIST_FAMILIES],
        env=environment,
        capture_output=True,
        check=True,
    )

    families = json.loads(answer.stdout)
    aliases = {"Monospace", "Sans Serif", "Serif"}  # Qt adds these to whatever there is
    assert {name: styles for name, styles in families.items() if name not in aliases} == {
        "Inter": ["Medium", "Regular", "SemiBold"],
        "Inter Display": ["Light", "Medium", "Regular"],
        "Noto Sans CJK SC": ["Bold", "Regular"],
        "Noto Serif CJK SC": ["Bold"],
    }


def test_the_chinese_faces_have_every_character_of_gb2312() -> None:
    fonts = script("fonts")
    chinese = {code for code in fonts.characters() if "一" <= chr(code) <= "龥"}
    assert len(chinese) == 6763

    for face in (face for face in fonts.FACES if face.is_chinese):
        with fonts.TTFont(FONTS / face.file_name) as cut:
            assert chinese <= set(cut.getBestCmap()), face


def test_figures_can_keep_their_width_and_punctuation_take_half_of_it() -> None:
    fonts = script("fonts")

    for face in fonts.FACES:
        with fonts.TTFont(FONTS / face.file_name) as cut:
            tables = [cut[name].table.FeatureList.FeatureRecord for name in ("GSUB", "GPOS")]
            features = {record.FeatureTag for records in tables for record in records}
        wanted = {"halt", "palt", "vert"} if face.is_chinese else {"calt", "case", "tnum"}
        assert wanted <= features, face


def test_cutting_the_same_source_twice_gives_the_same_bytes_and_no_new_time(tmp_path: Path) -> None:
    fonts = script("fonts")
    face = next(face for face in fonts.FACES if face.family == "Inter")
    source = FONTS / face.file_name
    (tmp_path / "once").mkdir()
    (tmp_path / "again").mkdir()

    once = fonts.cut(face, (source, 0), tmp_path / "once")
    again = fonts.cut(face, (source, 0), tmp_path / "again")

    assert once.read_bytes() == again.read_bytes()
    with fonts.TTFont(source) as before, fonts.TTFont(once) as after:
        assert after["head"].modified == before["head"].modified


def test_every_face_comes_with_its_licence() -> None:
    fonts = script("fonts")

    for face in fonts.FACES:
        licence = FONTS / f"{face.family.replace(' ', '')}-LICENSE.txt"
        assert "OPEN FONT LICENSE" in licence.read_text(encoding="utf-8").upper().replace("\n", " ")
