"""`check` sees what is wrong with a show as a whole."""

from __future__ import annotations

import pytest

from kiosk.author.checking.whole import entries, found
from kiosk.problems import line_of
from kiosk.show.model import Show
from tests.unit.layouts.stand_ins import EmMeasure
from tests.unit.show.memory import FACTS, SHOW, loaded

SLIDE = "title: x\nslides:\n  - id: one\n    title: {zh: 湖, en: Lake}\n"
USES = '    caption: {zh: "{urban_parks}", en: "{growth}, {auto_output.period}"}\n'


def told(
    chapter: str = SLIDE, *, show: str = "", facts: str = "", entry_s: float = 1.0
) -> list[str]:
    """What is said of the show, without the place of its folder."""
    head = SHOW if facts else SHOW.replace("facts: facts.yaml\n", "")
    files = {"show.yaml": head + show, "one.yaml": chapter, "facts.yaml": facts or FACTS}
    loads = loaded(files)
    assert isinstance(loads, Show)
    assert not [p for p in loads.problems if p.level == "error"]
    return [line_of(p).removeprefix("show/") for p in found(loads, lambda *_: entry_s)]


def test_a_usual_show_has_nothing_wrong() -> None:
    assert told() == []


def test_a_fact_that_no_slide_shows_is_told_at_its_line() -> None:
    assert told(SLIDE + USES, facts=FACTS) == [
        (
            "facts.yaml:9:3: warning[unused-fact]: no slide shows the fact 'elec_output' — "
            "name it in a slide, or put '#' before the line"
        )
    ]


@pytest.mark.parametrize(
    "use",
    [
        "    number: $elec_output\n",
        '    text: "{elec_output}"\n',
        "    chart: {type: bar, x: a, y: b, data: [{a: x, b: $elec_output}]}\n",
        "    notes: about {elec_output.number}\n",
        "  - {title: x, hidden: true, number: $elec_output}\n",
    ],
)
def test_a_fact_is_used_wherever_it_is_named_in_hidden_slides_too(use: str) -> None:
    assert told(SLIDE + USES + use, facts=FACTS) == []


def test_facts_named_in_a_slide_with_a_mistake_are_used_and_none_is_told_of_a_lost_chapter() -> (
    None
):
    mistaken = loaded({"one.yaml": SLIDE + USES + "  - {titel: x, number: $elec_output}\n"})
    lost = loaded({
        "show.yaml": SHOW.replace("[one.yaml]", "[one.yaml, two.yaml]"),
        "one.yaml": SLIDE, "two.yaml": "slides: [",
    })  # fmt: skip

    assert isinstance(mistaken, Show)
    assert isinstance(lost, Show)
    assert list(mistaken.unused) == []
    assert list(lost.unused) == []


@pytest.mark.parametrize(
    ("viewing", "expected"),
    [
        ("viewing: 4.3 m\n", []),
        (
            "viewing: 4.8 m\n",
            [
                (
                    "show.yaml:5:10: warning[too-far]: on a screen of 43 in text can be read from "
                    "4.3 m at most, not from 4.8 m — "
                    "let people stand nearer, or take a screen of 48 in"
                )
            ],
        ),
    ],
)
def test_people_who_stand_too_far_away_are_told_with_how_far_they_may(
    viewing: str, expected: list[str]
) -> None:
    assert told(show=viewing) == expected


@pytest.mark.parametrize(
    ("mounted", "expected"),
    [
        ("mounted: 800 mm\n", []),
        ("mounted: 920 mm\n", []),
        (
            "mounted: 930 mm\n",
            [
                (
                    "show.yaml:5:10: warning[out-of-reach]: hardly anything on the screen is "
                    "within reach of those who sit: 380 to 1220 mm above the floor — "
                    "mount it with its lower edge 920 mm above the floor at most"
                )
            ],
        ),
        (
            "mounted: 100 mm\n",
            [
                (
                    "show.yaml:5:10: warning[out-of-reach]: hardly anything on the screen is "
                    "within reach of those who sit: 380 to 1220 mm above the floor — "
                    "mount it with its lower edge 145 mm above the floor"
                )
            ],
        ),
        ("mounted: 145 mm\n", []),
    ],
)
def test_a_screen_out_of_reach_is_told_with_where_to_mount_it(
    mounted: str, expected: list[str]
) -> None:
    assert told(show=mounted) == expected


