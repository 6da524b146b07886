"""Excel workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.data.feed import Feed, Line, LiveFile
from kiosk.feeds.files import follow_file
from kiosk.options import Seconds, option
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.records import Records
    from kiosk.phrases import Phrase


@dataclass(frozen=True, kw_only=True)
class Excel(Feed):
    """Follows an Excel workbook (.xlsx) inside the show's folder, as it was last saved.

    The first row of the sheet that is not empty names the columns. Formulas show the values that
    Excel has saved.
    """

    chinese: ClassVar[str] = "跟随节目文件夹里的一个 Excel 工作簿（.xlsx）最后保存的内容。"

    excel: LiveFile = option(
        "The file, inside the show's folder; it may come later.",
        zh="节目文件夹里的文件；可以稍后才出现。",
    )
    sheet: str = option("The sheet; otherwise the first.", "", zh="工作表；不写则是第一张。")
    every: Seconds = option(
        "How often it is looked at: `5 s`.",
        Seconds(5.0),
        zh="多久查看一次：`5 s`。",
        bounds=(0.2, 86400),
    )

    @property
    def source(self) -> str:
        """The file's name."""
        return self.excel

    @property
    def file(self) -> str:
        """The same."""
        return self.excel

    def records(self, content: bytes) -> Records | Phrase:
        """The rows of the sheet."""
        from kiosk.feeds.workbooks import records_in  # noqa: PLC0415 - the library takes 0.2 s

        return records_in(content, self.sheet)

    def follow(self, line: Line) -> None:
        """Tells the rows whenever the workbook is saved."""
        follow_file(line, self.excel, self.every, self.records)
