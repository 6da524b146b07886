"""Charts that visitors explore, with what is written on each stretch of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.charts.annotations.drawing import notes_on
from kiosk.charts.annotations.following import following
from kiosk.charts.annotations.ground import Plotted
from kiosk.charts.drawing import Drawn, whole
from kiosk.charts.lines.stretches import WHOLE, Stretch, explorable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.charts.annotations.annotation import Annotation
    from kiosk.charts.plane.measures import Measured
    from kiosk.geometry import Box
    from kiosk.typesetting.setting import Setting


def explored(
    plot: Callable[[Stretch], Plotted], annotations: Sequence[Annotation], sides: tuple[Box, Box],
    measured: Measured, setting: Setting,
) -> Plotted:  # fmt: skip
    """The whole chart, of which any stretch can be shown.

    plot: a stretch without what is written on it. sides: the room of the values, and the strip for
    what says that there is more to see.
    """

    def draw(stretch: Stretch) -> list[Drawn]:
        """A stretch with what is written on it."""
        return [whole(following(plot(stretch), notes, setting))]

    plotted = plot(WHOLE)
    notes = notes_on(plotted, annotations, setting)
    scene = explorable(plotted.scene, *sides, measured, setting, draw)
    return replace(plotted, scene=scene)
