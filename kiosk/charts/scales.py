"""From the data's values to places on the page."""

from __future__ import annotations

from kiosk.values import dataclass


@dataclass(frozen=True, slots=True)
class LinearScale:
    """Values in proportion. zero: the place of value 0; unit: logical units for `largest`.

    Dividing first keeps values near the largest float finite.
    """

    zero: float
    unit: float
    largest: float

    def __call__(self, value: float) -> float:
        """The place of `value`."""
        return self.zero + self.unit * self.ratio(value)

    def ratio(self, value: float) -> float:
        """The value as a share of the largest one's size, -1 to 1."""
        return value / self.largest if self.largest > 0.0 else 0.0


def largest_of(values: tuple[float | None, ...]) -> float:
    """The size of the value furthest from zero; 0 where there is none."""
    return max((abs(value) for value in values if value is not None), default=0.0)
