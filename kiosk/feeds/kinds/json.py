"""JSON files."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.data.feed import Feed, Line, LiveFile
from kiosk.feeds.files import follow_file
from kiosk.feeds.trees import records_of, tree_in
from kiosk.options import option
from kiosk.phrases import Phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.records import Records


@dataclass(frozen=True, kw_only=True)
class Json(Feed):
    """Follows a JSON file inside the show's folder.

    Its rows are a list of fields (`[{"gate": "A", "flights": 3}, …]`), or lists by column.
    """

    chinese: ClassVar[str] = "跟随节目文件夹里的一个 JSON 文件。"

    json: LiveFile = option(
        "The file, inside the show's folder; it may come later.",
        zh="节目文件夹里的文件；可以稍后才出现。",
    )
    path: str = option(
        "Where the rows stand in it: `data.rows`.", "", zh="数据行在文件中的位置：`data.rows`。"
    )

    @property
    def source(self) -> str:
        """The file's name."""
        return self.json

    @property
    def file(self) -> str:
        """The same."""
        return self.json

    def records(self, content: bytes) -> Records | Phrase:
        """The rows at `path`."""
        tree = tree_in(content)
        return tree if isinstance(tree, Phrase) else records_of(tree, self.path)

    def follow(self, line: Line) -> None:
        """Tells the rows whenever the file changes."""
        follow_file(line, self.json, self.every, self.records)
