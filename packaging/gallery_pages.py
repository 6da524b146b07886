"""Makes the page of each show of the gallery, in both languages: `make language`.

`make language KIND=bar` makes one alone. A page lies beside the show that it is about, so that a
kind that is added changes no page of another.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.author.explaining import FieldTable
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.kinds import Kind, about, kinds
from kiosk.author.schema.fields import fields_of
from kiosk.charts.annotations.annotation import Annotation
from kiosk.charts.base import Chart
from kiosk.charts.plane.chart import PlaneChart
from kiosk.elements.base import Element
from kiosk.layouts.base import Layout
from kiosk.motion.transition import Transition
from kiosk.phrases import Language
from kiosk.show.load import load
from kiosk.show.model import Show

GALLERY = Path(__file__).parents[1] / "slides" / "gallery"
FILES: Mapping[Language, str] = {"en": "README.md", "zh": "README.zh.md"}
OTHER: Mapping[Language, str] = {
    "en": "[中文](README.zh.md) · [the gallery](..) · made by `make language`",
    "zh": "[English](README.md) · [图库](../README.zh.md) · 由 `make language` 生成",
}
SHOWS: Mapping[Language, str] = {"en": "It has a place for: ", "zh": "能显示："}
COMMON: Mapping[Language, str] = {
    "en": "Every chart has [some more](../../../docs/language.md#charts-layouts-transitions).",
    "zh": "每种图表还有[另外几项](../../../docs/language.zh.md#图表版式切换效果)。",
}


@dataclass(frozen=True, slots=True)
class Still:
    """A picture of a page. file: its name, in the folder `stills` of the show.

    is_midway: on the way from that slide to the next.
    """

    slide: str
    file: str
    is_tall: bool = False
    is_midway: bool = False


def folder_of(kind: Kind) -> str:
    """The name of the kind's show; a layout's begins so, as an element may be called the same."""
    return f"layout-{kind.name}" if kind.sort == "layout" else kind.name


def shows() -> tuple[str, ...]:
    """The names of the gallery's shows."""
    return tuple(sorted(file.parent.name for file in GALLERY.glob("*/show.yaml")))


def kind_of(name: str) -> Kind | None:
    """The kind that the show of that name is about; None where it is about a field or a sort."""
    return next((kind for kind in kinds() if folder_of(kind) == name), None)


def show_in(name: str) -> Show:
    """The show of that name, which must be one."""
    show = load(DiskFolder(GALLERY / name), theme_files())
    assert isinstance(show, Show), show
    return show


def stills(name: str) -> tuple[Still, ...]:
    """Every slide in landscape, and the first in portrait; of a transition one, half-way."""
    slides = [slide.id for slide in show_in(name).slides]
    kind = kind_of(name)
    if kind is not None and issubclass(kind.of, Transition):
        return (Still(slides[0], "midway.png", is_midway=True),)
    wide = (Still(slide, f"{slide}.png") for slide in slides)
    return (*wide, Still(slides[0], f"{slides[0]}-portrait.png", is_tall=True))


def page(name: str, language: Language) -> str:
    """What the show is about, its pictures, its YAML, and the fields of its kind."""
    kind = kind_of(name)
    title = kind.name if kind else name
    pictures = "\n".join(f"![{s.file.removesuffix('.png')}](stills/{s.file})" for s in stills(name))
    yaml = (GALLERY / name / "slides.yaml").read_text("utf-8").partition("\n")[2].rstrip()
    parts = [
        f"# {title}",
        _told(kind, language) if kind else _field(name, language),
        pictures,
        f"```yaml\n{yaml}\n```",
        *(_more(kind, language) if kind else _sort(name, language)),
        OTHER[language],
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _told(kind: Kind, language: Language) -> str:
    """What the kind says of itself, in English all of it."""
    return (inspect.getdoc(kind.of) or "") if language == "en" else about(kind.of, language)


def _field(name: str, language: Language) -> str:
    """What the field of that name is; nothing where pictures and charts have none."""
    fields = (field for cls in (Element, Chart, PlaneChart) for field in fields_of(cls))
    return next((field.explained(language) for field in fields if field.name == name), "")


def _sort(name: str, language: Language) -> list[str]:
    """The kinds of a sort whose kinds are all in one show, or the fields of an annotation."""
    table = FieldTable(language)
    if name == "annotations":
        return [table.of(fields_of(Annotation)).rstrip()]
    found = (kind for kind in kinds() if kind.sort == name)
    parts = ((f"## {k.name}", _told(k, language), table.of(fields_of(k.of))) for k in found)
    return [part.rstrip() for each in parts for part in each]


def _more(kind: Kind, language: Language) -> list[str]:
    """What may be written for the kind, and of a layout what it shows."""
    if issubclass(kind.of, Layout):
        return [f"{SHOWS[language]}{', '.join(f'`{part}`' for part in sorted(kind.of.shows))}"]
    if issubclass(kind.of, Transition):
        return []
    base = Chart if issubclass(kind.of, Chart) else Element
    common = {field.name for field in fields_of(base)}
    own = [field for field in fields_of(kind.of) if field.name not in common]
    table = FieldTable(language).of(own if base is Chart else fields_of(kind.of))
    return [table.rstrip(), *([COMMON[language]] if base is Chart else [])]


if __name__ == "__main__":
    for each in sys.argv[1:] or shows():
        for tongue, file in FILES.items():
            (GALLERY / each / file).write_text(page(each, tongue), "utf-8", newline="\n")
