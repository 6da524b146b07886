"""`kiosk check`: everything that is wrong with a show, for people or as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from kiosk.author.checking import whole
from kiosk.author.checking.unlisted import unlisted
from kiosk.author.checking.visual import looks_of, seen_wrong
from kiosk.author.counting import counted
from kiosk.author.fixing import fix
from kiosk.author.folder import DiskFolder, theme_files
from kiosk.author.pictures import refusal_of, unusable
from kiosk.author.progress import Tell, progress
from kiosk.author.stills import Studio
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.problems import Problem, rendered
from kiosk.show.findings import sorted_problems
from kiosk.show.load import NoShow, load
from kiosk.show.model import Show
from kiosk.show.yaml.opened import opened
from kiosk.stage.app import application
from kiosk.stage.clock import wall_time
from kiosk.stage.fonts.coverage import Coverage
from kiosk.stage.fonts.glyphs import Lines
from kiosk.stage.fonts.measure import QtMeasure
from kiosk.stage.pictures.assets import Assets
from kiosk.stage.vetting.brought import unusable_fonts
from kiosk.stage.vetting.show_fonts import ShowFonts
from kiosk.values import dataclass

CLEAN, HAS_ERRORS, IS_NO_SHOW = 0, 1, 2


def check(
    folder: Path,
    *,
    as_json: bool = False,
    strict: bool = False,
    every: bool = False,
    mends: bool = False,
    language: Language = "en",
) -> int:
    """Prints what is wrong with the show in `folder`; the command's exit status.

    every: whether it is looked at in every theme and shape, and not in its own alone. mends:
    whether what is mechanical is mended first, which is told before the rest.
    """
    if mends:
        for one in fix(folder, wall_time()):
            print(one.told(language), file=sys.stderr if as_json else sys.stdout)
    with progress(phrase("looking at the slides"), language) as tell_done:
        show = found_in(folder, tell_done, every=every)
    report = (
        json_report(show, strict=strict, language=language)
        if as_json
        else text_report(show, folder.as_posix(), language)
    )
    sys.stdout.write(report + "\n")
    return status_of(show, strict=strict)


def found_in(
    folder: Path, tell_done: Tell, *, every: bool = False, is_alone: bool = False
) -> Show | NoShow:
    """The show in `folder` with all its problems, those that only an eye would find too.

    tell_done: is called with how many slides were looked at. every: as for `check`. is_alone:
    whether no other process may help.
    """
    fonts = ShowFonts()
    brought = fonts.vetted(folder)

    def families() -> tuple[str, ...]:
        """Those of the show's fonts."""
        application("offscreen")
        return fonts.load(brought)

    disk = DiskFolder(folder)
    show = load(disk, theme_files(), wall_time(), Coverage(families).missing)
    found = unusable_fonts(brought, folder.as_posix())
    if not isinstance(show, Show):
        return replace(show, problems=(*show.problems, *found))
    assets = Assets(folder)
    studio = Studio(show, assets, Lines(families()), brought.refusals)
    found += unusable(show, folder.as_posix(), partial(refusal_of, assets))
    found += tuple(unlisted(disk))
    found += tuple(whole.found(show, whole.entries(show, lambda: QtMeasure(studio.lines))))
    looks = looks_of(show, every=every)
    found += seen_wrong(studio, folder, looks, tell_done, is_alone=is_alone)
    lines = _Lines(disk)
    return replace(show, problems=sorted_problems([*show.problems, *map(lines.shown_in, found)]))


@dataclass(slots=True)
class _Lines:
    """The lines of a show's files, each read once."""

    folder: DiskFolder
    _files: dict[str, list[str]] = field(default_factory=dict)

    def shown_in(self, problem: Problem) -> Problem:
        """The problem with the line that it stands in, where that is one of text."""
        span = problem.span
        if span.file not in self._files:
            path = span.file.removeprefix(f"{self.folder.name}/")
            is_text = path.endswith((".yaml", ".yml"))
            source = opened(self.folder, path).source if is_text else None
            self._files[span.file] = [] if source is None else source.lines
        lines = self._files[span.file]
        return problem if span.line > len(lines) else replace(problem, snippet=lines[span.line - 1])


def status_of(show: Show | NoShow, *, strict: bool = False) -> int:
    """0 for a clean show or one with warnings only, 1 for errors, 2 for no show at all.

    A file that is text with mistakes is a show with errors, even where nothing is left to play.
    strict: warnings count as errors.
    """
    if isinstance(show, NoShow) and not show.is_mistaken:
        return IS_NO_SHOW
    levels = {problem.level for problem in show.problems}
    return HAS_ERRORS if "error" in levels or (strict and "warning" in levels) else CLEAN


def text_report(show: Show | NoShow, name: str, language: Language = "en") -> str:
    """All problems with their snippets, and a last line that counts them."""
    found = [rendered(problem, language) for problem in show.problems]
    return "\n".join([*found, said(_summary(show, name), language)])


def json_report(show: Show | NoShow, *, strict: bool = False, language: Language = "en") -> str:
    """The problems as JSON: a list under `problems`, and the exit status.

    What people read of it, `what` and `hint`, is in `language`.
    """
    return json.dumps(
        {
            "status": status_of(show, strict=strict),
            "slides": [] if isinstance(show, NoShow) else [slide.id for slide in show.slides],
            "problems": [_as_json(problem, language) for problem in show.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _summary(show: Show | NoShow, name: str) -> Phrase:
    """One line: how many problems, and how much there is to show."""
    wrong = counted(show.problems)
    if isinstance(show, NoShow):
        return phrase("{name}: nothing to show, {wrong}", name=name, wrong=wrong)
    return phrase(
        "{name}: {slides} in {chapters}, in {languages}: {wrong}",
        name=name,
        slides=_slides(len(show.slides)),
        chapters=_chapters(len(show.chapters)),
        languages=", ".join(show.languages),
        wrong=wrong,
    )


def _slides(count: int) -> Phrase:
    return phrase("1 slide") if count == 1 else phrase("{count} slides", count=count)


def _chapters(count: int) -> Phrase:
    return phrase("1 chapter") if count == 1 else phrase("{count} chapters", count=count)


def _as_json(problem: Problem, language: Language) -> dict[str, object]:
    span = problem.span
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "level": problem.level,
        "code": problem.code,
        "what": said(problem.what, language),
        "hint": "" if problem.hint is None else said(problem.hint, language),
    }
