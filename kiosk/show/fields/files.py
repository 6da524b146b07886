"""Paths in a show: files of its own folder and no others."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from dataclasses import field

from kiosk.options import File, FileChoice
from kiosk.phrases import Phrase, phrase, write
from kiosk.problems import offer
from kiosk.show.fields.bind import UNFIT, Binder, Converter
from kiosk.show.fields.near_files import near_file
from kiosk.show.folder import Folder
from kiosk.show.yaml.codes import Code
from kiosk.show.yaml.nodes import Mapping, Node, Scalar
from kiosk.values import dataclass

_SHAPES = ("landscape", "portrait")


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads the names of files. cases: what a choice of files may depend on."""

    folder: Folder
    themes: tuple[str, ...]
    _by_name: dict[str, str] = field(default_factory=dict)  # every file, once one is missing

    def converters(self) -> MappingABC[object, Converter]:
        """For the types that name files."""
        return {File: self.file, FileChoice: self.choice}

    def file(self, node: Node, binder: Binder) -> object:
        """The path of a file that is there."""
        if not isinstance(node, Scalar):
            return binder.expected(node, phrase("a file's name"))
        path = node.text.removeprefix("./")
        wrong = self._wrong(path)
        if wrong is None:
            return path
        code, what, hint = wrong
        binder.findings.error(node, code, what, hint or self._near(path, binder))
        return UNFIT

    def file_to_come(self, node: Node, binder: Binder) -> object:
        """The path of a file that others write; where it is not there yet, that is a warning."""
        if not isinstance(node, Scalar):
            return binder.expected(node, phrase("a file's name"))
        path = node.text.removeprefix("./")
        wrong = self._wrong(path)
        if wrong is None:
            return path
        code, what, hint = wrong
        if code == "missing-file" and path:
            near = binder.findings.near(path, self.folder.names(), near_file)
            waits = phrase("the chart waits until it is there")
            binder.findings.warning(node, code, what, near or waits)
            return path
        binder.findings.error(node, code, what, hint)
        return UNFIT

    def choice(self, node: Node, binder: Binder) -> object:
        """One file, or one for each theme or shape, or for each shape of a theme."""
        if not isinstance(node, Mapping):
            path = self.file(node, binder)
            return self._chosen((("", path),)) if isinstance(path, str) else UNFIT
        found = self._cases(node, (*_SHAPES, *self.themes), "", binder)
        return self._chosen(found) if found else UNFIT

    def _chosen(self, choices: tuple[tuple[str, str], ...]) -> FileChoice:
        """The files of those cases, as their contents are now."""
        told = {file: self.folder.edition(file) for _, file in choices}
        return FileChoice(choices, tuple((file, told[file]) for file in told if told[file]))

    def _cases(
        self, node: Mapping, known: tuple[str, ...], theme: str, binder: Binder
    ) -> tuple[tuple[str, str], ...]:
        """The case and file of each entry, whose key is one of `known`; none if one is wrong.

        theme: whose shapes they are, with a space behind, if they are those of a theme.
        """
        found: list[tuple[str, str]] = []
        is_well = True
        for key, value in node.entries:
            if key.text not in known:
                hint = binder.findings.meant(key.text, known)
                what = phrase("'{word}' is neither a theme nor a shape", word=key.text)
                binder.findings.error(key, "unknown-field", what, hint)
                is_well = False
            elif isinstance(value, Mapping) and key.text in self.themes:
                within = self._cases(value, _SHAPES, f"{key.text} ", binder)
                found += within
                is_well = is_well and bool(within)
            else:
                path = self.file(value, binder)
                is_well = is_well and isinstance(path, str)
                found += [(theme + key.text, path)] if isinstance(path, str) else []
        return tuple(found) if is_well else ()

    def _wrong(self, path: str) -> tuple[Code, Phrase, Phrase | None] | None:
        """Code, finding and hint, or None when the file is there and may be read.

        The hint is None where another file may have been meant.
        """
        if "\\" in path:
            return (
                "backslash",
                phrase("a backslash in a file's name"),
                write(path.replace("\\", "/")),
            )
        if path.startswith(("/", "~")) or re.match("[A-Za-z]:|[a-z]+://", path):
            hint = phrase("copy the file into the show's folder, and write its name alone")
            return (
                "outside-path",
                phrase("'{path}' is not inside the show's folder", path=path),
                hint,
            )
        if ".." in path.split("/"):
            hint = phrase("copy the file into the show's folder")
            return (
                "outside-path",
                phrase("'{path}' leads out of the show's folder", path=path),
                hint,
            )
        if not path or "\0" in path or not self.folder.exists(path):
            return "missing-file", phrase("there is no file '{path}'", path=path), None
        if not self.folder.is_inside(path):
            hint = phrase("copy the file itself into the show's folder")
            return (
                "outside-path",
                phrase("'{path}' is a link that leads out of the show's folder", path=path),
                hint,
            )
        return None

    def _near(self, path: str, binder: Binder) -> Phrase | None:
        """The file that may have been meant: of that name in another folder, or spelt likewise."""
        if not self._by_name:
            self._by_name.update((name.rpartition("/")[2], name) for name in self.folder.names())
        meant = self._by_name.get(path.rpartition("/")[2])
        if meant is not None:
            return offer(meant)
        otherwise = phrase("copy it into the show's folder")
        return binder.findings.near(path, self._by_name.values(), near_file) or otherwise
