"""Stand-ins for playback's tests: shows of plain slides, and a player that is ready at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.charts.base import Chart
from kiosk.data.text import Text, plain
from kiosk.geometry import Box, Size
from kiosk.layouts.base import Layout, Parts, Placed
from kiosk.marks import Label, Picture, Shape
from kiosk.motion.scene import Drift, Scene
from kiosk.motion.timeline import Timeline, Timing
from kiosk.playback.effects import Effect, Effects, Prepare, Shown
from kiosk.playback.events import Event, Ready
from kiosk.playback.machine import advance, start, step
from kiosk.playback.state import Options, State
from kiosk.show.model import Chapter, Show, Slide, Turn
from kiosk.theme import TextStyle, Theme, colour
from kiosk.typesetting.setting import Setting
from kiosk.values import dataclass

ENTRY_S = 1.0
LANDSCAPE, PORTRAIT = Size(1920, 1080), Size(1080, 1920)


class Ems:
    """Every Chinese character is an em wide, every other 0.55."""

    def advance(self, text: str, style: TextStyle) -> float:
        return sum(1.0 if ord(c) > 0x2E80 else 0.55 for c in text) * style.size


@dataclass(frozen=True, kw_only=True)
class Dot(Chart):
    """A dot that grows."""

    left: float = 100.0

    def grown(self, box: Box, setting: Setting) -> Scene:
        dot = Shape("dot", "M0,0 L10,0 L10,10 Z", self.left, box.y, fill=setting.accent)
        grow = Timeline(Timing(0.0, ENTRY_S))
        return Scene((dot,), (replace(dot, scale=0.0),), grow)


@dataclass(frozen=True, kw_only=True)
class Plain(Layout):
    """The chapter's mark, a title that fades in, and the charts."""

    drifts: bool = False

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        title = parts.title.in_language(setting.language)
        label = Label("title", title, 96.0, 200.0, setting.style("title"), setting.theme.text)
        mark = Label("mark", str(parts.chapter), 96, 90, setting.style("mark"), setting.accent)
        fade = Timeline(Timing(0.0, 0.5))
        drift = Drift(10.0, 0.0, 9.0) if self.drifts else None
        box = Box(0.0, 0.0, page.width, page.height)
        return (
            Placed("mark", Scene((mark,), (mark,))),
            Placed("title", Scene((label,), (), fade, drift)),
            *(Placed(c.id or "chart", c.plot(box, setting), 0.5) for c in parts.charts),
        )


@dataclass(frozen=True, kw_only=True)
class Pictured(Layout):
    """A picture from the top of the page, so high."""

    height: float

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        del parts, setting
        marks = (Picture("picture", "a.jpg", Box(0.0, 0.0, page.width, self.height)),)
        return (Placed("picture", Scene(marks, marks)),)


def theme(name: str, ground: str = "#0B1322", text: str = "#F5EFE3") -> Theme:
    """A theme whose colours tell it apart."""
    dark, light, line = colour(ground), colour(text), colour("#5F6F8C")
    return Theme(
        name, dark, dark, dark, light, light, line, line, (colour("#DFA126"), colour("#1FB8B0")),
        dark.faded(0.62), colour("#F5EFE3"), colour("#D3D9E6"), colour("#060A16"),
        bars_fade=False, glows=False,
    )  # fmt: skip


def show_of(*counts: int, idle_s: float = 45.0, stay_s: float | None = 5.0) -> Show:
    """A show with a chapter of so many slides each: `a1 a2 …`, `b1 …`; all dissolve in 0.8 s."""
    chapters = []
    for index, count in enumerate(counts):
        letter = chr(ord("a") + index)
        slides = tuple(
            Slide(
                f"{letter}{place + 1}", index, Plain(),
                Parts(title=plain(f"{letter}{place + 1}"), chapter=index), stay_s,
                turn=Turn("dissolve", 0.8),
            )
            for place in range(count)
        )  # fmt: skip
        title = Text((("zh", f"第{index}章"), ("en", f"Chapter {index}")))
        chapters.append(Chapter(letter, title, slides))
    return Show(
        plain("show"), ("zh", "en"), tuple(chapters),
        {"dusk": theme("dusk"), "paper": theme("paper", "#F6F1E7", "#18202E")}, idle_s=idle_s,
    )  # fmt: skip


def changed(show: Show, slide_id: str, **fields: Any) -> Show:  # noqa: ANN401 - as replace
    """`show` with other fields in one slide."""
    chapters = tuple(
        replace(
            chapter,
            slides=tuple(replace(s, **fields) if s.id == slide_id else s for s in chapter.slides),
        )
        for chapter in show.chapters
    )
    return replace(show, chapters=chapters)


@dataclass(frozen=True)
class Playing:
    """A player's state and all that it has said. late: ids that are not made ready."""

    state: State
    said: tuple[tuple[float, Effect], ...] = ()
    late: frozenset[str] = frozenset()

    @property
    def slide(self) -> str:
        """The current slide."""
        return self.state.current.id

    @property
    def shown(self) -> tuple[str, ...]:
        """The views that were shown, in order."""
        return tuple(effect.slide for _, effect in self.said if isinstance(effect, Shown))


def playing(show: Show, options: Options | None = None, *late: str) -> Playing:
    """`show` from time 0 on, everything but `late` ready at once."""
    state, effects = start(show, 0.0, options)
    return _heard(Playing(state, late=frozenset(late)), effects, 0.0)


def after(playing: Playing, event: Event, now: float) -> Playing:
    """`playing` after `event` at `now`."""
    playing = at(playing, now)
    state, effects = step(playing.state, event, now)
    return _heard(replace(playing, state=state), effects, now)


def at(playing: Playing, now: float) -> Playing:
    """`playing` at `now`; asked every quarter of a second, as a screen would."""
    time = playing.state.acted
    while time < now:
        time = min(now, time + 0.25)
        state, effects = advance(playing.state, time)
        playing = _heard(replace(playing, state=state), effects, time)
    return playing


def _heard(playing: Playing, effects: Effects, now: float) -> Playing:
    """`playing` with `effects` remembered, and what they ask for made ready."""
    said = tuple((now, effect) for effect in effects)
    playing = replace(playing, said=playing.said + said)
    for effect in effects:
        if isinstance(effect, Prepare):
            for wanted in effect.views:
                state = playing.state
                if wanted.slide not in playing.late and state.entry_of(wanted) is None:
                    ready = Ready(wanted.slide, ENTRY_S, wanted.look)
                    state, more = step(state, ready, now)
                    playing = _heard(replace(playing, state=state), more, now)
    return playing
