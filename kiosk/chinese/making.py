"""What `kiosk new` asks and says."""

from __future__ import annotations

from collections.abc import Mapping

MAKING: Mapping[str, str] = {
    # the command's help
    "make a show to begin with, or one of a folder of pictures":
        "新建一个节目，或者用一个文件夹里的图片做一个",
    "the folder to make": "要新建的文件夹",
    "a folder of pictures: a slide for each, with the captions in them":
        "图片文件夹：每张图片一页，用图片里自带的说明",
    "the show's title": "节目的标题",
    "its languages, the default one first": "节目的语言，默认的写在前面",
    "the screen, such as `43 in portrait`": "屏幕，例如 `43 in portrait`",
    # the questions
    "The show's title [{usual}]: ": "节目的标题 [{usual}]：",
    "Its languages: Chinese, English or both? [English]: ":
        "节目的语言：中文、英文，还是两种都要？[中文]：",
    "The screen: inches, and how it hangs, such as `55 portrait` [43 landscape]: ":
        "屏幕多少英寸，横放还是竖放？例如「55 竖」[43 横]：",
    "a title has at least one character": "标题至少要有一个字",
    "a title has {most} characters at most, and this one {count}":
        "标题最多 {most} 个字，这个有 {count} 个",
    "languages are zh, en or zh,en, not '{word}'":
        "语言可以答「中文」「英文」「两种」，或者 `zh`、`en`、`zh,en`，看不懂「{word}」",
    "a screen is written `43 in landscape` or `55 portrait`, 5 to 1000 in, not '{word}'":
        "屏幕可以答「43 横」「55 竖」，5 到 1000 英寸，看不懂「{word}」",
    "nothing was made": "什么都没有新建",
    "{folder} is there already, and nothing is overwritten": "{folder} 已经存在，不会覆盖它",
    "name a folder that is not there yet": "请换一个还没有的文件夹名",
    # what was made
    "{folder} cannot be read: {why}": "读不了 {folder}：{why}",
    "looking at the pictures": "正在看图片",
    "1 picture, on one slide": "1 张图片，共 1 页",
    "the show is in {languages}, as the captions are":
        "说明只有 {languages} 的，节目也就只用这种语言",
    "the title in '{language}' is '{title}' for now: write your own":
        "「{language}」的标题暂时是「{title}」，请改成自己的",
    "1 caption is long: the whole of it is in its slide's notes":
        "1 条说明太长，全文写在那一页的 notes 里",
    "{count} pictures, a slide for each": "{count} 张图片，每张一页",
    "left out: {file} {reason}": "没有用：{file} {reason}",
    "is HEIC, which is not shown: export it as JPEG, or set the phone's camera to "
    "`Most Compatible`":
        "是 HEIC 格式，不能显示：请导出为 JPEG，或者把手机的相机格式设为「兼容性最佳」",
    "there is no picture in {folder} that can be shown": "{folder} 里没有可以显示的图片",
    "{file} is called {name} in the show": "{file} 在节目里改名为 {name}",
    "{count} captions are long: the whole of each is in its slide's notes":
        "{count} 条说明太长，全文写在那一页的 notes 里",
    "The show is in {folder}. Now:": "节目在 {folder}。接下来：",
    "  kiosk play {folder} --watch   shows it, and follows each change":
        "  kiosk play {folder} --watch   播放它，改了文件马上就能看到",
    "  kiosk check {folder}          says what is wrong in it, and where":
        "  kiosk check {folder}          检查哪里写错了",
}  # fmt: skip