@pytest.mark.parametrize("is_hidden", [False, True])
def test_a_link_to_a_hidden_slide_is_told(*, is_hidden: bool) -> None:
    link = "    number: {value: 3, goto: two}\n"
    other = f"  - {{id: two, title: x, hidden: {str(is_hidden).lower()}}}\n"

    assert told(SLIDE + link + other) == (
        [
            (
                "one.yaml:5:30: warning[dead-link]: the link leads to 'two', which is hidden — "
                "remove 'hidden' there, or the link here"
            )
        ]
        if is_hidden
        else []
    )


HOURS = 'hours: {mon-fri: "09:00-17:00"}\n'


@pytest.mark.parametrize(
    ("dates", "show", "said"),
    [
        ("from: 2035-12-01, until: 2035-12-02", HOURS, ""),  # Saturday and Sunday
        ("from: 2035-12-01, until: 2035-12-03", HOURS, None),
        ("from: 2035-12-03 17:00, until: 2035-12-03 20:00", HOURS, ""),
        ("from: 2035-12-03 16:59, until: 2035-12-03 20:00", HOURS, None),
        ("from: 2035-12-01, until: 2035-12-02", "", None),
        ("from: 2035-12-01", HOURS, None),
    ],
)
def test_a_slide_whose_dates_the_hall_is_closed_on_is_told(
    dates: str, show: str, said: str | None
) -> None:
    lines = told(f"title: x\nslides:\n  - {{title: x, {dates}}}\n  - title: y\n", show=show)

    assert len(lines) == (0 if said is None else 1)
    assert all("the hall is closed" in line for line in lines)


@pytest.mark.parametrize(("until", "count"), [("2035-05-31", 1), ("2035-06-01", 0)])
def test_a_slide_whose_dates_lie_outside_those_of_its_chapter_is_told(
    until: str, count: int
) -> None:
    slide = f"  - {{title: x, from: 2035-05-01, until: {until}}}\n"

    lines = told(f"title: x\nfrom: 2035-06-01\nslides:\n{slide}  - title: y\n")

    assert len(lines) == count
    assert all("lie outside those of its chapter" in line for line in lines)


# 3 s and five characters of one second take 4 s to read, and the slide comes on in 1 s.
FIVE = "title: x\nslides:\n  - {id: one, title: {zh: 湖湖湖湖湖, en: Lake}, stay: STAY s}\n"


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        ("5", []),
        (
            "4.9",
            [
                (
                    "one.yaml:3:51: warning[short-stay]: in 4.9 s nobody reads the slide (zh) — "
                    "write 5 s at least, or 'auto'"
                )
            ],
        ),
    ],
)
def test_a_stay_too_short_to_read_is_told_with_how_long_it_should_be(
    stay: str, expected: list[str]
) -> None:
    assert told(FIVE.replace("STAY", stay)) == expected


def test_the_stay_of_the_whole_show_is_told_once_with_the_slide_that_takes_longest() -> None:
    slides = (
        "  - {id: two, title: {zh: 湖湖湖湖湖湖湖湖湖湖, en: Lake}}\n  - {id: three, title: x}\n"
    )

    assert told(SLIDE + slides, show="stay: 4 s\n") == [
        (
            "show.yaml:5:7: warning[short-stay]: in 4 s nobody reads the slide 'two' (zh) — "
            "write 6 s at least, or 'auto'"
        )
    ]


def test_a_slide_that_the_loop_leaves_out_may_have_any_stay() -> None:
    assert told(FIVE.replace("stay: STAY s", "stay: 1 s, loop: false") + "  - title: x\n") == []


def test_entries_are_those_of_the_slides_as_they_are_laid_out() -> None:
    show = loaded({"one.yaml": SLIDE})
    assert isinstance(show, Show)

    assert entries(show, EmMeasure)("one", "zh") > 0.0
