"""Text in several languages, some of its words emphasised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

Span = tuple[int, int]  # from a character up to but without another


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says in one language. emphasis: the stretches that carry weight, in order.

    text: plain, without the signs that emphasis is written with.
    """

    text: str
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, facts already printed into it.

    versions: (language, text) pairs in the order written. A text written without a language has
    one version, under the empty language, and stands for all. emphasis: (language, its stretches)
    of the versions that have emphasised words.
    """

    versions: tuple[tuple[str, str], ...]
    emphasis: tuple[tuple[str, tuple[Span, ...]], ...] = ()

    def in_language(self, language: str) -> str:
        """The version in `language`, else the first one, else nothing."""
        return self.words(language).text

    def words(self, language: str) -> Words:
        """The same with its emphasis."""
        for name, text in self.versions:
            if name in {language, ""}:
                return self._words(name, text)
        return self._words(*self.versions[0]) if self.versions else Words("")

    def has(self, language: str) -> bool:
        """Whether a version was written in just that language."""
        return any(name == language for name, _ in self.versions)

    def _words(self, language: str, text: str) -> Words:
        return Words(text, next((s for name, s in self.emphasis if name == language), ()))


Prose = NewType("Prose", Text)  # a text of several lines, among them lists

NO_TEXT = Text(())


def plain(text: str) -> Text:
    """A text that is the same in every language."""
    return Text((("", text),))


def text_of(versions: tuple[tuple[str, Words], ...]) -> Text:
    """The text of those versions."""
    return Text(
        tuple((language, words.text) for language, words in versions),
        tuple((language, words.emphasis) for language, words in versions if words.emphasis),
    )
