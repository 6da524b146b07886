"""Whether an SVG picture may be drawn, judged by its text alone: what it loads and how much it is.

Qt would show any file of the disk that an `<image>` names, and draw for minutes what a few nested
`<use>` multiply. What comes through here is still drawn in a process that may be killed.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import NoReturn
from xml.parsers import expat

from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

MOST_BYTES = 4 * 2**20
MOST_NODES = 100_000
MOST_DEPTH = 100
LONGEST_SIDE = 100_000.0

_LENGTH = re.compile(r"\s*(\+?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]*)", re.IGNORECASE)
_PICTURE_WITHIN = re.compile(r"\s*data:image/(?:png|jpeg|jpg|gif|webp)[;,]", re.IGNORECASE)
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a picture is not drawn. reason: what the picture does."""

    reason: Phrase


class _Found(Exception):  # noqa: N818 - not an error: how expat's callbacks end the reading
    """What makes the picture unfit."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.template)
        self.reason = reason


def vetted(content: bytes) -> tuple[float, float] | Unfit:
    """The width and height that the SVG gives itself, in pixels of CSS; or why it is not drawn."""
    if len(content) > MOST_BYTES:
        return Unfit(phrase("is larger than {most} MiB", most=MOST_BYTES // 2**20))
    reading = _Reading()
    parser = expat.ParserCreate("utf-8")  # whatever it declares: Qt must not read it otherwise
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.ProcessingInstructionHandler = reading.instruction
    parser.EntityDeclHandler = reading.entity
    parser.XmlDeclHandler = reading.declaration
    try:
        parser.Parse(content, True)
        reading.check_nodes()
    except _Found as found:
        return Unfit(found.reason)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        return Unfit(
            phrase("is no SVG that can be read (line {line}: {what})", line=error.lineno, what=what)
        )
    return reading.size


@dataclass(slots=True)
class _Reading:
    """What has been read so far. Node 0 is the root; a node is drawn with all that it leads to."""

    size: tuple[float, float] = (0.0, 0.0)
    leads_to: list[list[int]] = field(default_factory=list)
    _ids: dict[str, int] = field(default_factory=dict)
    _named: list[tuple[int, str]] = field(default_factory=list)
    _simple: set[int] = field(default_factory=set)
    _open: list[int] = field(default_factory=list)
    _style: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name, node = tag.rpartition(":")[2], len(self.leads_to)
        if node == 0:
            self.size = _size_of(name, attributes)
        if node >= MOST_NODES or len(self._open) >= MOST_DEPTH:
            _refuse_as_too_much()
        self.leads_to.append([])
        if self._open:
            self.leads_to[self._open[-1]].append(node)
        self._open.append(node)
        if name in _GRADIENTS:
            self._simple.add(node)
        if name == "style":
            self._style = []
        for key, value in attributes.items():
            self._attribute(node, name, key.rpartition(":")[2], value)

    def _attribute(self, node: int, tag: str, key: str, value: str) -> None:
        if key == "id":
            self._ids.setdefault(value, node)
        elif key == "href" and tag != "a":  # a link is not followed
            self._refer(node, value)
        else:
            self._refer_in(node, value)

    def _refer_in(self, node: int, text: str) -> None:
        """Takes in what `url(…)` in a value or in a style sheet names."""
        if "@import" in text.lower():
            raise _Found(phrase("loads a style sheet from another file"))
        for match in _URL.finditer(text):
            self._refer(node, match[1])

    def _refer(self, node: int, target: str) -> None:
        target = target.strip()
        if target.startswith("#"):
            self._named.append((node, target[1:]))
        elif target and not _PICTURE_WITHIN.match(target):
            what = phrase(
                "loads another file ({file}); it must hold all that it shows", file=target[:60]
            )
            raise _Found(what)

    def end(self, _tag: str) -> None:
        """An element ends."""
        node = self._open.pop()
        if self._style is not None:
            self._refer_in(node, "".join(self._style))
            self._style = None

    def text(self, text: str) -> None:
        """Text, which says something in a style sheet only."""
        if self._style is not None:
            self._style.append(text)

    def instruction(self, target: str, _data: str) -> None:
        """An instruction to the program, `<?…?>`."""
        if target.lower() == "xml-stylesheet":
            raise _Found(phrase("loads a style sheet from another file"))

    def entity(self, *_declared: object) -> None:
        """An abbreviation for text, which could stand for a file or for a million letters."""
        raise _Found(phrase("declares entities; save it as plain SVG"))

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """The first line, with what it says about the encoding."""
        if encoding is not None and encoding.lower() not in {"utf-8", "us-ascii"}:
            raise _Found(phrase("is written in {encoding}; save it in UTF-8", encoding=encoding))

    def check_nodes(self) -> None:
        """Raises `_Found` where more is drawn than the budget allows, or something draws itself."""
        for node, name in self._named:
            if name in self._ids:
                self.leads_to[node].append(self._ids[name])
        if _drawn_by_root(self.leads_to, self._simple) > MOST_NODES:
            _refuse_as_too_much()


def _refuse_as_too_much() -> NoReturn:
    raise _Found(
        phrase(
            "draws more than {parts} parts or nests more than {depth}; simplify it",
            parts=MOST_NODES, depth=MOST_DEPTH,
        )
    )  # fmt: skip


def _drawn_by_root(leads_to: list[list[int]], simple: set[int]) -> int:
    """How many nodes are drawn when node 0 is, each as often as it is reached, up to the budget.

    simple: nodes that count as one however often they are used. Raises `_Found` for a circle.
    """
    counts: dict[int, int] = {}
    path: list[tuple[int, int]] = [(0, 0)]
    under_way = {0}
    while path:
        node, at = path.pop()
        if at < len(leads_to[node]):
            path.append((node, at + 1))
            target = leads_to[node][at]
            if target in under_way:
                raise _Found(phrase("has a part that uses itself"))
            if target not in counts:
                path.append((target, 0))
                under_way.add(target)
            continue
        total = 1 + sum(counts[target] for target in leads_to[node])
        counts[node] = 1 if node in simple else min(total, MOST_NODES + 1)
        under_way.discard(node)
    return counts[0]


def _size_of(root: str, attributes: dict[str, str]) -> tuple[float, float]:
    """The size that the root element states; raises `_Found` where it states none that serves."""
    if root != "svg":
        raise _Found(phrase("is no picture but a file of <{name}>", name=root[:30]))
    stated = (_length(attributes.get("width")), _length(attributes.get("height")))
    box = [_length(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())[2:]]
    sides = stated if None not in stated or len(box) != 2 else (box[0], box[1])
    width, height = sides
    if not width or not height:
        raise _Found(phrase("does not say how large it is"))
    if max(width, height) > LONGEST_SIDE:
        raise _Found(
            phrase(
                "says that it is {size} large, more than {most}",
                size=f"{width:.0f} x {height:.0f}", most=int(LONGEST_SIDE),
            )
        )  # fmt: skip
    return width, height


def _length(text: str | None) -> float | None:
    """A length in pixels of CSS; None where there is none, or one that depends on surroundings."""
    match = _LENGTH.fullmatch(text or "")
    return None if match is None else float(match[1]) * _PIXELS[match[2]]
