"""The limits that a show is checked against, and who says so."""

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
    "area that may flash more often, at most": "可以闪得更频繁的面积，至多",
    "a change of relative luminance is part of a flash from": "相对亮度变化达到多少，算闪烁",
    "the darker side of a flash is below": "闪烁中较暗的一方，相对亮度低于",
    "a change of saturated red is part of a flash above": "饱和红的变化超过多少，算闪烁",
    "what flashes is added up within": "闪烁的面积在多大视角内累计",
    "pixels of a picture for each pixel that it covers, at least":
        "屏幕上每个像素，图片要有几个像素，至少",
    "a slide stays, before reading, at least": "一页在阅读之外停留，至少",
    "Chinese characters that are read in a second": "每秒阅读的汉字",
    "words that are read in a second": "每秒阅读的英文单词",

    "ISO 9241-3: 20′ to 22′ are preferred": "ISO 9241-3：以 20′ 至 22′ 为宜",
    "ISO 9241-3: 16′ at least": "ISO 9241-3：不小于 16′",
    "EN 301 549, 5.1.4: 0.7° at least": "EN 301 549 第 5.1.4 条：不小于 0.7°",
    "US Section 508, 402.4": "美国《康复法》第 508 节标准，402.4",
    "WCAG 2.2, 1.4.3": "WCAG 2.2，1.4.3",
    "WCAG 2.2: 18 points, which are 24 CSS pixels of 0.0213°":
        "WCAG 2.2：18 磅，即 24 个 CSS 像素，每个 0.0213°",
    "WCAG 2.2, 1.4.11": "WCAG 2.2，1.4.11",
    "Colle & Hiszem 2004: people who stand at a kiosk": "Colle、Hiszem 2004：站着操作的人",
    "EN 301 549, 8.3.3": "EN 301 549 第 8.3.3 条",
    "WCAG 2.2, 2.3.1": "WCAG 2.2，2.3.1",
    "WCAG 2.1, 2.3.1: (R − G − B) × 320": "WCAG 2.1，2.3.1：（R − G − B）× 320",
    "our own: with less it is blurred": "本程序自定：再少就糊了",
    "our own: to turn to it and look around": "本程序自定：留给转过头来、看上一眼",
    "our own: slower than who sits": "本程序自定：比坐着读慢一些",
    "our own: who sits reads 238 a minute (Brysbaert 2019), who stands less":
        "本程序自定：坐着每分钟读 238 个（Brysbaert 2019），站着慢一些",
    "a slide takes so long to read, at most": "读完一页的时间，至多",
    "our own, as guides to writing for exhibitions advise: then attention drops":
        "本程序自定，依展览文字的通行建议：再长，观众就没有耐心了",
}  # fmt: skip
