"""What is said of a machine, from facts that were made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.author.doctor.command import report_lines
from kiosk.author.doctor.findings import Level, findings_of, is_well
from kiosk.phrases import phrase
from kiosk.problems import Problem, Span, cells
from kiosk.stage.machine.facts import Facts, MachineFile, ScreenFact

CHINA = timezone(timedelta(hours=8))
PANEL = ScreenFact("HDMI-1", 1920, 1080, 1.0, 60.0, 952.0, 535.0)
WELL = Facts(
    system="linux", platform="xcb", qt=(6, 11, 3), pyside=(6, 11, 3), python=(3, 11, 2),
    qt_error="", has_display=True, screens=(PANEL,), touchscreens=("ILITEK Multi-Touch",),
    libraries=(), packages="apt-get", families=(), is_frozen=False, folder="/tmp",
    folder_gb=20.0, memory_gb=8.2, free_gb=6.1, processors=4, locale="zh_CN.UTF-8",
    encoding="utf-8", time=datetime(2026, 11, 23, 15, 40, tzinfo=CHINA), zone="Asia/Shanghai",
    machine=None,
)  # fmt: skip
WRONG_LINE = Problem(
    Span("/etc/kiosk/machine.yaml", 3, 1), "error", "unknown-field",
    phrase("unknown field '{word}'", word="dispaly"),
)  # fmt: skip
NO_QT = replace(WELL, qt=(), pyside=(), platform="", screens=(), touchscreens=())
ENGLISH = """\
ok  libraries     all that Qt needs from the system is there
ok  Qt            6.11.3 on xcb, Python 3.11.2
ok  screen 0      HDMI-1, 1920 x 1080 at 60 Hz, scale 1; 952 x 535 mm, 43 in
ok  touch         ILITEK Multi-Touch
ok  typefaces     the program's own are there
ok  machine.yaml  there is none; the show's own settings count
ok  memory        8.2 GB, 6.1 GB of them free; processors: 4
ok  disk          20.0 GB free in /tmp
ok  language      English (zh_CN.UTF-8)
ok  clock         2026-11-23 15:40, Asia/Shanghai (UTC+08:00)
This machine can play a show."""


def told(facts: Facts, level: Level) -> list[str]:
    """The lines of that level in English, without the columns before them."""
    findings = tuple(finding for finding in findings_of(facts) if finding.level == level)
    return [line.split("  ", 2)[2].strip() for line in report_lines(findings, "en")[:-1]]


def test_of_a_machine_where_all_is_well_each_thing_is_said_in_a_line() -> None:
    assert "\n".join(report_lines(findings_of(WELL), "en")) == ENGLISH


def test_columns_stand_below_each_other_in_chinese_too() -> None:
    lines = report_lines(findings_of(replace(WELL, touchscreens=())), "zh")[:-1]

    starts = {cells(line) - cells(line.split("  ", 2)[2].lstrip()) for line in lines}
    assert starts == {len("正常  machine.yaml  ") + 2}


WRONG = [
    (
        replace(WELL, libraries=("libxcb-cursor.so.0", "libxkbcommon-x11.so.0")),
        (
            "Qt opens no window without libxcb-cursor.so.0, libxkbcommon-x11.so.0 — "
            "sudo apt-get install libxcb-cursor0 libxkbcommon-x11-0"
        ),
    ),
    (
        replace(WELL, libraries=("libxcb-cursor.so.0",), packages=""),
        "Qt opens no window without libxcb-cursor.so.0 — install what Debian calls libxcb-cursor0",
    ),
    (
        replace(NO_QT, qt_error="libEGL.so.1: cannot open shared object file"),
        "it cannot be loaded: libEGL.so.1: cannot open shared object file — make setup",
    ),
    (
        replace(WELL, qt=(6, 12, 0), pyside=(6, 12, 0)),
        "PySide6 6.12.0 on Python 3.11 crashes within minutes — make setup",
    ),
    (
        replace(WELL, has_display=False, screens=(), touchscreens=()),
        (
            "there is no display to play on — start it on a screen, or write DISPLAY=:0 before the "
            "command"
        ),
    ),
    (replace(WELL, screens=()), "none is connected — check cable and power"),
    (
        replace(WELL, families=("Inter", "Noto Sans CJK SC")),
        "Inter, Noto Sans CJK SC are not there — make setup",
    ),
    (
        replace(WELL, families=("Inter",), is_frozen=True),
        "Inter are not there — install the package again",
    ),
    (
        replace(WELL, machine=MachineFile("/etc/kiosk/machine.yaml", (WRONG_LINE,))),
        "/etc/kiosk/machine.yaml:3: unknown field 'dispaly'",
    ),
    (
        replace(WELL, folder_gb=None),
        "nothing can be written in /tmp — make room there, or allow it",
    ),
    (
        replace(WELL, time=datetime(2000, 1, 1, 0, 12, tzinfo=CHINA)),
        "2000-01-01 00:12, Asia/Shanghai (UTC+08:00) — sudo timedatectl set-ntp true",
    ),
]
NOTES = [
    (replace(WELL, qt=(6, 10, 1)), "6.10.1 has known holes in reading pictures — make setup"),
    (
        replace(WELL, touchscreens=()),
        "there is no touchscreen — check its USB cable; a mouse does as well",
    ),
    (
        replace(WELL, screens=(replace(PANEL, width_mm=0.0, height_mm=0.0, scale=1.25),)),
        (
            "HDMI-1, 1920 x 1080 at 60 Hz, scale 1.25; it does not tell its size — "
            "write 'screen: 43 in' in machine.yaml"
        ),
    ),
    (
        replace(WELL, machine=MachineFile("machine.yaml", screen_in=55.0)),
        (
            "HDMI-1, 1920 x 1080 at 60 Hz, scale 1; 952 x 535 mm, 43 in — "
            "machine.yaml says 55 in: measure it"
        ),
    ),
    (
        replace(WELL, machine=MachineFile("machine.yaml", display=2)),
        "it names screen 2, which is not there",
    ),
    (
        replace(WELL, free_gb=0.2),
        "8.2 GB, 0.2 GB of them free; processors: 4 — end other programs, or add memory",
    ),
    (replace(WELL, folder_gb=0.1), "0.1 GB free in /tmp — make room there"),
    (
        replace(WELL, encoding="iso8859-1"),
        "names of files are read as iso8859-1 — sudo update-locale LANG=C.UTF-8",
    ),
    (
        replace(WELL, time=datetime(2026, 11, 23, 7, 40, tzinfo=UTC), zone="Etc/UTC"),
        (
            "2026-11-23 07:40, Etc/UTC (UTC+00:00) — hours of a show follow it: "
            "sudo timedatectl set-timezone Asia/Shanghai"
        ),
    ),
]


@pytest.mark.parametrize(("facts", "line"), WRONG, ids=[line[:40] for _, line in WRONG])
def test_what_keeps_a_show_from_being_played_is_said_with_what_to_do(
    facts: Facts, line: str
) -> None:
    assert line in told(facts, "wrong")
    assert not is_well(findings_of(facts))


@pytest.mark.parametrize(("facts", "line"), NOTES, ids=[line[:40] for _, line in NOTES])
def test_what_is_worth_a_look_is_said_and_a_show_can_be_played(facts: Facts, line: str) -> None:
    assert told(facts, "note") == [line]
    assert is_well(findings_of(facts))


def test_a_size_that_machine_yaml_states_is_not_asked_for() -> None:
    mute = replace(PANEL, width_mm=0.0, height_mm=0.0)

    assert (
        told(
            replace(WELL, screens=(mute,), machine=MachineFile("machine.yaml", screen_in=55.0)),
            "note",
        )
        == []
    )


def test_without_libraries_no_screen_is_asked_and_none_is_said_to_be_missing() -> None:
    facts = replace(NO_QT, libraries=("libEGL.so.1",), qt_error="libEGL.so.1: not found")

    assert told(facts, "note") == ["Qt sees them once its libraries are there"]
    assert told(facts, "wrong") == [
        "Qt opens no window without libEGL.so.1 — sudo apt-get install libegl1",
        "it cannot be loaded: libEGL.so.1: not found",
    ]


def test_a_zone_at_greenwich_in_winter_is_a_zone_all_the_same() -> None:
    facts = replace(WELL, time=datetime(2026, 11, 23, 7, 40, tzinfo=UTC), zone="Europe/London")

    assert told(facts, "note") == []


def test_a_system_that_has_other_commands_is_told_none_of_linux() -> None:
    facts = replace(WELL, system="win32", time=datetime(2026, 11, 23, 7, 40, tzinfo=UTC), zone="")

    assert told(facts, "note") == [
        "2026-11-23 07:40, UTC (UTC+00:00) — hours of a show follow it: set it in the system"
    ]
