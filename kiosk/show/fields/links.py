"""Links between slides: `goto: two-pillars`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.options import SlideId
from kiosk.phrases import phrase
from kiosk.show.fields.bind import UNFIT, Binder, Converter
from kiosk.show.yaml.nodes import Mapping as Fields
from kiosk.show.yaml.nodes import Node, Scalar, Sequence


def links_to(slides: frozenset[str], *, are_all: bool) -> Mapping[object, Converter]:
    """What reads a link in a show with slides of those ids.

    A slide with a mistake counts: the link to it is right. are_all: whether there are no others;
    the slides of a chapter that cannot be read are not known, and a link may lead to one of them.
    """

    def convert(node: Node, binder: Binder) -> object:
        if not isinstance(node, Scalar):
            return binder.expected(node, phrase("the id of a slide"))
        if node.text in slides or not are_all:
            return SlideId(node.text)
        otherwise = phrase("write the id of one of the show's slides")
        hint = binder.findings.meant(node.text, slides, otherwise)
        what = phrase("unknown slide '{word}'", word=node.text)
        binder.findings.error(node, "unknown-slide", what, hint)
        return UNFIT

    return {SlideId: convert}


def warn_of_own_links(node: Fields, slide: str, binder: Binder) -> None:
    """Warns of links on a slide of that id to itself: nobody would see anything happen."""
    for link in _links_in(node):
        if link.text == slide:
            what = phrase("the link leads to the slide it is on")
            hint = phrase("write the id of another slide")
            binder.findings.warning(link, "not-shown", what, hint)


def _links_in(node: Fields) -> Iterator[Scalar]:
    """The links of a slide's picture, number and charts."""
    for name in ("picture", "number", "chart", "charts"):
        written = node.get(name)
        for element in written.items if isinstance(written, Sequence) else (written,):
            link = element.get("goto") if isinstance(element, Fields) else None
            if isinstance(link, Scalar):
                yield link
