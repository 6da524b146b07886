"""Where a line may be broken: a table of hard cases, and the rules over random texts.

The rules are those of GB/T 15834-2011 (5.1) and of the W3C's Requirements for Chinese Text Layout.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.typesetting.breaks import NO_END, NO_START, holds_chinese, pieces, splinters
from kiosk.typesetting.lines import Run, broken, runs

# Each case as it is cut: `|` stands where a line may be broken.
CASES = {
    "Chinese": "渝|北|两|江",
    "closing punctuation": "渝，|北。|两、|江；|新：|区？|渝！",
    "closing brackets and quotes": "（渝）|《北》|“两”|「江」|【新】|〔区〕|［渝］|〖北〗",
    "quoted terms without a comma": "“渝|北”|“两|江”|《新|区》|《渝|北》",
    "quotes in quotes": "“渝|‘北’|两”|江",
    "a closing bracket before a full stop": "（渝|北）。|两",
    "a dash of two characters": "渝|北——|两|江",
    "a dash before a year": "发|展——|2024年",
    "a dash before a quote": "渝——|“北”",
    "an ellipsis": "渝……|北……|Yubei",
    "a middle dot in a name": "阿|尔|伯|特·|爱|因|斯|坦",
    "a slash": "汽|车/|电|子",
    "a full-width slash": "汽|车／|电|子",
    "a hyphen between places": "成|都-|重|庆",
    "an en dash between places": "成|都–|重|庆",
    "a range": "1—8 月|和|8:30—17:00|和|36～38℃",
    "a range in words": "1至8月|开|放",
    "a figure and its measure word": "2024 年|有|375条|和|375 条",
    "a figure and its unit": "1104亿元，|30万平方公里|和|1.2万人次|和|3个百分点",
    "a figure and its percent sign": "增|长|49.9%|或|49.9 %|或|5‰",
    "an ordinal": "第3条|和|第 3 条",
    "money": "约|¥5.5亿元|和|€ 5",
    "a sign": "增|长-3.5%，|零|下|−5℃，|+3.5%",
    "temperature": "36.5℃|和|36.5 ℃",
    "a name with digits": "T3|航|站|楼|和|C919|飞|机|和|5G|网|络",
    "a figure before a bracket": "2024|（见|附|录）",
    "a clock in full-width": "8：30开|门",
    "circled numbers": "①渝|北|②两|江",
    "words": "Central |Park |in |autumn",
    "words in Chinese": "在 |OPPO |的|园|区",
    "words in Chinese without spaces": "在|OPPO|的|园|区",
    "a hyphen in a word": "new-|energy |cars",
    "a single letter before a hyphen": "e-mail |and |T3-2",
    "a dash between words": "Yubei — |then |and |now – |always",
    "a dash close to its words": "then—|now",
    "English units": "36.2 km |and |110.4 bn yuan |and |45 million |and |3 h",
    "millions": "21.93 m US$ of |capital |for |3 m people |and |36 m |and |2 bn US$",
    "what looks like a unit": "3 |hours |and |5 |kmh",
    "an apostrophe": "it's |Yubei's |visitors' |own",
    "straight quotes": '他|说|"你|好"|了',
    "straight single quotes": "他|说|'你|好'|了",
    "straight quotes in English": 'a |"new |city" |here',
    "an inch sign": '43" |wide',
    "a protected space": "渝\u00a0北|两",
    "an accent of its own": "e\u0301a|渝",
    "a face of several signs": "👩\u200d🚀|渝",
    "brackets in English": "Yubei |(a |district) |is",
    "a percent sign in English": "49.9% |of |98 % |is",
    "Hebrew": "שלום |עולם",
}


@pytest.mark.parametrize("case", CASES)
def test_a_line_is_broken_only_where(case: str) -> None:
    expected = CASES[case]

    assert "|".join(pieces(expected.replace("|", ""))) == expected


def test_a_word_too_wide_for_its_line_is_broken_by_the_rules_of_punctuation_all_the_same() -> None:
    assert splinters("Yubei)") == ("Y", "u", "b", "e", "i)")
    assert splinters("（1104亿元，") == ("（1", "1", "0", "4", "亿", "元，")
    assert splinters("49.9%") == ("4", "9.", "9%")


def test_one_full_width_comma_makes_a_text_chinese() -> None:
    assert holds_chinese("Yubei，")
    assert not holds_chinese("Yubei — 2024")


WORDS = (
    *"渝北两江新区的和在，。、；：？！（）《》“”‘’「」【】·—…-–/／",
    "——", "……", " ", " ", "2024 年", "1—8 月", "1104亿元", "36.2 km", "110.4 bn yuan", "49.9%",
    "第3条", "375条", "¥5", "−5℃", "C919", "T3", "OPPO", "Central", "Park", "new-energy", "Yubei's",
    "Wi-Fi", '"', "a", "，”", "。）",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
WHOLE = re.compile(
    r"[A-Za-z]+"
    r"|(?<![A-Za-z\d.])\d+(?:\.\d+)?(?:亿元|条| 年| 月|(?: km| bn yuan)(?![A-Za-z])|[%℃])"
    r"|——|……|(?<![A-Za-z\d.])\d+—\d+"
)


def ems(text: str) -> float:
    """The width of `text` where Chinese is an em wide and all else half an em."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text)


