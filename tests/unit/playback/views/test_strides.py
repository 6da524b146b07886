"""From mark to mark of a chart with keys: the chart is one stop, and each mark is told."""

from __future__ import annotations

from functools import partial

from kiosk.batches import Bars, column, fours
from kiosk.charts.base import Chart
from kiosk.charts.reading import Reading
from kiosk.data.quantity import Quantity
from kiosk.data.text import plain
from kiosk.geometry import Box
from kiosk.marks import Label, Shape
from kiosk.motion.scene import Scene
from kiosk.playback.compose import Composer
from kiosk.playback.touch.keys import Key, focused, typed
from kiosk.playback.views.room import Target
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass
from tests.unit.playback.shows import LANDSCAPE, Ems, Playing, after, at
from tests.unit.playback.views.charted import Areas, Lines, before, frame_at, said


@dataclass(frozen=True, kw_only=True)
class Columns(Chart):
    """Three bars, the second one without a value, and the legend of two series."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box
        boxes = fours((400.0 * n + 200.0, 300.0, 200.0, 400.0) for n in range(3))
        inks, keys = fours([setting.accent] * 3), ("mark/c", "mark/b", "mark/a")
        style, ink = setting.style("body"), setting.theme.text
        legend = (
            Label(f"legend/{name}", name, 300.0 + 300.0 * n, 260.0, style, ink)
            for n, name in enumerate(("s", "t"))
        )
        return Scene((Bars("marks", keys, boxes, inks, column([1.0] * 3), "up"), *legend), ())

    def readings(self) -> dict[str, Reading]:
        told = (("a", 1.0, "s"), ("c", 3.0, "t"))
        return {
            f"mark/{name}": Reading(plain(name), Quantity(value), plain(of))
            for name, value, of in told
        }


RIGHT: Key = "right"
TAB: Key = "tab"


def pressed(show: Playing, *keys: Key) -> Playing:
    """The show after those keys, a second apart, from 5 s on."""
    composer = Composer(LANDSCAPE, Ems())
    for second, key in enumerate(keys, 5):
        show = at(show, float(second))
        beside = partial(composer.beside, show.state)
        for event in typed(show.state, key, composer.stops(show.state, float(second)), beside):
            show = after(show, event, float(second))
    return at(show, 5.0 + len(keys))


def focus_of(show: Playing) -> Target | None:
    """What the keys are on."""
    stops = Composer(LANDSCAPE, Ems()).stops(show.state, show.state.acted)
    return focused(show.state, stops)


def key_of(show: Playing) -> str:
    """The key of that."""
    target = focus_of(show)
    return "" if target is None else target.key


def told(show: Playing) -> list[str]:
    """What stands in the note now."""
    return said(show, show.state.acted + 0.5)


def test_tab_comes_to_a_chart_as_one_stop_and_goes_on_behind_it() -> None:
    show = before(Columns())

    seen = [key_of(pressed(show, *[TAB] * count)) for count in (1, 2)]
    from_a_mark = key_of(pressed(show, "tab", "right", "tab"))
    back = key_of(pressed(show, "tab", "right", "tab", "back-tab"))

    assert seen == ["chart-chart", "home"]
    assert (from_a_mark, back) == ("home", "chart-chart")


def test_arrows_go_from_mark_to_mark_as_they_stand_in_the_data_and_each_is_told() -> None:
    show = before(Columns())

    first, second = pressed(show, "tab", "right"), pressed(show, "tab", "down", "down")
    again = pressed(show, "tab", "right", "right", "left")

    assert (key_of(first), told(first)) == ("touched-chart-mark/a", ["1", "A·s"])
    assert (key_of(second), told(second)) == ("touched-chart-mark/c", ["3", "C·t"])
    assert told(again) == told(first)


def test_behind_the_marks_come_the_entries_of_the_legend_which_enter_isolates() -> None:
    entry = pressed(before(Columns()), "tab", "left")
    isolated = pressed(before(Columns()), "tab", "left", "enter")
    on = pressed(before(Columns()), "tab", "left", "right")

    assert (key_of(entry), told(entry), entry.state.note) == ("touched-chart-legend/t", [], None)
    assert isolated.state.note is not None
    assert isolated.state.note.figure == "touched-chart-legend/t"
    assert key_of(on) == "touched-chart-mark/a"


def test_escape_leaves_the_marks_for_the_chart_and_then_the_chart() -> None:
    show = before(Columns())

    once = pressed(show, "tab", "right", "escape")
    twice = pressed(show, "tab", "right", "escape", "escape")

    assert (key_of(once), once.state.note) == ("chart-chart", None)
    assert key_of(twice) == ""
    assert twice.slide == "a1"


def test_enter_goes_into_a_chart_and_puts_the_note_of_a_mark_away_and_back() -> None:
    show = before(Columns())

    inside = pressed(show, "tab", "enter")
    away = pressed(show, "tab", "enter", "enter")
    back = pressed(show, "tab", "enter", "enter", "enter")

    assert told(inside) == told(back) == ["1", "A·s"]
    assert (told(away), key_of(away)) == ([], "touched-chart-mark/a")


def test_along_a_line_arrows_go_from_value_to_value_and_up_and_down_to_the_other_line() -> None:
    show = before(Lines())

    on = pressed(show, "tab", "right", "right")
    other = pressed(show, "tab", "right", "right", "down")
    over_a_gap = pressed(show, "tab", "right", "right", "down", "left", "right", "right")

    assert told(on) == ["20", "Zh2·high"]
    assert told(other) == ["10", "Zh1·low"]
    assert told(over_a_gap) == ["30", "Zh3·low"]


def test_from_the_end_of_a_line_the_way_goes_on_to_the_next_one() -> None:
    show = pressed(before(Lines()), "tab", *[RIGHT] * 6)

    assert told(show) == ["0", "Zh0·low"]


def test_a_ring_lies_around_the_mark_that_is_told() -> None:
    show = pressed(before(Columns()), "tab", "right")

    layers = [la for s in frame_at(show, 9.0).sheets if s.key == "focus" for la in s.layers]
    (edge, _) = [mark for layer in layers for mark in layer.marks if isinstance(mark, Shape)]
    assert (edge.x, edge.y) == (1100.0, 500.0)


@dataclass(frozen=True, kw_only=True)
class Icons(Chart):
    """Two icons that tell the same, of two parts each, one that tells another, and two names."""

    def grown(self, box: Box, setting: Setting) -> Scene:
        del box
        path = "M0,0 L90,0 L90,90 Z"
        parts = tuple(
            Shape(f"mark/{row}/{part}", path, 300.0 * n + 200.0, 400.0, fill=setting.accent)
            for n, row in enumerate(("a/0", "a/1", "b/0"))
            for part in ("body", "holes")
        )
        style, ink = setting.style("body"), setting.theme.text
        names = (Label(f"name/{n}", n, 1300.0, 400.0, style, ink) for n in "ab")
        return Scene((*parts, *names), ())

    def readings(self) -> dict[str, Reading]:
        told = (("a/0", 2.0), ("a/1", 2.0), ("b/0", 1.0))
        return {f"mark/{row}": Reading(plain(row[0]), Quantity(value)) for row, value in told}


def test_marks_that_tell_the_same_are_one_stride_and_stand_out_together() -> None:
    show = pressed(before(Icons()), "tab", "right")
    other = pressed(before(Icons()), "tab", "right", "right")

    marks = [mark for layer in frame_at(show, 9.0).sheets[0].layers for mark in layer.marks]
    dim = {m.key for m in marks if isinstance(m, Shape | Label) and m.opacity < 1.0}
    assert (told(show), told(other)) == (["2", "A"], ["1", "B"])
    assert dim == {"mark/b/0/body", "mark/b/0/holes", "name/b"}


def test_a_chart_that_shows_none_of_what_it_could_tell_is_no_stop() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Hidden(Columns):
        """It tells of marks that it does not draw."""

        def grown(self, box: Box, setting: Setting) -> Scene:
            del box, setting
            return Scene((), ())

    assert key_of(pressed(before(Hidden()), "tab")) == "home"


def test_the_ring_follows_what_is_no_box() -> None:
    show = pressed(before(Areas()), "tab", "right")

    layers = [la for s in frame_at(show, 9.0).sheets if s.key == "focus" for la in s.layers]
    (edge, ring) = [mark for layer in layers for mark in layer.marks if isinstance(mark, Shape)]
    corners = "200.0,200.0 L600.0,600.0 L600.0,600.0 L200.0,600.0"
    assert edge.path == ring.path == f"M{corners} Z"


def test_while_a_note_goes_from_mark_to_mark_the_others_stay_quiet() -> None:
    show = pressed(before(Columns()), "tab", "right", "right")

    assert show.state.note is not None
    assert (show.state.note.figure, show.state.note.share.at(7.0)) == ("touched-chart-mark/c", 1.0)
