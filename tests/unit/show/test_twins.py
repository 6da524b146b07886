"""For each mistake that loading finds: a show that has it, and one that just has not."""

from __future__ import annotations

import typing

import pytest

from kiosk.show.load import load
from kiosk.show.machine import load_machine
from kiosk.show.yaml.codes import Code
from tests.unit.show.broken import AT, CaseFolder
from tests.unit.show.memory import FACTS, SHOW, THEMES

HEAD = "title: {zh: 题, en: Title}\nslides:\n"
GOOD = f"{HEAD}  - title: x\n"
FACTS_OF = (
    "units:\n  yi: {{zh: 亿元, en: bn yuan, factor: {{zh: 1, en: 0.1}}}}\n"
    "periods:\n  h1: {{zh: 上半年, en: first half}}\nfacts:\n  {}\n"
)
SPAN = (
    "  - chart: {{type: timeline, data: [{{f: '{}', t: '{}', n: A}}], start: f, "
    "end: t, label: n}}\n"
)
BAR = "  - chart: {{type: bar, data: [{{a: x, b: 1}}, {{a: y, b: 2}}], x: a, y: {}}}\n"

# Slides of a chapter, by the code: with the mistake, and without it.
SLIDES: dict[Code, tuple[str, str]] = {
    "unclosed-bracket": ("  - {title: x\n", "  - {title: x}\n"),
    "wrong-bracket": ("  - {title: x]\n", "  - {title: x}\n"),
    "unclosed-quote": ('  - title: "x\n', '  - title: "x"\n'),
    "tab": ("  - title: x\n\ttext: y\n", "  - title: x\n    text: y\n"),
    "wide-punctuation": ("  - title: x\n    text：y\n", "  - title: x\n    text: y\n"),
    "colon": (
        "  - title: x\n    text:y\n    caption: z\n",
        "  - title: x\n    text: y\n    caption: z\n",
    ),
    "dash": (
        "  - text:\n      - {zh: 桥墩, en: piers}\n      -{zh: 拱, en: arch}\n",
        "  - text:\n      - {zh: 桥墩, en: piers}\n      - {zh: 拱, en: arch}\n",
    ),
    "second-colon": ("  - title: Yubei: a portrait\n", '  - title: "Yubei: a portrait"\n'),
    "indentation": ("  - title: x\n  text: y\n", "  - title: x\n    text: y\n"),
    "quotes-needed": ("  - title: @home\n", '  - title: "@home"\n'),
    "backslash": (
        (r'  - picture: "pictures\OPPO-line.jpg"' "\n"),
        "  - picture: pictures/OPPO-line.jpg\n",
    ),
    "control-character": ((r'  - title: "a\u0007b"' "\n"), (r'  - title: "a\u00e7b"' "\n")),
    "two-documents": ("  - title: x\n---\ntitle: y\n", "  - title: x\n"),
    "tag": ("  - title: !important x\n", '  - title: "!important x"\n'),
    "alias": ("  - &a [*a]\n", "  - title: a\n"),
    "field-name": ("  - [a, b]: x\n    title: y\n", "  - title: y\n"),
    "duplicate-field": ("  - title: one\n    title: two\n", "  - title: one\n    text: two\n"),
    "unknown-field": ("  - titel: x\n", "  - title: x\n"),
    "missing-field": (BAR.format("b").replace(", y: b}", "}"), BAR.format("b")),
    "empty-field": ("  - title: {zh: 题, en: }\n", "  - title: {zh: 题, en: x}\n"),
    "wrong-value": ("  - {title: x, loop: perhaps}\n", "  - {title: x, loop: false}\n"),
    "out-of-range": (
        "  - number: {value: 3, at: [100, 200, 600, 95]}\n",
        "  - number: {value: 3, at: [100, 200, 600, 96]}\n",
    ),
    "too-long": (f"  - title: {'x' * 2001}\n", f"  - title: {'x' * 2000}\n"),
    "unknown-kind": (BAR.format("b").replace("bar", "bra"), BAR.format("b")),
    "unknown-entry": (
        BAR.format("b").replace("y: b", "y: b, enter: grwo 1 s"),
        BAR.format("b").replace("y: b", "y: b, enter: grow 1 s"),
    ),
    "unknown-column": (BAR.format("c"), BAR.format("b")),
    "unknown-row": (
        BAR.format("b").replace("y: b", "y: b, highlight: z"),
        BAR.format("b").replace("y: b", "y: b, highlight: y"),
    ),
    "unknown-language": ("  - title: {zh: 题, eng: x}\n", "  - title: {zh: 题, en: x}\n"),
    "missing-translation": ("  - title: {zh: 题}\n", "  - title: {zh: 题, en: x}\n"),
    "unclosed-brace": ('  - title: "a {auto_output"\n', '  - title: "a {auto_output}"\n'),
    "unclosed-star": ("  - title: open **every day\n", "  - title: open **every** day\n"),
    "unknown-fact": ("  - number: $auto_outptu\n", "  - number: $auto_output\n"),
    "unknown-fact-field": (
        '  - title: "{auto_output.perod}"\n',
        '  - title: "{auto_output.period}"\n',
    ),
    "unknown-slide": (
        "  - number: {value: 3, goto: lunch}\n",
        "  - {number: {value: 3, goto: b}}\n  - {id: b, title: x}\n",
    ),
    "typed-number": ("  - number: 300\n", "  - number: {=300}\n"),
    "different-figures": (
        "  - text: {zh: 产值 1.2 万, en: output 13000}\n",
        "  - text: {zh: 产值 1.2 万, en: output 12000}\n",
    ),
    "doubtful": (SPAN.format("2019", "2011"), SPAN.format("2011", "2019")),
    "missing-file": ("  - picture: foto.jpg\n", "  - picture: photo.jpg\n"),
    "outside-path": ("  - picture: ../photo.jpg\n", "  - picture: photo.jpg\n"),
    "not-shown": (
        "  - {layout: text, title: x, picture: photo.jpg}\n",
        "  - {layout: cover, title: x, picture: photo.jpg}\n",
    ),
    "reserved-id": ("  - {id: home, title: x}\n", "  - {id: house, title: x}\n"),
    "duplicate-id": (
        "  - {id: a, title: x}\n  - {id: a, title: y}\n",
        "  - {id: a, title: x}\n  - {id: b, title: y}\n",
    ),
    "empty-slide": ("  - id: a\n", "  - {id: a, title: x}\n"),
    "past": (
        "  - {title: x, until: 2026-06-30}\n  - title: y\n",
        "  - {title: x, until: 2026-07-01}\n  - title: y\n",
    ),
    "feed": (
        "  - chart: {type: bar, data: {csv: rows.csv}, x: a, y: c}\n",
        "  - chart: {type: bar, data: {csv: rows.csv}, x: a, y: b}\n",
    ),
    "missing-glyph": ("  - title: {zh: 雪人☃, en: x}\n", "  - title: {zh: 雪人, en: x}\n"),
    "turning-sign": ("  - title: a\u202eb\u202c\n", "  - title: ab\n"),
}

