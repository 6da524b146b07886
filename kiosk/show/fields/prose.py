"""Texts of several lines: as one text, or as a YAML list whose items are the items of a list."""

from __future__ import annotations

from kiosk.data.text import Mention, Span, Text, Words, text_of
from kiosk.show.fields.bind import UNFIT, Binder, Unfit
from kiosk.show.fields.differences import warn_of_lengths
from kiosk.show.fields.texts import TextReader
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.typesetting.lists import paragraphs_of
from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class ProseReader:
    """Reads texts that may be lists: the whole of it, each language of it, or each item in many."""

    texts: TextReader

    def __call__(self, node: Node, binder: Binder) -> object:
        """A `Text`, the items of lists in lines that begin with `- `."""
        if isinstance(node, Sequence) and is_list(node):
            return self._of_items(node, binder)
        read: object
        if isinstance(node, Mapping) and any(_is_listed(value) for _, value in node.entries):
            read = self.texts.of_many(node, binder, self._version)
        else:
            read = self.texts(node, binder)
        if self.texts.compares and isinstance(node, Mapping) and isinstance(read, Text):
            warn_of_lengths(node, read, binder)
        return read

    def _of_items(self, node: Sequence, binder: Binder) -> Text | Unfit:
        """A list of texts, each in one language or in several."""
        items = [self.texts(item, binder) for item in node.items]
        read = [item for item in items if isinstance(item, Text)]
        if len(read) < len(items):
            return UNFIT
        named = [each for each in self.texts.languages if any(item.has(each) for item in read)]
        versions = [(each, listed([item.words(each) for item in read])) for each in named or [""]]
        if any(self.texts.is_too_long(words.text, node, binder) for _, words in versions):
            return UNFIT
        return text_of(tuple(versions))

    def _version(self, node: Node, language: str, binder: Binder) -> Words | None:
        """What is said in one language: a text, or a list of texts."""
        if not isinstance(node, Sequence) or not is_list(node):
            return self._item(node, language, binder)
        items = [self._item(item, language, binder) for item in node.items]
        read = [item for item in items if item is not None]
        words = listed(read)
        if len(read) < len(items) or self.texts.is_too_long(words.text, node, binder):
            return None
        return words

    def _item(self, node: Node, language: str, binder: Binder) -> Words | None:
        """One text in one language."""
        if isinstance(node, Scalar):
            return self.texts.printed(node, language, binder)
        self.texts.no_text(node, binder)
        return None


def _is_listed(node: Node) -> bool:
    return isinstance(node, Sequence) and is_list(node)


def is_list(node: Sequence) -> bool:
    """Whether a list is meant, and not a text that begins with a bracket."""
    line = node.source.line(node.place.line)
    is_bracketed = line[node.place.column : node.place.column + 1] == "["
    return len(node.items) > 1 or (len(node.items) == 1 and not is_bracketed)


def listed(items: list[Words]) -> Words:
    """The items in lines that begin with `- `, or as they were typed if that makes them items.

    Their further lines begin with two spaces.
    """
    text = ""
    emphasis: list[Span] = []
    mentions: list[Mention] = []
    for item in items:
        text += "\n" if text else ""
        text += "" if paragraphs_of(item.text)[0].is_item else "- "
        emphasis += [_onward(span, item, len(text)) for span in item.emphasis]
        mentions += [Mention(_onward(m.at, item, len(text)), m.fact) for m in item.mentions]
        text += item.text.strip("\n").replace("\n", "\n  ")
    return Words(text, tuple(emphasis), tuple(mentions))


def _onward(span: Span, item: Words, start: int) -> Span:
    """Where a stretch within one line of an item stands in a list whose item begins at `start`."""
    lead = len(item.text) - len(item.text.lstrip("\n"))
    onward = start - lead + 2 * item.text.count("\n", lead, span[0])
    return span[0] + onward, span[1] + onward
