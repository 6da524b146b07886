"""The three questions of `kiosk new`, and what an answer means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.author.new.wish import MOST_IN_TITLE, Screen, Wish, languages_in, screen_in
from kiosk.author.new.words import cleaned
from kiosk.phrases import Language, Phrase, phrase, said
from kiosk.values import dataclass

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says: words as they were typed; None where nothing was."""

    title: str | None = None
    languages: str | None = None
    screen: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks for what the command line does not say.

    ask: puts a question to whoever sits there and gives the answer; None where nobody does. tell:
    says a line. language: in which both are.
    """

    ask: Callable[[str], str] | None
    tell: Callable[[Phrase], None]
    language: Language

    def wish(self, given: Given, title: str) -> Wish | None:
        """What is wished; None, which is said, where a word of the command line means nothing.

        title: where none is given. Raises EOFError where an answer will never come.
        """
        usual: tuple[str, ...] = (self.language,)
        named = self._found(
            given.title, phrase("The show's title [{usual}]: ", usual=title), self._title, title
        )
        if named is None:
            return None
        languages = self._found(
            given.languages,
            phrase("Its languages: Chinese, English or both? [English]: "),
            self._languages,
            usual,
        )
        if languages is None:
            return None
        screen = self._found(
            given.screen,
            phrase("The screen: inches, and how it hangs, such as `55 portrait` [43 landscape]: "),
            self._screen,
            Screen(),
        )
        return None if screen is None else Wish(named, languages, screen)

    def _found(
        self,
        given: str | None,
        question: Phrase,
        read: Callable[[str], Answer | Phrase],
        usual: Answer,
    ) -> Answer | None:
        """What was given, or is answered; `usual` where nobody says anything."""
        if given is not None:
            found = read(given)
            if isinstance(found, Phrase):
                self.tell(found)
                return None
            return found
        while self.ask is not None:
            answer = self.ask(said(question, self.language)).strip()
            if not answer:
                break
            found = read(answer)
            if not isinstance(found, Phrase):
                return found
            self.tell(found)
        return usual

    def _title(self, text: str) -> str | Phrase:
        title = " ".join(cleaned(text).split())
        if not title:
            return phrase("a title has at least one character")
        if len(title) > MOST_IN_TITLE:
            return phrase(
                "a title has {most} characters at most, and this one {count}",
                most=MOST_IN_TITLE,
                count=len(title),
            )
        return title

    def _languages(self, text: str) -> tuple[str, ...] | Phrase:
        found = languages_in(text, self.language)
        hint = phrase("languages are zh, en or zh,en, not '{word}'", word=text)
        return hint if found is None else found

    def _screen(self, text: str) -> Screen | Phrase:
        found = screen_in(text)
        hint = phrase(
            "a screen is written `43 in landscape` or `55 portrait`, 5 to 1000 in, not '{word}'",
            word=text,
        )
        return hint if found is None else found
