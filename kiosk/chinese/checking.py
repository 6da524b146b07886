"""What `kiosk check` sees in a show that can be read."""

from __future__ import annotations

from collections.abc import Mapping

CHECKING: Mapping[str, str] = {
    "no slide shows the fact '{name}'": "没有一页用到数字表里的「{name}」",
    "name it in a slide, or put '#' before the line": "在某一页里用上它，或在这一行前面加 #",
    "on a screen of {inches} in text can be read from {most} m at most, not from {viewing} m":
        "{inches} 英寸的屏幕，文字最远只能在 {most} 米处看清，{viewing} 米处看不清",
    "let people stand nearer, or take a screen of {inches} in":
        "让观众站近一些，或换 {inches} 英寸的屏幕",
    "hardly anything on the screen is within reach of those who sit: {low} to "
    "{high} mm above the floor":
        "坐着的人几乎够不到屏幕：他们够得到的是离地 {low} 到 {high} 毫米",
    "mount it with its lower edge {most} mm above the floor at most":
        "安装时屏幕下边离地不要超过 {most} 毫米",
    "mount it with its lower edge {least} mm above the floor":
        "安装时屏幕下边离地至少 {least} 毫米",
    "the link leads to '{word}', which is hidden": "链接指向的「{word}」是隐藏的",
    "remove 'hidden' there, or the link here": "去掉那里的 hidden，或去掉这里的链接",
    "nobody ever sees it: its dates lie outside those of its chapter":
        "谁也看不到它：它的日期不在所属章的日期之内",
    "write dates within those of the chapter": "日期要写在这一章的日期之内",
    "nobody ever sees it: all the time between its dates the hall is closed":
        "谁也看不到它：在这段日期里一直闭馆",
    "write other dates, or correct 'hours' in show.yaml": "换一段日期，或改正 show.yaml 里的 hours",
    "in {stays} s nobody reads the slide ({language})": "{stays} 秒读不完这一页（{language}）",
    "in {stays} s nobody reads the slide '{slide}' ({language})":
        "{stays} 秒读不完「{slide}」这一页（{language}）",
    "write {least} s at least, or 'auto'": "至少写 {least} s，或写 auto",
}  # fmt: skip
