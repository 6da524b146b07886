"""Listens to an MQTT broker with paho, and comes back to it when it was gone.

What comes in is only put down; it is read when rows are to be shown, and of a flood the last of it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode

from kiosk.feeds.polling import waited
from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from paho.mqtt.client import ConnectFlags, DisconnectFlags
    from paho.mqtt.properties import Properties
    from paho.mqtt.reasoncodes import ReasonCode

    from kiosk.data.feed import Line
    from kiosk.feeds.messages import Messages

_MOST_HEARD = 2000  # messages between two tables
_MOST_BYTES = 1_000_000  # of one
_ALIVE_S = 5  # without a word from the broker, before it is asked whether it is there
_CONNECT_S = 3.0
_SLICE_S = 0.1
_BURST = 1000  # messages taken in without looking up
_LONGEST = 80  # characters of what the system says


@dataclass(frozen=True, slots=True)
class Broker:
    """Where to listen, to what, and as whom."""

    host: str
    port: int
    topic: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False


def listen(line: Line, broker: Broker, messages: Messages, every_s: float) -> None:
    """Tells `line` the rows of the messages, every `every_s` at most, until nobody listens."""
    failures, wait_s = 0, 0.0
    while not line.wait(wait_s):
        ear, asked_at = _Ear(line, broker), line.now()
        why = ear.connect()
        spent_s = line.now() - asked_at
        if why is not None:
            line.fail(why)  # a broker that is gone is gone: the second time is no other
        if why is None:
            why = _heard(line, ear, messages, every_s)
            failures = 0 if ear.has_heard else failures
        ear.leave()
        if why is not None:
            failures += 1
            wait_s = waited(failures, line.chance(), spent_s)
            line.fail(why)


def _heard(line: Line, ear: _Ear, messages: Messages, every_s: float) -> Phrase | None:
    """Tells the rows as long as the connection holds; why it was lost, if so."""
    told_at, is_bad = -every_s, False
    while not line.wait(0.0):
        why = ear.listen()
        if why is not None:
            return why
        if ear.is_connected and not is_bad:
            line.reached()
        if ear.messages and line.now() - told_at >= every_s:
            told_at = line.now()
            wrong = [messages.hear(*ear.messages.popleft()) for _ in range(len(ear.messages))]
            bad = next((one for one in wrong if one is not None), None)
            is_bad = bad is not None and None not in wrong
            if bad is not None:
                line.fail(bad)
            is_bad = is_bad or not line.tell(messages.records())
    return None


class _Ear:
    """One connection to a broker. messages: (topic, payload, when) that nobody has read yet."""

    def __init__(self, line: Line, broker: Broker) -> None:
        self.messages: deque[tuple[str, bytes, datetime]] = deque(maxlen=_MOST_HEARD)
        self.is_connected = False
        self.has_heard = False
        self._line, self._broker = line, broker
        self._why: Phrase | None = None
        self._client = Client(CallbackAPIVersion.VERSION2, reconnect_on_failure=False)
        self._client.on_connect = self._connected
        self._client.on_disconnect = self._disconnected
        self._client.on_message = self._message
        self._client.connect_timeout = _CONNECT_S
        if broker.user:
            self._client.username_pw_set(broker.user, broker.password or None)
        if broker.tls:
            self._client.tls_set()

    def connect(self) -> Phrase | None:
        """Asks for a connection; why there is none."""
        try:
            self._client.connect(self._broker.host, self._broker.port, keepalive=_ALIVE_S)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", "") or str(error)
            return phrase("it cannot be reached: {reason}", reason=said[:_LONGEST])
        return None

    def listen(self) -> Phrase | None:
        """Takes in what comes within a moment; why the connection is lost, if so."""
        code = self._client.loop(_SLICE_S)
        if code == MQTTErrorCode.MQTT_ERR_SUCCESS and self.is_connected:
            code = self._client.loop_read(_BURST)
        if self._why is None and code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._why = phrase("the connection is lost: {reason}", reason=code.name.lower())
        return self._why

    def leave(self) -> None:
        """Ends the connection."""
        self._client.on_disconnect = None
        self._client.disconnect()
        self._client.loop(0.0)

    def _connected(
        self, client: Client, _data: Any, _flags: ConnectFlags, reason: ReasonCode,  # noqa: ANN401
        _properties: Properties | None,
    ) -> None:  # fmt: skip
        """The broker has let us in, or has not."""
        if reason.is_failure:
            self._why = phrase("the broker refuses: {reason}", reason=str(reason)[:_LONGEST])
            return
        self.is_connected = True
        client.subscribe(self._broker.topic)

    def _disconnected(
        self, _client: Client, _data: Any, _flags: DisconnectFlags, reason: ReasonCode,  # noqa: ANN401
        _properties: Properties | None,
    ) -> None:  # fmt: skip
        """The connection is over."""
        if self._why is None:
            self._why = phrase("the connection is lost: {reason}", reason=str(reason)[:_LONGEST])

    def _message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:  # noqa: ANN401
        """A message has come in."""
        self.has_heard = True
        if len(message.payload) <= _MOST_BYTES:
            self.messages.append((message.topic, bytes(message.payload), self._line.wall()))
