"""The limits that a show is checked against."""

from __future__ import annotations

from collections.abc import Mapping

LIMITS: Mapping[str, str] = {
    "ordinary text: height of a capital, at least": "正文：大写字母的高度，至少",
    "smallest text: height of a capital, at least": "最小的文字：大写字母的高度，至少",
    "larger text, on request: height of a capital, at least": "大字模式：大写字母的高度，至少",
    "height of a capital, from however near, at least": "无论站多近，大写字母的高度，至少",
    "contrast of text, at least": "文字的对比度，至少",
    "contrast of large text, at least": "大字的对比度，至少",
    "text is large from this height of an em on": "字高达到多少算大字",
    "contrast of what carries meaning in charts, at least": "图表中有含义的部分的对比度，至少",
    "side of what is touched, at least": "触摸目标的边长，至少",
    "height above the floor of what is touched, at least": "触摸目标离地的高度，至少",
    "height above the floor of what is touched, at most": "触摸目标离地的高度，至多",
    "flashes in any second, at most": "任何一秒内的闪烁次数，至多",
    "what may flash more often is smaller than": "可以闪得更频繁的面积，小于",
    "a change of relative luminance is part of a flash from": "相对亮度变化多少起算作闪烁",
    "the darker side of a flash is below": "闪烁中较暗一方的相对亮度，低于",
    "a change of saturated red is part of a flash from": "饱和红变化多少起算作闪烁",
    "what flashes is added up within": "闪烁的面积累计在多大视角之内",
    "pixels of a picture for each pixel that it covers, at least":
        "图片在每个屏幕像素上的像素，至少",
    "a slide stays, before reading, at least": "一页在阅读之外停留，至少",
    "Chinese characters that are read in a second": "每秒阅读的汉字",
    "words that are read in a second": "每秒阅读的英文单词",
}  # fmt: skip
