"""Text in a box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.data.text import Prose
from kiosk.elements.base import Element
from kiosk.elements.entrance import risen
from kiosk.options import option
from kiosk.typesetting.paragraphs import Copy, set_text, title_copy
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.geometry import Box
    from kiosk.motion.scene import Scene
    from kiosk.typesetting.setting import Setting

_TITLES = {"statement", "title"}
_QUIET = {"subtitle", "caption"}


@dataclass(frozen=True, kw_only=True)
class TextElement(Element):
    """Text in one or more lines, as large as its role says or a little smaller to fit.

    Chinese breaks by its own rules, Latin words stay whole, and a line break that you write stays.
    """

    chinese: ClassVar[str] = "一行或几行文字，字号由用途决定，放不下时略小一些。"

    text: Prose = option(
        "What is said, in one language or in several: `{zh: …, en: …}`.",
        zh="文字，一种语言或几种语言：`{zh: …, en: …}`。",
    )
    role: Literal["statement", "title", "subtitle", "body", "label", "caption"] = option(
        "What it is on the slide; its size and face follow.",
        "body",
        zh="它在页面上的用途；字号和字体由此决定。",
    )
    align: Literal["left", "centre", "right"] = option(
        "Where its lines begin or end.", "left", zh="各行怎样对齐。"
    )
    tone: Literal["text", "quiet", "accent"] | None = option(
        "Its colour: the theme's text, its quiet text or the chapter's accent.",
        None,
        zh="颜色：主题的正文色、淡色或本章的强调色。",
    )

    def scene(self, box: Box, setting: Setting) -> Scene:
        """The text from the top of `box` down; it rises into its place."""
        style = setting.style(self.role)
        words = self.text.words(setting.language)
        smallest = setting.smallest
        if self.role in _TITLES:
            copy = title_copy(words.text, style, smallest)
        else:
            copy = Copy(words.text, style, smallest=smallest, has_lists=self.role == "body")
        copy = replace(copy, emphasis=words.emphasis)
        block = set_text(copy, box.width, box.height, setting.measure)
        x = {"left": box.x, "centre": box.centre.x, "right": box.right}[self.align]
        tone = self.tone or ("quiet" if self.role in _QUIET else "text")
        colours = {
            "text": setting.theme.text,
            "quiet": setting.theme.quiet,
            "accent": setting.accent,
        }
        return risen(block.labels("text", x, box.y, colours[tone], self.align))
