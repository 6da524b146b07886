"""Chapter files: the fields of chapters and slides, and slides out of them."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import field, replace
from datetime import datetime
from typing import NewType

from kiosk.charts.base import Chart
from kiosk.data.text import NO_TEXT, Prose, Text
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.elements.base import Element
from kiosk.kinds import kind_names
from kiosk.layouts.base import Layout, Parts
from kiosk.layouts.exceptions import flowing
from kiosk.layouts.named import elements_of
from kiosk.layouts.sources import sources_of
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.options import FileChoice, option
from kiosk.phrases import phrase, quoted, write
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Unfit, yaml_name
from kiosk.show.fields.charts import Hero
from kiosk.show.fields.layouts import default_layout, warn_of_unshown
from kiosk.show.fields.links import warn_of_own_links
from kiosk.show.fields.values import Name, seconds, timed
from kiosk.show.findings import Findings, first_place
from kiosk.show.model import Shape, Slide, Turn
from kiosk.show.opening.dates import ALWAYS, Dates
from kiosk.show.opening.days import CONVERTERS as DAYS
from kiosk.show.opening.days import Since, Until, dates_of
from kiosk.show.places import places_of
from kiosk.show.reading import reading_s
from kiosk.show.steps import Steps, changed, steps_in
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence, inner
from kiosk.values import dataclass

RESERVED = frozenset({"home", "strip", "access", "countdown", "night", "staff"})

STEP = Turn("dissolve", 1.2)  # how each step follows

Notes = NewType("Notes", Text)  # a text that is never on the screen
Picture = NewType("Picture", Element)
Change = NewType("Change", Chart)  # of a chart's fields


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a slide stays in the loop; None is `auto`."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list that is read item by item, so that one mistake does not spoil the others."""

    nodes: tuple[Node, ...]


Slides = NewType("Slides", Items)
ChapterFiles = NewType("ChapterFiles", Items)


@dataclass(frozen=True, kw_only=True)
class SlideFields:
    """What staff write about one slide."""

    id: Name = option(
        "A name, unique in the show; `chapter-3` if left out.",
        Name(""),
        zh="名称，全节目不能重复；不写就是 `chapter-3` 这样的。",
    )
    title: Text = option("The title.", NO_TEXT, zh="标题。")
    subtitle: Text = option(
        "Below the title; if left out, the title's other language.",
        NO_TEXT,
        zh="标题下面的一行；不写就是标题的另一种语言。",
    )
    layout: Layout | None = option(
        "How the parts are arranged; chosen by what there is.",
        None,
        zh="版式；不写就按内容选一种。",
    )
    picture: Picture | None = option(
        "A file's name, or the fields of a picture.", None, zh="图片文件名，或图片的各项内容。"
    )
    text: Prose = option(
        "A paragraph or a few; `- ` begins an item of a list, and `*words*` stand out.",
        Prose(NO_TEXT),
        zh="一段或几段文字；「- 」开头的是列表的一项，「*文字*」会突出显示。",
    )
    caption: Text = option(
        "A small line: where and when the figures are from.",
        NO_TEXT,
        zh="一行小字：数字出自哪里、什么时候。",
    )
    source: Text = option(
        "Who says what charts show, instead of the sources of their facts; `none`: no such line.",
        NO_TEXT,
        zh="图表数据的来源，代替数字表里写的来源；写 `none` 就不显示这一行。",
    )
    number: Hero | None = option(
        "A big figure: `$fact`, a number, or fields of one.",
        None,
        zh="一个大数字：`$fact`、一个数，或它的各项内容。",
    )
    chart: Chart | None = option(
        "A chart: `{type: bar, data: …}`.", None, zh="一个图表：`{type: bar, data: …}`。"
    )
    charts: tuple[Chart, ...] = option("Several charts.", (), zh="几个图表。")
    steps: Steps = option(
        "What changes on it, step by step, by touch or time: `- chart: {highlight: Cars}`.",
        Steps(),
        zh="这一页上一步一步的变化，触摸或到时间就进一步：`- chart: {highlight: 汽车}`。",
    )
    stay: Stay | None = option(
        "How long it stays in the loop: `auto` or `9 s`.",
        None,
        zh="循环时停留多久：`auto` 或 `9 s`。",
    )
    loop: bool = option(
        "`false`: for visitors only, not in the loop.",
        zh="`false`：只给观众翻看，不在循环里。",
        default=True,
    )
    hidden: bool = option("`true`: shown to nobody.", zh="`true`：不给任何人看。", default=False)
    from_: Since | None = option(
        "Shown from then on: `2026-12-01`, `2026-12-01 18:00`.",
        None,
        zh="从什么时候起显示：`2026-12-01`、`2026-12-01 18:00`。",
    )
    until: Until | None = option(
        "Shown up to then, the day itself included.", None, zh="显示到什么时候，包括当天。"
    )
    transition: Turn | None = option(
        "How it comes on: `dissolve 800 ms`, `push`, `cut`.",
        None,
        zh="怎样切换进来：`dissolve 800 ms`、`push`、`cut`。",
    )
    notes: Notes = option(
        "Spoken or remembered, never on the screen.",
        Notes(NO_TEXT),
        zh="讲解词或备忘，不会显示在屏幕上。",
    )


