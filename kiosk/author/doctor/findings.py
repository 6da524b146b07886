"""What a machine's facts mean for playing a show, and what to do where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from kiosk.phrases import Phrase, phrase
from kiosk.stage.libraries import LIBRARIES
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.stage.machine.facts import Facts, MachineFile, ScreenFact, Version

Level = Literal["ok", "note", "wrong"]

_SAFE_QT = (6, 11, 3)
_CRASHING_QT, _CRASHING_ON = (6, 12), (3, 11)  # it loses count of None, True and False
_LEAST_GB, _LEAST_FREE_GB = 1.0, 0.5
_LEAST_DISK_GB = 0.2
_OLDEST_YEAR = 2026  # an earlier one is that of a clock whose battery is empty
_MOST_DIFFERENCE = 0.1  # between the diagonal that is stated and the one that a screen tells


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. hint: what to do, or None. wrong: a show cannot be played."""

    level: Level
    about: Phrase
    what: Phrase
    hint: Phrase | None = None


def findings_of(facts: Facts) -> tuple[Finding, ...]:
    """All that was looked at, in the order of how soon it matters."""
    return (
        *_libraries(facts),
        *_qt(facts),
        *_screens(facts),
        *_touch(facts),
        *_fonts(facts),
        *_machine_file(facts),
        *_memory(facts),
        *_disk(facts),
        *_language(facts),
        *_time(facts),
    )


def is_well(findings: tuple[Finding, ...]) -> bool:
    """Whether a show can be played."""
    return not any(finding.level == "wrong" for finding in findings)


def _dotted(version: Version) -> str:
    return ".".join(map(str, version))


def _libraries(facts: Facts) -> Iterator[Finding]:
    """What Qt needs from the system."""
    about = phrase("libraries")
    if not facts.libraries:
        yield Finding("ok", about, phrase("all that Qt needs from the system is there"))
        return
    packages = " ".join(dict.fromkeys(LIBRARIES[name] for name in facts.libraries))
    what = phrase("Qt opens no window without {names}", names=", ".join(facts.libraries))
    if facts.packages == "apt-get":
        hint = Phrase(f"sudo apt-get install {packages}")
    else:
        hint = phrase("install what Debian calls {packages}", packages=packages)
    yield Finding("wrong", about, what, hint)


def _qt(facts: Facts) -> Iterator[Finding]:
    """Qt and what connects it with Python."""
    about, again = Phrase("Qt"), _again(facts)
    version = _dotted(facts.qt)
    if not facts.qt:
        what = phrase("it cannot be loaded: {reason}", reason=facts.qt_error)
        yield Finding("wrong", about, what, None if facts.libraries else again)
    elif facts.pyside[:2] == _CRASHING_QT and facts.python[:2] == _CRASHING_ON:
        what = phrase("PySide6 {version} on Python 3.11 crashes within minutes", version=version)
        yield Finding("wrong", about, what, again)
    elif facts.qt < _SAFE_QT:
        what = phrase("{version} has known holes in reading pictures", version=version)
        yield Finding("note", about, what, again)
    else:
        what = phrase(
            "{version} on {platform}, Python {python}",
            version=version,
            platform=facts.platform,
            python=_dotted(facts.python),
        )
        yield Finding("ok", about, what)


def _again(facts: Facts) -> Phrase:
    """How the program's own parts are put in place again."""
    return phrase("install the package again") if facts.is_frozen else Phrase("make setup")


def _screens(facts: Facts) -> Iterator[Finding]:
    """Every screen by its number."""
    about = phrase("screens")
    if not facts.has_display:
        hint = phrase("start it on a screen, or write DISPLAY=:0 before the command")
        yield Finding("wrong", about, phrase("there is no display to play on"), hint)
    elif facts.libraries or not facts.qt:
        yield Finding("note", about, phrase("Qt sees them once its libraries are there"))
    elif not facts.screens:
        yield Finding("wrong", about, phrase("none is connected"), phrase("check cable and power"))
    for number, screen in enumerate(facts.screens):
        yield _screen(number, screen, facts.machine)


def _screen(number: int, screen: ScreenFact, machine: MachineFile | None) -> Finding:
    """One screen. Its panel's size is told by itself or in machine.yaml, or is a guess."""
    about = phrase("screen {number}", number=number)
    stated = machine.screen_in if machine is not None and machine.display == number else None
    picture = phrase(
        "{name}, {width} x {height} at {rate} Hz, scale {scale}",
        name=screen.name,
        width=screen.width_px,
        height=screen.height_px,
        rate=f"{screen.refresh_hz:.0f}",
        scale=f"{screen.scale:g}",
    )
    if screen.diagonal_in == 0.0:
        what = phrase("{picture}; it does not tell its size", picture=picture)
        hint = None if stated else phrase("write 'screen: 43 in' in machine.yaml")
        return Finding("ok" if stated else "note", about, what, hint)
    what = phrase(
        "{picture}; {width} x {height} mm, {inches} in",
        picture=picture,
        width=f"{screen.width_mm:.0f}",
        height=f"{screen.height_mm:.0f}",
        inches=f"{screen.diagonal_in:.0f}",
    )
    if stated and abs(screen.diagonal_in / stated - 1) > _MOST_DIFFERENCE:
        hint = phrase("machine.yaml says {stated} in: measure it", stated=f"{stated:g}")
        return Finding("note", about, what, hint)
    return Finding("ok", about, what)