FILES = {"rows.csv": "a,b\nx,1\ny,2\n", "photo.jpg": "", "pictures/OPPO-line.jpg": ""}
WHOLE: dict[str, bytes | str] = {**FILES, "show.yaml": SHOW, "facts.yaml": FACTS, "one.yaml": GOOD}

# Whole files, by the code: what is other in a folder with the mistake, and in one without it.
OTHERS: dict[Code, tuple[dict[str, bytes | str], dict[str, bytes | str]]] = {
    "syntax": ({"one.yaml": f"%YAML 2.0\n---\n{GOOD}"}, {"one.yaml": f"%YAML 1.2\n---\n{GOOD}"}),
    "no-slides": ({"one.yaml": "title: x\nslides: []\n"}, {"one.yaml": GOOD}),
    "newer-show": ({"show.yaml": f"kiosk: 2\n{SHOW}"}, {"show.yaml": f"kiosk: 1\n{SHOW}"}),
    "unreadable-file": (
        {"show.yaml": SHOW.replace("one.yaml", "locked.yaml"), "locked.yaml": GOOD}, {},
    ),
    "too-big": ({"show.yaml": SHOW.replace("one.yaml", "huge.yaml"), "huge.yaml": GOOD}, {}),
    "not-text": ({"one.yaml": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}, {"one.yaml": GOOD}),
    "empty-file": ({"one.yaml": "# nothing yet\n"}, {"one.yaml": GOOD}),
    "encoding": ({"one.yaml": GOOD.encode("gbk")}, {"one.yaml": GOOD.encode()}),
    "damaged-character": (
        {"one.yaml": GOOD.replace("x", "x\ufffd")}, {"one.yaml": GOOD.replace("x", "x!")},
    ),
    "unknown-theme": ({"show.yaml": f"{SHOW}theme: dsk\n"}, {"show.yaml": f"{SHOW}theme: dusk\n"}),
    "unknown-unit": (
        {"facts.yaml": FACTS_OF.format("gdp: {value: 1, unit: yo}")},
        {"facts.yaml": FACTS_OF.format("gdp: {value: 1, unit: yi}")},
    ),
    "unknown-period": (
        {"facts.yaml": FACTS_OF.format("gdp: {value: 1, period: h2}")},
        {"facts.yaml": FACTS_OF.format("gdp: {value: 1, period: h1}")},
    ),
}  # fmt: skip
# Nothing of a show is left to differ in: a folder that has one is the twin.
NO_SHOW: set[Code] = {"no-folder", "no-show-file"}
OF_MACHINES: dict[Code, tuple[str, str]] = {"not-yet": ("pin: 2442\n", "display: 1\n")}


