"""The starter show's files, which are a show in two languages, made into the one that is wished.

They are edited where their YAML stands, so that comments and blank lines stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import field

import yaml

from kiosk.author.new.words import scalar
from kiosk.phrases import Language
from kiosk.values import dataclass

_COMMENT = re.compile(r"(?m)(^|(?<=\s))# (.+?) \| (.+)$")  # in Chinese and in English
_LANGUAGES = frozenset({"zh", "en"})

Edit = tuple[int, int, str]  # from a character up to but without another, and what stands there


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes another. values: of fields at a file's top, as YAML, by the field's name.

    title: for each text that is the template's title, as YAML. titled: the template's title in
    Chinese. language: the only one; None for both. cells: names in tables, by the Chinese ones.
    """

    title: str
    titled: str
    values: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


def changed(template: str, changes: Changes, comments: Language) -> str:
    """The file with those changes, and its comments in one language."""
    root = yaml.compose(template, Loader=yaml.SafeLoader)
    assert root is not None
    edits = sorted(_edits(root, template, changes, is_top=True), reverse=True)
    for start, end, text in edits:
        before = template[:start]
        is_below = not before.rpartition("\n")[2].strip() and not text.startswith("[")
        template = (before.rstrip() + " " if is_below else before) + text + template[end:]
    chosen = 2 if comments == "zh" else 3
    return _COMMENT.sub(lambda match: f"# {match[chosen]}", template)


def _edits(node: yaml.Node, template: str, changes: Changes, *, is_top: bool) -> Iterator[Edit]:
    """What is to be changed in a node."""
    match node:
        case yaml.ScalarNode() if node.value in changes.cells:
            yield _edit(node, scalar(changes.cells[node.value]))
        case yaml.SequenceNode():
            for item in node.value:
                yield from _edits(item, template, changes, is_top=False)
        case yaml.MappingNode():
            yield from _of_fields(node, template, changes, is_top=is_top)


def _of_fields(
    node: yaml.MappingNode, template: str, changes: Changes, *, is_top: bool
) -> Iterator[Edit]:
    """What is to be changed in a text in two languages, or in fields."""
    fields = {key.value: value for key, value in node.value}
    if fields and fields.keys() <= _LANGUAGES:
        yield from _of_text(node, fields, template, changes)
        return
    for name, value in fields.items():
        if is_top and name in changes.values:
            yield _edit(value, changes.values[name])
        elif name == "unit" and isinstance(value, yaml.MappingNode) and changes.language:
            kept = next(each.value for key, each in value.value if key.value == changes.language)
            yield _edit(value, f"{{{changes.language}: {scalar(kept)}}}")  # a word alone names one
        else:
            yield from _edits(value, template, changes, is_top=False)


def _of_text(
    node: yaml.MappingNode, versions: Mapping[str, yaml.Node], template: str, changes: Changes
) -> Iterator[Edit]:
    """What is to be changed in a text in two languages."""
    if versions["zh"].value == changes.titled:
        yield _edit(node, changes.title)
    elif changes.language is not None:
        kept = versions[changes.language]
        last = list(versions.values())[-1]
        end = node.end_mark.index if node.flow_style else last.end_mark.index
        yield node.start_mark.index, end, template[kept.start_mark.index : kept.end_mark.index]


def _edit(node: yaml.Node, text: str) -> Edit:
    return node.start_mark.index, node.end_mark.index, text


def table_in(template: str, language: str | None) -> str:
    """The table with its columns of one language alone: `name_zh` becomes `name`."""
    if language is None:
        return template
    header, *rows = csv.reader(io.StringIO(template))
    kept = [i for i, name in enumerate(header) if not _is_of_another(name, language)]
    names = [name.removesuffix(f"_{language}") for name in header]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row[i] for i in kept] for row in (names, *rows))
    return out.getvalue()


def cells_in(template: str, language: str | None) -> dict[str, str]:
    """What the names of a table are in `language`, by the Chinese ones; none where those stay."""
    if language in {None, "zh"}:
        return {}
    return {
        row[name]: row[f"{name.removesuffix('_zh')}_{language}"]
        for row in csv.DictReader(io.StringIO(template))
        for name in row
        if name.endswith("_zh")
    }


def _is_of_another(column: str, language: str) -> bool:
    _, sign, suffix = column.rpartition("_")
    return bool(sign) and suffix in _LANGUAGES and suffix != language