def _touch(facts: Facts) -> Iterator[Finding]:
    """What hears fingers."""
    about = phrase("touch")
    if facts.touchscreens:
        yield Finding("ok", about, Phrase(", ".join(facts.touchscreens)))
    elif facts.screens:
        hint = phrase("check its USB cable; a mouse does as well")
        yield Finding("note", about, phrase("there is no touchscreen"), hint)


def _fonts(facts: Facts) -> Iterator[Finding]:
    """The program's own typefaces."""
    about = phrase("typefaces")
    if not facts.qt:
        return
    if facts.families:
        what = phrase("{names} are not there", names=", ".join(facts.families))
        yield Finding("wrong", about, what, _again(facts))
    else:
        yield Finding("ok", about, phrase("the program's own are there"))


def _machine_file(facts: Facts) -> Iterator[Finding]:
    """The technician's file."""
    about, machine = Phrase("machine.yaml"), facts.machine
    if machine is None:
        yield Finding("ok", about, phrase("there is none; the show's own settings count"))
        return
    wrong = [problem for problem in machine.problems if problem.level == "error"]
    for problem in wrong:
        place = f"{problem.span.file}:{problem.span.line}"
        what = phrase("{place}: {what}", place=place, what=problem.what)
        yield Finding("wrong", about, what, problem.hint)
    if not wrong:
        yield Finding("ok", about, Phrase(machine.path))
    if machine.display >= len(facts.screens) > 0:
        what = phrase("it names screen {number}, which is not there", number=machine.display)
        yield Finding("note", about, what)
    if machine.no_show is not None:
        yield Finding("wrong", phrase("show"), machine.no_show.what, machine.no_show.hint)


def _memory(facts: Facts) -> Iterator[Finding]:
    """Memory and processors."""
    if facts.memory_gb == 0.0:
        return
    what = phrase(
        "{total} GB, {free} GB of them free; processors: {count}",
        total=f"{facts.memory_gb:.1f}",
        free=f"{facts.free_gb:.1f}",
        count=facts.processors,
    )
    about = phrase("memory")
    if facts.memory_gb < _LEAST_GB or facts.free_gb < _LEAST_FREE_GB:
        yield Finding("note", about, what, phrase("end other programs, or add memory"))
    else:
        yield Finding("ok", about, what)


def _disk(facts: Facts) -> Iterator[Finding]:
    """Where something has to be written for a while."""
    about = phrase("disk")
    if facts.folder_gb is None:
        what = phrase("nothing can be written in {folder}", folder=facts.folder)
        yield Finding("wrong", about, what, phrase("make room there, or allow it"))
        return
    what = phrase("{free} GB free in {folder}", free=f"{facts.folder_gb:.1f}", folder=facts.folder)
    if facts.folder_gb < _LEAST_DISK_GB:
        yield Finding("note", about, what, phrase("make room there"))
    else:
        yield Finding("ok", about, what)


def _language(facts: Facts) -> Iterator[Finding]:
    """What the program speaks, and how names of files are read."""
    about = phrase("language")
    if facts.encoding.casefold().replace("-", "") != "utf8":
        what = phrase("names of files are read as {encoding}", encoding=facts.encoding)
        yield Finding("note", about, what, _command(facts, "sudo update-locale LANG=C.UTF-8"))
        return
    locale = Phrase(facts.locale) if facts.locale else phrase("the system states none")
    yield Finding("ok", about, phrase("English ({locale})", locale=locale))


def _time(facts: Facts) -> Iterator[Finding]:
    """The clock that a show's hours follow."""
    about = phrase("clock")
    offset = f"{facts.time:%z}"
    what = phrase(
        "{time}, {zone} (UTC{offset})",
        time=f"{facts.time:%Y-%m-%d %H:%M}",
        zone=facts.zone or facts.time.tzname() or "",
        offset=f"{offset[:3]}:{offset[3:5]}",
    )
    if facts.time.year < _OLDEST_YEAR:
        yield Finding("wrong", about, what, _command(facts, "sudo timedatectl set-ntp true"))
    elif not facts.time.utcoffset() and facts.zone in {"", "UTC", "Etc/UTC", "Etc/GMT", "GMT"}:
        zone = _command(facts, "sudo timedatectl set-timezone Asia/Shanghai")
        hint = phrase("hours of a show follow it: {command}", command=zone)
        yield Finding("note", about, what, hint)
    else:
        yield Finding("ok", about, what)


def _command(facts: Facts, of_linux: str) -> Phrase:
    """The command that mends it; in words on a system that has another one."""
    return Phrase(of_linux) if facts.system == "linux" else phrase("set it in the system")
