"""How many slides a kiosk has shown, read off what it writes down while it plays (`--record`)."""

from __future__ import annotations

import json
from pathlib import Path


class Changes:
    """Follows the recording of a show's loop. ids: of the show's slides, in order.

    A slide is turned to once it is ready and not before; what is counted is that it was.
    """

    def __init__(self, recording: Path, ids: tuple[str, ...]) -> None:
        self._recording = recording
        self._ids = ids
        self._read = 0
        self.count = 0

    def look(self) -> int:
        """How many slides have been ready until now, each as often as the loop came to it."""
        if not self._recording.exists():
            return self.count
        with self._recording.open("rb") as file:
            file.seek(self._read)
            lines = file.read().splitlines(keepends=True)
        for line in lines:
            if not line.endswith(b"\n"):
                break  # the rest of it is on its way
            self._read += len(line)
            ready = json.loads(line).get("Ready", {})
            self.count += ready.get("slide") == self._ids[self.count % len(self._ids)]
        return self.count
