"""Ways from one place to many: arcs over a map, or a fountain where only their number is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kiosk.batches import Points, fours
from kiosk.charts.base import Chart
from kiosk.charts.drawing import Drawn, fading, scene
from kiosk.charts.figures import is_number
from kiosk.charts.inks import over
from kiosk.charts.legend import Entry, legend_in
from kiosk.charts.maps.flight import (
    FIRST_S,
    discs,
    drawn_ends,
    drawn_hub,
    drawn_ways,
    look_of,
    take_offs,
)
from kiosk.charts.maps.names import place_names
from kiosk.charts.maps.places import Place, places_in
from kiosk.charts.maps.plate import drawn_fountain
from kiosk.charts.maps.view import View, distance_km, land_in, margin_in, view_of
from kiosk.charts.palette import series_colours
from kiosk.charts.plane.along import key_of
from kiosk.charts.reading import Reading
from kiosk.charts.rows import says
from kiosk.data.quantity import Quantity, Unit
from kiosk.data.text import Text
from kiosk.geometry import Box
from kiosk.motion.timeline import Timing
from kiosk.options import Column, option
from kiosk.theme import Colour
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.batches import Floats
    from kiosk.marks import Marks
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_LAND_S, _NAME_S = 0.6, 0.4
_LAND = 0.6  # opacity of the dots of land
_MOST = 2000  # ways of which only the number is known
_LEGEND, _AFTER_LEGEND = 0.25, 14.0  # of the box, at most; logical units
_BEYOND = 0.1  # of the box's width, so much more height shows land beyond the places
_KM = Unit(Text((("zh", "公里"), ("en", "km"))), is_named=True)


@dataclass(frozen=True, kw_only=True)
class Routes(Chart):
    """Shows ways from one place to many, as arcs over a map of the world or of a region.

    Each row of the data is a place with its latitude and longitude; the map shows as much of the
    world as they need. Where places are not known, `count` and `places` draw as many ways and ends
    in no real direction: say so in the caption.
    """

    chinese: ClassVar[str] = "航线：从一地到多地的弧线，画在世界或地区地图上。"

    latitude: Column | None = option(
        "The column with the places' latitudes: degrees, north is positive.", None,
        zh="纬度所在的列：以度计，北纬为正。", cells="numbers",
    )  # fmt: skip
    longitude: Column | None = option(
        "The column with their longitudes: degrees, east is positive.", None,
        zh="经度所在的列：以度计，东经为正。", cells="numbers",
    )  # fmt: skip
    label: Column | None = option(
        "The column with the places' names.", None, zh="地点名称所在的列。"
    )
    hub: str = option(
        "The name of the place where all ways begin; by default the first row's.", "",
        zh="所有航线的起点；默认为第一行的地点。", names_row_of=("label",),
    )  # fmt: skip
    color: Column | None = option(
        "The column that tells series of ways apart by colour.", None,
        zh="用颜色区分各组航线的列。",
    )  # fmt: skip
    highlight: str = option(
        "The place, or the series, in the accent; the others are quiet.", "",
        zh="用强调色显示的地点或组；其余的安静下来。", names_row_of=("label", "color"),
    )  # fmt: skip
    count: Quantity | None = option(
        "How many ways there are, where no places are known: `$fact`, or a number.", None,
        zh="不知道具体地点时，共有多少条航线：`$fact` 或一个数。",
    )  # fmt: skip
    places: Quantity | None = option(
        "And to how many places they lead; by default as many.", None,
        zh="通往多少个地点；默认与航线一样多。",
    )  # fmt: skip

    def grown(self, box: Box, setting: Setting) -> Scene:
        """The ways, which fly out of the hub, those to near places first."""
        box = Box(box.x, box.y, max(box.width, 1.0), max(box.height, 1.0))
        hub, places = self._hub_and_places()
        if hub is not None:
            return scene(self._over_map(hub, places, box, setting))
        ways = _whole(self.count, 0)
        if ways < 1:
            return scene([])
        ends = min(max(_whole(self.places, ways), 1), ways)
        return scene(drawn_fountain(box, ways, ends, self.enter.duration_s, setting))

    def height_in(self, box: Box, setting: Setting) -> float:
        """The height of what is between the northernmost and the southernmost, and some more."""
        hub, places = self._hub_and_places()
        if hub is None:
            return box.height
        _, room = _with_legend(self._colours(places, setting)[1], box, setting)
        used = view_of(hub, places, room).seen.height + 2 * margin_in(room)
        return min(box.height, room.y - box.y + used + _BEYOND * box.width)

    def readings(self) -> Mapping[str, Reading]:
        """How far each place is."""
        hub, places = self._hub_and_places()
        if hub is None:
            return {}
        return {
            f"mark/{place.key}": Reading(
                place.name, Quantity(round(distance_km(hub, place)), unit=_KM), place.series
            )
            for place in places
        }

    def _over_map(self, hub: Place, places: tuple[Place, ...], box: Box, setting: Setting
    ) -> list[Drawn]:  # fmt: skip
        """The land, the ways and the names."""
        import numpy as np  # noqa: PLC0415 - with the first batch

        fills, entries = self._colours(places, setting)
        legend, room = _with_legend(entries, box, setting)
        look, view = look_of(len(places)), view_of(hub, places, room)
        ways, keys = view.ways(hub, places), tuple(place.key for place in places)
        ends = discs(view.dots(places), look.dot)
        hubs = discs(view.dots((hub,)), look.hub)
        far = [distance_km(hub, place) for place in places]
        timings = take_offs(far, self.enter.duration_s)
        ground = setting.theme.ground
        strokes = fours(over(Colour(*fill).faded(look.opacity), ground) for fill in fills.tolist())
        lit = frozenset(place.key for place in places if self._is_lit(place))
        names = place_names(
            (hub, *places), np.concatenate((hubs, ends)), ways, _first(places, lit), lit, room,
            setting,
        )  # fmt: skip
        ended = {place.key: timing.end_s for place, timing in zip(places, timings, strict=True)}
        return [
            _drawn_land(view, room, setting),
            fading(legend, Timing(0.0, _NAME_S)),
            drawn_ways(keys, ways, strokes, look.width, timings),
            drawn_ends(keys, ends, fills, timings),
            drawn_hub(float(hubs[0, 0]), float(hubs[0, 1]), look.hub, setting.theme.text),
            *(
                fading((name,), Timing(ended.get(key, FIRST_S) - _NAME_S, _NAME_S))
                for name in names
                for key in (name.key.removeprefix("name/"),)
            ),
        ]

    def _hub_and_places(self) -> tuple[Place | None, tuple[Place, ...]]:
        """Where the ways begin, None without any place, and where they end, the lit ones last."""
        found = places_in(
            self.data, self.longitude or "", self.latitude or "", self.label or "",
            self.color or "",
        )  # fmt: skip
        named = (place for place in found if says(place.name, self.hub))
        hub = next(named, found[0] if found else None)
        ends = [place for place in found if place is not hub]
        return hub, tuple(sorted(ends, key=self._is_lit))

    def _is_lit(self, place: Place) -> bool:
        """Whether it is highlighted."""
        return says(place.name, self.highlight) or says(place.series, self.highlight)

    def _colours(
        self, places: tuple[Place, ...], setting: Setting
    ) -> tuple[Floats, tuple[Entry, ...]]:
        """The colour of each place, (n, 4), and the legend of its series."""
        series = tuple(dict.fromkeys(place.series for place in places))
        if any(map(self._is_lit, places)):
            quiet = setting.theme.quiet_series
            return fours(setting.accent if self._is_lit(p) else quiet for p in places), ()
        by_series = dict(zip(series, series_colours(len(series), setting), strict=True))
        entries = tuple(
            Entry(key_of(name), name.in_language(setting.language), colour)
            for name, colour in by_series.items()
            if name.versions and len(series) > 1
        )
        return fours(by_series[place.series] for place in places), entries


def _first(places: tuple[Place, ...], lit: frozenset[str]) -> list[int]:
    """The order in which the hub (0) and the places (from 1) get their names."""
    rows = range(1, len(places) + 1)
    return [0, *sorted(rows, key=lambda row: places[row - 1].key not in lit)]


def _whole(quantity: Quantity | None, instead: int) -> int:
    """The quantity as a number of things that can be drawn."""
    if quantity is None or not is_number(quantity):
        return instead
    return int(min(max(quantity.value, 0.0), _MOST))


def _with_legend(entries: tuple[Entry, ...], box: Box, setting: Setting) -> tuple[Marks, Box]:
    """The legend, where it has room, and the box below it."""
    legend = legend_in(box, entries, setting)
    if not legend.marks or legend.height > _LEGEND * box.height:
        return (), box
    down = legend.height + _AFTER_LEGEND
    return legend.marks, Box(box.x, box.y + down, box.width, box.height - down)


def _drawn_land(view: View, box: Box, setting: Setting) -> Drawn:
    """The land as dots, which come on with the map."""
    import numpy as np  # noqa: PLC0415 - with the first batch

    dots, opacity = land_in(view, box)
    fill = np.tile(np.array(setting.theme.line), (len(dots), 1))
    fill[:, 3] *= _LAND * opacity
    keys = tuple(map(str, range(len(dots))))
    land = Points("land", tuple(f"land/{key}" for key in keys), dots, fill)
    return fading((land,), Timing(0.0, _LAND_S))
