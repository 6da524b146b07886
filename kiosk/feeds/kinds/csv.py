"""Files of values between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.data.feed import Feed, Line, LiveFile
from kiosk.feeds.files import follow_file
from kiosk.feeds.lines import decoded, records_in
from kiosk.options import option
from kiosk.phrases import Phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.records import Records


@dataclass(frozen=True, kw_only=True)
class Csv(Feed):
    """Follows a CSV file inside the show's folder.

    Its first line names the columns. Commas, semicolons or tabs stand between the values.
    """

    chinese: ClassVar[str] = "跟随节目文件夹里的一个 CSV 文件。"

    csv: LiveFile = option(
        "The file, inside the show's folder; it may come later.",
        zh="节目文件夹里的文件；可以稍后才出现。",
    )

    @property
    def source(self) -> str:
        """The file's name."""
        return self.csv

    @property
    def file(self) -> str:
        """The same."""
        return self.csv

    def records(self, content: bytes) -> Records | Phrase:
        """The rows below the first line."""
        text = decoded(content)
        return text if isinstance(text, Phrase) else records_in(text)

    def follow(self, line: Line) -> None:
        """Tells the rows whenever the file changes."""
        follow_file(line, self.csv, self.every, self.records)
