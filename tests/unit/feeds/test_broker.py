"""A real Mosquitto is listened to, floods, is killed and started again."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, Queue

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from kiosk.data.records import Records
from kiosk.data.tabling import Need
from kiosk.feeds.following import LEAST_GAP_S, Followed, Following, World
from kiosk.feeds.kinds.mqtt import Mqtt
from kiosk.options import Seconds
from kiosk.phrases import Phrase, said
from kiosk.playback.events import Fed, Silent
from kiosk.stage.clock import Clock

MOSQUITTO = shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/sbin")
AT = datetime(2026, 6, 1, 14, 5, tzinfo=UTC)
CLOCK = Clock()
NEEDS = (Need("value", is_number=True),)

pytestmark = pytest.mark.skipif(
    MOSQUITTO is None,
    reason="there is no mosquitto to listen to: sudo apt-get install mosquitto",
)


class Broker:
    """A Mosquitto on a port of its own, which can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as taken:
            self.port: int = taken.getsockname()[1]
        self._settings = folder / "mosquitto.conf"
        self._settings.write_text(f"listener {self.port} 127.0.0.1\nallow_anonymous true\n")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns once it answers."""
        assert MOSQUITTO is not None
        self._process = subprocess.Popen(
            [MOSQUITTO, "-c", str(self._settings)], stderr=subprocess.DEVNULL
        )
        ends = CLOCK.real() + 10
        while CLOCK.real() < ends:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                continue
            return
        pytest.fail("mosquitto does not answer")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def publish(self, *payloads: bytes) -> None:
        """Sends the messages, and returns when the broker has them."""
        client = Client(CallbackAPIVersion.VERSION2)
        client.max_inflight_messages_set(10_000)
        client.connect("127.0.0.1", self.port)
        client.loop_start()
        for payload in payloads[:-1]:
            client.publish("hall/gates", payload)
        client.publish("hall/gates", payloads[-1], qos=1, retain=True).wait_for_publish(20)
        client.disconnect()
        client.loop_stop()


class Hall:
    """What a feed told and said, as it comes."""

    def __init__(self, feed: Mqtt) -> None:
        self.told: Queue[Records] = Queue()
        self.tables = 0
        self.wrong: Queue[str] = Queue()
        world = World(lambda: AT, CLOCK.real, lambda: 0.5, Path(), ("127.0.0.1",))
        self._following = Following({"x": Followed(feed, NEEDS)}, world, self._tell, self._say)
        self.end = self._following.end

    def _tell(self, event: Fed | Silent) -> None:
        if isinstance(event, Fed):
            self.told.put(event.records)
            self.tables += 1

    def _say(self, what: Phrase) -> None:
        self.wrong.put(said(what, "en"))

    def has_told(self, value: int) -> bool:
        """Whether rows were told whose last value is that one."""
        told = [self.told.get() for _ in range(self.told.qsize())]
        return any(one.rows[-1][one.columns.index("value")] == value for one in told)

    def last_value(self, is_it: Callable[[object], bool], within_s: float) -> float:
        """Seconds until rows are told whose last value is that one."""
        began = CLOCK.real()
        while CLOCK.real() < began + within_s:
            try:
                records = self.told.get(timeout=0.2)
            except Empty:
                continue
            if is_it(records.rows[-1][records.columns.index("value")]):
                return CLOCK.real() - began
        pytest.fail(f"not told within {within_s} s")


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    found = Broker(tmp_path)
    found.start()
    yield found
    found.kill()


@pytest.fixture
def hall(broker: Broker) -> Iterator[Hall]:
    feed = Mqtt(mqtt=f"127.0.0.1:{broker.port}", topic="hall/+", keep=600, every=Seconds(0.2))
    found = Hall(feed)
    yield found
    found.end()


def test_messages_are_told_as_rows(broker: Broker, hall: Hall) -> None:
    broker.publish(b"3")

    hall.last_value(lambda value: value == 3, 5)


def test_a_broker_that_is_killed_is_missed_once_and_its_rows_are_told_when_it_is_back(
    broker: Broker, hall: Hall
) -> None:
    broker.publish(b"3")
    hall.last_value(lambda value: value == 3, 5)

    broker.kill()
    refused = hall.wrong.get(timeout=15)
    broker.start()
    broker.publish(b"4")
    within_s = hall.last_value(lambda value: value == 4, 10)

    assert "it cannot be reached: Connection refused" in refused
    assert within_s < 5
    assert hall.wrong.get(timeout=5).endswith("it is back")
    assert hall.wrong.empty()


def test_a_flood_is_told_in_a_few_tables_and_keeps_nothing_back(broker: Broker, hall: Hall) -> None:
    began = CLOCK.real()

    broker.publish(*(b"7" for _ in range(20_000)))
    while not hall.has_told(8) and CLOCK.real() < began + 60:
        broker.publish(b"8")  # of a flood the broker itself lets go what does not get through

    assert hall.tables <= (CLOCK.real() - began) / LEAST_GAP_S + 2
    assert hall.wrong.empty()


def test_messages_that_are_no_rows_are_said_once_and_the_last_rows_stay(
    broker: Broker, hall: Hall
) -> None:
    broker.publish(b"3")
    hall.last_value(lambda value: value == 3, 5)

    ends = CLOCK.real() + 10
    while hall.wrong.empty() and CLOCK.real() < ends:
        broker.publish(b"<html>")
    wrong = hall.wrong.get(timeout=1)
    broker.publish(b"5")
    hall.last_value(lambda value: value == 5, 5)

    assert "it is a web page, not JSON" in wrong
    assert hall.wrong.get(timeout=5).endswith("it is back")
    assert hall.wrong.empty()
