"""What every feed is: fields from YAML, and how its rows are got from outside the show."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import fields
from typing import TYPE_CHECKING, ClassVar, NewType, Protocol

from kiosk.data.quantity import Unit
from kiosk.options import Seconds, option
from kiosk.phrases import phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.data.records import Records
    from kiosk.phrases import Phrase

KINDS = "kiosk.feeds.kinds"

LiveFile = NewType("LiveFile", str)  # a path inside the show's folder; its file may come later
Address = NewType("Address", str)  # of a page on a web server
Units = NewType("Units", tuple[tuple[str, Unit], ...])  # what the numbers of a column count
ADDRESS = r"^https?://[^/\s@?#]+([/?#]\S*)?$"


class Line(Protocol):
    """What connects a feed that is followed with the show that plays."""

    def path(self, file: str) -> str:
        """Where a file of the show lies on the disk."""

    def allows(self, host: str) -> bool:
        """Whether the machine's file allows to ask that host."""

    def secret(self, name: str) -> str:
        """What the machine's file has under that name; nothing where it has none."""

    def now(self) -> float:
        """Seconds by a clock that is never set."""

    def wall(self) -> datetime:
        """What the clock on the wall shows, in the hall's zone."""

    def chance(self) -> float:
        """Another number from 0 to 1 every time."""

    def tell(self, records: Records) -> bool:
        """These are the rows now; whether charts can show them."""

    def reached(self) -> None:
        """The source has answered, and nothing is new."""

    def fail(self, why: Phrase) -> None:
        """The source gives no rows now."""

    def wait(self, seconds: float) -> bool:
        """Waits so long, or until nobody listens any more; whether that is so."""


@dataclass(frozen=True, kw_only=True)
class Feed(ABC):
    """Fields that all feeds have. A kind is a subclass in a file of `kiosk/feeds/kinds`.

    Its first own field has the name of the kind and says where the rows come from. The docstring
    of the subclass is what staff read about it; chinese: its first line in Chinese.
    """

    chinese: ClassVar[str] = ""

    every: Seconds = option(
        "How often it is looked at: `2 s`.",
        Seconds(2.0),
        zh="多久查看一次：`2 s`。",
        bounds=(0.2, 86400),
    )
    units: Units = option(
        "What the numbers of a column count: `{flights: {zh: 架次, en: flights}}`.",
        Units(()),
        zh="某一列数字的单位：`{flights: {zh: 架次, en: flights}}`。",
    )

    @property
    @abstractmethod
    def source(self) -> str:
        """What staff call the place that its rows come from: a file's name, an address."""

    @property
    def file(self) -> str:
        """The file of the show that it is read from; nothing for what is elsewhere."""
        return ""

    @property
    def host(self) -> str:
        """The host that the machine's file has to allow; nothing for what needs none."""
        return ""

    @property
    def key(self) -> str:
        """Its name: the same for two that give the same rows."""
        told = {"every", "units"}
        chosen = (f for f in fields(self) if f.name not in told)
        return " ".join(
            str(value) for f in chosen if (value := getattr(self, f.name)) not in (f.default, "")
        )

    def records(self, content: bytes) -> Records | Phrase:
        """The rows in what its source gave, or why there are none. Pure; never raises for data."""
        del content
        return phrase("there is nothing to be read")

    @abstractmethod
    def follow(self, line: Line) -> None:
        """Tells `line` the rows, and tells them again when they change, until nobody listens.

        Runs in a thread of its own, and may wait as long as it likes.
        """
