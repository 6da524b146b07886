"""Text in several languages, some of its words emphasised."""

from __future__ import annotations

from typing import NewType

from kiosk.values import dataclass

Span = tuple[int, int]  # from a character up to but without another


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure that is printed in a text. at: where; fact: its name in the show's facts."""

    at: Span
    fact: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says in one language. emphasis: the stretches that carry weight, in order.

    text: plain, without the signs that emphasis is written with. mentions: the figures printed in
    it, in order.
    """

    text: str
    emphasis: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, facts already printed into it.

    versions: (language, text) pairs in the order written. A text written without a language has
    one version, under the empty language, and stands for all. emphasis: (language, its stretches)
    of the versions that have emphasised words. mentions: the same for the figures printed in them.
    """

    versions: tuple[tuple[str, str], ...]
    emphasis: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    mentions: tuple[tuple[str, tuple[Mention, ...]], ...] = ()

    def in_language(self, language: str) -> str:
        """The version in `language`, else the first one, else nothing."""
        return self.words(language).text

    def words(self, language: str) -> Words:
        """The same with its emphasis and its figures."""
        for name, text in self.versions:
            if name in {language, ""}:
                return self._words(name, text)
        return self._words(*self.versions[0]) if self.versions else Words("")

    def has(self, language: str) -> bool:
        """Whether a version was written in just that language."""
        return any(name == language for name, _ in self.versions)

    def _words(self, language: str, text: str) -> Words:
        return Words(
            text,
            next((spans for name, spans in self.emphasis if name == language), ()),
            next((found for name, found in self.mentions if name == language), ()),
        )


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
        tuple((language, words.mentions) for language, words in versions if words.mentions),
    )