def starts_of(lines: list[str], text: str) -> list[int]:
    """Where each line begins in its paragraph."""
    starts, at = [], 0
    for line in lines:
        at = text.index(line, at)
        starts.append(at)
        at += len(line)
    return starts


def could_spare(run: Run, lines: list[str], width: float) -> bool:
    """Whether the last line could have taken the last piece of the line above it."""
    ends = [sum(map(len, run.pieces[:i])) for i in range(len(run.pieces) + 1)]
    above, last = starts_of(lines, "".join(run.pieces))[-2:]
    piece = max(i for i, end in enumerate(ends) if end <= last)
    return ends[piece - 1] > above and run.width(piece - 1, len(run.pieces)) <= width


@given(TEXTS, st.floats(2, 30), st.booleans())
def test_no_line_begins_or_ends_with_what_it_may_not(
    text: str, width: float, is_balanced: bool
) -> None:
    for run in runs(text, ems):
        lines = [line.text for line in broken(run, width, is_balanced=is_balanced)]

        assert all(line[:1] not in NO_START for line in lines[1:])
        assert all(line[-1:] not in NO_END for line in lines[:-1])
        assert all(line[:1] != " " for line in lines[1:])
        assert all(line[-1:] != " " for line in lines)


@given(TEXTS, st.floats(2, 30), st.booleans())
def test_words_figures_and_doubled_signs_are_never_split(
    text: str, width: float, is_balanced: bool
) -> None:
    run = runs(text, ems)[0]

    lines = [line.text for line in broken(run, width, is_balanced=is_balanced)]

    whole = [match.span() for match in WHOLE.finditer(text)]
    for start in starts_of(lines, text)[1:]:
        assert not [text[a:b] for a, b in whole if a < start < b]


@given(TEXTS, st.floats(2, 30), st.booleans())
def test_no_line_is_wider_than_it_must_be_and_no_character_is_lost(
    text: str, width: float, is_balanced: bool
) -> None:
    run = runs(text, ems)[0]

    lines = broken(run, width, is_balanced=is_balanced)

    assert all(line.width <= max(width, run.widest) + 1e-9 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.floats(4, 30), st.booleans())
def test_the_last_line_is_a_single_character_only_where_the_line_above_can_spare_none(
    text: str, width: float, is_balanced: bool
) -> None:
    run = runs(text, ems)[0]

    lines = [line.text for line in broken(run, width, is_balanced=is_balanced)]

    last = lines[-1].rstrip("".join(NO_START))
    if len(lines) > 1 and len(last) == 1 and holds_chinese(last):
        assert not could_spare(run, lines, width)


@given(TEXTS, st.floats(2, 30), st.booleans())
def test_a_text_that_is_splintered_keeps_to_the_width(
    text: str, width: float, is_balanced: bool
) -> None:
    run = runs(text, ems)[0].splintered(width)

    lines = broken(run, width, is_balanced=is_balanced)

    assert all(line.width <= max(width, run.widest) + 1e-9 for line in lines)
    assert all(line.text[:1] not in NO_START for line in lines[1:])
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
