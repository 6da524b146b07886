"""What languages say otherwise than one another: other figures, lists of other lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.phrases import phrase
from kiosk.show.findings import first_place
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, inner
from kiosk.typesetting.lists import paragraphs_of

if TYPE_CHECKING:
    from kiosk.data.text import Text, Words
    from kiosk.show.fields.bind import Binder


def warn_of_difference(node: Mapping, versions: dict[str, Words], binder: Binder) -> None:
    """Warns where a language states another figure than the first one does."""
    from kiosk.data.differing import differing  # noqa: PLC0415 - who plays a show does without

    (first, key), *others = ((key.text, value) for key, value in node.entries)
    for language, value in others:
        words = (versions[first], versions[language])
        if not any(c.isdigit() or c in "十百千万亿" for c in words[0].text):
            return
        found = differing(words[0], first, words[1], language)
        if found is not None:
            what = phrase(
                "'{language}' says {figure}, where '{first}' says {other}",
                language=language, figure=found[1].written, first=first, other=found[0].written,
            )  # fmt: skip
            hint = phrase("correct one of them")
            label = phrase("the other language")
            related = first_place(_figure(key, found[0].written), label)
            at = _figure(value, found[1].written)
            binder.findings.warning(at, "different-figures", what, hint, related)


def _figure(node: Node, written: str) -> Node:
    """The place of a figure in a value; all of it where it is printed otherwise."""
    at = node.text.find(written) if isinstance(node, Scalar) else -1
    return inner(node, at, len(written)) if isinstance(node, Scalar) and at >= 0 else node


def warn_of_lengths(node: Mapping, text: Text, binder: Binder) -> None:
    """Warns where a list has fewer items in one language than in another."""
    counts = {of: _items(version) for of, version in text.versions}
    first, most = max(counts.items(), key=lambda each: each[1])
    for key, value in node.entries:
        count = counts.get(key.text, 0)
        if 0 < count < most:
            what = phrase(
                "the list has {count} items in '{language}', and {most} in '{first}'",
                count=count, language=key.text, most=most, first=first,
            )  # fmt: skip
            hint = phrase("write each item in every language")
            binder.findings.warning(value, "missing-translation", what, hint)


def _items(text: str) -> int:
    """How many items of a list it has."""
    return sum(bool(each.marker) for each in paragraphs_of(text, has_lists=True))
