"""The pages for technicians are true, and say the same in both languages."""

from __future__ import annotations

import re
import shlex
from collections import Counter

import pytest

from kiosk.author.folder import theme_files
from kiosk.author.schema.fields import fields_of
from kiosk.commands.arguments import parser_of
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.problems import rendered
from kiosk.show.machine import Machine, MachineFields, load_machine
from tests.setup.scripts import ROOT
from tests.unit.show.memory import MemoryFolder

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FOLDER, FILE = "/etc/kiosk", "machine.yaml"


def page(language: Language) -> str:
    """The page in that language."""
    name = "machine.md" if language == "en" else "machine.zh.md"
    return (ROOT / "docs" / name).read_text("utf-8")


def machine_of(text: str) -> Machine:
    """The machine of a file that says that."""
    return load_machine(MemoryFolder({FILE: text}, name=FOLDER), FILE, tuple(theme_files()))


def examples(language: Language) -> list[str]:
    """The files, or parts of one, that stand on the page."""
    return re.findall(r"(?ms)^```yaml\n(.*?)^```$", page(language))


def typed(language: Language) -> Counter[str]:
    """What is to be typed, or stands in files: everything between backticks in plain ASCII."""
    parts = re.findall(r"`([^`\n]+)`", page(language))
    return Counter(part for part in parts if part.isascii())


def numbers(language: Language) -> Counter[str]:
    """Every number on the page, as it is written."""
    return Counter(re.findall(r"\d+(?:[.,: ]\d+)*", page(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_examples_are_read_without_problems_and_name_every_field(language: Language) -> None:
    machines = [machine_of(example) for example in examples(language)]

    assert [problem for machine in machines for problem in machine.problems] == []
    written = "".join(examples(language))
    names = [field.name for field in fields_of(MachineFields)]
    assert re.findall(r"(?m)^([a-z]+):", written) == sorted(names, key=written.index)


def test_both_pages_have_the_same_machine() -> None:
    english, chinese = (machine_of("".join(examples(language))) for language in LANGUAGES)

    assert english == chinese


def test_both_pages_name_the_same_fields_options_files_and_numbers() -> None:
    assert typed("en") == typed("zh")
    assert numbers("en") == numbers("zh")
    assert page("en").count("\n## ") == page("zh").count("\n## ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_commands_are_those_of_the_program(language: Language) -> None:
    commands = re.findall(r"(?:`|\$ )kiosk (\w[^`\n]*)", page(language))
    parser = parser_of("0")

    read = [parser.parse_args(shlex.split(command)).command for command in commands]

    assert {"play", "doctor"} <= set(read)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_told_as_the_page_tells_it(language: Language) -> None:
    machine = machine_of("\n\n\nrotation: 45\n")

    (problem,) = machine.problems

    told = "".join(f"    {line}\n" for line in rendered(problem, language).splitlines())
    assert told in page(language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "told",
    [
        phrase("all is well, and on the screen"),
        phrase("unknown field '{word}'", word="layot"),
        phrase("it has no column '{word}', but {names}", word="flights", names="time, terminal"),
        phrase("it is back"),
        phrase("Qt opens no window without {names}", names="libxcb-cursor.so.0"),
        phrase("Qt sees them once its libraries are there"),
        phrase("the program's own are there"),
        phrase("Mend what is wrong before a show is played."),
    ],
    ids=lambda told: told.template,
)
def test_what_the_program_is_said_to_tell_it_tells(told: Phrase, language: Language) -> None:
    assert said(told, language) in page(language)