@dataclass(frozen=True, kw_only=True)
class StepFields:
    """What staff write about one step: the fields of the slide that are others from then on."""

    chart: Change | None = option(
        "What changes in the chart: `{highlight: Cars}`, `{type: pie}`.",
        None,
        zh="图表有什么变化：`{highlight: 汽车}`、`{type: pie}`。",
    )
    title: Text = option("Another title.", NO_TEXT, zh="换一个标题。")
    subtitle: Text = option("Another line below the title.", NO_TEXT, zh="换一行副标题。")
    text: Prose = option("Another text.", Prose(NO_TEXT), zh="换一段文字。")
    caption: Text = option("Another small line.", NO_TEXT, zh="换一行小字。")
    source: Text = option(
        "Another source; `none`: no such line.", NO_TEXT, zh="换一个来源；写 `none` 就不显示。"
    )
    number: Hero | None = option("Another big figure.", None, zh="换一个大数字。")
    stay: Stay | None = option(
        "How long this step stays in the loop: `auto` or `9 s`.",
        None,
        zh="循环时这一步停留多久：`auto` 或 `9 s`。",
    )
    notes: Notes = option(
        "Spoken or remembered, never on the screen.",
        Notes(NO_TEXT),
        zh="讲解词或备忘，不会显示在屏幕上。",
    )


