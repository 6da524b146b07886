"""What the loop begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kiosk.elements.entrance import risen
from kiosk.elements.kinds.picture import Hanging
from kiosk.geometry import Box
from kiosk.layouts.base import Layout, PartName, Parts, Placed
from kiosk.layouts.grid import grid_for
from kiosk.layouts.heading import CHART_S, SUBTITLE_S, TEXT_S, caption_at, subtitle_text
from kiosk.layouts.inks import emphasis_in, inks, over_picture
from kiosk.layouts.pieces import charts_in, hung, number_in, scrim, still
from kiosk.typesetting.blocks import baseline
from kiosk.typesetting.paragraphs import Copy, set_text, title_copy
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Size
    from kiosk.theme import Colour
    from kiosk.typesetting.blocks import TextBlock
    from kiosk.typesetting.setting import Setting


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the opening's parts stand on one shape of page, in logical units."""

    title_top: float
    title_size: float
    companion_size: float
    label_top: float
    label_size: float
    number_top: float
    number_height: float
    number_share: float  # of the width between the margins


_LANDSCAPE = _Lines(84.0, 48.0, 32.0, 214.0, 36.0, 268.0, 380.0, 0.62)
_PORTRAIT = _Lines(96.0, 52.0, 34.0, 360.0, 38.0, 430.0, 440.0, 0.83)
_COMPANION_GAP = 34.0
_CAPTIONS = 180.0  # logical units above the chrome that captions may take
_ABOVE_PATH = 258.0  # and the words at the start of a path that climbs over the page
_PATH_FOOT = 0.3  # of a tall page: there the path's start stands, and what it says
_HALF = 0.48  # of the width for each of two captions in one line
_LABEL_DX = 8.0  # a label over a large figure stands above its stem's inner side


@dataclass(frozen=True, kw_only=True)
class Opening(Layout):
    """The show's name, one number and a path over a picture: what the loop begins with.

    The title is set as the show's logotype. The text stands above the number and says what it
    counts; the chart is drawn over the whole page.
    """

    chinese: ClassVar[str] = "节目名称、一个数字和图片上的一条航迹：循环的开头。"
    shows: ClassVar[frozenset[PartName]] = frozenset(
        {"title", "subtitle", "text", "caption", "picture", "number", "charts"}
    )

    def place(self, parts: Parts, page: Size, setting: Setting) -> tuple[Placed, ...]:
        """The picture from the beginning, then name, path and number."""
        setting = over_picture(parts, setting)
        grid, ink = grid_for(page), inks(setting)
        lines = _PORTRAIT if page.is_portrait else _LANDSCAPE
        title = _logotype(parts, lines, grid.width, setting)
        subtitle, x, top = _companion(parts, lines, title, grid.margin, page, setting)
        label = _label(parts, lines, grid.width - _LABEL_DX, setting)
        down = max(0.0, top + subtitle.height + 16 - lines.label_top)
        label_top = lines.label_top + down
        number_top = max(lines.number_top + down, label_top + label.height + 4)
        told = replace(parts, sources=())  # a cover invites; what it shows is told further on
        captions, foot = caption_at(
            told, grid.margin, grid.caption_foot, _HALF * grid.width, ink, setting
        )
        free = _ABOVE_PATH if parts.charts else _CAPTIONS
        foot = min(foot - 16, grid.bottom - free * setting.growth)
        height = min(lines.number_height, foot - number_top)
        number = Box(grid.margin, number_top, lines.number_share * grid.width, height)
        inner = (grid.margin, page.height - grid.bottom + 23.6)
        hanging = Hanging("bottom-right", inner, _HALF, drift_s=parts.stay_s)
        picture, words = _parted(hung(parts, grid.whole, setting, hanging))
        return (
            *picture,
            *_shaded(parts, number, page, setting),
            *words,
            *_text("title", title, grid.margin, lines.title_top, ink.text, 0.0),
            *_text("subtitle", subtitle, x, top, ink.quiet, SUBTITLE_S),
            *_text("text", label, grid.margin + _LABEL_DX, label_top, ink.quiet, TEXT_S),
            *charts_in(parts, grid.whole, setting, CHART_S),
            *number_in(parts, number, replace(setting, accent=ink.text), TEXT_S, is_titled=False),
            *captions,
        )


