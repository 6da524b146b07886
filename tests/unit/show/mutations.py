"""Shows as careless hands leave them: the real ones with something moved, lost or odd in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random  # noqa: TID251 - seeded: a mutation is a function of its number

ODD = (
    "", "[", "]", "{", "}", "{a", "[]", "{}", "[[[[", "- -", '"', "'", "|", ">-", "?", ":", "-",
    "---", "...", "%YAML 1.1", "# x", "&a", "*a", "&a [*a]", "!!python/object x", "!x", "<<: *a",
    "null", "~", "true", "no", "12:30", "0", "-1", "1e400", ".nan", ".inf", "9" * 400, "１２",
    "1,104", "0x1F", "2024-02-30", "-0.0", "../../etc/passwd", "C:\\x", "$", "$none", "{=",
    "{none}", "{urban_parks.period.x}", "{}{", "}}", "x" * 5000, "渝" * 900, "\u2028", "\x85",
    "\ufeff", "\x00", "\x1b[2J", "\u202eabc", "e\u0301" * 30, "👩\u200d👧", "\ud7ff", "\t",
    "\r", "a: b: c", "：", "，", "“x”",
)  # fmt: skip

Mutation = Callable[[Random, bytes], bytes]


def mutated(content: bytes, number: int) -> bytes:
    """The content after one to four mutations; the same ones for the same number."""
    chance = Random(number)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        content = chance.choice(MUTATIONS)(chance, content)
    return content


def _bytes_flipped(chance: Random, content: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        if found:
            found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _bytes_lost(chance: Random, content: bytes) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.choice((1, 1, 2, 40)) :]


def _cut_off(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _text_put_in(chance: Random, content: bytes) -> bytes:
    text = content.decode(errors="replace")
    at = chance.randrange(len(text) + 1)
    odd = chance.choice(
        (*ODD, chr(chance.randrange(0xD800)), chr(chance.randrange(0xE000, 0x110000)))
    )
    return (text[:at] + odd + text[at:]).encode()


def _saved_otherwise(chance: Random, content: bytes) -> bytes:
    """As Notepad and others save it: as GBK, as UTF-16, with a mark, with other ends of line."""
    text = content.decode(errors="replace")
    encoding = chance.choice(("gb18030", "gb18030", "utf-16", "utf-16-be", "utf-8-sig", "big5"))
    end = chance.choice(("\n", "\n", "\r\n", "\r"))
    return text.replace("\n", end).encode(encoding, errors="replace")


def _in_lines(change: Callable[[Random, list[str]], None]) -> Mutation:
    def mutation(chance: Random, content: bytes) -> bytes:
        lines = content.decode(errors="replace").split("\n")
        change(chance, lines)
        return "\n".join(lines).encode()

    return mutation


def _line_lost(chance: Random, lines: list[str]) -> None:
    del lines[chance.randrange(len(lines))]


def _lines_swapped(chance: Random, lines: list[str]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _line_twice(chance: Random, lines: list[str]) -> None:
    line = chance.choice(lines)
    lines.insert(chance.randrange(len(lines) + 1), line)


def _block_repeated(chance: Random, lines: list[str]) -> None:
    start = chance.randrange(len(lines))
    lines[start:start] = lines[start : start + chance.randint(1, 6)] * chance.choice((2, 50))


def _indented(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    more = chance.choice((" ", "  ", "   ", "\t", "", "\u3000"))
    lines[at] = more + (lines[at].lstrip() if more in {"", "\t"} else lines[at])


def _value_odd(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    places = [match.end() for match in re.finditer(r": *|- |, |[\[{]", lines[at])]
    if places:
        start = chance.choice(places)
        end = chance.choice((start, len(lines[at]), min(len(lines[at]), start + 6)))
        lines[at] = lines[at][:start] + chance.choice(ODD) + lines[at][end:]


def _values_mixed(chance: Random, lines: list[str]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    name, _, value = lines[one].partition(":")
    if value:
        lines[one] = name + ":" + lines[other].partition(":")[2]


def _wide_signs(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    sign, wide = chance.choice([*zip(":,\"'[]{}-#", "：，“‘【】｛｝－＃", strict=True)])
    lines[at] = lines[at].replace(sign, wide, chance.randint(1, 3))


MUTATIONS: tuple[Mutation, ...] = (
    _bytes_flipped, _bytes_lost, _cut_off, _text_put_in, _saved_otherwise,
    *map(_in_lines, (
        _line_lost, _lines_swapped, _line_twice, _block_repeated, _indented, _indented, _value_odd,
        _value_odd, _value_odd, _values_mixed, _wide_signs,
    )),
)  # fmt: skip
