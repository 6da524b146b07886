"""Makes `docs/language.md` and `docs/language.zh.md`, every field of the language: `make language`.

What stands there are the fields, their types and what they say of themselves, as in the schema.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.author.kinds import Kind, KindClass, about, kinds
from kiosk.author.schema.fields import Described, fields_of
from kiosk.author.schema.making import default_text
from kiosk.author.schema.values import VALUES
from kiosk.charts.base import Chart
from kiosk.data.table import Table
from kiosk.elements.base import Element
from kiosk.options import FileChoice, Seconds, Share
from kiosk.phrases import Language
from kiosk.show.charts import Hero
from kiosk.show.facts import FactFields
from kiosk.show.hours import Hours
from kiosk.show.load import ShowFields
from kiosk.show.machine import MachineFields
from kiosk.show.slides import ChapterFields, Picture, SlideFields, Slides
from kiosk.show.themes import ThemeName
from kiosk.show.values import Inches, Metres, Millimetres

DOCS = Path(__file__).parents[1] / "docs"
PAGES: Mapping[Language, str] = {"en": "language.md", "zh": "language.zh.md"}

# Of types that are made of others: how one is written.
EXAMPLES: Mapping[object, str] = {
    Chart: "{type: bar, data: …, x: …, y: …}",
    FileChoice: "photo.jpg",
    Hero: "$auto_output",
    Hours: '{mon-fri: "08:30-18:00"}',
    Picture: "photo.jpg",
    Slides: "- {title: …}",
    Table: "- {sector: Cars, output: 1104}",
    ThemeName: "paper",
}

SIZES = (int, float, Seconds, Share, Inches, Metres, Millimetres)  # whose default is an example

CHINESE = {
    "The show language": "节目的写法",
    "field": "项",
    "written": "写法",
    "otherwise": "不写时",
    "what it is": "说明",
    "must be written": "必须写",
    "Shows: `show.yaml`": "节目：`show.yaml`",
    "Chapters": "章",
    "Slides": "页",
    "Pictures": "图片",
    "Charts": "图表",
    "What every chart has besides": "每种图表还有",
    "Layouts": "版式",
    "Transitions": "切换效果",
    "Figures: `facts.yaml`": "数字表：`facts.yaml`",
    "Machines: `machine.yaml`": "机器：`machine.yaml`",
}
INTRODUCTION: Mapping[Language, str] = {
    "en": """\
A show is a folder: `show.yaml` names its chapters, each a file of slides, and `facts.yaml` holds
its figures. A text is one text, or one for each language: `{zh: …, en: …}`. In texts `{name}`
stands for a figure with its unit, `{name.number}` for its number and `{name.period}` for its
period; in data, and where a number is wanted, `$name` does. [The gallery](gallery.md) shows every
kind with its YAML.

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
[图库](gallery.md)里有每一种的样子和写法。

节目文件夹里的 `fonts` 文件夹放字体，用来显示程序自带字体没有的字：生僻字、阿拉伯文、泰文等，
不用另写什么。一段文字的第一个字母是阿拉伯文或希伯来文时，这一段从右往左排。

`kiosk check` 说明哪里写错了。带 YAML 插件的编辑器按文件的第一行，边写边补全和检查：
`# yaml-language-server: $schema=…/show.json`；`kiosk schema 文件夹` 写出这些文件。
本页由程序生成：`make language`。[English](language.md)
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
            self._section("Pictures", _element("picture")),
            f"## {self._said('Charts')}\n",
            *(self._chart(kind) for kind in _of_sort("chart")),
            f"### {self._said('What every chart has besides')}\n",
            self._table(fields_of(Chart)),
            *self._list("Layouts", "layout"),
            *self._list("Transitions", "transition"),
            self._section("Figures: `facts.yaml`", FactFields, before=FACTS),
            self._section("Machines: `machine.yaml`", MachineFields),
        ]
        return "\n".join(parts)

    def _section(self, title: str, cls: type, must: tuple[str, ...] = (), before: str = "") -> str:
        """A heading and the fields of `cls`. must: those that are written all the same."""
        head = f"## {self._said(title)}\n\n{before}"
        return f"{head}{chr(10) if before else ''}{self._table(fields_of(cls), must)}"

    def _chart(self, kind: Kind) -> str:
        """What a chart is, and the fields that it alone has."""
        common = {field.name for field in fields_of(Chart)}
        own = tuple(field for field in fields_of(kind.of) if field.name not in common)
        return f"### {kind.name}\n\n{self._about(kind.of)}\n\n{self._table(own)}"

    def _list(self, title: str, sort: str) -> list[str]:
        """A heading, and a line for each kind."""
        lines = [f"- `{kind.name}`: {self._about(kind.of)}" for kind in _of_sort(sort)]
        return [f"## {self._said(title)}\n", "\n".join(lines) + "\n"]

    def _table(self, fields: tuple[Described, ...], must: tuple[str, ...] = ()) -> str:
        heads = [self._said(head) for head in ("field", "written", "otherwise", "what it is")]
        rows = [self._row(field, is_must=field.is_required or field.name in must)
                for field in fields]  # fmt: skip
        return "\n".join([_line(heads), _line(["---"] * 4), *rows]) + "\n"

    def _row(self, field: Described, *, is_must: bool) -> str:
        otherwise = default_text(field)
        told = self._said("must be written") if is_must else _code(otherwise)
        usual = _code(otherwise) if field.type in SIZES else ""
        how = usual or written(field.type)
        return _line([f"`{field.name}`", how, told, field.explained(self.language)])

    def _about(self, cls: KindClass) -> str:
        """What a kind says of itself: all of it, or its first line, which alone is translated."""
        if self.language == "en":
            return (inspect.getdoc(cls) or "").replace("\n", " ").replace("  ", " ")
        return about(cls, self.language)

    def _said(self, english: str) -> str:
        return english if self.language == "en" else CHINESE[english]


def written(of: object) -> str:
    """How a value of the type is written: its words, or an example."""
    if of is bool:
        return "`true`, `false`"
    if of in EXAMPLES:
        return _code(EXAMPLES[of])
    if of in VALUES:
        return _code(VALUES[of].example)
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if origin is Literal:
        return ", ".join(_code(str(word)) for word in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"[{written(arguments[0])}, …]"
    if origin is tuple:
        return _code(f"[{', '.join(VALUES[each].example for each in arguments)}]")
    message = f"say in {Path(__file__).name} how {of} is written"
    raise TypeError(message)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _of_sort(sort: str) -> list[Kind]:
    return [kind for kind in kinds() if kind.sort == sort]


def _element(name: str) -> type[Element]:
    found = next(kind.of for kind in _of_sort("element") if kind.name == name)
    assert issubclass(found, Element)
    return found


if __name__ == "__main__":
    for language, name in PAGES.items():
        (DOCS / name).write_text(Writer(language).page(), "utf-8", newline="\n")
