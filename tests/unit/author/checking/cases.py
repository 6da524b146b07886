"""For each kind of fault that only an eye would find: a show that has it, and one that just not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tests.unit.author.checking.slides import plain, save
from tests.unit.show.memory import FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

BARS = "type: bar, x: a, y: b, data: [{a: one, b: 3}, {a: two, b: 4}]"
WALK = "沿湖走一圈要四十分钟。"
SENTENCE = "A walk around the lake takes forty minutes. "
PLACED = "  - title: A title\n    chart: {at: [PLACE], " + BARS + "}\n"
LINE = "type: line, x: a, y: b, data: [{a: 2019, b: 31234}, {a: 2020, b: 36789}]"
DATED = "  - title: a\n  - {title: b, from: 2035-12-01, until: 2035-12-DAY}\n"
BARE = (
    "  - {title: Lights, layout: full-picture, "
    "picture: {file: picture.png, motion: none, scrim: SCRIM}}\n"
)
WHOLE = "  - {layout: full-picture, picture: {file: picture.png, motion: none}}\n"
OVER = (
    "  - layout: opening\n    title: a\n"
    "    picture: {file: picture.png, motion: none, scrim: SCRIM}\n"
    f"    chart: {{{BARS}}}\n"
)
TURN = "  - {title: a}\n" + BARE.replace("}}", "}, transition: push 600 ms}").replace("SCRIM", "0")


def links(places: tuple[int, ...]) -> str:
    """A slide with three links at those x."""
    charts = "".join(
        f"      - {{id: c{x}, goto: two, at: [{x}, 500, 96, 96], {BARS}}}\n" for x in places
    )
    return f"  - charts:\n{charts}  - {{id: two, title: b}}\n"


def link_at(top: int) -> str:
    """A link in a place of its own, so far down."""
    number = f"{{value: 5, goto: two, at: [200, {top}, 300, 120]}}"
    return f"  - number: {number}\n  - {{id: two, title: b}}\n"


def names(count: int, name: str) -> str:
    """A chart of so many bars with such names."""
    rows = ", ".join(f"{{a: {name} {i}, b: {i + 2}}}" for i in range(count))
    return f"  - title: a\n    chart: {{type: bar, x: a, y: b, data: [{rows}]}}\n"


def striped(count: int) -> NDArray[np.uint8]:
    """A picture of so many white stripes on black, from left to right."""
    is_white = np.arange(1920) * 2 * count // 1920 % 2 == 1
    return np.repeat(np.repeat(is_white[None, :, None], 1080, 0), 3, 2).astype(np.uint8) * 255


@dataclass(frozen=True)
class Told:
    """A show of one chapter. head: more of show.yaml. picture: `picture.png`. more: other files."""

    slides: str
    head: str = ""
    picture: NDArray[np.uint8] | None = None
    more: Mapping[str, bytes | str] = field(default_factory=dict)
    title: str = "x"
    languages: str = "[en]"

    def write(self, folder: Path) -> None:
        """Writes its files."""
        folder.mkdir()
        more = dict.fromkeys(self.more, b"") | dict(self.more)
        head = f"title: {self.title}\nlanguages: {self.languages}\n{self.head}"
        files = {
            "show.yaml": f"{head}chapters: [one.yaml]\n",
            "one.yaml": f"title: c\nslides:\n{self.slides}",
            **more,
        }
        for name, content in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            raw = content.encode() if isinstance(content, str) else content
            (folder / name).write_bytes(raw)
        if self.picture is not None:
            save(self.picture, folder / "picture.png")


def pair(faulty: str, sound: str, head: str = "") -> tuple[Told, Told]:
    """Shows of those slides."""
    return Told(faulty, head), Told(sound, head)


def captioned(caption: str) -> Told:
    """A picture with that caption, beside a title."""
    picture = f"{{file: picture.png, caption: {caption}}}"
    slide = f"  - {{title: 湖, layout: picture-left, picture: {picture}}}\n"
    return Told(slide, picture=plain(9, 1920, 1080), languages="[zh]")


LONG_TITLE = "Everything there is to be seen between the lake and the river in a year"
USES = '  - {title: "{urban_parks}, {growth}, {auto_output}, {elec_output}"}\n'
KNOWN = {"facts.yaml": FACTS}
FACTED = "languages: [zh, en]\nfacts: facts.yaml\n"
NARROW = "screen: 10 in\nviewing: 0.4 m\n"
GREY = 200

# By code: a show that has the fault, and one that just has not.
CASES: Mapping[str, tuple[Told, Told]] = {
    "no-room": pair(
        f"  - title: a\n    text: {SENTENCE * 40}\n", f"  - title: a\n    text: {SENTENCE * 20}\n"
    ),
    "cut": pair(names(24, "the name of thing number"), names(24, "no.")),
    "cut-title": (
        Told("  - title: a\n", title=LONG_TITLE * 2), Told("  - title: a\n", title=LONG_TITLE[:58]),
    ),
    "overflow": pair(
        f"  - chart: {{at: [900, 500, 96, 96], {LINE}}}\n",
        f"  - chart: {{at: [900, 500, 400, 300], {LINE}}}\n",
    ),
    "off-screen-caption": (captioned(WALK * 150), captioned(WALK * 20)),
    "off-screen": pair(
        f"  - chart: {{at: [1824, 984, 96, 96], {LINE}}}\n",
        f"  - chart: {{at: [1524, 784, 396, 296], {LINE}}}\n",
    ),
    "small-text": pair(
        "  - number: {value: 123456789, at: [100, 400, 96, 96]}\n",
        "  - number: {value: 123456789, at: [100, 400, 200, 96]}\n",
    ),
    "overlap": pair(
        PLACED.replace("PLACE", "90, 140, 900, 400"), PLACED.replace("PLACE", "90, 560, 900, 400")
    ),
    "small-target": pair(links((96, 200, 304)), links((96, 400, 704)), NARROW),
    "low-contrast": (
        Told(BARE.replace("SCRIM", "0"), picture=plain(GREY, 1920, 1080)),
        Told(BARE.replace("SCRIM", "0.62"), picture=plain(GREY, 1920, 1080)),
    ),
    "faint-chart": (
        Told(OVER.replace("SCRIM", "0"), picture=plain(GREY, 1920, 1080)),
        Told(OVER.replace("SCRIM", "0"), picture=plain(9, 1920, 1080)),
    ),
    "blurred-picture": (
        Told(WHOLE, picture=plain(9, 1726, 970)), Told(WHOLE, picture=plain(9, 1730, 974)),
    ),
    "other-family": (
        Told("  - title: 来自 Łódź 的客人\n", languages="[zh]"),
        Told("  - title: 来自 Lodz 的客人\n", languages="[zh]"),
    ),
    "flashes": (
        Told(TURN, picture=striped(20)), Told(TURN, picture=striped(1)),
    ),
    "unused-fact": (
        Told(USES.replace(", {elec_output}", ""), FACTED.partition("\n")[2], more=KNOWN),
        Told(USES, FACTED.partition("\n")[2], more=KNOWN),
    ),
    "too-far": (
        Told("  - title: a\n", "viewing: 4.8 m\n"), Told("  - title: a\n", "viewing: 4.3 m\n"),
    ),
    "out-of-reach": (
        Told("  - title: a\n", "mounted: 930 mm\n"), Told("  - title: a\n", "mounted: 920 mm\n"),
    ),
    "out-of-reach-high": pair(link_at(136), link_at(140), "mounted: 800 mm\n"),
    "out-of-reach-low": pair(link_at(610), link_at(600), "mounted: 100 mm\nscreen: 55 in\n"),
    "dead-link": pair(
        "  - number: {value: 3, goto: two}\n  - {id: two, title: x, hidden: true}\n",
        "  - number: {value: 3, goto: two}\n  - {id: two, title: x}\n",
    ),
    "never-shown": pair(
        DATED.replace("DAY", "02"), DATED.replace("DAY", "03"), 'hours: {mon-fri: "09:00-17:00"}\n'
    ),
    "long-read": (
        Told(f"  - {{title: 湖, text: {'湖' * 210}}}\n", languages="[zh]"),
        Told(f"  - {{title: 湖, text: {'湖' * 209}}}\n", languages="[zh]"),
    ),
    "short-stay": pair(
        f"  - {{title: a, text: {SENTENCE}, stay: 5 s}}\n",
        f"  - {{title: a, text: {SENTENCE}, stay: 8 s}}\n",
    ),
    "unlisted": (
        Told("  - title: a\n", more={"two.yaml": "title: t\nslides: [{title: b}]\n"}),
        Told("  - title: a\n", more={"two.yaml": "title: t\nrooms: [{title: b}]\n"}),
    ),
    "unusable-picture": (
        Told("  - picture: picture.png\n", more={"picture.png": b"no picture"}),
        Told("  - picture: picture.png\n", picture=plain(9, 1920, 1080)),
    ),
    "unusable-font": (
        Told("  - title: a\n", more={"fonts/a.ttf": b"no font"}), Told("  - title: a\n"),
    ),
}  # fmt: skip
