"""What a theme changes in a listing, and that the listing follows from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.recoloured import recoloured

_words = st.sampled_from(
    ("bars", "mark/A", "x=1", "x=2", "fill=#111111", "fill=(1 2 (3 4))", "'a'")
)
lines = st.tuples(st.sampled_from(("", "  ")), st.lists(_words, max_size=4)).map(
    lambda line: line[0] + " ".join(line[1])
)
listings = st.lists(lines, max_size=8).map("\n".join)


def follows(listing: str, told: str) -> str:
    """The other listing, from the first one and what was told."""
    changes: dict[str, str] = {}
    gone: set[int] = set()
    come: dict[int, list[str]] = {}
    for line in told.splitlines():
        if line.startswith("- "):
            gone.add(int(line[2:]))
        elif line.startswith("+ "):
            before, _, text = line[2:].partition(" ")
            come.setdefault(int(before), []).append(text)
        else:
            was, _, now = line.partition(" -> ")
            changes[was] = now
    old = listing.split("\n")
    found: list[str] = []
    for number, line in enumerate([*old, ""]):
        found += come.get(number, [])
        if number < len(old) and number not in gone:
            found.append(replaced(line, changes))
    return "\n".join(found)


def replaced(line: str, changes: dict[str, str]) -> str:
    """The line with each of its properties as it is now."""
    indent = line[: len(line) - len(line.lstrip())]
    words = line.lstrip().replace("fill=(1 2 (3 4))", "fill=()").split(" ")
    whole = [word.replace("fill=()", "fill=(1 2 (3 4))") for word in words]
    return indent + " ".join(changes.get(word, word) for word in whole)


@given(listing=listings, other=listings)
def test_the_other_listing_follows_from_the_first_and_what_is_told(
    listing: str, other: str
) -> None:
    assert follows(listing, recoloured(listing, other)) == other


def test_a_colour_that_becomes_another_one_throughout_is_told_once() -> None:
    told = recoloured("a fill=#111111\nb x=1 fill=#111111", "a fill=#222222\nb x=1 fill=#222222")

    assert told == "fill=#111111 -> fill=#222222\n"


def test_a_line_in_which_it_becomes_a_third_one_is_told_in_whole() -> None:
    told = recoloured("a fill=#111111\nb fill=#111111", "a fill=#222222\nb fill=#333333")

    assert told == "fill=#111111 -> fill=#222222\n- 1\n+ 1 b fill=#333333\n"
