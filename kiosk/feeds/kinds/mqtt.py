"""Messages of an MQTT broker."""

from __future__ import annotations

from typing import ClassVar

from kiosk.data.feed import Feed, Line
from kiosk.options import Seconds, option
from kiosk.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Mqtt(Feed):
    """Listens to an MQTT broker.

    A message that is JSON fields, or a bare number, is a row; one that is a list holds all rows.
    Rows have the columns `time` and `topic` besides, and a bare number is in the column `value`.
    The broker's host has to stand under `hosts` in `machine.yaml`.
    """

    chinese: ClassVar[str] = "接收 MQTT 消息服务器发来的消息。"

    mqtt: str = option(
        "The broker, and its port if that is not 1883: `10.0.0.5:1884`.",
        zh="消息服务器，端口不是 1883 时也写上：`10.0.0.5:1884`。",
    )
    topic: str = option(
        "What is listened to: `hall/gates`; `+` and `#` stand for others.",
        zh="主题：`hall/gates`；可以用 `+` 和 `#` 代表其他。",
    )
    path: str = option(
        "Where a row stands in a message: `data.counts`.",
        "",
        zh="数据在消息中的位置：`data.counts`。",
    )
    by: str = option(
        "The column that tells rows apart: of each name the last message counts.",
        "",
        zh="区分各行的列：每个名称只算最后一条消息。",
    )
    keep: int = option("How many rows are kept.", 600, zh="保留多少行。", bounds=(1, 100_000))
    user: str = option("The user's name.", "", zh="用户名。")
    secret: str = option(
        "The name of a secret in `machine.yaml`: the user's password.",
        "",
        zh="`machine.yaml` 里一个密钥的名称：用户的密码。",
    )
    tls: bool = option("Whether the connection is encrypted.", default=False, zh="连接是否加密。")
    every: Seconds = option(
        "How often its rows are shown at most: `1 s`.",
        Seconds(1.0),
        zh="最多多久显示一次：`1 s`。",
        bounds=(0.2, 86400),
    )

    @property
    def source(self) -> str:
        """The broker and the topic."""
        return f"{self.mqtt} {self.topic}"

    @property
    def host(self) -> str:
        """The broker."""
        return self.mqtt.rpartition(":")[0] if self.has_port else self.mqtt

    @property
    def has_port(self) -> bool:
        """Whether a port is written."""
        return self.mqtt.count(":") == 1 and self.mqtt.rpartition(":")[2].isdecimal()

    @property
    def port(self) -> int:
        """The port: the usual one where none is written."""
        usual = 8883 if self.tls else 1883
        return int(self.mqtt.rpartition(":")[2]) if self.has_port else usual

    def follow(self, line: Line) -> None:
        """Tells the rows as messages come in, some times a second at most."""
        from kiosk.feeds.broker import Broker, listen  # noqa: PLC0415 - the library takes 0.1 s
        from kiosk.feeds.messages import Messages  # noqa: PLC0415

        broker = Broker(
            self.host, self.port, self.topic, self.user, line.secret(self.secret), tls=self.tls
        )
        listen(line, broker, Messages(self.path, self.keep, self.by), self.every)
