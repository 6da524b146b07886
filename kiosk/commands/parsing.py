"""argparse in the reader's language: its headings, its help and its refusals."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from kiosk.phrases import Language, Phrase, phrase, said

# What argparse says in English wherever it is: its headings and its refusals.
_OF_ARGPARSE = (
    phrase("options"),
    phrase("positional arguments"),
    phrase("argument {name}: {what}", name="", what=""),
    phrase("the following arguments are required: {names}", names=""),
    phrase("unrecognized arguments: {names}", names=""),
    phrase("ambiguous option: {word} could match {names}", word="", names=""),
    phrase("ignored explicit argument {word}", word=""),
    phrase("expected one argument"),
    phrase("not allowed with argument {name}", name=""),
    phrase("invalid choice: {word} (choose from {names})", word="", names=""),
)


class _Help(argparse.HelpFormatter):
    """Says the help of a command in the reader's language, and not before it is asked for."""

    def __init__(self, language: Language, prog: str) -> None:
        super().__init__(prog)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Adds the line that shows how the command is written."""
        prefix = said(phrase("usage: "), self._language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)

    def start_section(self, heading: str | None) -> None:
        """Starts a part of the help."""
        super().start_section(self._said(heading))

    def add_text(self, text: str | None) -> None:
        """Adds a paragraph."""
        super().add_text(self._said(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._said(action.help)

    def _said(self, english: str | None) -> str | None:
        return said(Phrase(english), self._language) if english else english


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    # `Any`: argparse calls it for its subcommands too, with its own options.
    def __init__(self, *, language: Language = "en", **options: Any) -> None:  # noqa: ANN401
        super().__init__(add_help=False, formatter_class=partial(_Help, language), **options)
        self._language = language
        self.add_argument(
            "-h", "--help", action="help", help=kept(phrase("show this help and end"))
        )

    def error(self, message: str) -> NoReturn:
        """Ends the process with status 2, as command lines do."""
        line = phrase(
            "{prog}: {what} — {prog} --help tells more", prog=self.prog, what=_understood(message)
        )
        self.exit(2, f"{said(line, self._language)}\n")


def kept(text: Phrase) -> str:
    """The text as argparse keeps it; `_Help` says it in the reader's language."""
    return text.template


def _understood(message: str) -> str | Phrase:
    """What argparse says as a phrase; as it is where it says something else."""
    for known in _OF_ARGPARSE:
        names = [name for name, _ in known.arguments]
        pattern = re.escape(known.template)
        for name in names:
            pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>.+?)")
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return Phrase(known.template, tuple((name, _understood(match[name])) for name in names))
    return message
