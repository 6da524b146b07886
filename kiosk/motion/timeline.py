"""When each mark of an entry or a morph moves."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.motion.easing import SETTLE, Easing


@dataclass(frozen=True, slots=True)
class Timing:
    """One movement: it starts `delay_s` after its scene does and takes `duration_s`."""

    delay_s: float = 0.0
    duration_s: float = 0.5
    easing: Easing = SETTLE

    @property
    def end_s(self) -> float:
        """When it is over, in seconds after the scene's start."""
        return self.delay_s + self.duration_s

    def share(self, t: float) -> float:
        """The share of the way at `t` seconds after the scene's start, held before and after."""
        if self.duration_s <= 0.0:
            return 1.0 if t >= self.delay_s else 0.0
        return self.easing((t - self.delay_s) / self.duration_s)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timings of a scene's marks by key; marks that are not named follow `default`."""

    default: Timing = Timing(0.0, 0.0)
    by_key: dict[str, Timing] = field(default_factory=dict)

    @property
    def end_s(self) -> float:
        """When the last movement is over."""
        return max(self.default.end_s, *(t.end_s for t in self.by_key.values()), 0.0)

    def share(self, key: str, t: float) -> float:
        """The share of the way of the mark `key` at `t` seconds."""
        return self.by_key.get(key, self.default).share(t)


def staggered(
    keys: tuple[str, ...], duration_s: float, stagger_s: float, delay_s: float = 0.0,
    easing: Easing = SETTLE,
) -> dict[str, Timing]:  # fmt: skip
    """Timings for `keys` one after another, each starting `stagger_s` after the one before."""
    return {
        key: Timing(delay_s + index * stagger_s, duration_s, easing)
        for index, key in enumerate(keys)
    }