@dataclass(frozen=True, kw_only=True)
class ChapterFields:
    """What staff write about one chapter."""

    id: Name = option(
        "A name, unique in the show; the file's name if left out.",
        Name(""),
        zh="名称，全节目不能重复；不写就是文件名。",
    )
    title: Text = option("The chapter's title.", NO_TEXT, zh="这一章的标题。")
    picture: FileChoice | None = option(
        "Its window on the home screen.", None, zh="主页上这一章的图片。"
    )
    from_: Since | None = option(
        "Its slides are shown from then on: `2026-12-01`.",
        None,
        zh="从什么时候起显示这一章：`2026-12-01`。",
    )
    until: Until | None = option(
        "Its slides are shown up to then, the day included.",
        None,
        zh="这一章显示到什么时候，包括当天。",
    )
    slides: Slides = option("The slides, in order.", Slides(Items(())), zh="各页，按顺序。")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a slide takes over from its show and chapter. index: the chapter's, from 0.

    dates: the chapter's. at: when it is read, in the show's zone; None where that is not told.
    shapes: of the screens that the show is made for.
    """

    index: int
    title: Text
    stay_s: float | None
    turn: Turn
    language: str
    dates: Dates = ALWAYS
    at: datetime | None = None
    shapes: tuple[Shape, ...] = ("landscape",)


def slides_of(
    node: Node, given: Given, frame: Frame, binder: Binder, ids: Ids
) -> tuple[Slide, ...]:
    """The slide and its steps; none of them where one has a mistake, which is reported."""
    is_free = ids.is_free(given)
    if not isinstance(node, Mapping):
        binder.expected(
            node,
            phrase("a slide's fields"),
            phrase("write 'title: …' and the other fields below it"),
        )
        return ()
    found = _slide(node, given[0], frame, binder)
    if found is None or not is_free:
        return ()
    slides, steps = [found[0]], found[1].nodes
    for number, step in enumerate(steps, 1):
        after = changed(node, step, binder)
        following = _slide(after, f"{given[0]}.{number}", frame, binder)
        if following is not None:
            node, last = after, slides[-1]
            slides.append(replace(following[0], of=given[0], known=last.parts, turn=STEP))
    return tuple(slides) if len(slides) > len(steps) else ()


def _slide(
    node: Mapping, slide_id: str, frame: Frame, binder: Binder
) -> tuple[Slide, Steps] | None:
    """The slide, and what its steps change; None when it has a mistake, which is reported."""
    written = binder.bound(node, SlideFields)
    if isinstance(written, Unfit):
        return None
    dates = dates_of(node, written.from_, written.until, frame.at, binder)
    if isinstance(dates, Unfit):
        return None
    charts = (*((written.chart,) if written.chart else ()), *written.charts)
    parts = Parts(
        title=written.title,
        subtitle=written.subtitle,
        text=written.text,
        caption=written.caption,
        sources=sources_of(charts, written.number, written.source),
        picture=written.picture,
        number=written.number,
        charts=charts,
        chapter=frame.index,
        chapter_title=frame.title,
    )
    if not _is_whole(parts, node, binder):
        return None
    left = _left_to_layouts(parts, frame.shapes)
    layout = written.layout or default_layout(left, binder)
    warn_of_unshown(left, layout, node, binder)
    warn_of_own_links(node, slide_id, binder)
    stay_s = written.stay.seconds if written.stay else frame.stay_s
    drift_s = reading_s(parts, frame.language) if stay_s is None else stay_s
    slide = Slide(
        id=slide_id,
        chapter=frame.index,
        layout=layout,
        parts=replace(parts, stay_s=drift_s),
        stay_s=stay_s,
        in_loop=written.loop,
        is_hidden=written.hidden,
        dates=dates.within(frame.dates),
        turn=written.transition or frame.turn,
        notes=written.notes,
        places=places_of(node),
    )
    return slide, written.steps


Given = tuple[str, Scalar | None]  # a slide's id, and where it was written


@dataclass(slots=True)
class Ids:
    """Sees to it that no two slides have one id; lives as long as one load."""

    findings: Findings
    _first: dict[str, Scalar | None] = field(default_factory=dict)

    def is_free(self, given: Given) -> bool:
        """Whether no slide before has that id, nor the program itself; else it is reported."""
        slide_id, written = given
        if written is not None and slide_id in RESERVED:
            what = phrase("'{word}' is a name that the program uses itself", word=slide_id)
            self.findings.error(written, "reserved-id", what, phrase("choose another id"))
            return False
        if written is not None and slide_id in self._first:
            first = self._first[slide_id]
            related = first_place(first, phrase("the other one")) if first else None
            what = phrase("another slide has the id '{word}'", word=slide_id)
            self.findings.error(written, "duplicate-id", what, phrase("choose another id"), related)
            return False
        self._first[slide_id] = written
        return True


def ids_of(chapters: list[tuple[str, tuple[Node, ...]]]) -> list[list[Given]]:
    """The ids of each chapter's slides: those written, and for the others `chapter-3`."""
    written = [[_written_id(node) for node in nodes] for _, nodes in chapters]
    taken = {scalar.text for scalars in written for scalar in scalars if scalar}
    tries: dict[str, int] = {}
    return [
        [
            (scalar.text, scalar)
            if scalar
            else (_free(f"{chapter_id}-{number}", taken, tries), None)
            for number, scalar in enumerate(scalars, 1)
        ]
        for (chapter_id, _), scalars in zip(chapters, written, strict=True)
    ]


