"""No file of a show can hold up the program: each is bounded in bytes, values, depth and time."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time  # noqa: TID251 - a budget of time is what is tested

import pytest

from kiosk.problems import Problem
from kiosk.show.load import load
from kiosk.show.machine import load_machine
from kiosk.show.themes import load_theme
from kiosk.show.yaml.source import MAX_BYTES, MAX_DEPTH, MAX_NODES
from tests.unit.show.memory import FACTS, SHOW, THEMES, MemoryFolder

SLOWEST_S = 3.0  # of the processor; each takes less than one here, and took minutes once

GOOD = "title: {zh: 好, en: Good}\nslides: [{title: {zh: 好, en: Good}}]\n"
BOTH = SHOW.replace("one.yaml", "good.yaml, bad.yaml")
FILES = {"show.yaml": SHOW.replace("one.yaml", "good.yaml"), "good.yaml": GOOD, "facts.yaml": FACTS}

# What is wrong in each sort of file that says `text`.
SORTS: dict[str, Callable[[str], tuple[Problem, ...]]] = {
    "show": lambda text: problems_of({"show.yaml": text}),
    "chapter": lambda text: problems_of({"show.yaml": BOTH, "bad.yaml": text}),
    "facts": lambda text: problems_of({"facts.yaml": text}),
    "machine": lambda text: (
        load_machine(MemoryFolder({"machine.yaml": text}), "machine.yaml", tuple(THEMES)).problems
    ),
    "theme": lambda text: load_theme("night", text.encode()).problems,
}

HAZARDS = {
    "more values than are allowed": f"x: [{'1,' * MAX_NODES}]\n",
    "lists inside one another": f"x: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n",
    "fields inside one another": f"{'{x: ' * MAX_DEPTH}{'}' * MAX_DEPTH}\n",
    "a list that grows tenfold by each line": "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'x'] * 10)}]\n" for n in range(12)
    ),
    "lists that grow deeper by each line": "".join(
        f"a{n}: &a{n} {'[' * 30}{f'*a{n - 1}' if n else ''}{']' * 30}\n" for n in range(60)
    ),
}


def problems_of(files: dict[str, str]) -> tuple[Problem, ...]:
    """What is wrong with the show of those files, beside good ones."""
    return load(MemoryFolder({**FILES, **files}), THEMES).problems


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_file_that_asks_for_too_much_is_left_unread(sort: str, hazard: str) -> None:
    start = process_time()
    problems = SORTS[sort](HAZARDS[hazard])
    taken_s = process_time() - start

    assert "too-big" in {problem.code for problem in problems}
    assert taken_s < SLOWEST_S


@pytest.mark.parametrize("sort", ["show", "chapter", "facts", "machine"])
def test_a_file_that_is_too_large_is_not_even_opened(sort: str) -> None:
    path = {"chapter": "bad.yaml"}.get(sort, f"{sort}.yaml")
    files = {**FILES, "machine.yaml": "", "bad.yaml": GOOD}
    files |= {"show.yaml": BOTH} if sort == "chapter" else {}
    folder = MemoryFolder(files, sizes={path: MAX_BYTES + 1})

    problems = (
        load_machine(folder, path, tuple(THEMES)).problems
        if sort == "machine"
        else load(folder, THEMES).problems
    )

    assert "too-big" in {problem.code for problem in problems}
    assert path not in folder.was_read


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: a\ntitle: b\n", "duplicate-field"),
        ("title:\n\t- a\n", "tab"),
        ("title: [a， b】\n", "wide-punctuation"),
        ("a: 1\n--- \nb: 2\n", "two-documents"),
        ("a: !!python/name:os.system x\n", "tag"),
    ],
)
def test_what_yaml_would_pass_over_is_told_in_every_sort_of_file(
    sort: str, text: str, code: str
) -> None:
    assert code in {problem.code for problem in SORTS[sort](text)}


@pytest.mark.parametrize("sort", SORTS)
def test_a_number_of_thousands_of_digits_is_a_text(sort: str) -> None:
    problems = SORTS[sort](f"kiosk: {'9' * 5000}\n{'8' * 5000}: 1\n")

    assert problems


CROWDS = {
    "a chapter named three hundred times": {
        "one.yaml": "slides:\n" + "- title: {zh: 好, en: Good}\n" * 2000,
        "show.yaml": SHOW.replace("one.yaml", ", ".join(["one.yaml"] * 300)),
    },
    "two thousand pictures that are missing beside as many and more that are there": {
        "bad.yaml": "slides:\n" + "".join(f"- picture: photos-{n}.jpg\n" for n in range(2000)),
        "show.yaml": BOTH,
        **{f"pictures/photo-{n}.jpg": "" for n in range(3000)},
    },
    "three thousand transitions that nobody knows": {
        "bad.yaml": "slides:\n"
        + "".join(f"- {{title: a, transition: fade-{n}}}\n" for n in range(3000)),
        "show.yaml": BOTH,
    },
    "four thousand figures that nobody knows": {
        "bad.yaml": "slides:\n" + "".join(f"- title: '{{none{n}}}'\n" for n in range(4000)),
        "show.yaml": BOTH,
    },
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_a_crowd_of_mistakes_is_told_in_time(crowd: str) -> None:
    start = process_time()
    problems = problems_of(CROWDS[crowd])
    taken_s = process_time() - start

    assert len(problems) > 200
    assert taken_s < SLOWEST_S


def test_the_first_of_many_mistakes_are_told_with_the_right_spelling() -> None:
    problems = problems_of(CROWDS["three thousand transitions that nobody knows"])

    hinted = [problem for problem in problems if problem.hint is not None]
    assert len(hinted) > 100
