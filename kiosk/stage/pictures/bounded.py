"""Memories that hold so much and no more."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Bounded(Generic[Key, Value]):
    """Keeps what was used last, up to `room` bytes. Safe to use from several threads."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._kept: dict[Key, tuple[Value, int]] = {}
        self._bytes = 0
        self._lock = Lock()

    @property
    def size(self) -> int:
        """The bytes that are held."""
        return self._bytes

    def get(self, key: Key) -> Value | None:
        """What is held under `key`, which now counts as used last."""
        with self._lock:
            found = self._kept.pop(key, None)
            if found is None:
                return None
            self._kept[key] = found
            return found[0]

    def put(self, key: Key, value: Value, size: int) -> None:
        """Holds `value` of `size` bytes and lets go of the least used where there is no room.

        A value larger than all the room is not held.
        """
        with self._lock:
            old = self._kept.pop(key, None)
            if old is not None:
                self._bytes -= old[1]
            if size > self.room:
                return
            self._kept[key] = (value, size)
            self._bytes += size
            while self._bytes > self.room:
                oldest = next(iter(self._kept))
                self._bytes -= self._kept.pop(oldest)[1]

    def keep(self, keys: AbstractSet[Key]) -> None:
        """Lets go of everything but `keys`."""
        with self._lock:
            for key in self._kept.keys() - keys:
                self._bytes -= self._kept.pop(key)[1]


class Latest(Generic[Key, Value]):
    """Keeps the `most` values that came last. Safe to use from several threads.

    One goes for each that comes: to let go of all at once would be seen, as a frame that is late.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Key, Value] = {}
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value, if it is there."""
        return self._values.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keeps `value`, which came last."""
        with self._lock:
            if len(self._values) >= self._most:
                del self._values[next(iter(self._values))]
            self._values[key] = value
