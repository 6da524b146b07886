"""A folder of YAML → a show, or one line that says why there is none. Never raises for content."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NewType

from kiosk.data.quantity import Quantity
from kiosk.data.table import Table
from kiosk.data.text import NO_TEXT, Prose, Text
from kiosk.options import Seconds, option
from kiosk.phrases import phrase
from kiosk.problems import Problem
from kiosk.show.chapters import Reading, chapters_of, fields_in
from kiosk.show.facts import Facts, Words, facts_of
from kiosk.show.fields.annotations import AnnotationReader
from kiosk.show.fields.bind import Binder, Converter
from kiosk.show.fields.canvas import Canvas, canvas, places_on
from kiosk.show.fields.charts import CONVERTERS as CHARTS
from kiosk.show.fields.feeds import FeedReader
from kiosk.show.fields.files import FileReader
from kiosk.show.fields.languages import languages_of
from kiosk.show.fields.layouts import CONVERTERS as LAYOUTS
from kiosk.show.fields.prose import ProseReader
from kiosk.show.fields.tables import DataReader
from kiosk.show.fields.texts import Missing, TextReader
from kiosk.show.fields.values import CONVERTERS as VALUES
from kiosk.show.fields.values import Inches, Metres, Millimetres
from kiosk.show.findings import Findings, sorted_problems
from kiosk.show.folder import Folder, file_name
from kiosk.show.model import Home, Shape, Show, Turn
from kiosk.show.opening.hours import Hours
from kiosk.show.opening.timetable import CONVERTERS as HOURS
from kiosk.show.places import places_of
from kiosk.show.slides import CONVERTERS as PARTS
from kiosk.show.slides import ChapterFiles, Items, Notes, Stay
from kiosk.show.themes import ThemeName, load_theme, theme_name
from kiosk.show.yaml.nodes import Mapping, Node, Scalar
from kiosk.show.yaml.opened import UNREADABLE
from kiosk.show.yaml.resolve import is_null, number_of
from kiosk.theme import Theme
from kiosk.values import dataclass

Languages = NewType("Languages", tuple[str, ...])  # read before the other fields
FactsFile = NewType("FactsFile", str)  # read before the other fields

VERSION = 1
_NOTHING = UNREADABLE | {"no-folder", "no-show-file"}
_INVITATIONS = (("zh", "轻触屏幕，开始参观"), ("en", "Touch to begin"))


@dataclass(frozen=True, slots=True)
class NoShow:
    """There is nothing to show. problem: the one line that says why; problems: all findings."""

    problem: Problem
    problems: tuple[Problem, ...] = ()

    @property
    def is_mistaken(self) -> bool:
        """Whether a show was written here and its mistakes leave nothing of it.

        Otherwise nothing is there, or it is no text, or over budget.
        """
        errors = {p.code for p in self.problems if p.level == "error"}
        return self.problem.code not in _NOTHING and bool(errors - {"no-slides"})


@dataclass(frozen=True, kw_only=True)
class ShowFields:
    """What staff write in show.yaml."""

    kiosk: int = option("The language's version: 1.", VERSION, zh="写法的版本：1。")
    title: Text = option("The show's title.", NO_TEXT, zh="节目的标题。")
    languages: Languages = option(
        "`[zh, en]`; the first is the default.",
        Languages(()),
        zh="语言，第一种是默认的：`[zh, en]`。",
    )
    theme: ThemeName = option(
        "The colours: `dusk`, `paper` or `contrast`.",
        ThemeName(""),
        zh="主题：`dusk`、`paper` 或 `contrast`。",
    )
    facts: FactsFile = option("The file of the figures.", FactsFile(""), zh="数字表的文件。")
    idle: Seconds = option(
        "Untouched for so long, the show plays by itself.",
        Seconds(45.0),
        zh="多久没有人触摸，就自动播放。",
    )
    stay: Stay = option(
        "How long a slide stays: `auto` or `9 s`.", Stay(), zh="每页停留多久：`auto` 或 `9 s`。"
    )
    transition: Turn = option(
        "How one slide gives way to the next.", Turn(), zh="一页怎样切换到下一页。"
    )
    canvas: Canvas = option(
        "A wide page in the units of `at`: `1920 x 1080`; a tall one has its sides swapped.",
        Canvas(),
        zh="横屏页面的大小，`at` 按它来写：`1920 x 1080`；竖屏则宽高互换。",
    )
    screen: Inches = option(
        "The screen's diagonal: `43 in`.", Inches(43.0), zh="屏幕的对角线：`43 in`。"
    )
    viewing: Metres = option(
        "How far away people stand: `1.5 m`.", Metres(1.5), zh="观众站多远：`1.5 m`。"
    )
    mounted: Millimetres | None = option(
        "The screen's lower edge above the floor: `800 mm`.",
        None,
        zh="屏幕下边离地多高：`800 mm`。",
    )
    shapes: tuple[Shape, ...] = option(
        "The shapes of screen it is made for: `[landscape, portrait]`.",
        ("landscape",),
        zh="为哪种方向的屏幕制作：`[landscape, portrait]`。",
    )
    home: Home = option(
        "`windows`: one for each chapter; `none`: visits start at the first slide.",
        "windows",
        zh="`windows`：每章一个窗口；`none`：观众从第一页看起。",
    )
    hours: Hours | None = option(
        'When it is open: `{mon-fri: "08:30-18:00", sat: closed}`, with `holidays:` '
        "(`{2026-12-25: closed}`) and `zone:` (`Asia/Shanghai`). Else a dark slide is shown.",
        None,
        zh='开放时间：`{mon-fri: "08:30-18:00", sat: closed}`，还可以写 `holidays:`（'
        "`{2026-12-25: closed}`）和 `zone:`（`Asia/Shanghai`）。其余时间显示暗屏。",
    )
    invitation: Text = option("The line that invites to touch.", NO_TEXT, zh="请观众触摸的一行字。")
    chapters: ChapterFiles = option(
        "The chapters' files, in order.", ChapterFiles(Items(())), zh="各章的文件，按顺序。"
    )


def load(
    folder: Folder,
    themes: MappingABC[str, bytes],
    at: datetime | None = None,
    missing: Missing | None = None,
) -> Show | NoShow:
    """The show in `folder`. themes: the program's theme files by name; not empty.

    Mistakes are in the show's problems, and the slides and chapters that have them are left out.
    at: a moment that knows its zone; what nobody sees any more then is a warning. missing: tells
    which characters of a text no font has; each is a warning. Where it is given the show is being
    checked, and figures that differ between languages are warnings too, and texts for all languages
    that are read in one alone.
    """
    findings = Findings()
    node = _show_node(folder, findings)
    if node is None or _is_newer(node, findings):
        return _refused(findings)
    colours = _themes(themes, findings)
    languages = languages_of(node, Binder(findings, {}))
    reading = _reading(folder, node, languages, tuple(colours), findings, missing)
    fields = _show_fields(node, reading, tuple(colours))
    binder = reading.binder.knowing(places_on(fields.canvas))
    reading = replace(reading, binder=binder, at=_in_zone(at, fields.hours), shapes=fields.shapes)
    reading.uses.read(node)
    chapters = chapters_of(fields.chapters, fields.stay, fields.transition, reading)
    if not any(not slide.is_hidden for chapter in chapters for slide in chapter.slides):
        return _without_slides(folder, findings)
    return Show(
        title=fields.title,
        languages=languages,
        chapters=chapters,
        themes=colours,
        theme=fields.theme,
        idle_s=fields.idle,
        screen_in=fields.screen,
        viewing_m=fields.viewing,
        mounted_mm=fields.mounted,
        hours=fields.hours,
        home=fields.home,
        shapes=fields.shapes,
        facts=dict(reading.facts.quantities),
        first=reading.feeds.first,
        invitation=fields.invitation if fields.invitation.versions else Text(_INVITATIONS),
        problems=sorted_problems(findings.problems),
        places=places_of(node),
        unused=reading.uses.unused(reading.facts),
    )


def _in_zone(at: datetime | None, hours: Hours | None) -> datetime | None:
    """The moment as a clock in the hall shows it."""
    zone = None if hours is None else hours.zone
    return at if at is None or zone is None else at.astimezone(zone)


def _show_node(folder: Folder, findings: Findings) -> Mapping | None:
    """show.yaml's fields; None where there are none, which is reported."""
    if not folder.exists(""):
        what = phrase("there is no folder '{name}'", name=folder.name)
        hint = phrase("check the name, or run `cd` to where the folder lies first")
        if folder.name.endswith((".yaml", ".yml")):
            hint = phrase("name the show's folder, not a file in it")
        findings.about(folder.name, "no-folder", what, hint)
        return None
    if not folder.exists("show.yaml"):
        near = next((n for n in folder.names() if n.casefold().startswith("show.")), "")
        hint = (
            phrase("rename '{near}' to 'show.yaml'", near=near)
            if near
            else phrase("write one, or name another folder")
        )
        findings.about(
            folder.name, "no-show-file", phrase("there is no show.yaml in the folder"), hint
        )
        return None
    if not folder.is_inside("show.yaml"):
        what = phrase("'{path}' is a link that leads out of the show's folder", path="show.yaml")
        hint = phrase("copy the file itself into the show's folder")
        findings.about(folder.name, "outside-path", what, hint)
        return None
    return fields_in(folder, "show.yaml", findings, phrase("'title: …' and 'chapters: …'"))


