"""What `kiosk check` sees of pictures and letters."""

from __future__ import annotations

from collections.abc import Mapping

SEEING: Mapping[str, str] = {
    "'{text}' has a contrast of {found}:1 to the picture behind it, and needs {needed}:1":
        "「{text}」与后面图片的对比度是 {found}:1，需要 {needed}:1",
    "choose a darker picture for the chapter": "给这一章换一张暗一些的图片",
    "leave out its 'scrim', which is {usual} then": "去掉它的 scrim，不写就是 {usual}",
    "write a larger 'scrim' (it is {usual} where none is written), choose another 'focus' or "
    "picture, or a layout with the text beside it, such as picture-left":
        "把 scrim 写大一些（不写就是 {usual}），换一个 focus 或图片，"
        "或用文字在图片旁边的版式，例如 picture-left",
    "give it another place ('at'), or choose another picture or 'focus'":
        "换个位置（at），或换一张图片或 focus",
    "something in the chart has a contrast of {found}:1 to the picture behind it, and needs "
    "{needed}:1":
        "图表中有的部分与后面图片的对比度只有 {found}:1，需要 {needed}:1",
    "the picture {file} covers {covered} pixels and has {has}":
        "图片 {file} 占 {covered} 像素，自己只有 {has}",
    "take one of {needed} pixels or more, or a layout in which it is smaller":
        "换一张不小于 {needed} 像素的，或用图片小一些的版式",
    "in '{word}' the letters {letters} are drawn in {other} and the rest in {family}":
        "「{word}」里的 {letters} 用的是 {other} 字体，其余是 {family}",
    "write the name in Chinese, or with letters that have no such accents":
        "把名称写成中文，或改用不带这些符号的字母",
}  # fmt: skip
