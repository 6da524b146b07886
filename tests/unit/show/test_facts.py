"""The facts file: what a figure is, and what a mistake in the file does to it."""

from __future__ import annotations

from kiosk.phrases import said
from kiosk.show.model import Show
from tests.unit.show.memory import SHOW, loaded

CHAPTER = "slides:\n  - title: good\n"
FACTS = """\
source: {zh: 报道, en: a report}
units:
  yi: {zh: 亿元, en: bn yuan, factor: {zh: 1, en: 0.1}}
  broken: {zh: 亿元, en: bn yuan, factor: {zh: 1, en: 0}}
facts:
  output: {value: 1104, unit: yi}
  growth: {value: +49.9, unit: "%", source: a telephone call}
  doubtful: {value: 17, unit: broken}
"""


def show_with(facts: str, chapter: str = CHAPTER) -> Show:
    show = loaded({"facts.yaml": facts, "show.yaml": SHOW, "one.yaml": chapter})
    assert isinstance(show, Show)
    return show


def test_a_figure_keeps_its_source_and_else_that_of_its_file() -> None:
    facts = show_with(FACTS).facts

    assert facts["output"].source.in_language("en") == "a report"
    assert facts["growth"].source.in_language("en") == "a telephone call"


def test_a_plus_before_a_figure_says_that_it_is_a_change() -> None:
    facts = show_with(FACTS).facts

    assert facts["growth"].is_signed
    assert not facts["output"].is_signed


def test_a_figure_whose_unit_has_a_mistake_is_never_shown_in_a_wrong_size() -> None:
    show = show_with(FACTS, CHAPTER + '  - text: "{doubtful}"\n')

    assert "doubtful" not in show.facts
    assert [slide.id for slide in show.slides] == ["one-1"]
    assert [said(p.what, "en") for p in show.problems] == [
        "expected a factor above 0, found '0'",
        "the fact 'doubtful' has a mistake",
    ]


def test_a_file_whose_facts_were_all_taken_out_is_no_mistake() -> None:
    show = show_with("facts:\n#  output: {value: 1104}\nperiods:\n  a: {zh: 一, en: one}\n")

    assert show.problems == ()
