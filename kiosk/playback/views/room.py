"""What the views that are no slides need to know, and what can be touched in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.geometry import Box, Point
from kiosk.limits import TARGET
from kiosk.marks import Layer
from kiosk.playback.events import OpenChapter
from kiosk.playback.views.reach import Band, Reach, band_of
from kiosk.theme import is_chinese
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import Sight
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Pose, Size
    from kiosk.marks import Marks
    from kiosk.playback.events import Action
    from kiosk.playback.look import Look
    from kiosk.show.model import Show
    from kiosk.theme import Theme
    from kiosk.typesetting.setting import Measure

Role = Literal["", "chart", "mark", "entry"]

LEAST_PX = 64.0  # of a target's side
LEAST_MM = TARGET.value
SLACK = 12.0  # how far a target reaches beyond its outline
_PX_OF_1080_PER_INCH_DIAGONAL = (1920**2 + 1080**2) ** 0.5


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be touched. box: where; action: what letting it go there does.

    is_round: whether what is seen of it has round ends. role: `chart` for one that keys go into,
    `mark` for what tells something in it, `entry` for a series of it; else nothing. inside: the key
    of the chart that it lies in. follows: whether a finger that it is under goes along a line.
    outline: what is seen of it, where that is no box.
    """

    key: str
    box: Box
    action: Action
    is_round: bool = False
    role: Role = ""
    inside: str = ""
    follows: bool = False
    outline: tuple[Point, ...] = ()

    def on_screen(self, room: Room) -> Target:
        """The target, which lies on the page of `room`, as it lies on the screen's page."""
        if room.reach is None:
            return self
        action = self.action
        if isinstance(action, OpenChapter):
            action = replace(action, origin=room.box_on_screen(action.origin))
        outline = tuple(room.box_on_screen(Box(at.x, at.y, 0.0, 0.0)).centre for at in self.outline)
        return replace(self, box=room.box_on_screen(self.box), action=action, outline=outline)


@dataclass(frozen=True, slots=True)
class Room:
    """A page in one look. reach: how it lies on the screen's page; None where it is all of it."""

    show: Show
    page: Size
    look: Look
    measure: Measure
    reach: Reach | None = None

    @property
    def language(self) -> str:
        """The language that its texts are in."""
        return self.look.language

    @property
    def theme(self) -> Theme:
        """Its colours; the show's own theme where it has none of that name."""
        themes = self.show.themes
        return themes.get(self.look.theme) or themes[self.show.theme]

    @property
    def companion(self) -> str:
        """The second language, shown small beside the first; empty where there is none."""
        return next((name for name in self.show.languages if name != self.language), "")

    @property
    def margin(self) -> float:
        """The width that is left free at both sides."""
        return 72.0 if self.page.is_portrait else 96.0

    @property
    def is_chinese(self) -> bool:
        """Whether its language is set with Chinese characters."""
        return is_chinese(self.language)

    @property
    def px_per_mm(self) -> float:
        """Logical units in a millimetre of the declared screen."""
        if self.reach is not None:
            return self.reach.px_per_mm
        return _PX_OF_1080_PER_INCH_DIAGONAL / (self.show.screen_in * 25.4)

    @property
    def band(self) -> Band | None:
        """The part of the page within reach; None where nothing essential lies out of it."""
        return None if self.reach is not None else band_of(self.show, self.page)

    @property
    def target_side(self) -> float:
        """The least side of what is to be touched."""
        return max(LEAST_PX, LEAST_MM * self.px_per_mm)

    def on_screen(self, marks: Marks) -> Marks:
        """`marks` of this page as they lie on the screen's page."""
        return marks if self.reach is None else self.reach.marks(marks)

    def layers_on_screen(self, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
        """`layers` of this page as they lie on the screen's page."""
        if self.reach is None:
            return layers
        return tuple(Layer(layer.key, self.on_screen(layer.marks)) for layer in layers)

    def box_on_screen(self, box: Box) -> Box:
        """`box` of this page as it lies on the screen's page."""
        return box if self.reach is None else self.reach.box(box)

    def point_on_page(self, point: Point) -> Point:
        """Where `point` of the screen's page lies on this page."""
        reach = self.reach
        if reach is None:
            return point
        return Point((point.x - reach.dx) / reach.scale, (point.y - reach.dy) / reach.scale)

    def pose_on_screen(self, pose: Pose) -> Pose:
        """`pose` of this page as one of a sheet whose marks lie on the screen's page already."""
        return pose if self.reach is None else self.reach.pose(pose)

    def setting(self, chapter: int = 0) -> Setting:
        """The setting of a slide of that chapter (from 0)."""
        return Setting(
            self.theme, self.theme.accent(chapter), self.language, self.companion,
            "portrait" if self.page.is_portrait else "landscape",
            self.measure, Sight(self.px_per_mm, self.show.viewing_m), self.look.is_large,
        )  # fmt: skip