def _free(name: str, taken: set[str], tries: dict[str, int]) -> str:
    """The name, or with `-x`, `-x2` … behind it. tries: how far that has gone for each name."""
    free = name
    while free in taken:
        tries[name] = tries.get(name, 0) + 1
        free = f"{name}-x" if tries[name] == 1 else f"{name}-x{tries[name]}"
    taken.add(free)
    return free


def _written_id(node: Node) -> Scalar | None:
    value = node.get("id") if isinstance(node, Mapping) else None
    return value if isinstance(value, Scalar) and value.text else None


def _is_whole(parts: Parts, node: Mapping, binder: Binder) -> bool:
    """Whether there is something to show, and no two elements have one id."""
    elements = [e for e in (parts.picture, parts.number, *parts.charts) if e is not None]
    texts = (parts.title, parts.subtitle, parts.text, parts.caption)
    if not elements and not any(t.versions for t in texts):
        hint = phrase("write a title, text, picture or chart, or remove the slide")
        binder.findings.error(node, "empty-slide", phrase("the slide shows nothing"), hint)
        return False
    ids = [e.id for e in elements if e.id]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice is not None:
        what = phrase("two elements of the slide have the id '{word}'", word=twice)
        binder.findings.error(node, "duplicate-id", what, phrase("give each its own"))
        return False
    return True


def _left_to_layouts(parts: Parts, shapes: tuple[Shape, ...]) -> Parts:
    """The parts without those that have a place of their own on every shape of screen."""
    own = {
        key
        for key, element in elements_of(parts).items()
        if all((element.at if shape == "landscape" else element.at_portrait) for shape in shapes)
    }
    return flowing(parts, frozenset(own))


def _picture(node: Node, binder: Binder) -> object:
    cls = binder.known_kind("picture", ELEMENTS, Element)
    return binder.bound(node, cls)


def _stay(node: Node, binder: Binder) -> object:
    if isinstance(node, Scalar) and node.text == "auto":
        return Stay()
    value = seconds(node, binder)
    return Stay(value) if isinstance(value, float) else UNFIT


def _turn(node: Node, binder: Binder) -> object:
    """A transition's name, and how long it takes."""
    words = node.text.split(maxsplit=1) if isinstance(node, Scalar) else []
    if not words or not isinstance(node, Scalar):
        return binder.expected(node, phrase("a transition"), write(quoted("dissolve 800 ms")))
    names = kind_names(TRANSITIONS)
    if words[0] not in names:
        hint = binder.findings.meant_kind(words[0], names)
        what = phrase("unknown transition '{word}'", word=words[0])
        binder.findings.error(inner(node, 0, len(words[0])), "unknown-kind", what, hint)
        return UNFIT
    duration = timed(node, words, binder)
    if duration is UNFIT:
        return UNFIT
    default = 0.0 if words[0] == "cut" else Turn().duration_s
    return Turn(words[0], duration if isinstance(duration, float) else default)


def _items(node: Node, binder: Binder) -> object:
    if isinstance(node, Sequence):
        return Items(node.items)
    hint = (
        write(f"[{node.text}]") if isinstance(node, Scalar) else phrase("start each item with '- '")
    )
    return binder.expected(node, phrase("a list"), hint)


def _steps(node: Node, binder: Binder) -> object:
    return steps_in(node, tuple(map(yaml_name, StepFields.__dataclass_fields__)), binder)


CONVERTERS: MappingABC[object, Converter] = {
    **DAYS,
    Steps: _steps,
    Picture: _picture,
    Stay: _stay,
    Turn: _turn,
    Slides: _items,
    ChapterFiles: _items,
}
