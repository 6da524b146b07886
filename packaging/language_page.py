"""Makes `docs/language.md` and `docs/language.zh.md`, every field of the language: `make language`.

What stands there are the fields, their types and what they say of themselves, as in the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.author.explaining import FieldTable
from kiosk.author.schema.fields import fields_of
from kiosk.charts.base import Chart
from kiosk.elements.base import KINDS, Element
from kiosk.kinds import kind_class
from kiosk.phrases import Language
from kiosk.show.facts import FactFields
from kiosk.show.load import ShowFields
from kiosk.show.machine import MachineFields
from kiosk.show.slides import ChapterFields, SlideFields, StepFields

DOCS = Path(__file__).parents[1] / "docs"
PAGES: Mapping[Language, str] = {"en": "language.md", "zh": "language.zh.md"}

CHINESE = {
    "The show language": "节目的写法",
    "Shows: `show.yaml`": "节目：`show.yaml`",
    "Chapters": "章",
    "Steps": "步骤",
    "Slides": "页",
    "Pictures": "图片",
    "Charts, layouts, transitions": "图表、版式、切换效果",
    "Figures: `facts.yaml`": "数字表：`facts.yaml`",
    "Machines: `machine.yaml`": "机器：`machine.yaml`",
}
INTRODUCTION: Mapping[Language, str] = {
    "en": """\
A show is a folder: `show.yaml` names its chapters, each a file of slides, and `facts.yaml` holds
its figures. A text is one text, or one for each language: `{zh: …, en: …}`. In texts `{name}`
stands for a figure with its unit, `{name.number}` for its number and `{name.period}` for its
period; in data, and where a number is wanted, `$name` does. [The gallery](../slides/gallery) shows
every kind with its YAML and its fields.

Fonts in the folder `fonts` of a show draw what the program's own fonts lack: a rare character,
Arabic, Thai. Nothing is written for them. A paragraph runs from the right where its first letter
is Arabic or Hebrew.

`kiosk check` says what is wrong and where. Editors with a YAML plugin complete and check a file as
it is written, by its first line: `# yaml-language-server: $schema=…/show.json`; `kiosk schema
FOLDER` writes the schemas. This page is made by the program: `make language`.
[中文](language.zh.md)
""",
    "zh": """\
一个节目是一个文件夹：`show.yaml` 写明各章，每章一个文件，里面是一页一页的内容；
`facts.yaml` 是数字表。文字可以只写一种，也可以每种语言各写一份：`{zh: …, en: …}`。
文字里的 `{名称}` 显示数字表中的数字和单位，`{名称.number}` 只显示数，
`{名称.period}` 显示时期；数据里和要写数的地方写 `$名称`。
[图库](../slides/gallery/README.zh.md)里有每一种的样子、写法和各项内容。

节目文件夹里的 `fonts` 文件夹放字体，用来显示程序自带字体没有的字：生僻字、阿拉伯文、泰文等，
不用另写什么。一段文字的第一个字母是阿拉伯文或希伯来文时，这一段从右往左排。

`kiosk check` 说明哪里写错了。带 YAML 插件的编辑器按文件的第一行，边写边补全和检查：
`# yaml-language-server: $schema=…/show.json`；`kiosk schema 文件夹` 写出这些文件。
本页由程序生成：`make language`。[English](language.md)
""",
}
GALLERY: Mapping[Language, str] = {
    "en": """\
Each has a page in [the gallery](../slides/gallery): its pictures, its YAML and the fields that it
alone has. `kiosk kinds` lists them in a line each. Every chart has these fields besides:

""",
    "zh": """\
每一种在[图库](../slides/gallery/README.zh.md)里都有一页：样子、写法，以及它自己的各项内容。
`kiosk kinds` 用一行字列出每一种。每种图表还有下面各项：

""",
}
FACTS = """\
```yaml
source: {zh: 2024年统计公报, en: Statistical communiqué 2024}
units:
  yi_yuan: {zh: 亿元, en: bn yuan, factor: {zh: 1, en: 0.1}}
periods:
  "2024": {zh: 2024年, en: "2024"}
facts:
  auto_output: {value: 1104, unit: yi_yuan, period: "2024", about: {zh: 汽车产值, en: cars}}
```

"""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the page in one language."""

    language: Language

    def page(self) -> str:
        """The whole page."""
        parts = [
            f"# {self._said('The show language')}\n",
            INTRODUCTION[self.language],
            self._section("Shows: `show.yaml`", ShowFields, must=("chapters",)),
            self._section("Chapters", ChapterFields, must=("slides",)),
            self._section("Slides", SlideFields),
            self._section("Steps", StepFields),
            self._section("Pictures", kind_class(KINDS, "picture", Element)),
            self._section("Charts, layouts, transitions", Chart, before=GALLERY[self.language]),
            self._section("Figures: `facts.yaml`", FactFields, before=FACTS),
            self._section("Machines: `machine.yaml`", MachineFields),
        ]
        return "\n".join(parts)

    def _section(self, title: str, cls: type, must: tuple[str, ...] = (), before: str = "") -> str:
        """A heading and the fields of `cls`. must: those that are written all the same."""
        table = FieldTable(self.language).of(fields_of(cls), must)
        return f"## {self._said(title)}\n\n{before}{table}"

    def _said(self, english: str) -> str:
        return english if self.language == "en" else CHINESE[english]


if __name__ == "__main__":
    for language, name in PAGES.items():
        (DOCS / name).write_text(Writer(language).page(), "utf-8", newline="\n")