def _is_newer(node: Mapping, findings: Findings) -> bool:
    """Whether the show is written for a later version of the language."""
    value = node.get("kiosk")
    version = number_of(value) if isinstance(value, Scalar) else None
    if version is None or version <= VERSION or value is None:
        return False
    what = phrase(
        "the show needs version {needed} of the language, and this kiosk knows {known}",
        needed=f"{version:g}",
        known=VERSION,
    )
    findings.error(value, "newer-show", what, phrase("install a newer kiosk"))
    return True


def _themes(files: MappingABC[str, bytes], findings: Findings) -> dict[str, Theme]:
    """The themes that could be read. Raises ValueError when none could: those are our own files."""
    found = {}
    for name, content in files.items():
        read = load_theme(name, content)
        findings.problems += read.problems
        if read.theme is not None:
            found[name] = read.theme
    if not found:
        message = "none of the program's themes can be read"
        raise ValueError(message)
    return found


def _reading(
    folder: Folder,
    node: Mapping,
    languages: tuple[str, ...],
    themes: tuple[str, ...],
    findings: Findings,
    missing: Missing | None,
) -> Reading:
    """What every other field of the show is read with: languages, facts, files."""
    files = FileReader(folder, themes)
    facts = _facts(node, files, languages, findings, compares=missing is not None)
    texts = TextReader(languages, facts, missing=missing, compares=missing is not None)
    feeds = FeedReader(files, Words(languages))
    data = DataReader(texts, feeds)
    converters: dict[object, Converter] = {
        **VALUES,
        **files.converters(),
        **feeds.converters(),
        **CHARTS,
        **LAYOUTS,
        **PARTS,
        **HOURS,
        Text: texts,
        Prose: ProseReader(texts),
        Canvas: canvas,
        **places_on(Canvas()),
        Notes: ProseReader(texts.quiet()),
        **AnnotationReader(data).converters(),
        Quantity: data.quantity,
        Table: data.table,
    }
    return Reading(files, languages[0], facts, Binder(findings, converters), feeds)


