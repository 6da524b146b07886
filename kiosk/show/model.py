"""A show as a value: frozen, free of YAML, the same for every screen."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from kiosk.data.text import NO_TEXT, Text
from kiosk.show.opening.dates import ALWAYS, Dates
from kiosk.show.places import NOWHERE, Places
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.data.feed import Feed
    from kiosk.data.quantity import Quantity
    from kiosk.data.records import Records
    from kiosk.layouts.base import Layout, Parts
    from kiosk.options import FileChoice
    from kiosk.problems import Problem, Span
    from kiosk.show.opening.hours import Hours
    from kiosk.theme import Theme


Home = Literal["windows", "none"]
Shape = Literal["landscape", "portrait"]


@dataclass(frozen=True, slots=True)
class Turn:
    """How one slide gives way to the next: a transition's YAML name and its length."""

    kind: str = "dissolve"
    duration_s: float = 0.8


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. id: unique in the show.

    stay_s: how long it stays in the loop; None is `auto`: reading time and entry. in_loop: whether
    the loop shows it. is_hidden: whether nobody sees it. dates: when it is shown. turn: how it
    comes on. of: of a step, the slide's id; known: what was shown before it. places: where it was
    written, which is no part of what it is.
    """

    id: str
    chapter: int
    layout: Layout
    parts: Parts
    stay_s: float | None = None
    in_loop: bool = True
    is_hidden: bool = False
    dates: Dates = ALWAYS
    turn: Turn = Turn()
    of: str = ""
    known: Parts | None = None
    notes: Text = NO_TEXT
    places: Places = field(default=NOWHERE, compare=False, repr=False)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """What its charts follow."""
        every = self.parts.with_data
        return tuple(chart.data.feed for chart in every if chart.data.feed is not None)

    @property
    def morphing(self) -> frozenset[str]:
        """The ids of its charts and number, which morph into what the next slide calls so."""
        return frozenset(chart.id for chart in self.parts.with_data if chart.id)

    @property
    def root(self) -> str:
        """The id of the slide that it is a step of; else its own."""
        return self.of or self.id


@dataclass(frozen=True, slots=True)
class Chapter:
    """Slides under one title. picture: its window on the home screen. places: as of a slide."""

    id: str
    title: Text
    slides: tuple[Slide, ...]
    picture: FileChoice | None = None
    places: Places = field(default=NOWHERE, compare=False, repr=False)

    @property
    def pages(self) -> tuple[Slide, ...]:
        """The slides that visitors choose from: those that are seen, without their steps."""
        return tuple(slide for slide in self.slides if not (slide.is_hidden or slide.of))


@dataclass(frozen=True, slots=True)
class Show:
    """Everything that is shown. languages: the first is the default; never empty.

    problems: what the loader found; slides with errors are not in the chapters. places: in
    show.yaml. unused: the figures of the facts file that no slide names, with their places.
    themes: all that can be chosen, by name. theme: the default's name. facts: the figures by name,
    each with its period and source. hours: when the hall is open; None for always. home: the view
    that visits start from; without one they start at the first slide. shapes: those of the screens
    that it is made for. first: what its feeds told while it was loaded, by their keys. mounted_mm:
    from the floor to the screen's lower edge; None where nobody has said. slides: all that can be
    shown, in order.
    """

    title: Text
    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    themes: dict[str, Theme]
    theme: str = "dusk"
    idle_s: float = 45.0
    screen_in: float = 43.0
    viewing_m: float = 1.5
    mounted_mm: float | None = None
    invitation: Text = NO_TEXT
    facts: dict[str, Quantity] = field(default_factory=dict)
    hours: Hours | None = None
    home: Home = "windows"
    shapes: tuple[Shape, ...] = ("landscape",)
    first: Mapping[str, Records] = field(default_factory=dict, compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    places: Places = field(default=NOWHERE, compare=False, repr=False)
    unused: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    # Asked for some twenty times a frame, and so made once.
    slides: tuple[Slide, ...] = field(init=False, repr=False, compare=False)
    _by_id: dict[str, Slide] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        slides = tuple(s for chapter in self.chapters for s in chapter.slides if not s.is_hidden)
        object.__setattr__(self, "slides", slides)
        object.__setattr__(self, "_by_id", {slide.id: slide for slide in reversed(slides)})

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """What its charts follow, each once."""
        found = {feed.key: feed for slide in self.slides for feed in slide.feeds}
        return tuple(found.values())

    def slide(self, slide_id: str) -> Slide:
        """The slide of that id. Raises KeyError when there is none."""
        return self._by_id[slide_id]
