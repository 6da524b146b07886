"""Slides, pages and languages to lay out, from sparse to full."""

from __future__ import annotations

from dataclasses import replace

from kiosk.data.text import NO_TEXT, Text
from kiosk.elements.kinds.picture import PictureElement
from kiosk.geometry import Size, page_size
from kiosk.layouts.base import Parts
from kiosk.options import FileChoice
from kiosk.theme import Theme, colour
from kiosk.typesetting.setting import Setting
from kiosk.typesetting.sight import Sight
from tests.unit.layouts.stand_ins import BoxChart, EmMeasure

PAGES = {
    "16:9": page_size(1920, 1080),
    "16:10": page_size(1920, 1200),
    "4:3": page_size(1600, 1200),
    "21:9": page_size(2560, 1080),
    "9:16": page_size(1080, 1920),
    "10:16": page_size(1200, 1920),
    "3:4": page_size(1200, 1600),
}

_DARK, _LIGHT = colour("#0B1322"), colour("#F5EFE3")
THEME = Theme(
    name="dusk", ground=_DARK, glow=colour("#22365C"), surface=_DARK, text=_LIGHT, quiet=_LIGHT,
    line=_LIGHT, quiet_series=_LIGHT, accents=(colour("#DFA126"),), disc=_DARK,
    on_picture=_LIGHT, on_picture_quiet=_LIGHT, scrim=colour("#060A16"), bars_fade=True, glows=True,
)  # fmt: skip

PICTURE = PictureElement(
    file=FileChoice((("", "park.jpg"),)),
    caption=Text(
        (("zh", "中央公园秋色"), ("en", "Central Park business district, Yubei, in autumn"))
    ),
    illustration=True,
    credit=Text((("zh", "摄影：某某某"), ("en", "Photograph: Somebody Somewhere"))),
)

SHORT = Parts(
    title=Text((("zh", "三百座公园"), ("en", "City parks"))),
    chapter_title=Text((("zh", "总览"), ("en", "Overview"))),
    picture=PICTURE,
)
FULL = Parts(
    title=Text((
        ("zh", "九个月过去，这座跨江大桥的桥面已经架到了这里"),
        ("en", "Nine months in, this is how much of the new bridge already stands over the river"),
    )),
    text=Text((
        ("zh", "中央公园是其中之一。到了秋天，水边的树比日历先知道，沿着湖走一圈要四十分钟。"),
        ("en", "Central Park is one of them. In autumn the trees by the water know it early."),
    )),
    caption=Text((
        ("zh", "2024 年 1—8 月，渝北汽车与电子产业产值"),
        ("en", "Output of the car and electronics industries of Yubei, January to August 2024"),
    )),
    chapter_title=Text((("zh", "城市更新步伐加速"), ("en", "Renewing the city, street by street"))),
    chapter=4,
    picture=PICTURE,
    number=BoxChart(),
    charts=(BoxChart(),),
)  # fmt: skip
WORDS = Parts(title=FULL.title, text=FULL.text, caption=FULL.caption, subtitle=NO_TEXT)
NOTHING = Parts()
TOLD = replace(
    WORDS, text=NO_TEXT, charts=(BoxChart(),), sources=(
        Text((
            ("zh", "2024年渝北区图文报道（新中国成立75周年）"),
            ("en", "illustrated newspaper report on Yubei District, 2024 (75th anniversary)"),
        )),
    ),
)  # fmt: skip
SLIDES = {"short": SHORT, "full": FULL, "words": WORDS, "nothing": NOTHING, "told": TOLD}


def setting(
    language: str, page: Size, viewing_m: float = 1.5, *, is_large: bool = False
) -> Setting:
    """A setting for `page` on 43 inches, its second language beside the first."""
    return Setting(
        THEME, THEME.accent(0), language, "en" if language == "zh" else "zh",
        "portrait" if page.is_portrait else "landscape", EmMeasure(), Sight(2.017, viewing_m),
        is_large,
    )  # fmt: skip
