"""What is to be drawn of bars, whichever way they go."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from kiosk.charts.annotations.annotation import annotated_values
from kiosk.charts.axes import round_ticks
from kiosk.charts.bars.inks import LIT, Tone, ink_of
from kiosk.charts.drawing import stagger_s
from kiosk.charts.palette import series_colours
from kiosk.data.quantity import NO_UNIT, Quantity
from kiosk.data.table import name_in
from kiosk.data.text import NO_TEXT, Text
from kiosk.motion.timeline import Timing
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.charts.annotations.annotation import Annotation
    from kiosk.charts.rows import BarGroup, BarPiece, BarRow
    from kiosk.theme import Colour
    from kiosk.typesetting.setting import Setting

NAMES_S = 0.3  # the names are there before the bars grow


@dataclass(frozen=True, slots=True)
class BarPlan:
    """Bars and how they look. tones: by the keys of their pieces; the others are lit.

    legend: the series that have colours of their own, in the colours' order. grow_s: of one bar.
    has_values: whether values stand at the bars' ends. is_joined: whether thin lines lead from one
    bar's end to the next one's start. has_names_left: lying bars have their names at their left,
    however much room there is. marks: bars, or dots on stems.
    others: bars of other charts that have the same scale, their keys unlike those of these. notes:
    what is written among them. has_legend: whether the legend stands above them, and not above all
    those charts.
    """

    groups: tuple[BarGroup, ...]
    tones: Mapping[str, Tone] = field(default_factory=dict)
    legend: tuple[Text, ...] = ()
    beside_title: Text = NO_TEXT
    grow_s: float = 1.2
    has_values: bool = True
    is_joined: bool = False
    has_names_left: bool = False
    marks: Literal["bars", "dots"] = "bars"
    others: tuple[tuple[BarGroup, ...], ...] = ()
    notes: tuple[Annotation, ...] = ()
    has_legend: bool = True

    @property
    def measured(self) -> BarPlan:
        """The same with all that its scale has to show."""
        if not self.others:
            return self
        others = (group for groups in self.others for group in groups)
        return replace(self, groups=(*self.groups, *others))

    @property
    def most_groups(self) -> int:
        """How many groups the fullest of all charts of its scale has; at least 1."""
        return max((1, len(self.groups), *map(len, self.others)))

    @property
    def rows(self) -> tuple[BarRow, ...]:
        """All bars in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def noted(self) -> tuple[float, ...]:
        """The values at which something is written among them."""
        return annotated_values(self.notes)

    @property
    def noted_rows(self) -> frozenset[str]:
        """The keys of rows of which something is written above them."""
        wanted = {text for one in self.notes if not one.y for text in _words(one)}
        return frozenset(
            row.key
            for group in self.groups
            if any(text in wanted for _, text in group.name.versions)
            for row in group.rows
        )

    @property
    def ends(self) -> tuple[float, ...]:
        """All values that the scale has to show, zero among them."""
        rows = self.measured.rows
        return (0.0, *(end for row in rows for end in (row.low, row.high)), *self.noted)

    @property
    def pieces(self) -> tuple[BarPiece, ...]:
        """What all bars are made of, in order."""
        return tuple(piece for row in self.rows for piece in row.pieces)

    @property
    def is_parted(self) -> bool:
        """Whether any bar is made of several pieces, or of one that hovers."""
        return any(row.parts for row in self.rows)

    @property
    def names_series(self) -> bool:
        """Whether a line over the bars names the members of their groups."""
        return not self.legend and any(piece.series.versions for piece in self.pieces)

    @property
    def most_bars(self) -> int:
        """How many bars the largest group has, in any chart of its scale; at least 1."""
        return max((len(group.rows) for group in self.measured.groups), default=1)

    def growth(self) -> dict[str, Timing]:
        """When each bar grows, by its row's key."""
        rows = self.rows
        gap = stagger_s(len(rows))
        return {
            row.key: Timing(NAMES_S + index * gap, self.grow_s) for index, row in enumerate(rows)
        }

    def is_lit(self, key: str) -> bool:
        """Whether a piece of that key stands out."""
        return self.tones.get(key, LIT).is_lit

    def colours(self, setting: Setting) -> dict[str, Colour]:
        """What each piece is filled with, by its key."""
        shown = {piece.key: self.tones.get(piece.key, LIT) for piece in self.pieces}
        inks = {tone: ink_of(tone, setting) for tone in set(shown.values())}
        return {key: inks[tone] for key, tone in shown.items()}

    def legend_colours(self, setting: Setting) -> tuple[Colour, ...]:
        """The colours of the series in the legend."""
        return series_colours(len(self.legend), setting)


def _words(note: Annotation) -> tuple[str, ...]:
    """What the one place of a note is called; nothing of a band's two."""
    cells = note.x if len(note.x) == 1 else ()
    return tuple(text for cell in cells for _, text in name_in(cell).versions)


def bar_ticks(plan: BarPlan) -> tuple[float, ...]:
    """Round values for an axis of all bars."""
    return round_ticks(min(plan.ends), max(plan.ends))


def like_of(plan: BarPlan) -> Quantity:
    """A quantity of the bars' unit, the first one's."""
    units = (row.quantity.unit for row in plan.rows if row.quantity is not None)
    return Quantity(0.0, unit=next(units, NO_UNIT))


def others_of(every: Iterable[tuple[BarGroup, ...]]) -> tuple[tuple[BarGroup, ...], ...]:
    """The bars of several other charts, with keys unlike any of this one's."""
    return tuple(
        tuple(
            replace(group, rows=tuple(replace(row, key=f"{row.key}~{at}") for row in group.rows))
            for group in groups
        )
        for at, groups in enumerate(every)
    )
