"""Links between slides: `goto: two-pillars`."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.options import SlideId
from kiosk.phrases import phrase
from kiosk.show.bind import UNFIT, Binder, Converter
from kiosk.show.nodes import Node, Scalar


def links_to(slides: frozenset[str]) -> Mapping[object, Converter]:
    """What reads a link in a show with slides of those ids.

    A slide with a mistake counts: the link to it is right.
    """

    def convert(node: Node, binder: Binder) -> object:
        if not isinstance(node, Scalar):
            return binder.expected(node, phrase("the id of a slide"))
        if node.text in slides:
            return SlideId(node.text)
        otherwise = phrase("write the id of one of the show's slides")
        hint = binder.findings.meant(node.text, slides, otherwise)
        what = phrase("unknown slide '{word}'", word=node.text)
        binder.findings.error(node, "unknown-slide", what, hint)
        return UNFIT

    return {SlideId: convert}
