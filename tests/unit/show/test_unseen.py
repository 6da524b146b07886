"""What came in with copied text and cannot be seen."""

from __future__ import annotations

import pytest

from tests.unit.show.memory import lines, show_of


def title(written: str) -> str:
    """The title of a slide whose title is written so."""
    return (
        show_of(f"title: x\nslides:\n  - title: {written}\n")
        .slides[0]
        .parts.title.in_language("en")
    )


@pytest.mark.parametrize("sign", ["\\N", "\\L", "\\P", "\\v", "\\f", "\\r", "\\r\\n", "\\n"])
def test_ends_of_line_of_other_programs_are_ends_of_line(sign: str) -> None:
    assert title(f'"a{sign}b"') == "a\nb"


def test_a_tab_is_a_space_and_a_byte_order_mark_is_nothing() -> None:
    assert title('"a\\tb\\uFEFFc"') == "a bc"


@pytest.mark.parametrize("sign", [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))])
def test_a_sign_that_turns_text_is_left_out_with_a_warning(sign: str) -> None:
    show = show_of(f"title: x\nslides:\n  - title: a{sign}b\n")

    assert show.slides[0].parts.title.in_language("en") == "ab"
    assert lines(show) == ["3: warning[turning-sign]"]


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\u00ad"]
)
def test_what_joins_parts_or_directs_one_place_stays(sign: str) -> None:
    show = show_of(f"title: x\nslides:\n  - title: a{sign}b\n")

    assert show.slides[0].parts.title.in_language("en") == f"a{sign}b"
    assert not show.problems


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\b", "\\e", "\\x1F", "\\x7F", "\\x80", "\\x9F"])
def test_a_command_to_a_machine_is_an_error_though_it_is_written_as_an_escape(escape: str) -> None:
    show = show_of(f'title: x\nslides:\n  - title: "a{escape}b"\n  - title: c\n')

    assert [slide.parts.title.in_language("en") for slide in show.slides] == ["c"]
    assert lines(show) == ["3: error[control-character]"]
