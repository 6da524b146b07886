"""Pages of web servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from kiosk.data.feed import Address, Feed, Line
from kiosk.feeds.lines import decoded, records_in
from kiosk.feeds.trees import records_of, tree_in
from kiosk.options import Seconds, option
from kiosk.phrases import Phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.data.records import Records


@dataclass(frozen=True, kw_only=True)
class Url(Feed):
    """Asks a web server, again and again, for JSON or CSV.

    Its host has to stand under `hosts` in `machine.yaml`.
    """

    chinese: ClassVar[str] = "定时向网页服务器取 JSON 或 CSV。"

    url: Address = option(
        "The address: `https://numbers.example.org/gates.json`.",
        zh="网址：`https://numbers.example.org/gates.json`。",
    )
    path: str = option(
        "Where the rows stand in JSON: `data.rows`.", "", zh="数据行在 JSON 中的位置：`data.rows`。"
    )
    secret: str = option(
        "The name of a secret in `machine.yaml`, which the server is shown (`Authorization: "
        "Bearer …`).",
        "",
        zh="`machine.yaml` 里一个密钥的名称，用来向服务器证明身份（`Authorization: Bearer …`）。",
    )
    every: Seconds = option(
        "How often it is asked: `30 s`.",
        Seconds(30.0),
        zh="多久取一次：`30 s`。",
        bounds=(1.0, 86400),
    )

    @property
    def source(self) -> str:
        """The address without what may be a key in it."""
        return self.url.partition("?")[0]

    @property
    def host(self) -> str:
        """The server."""
        return urlsplit(self.url).hostname or ""

    def records(self, content: bytes) -> Records | Phrase:
        """The rows at `path`; of text that is no JSON those below its first line."""
        text = decoded(content)
        if isinstance(text, Phrase):
            return text
        if self.path or text.lstrip()[:1] in {"{", "[", "<"}:
            tree = tree_in(text)
            return tree if isinstance(tree, Phrase) else records_of(tree, self.path)
        return records_in(text)

    def follow(self, line: Line) -> None:
        """Tells the rows whenever the server gives others."""
        from kiosk.feeds.polling import follow_page  # noqa: PLC0415 - few shows have one

        follow_page(line, self.url, self.every, line.secret(self.secret), self.records)