def _text(
    key: str, block: TextBlock, x: float, top: float, colour: Colour, starts_s: float
) -> tuple[Placed, ...]:
    """The block in its place, if it has lines.

    Those that are read from the right stand at the left too, where the shade is.
    """
    labels = replace(block, column=0.0).labels(key, x, top, colour)
    return (Placed(key, risen(labels), starts_s),) if labels else ()


def _logotype(parts: Parts, lines: _Lines, width: float, setting: Setting) -> TextBlock:
    """The title in the serif, whatever its language."""
    style = replace(setting.style("title", "zh"), size=setting.grown(lines.title_size))
    words = parts.title.in_language(setting.language)
    copy = title_copy(words, style, setting.smallest)
    return set_text(copy, width, style.size * 3, setting.measure)


def _companion(
    parts: Parts, lines: _Lines, title: TextBlock, margin: float, page: Size, setting: Setting
) -> tuple[TextBlock, float, float]:
    """The subtitle beside the title, or below it in portrait; its x and top."""
    words, language = subtitle_text(parts, setting)
    style = setting.style("subtitle", language)
    style = replace(style, size=setting.grown(lines.companion_size), line=1.4)
    copy = Copy(words, style, smallest=setting.smallest)
    room = page.width - margin
    block = set_text(copy, room - margin, style.size * 2.8, setting.measure)
    x = margin + title.width + _COMPANION_GAP
    is_beside = len(title.lines) == len(block.lines) == 1 and x + block.width <= room
    if is_beside and not page.is_portrait:
        level = baseline(title.style, lines.title_top)
        return block, x, level - baseline(block.style, 0.0)
    return block, margin, lines.title_top + title.height + 12


def _label(parts: Parts, lines: _Lines, width: float, setting: Setting) -> TextBlock:
    """What the number counts."""
    style = replace(setting.style("label"), size=setting.grown(lines.label_size))
    words = parts.text.words(setting.language)
    copy = Copy(words.text, style, smallest=setting.smallest, has_lists=True)
    copy = replace(copy, emphasis=words.emphasis, accent=emphasis_in(setting, style.size))
    return set_text(copy, width, style.size * 3, setting.measure)


def _parted(hung: tuple[Placed, ...]) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """The picture, and apart from it its caption, which no shade of the page may darken."""
    pictures: list[Placed] = []
    captions: list[Placed] = []
    for each in hung:
        scene = each.scene
        words = tuple(mark for mark in scene.full if mark.key.startswith("caption-"))
        rest = tuple(mark for mark in scene.full if mark not in words)
        if not words or scene.entry_s > 0.0:
            pictures.append(each)
            continue
        pictures.append(replace(each, scene=replace(scene, full=rest, empty=rest)))
        captions.append(Placed(f"{each.key}-caption", still(*words)))
    return tuple(pictures), tuple(captions)


def _shaded(parts: Parts, number: Box, page: Size, setting: Setting) -> tuple[Placed, ...]:
    """The shade behind name and number: from the left, in portrait from above."""
    whole = Box(0.0, 0.0, page.width, page.height)
    if page.is_portrait:
        shades = scrim(parts, whole, "top", number.bottom, setting)
        if parts.charts and setting.theme.scrim_strength > 1.0:  # what the path's ends say as well
            foot = _PATH_FOOT * page.height
            shades += scrim(parts, whole, "bottom", foot, setting, "scrim-foot")
        return shades
    return scrim(parts, whole, "left", number.x + 0.8 * number.width, setting)
