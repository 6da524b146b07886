"""Chapters of a show, file by file; a file with a mistake takes its chapter out and no other."""

from __future__ import annotations

import re
from dataclasses import field, replace
from datetime import datetime

from kiosk.phrases import Phrase, phrase, write
from kiosk.show.facts import Facts
from kiosk.show.fields.bind import Binder
from kiosk.show.fields.feeds import FeedReader
from kiosk.show.fields.files import FileReader
from kiosk.show.fields.links import links_to
from kiosk.show.findings import Findings
from kiosk.show.folder import Folder
from kiosk.show.model import Chapter, Shape, Slide, Turn
from kiosk.show.opening.dates import ALWAYS, Dates
from kiosk.show.opening.days import dates_of
from kiosk.show.places import Places, places_of
from kiosk.show.slides import (
    STEP,
    ChapterFields,
    Frame,
    Given,
    Ids,
    Items,
    Stay,
    ids_of,
    slides_of,
)
from kiosk.show.uses import Uses
from kiosk.show.yaml.nodes import Mapping, Node
from kiosk.show.yaml.opened import opened
from kiosk.show.yaml.resolve import is_null
from kiosk.show.yaml.source import parsed
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What every field of a show is read with. language: the default one.

    at: when it is read, in the show's zone; None where that is not told. shapes: of the screens
    that the show is made for. uses: the figures that its files name.
    """

    files: FileReader
    language: str
    facts: Facts
    binder: Binder
    feeds: FeedReader
    at: datetime | None = None
    shapes: tuple[Shape, ...] = ("landscape",)
    uses: Uses = field(default_factory=Uses)


@dataclass(frozen=True, slots=True)
class _Open:
    """A chapter whose own fields are read; its slides are nodes still."""

    id: str
    fields: ChapterFields
    dates: Dates
    places: Places


def fields_in(folder: Folder, path: str, findings: Findings, example: Phrase) -> Mapping | None:
    """The fields in the file at `path`, which exists; None, reported, where there are none.

    example: what such a file begins with.
    """
    text = opened(folder, path)
    findings.problems += text.problems
    if text.source is None:
        return None
    read = parsed(text.source)
    findings.problems += read.problems
    if isinstance(read.node, Mapping):
        return read.node
    if read.node is not None:
        Binder(findings, {}).expected(
            read.node,
            phrase("fields, each as 'name: value'"),
            write(example),
        )
    elif not read.problems:
        findings.about(
            text.source.file,
            "empty-file",
            phrase("the file is empty"),
            write(example),
        )
    return None


def chapters_of(files: Items, stay: Stay, turn: Turn, reading: Reading) -> tuple[Chapter, ...]:
    """The chapters that have a slide to show."""
    opened_chapters = _all_opened(files, reading)
    slides = [(chapter.id, chapter.fields.slides.nodes) for chapter in opened_chapters]
    ids, every = Ids(reading.binder.findings), ids_of(slides)
    names = frozenset(name for given in every for name, _ in given)
    are_all = len(opened_chapters) == len(files.nodes)
    reading.uses.is_whole = reading.uses.is_whole and are_all
    links = links_to(names, are_all=are_all)
    reading = replace(reading, binder=reading.binder.knowing(links))
    found: list[Chapter] = []
    for each, given in zip(opened_chapters, every, strict=True):
        frame = Frame(
            len(found), each.fields.title, stay.seconds, turn, reading.language, each.dates,
            reading.at, reading.shapes,
        )  # fmt: skip
        chapter = _chapter(each, frame, reading, ids, given)
        if chapter.slides:
            found.append(chapter)
    return tuple(found)


def _all_opened(files: Items, reading: Reading) -> list[_Open]:
    """The chapters that can be read; the second of one id is left out, and reported."""
    found: dict[str, _Open] = {}
    ids: dict[str, str] = {}  # of each file that was opened; of one that cannot be read, nothing
    for node in files.nodes:
        path = reading.files.file(node, reading.binder)
        if not isinstance(path, str):
            continue
        if path not in ids:
            chapter = _opened(path, reading)
            ids[path] = "" if chapter is None else chapter.id
            if chapter is not None and chapter.id not in found:
                found[chapter.id] = chapter
                continue
        if ids[path]:
            _named_twice(node, ids[path], reading.binder)
    return list(found.values())


def _named_twice(node: Node, chapter_id: str, binder: Binder) -> None:
    """Reports that another chapter has that id."""
    what = phrase("another chapter has the id '{word}'", word=chapter_id)
    hint = phrase("name each file once, or write 'id:' with another id in this one")
    binder.findings.error(node, "duplicate-id", what, hint)


def _opened(path: str, reading: Reading) -> _Open | None:
    """The chapter in the file at `path`, which exists."""
    binder = reading.binder
    fields = fields_in(
        reading.files.folder, path, binder.findings, phrase("'title: …' and 'slides: …'")
    )
    if fields is None:
        return None
    reading.uses.read(fields)
    chapter = binder.lenient(fields, ChapterFields)
    slides = fields.get("slides")
    if slides is None or is_null(slides):
        hint = phrase("write 'slides:' and below it a '- ' for each slide")
        binder.findings.error(fields, "missing-field", phrase("'slides' is missing"), hint)
    dates = dates_of(fields, chapter.from_, chapter.until, reading.at, binder)
    return _Open(
        chapter.id or _id_of_file(path),
        chapter,
        dates if isinstance(dates, Dates) else ALWAYS,
        places_of(fields),
    )


def _id_of_file(path: str) -> str:
    """The file's name as an id: what is no letter or digit becomes a hyphen."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    return re.sub(r"[^\w-]+", "-", stem).strip("-") or "chapter"


def _chapter(
    chapter: _Open, frame: Frame, reading: Reading, ids: Ids, given: list[Given]
) -> Chapter:
    """The chapter with the slides that have no mistake."""
    nodes = chapter.fields.slides.nodes
    slides = tuple(
        slide
        for node, each in zip(nodes, given, strict=True)
        for slide in slides_of(node, each, frame, reading.binder, ids)
    )
    slides = tuple(
        _in_time(slide, slides[place - 1], frame.turn) if place else slide
        for place, slide in enumerate(slides)
    )
    fields = chapter.fields
    return Chapter(chapter.id, fields.title, slides, fields.picture, chapter.places)


def _in_time(slide: Slide, before: Slide, turn: Turn) -> Slide:
    """The slide, with time for what morphs into it where only the show says how it comes on."""
    if slide.turn != turn or turn.duration_s == 0.0 or not slide.morphing & before.morphing:
        return slide
    return replace(slide, turn=replace(turn, duration_s=max(turn.duration_s, STEP.duration_s)))
