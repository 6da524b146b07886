"""A picture, with its caption over a shade of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from kiosk.data.text import NO_TEXT, Text
from kiosk.elements.base import Element
from kiosk.elements.caption import caption
from kiosk.elements.shade import CAPTION, STRENGTH, shade
from kiosk.geometry import Box
from kiosk.marks import Picture
from kiosk.motion.scene import Drift, Scene
from kiosk.options import FileChoice, Share, option
from kiosk.theme import READABLE, contrast, is_chinese
from kiosk.values import dataclass

if TYPE_CHECKING:
    from kiosk.elements.shade import Edge
    from kiosk.marks import Marks
    from kiosk.theme import Theme
    from kiosk.typesetting.setting import Setting

_OVERSCAN = 1.04
_FADE_OUT = 130.0  # logical units in which the shade of a caption at the foot goes to nothing
_FADE_OUT_BELOW = 320.0  # the same at the top, where skies are even and every edge is seen
_MOST_SHADED = 0.5  # of a low picture, if that is enough for the shade to be soft


@dataclass(frozen=True, slots=True)
class Hanging:
    """How a layout hangs a picture.

    corner: where its caption stands. margin: how far from the picture's sides (x, y), in logical
    units; y is from the upper edge, or the lower one, to the line's box. widest:
    the share of the room between the margins that it may take. drift_s: how long the drift takes
    one way. has_shade: whether the caption gets a shade; not where the layout gives
    one.
    """

    corner: Literal["bottom-left", "bottom-right", "top-right"] = "bottom-left"
    margin: tuple[float, float] = (48.0, 24.0)
    widest: float = 1.0
    drift_s: float = 9.0
    has_shade: bool = True


@dataclass(frozen=True, kw_only=True)
class PictureElement(Element):
    """A photograph or drawing that fills its place, and moves a little while it is shown."""

    chinese: ClassVar[str] = "占满位置的照片或图画，显示时缓缓移动。"

    file: FileChoice = option(
        "The picture's file; or one a theme or shape: `{dusk: a.jpg, paper: b.jpg}`.",
        zh="图片文件；也可以按主题或屏幕方向各写一个：`{dusk: a.jpg, paper: b.jpg}`。",
    )
    focus: tuple[Share, Share] = option(
        "The point that stays in sight when it is cut: `[0.4, 0.6]`, from its top left corner.",
        (Share(0.5), Share(0.5)),
        zh="裁切时保留的中心点，从左上角算起：`[0.4, 0.6]`。",
    )
    fit: Literal["cover", "contain"] = option(
        "`cover` fills the place and cuts what is over; `contain` shows all of it.",
        "cover",
        zh="`cover` 占满位置，裁掉多余的；`contain` 完整显示。",
    )
    motion: Literal["drift", "none"] = option(
        "Whether it moves slowly.", "drift", zh="要不要缓缓移动。"
    )
    caption: Text = option(
        "What is to be seen, such as the place's name.", NO_TEXT, zh="图里是什么，例如地名。"
    )
    illustration: bool = option(
        "Whether it is a drawing and no photograph; its caption then says so.",
        zh="是不是图画而非照片；是的话，说明里会写明。",
        default=False,
    )
    credit: Text = option(
        "Who made it; it stands beside the caption.", NO_TEXT, zh="作者；写在说明旁边。"
    )
    alt: Text = option(
        "What it shows, for those who do not see it.", NO_TEXT, zh="给看不见的人：图里有什么。"
    )
    scrim: Share = option(
        "How dark the shade behind text on it is, 0 to 1; less than 0.62 for dark pictures only.",
        Share(STRENGTH),
        zh="文字背后的暗影有多深，0 到 1；低于 0.62 只适合本来就暗的图片。",
    )

    def scene(self, box: Box, setting: Setting) -> Scene:
        """The picture in `box`, there from the beginning, its caption at the bottom left."""
        return self.hung(box, setting, Hanging())

    def theme_on(self, setting: Setting) -> Theme:
        """The theme for what stands on the picture: dark on light if it was made for a light one.

        The setting's own if it was not; then text and shade on it are those for pictures.
        """
        theme = setting.theme
        is_light = contrast(theme.text, theme.scrim) < READABLE
        if not (is_light and self.file.is_for(theme.name, setting.shape)):
            return theme
        return replace(
            theme, scrim=theme.ground, on_picture=theme.text, on_picture_quiet=theme.quiet
        )

    def hung(self, box: Box, setting: Setting, hanging: Hanging) -> Scene:
        """The picture in `box` as `hanging` says."""
        setting = replace(setting, theme=self.theme_on(setting))
        x, y = (*self.focus, Share(0.5), Share(0.5))[:2]
        drifts = self.motion == "drift" and self.fit == "cover"
        file = self.file.for_case(setting.theme.name, setting.shape)
        picture = Picture(
            "picture", file, box, self.fit, (x, y), _OVERSCAN if drifts else 1.0,
            edition=self.file.edition_of(file),
        )  # fmt: skip
        # The picture is decoded larger by 4 %; from its middle it has 2 % to either side.
        reach = (_OVERSCAN - 1) / 2
        drift = Drift(-reach * box.width, -reach * box.height / 2, hanging.drift_s)
        marks = (picture, *self._captioned(box, setting, hanging))
        return Scene(marks, marks, ambient=drift if drifts else None)

    def words(self, setting: Setting) -> tuple[str, ...]:
        """The caption's parts: what is seen, that it is a drawing, who made it."""
        drawn = "示意图" if is_chinese(setting.language) else "Illustration"
        parts = (
            self.caption.in_language(setting.language),
            drawn if self.illustration else "",
            self.credit.in_language(setting.language),
        )
        return tuple(part for part in parts if part)

    def _captioned(self, box: Box, setting: Setting, hanging: Hanging) -> Marks:
        """The caption with the shade behind it; nothing without words."""
        words = self.words(setting)
        if not words:
            return ()
        across, down = hanging.margin
        rows = caption(words, hanging.widest * (box.width - 2 * across), setting)
        depth = down + rows.height
        is_top, is_left = hanging.corner == "top-right", hanging.corner == "bottom-left"
        top = box.y + down if is_top else box.bottom - depth
        x = box.x + across if is_left else box.right - across
        marks = rows.marks(x, top, setting.theme.on_picture, to_the_right=is_left)
        if not hanging.has_shade or self.scrim <= 0.0:
            return marks
        # Over the whole width: in a bright sky a dark corner would be a blot.
        reach = depth + (_FADE_OUT_BELOW if is_top else _FADE_OUT)
        tall = min(box.height, max(depth + _FADE_OUT, min(reach, _MOST_SHADED * box.height)))
        band = Box(box.x, box.y if is_top else box.bottom - tall, box.width, tall)
        side: Edge = "top" if is_top else "bottom"
        # A larger caption reaches where `scrim` was not chosen for.
        strength = max(self.scrim, STRENGTH) if setting.is_grown else self.scrim
        return (shade(CAPTION, band, side, depth, setting.theme, strength), *marks)
