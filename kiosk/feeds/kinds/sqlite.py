"""SQLite databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.data.feed import Feed, Line, LiveFile
from kiosk.options import option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.records import Records
    from kiosk.phrases import Phrase


@dataclass(frozen=True, kw_only=True)
class Sqlite(Feed):
    """Asks an SQLite database inside the show's folder, and changes nothing in it."""

    chinese: ClassVar[str] = "查询节目文件夹里的一个 SQLite 数据库，不改动它。"

    sqlite: LiveFile = option(
        "The file, inside the show's folder; it may come later.",
        zh="节目文件夹里的文件；可以稍后才出现。",
    )
    query: str = option(
        "What is asked: `select hour, visitors from halls`.",
        zh="查询语句：`select hour, visitors from halls`。",
    )

    @property
    def source(self) -> str:
        """The file's name."""
        return self.sqlite

    @property
    def file(self) -> str:
        """The same."""
        return self.sqlite

    def records(self, content: bytes) -> Records | Phrase:
        """The rows that the query finds."""
        from kiosk.feeds.databases import asked_of  # noqa: PLC0415 - few shows have one

        return asked_of(content, self.query)

    def follow(self, line: Line) -> None:
        """Tells what the query finds, again and again."""
        from kiosk.feeds.databases import follow_database  # noqa: PLC0415

        follow_database(line, self.sqlite, self.every, self.query)