def _facts(
    node: Mapping,
    files: FileReader,
    languages: tuple[str, ...],
    findings: Findings,
    *,
    compares: bool,
) -> Facts:
    """The facts of the file that `facts` names; none where that is missing or broken."""
    value = node.get("facts")
    if value is None or is_null(value):
        return Facts()
    path = files.file(value, Binder(findings, {}))
    if not isinstance(path, str):
        return Facts(is_lost=True)
    fields = fields_in(files.folder, path, findings, phrase("'facts:' and below it the figures"))
    if not fields:
        return Facts(is_lost=True)
    return facts_of(fields, languages, findings, compares=compares)


def _show_fields(node: Mapping, reading: Reading, themes: tuple[str, ...]) -> ShowFields:
    """The show's own fields; what is wrong in them is reported and left at its default."""
    converters: dict[object, Converter] = {
        **reading.binder.converters,
        Languages: _read_before,
        FactsFile: _read_before,
        ThemeName: partial(theme_name, themes),
    }
    binder = Binder(reading.binder.findings, converters)
    fields = binder.lenient(node, ShowFields)
    if node.get("chapters") is None:
        hint = phrase("write 'chapters: [first.yaml, second.yaml]'")
        binder.findings.error(node, "missing-field", phrase("'chapters' is missing"), hint)
    if fields.theme:
        return fields
    return replace(fields, theme=ThemeName("dusk" if "dusk" in themes else themes[0]))


def _read_before(node: Node, binder: Binder) -> object:
    """Nothing: the field was read before the others, which depend on it."""
    del node, binder
    return None


def _refused(findings: Findings) -> NoShow:
    """Why show.yaml cannot be used: the error that stopped the reading."""
    last = [p for p in findings.problems if p.level == "error"][-1]
    return NoShow(last, sorted_problems(findings.problems))


def _without_slides(folder: Folder, findings: Findings) -> NoShow:
    """Why no slide is left: a chapter that is no text at all, or the mistakes in all of them."""
    unreadable = [p for p in findings.problems if p.code in UNREADABLE]
    if not unreadable:
        errors = [p for p in findings.problems if p.level == "error"]
        hint = phrase("write slides in a chapter's file")
        if errors:
            span = errors[0].span
            hint = phrase(
                "correct the errors, the first in {file}:{line}", file=span.file, line=span.line
            )
        file = file_name(folder, "show.yaml")
        findings.about(file, "no-slides", phrase("no slide can be shown"), hint)
    return NoShow((unreadable or findings.problems[-1:])[0], sorted_problems(findings.problems))
