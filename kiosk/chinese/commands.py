"""What the commands say: their help, their refusals, and the last line of `kiosk check`."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    # kiosk check
    "{name}: nothing to show, {wrong}": "{name}：没有可显示的内容，{wrong}",
    "{name}: {slides} in {chapters}, in {languages}: {wrong}":
        "{name}：{chapters}，{slides}，语言 {languages}：{wrong}",
    "{first} and {second}": "{first}，{second}",
    "no problems": "没有问题",
    "1 error": "1 处错误",
    "{count} errors": "{count} 处错误",
    "1 warning": "1 处提醒",
    "{count} warnings": "{count} 处提醒",
    "1 slide": "共 1 页",
    "{count} slides": "共 {count} 页",
    "1 chapter": "1 章",
    "{count} chapters": "{count} 章",
    # what cannot be done
    "the system lacks what Qt opens windows with — `kiosk doctor` tells more":
        "系统缺少 Qt 打开窗口要用的库 — 请运行 `kiosk doctor` 查看",
    "there is no display to play on — start it on a screen":
        "没有可用的显示屏 — 请在接了屏幕的电脑上启动",
    "there is no screen {number} — {there}": "没有 {number} 号屏幕 — {there}",
    "there is only screen 0": "只有 0 号屏幕",
    "there are screens 0 to {last}": "有 0 到 {last} 号屏幕",
    "this show has no {noun} '{name}' — {hint}": "这个节目里没有叫「{name}」的{noun} — {hint}",
    "slide": "页",
    "language": "语言",
    "theme": "主题",
    "there are: {names}": "有这些：{names}",
    "{file}: only .png can be written": "{file}：只能写成 .png 文件",
    "{file}: what can be written is {names}, or a folder of pictures":
        "{file}：可以写成 {names}，或者一个文件夹的图片",
    "--sheets needs a folder to write into, not {file}": "--sheets 要写进一个文件夹，而不是 {file}",
    "{file} cannot be written: {why}": "写不了 {file}：{why}",
    "{what} — {hint}": "{what} — {hint}",
    "{refusal}, and is missing in {file}": "{refusal}，所以 {file} 里没有它",
    "No space left on device": "磁盘满了",
    "Read-only file system": "磁盘是只读的",
    "Is a directory": "这是一个文件夹",
    "Not a directory": "路径中有一段不是文件夹",
    # pictures
    "the picture {file} {reason}": "图片 {file} {reason}",
    "lies outside the show's folder": "不在节目文件夹里",
    "is not there": "不存在",
    "is larger than {most} MiB": "超过了 {most} MiB",
    "is no PNG, JPEG, GIF, WebP or SVG picture": "不是 PNG、JPEG、GIF、WebP 或 SVG 图片",
    "does not say how large it is": "里没有尺寸信息",
    "has {width} x {height} pixels, more than {most} million":
        "有 {width} x {height} 像素，超过了 {most} 百万像素",
    "ends in the middle of the picture; copy the file again": "不完整，请重新复制这个文件",
    "cannot be read ({problem})": "读不出来（{problem}）",
    # mistakes on the command line
    "{prog}: {what} — {prog} --help tells more": "{prog}：{what} — 用法见 {prog} --help",
    "argument {name}: {what}": "参数 {name}：{what}",
    "the following arguments are required: {names}": "还需要这些参数：{names}",
    "no slide of the show can be shown": "节目里没有一页能够显示",
    "there is no command or folder '{word}'": "没有「{word}」这个命令或文件夹",
    "unrecognized arguments: {names}": "不认识的参数：{names}",
    "ambiguous option: {word} could match {names}": "{word} 不够明确，可能是 {names}",
    "ignored explicit argument {word}": "它后面不能带 {word}",
    "invalid choice: {word} (choose from {names})": "不能是 {word}，可以写 {names}",
    "expected one argument": "后面要跟一个值",
    "not allowed with argument {name}": "不能和 {name} 一起用",
    "a size is written 1280x720, not '{word}'": "大小要写成 1280x720，不能是「{word}」",
    "a side has {least} to {most} pixels, not '{word}'":
        "边长是 {least} 到 {most} 像素，不能是「{word}」",
    "a time is written 2.5s, not '{word}'": "时间要写成 2.5s，不能是「{word}」",
    "a number above 0 is expected, not '{word}'": "要写大于 0 的数，不能是「{word}」",
    "a whole number from {least} on is expected, not '{word}'":
        "要写不小于 {least} 的整数，不能是「{word}」",
    # recordings
    "this is no recording of a show": "这不是节目的录制文件",
    "the recording has version {needed}, and this kiosk knows {known}":
        "这份录制是第 {needed} 版的，而这个 kiosk 只认得第 {known} 版",
    "it is {megabytes} MB long": "它已经有 {megabytes} MB",
    "a recording has {megabytes} MB at most": "录制文件最多 {megabytes} MB",
    "the show has changed since it was recorded, and so may what is seen":
        "录制以后节目改过，放出来可能不一样",
    "the line is damaged here": "这一行从这里起损坏了",
    "a line says what happened, and at which time": "每一行要写明什么时间发生了什么",
    "the times go back, from {before} s": "时间倒退了，上一行是 {before} 秒",
    "the show '{name}' cannot be loaded": "节目「{name}」打不开",
    "nothing here is called '{word}'": "这里没有叫「{word}」的",
    "a name, or one with its fields": "一个名称，或者带着几项内容的名称",
    "a moment such as {example}": "一个时刻，例如 {example}",
    # help
    "usage: ": "用法：",
    "options": "选项",
    "positional arguments": "参数",
    "commands": "命令",
    "show this help and end": "显示这份说明",
    "say the version and end": "显示版本",
    "Plays a folder of YAML as a touchscreen exhibit. Without a command it plays: "
    "`kiosk slides/yubei`, or `kiosk` alone in a show's folder.":
        "把一个文件夹里的 YAML 文件放成触摸屏展示。不写命令就是播放："
        "`kiosk slides/yubei`，或者在节目文件夹里只写 `kiosk`。",
    "play a show full screen": "全屏播放节目",
    "say what is wrong in a show, and where": "检查节目，说明哪里写错了",
    "write one slide as a picture": "把一页存成图片",
    "write all slides to be shown elsewhere": "把所有的页导出，拿到别处去用",
    "describe the files of a show to an editor": "向编辑器说明节目文件的写法",
    "write a schema for each sort of file into it; else print all in one":
        "写进这个文件夹，每种文件一份；不写就合成一份打印出来",
    "of what explains the fields": "说明用的语言",
    "list every chart, element, layout and transition": "列出所有图表、元素、版式和切换效果",
    "the show's folder": "节目文件夹",
    "the show's folder; the present one by default": "节目文件夹，默认是当前文件夹",
    "the show's folder; by default the present one, or else the show that came along":
        "节目文件夹，默认是当前文件夹，没有节目时用自带的节目",
    "in a window of that size": "在这么大的窗口里播放",
    "the screen, counted from 0": "第几号屏幕，从 0 数起",
    "the slide to begin with": "从哪一页开始",
    "times as fast": "加快到多少倍",
    "end after so many loops": "循环这么多遍后结束",
    "the loop takes every slide, `loop: false` ones too": "每一页都循环播放，`loop: false` 的也算",
    "write what happened, as JSON": "把播放情况写成 JSON",
    "say what this machine has and lacks": "查看这台机器有什么、缺什么",
    "write down all that happens, line by line": "把发生的一切逐行记下来",
    "play what was recorded once more, and end": "把录下来的再放一遍，放完结束",
    "the technician's file; else that of the system's configuration":
        "技术人员的文件，默认用系统配置里的那一个",
    "as JSON, for other programs": "输出 JSON，供其他程序使用",
    "warnings count as errors": "提醒也算错误",
    "first mend what is mechanical: tabs, full-width signs, slips, GBK":
        "先改正不用问人的错误：Tab 键、全角标点、拼写、GBK 编码",
    "a slide, or home, strip, access, countdown, night or staff":
        "哪一页；也可以是 home、strip、access、countdown、night 或 staff",
    "the file to write": "要写的文件",
    "so long after it came on; settled by default": "出现多久以后的样子，默认是动画结束后",
    "the language; the show's first by default": "语言，默认是节目的第一种语言",
    "the theme; the show's own by default": "主题，默认是节目自己的主题",
    "all text as large as those need who see little": "所有文字放大到弱视者也能看清",
    "nothing moves": "画面中没有动画",
    "the page within reach of those who sit, where `mounted` is known": (
        "画面放到坐着也够得到的高度（须写明 `mounted`）"
    ),
    "the page in pixels; 1920x1080 by default": "页面的像素，默认 1920x1080",
    "the page in pixels; by default 1920x1080, or 1080x1920 for a portrait show":
        "页面的像素，默认 1920x1080，竖屏节目是 1080x1920",
    "what to write, by its ending: pages (`.pdf`), a web page (`.html`), a film of the loop "
    "(`.mp4`), a contact sheet (`.png`), or a folder, for a picture of each slide":
        "要写的文件，格式由扩展名决定：文档（`.pdf`）、网页（`.html`）、循环播放的视频（`.mp4`）、"
        "总览图（`.png`），或者一个文件夹，每页一张图片",
    "in a PDF or web page, the notes of each slide with it; a PDF is on A4 then":
        "在 PDF 或网页里，每页连同它的备注；这时 PDF 用 A4 纸",
    "these slides alone: one by its id, a chapter, or all from one to another":
        "只要这几页：写页的 `id`、章节名，或者从一页到另一页",
    "in the folder, a contact sheet of each theme, language and shape instead":
        "文件夹里改放总览图，每种主题、语言、屏幕方向各一张",
    "frames a second of a film; 30 by default": "视频每秒的帧数，默认 30",
    "1 to {most} frames a second are possible, not '{word}'":
        "每秒可以有 1 到 {most} 帧，不能是「{word}」",
    "--{name} is for {ending} alone": "--{name} 只用于 {ending}",
    "the sides of a film are even numbers: --size {size}": "视频的边长要是偶数：--size {size}",
    "no player shows a film so large: at most 8192x4352":
        "没有播放器放得了这么大的视频，最大 8192x4352",
    "this kiosk makes no films: {name} was left out of it":
        "这个 kiosk 不能制作视频：里面没有 {name}",
    "no slide can be shown": "没有一页能显示",
    "writing {file}": "正在写 {file}",
    "stopped: {file} was not written": "已停止：没有写 {file}",
    "stopped: {file} stays as it was": "已停止：{file} 保持原样",
    "views": "其他画面",
    "chapters": "章节",
    "Qt cannot be loaded: {reason}": "Qt 无法加载：{reason}",
    "`kiosk doctor` names what to install": "运行 `kiosk doctor` 可以看到要安装什么",
}  # fmt: skip