def codes(files: dict[str, bytes | str]) -> set[str]:
    """The codes of what is wrong with a show of those files."""
    show = load(CaseFolder(files, name="show"), THEMES, AT, lambda text: "☃" if "☃" in text else "")
    return {problem.code for problem in show.problems}


@pytest.mark.parametrize("code", SLIDES)
def test_a_mistake_in_a_chapter_is_found_and_in_its_twin_is_none_of_that_kind(code: Code) -> None:
    faulty, sound = ({**WHOLE, "one.yaml": HEAD + slides} for slides in SLIDES[code])

    assert code in codes(faulty)
    assert code not in codes(sound)


@pytest.mark.parametrize("code", OTHERS)
def test_a_mistake_in_whole_files_is_found_and_in_their_twin_is_none_of_that_kind(
    code: Code,
) -> None:
    faulty, sound = ({**WHOLE, **files} for files in OTHERS[code])

    assert code in codes(faulty)
    assert code not in codes(sound)


def test_a_folder_without_a_show_is_told_and_one_with_a_show_has_nothing_wrong() -> None:
    assert codes({}) == {"no-folder"}
    assert codes({"one.yaml": GOOD}) == {"no-show-file"}
    assert codes(WHOLE) == set()


@pytest.mark.parametrize("code", OF_MACHINES)
def test_a_mistake_in_the_machines_file_is_found_and_in_its_twin_is_none(code: Code) -> None:
    faulty, sound = (
        load_machine(CaseFolder({"machine.yaml": text}, name="hall"), "machine.yaml", tuple(THEMES))
        for text in OF_MACHINES[code]
    )

    assert [problem.code for problem in faulty.problems] == [code]
    assert sound.problems == ()


def test_every_mistake_has_a_show_that_has_it_and_a_twin_that_has_not() -> None:
    told = {*SLIDES, *OTHERS, *NO_SHOW, *OF_MACHINES}

    assert told == set(typing.get_args(Code))
