"""Text in several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, facts already printed into it.

    versions: (language, text) pairs in the order written. A text written without a language has
    one version, under the empty language, and stands for all.
    """

    versions: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The version in `language`, else the first one, else nothing."""
        for name, text in self.versions:
            if name in {language, ""}:
                return text
        return self.versions[0][1] if self.versions else ""

    def has(self, language: str) -> bool:
        """Whether a version was written in just that language."""
        return any(name == language for name, _ in self.versions)


NO_TEXT = Text(())


def plain(text: str) -> Text:
    """A text that is the same in every language."""
    return Text((("", text),))
