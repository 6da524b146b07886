"""A technician's `machine.yaml`: what belongs to one machine, whatever show it plays."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import partial
from typing import Literal, NewType

from kiosk.options import option
from kiosk.phrases import phrase, write
from kiosk.problems import Problem
from kiosk.show.chapters import fields_in
from kiosk.show.fields.bind import Binder, Converter
from kiosk.show.fields.languages import language
from kiosk.show.fields.values import CONVERTERS, Inches, Metres, Millimetres
from kiosk.show.findings import Findings, sorted_problems
from kiosk.show.folder import Folder
from kiosk.show.model import Show
from kiosk.show.themes import ThemeName, theme_name
from kiosk.show.yaml.nodes import Mapping, Node, Scalar
from kiosk.values import dataclass

Rotation = Literal[0, 90, 180, 270]
LanguageTag = NewType("LanguageTag", str)
Host = NewType("Host", str)  # a name or address, or all below `*.example.org`
Secrets = NewType("Secrets", tuple[tuple[str, str], ...])

_HOST = "numbers.example.org"
LATER = frozenset({"pin"})  # fields of a later kiosk


@dataclass(frozen=True, slots=True)
class Machine:
    """One machine. Where a value is None or empty, the show's own counts, or the usual.

    show: its folder as it was written, relative to the file. display: the screen's number, from 0.
    rotation: degrees by which the picture is turned clockwise on it. hosts: those that feeds may
    ask. secrets: what those are told, by the names that a show uses. watch: whether the show's
    folder is followed, and sticks. problems: what was found; a field with an error is as if nobody
    had written it.
    """

    show: str = ""
    display: int | None = None
    rotation: Rotation = 0
    screen_in: float | None = None
    viewing_m: float | None = None
    mounted_mm: float | None = None
    language: str = ""
    theme: str = ""
    hosts: tuple[str, ...] = ()
    secrets: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    watch: bool = False
    problems: tuple[Problem, ...] = field(default=(), compare=False)


@dataclass(frozen=True, kw_only=True)
class MachineFields:
    """What technicians write in machine.yaml."""

    show: str = option(
        "The show's folder; from this file's where it is no whole path.",
        "",
        zh="节目文件夹；不是完整路径时，从本文件所在的文件夹算起。",
    )
    display: int | None = option(
        "The number of the screen, as `kiosk doctor` tells it.",
        None,
        zh="第几号屏幕，见 `kiosk doctor`。",
        bounds=(0, 99),
    )
    rotation: Rotation = option(
        "How far the picture is turned clockwise on a screen that the system cannot turn: `90`.",
        0,
        zh="系统不能旋转屏幕时，画面顺时针转多少度：`90`。",
    )
    screen: Inches | None = option(
        "The screen's diagonal: `55 in`.", None, zh="屏幕的对角线：`55 in`。"
    )
    viewing: Metres | None = option(
        "How far away people stand here: `2 m`.", None, zh="这里的观众站多远：`2 m`。"
    )
    mounted: Millimetres | None = option(
        "The screen's lower edge above the floor: `800 mm`.",
        None,
        zh="屏幕下边离地多高：`800 mm`。",
    )
    language: LanguageTag = option(
        "The language it starts in: `en`.", LanguageTag(""), zh="开始时的语言：`en`。"
    )
    theme: ThemeName = option(
        "The colours: `dusk`, `paper` or `contrast`.",
        ThemeName(""),
        zh="主题：`dusk`、`paper` 或 `contrast`。",
    )
    hosts: tuple[Host, ...] = option(
        "The hosts that a show's feeds may ask: `[numbers.example.org, 10.0.0.5]`.",
        (),
        zh="节目的数据源可以访问的主机：`[numbers.example.org, 10.0.0.5]`。",
    )
    secrets: Secrets = option(
        "Keys for those hosts, by the names that feeds use: `{meter: …}`.",
        Secrets(()),
        zh="访问这些主机的密钥，数据源按名称使用：`{meter: …}`。",
    )
    watch: bool = option(
        "Whether what is saved in the show's folder is on the screen at once, and a show on a "
        "stick takes over: `true`.",
        zh="节目文件夹里一保存，屏幕上就更新；插入带节目的 U 盘，就换上它：`true`。",
        default=False,
    )


def load_machine(folder: Folder, path: str, themes: tuple[str, ...]) -> Machine:
    """The machine of the file at `path`; never raises for what stands in it, or is not there.

    themes: the names of all that there are.
    """
    findings = Findings()
    node = fields_in(folder, path, findings, phrase("'show: …', the show's folder"))
    fields = MachineFields() if node is None else _fields(node, themes, findings)
    return Machine(
        show=fields.show,
        display=fields.display,
        rotation=fields.rotation,
        screen_in=fields.screen,
        viewing_m=fields.viewing,
        mounted_mm=fields.mounted,
        language=fields.language,
        theme=fields.theme,
        hosts=tuple(str(host) for host in fields.hosts),
        secrets=fields.secrets,
        watch=fields.watch,
        problems=sorted_problems(findings.problems),
    )


def fitted(show: Show, machine: Machine) -> Show:
    """The show for a screen of the size and place that the machine's file tells."""
    return replace(
        show,
        screen_in=_first(machine.screen_in, show.screen_in),
        viewing_m=_first(machine.viewing_m, show.viewing_m),
        mounted_mm=show.mounted_mm if machine.mounted_mm is None else machine.mounted_mm,
    )


def _first(told: float | None, otherwise: float) -> float:
    return otherwise if told is None else told


def _fields(node: Mapping, themes: tuple[str, ...], findings: Findings) -> MachineFields:
    """The fields; what is wrong in them is reported and left at its default."""
    converters: dict[object, Converter] = {
        **CONVERTERS,
        LanguageTag: partial(language, example="en"),
        ThemeName: partial(theme_name, themes),
        Host: _host,
        Secrets: _secrets,
    }
    for key, _ in node.entries:
        if key.text in LATER:
            what = phrase("this kiosk does not know '{word}' yet", word=key.text)
            hint = phrase("remove it, and do not rely on it")
            findings.error(key, "not-yet", what, hint)
    known = tuple(entry for entry in node.entries if entry[0].text not in LATER)
    return Binder(findings, converters).lenient(replace(node, entries=known), MachineFields)


def _host(node: Node, binder: Binder) -> object:
    """The name of a host alone."""
    text = node.text if isinstance(node, Scalar) else ""
    if re.fullmatch(r"(\*\.)?[\w.-]+|[0-9a-fA-F:]+", text):
        return text
    found = re.fullmatch(r"\w+://([^/:@]+)(?::\d+)?(?:/.*)?", text)
    hint = write(found[1]) if found else None
    return binder.expected(node, phrase("a host such as {example}", example=_HOST), hint)


def _secrets(node: Node, binder: Binder) -> object:
    """Words by their names."""
    entries = node.entries if isinstance(node, Mapping) else ()
    found = tuple((key.text, value.text) for key, value in entries if isinstance(value, Scalar))
    if found and len(found) == len(entries):
        return found
    return binder.expected(node, phrase("names, each with its words"))
