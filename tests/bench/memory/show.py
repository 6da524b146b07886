"""All shows of the gallery as one: every kind in turn, in both languages.

The loop of a kiosk has one language. So each slide comes twice, the second time with what is
Chinese said to be English and the other way round: one process draws both.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from kiosk.problems import error_lines
from tests.gallery import GALLERY, gallery_names, opened

_SHOW = """\
kiosk: 1
title: Every kind in turn
languages: [zh, en]
theme: dusk
stay: {stay:g} s
facts: facts.yaml
chapters: [{chapters}]
"""
_ID = re.compile(r"\b(id|goto): ([\w-]+)")
_SLIDE = re.compile(r"^(  - id: .*\n)", re.MULTILINE)
_TURN = re.compile(r"^transition: .*$", re.MULTILINE)
_LANGUAGE = re.compile(r"\b(zh|en)(?=: )")
_OTHER = {"zh": "en", "en": "zh"}


def write_show(folder: Path, stay_s: float) -> tuple[str, ...]:
    """Writes that show into `folder`, each slide to stay so long; the slides' ids in order."""
    chapters = []
    for name in gallery_names():
        _copy_files(GALLERY / name, folder)
        text = (GALLERY / name / "slides.yaml").read_text("utf-8")
        turn = _TURN.search((GALLERY / name / "show.yaml").read_text("utf-8"))
        for part, said in ((name, text), (f"{name}-exchanged", _exchanged(text))):
            chapter = _chapter(said, part, "" if turn is None else turn[0])
            (folder / f"{part}.yaml").write_text(chapter, "utf-8")
            chapters.append(f"{part}.yaml")
    (folder / "facts.yaml").write_text(_facts(), "utf-8")
    lines = _SHOW.format(stay=stay_s, chapters=", ".join(chapters))
    (folder / "show.yaml").write_text(lines, "utf-8")
    show = opened(folder)
    wrong = error_lines(show.problems)
    assert not wrong, wrong
    return tuple(slide.id for slide in show.slides)


def _chapter(text: str, part: str, turn: str) -> str:
    """The chapter with names of its own in the whole show; its slides come on by `turn`."""
    named = _ID.sub(rf"\1: {part}-\2", text)
    return _SLIDE.sub(rf"\1    {turn}\n", named) if turn else named


def _exchanged(text: str) -> str:
    """The chapter with its two languages exchanged."""
    return _LANGUAGE.sub(lambda found: _OTHER[found[0]], text)


def _copy_files(gallery: Path, folder: Path) -> None:
    """Copies the pictures and feeds of a show. Two files of one name must be the same."""
    for source in gallery.rglob("*"):
        place = source.relative_to(gallery)
        if source.is_dir() or place.parts[0] == "stills" or source.suffix in {".yaml", ".md"}:
            continue
        copy = folder / place
        assert not copy.exists() or copy.read_bytes() == source.read_bytes(), source
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(source, copy)


def _facts() -> str:
    """The facts of all shows; two of one name must be the same."""
    merged: dict[str, dict[str, object]] = {"units": {}, "periods": {}, "facts": {}}
    for file in sorted(GALLERY.glob("*/facts.yaml")):
        for part, entries in yaml.safe_load(file.read_text("utf-8")).items():
            for name, entry in entries.items():
                assert merged[part].setdefault(name, entry) == entry, name
    return yaml.safe_dump(merged, allow_unicode=True)
